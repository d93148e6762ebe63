"""Lets the editor write, tag, answer and resolve one note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.language import say
from desktop.shell import note_edits
from desktop.shell.moments import said
from desktop.shell.views.answer_field import AnswerField
from desktop.shell.views.status_chips import plain_button
from desktop.shell.views.tag_field import TagField
from desktop.shell.views.words_field import TYPING, WordsField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.core.annotations import Annotation
    from desktop.shell.session import Session

LINES = 4


class NoteForm(QWidget):
    """All of a note. What is typed is kept at once; others' notes can be answered and resolved, and no more."""

    placing_wanted = Signal(object)
    """The Annotation whose place is to be found."""

    def __init__(self, session: Session, tags: Callable[[], Sequence[str]]) -> None:
        """tags: those in use."""
        super().__init__()
        self._session = session
        self._note: Annotation | None = None
        self.words = WordsField(LINES)
        self.words.setAccessibleName(say("Note"))
        self.tags = TagField(tags)
        self.source = QLineEdit()
        self.source.setAccessibleName(say("Source"))
        self.source.setPlaceholderText("https://…")
        self.open = plain_button(say("Open"), say("Open this address in the browser; Crossread itself never does"))
        self.resolved = QCheckBox(say("Resolved"))
        self.resolved.setToolTip(say("Say that this note is done with; it stays in the list"))
        self.place = plain_button(
            say("Place here"), say("Put it on the words that are selected in one of the articles now")
        )
        self.delete = plain_button(say("Delete"), say("Take this note away, with its replies; it can be undone"))
        self.replies = QLabel()
        self.replies.setObjectName("replies")
        self.replies.setTextFormat(Qt.TextFormat.PlainText)
        self.replies.setWordWrap(True)
        self.replies.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer = AnswerField(session)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING)
        self._lay_out()
        self.words.rested.connect(self._keep_words)
        self.words.left.connect(self._tidy)
        self.tags.typed.connect(self._keep_tags)
        self.source.textEdited.connect(self._wait)
        self.source.editingFinished.connect(self._keep_source)
        self.source.textChanged.connect(self._offer_source)
        self._rest.timeout.connect(self._keep_source)
        self.open.clicked.connect(self._open_source)
        self.resolved.clicked.connect(self._resolve)
        self.delete.clicked.connect(self._delete)
        self.answer.ended.connect(self._show_replies)
        self.place.clicked.connect(lambda: self.placing_wanted.emit(self._note))

    def _lay_out(self) -> None:
        address = QHBoxLayout()
        address.setSpacing(4)
        address.addWidget(self.source, 1)
        address.addWidget(self.open)
        fields = QFormLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(4)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in ((say("Tags"), self.tags), (say("Source"), address)):
            label = QLabel(words)
            label.setObjectName("caption")
            fields.addRow(label, field)
        state = QHBoxLayout()
        state.setSpacing(4)
        state.addWidget(self.resolved)
        state.addStretch(1)
        state.addWidget(self.place)
        state.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(fields)
        column.addLayout(state)
        column.addWidget(self.replies)
        column.addWidget(self.answer)

    @property
    def note(self) -> Annotation | None:
        """The note that is shown; a draft is not part of the workspace yet."""
        return self._note

    def show_note(self, note: Annotation) -> None:
        """Shows a note; where it is the same as before, what is being typed stays."""
        is_other = self._note is None or note.id != self._note.id
        if is_other:
            self.finish()
        self._note = note
        why_not = self._session.read_only
        is_own = note_edits.is_own(self._session, note)
        is_kept = any(known.id == note.id for known in self._session.seen.annotations)
        not_mine = "" if is_own else say("{name} wrote this: answer it instead", name=note.by or say("Somebody else"))
        self.words.show_words(note.text)
        self.words.setReadOnly(bool(why_not or not_mine))
        self.words.setPlaceholderText(say("What is to be noted here"))
        if is_other:
            self.tags.clearFocus()
        self.tags.show_tags(note.tags)
        self.tags.setReadOnly(bool(why_not or not_mine))
        is_typed = self.source.isModified() or note.source == self.source.text().strip()
        if is_other or not is_typed:
            with QSignalBlocker(self.source):
                self.source.setText(note.source)
                self.source.setCursorPosition(0)
        self.source.setReadOnly(bool(why_not or not_mine))
        for field in (self.words, self.source):
            field.setToolTip(why_not or not_mine)
        self._offer_source()
        with QSignalBlocker(self.resolved):
            self.resolved.setChecked(note.is_resolved)
        for button in (self.resolved, self.delete, self.place):
            button.setEnabled(is_kept and not why_not)
        self.delete.setVisible(is_own and is_kept)
        self.place.setVisible(note.is_orphan)
        self.answer.show_note(note, is_kept)
        self._show_replies()

    def _show_replies(self) -> None:
        """The answers, but for the one that is being typed."""
        replies = self._note.replies if self._note is not None else ()
        told = [
            f"{reply.by or say('No name')}, {said(reply.at)}: {reply.text}"
            for reply in replies
            if self.answer.reply is None or not note_edits.is_one(reply, self.answer.reply)
        ]
        self.replies.setText("\n".join(told))
        self.replies.setVisible(bool(told))

    def finish(self) -> None:
        """Keeps at once what was typed."""
        self.words.finish()
        self.tags.finish()
        self.answer.finish()
        self._keep_source()

    def leave(self) -> None:
        """Keeps at once what was typed, and takes the note away if that is nothing."""
        self.finish()
        self._tidy()

    def drop(self) -> None:
        """Forgets the note, which is there no more, and what was being typed in it."""
        self._note = None
        self.finish()

    def _present(self) -> Annotation | None:
        """The note as the workspace has it now, a draft as it is."""
        if self._note is None or self._session.read_only:
            return None
        return self._session.workspace.note_of(self._note.id) or self._note

    def _is_mine(self) -> bool:
        return self._note is not None and note_edits.is_own(self._session, self._note)

    def _keep_words(self) -> None:
        note = self._present()
        if note is not None and self._is_mine():
            note_edits.set_text(self._session, note, self.words.toPlainText())

    def _tidy(self) -> None:
        note = self._present()
        if note is not None and self._is_mine():
            note_edits.tidy(self._session, note)

    def _keep_tags(self, typed: str) -> None:
        note = self._present()
        if note is not None and self._is_mine():
            note_edits.set_tags(self._session, note, note_edits.read_tags(typed))

    def _wait(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _keep_source(self) -> None:
        self._rest.stop()
        if not self.source.isModified():
            return  # what was not typed here may have been undone meanwhile
        self.source.setModified(False)
        note = self._present()
        if note is not None and self._is_mine():
            note_edits.set_source(self._session, note, self.source.text().strip())

    def _resolve(self, resolved: bool) -> None:
        note = self._present()
        if note is not None:
            note_edits.resolve(self._session, note, resolved)

    def _delete(self) -> None:
        self.finish()
        note = self._present()
        if note is not None and self._is_mine():
            note_edits.delete(self._session, note)

    def _offer_source(self) -> None:
        self.open.setEnabled(address(self.source.text()).isValid())

    def _open_source(self) -> None:
        wanted = address(self.source.text())
        if wanted.isValid():
            QDesktopServices.openUrl(wanted)


def address(typed: str) -> QUrl:
    """The web address that was typed, which may lack its beginning; not valid where it is none."""
    words = typed.strip()
    if not words or any(character.isspace() for character in words):
        return QUrl()
    url = QUrl(words if "://" in words else f"https://{words}", QUrl.ParsingMode.StrictMode)
    return url if url.scheme() in ("http", "https") and "." in url.host() else QUrl()
