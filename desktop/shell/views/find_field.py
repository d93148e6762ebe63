"""Takes the words that rows are sought by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.core.language import say

NARROWEST, WIDEST = 56, 240


class FindField(QLineEdit):
    """A line for plain words; Escape empties it, Return and the arrow down lead to the rows."""

    done = Signal()

    def __init__(self, name: str, tip: str) -> None:
        """name: for those who hear it."""
        super().__init__()
        self.setObjectName("find")
        self.setPlaceholderText(say("Find"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(say("Shows only the rows in which these words stand"))
        self.setToolTip(tip)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        # The window has a use of its own for Escape: here it is for the words first.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._clears(event):
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _clears(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())
