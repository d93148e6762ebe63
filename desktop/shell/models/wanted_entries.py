"""Knows which of what the list of notes can list an editor wants to see, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from desktop.shell.models.note_entries import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class Group(Enum):
    """What is listed. What an editor read or linked is listed among all only where its place is lost."""

    ALL = "all"
    NOTES = "notes"
    RULINGS = "rulings"
    CONTESTED = "contested"
    READINGS = "readings"
    LOST = "lost"
    CONFLICTS = "conflicts"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What passes, and in which order.

    words: as typed. is_open: True for open notes alone, False for resolved ones, None for both. by: an editor's name,
    None for all. tag: one tag, "" for all. by_place: in the order of the texts, else the newest first.
    """

    group: Group = Group.ALL
    words: str = ""
    is_open: bool | None = None
    by: str | None = None
    tag: str = ""
    by_place: bool = False

    @property
    def hides(self) -> bool:
        """Whether anything of its group may be left out."""
        return bool(self.words or self.is_open is not None or self.by is not None or self.tag)

    def passes(self, entry: Entry, sought: Callable[[Entry], str]) -> bool:
        """Whether an entry is listed. sought: all words of an entry, as they are searched."""
        if self.group not in groups_of(entry):
            return False
        if entry.kind is not Kind.CONFLICT:  # which has neither state nor author
            if self.is_open is not None and (entry.kind is not Kind.NOTE or entry.is_resolved is self.is_open):
                return False
            if (self.by is not None and entry.by != self.by) or (self.tag and self.tag not in entry.tags):
                return False
        return not self.words or all(word in sought(entry) for word in self.words.casefold().split())

    def key(self, entry: Entry, ranks: Mapping[str, int]) -> tuple[Any, ...]:
        """By what an entry is put in order, the last first where not by place. ranks: of the articles (id)."""
        where = " ".join(f"{at.article}:{at.span.start}:{at.span.end}" for at in entry.anchors)
        tie = f"{entry.kind.value} {where} {getattr(entry.thing, 'id', entry.by)}"
        if entry.kind is Kind.CONFLICT:
            return (entry.number if self.by_place else -entry.number,)
        if not self.by_place:
            return entry.is_lost, entry.at, tie
        first = entry.anchors[0]
        return not entry.is_lost, ranks.get(first.article, -1), first.span, entry.at, tie


def groups_of(entry: Entry) -> Iterator[Group]:
    """The groups that an entry may be listed in; of rulings, which are contested is not known here."""
    if entry.kind is Kind.CONFLICT:
        yield Group.CONFLICTS
        return
    is_reading = entry.kind in (Kind.CORRECTION, Kind.LINK)
    if entry.is_lost or not is_reading:
        yield Group.ALL
    if entry.kind is Kind.NOTE:
        yield Group.NOTES
    if entry.kind is Kind.RULING:
        yield Group.RULINGS
        yield Group.CONTESTED
    if is_reading:
        yield Group.READINGS
    if entry.is_lost:
        yield Group.LOST
