"""Draws a row of the list of sources: the name in two lines at most, and always the numbers below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont


class SourceRows(QStyledItemDelegate):
    """Breaks and shortens names for the width that the list has now."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        name, *more = str(index.data() or "").split("\n")
        lines = in_two_lines(name, option.font, self._room(option))  # type: ignore[attr-defined]
        # What Qt takes for another line of a row.
        option.text = "\u2028".join((*lines, *more))  # type: ignore[attr-defined]

    def _room(self, option: QStyleOptionViewItem) -> int:
        """How wide the words of a row may be."""
        view, style = self._view, self._view.style()
        row = QStyleOptionViewItem(option)
        row.rect = QRect(0, 0, view.viewport().width() - 2 * view.spacing(), 100)  # type: ignore[attr-defined]
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, row, view)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
        return words.width() - 2 * margin


def in_two_lines(words: str, font: QFont, room: int) -> tuple[str, ...]:
    """The words in one line or two no wider than `room`, the second with an ellipsis where they do not suffice."""
    layout = QTextLayout(words, font)
    way = QTextOption()
    way.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(way)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(1, room))
    length = first.textLength()
    layout.endLayout()
    # A text layout counts UTF-16 units.
    units = words.encode("utf-16-le", "surrogatepass")
    begin, rest = (
        part.decode("utf-16-le", "surrogatepass").strip() for part in (units[: 2 * length], units[2 * length :])
    )
    if not rest:
        return (begin,)
    return begin, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)
