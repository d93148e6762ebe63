"""Takes the editor's answer to a note, which is kept while it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.core.annotations import Reply
from desktop.core.language import say
from desktop.shell import note_edits
from desktop.shell.views.words_field import WordsField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.core.annotations import Annotation
    from desktop.shell.session import Session


class AnswerField(WordsField):
    """A line for one answer; Return ends it, and the next one is another. Shift+Return begins a new line."""

    ended = Signal()
    """What was typed is an answer like the others from now on."""

    def __init__(self, session: Session) -> None:
        super().__init__(1)
        self._session = session
        self._note: Annotation | None = None
        self.reply: Reply | None = None
        """The reply that is being typed, None where none is."""
        self.setAccessibleName(say("Reply"))
        self.setPlaceholderText(say("Reply"))
        self.rested.connect(self._keep)
        self.left.connect(self.end)

    def show_note(self, note: Annotation, is_kept: bool) -> None:
        """Lets this note be answered, once it is kept."""
        if self._note is not None and note.id != self._note.id:
            self.end()
        self._note = note
        if self.reply is not None and not any(note_edits.is_one(known, self.reply) for known in note.replies):
            self.reply = None  # it was undone
            self.show_words("")
        self.setReadOnly(not is_kept or bool(self._session.read_only))
        self.setVisible(is_kept)
        self.setToolTip(self._session.read_only or say("Answer this note; Return ends the answer"))

    def end(self) -> None:
        """Keeps what was typed; the next words are another answer."""
        self.finish()
        if self.reply is not None:
            self.reply = None
            self.show_words("")
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.end()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        if self._note is None or self._session.read_only:
            return
        note = self._session.workspace.note_of(self._note.id)
        words = self.toPlainText()
        if note is not None and (words.strip() or self.reply is not None):
            reply = self.reply if self.reply is not None else Reply("", self._session.editor, self._session.now())
            reply = replace(reply, text=words)
            self.reply = reply if words.strip() else None  # before anybody hears of the change
            note_edits.answer(self._session, note, reply)
