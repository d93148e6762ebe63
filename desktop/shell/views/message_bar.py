"""Shows what the editor should know now, without stopping the work: troubles, warnings, news."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from desktop.core.language import say


class MessageBar(QFrame):
    """One message at a time, until it is dismissed or replaced."""

    dismissed = Signal()
    """The editor has done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(say("Dismiss"))
        close.setToolTip(say("Dismiss this message (Esc)"))
        close.clicked.connect(self.dismiss)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self.dismiss)
        escape.activatedAmbiguously.connect(self.dismiss)  # something else in sight is dismissed by Escape too
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.label, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def trouble(self) -> str:
        """What it complains of at the moment, "" where it does not."""
        return self.label.text() if not self.isHidden() and self.property("tone") == "trouble" else ""

    def tell(self, text: str) -> None:
        """Says something worth knowing."""
        self._show("note", text)

    def complain(self, text: str) -> None:
        """Says what went wrong; what it was about is left as it was."""
        self._show("trouble", text)

    def dismiss(self) -> None:
        """Takes the message away, because the editor wants it."""
        self.hide()
        self.dismissed.emit()

    def settle(self) -> None:
        """Takes away what was worth knowing until now; a trouble stays until it is dismissed or made good."""
        if self.property("tone") == "note":
            self.hide()

    def _show(self, tone: str, text: str) -> None:
        self.setProperty("tone", tone)
        self.style().polish(self)
        self.label.setText(text)
        self.setAccessibleName(text)
        self.show()
