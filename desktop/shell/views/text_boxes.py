"""Knows where a stretch of an article lies on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLine
    from PySide6.QtWidgets import QPlainTextEdit


def boxes_of(text: QPlainTextEdit, start: int, end: int) -> list[QRectF]:
    """The boxes of a stretch in the viewport, one for each line that it stands on; also where it is out of sight.

    start, end: positions in the document, of one block.
    """
    block = text.document().findBlock(start)
    corner = text.blockBoundingGeometry(block).translated(text.contentOffset()).topLeft()
    layout, first = block.layout(), start - block.position()
    last = min(end - block.position(), block.length() - 1)
    line = layout.lineForTextPosition(first)
    found = []
    while line.isValid() and first < last:
        stop = min(last, line.textStart() + line.textLength())
        left, right = _across(line, first), _across(line, stop)
        found.append(QRectF(corner.x() + left, corner.y() + line.y(), right - left, line.height()))
        first = stop
        if line.lineNumber() + 1 >= layout.lineCount():
            break
        line = layout.lineAt(line.lineNumber() + 1)
    return [box for box in found if box.width() > 0]


def _across(line: QTextLine, place: int) -> float:
    x: tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment]
    return x[0]
