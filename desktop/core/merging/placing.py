"""Knows how everything that was made on articles is put on other places at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from desktop.core import corrections, links, rulings
from desktop.core.anchors import Anchor, told_apart
from desktop.core.rulings import Ruling
from desktop.core.workspace import Workspace


def anchors_of_all(workspace: Workspace) -> Iterator[Anchor]:
    """Every place on which something was made, as often as something is on it."""
    several: Iterable[Iterable[Anchor]] = (
        *(one.anchors for one in workspace.rulings),
        *(one.anchors for one in workspace.annotations),
        *(one.anchors for one in workspace.links),
        [one.anchor for one in workspace.corrections],
    )
    return chain.from_iterable(several)


def unplaced_in(workspace: Workspace) -> int:
    """How many notes, rulings, links and corrections have a place that is lost."""
    several: Iterable[Iterable[Anchor]] = (
        *(one.anchors for one in workspace.rulings),
        *(one.anchors for one in workspace.annotations),
        *(one.anchors for one in workspace.links),
        *([one.anchor] for one in workspace.corrections),
    )
    return sum(any(anchor.lost for anchor in anchors) for anchors in several)


def put_elsewhere(workspace: Workspace, at: Callable[[Anchor], Anchor]) -> Workspace:
    """The workspace with all that was made where `at` says; the articles stay as they are.

    Two places of one thing that were apart do not become one: the second then is lost.
    """

    def together(anchors: Iterable[Anchor]) -> dict[Anchor, Anchor]:
        found: dict[Anchor, Anchor] = {}
        for anchor in anchors:
            if anchor not in found:
                place = at(anchor)
                if place in found.values():
                    place = told_apart(replace(anchor, article=place.article, lost=True), found.values())
                found[anchor] = place
        return found

    def ruled(ruling: Ruling) -> Ruling:
        places = together(ruling.anchors)
        return replace(ruling, anchors=_all(ruling.anchors, places), right=_all(ruling.right, places))

    linked = []
    for link in workspace.links:
        one, other = _all(link.anchors, together(link.anchors))
        linked.append(replace(link, anchors=(one, other)))
    return replace(
        workspace,
        corrections=corrections.in_order(replace(one, anchor=at(one.anchor)) for one in workspace.corrections),
        rulings=rulings.in_order(map(ruled, workspace.rulings)),
        annotations=tuple(
            replace(one, anchors=_all(one.anchors, together(one.anchors))) for one in workspace.annotations
        ),
        links=links.in_order(linked),
    )


def _all(anchors: Iterable[Anchor], places: dict[Anchor, Anchor]) -> tuple[Anchor, ...]:
    return tuple(places[anchor] for anchor in anchors)
