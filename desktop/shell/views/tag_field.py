"""Takes the tags of a note, and offers those in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.core.language import say
from desktop.shell.views.words_field import TYPING, is_for_the_window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent


class TagField(QLineEdit):
    """Words with commas between them. Return ends one, Escape leaves the field."""

    typed = Signal(str)
    """What stands in the line, a moment after it was typed, and when the field is left."""

    def __init__(self, known: Callable[[], Sequence[str]]) -> None:
        """known: the tags in use, asked for when the field is come to."""
        super().__init__()
        self._known = known
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.setAccessibleName(say("Tags"))
        self.setPlaceholderText(say("with commas between them"))
        self.setToolTip(say("Words to find the note by, with commas between them; Return ends one"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING)
        self._rest.timeout.connect(lambda: self.typed.emit(self.text()))
        self.textEdited.connect(self._follow)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Shows tags that are kept; what is being typed here is left alone."""
        if not self.hasFocus():
            self._write(", ".join(tags))

    def finish(self) -> None:
        """Tells at once what was typed."""
        if self._rest.isActive():
            self._rest.stop()
            self.typed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        # The window has a use of its own for Escape: here it leaves the field.
        is_escape = event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined]
        if is_escape:
            event.accept()
            return True
        if is_for_the_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            self.finish()
            self.setText(self.text())  # which forgets what could be done again here
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        popup = self._completer.popup()
        if (
            popup is not None
            and popup.isVisible()
            and (is_return or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab))
        ):
            event.ignore()  # the list of tags takes it
        elif is_return:
            if self.text().strip() and not self.text().rstrip().endswith(","):
                self._write(f"{self.text().rstrip()}, ")
            self._rest.start(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._words.setStringList(list(self._known()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.finish()

    def _follow(self) -> None:
        if not self._rest.isActive():
            self._rest.start()
        word = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(word)
        if word and self._completer.completionCount() and self._completer.currentCompletion() != word:
            self._completer.complete()
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def _complete(self, word: str) -> None:
        before, comma, _ = self.text()[: self.cursorPosition()].rpartition(",")
        after = self.text()[self.cursorPosition() :].lstrip(", ")
        self._write(f"{before}{comma}{' ' if comma else ''}{word}, {after}")
        self._rest.start(0)

    def _write(self, words: str) -> None:
        if words != self.text():
            with QSignalBlocker(self):
                self.setText(words)
