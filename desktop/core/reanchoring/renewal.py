"""Puts a newer version of an article into a workspace, and moves what editors made to where it stands there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop.core.anchors import Anchor, told_apart
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.corrections import in_order as corrections_in_order
from desktop.core.lexicon import Lexicon
from desktop.core.links import Link
from desktop.core.links import in_order as links_in_order
from desktop.core.reanchoring.finding import Found, Reanchoring, Way
from desktop.core.rulings import Ruling
from desktop.core.rulings import in_order as rulings_in_order
from desktop.core.text import Article
from desktop.core.workspace import Workspace

Work = Annotation | Ruling | Correction | Link
"""What hangs on places."""

_W = TypeVar("_W", Annotation, Ruling, Correction, Link)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A workspace with a newer version of one article, and how its places were found there.

    ways: how many places, by the way they were found. found, lost: what editors made that hangs on the article, as it
    is now; found where all of its places in this article were.
    """

    workspace: Workspace
    ways: Mapping[Way, int]
    found: tuple[Work, ...]
    lost: tuple[Work, ...]


def with_version(workspace: Workspace, new: Article, lexicon: Lexicon) -> Workspace:
    """The workspace with `new` in the place of the article of its id; KeyError where there is none."""
    return renewed(workspace, new, lexicon).workspace


def renewed(workspace: Workspace, new: Article, lexicon: Lexicon) -> Renewal:
    """The same, and how each place was found again.

    What was lost before is looked for once more. It stays lost where something was made anew on its place meanwhile.
    """
    old = workspace.article(new.id)
    places = _Places(Reanchoring(old, new, lexicon))
    corrections = [_moved(one, places) for one in workspace.corrections]
    rulings = [_moved(one, places) for one in workspace.rulings]
    links = [_moved(one, places) for one in workspace.links]
    after = replace(
        workspace,
        articles=tuple(new if known.id == new.id else known for known in workspace.articles),
        earlier=(*workspace.earlier, old),
        corrections=corrections_in_order(_one_a_place(workspace.corrections, corrections, _stretch)),
        rulings=rulings_in_order(_one_a_place(workspace.rulings, rulings, lambda one: (one.places, one.by))),
        links=links_in_order(_one_a_place(workspace.links, links, lambda one: one.places)),
        annotations=tuple(_moved(one, places) for one in workspace.annotations),
    )
    made: tuple[Work, ...] = (*after.annotations, *after.rulings, *after.corrections, *after.links)
    mine = [(one, [at for at in _anchors(one) if at.article == new.id]) for one in made]
    return Renewal(
        after,
        places.ways,
        tuple(one for one, at in mine if at and not any(anchor.lost for anchor in at)),
        tuple(one for one, at in mine if any(anchor.lost for anchor in at)),
    )


def placed(workspace: Workspace, work: Work, lost: Anchor, new: Anchor) -> Workspace:
    """The workspace with one place of something that an editor made put where the editor shows; `lost` is one of its
    anchors. ValueError where the same thing holds on to the new place already, or another would give way to it."""
    if new in _anchors(work):
        raise ValueError("it is on this place already")

    def at(anchor: Anchor) -> Anchor:
        return new if anchor == lost else anchor

    if isinstance(work, Annotation):
        return workspace.with_annotation(_put(work, at))
    if isinstance(work, Ruling):
        after = workspace.without_ruling(work).with_ruling(_put(work, at))
        is_whole = len(after.rulings) == len(workspace.rulings)
    elif isinstance(work, Link):
        after = workspace.without_link(work).with_link(_put(work, at))
        is_whole = len(after.links) == len(workspace.links)
    else:
        rest = tuple(one for one in workspace.corrections if one != work)
        after = replace(workspace, corrections=rest).with_correction(_put(work, at))
        is_whole = len(after.corrections) == len(workspace.corrections)
    if not is_whole:
        raise ValueError("another one is on this place already")
    return after


class _Places:
    """The places of one article as they are asked for, each counted once."""

    def __init__(self, index: Reanchoring) -> None:
        self._index = index
        self._found: dict[tuple[Anchor, str, str, bool], Found] = {}

    def of(self, anchor: Anchor, *, exactly: bool) -> Anchor:
        if anchor.article != self._index.new.id:
            return anchor
        key = (anchor, anchor.prefix, anchor.suffix, exactly)
        if key not in self._found:
            self._found[key] = self._index.find(anchor, exactly=exactly)
        return self._found[key].anchor

    @property
    def ways(self) -> dict[Way, int]:
        counts = dict.fromkeys(Way, 0)
        for way in {key[0]: found.way for key, found in self._found.items()}.values():
            counts[way] += 1
        return counts


def _moved(work: _W, places: _Places) -> _W:
    """Something on its new places; those of it that would fall together stay lost."""
    exactly = not isinstance(work, Annotation)
    moved = {anchor: places.of(anchor, exactly=exactly) for anchor in _anchors(work)}
    if len(set(moved.values())) < len(moved):
        stay = {anchor: at for anchor, at in moved.items() if at == anchor}
        for anchor in [each for each in moved if each not in stay]:
            stay[anchor] = told_apart(replace(anchor, lost=True), stay.values())
        moved = stay
    return _put(work, lambda anchor: moved.get(anchor, anchor))


def _anchors(work: Work) -> tuple[Anchor, ...]:
    return (work.anchor,) if isinstance(work, Correction) else work.anchors


def _put(work: _W, at: Callable[[Anchor], Anchor]) -> _W:
    """The same with its places moved."""
    if isinstance(work, Correction):
        return replace(work, anchor=at(work.anchor))
    if isinstance(work, Ruling):
        return replace(work, anchors=tuple(map(at, work.anchors)), right=tuple(map(at, work.right)))
    if isinstance(work, Link):
        first, second = work.anchors
        return replace(work, anchors=(at(first), at(second)))
    return replace(work, anchors=tuple(map(at, work.anchors)))


def _is_lost(work: Work) -> bool:
    return any(anchor.lost for anchor in _anchors(work))


def _stretch(work: Correction) -> Anchor:
    return work.anchor


def _one_a_place(before: Iterable[_W], after: Iterable[_W], place: Callable[[_W], object]) -> list[_W]:
    """What was made, one for each place: what comes back to a place that was taken meanwhile stays lost, and of two
    that are lost from one place both are kept."""
    both = list(zip(before, after, strict=True))
    taken = {place(now) for was, now in both if not _is_lost(was)}
    kept: dict[object, _W] = {}
    for was, now in both:
        one = was if _is_lost(was) and not _is_lost(now) and place(now) in taken else now
        while place(one) in kept and _is_lost(one):
            one = _put(one, lambda anchor: told_apart(anchor, (anchor,)) if anchor.lost else anchor)
        taken.add(place(one))
        known = kept.get(place(one))
        if known is None or known.at <= one.at:
            kept[place(one)] = one
    return list(kept.values())
