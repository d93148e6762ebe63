"""Shows what the editor should know now, without stopping the work: troubles, warnings, news."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Way = tuple[str, Callable[[], object]]
    """What an editor may want to do about a message: the words on the button, and what it does."""

READING = 5.0
"""How long a message stays at least, in seconds, unless it is dismissed or replaced."""


class MessageBar(QFrame):
    """One message at a time, until it is dismissed or replaced, or was worth knowing only and the editor goes on."""

    dismissed = Signal()
    """The editor has done with it."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """clock: the time in seconds, from whenever."""
        super().__init__()
        self._clock = clock
        self._since = 0.0
        self._stays = False
        self._number = 0
        self.setObjectName("messageBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(say("Dismiss"))
        close.setAutoDefault(False)  # Return is for what the window is about
        close.setToolTip(say("Dismiss this message (Esc)"))
        close.clicked.connect(self.dismiss)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self.dismiss)
        escape.activatedAmbiguously.connect(self.dismiss)  # something else in sight is dismissed by Escape too
        self.ways: list[QPushButton] = []
        """The buttons for what may be done about the message, in their order."""
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.label, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def trouble(self) -> str:
        """What it complains of at the moment, "" where it does not."""
        return self.label.text() if not self.isHidden() and self.property("tone") == "trouble" else ""

    def tell(self, text: str, *, stays: bool = False, ways: Sequence[Way] = ()) -> int:
        """Says something worth knowing; returns the number of the message. stays: as long as it holds, for who says it
        takes it away. ways: what can be done about it, a button each."""
        self._show("note", text, ways)
        self._stays = stays
        return self._number

    def renew(self, number: int, text: str) -> None:
        """Says how far that has come which message `number` is about, where it is still in sight."""
        if number == self._number and not self.isHidden():
            self.label.setText(text)
            self.setAccessibleName(text)

    def complain(self, text: str, *, ways: Sequence[Way] = ()) -> None:
        """Says what went wrong; what it was about is left as it was. ways: what can be done about it."""
        self._show("trouble", text, ways)

    def dismiss(self) -> None:
        """Takes the message away, because the editor wants it."""
        self.hide()
        self.dismissed.emit()

    def settle(self) -> None:
        """Takes away what was worth knowing until now; a trouble stays until it is dismissed or made good."""
        if self.property("tone") == "note":
            self.hide()

    def go_on(self) -> None:
        """Takes away what was worth knowing, now that the editor does something else, if there was time to read it."""
        is_being_read = self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self.window())
        if not self._stays and not is_being_read and self._clock() - self._since >= READING:
            self.settle()

    def _show(self, tone: str, text: str, ways: Sequence[Way]) -> None:
        self._since, self._stays = self._clock(), False
        self._number += 1
        self.setProperty("tone", tone)
        self.style().polish(self)
        self.label.setText(text)
        self._offer(ways)
        self.setAccessibleName(text)
        self.show()

    def _offer(self, ways: Sequence[Way]) -> None:
        for button in self.ways:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()  # one of them may have been pressed to get here
        self.ways = []
        for number, (words, call) in enumerate(ways, 1):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setAccessibleDescription(self.label.text())
            button.clicked.connect(lambda _checked=False, call=call: call())
            self._row.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignTop)
            self.ways.append(button)
