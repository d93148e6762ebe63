"""Knows an editor's notes: on claims that were compared, or on a single figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.anchors import Anchor


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note. anchors: the places it is on, one or two. by: the editor's name. at: ISO date and time."""

    anchors: tuple[Anchor, ...]
    text: str
    by: str = ""
    at: str = ""


def annotation_on(annotations: Iterable[Annotation], anchors: Sequence[Anchor]) -> Annotation | None:
    """The note on exactly these places, None where there is none."""
    places = frozenset(anchors)
    return next((note for note in annotations if frozenset(note.anchors) == places), None)


def with_annotation(annotations: Iterable[Annotation], new: Annotation) -> tuple[Annotation, ...]:
    """The notes, the new one in the place of that on the same places; a note without text takes it away."""
    places = frozenset(new.anchors)
    kept = tuple(note for note in annotations if frozenset(note.anchors) != places)
    return (*kept, new) if new.text.strip() else kept
