"""Changes notes, each change as an edit that can be undone; typing is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.core.annotations import Annotation, Reply
from desktop.core.language import phrase
from desktop.core.wording import step

if TYPE_CHECKING:
    from desktop.core.anchors import Anchor
    from desktop.shell.session import Session

DELETE = phrase("delete note on “{quote}”")


def drafted(session: Session, anchors: tuple[Anchor, ...]) -> Annotation:
    """A note of the editor's without words, which is not part of the workspace yet."""
    return Annotation(anchors, "", session.editor, session.now(), session.new_id())


def is_own(session: Session, note: Annotation) -> bool:
    """Whether the editor wrote the note; one without a name belongs to whoever has none."""
    return note.by == session.editor


def set_text(session: Session, note: Annotation, text: str) -> None:
    """Gives a note other words; a draft becomes a note with its first."""
    if text != note.text:
        _change(session, "note", phrase("note on “{quote}”"), replace(note, text=text, edited=session.now()), note)


def set_tags(session: Session, note: Annotation, tags: tuple[str, ...]) -> None:
    """Gives a note other tags."""
    if tags != note.tags:
        _change(
            session,
            "tags",
            phrase("tags of the note on “{quote}”"),
            replace(note, tags=tags, edited=session.now()),
            note,
        )


def set_source(session: Session, note: Annotation, source: str) -> None:
    """Gives a note another address that bears it out."""
    if source != note.source:
        _change(
            session,
            "source",
            phrase("source of the note on “{quote}”"),
            replace(note, source=source, edited=session.now()),
            note,
        )


def resolve(session: Session, note: Annotation, resolved: bool) -> None:
    """Says that a note is done with, or that it is not."""
    if resolved is not note.is_resolved:
        words = phrase("resolve note on “{quote}”") if resolved else phrase("open note on “{quote}” again")
        session.edit(step(words, note.anchors), session.workspace.with_annotation(replace(note, is_resolved=resolved)))


def answer(session: Session, note: Annotation, reply: Reply) -> None:
    """Answers a note, or gives the answer of that editor and time other words; no words take it away."""
    replies = [reply if is_one(known, reply) else known for known in note.replies]
    if reply not in replies:
        replies.append(reply)
    after = replace(note, replies=tuple(known for known in replies if known.text.strip()))
    name = step(phrase("reply to the note on “{quote}”"), note.anchors)
    session.edit(name, session.workspace.with_annotation(after), thing=("reply", note.id, reply.by, reply.at))


def is_one(known: Reply, reply: Reply) -> bool:
    """Whether two replies are one, perhaps in other words."""
    return (known.by, known.at) == (reply.by, reply.at)


def delete(session: Session, note: Annotation) -> None:
    """Takes a note away, with its replies."""
    session.edit(step(DELETE, note.anchors), session.workspace.without_annotation(note))


def tidy(session: Session, note: Annotation) -> None:
    """Takes a note away of which nothing is left, as the end of the typing that left nothing."""
    if not note.says_something:
        session.edit(step(DELETE, note.anchors), session.workspace.without_annotation(note), thing=("note", note.id))


def read_tags(typed: str) -> tuple[str, ...]:
    """The tags in a line with commas between them, each once, in the order typed."""
    words = (" ".join(part.split()).lstrip("#") for part in typed.replace("\n", ",").split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def _change(session: Session, what: str, words: str, after: Annotation, before: Annotation) -> None:
    is_new = not any(note.id == before.id for note in session.workspace.annotations)
    if not is_new or after.says_something:
        session.edit(step(words, after.anchors), session.workspace.with_annotation(after), thing=(what, after.id))
