"""Shows that the editor reviews blind, and how far that has come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from desktop.core.language import say
from desktop.shell.views.status_chips import plain_button


class BlindLine(QFrame):
    """One line above the review, out of sight where nobody reviews blind."""

    end_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lensNotice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.label = QLabel()
        self.label.setToolTip(say("Until it is ended, you do not see what others ruled and noted"))
        self.end = plain_button(say("End…"), say("End the blind review, and see how far you and the others agree"))
        self.end.setAccessibleName(say("End the blind review"))
        self.end.clicked.connect(self.end_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.label, 1)
        row.addWidget(self.end)
        self.hide()

    def tell(self, words: str, is_done: bool) -> None:
        """Shows how far it has come; "" hides the line."""
        self.label.setText(words)
        self.setAccessibleName(words)
        self.end.setText(say("Compare…") if is_done else say("End…"))
        self.setVisible(bool(words))
