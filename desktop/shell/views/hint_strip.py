"""Tells somebody who sees the window for the first time where to begin."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence


class HintStrip(QFrame):
    """A few short points beside each other, until they are dismissed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hintStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.got_it = QPushButton(say("Got it"))
        self.got_it.setToolTip(say("Put these hints away (Esc); Help shows them again"))
        self.got_it.setAccessibleName(say("Got it: put these hints away"))
        self.got_it.clicked.connect(self.hide)
        # With a message in sight Escape is wanted twice, and Qt tells nobody but in this way.
        escape_key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WindowShortcut)
        escape_key.activated.connect(self.hide)
        escape_key.activatedAmbiguously.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.label, 1)
        row.addWidget(self.got_it, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell(self, points: Sequence[tuple[str, str]]) -> None:
        """Shows these points: what stands out in each (a key), and what it does."""
        # A point goes to the next line as a whole.
        parts = [f"<b>{escape(first)}</b> {escape(rest)}".replace(" ", "&nbsp;") for first, rest in points]
        self.label.setText(" &nbsp;·&nbsp; ".join(parts))
        self.setAccessibleName(". ".join(f"{first}: {rest}" for first, rest in points))
        self.show()
