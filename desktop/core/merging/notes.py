"""Knows how the notes of two editors become one list: the same note once, with the replies of both."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation, Reply, in_order
from desktop.core.merging.naming import Names, may_be_one

_APART = "~"
"""Stands in the id of a note before what tells it apart from another edit of the same note."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of two workspaces. added: how many came in. extended: how many of mine know more now."""

    notes: tuple[Annotation, ...]
    added: int = 0
    extended: int = 0


def joined_notes(mine: tuple[Annotation, ...], theirs: Iterable[Annotation], names: Names) -> Notes:
    """My notes and theirs; of one note that was written on in different ways, both ways are kept."""
    found = {note.id: note for note in mine}
    edits: dict[str, list[str]] = {}
    for note in mine:
        edits.setdefault(_root(note.id), []).append(note.id)
    added = 0
    extended: set[str] = set()
    for note in theirs:
        same = edits.setdefault(_root(note.id), [])
        for known in same:
            both = _united(found[known], note, names)
            if both is not None:
                if both != found[known]:
                    found[known] = both
                    extended.add(known)
                break
        else:
            new = _own_id(note, found.keys())
            found[new] = replace(note, id=new, by=names.of(note.by), replies=_signed(note.replies, names))
            same.append(new)
            added += 1
    if not added and not extended:
        return Notes(mine)
    return Notes(in_order(found.values()), added, len(extended))


def _united(mine: Annotation, theirs: Annotation, names: Names) -> Annotation | None:
    """One note of two that were the same once, None where it was written on in different ways."""
    anchors = _settled(mine.anchors, theirs.anchors)
    is_by_one = may_be_one(mine.by, theirs.by) or mine.by == names.of(theirs.by)
    source = mine.source or theirs.source
    if anchors is None or not is_by_one or mine.text != theirs.text or theirs.source not in ("", source):
        return None
    last, their_last = mine.edited or mine.at, theirs.edited or theirs.at
    either = mine.is_resolved or theirs.is_resolved
    return replace(
        mine,
        anchors=anchors,
        edited=max(mine.edited, theirs.edited),
        tags=(*mine.tags, *(tag for tag in dict.fromkeys(theirs.tags) if tag not in mine.tags)),
        source=source,
        is_resolved=either if last == their_last else (mine if last > their_last else theirs).is_resolved,
        replies=_replies(mine.replies, theirs.replies, names),
    )


def _settled(mine: tuple[Anchor, ...], theirs: tuple[Anchor, ...]) -> tuple[Anchor, ...] | None:
    """The places of one note: those that were found or placed by hand count more than those that are lost."""
    if frozenset(mine) == frozenset(theirs):
        return mine
    if len(mine) != len(theirs):
        return None
    settled = []
    for one, other in zip(mine, theirs, strict=True):
        if one != other and one.lost is other.lost:
            return None
        settled.append(other if one.lost else one)
    return tuple(settled)


def _replies(mine: tuple[Reply, ...], theirs: tuple[Reply, ...], names: Names) -> tuple[Reply, ...]:
    """The replies of both, in order of time."""
    known = Counter(mine)
    new = []
    for reply in theirs:
        same = next((one for one in (reply, *_signed((reply,), names)) if known[one] > 0), None)
        if same is None:
            new.append(reply)
        else:
            known[same] -= 1
    if not new:
        return mine
    return tuple(sorted((*mine, *_signed(new, names)), key=lambda reply: (reply.at, reply.by, reply.text)))


def _signed(replies: Iterable[Reply], names: Names) -> tuple[Reply, ...]:
    return tuple(replace(reply, by=names.of(reply.by)) for reply in replies)


def _root(note: str) -> str:
    """The id that the edits of one note have in common."""
    return note.partition(_APART)[0]


def _own_id(note: Annotation, known: Container[str]) -> str:
    """An id for a note of theirs that no note of mine has: its own, else one that follows from what it says."""
    if note.id not in known:
        return note.id
    said = repr((note.text, note.by, note.at, note.source, sorted(note.anchors)))
    own = f"{_root(note.id)}{_APART}{sha256(said.encode()).hexdigest()[:12]}"
    number = 1
    while (found := own if number == 1 else f"{own}-{number}") in known:
        number += 1
    return found
