"""Shows the whole of what a row of the claims table has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

FEWEST, MOST = 2, 8
"""Lines that are seen at once; the rest is scrolled to."""

ACROSS, DOWN = 7, 4
BORDER = 1


class WhyStrip(QPlainTextEdit):
    """Sentences to be read, selected and copied; as high as they need, and hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._lines = FEWEST
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(ACROSS, DOWN, ACROSS, DOWN)
        self.setObjectName("why")
        self.setAccessibleName(say("Why, in full"))
        self.setAccessibleDescription(say("What is to be said of the row chosen in the claims table"))
        self.hide()

    def tell(self, sentences: Sequence[str]) -> None:
        """Shows these sentences, each on a line of its own."""
        words = "\n".join(sentences)
        if words != self._told:
            self._told = words
            self.setPlainText(words)
        self.setVisible(bool(sentences))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def take(self, height: int) -> None:
        """Lets it be as high as that, in pixels, where its words need it."""
        self._lines = min(MOST, max(FEWEST, (height - 2 * DOWN) // self.fontMetrics().lineSpacing()))
        self._fit()

    def _fit(self) -> None:
        lines = min(self._lines, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * DOWN + BORDER)
