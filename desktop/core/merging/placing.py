"""Knows where everything that was made on articles stands after these were joined."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop.core import corrections, links, rulings
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.merging.articles import Moved
from desktop.core.rulings import Ruling
from desktop.core.text import Article
from desktop.core.workspace import Workspace

FindAgain = Callable[[Anchor, Article, Article], Anchor]
"""The place of an anchor on an article in another version of it; lost where it is not there."""


class Placing:
    """The anchors of one workspace, as they stand in the articles that were joined."""

    def __init__(self, moved: dict[str, Moved], find_again: FindAgain) -> None:
        """moved: what became of each article (id)."""
        self._moved = moved
        self._find_again = find_again
        self._known: dict[Anchor, Anchor] = {}

    def placed(self, workspace: Workspace) -> Workspace:
        """What was made, at its new places; the articles stay as they are."""
        if all(moved.before is None and moved.article == article for article, moved in self._moved.items()):
            return workspace
        return replace(
            workspace,
            corrections=corrections.in_order(map(self._correction, workspace.corrections)),
            rulings=rulings.in_order(map(self._ruling, workspace.rulings)),
            annotations=tuple(map(self._annotation, workspace.annotations)),
            links=links.in_order(map(self._link, workspace.links)),
        )

    @property
    def lost(self) -> int:
        """How many places were not found again."""
        return sum(after.lost and not before.lost for before, after in self._known.items())

    def _ruling(self, ruling: Ruling) -> Ruling:
        anchors = self._together(ruling.anchors)
        places = dict(zip(ruling.anchors, anchors, strict=True))
        return replace(ruling, anchors=anchors, right=tuple(places[one] for one in ruling.right))

    def _annotation(self, note: Annotation) -> Annotation:
        return replace(note, anchors=self._together(note.anchors))

    def _correction(self, correction: Correction) -> Correction:
        return replace(correction, anchor=self._at(correction.anchor))

    def _link(self, link: Link) -> Link:
        one, other = self._together(link.anchors)
        return replace(link, anchors=(one, other))

    def _together(self, anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
        """Places of one thing: two that were apart do not become one."""
        found: dict[Anchor, Anchor] = {}
        for anchor in anchors:
            place = self._at(anchor)
            if anchor not in found and place in found.values():
                place = self._known[anchor] = replace(anchor, article=place.article, lost=True)
            found[anchor] = place
        return tuple(self._at(anchor) for anchor in anchors)

    def _at(self, anchor: Anchor) -> Anchor:
        if anchor not in self._known:
            self._known[anchor] = self._found(anchor)
        return self._known[anchor]

    def _found(self, anchor: Anchor) -> Anchor:
        moved = self._moved.get(anchor.article)
        if moved is None:
            return anchor
        here = replace(anchor, article=moved.article)
        if here.lost or moved.before is None or moved.after is None:
            return here
        return self._find_again(here, moved.before, moved.after)
