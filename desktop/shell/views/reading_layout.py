"""Sets the lines and paragraphs of a plain text as far apart as reading asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

LINE_HEIGHT = 1.5
PARAGRAPH_GAP = 0.6
EMPTY_LINE = 0.4
"""In sizes of the font; what the font itself asks for lies between 1.2 and 1.4."""


class ReadingLayout(QPlainTextDocumentLayout):
    """Sets lines further apart than the font asks for; QPlainTextEdit knows no line height of its own."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        box = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        count = layout.lineCount() if layout is not None else 0
        if layout is None or count == 0:
            return box
        size = QFontInfo(self.document().defaultFont()).pixelSize()
        if layout.lineAt(0).y() == 0:  # laid out by Qt, and not yet by us
            down = 0.0
            for number in range(count):
                line = layout.lineAt(number)
                # A line with a taller font in it (emoji, another script) keeps the height it needs.
                above = max(0.25, (size * LINE_HEIGHT - line.height()) / 2)
                line.setPosition(QPointF(line.x(), down + above))
                down += line.height() + 2 * above
        if block.length() == 1:
            box.setHeight(size * EMPTY_LINE)
        else:
            last = layout.lineAt(count - 1)
            box.setHeight(last.y() + last.height() + size * PARAGRAPH_GAP)
        return box

    def line_above(self, block: QTextBlock, line: int, room: float) -> int:
        """The number (in the document) of the line that stands `room` pixels above a line of a block, or the first.

        A text of a megabyte is laid out only where it was seen: what lies between the two is laid out here.
        """
        height = self.blockBoundingRect(block).height()
        while line > 0 or block.previous().isValid():
            here = block.layout().lineAt(line).y()
            if line == 0:
                block = block.previous()
                height = self.blockBoundingRect(block).height()
                line = max(0, block.layout().lineCount() - 1)
                room -= here + height - block.layout().lineAt(line).y()
            else:
                line -= 1
                room -= here - block.layout().lineAt(line).y()
            if room < 0:
                break
        return block.firstLineNumber() + line
