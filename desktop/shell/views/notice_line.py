"""Shows what must be said of an article before it is read: one line, all of it where the editor wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from desktop.core.language import say
from desktop.shell.views.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

ACROSS = 10


class NoticeLine(QFrame):
    """The first words of a notice; a click, or the button at its end, shows the others."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._words = ""
        self.line = ElidedLabel()
        self.whole = QLabel()
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setWordWrap(True)
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(ACROSS, 3, 4, 3)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.whole, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.more.toggled.connect(self._arrange)
        self._arrange()

    def text(self) -> str:
        """The whole notice."""
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802
        """Shows another notice, one line of it unless the editor wanted more of this one."""
        if words == self._words:
            return
        self._words = words
        self.line.setText(words)
        self.whole.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.more.setAccessibleDescription(words)
        self.more.setChecked(False)
        self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton and not self.more.isHidden():
            self.more.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_open = self.more.isChecked()
        words = " ".join(self._words.split())
        is_long = self.fontMetrics().horizontalAdvance(words) > self.width() - 2 * ACROSS
        self.line.setVisible(not is_open)
        self.whole.setVisible(is_open)
        self.more.setVisible(is_long or is_open)
        self.more.setText(say("less") if is_open else say("more"))
        tip = say("Show one line of this notice") if is_open else say("Show the whole notice")
        self.more.setToolTip(tip)
        self.more.setAccessibleName(tip)
