"""Knows where stretches of an article lie on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextLine
    from PySide6.QtWidgets import QPlainTextEdit


def boxes_of(text: QPlainTextEdit, start: int, end: int) -> list[QRectF]:
    """The boxes of a stretch in the viewport, one for each line that it stands on; also where it is out of sight.

    start, end: positions in the document, of one block.
    """
    block = text.document().findBlock(start)
    corner = text.blockBoundingGeometry(block).translated(text.contentOffset()).topLeft()
    return [box.translated(corner) for box in boxes_in(block, start, end)]


def boxes_in(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """The boxes of a stretch of a block, from the block's own corner; they stay until the block is laid out anew."""
    layout, first = block.layout(), start - block.position()
    last = min(end - block.position(), block.length() - 1)
    line = layout.lineForTextPosition(first)
    found = []
    while line.isValid() and first < last:
        stop = min(last, line.textStart() + line.textLength())
        left, right = _across(line, first), _across(line, stop)
        found.append(QRectF(left, line.y(), right - left, line.height()))
        first = stop
        if line.lineNumber() + 1 >= layout.lineCount():
            break
        line = layout.lineAt(line.lineNumber() + 1)
    return [box for box in found if box.width() > 0]


def tops_in_sight(text: QPlainTextEdit) -> dict[int, float]:
    """Where the blocks in sight begin in the viewport, by number, a step from each to the next."""
    block = text.firstVisibleBlock()
    top = text.blockBoundingGeometry(block).translated(text.contentOffset()).top()
    layout, bottom = text.document().documentLayout(), text.viewport().height()
    found = {}
    while block.isValid() and top <= bottom:
        found[block.blockNumber()] = top
        top += layout.blockBoundingRect(block).height()
        block = block.next()
    return found


def _across(line: QTextLine, place: int) -> float:
    x: tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment]
    return x[0]
