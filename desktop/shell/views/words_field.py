"""Takes a few words of the editor's, and tells them while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

TYPING = 400
"""How long after a key typing is taken over at the latest, in milliseconds: a kill loses no more than that."""

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_for_the_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key asks to undo or redo in a field that has nothing of its own to undo or redo any more."""
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    is_undo, is_redo = (event.matches(key) for key in _STEPS)  # type: ignore[attr-defined]
    return (is_undo and not can_undo) or (is_redo and not can_redo)


class WordsField(QPlainTextEdit):
    """A field of some lines. Tab leaves it, and so does Escape."""

    begun = Signal()
    """The editor came here to write."""
    left = Signal()
    """The editor went on, and all that was typed has been told."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setObjectName("note")
        self._lines = lines
        self._fit()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING)
        self.textChanged.connect(self._wait)
        self.rested = self._rest.timeout

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 16)

    def _wait(self) -> None:
        # Not begun anew by the next key: who types without a pause is not to lose more than others.
        if not self._rest.isActive():
            self._rest.start()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.begun.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.finish()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()  # it leaves the field first, and dismisses a message only then
            return True
        steps = self.document()
        if is_for_the_window(event, steps.isUndoAvailable(), steps.isRedoAvailable()):
            # The window's steps begin where what was typed here ends, and go both ways from there.
            self.finish()
            steps.clearUndoRedoStacks()
            event.ignore()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is event.Type.FontChange:
            self._fit()

    def finish(self) -> None:
        """Tells at once what was typed."""
        if self._rest.isActive():
            self._rest.stop()
            self._rest.timeout.emit()

    def show_words(self, text: str) -> None:
        """Shows words that are kept; what is being typed here, and was not told yet, is left alone."""
        if self._rest.isActive():
            return
        shown = self.toPlainText()
        if text != shown and (text.strip() or shown.strip()):
            with QSignalBlocker(self):
                self.setPlainText(text)
