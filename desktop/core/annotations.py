"""Knows an editor's notes: on claims that were compared, or on a place."""

from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop.core.anchors import Anchor
from desktop.core.text import Span

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Reply:
    """What an editor answered to a note. by: the editor's name. at: ISO date and time, UTC."""

    text: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note.

    anchors: the places it is on; two for a Comparison. by: the editor's name. at, edited: when it was made and last
    changed, ISO date and time, UTC. id: its own, for ever. tags: words to find it by. source: an address that bears it
    out. replies: in the order in which they were given.
    """

    anchors: tuple[Anchor, ...]
    text: str
    by: str = ""
    at: str = ""
    id: str = ""
    edited: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    is_resolved: bool = False
    replies: tuple[Reply, ...] = ()
    places: frozenset[Anchor] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", frozenset(self.anchors))

    @property
    def is_orphan(self) -> bool:
        """Whether a place it was on is not found in the present version of its article."""
        return any(anchor.lost for anchor in self.anchors)

    def replied_by(self, editor: str) -> "Annotation":
        """This note without others' replies; the same value where there are none."""
        if all(reply.by == editor for reply in self.replies):
            return self
        return replace(self, replies=tuple(reply for reply in self.replies if reply.by == editor))

    @property
    def says_something(self) -> bool:
        """Whether anything would be lost with it."""
        return bool(self.text.strip() or self.replies or self.tags or self.source)

    @property
    def is_plain(self) -> bool:
        """Whether it is a text and nothing else."""
        return not (self.replies or self.tags or self.source or self.is_resolved)


def annotation_on(annotations: Iterable[Annotation], anchors: Sequence[Anchor], by: str) -> Annotation | None:
    """The last open note of one editor on exactly these places, None where there is none."""
    if not anchors:
        return None
    places = frozenset(anchors)
    starts = {anchor.span.start for anchor in anchors}
    found = None
    for note in annotations:
        # asked at every selection: most of thousands are told apart by a number; an imported note may have no place
        is_near = bool(note.anchors) and note.anchors[0].span.start in starts
        if is_near and note.places == places and note.by == by and not note.is_resolved:
            found = note
    return found


def with_annotation(annotations: Iterable[Annotation], new: Annotation) -> tuple[Annotation, ...]:
    """The notes (in order), the new one in the place of that with its id."""
    notes = list(without_annotation(annotations, new))
    insort(notes, new, key=_order)  # to sort thousands for each letter typed would be felt
    return tuple(notes)


def without_annotation(annotations: Iterable[Annotation], old: Annotation) -> tuple[Annotation, ...]:
    """The notes without that of the same id."""
    return tuple(note for note in annotations if note.id != old.id)


def in_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The notes in the order in which they were made."""
    return tuple(sorted(annotations, key=_order))


def _order(note: Annotation) -> tuple[str, str]:
    return note.at, note.id


def differences(before: Sequence[_T], after: Sequence[_T]) -> tuple[Sequence[_T], Sequence[_T]]:
    """What stands in the first and what in the second between their common beginning and their common end.

    Values are told apart by identity: an edit makes a new value of what it changes, and leaves the others.
    """
    if before is after:
        return (), ()
    most = min(len(before), len(after))
    first = 0
    while first < most and before[first] is after[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] is after[-1 - last]:
        last += 1
    return before[first : len(before) - last], after[first : len(after) - last]


class Noted:
    """Where notes lie, to be asked for by place; a change costs as much as what is changed."""

    def __init__(self) -> None:
        self._notes: Sequence[Annotation] = ()
        self._count: Counter[frozenset[Anchor]] = Counter()
        self._by_place: dict[str, dict[Span, list[Annotation]]] = {}
        self._stretches: dict[str, tuple[tuple[Span, bool], ...]] = {}

    def follow(self, notes: Sequence[Annotation]) -> None:
        """Knows these notes from now on, and no others."""
        gone, come = differences(self._notes, notes)
        self._notes = notes
        for note in gone:
            self._count[note.places] -= 1
            if not self._count[note.places]:
                del self._count[note.places]
            for anchor in note.anchors:
                if not anchor.lost:
                    self._by_place[anchor.article][anchor.span].remove(note)
        for note in come:
            self._count[note.places] += 1
            for anchor in note.anchors:
                if not anchor.lost:
                    self._by_place.setdefault(anchor.article, {}).setdefault(anchor.span, []).append(note)
        if len(gone) != len(come) or any(_where(old) != _where(new) for old, new in zip(gone, come, strict=True)):
            for note in (*gone, *come):
                for anchor in note.anchors:
                    self._stretches.pop(anchor.article, None)

    @property
    def places(self) -> Collection[frozenset[Anchor]]:
        """The places that notes are on, those of one note together."""
        return self._count.keys()

    def stretches(self, article: str) -> tuple[tuple[Span, bool], ...]:
        """The noted stretches of an article (id) in the order of its text, and whether a note there is open still.

        The same value as before, where none of them is another.
        """
        if article not in self._stretches:
            found = self._by_place.get(article, {})
            spans = sorted((span for span in found if found[span]), key=_start_and_end)
            self._stretches[article] = tuple(
                (span, not all(note.is_resolved for note in found[span])) for span in spans
            )
        return self._stretches[article]

    def on(self, article: str, span: Span) -> tuple[Annotation, ...]:
        """The notes on what overlaps a stretch of an article (id), each once, in the order in which they were made."""
        found = {
            note.id: note
            for place, notes in self._by_place.get(article, {}).items()
            if place.overlaps(span)
            for note in notes
        }
        return in_order(found.values())


def _start_and_end(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _where(note: Annotation) -> tuple[tuple[Anchor, ...], bool]:
    return note.anchors, note.is_resolved
