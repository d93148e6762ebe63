"""Knows an editor's notes: on claims that were compared, or on a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.core.anchors import Anchor


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

    @property
    def says_something(self) -> bool:
        """Whether anything would be lost with it."""
        return bool(self.text.strip() or self.replies or self.tags or self.source)


def annotation_on(annotations: Iterable[Annotation], anchors: Sequence[Anchor], by: str) -> Annotation | None:
    """The last open note of one editor on exactly these places, None where there is none."""
    if not anchors:
        return None
    places = frozenset(anchors)
    starts = {anchor.span.start for anchor in anchors}
    found = None
    for note in annotations:
        # asked at every selection: most of thousands are told apart by a number
        if note.anchors[0].span.start in starts and note.places == places and note.by == by and not note.is_resolved:
            found = note
    return found


def with_annotation(annotations: Iterable[Annotation], new: Annotation) -> tuple[Annotation, ...]:
    """The notes, the new one in the place of that with its id."""
    return in_order((*without_annotation(annotations, new), new))


def without_annotation(annotations: Iterable[Annotation], old: Annotation) -> tuple[Annotation, ...]:
    """The notes without that of the same id."""
    return tuple(note for note in annotations if note.id != old.id)


def in_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The notes in the order in which they were made."""
    return tuple(sorted(annotations, key=lambda note: (note.at, note.id)))
