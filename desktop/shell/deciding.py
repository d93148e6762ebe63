"""Makes and takes back what editors decided and said of it, each as an edit that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.core.annotations import Annotation, annotation_on
from desktop.core.corrections import Correction
from desktop.core.language import phrase
from desktop.core.rulings import Decision, Ruling
from desktop.core.wording import step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.core.agreement import Status
    from desktop.core.anchors import Anchor
    from desktop.core.claims import Claim
    from desktop.core.links import Link
    from desktop.shell.session import Session


def decide(
    session: Session,
    claims: Sequence[Claim],
    status: Status,
    decision: Decision,
    right: tuple[Anchor, ...],
    *,
    known: Ruling | None,
    note: Annotation | None,
) -> None:
    """Rules on claims that are of that status to each other.

    known: the editor's ruling until now, whose reason stays. note: the editor's own note there, which becomes the
    reason of a first ruling; a note with tags, replies or a source stays a note.
    """
    workspace = session.workspace
    readings = {claim.figure.anchor: claim.figure.quantity for claim in claims}
    reasons = [known.reason] if known is not None else []
    note = workspace.note_of(note.id) if note is not None else None
    if known is None and note is not None and note.is_plain:
        reasons, workspace = [note.text], workspace.without_annotation(note)
    for one in session.ruled.superseded(readings, session.editor):
        # what the editor ruled on some of these claims would only be hidden by this; why does not get lost
        workspace = workspace.without_ruling(one)
        reasons.append(one.reason)
    ruling = Ruling(
        in_context(session, tuple(readings)),
        status,
        decision,
        right,
        tuple(readings.values()),
        by=session.editor,
        at=session.now(),
        reason="\n".join(dict.fromkeys(reason for reason in reasons if reason)),
    )
    session.edit(step(phrase("ruling on “{quote}”"), ruling.anchors), workspace.with_ruling(ruling))


def withdraw(session: Session, ruling: Ruling, anchors: tuple[Anchor, ...]) -> None:
    """Takes a ruling back; its reason becomes a note on these of its places, or goes into the editor's own there."""
    workspace = session.workspace.without_ruling(ruling)
    known = annotation_on(workspace.annotations, anchors, ruling.by)
    if ruling.reason.strip() and known is None:
        workspace = workspace.with_annotation(_new_note(session, ruling.reason, anchors))
    elif ruling.reason.strip() and known is not None and ruling.reason not in known.text:
        text = f"{known.text}\n{ruling.reason}".strip()
        workspace = workspace.with_annotation(replace(known, text=text, edited=session.now()))
    session.edit(step(phrase("withdraw ruling on “{quote}”"), ruling.anchors), workspace)


def forget(session: Session, work: Correction | Link) -> None:
    """Takes a reading or a link back."""
    if isinstance(work, Correction):
        name = step(phrase("go back to Crossread's reading of “{quote}”"), (work.anchor,))
    elif work.is_same:
        name = step(phrase("take back the link of “{quote}” and “{other}”"), work.anchors)
    else:
        name = step(phrase("bring “{quote}” and “{other}” together again"), work.anchors)
    session.edit(name, session.workspace.without(work))


def write(session: Session, text: str, anchors: tuple[Anchor, ...]) -> None:
    """Keeps what the editor wrote on these places: as the reason of the editor's ruling on them, else as a note.

    No text takes the note away, if nothing else hangs on it. Places that are gone meanwhile are lost ones.
    """
    anchors = in_context(session, anchors)
    told = session.ruled.of(frozenset(anchors)) if len(anchors) == 2 else ()
    ruling = next((one for one in told if one.by == session.editor), None)
    if ruling is not None:
        explain(session, ruling, text)
        return
    known = annotation_on(session.workspace.annotations, anchors, session.editor)
    if not anchors or (known.text if known is not None else "") == text:
        return
    note = _new_note(session, text, anchors) if known is None else replace(known, text=text, edited=session.now())
    workspace = session.workspace
    after = workspace.with_annotation(note) if note.says_something else workspace.without_annotation(note)
    session.edit(step(phrase("note on “{quote}”"), note.anchors), after, thing=("note", note.id))


def explain(session: Session, ruling: Ruling, reason: str) -> None:
    """Says why a ruling was made."""
    if reason != ruling.reason:
        after = session.workspace.with_ruling(replace(ruling, reason=reason))
        name = step(phrase("reason of the ruling on “{quote}”"), ruling.anchors)
        session.edit(name, after, thing=("reason", ruling.places, ruling.by))


def in_context(session: Session, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """The same places, with what stands around them in their articles; lost where they are not there any more."""
    texts = {article.id: article.text for article in session.workspace.articles}
    has = session.workspace.has
    return tuple(at.in_context(texts[at.article]) if has(at) else replace(at, lost=True) for at in anchors)


def _new_note(session: Session, text: str, anchors: tuple[Anchor, ...]) -> Annotation:
    return Annotation(in_context(session, anchors), text, session.editor, session.now(), session.new_id())
