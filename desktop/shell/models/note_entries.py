"""Knows what the list of notes lists: notes, rulings, readings, links, and conflicts that nobody ruled on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from desktop.core import wording
from desktop.core.language import phrase, say, say_count
from desktop.core.rulings import Ruling, anchors_of, disputes
from desktop.shell.moments import said

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from desktop.core.agreement import Pair
    from desktop.core.analysis import Analysis
    from desktop.core.anchors import Anchor
    from desktop.core.annotations import Annotation
    from desktop.core.corrections import Correction
    from desktop.core.links import Link
    from desktop.core.ruled import Compared


class Kind(Enum):
    """What an entry is."""

    NOTE = "note"
    RULING = "ruling"
    CORRECTION = "correction"
    LINK = "link"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them, to be told from others by its key.

    thing: the Annotation, Ruling, Correction, Link, or the worst Pair of a conflict. text: what the editor wrote, or
    what a conflict is about. number: of a conflict, in the order of the comparisons.
    """

    kind: Kind
    key: Hashable = field(compare=False)
    thing: object
    anchors: tuple[Anchor, ...]
    text: str = ""
    by: str = ""
    at: str = ""
    tags: tuple[str, ...] = ()
    is_resolved: bool = False
    is_lost: bool = False
    number: int = 0


def of_note(note: Annotation) -> Entry:
    return Entry(
        Kind.NOTE,
        (Kind.NOTE, note.id),
        note,
        note.anchors,
        note.text,
        note.by,
        note.at,
        note.tags,
        note.is_resolved,
        note.is_orphan,
    )


def of_ruling(ruling: Ruling) -> Entry:
    key = (Kind.RULING, ruling.places, ruling.by)
    return Entry(
        Kind.RULING, key, ruling, ruling.anchors, ruling.reason, ruling.by, ruling.at, is_lost=ruling.is_orphan
    )


def of_correction(correction: Correction) -> Entry:
    key = (Kind.CORRECTION, correction.anchor)
    anchors, is_lost = (correction.anchor,), not correction.holds
    return Entry(Kind.CORRECTION, key, correction, anchors, by=correction.by, at=correction.at, is_lost=is_lost)


def of_link(link: Link) -> Entry:
    key = (Kind.LINK, link.places)
    return Entry(Kind.LINK, key, link, link.anchors, by=link.by, at=link.at, is_lost=not link.holds)


def conflicts(analysis: Analysis) -> Iterator[tuple[Entry, tuple[frozenset[Anchor], ...]]]:
    """Every dispute of every two articles, and the places of its pairs: a ruling on one of them is enough."""
    number = 0
    for comparison in analysis.comparisons:
        for dispute in disputes((*comparison.pairs, *comparison.internal)):
            number += 1
            pair = dispute[0]
            anchors = anchors_of(pair)
            about = wording.topic(comparison.topic)
            key = (Kind.CONFLICT, frozenset(anchors), about)
            entry = Entry(Kind.CONFLICT, key, pair, anchors, about, number=number)
            yield entry, tuple(frozenset(anchors_of(each)) for each in dispute)


def words(entry: Entry, names: Mapping[str, str]) -> str:
    """What it says, on one line."""
    text = " ".join(entry.text.split())
    match entry.kind:
        case Kind.RULING:
            ruling: Ruling = entry.thing  # type: ignore[assignment]
            said = wording.ruling(ruling, names)
            return say("{ruling}: {reason}", ruling=said, reason=text) if text else said
        case Kind.CORRECTION:
            correction: Correction = entry.thing  # type: ignore[assignment]
            return wording.correction(correction)
        case Kind.LINK:
            link: Link = entry.thing  # type: ignore[assignment]
            return wording.link(link)
        case Kind.CONFLICT:
            pair: Pair = entry.thing  # type: ignore[assignment]
            return f"{text}: {wording.reason(pair, names)}"
    return text or say("(no words)")


KINDS = {
    Kind.NOTE: phrase("note"),
    Kind.RULING: phrase("ruling"),
    Kind.CORRECTION: phrase("reading"),
    Kind.LINK: phrase("link"),
    Kind.CONFLICT: phrase("without a ruling"),
}


def standing(entry: Entry, compared: Compared) -> str:
    """What is not as it was when an entry was ruled on, in a few words; "" where all is, and for what is no ruling."""
    if not isinstance(entry.thing, Ruling):
        return ""
    if compared.is_over(entry.thing):
        return say("no longer compared")
    return say("ruled on an earlier reading") if compared.on_an_earlier_reading(entry.thing) is not None else ""


def circumstances(entry: Entry, standing: str = "") -> str:
    """Its tags and its state, who made it and when, on one line; what does not fit is cut at its end."""
    if entry.kind is Kind.CONFLICT:
        return say(KINDS[entry.kind])
    parts = [f"#{tag}" for tag in entry.tags]
    parts.append(say("to be placed") if entry.is_lost else standing)
    if entry.kind is Kind.NOTE and entry.is_resolved:
        parts.append(say("resolved"))
    parts += [entry.by or say("No name"), said(entry.at)]
    replies = getattr(entry.thing, "replies", ())
    if replies:
        parts.append(say_count("{count} reply", "{count} replies", len(replies)))
    return " · ".join(part for part in parts if part)


def sought(entry: Entry, names: Mapping[str, str]) -> str:
    """All words of an entry as they are searched."""
    replies: Iterable[object] = getattr(entry.thing, "replies", ())
    answers = (getattr(reply, "text", "") for reply in replies)
    source = getattr(entry.thing, "source", "")
    quotes = (anchor.quote for anchor in entry.anchors)
    parts = (words(entry, names), *quotes, entry.by, *entry.tags, source, *answers)
    return " ".join(" ".join(parts).casefold().split())
