"""Paints a cell of a table of words: its sign, and its words on as many lines as it may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont, QPainter

    Index = QModelIndex | QPersistentModelIndex

LINES = 3
"""The most lines a row has; what is below the table and the tooltip show the rest."""

ACROSS, DOWN = 7, 5
SIGN = 14


class Cells(QStyledItemDelegate):
    """Cells whose words are wrapped, and end in an ellipsis where the lines do not suffice."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        # Qt puts its own sign for a new line there.
        text, sign = cell.text.replace("\N{LINE SEPARATOR}", "\n"), QIcon(cell.icon)
        cell.text, cell.icon = "", QIcon()
        style = cell.widget.style()
        if not cell.state & QStyle.StateFlag.State_Selected:  # a style sheet would leave it out
            painter.fillRect(cell.rect, cell.backgroundBrush)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        painter.save()
        room = QRect(cell.rect).adjusted(ACROSS, DOWN, -ACROSS, -DOWN)
        if not sign.isNull():
            middle = QFontMetrics(cell.font).lineSpacing() / 2
            sign.paint(painter, QRect(room.left(), round(room.top() + middle - SIGN / 2), SIGN, SIGN))
            room.setLeft(room.left() + SIGN + 5)
        ink = cell.palette.color(QPalette.ColorRole.Text)
        chosen = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(chosen.color() if chosen is not None else QColor(ink))
        painter.setFont(cell.font)
        for number, line in enumerate(_lines(text, cell.font, room.width())):
            metrics = QFontMetrics(cell.font)
            painter.drawText(QPointF(room.left(), room.top() + metrics.ascent() + number * metrics.lineSpacing()), line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        # Asked for every cell of a table at once; to fill in the whole style option would take three times as long.
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        room = width - 2 * ACROSS
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            room -= SIGN + 5
        font = index.data(Qt.ItemDataRole.FontRole) or option.font
        lines = len(_lines(index.data() or "", font, room))
        return QSize(width, max(1, lines) * QFontMetrics(font).lineSpacing() + 2 * DOWN)


def room_for(words: str, font: QFont, *, has_sign: bool = False) -> int:
    """How wide a column must be to show these words in one line."""
    return QFontMetrics(font).horizontalAdvance(words) + 1 + 2 * ACROSS + (SIGN + 5 if has_sign else 0)


def is_cut(view: QTableView, index: Index) -> bool:
    """Whether a cell shows less than its words."""
    room = view.columnWidth(index.column()) - 2 * ACROSS
    if index.data(Qt.ItemDataRole.DecorationRole) is not None:
        room -= SIGN + 5
    return _laid_out(index.data() or "", view.font(), room)[1]


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """The words on at most LINES lines of that width."""
    return _laid_out(text, font, width)[0]


def _laid_out(text: str, font: QFont, width: int) -> tuple[list[str], bool]:
    """The words on at most LINES lines of that width, and whether some were cut."""
    if "\n" in text:
        parts = [_laid_out(part, font, width) for part in text.split("\n")]
        every = [line for part, _ in parts for line in part]
        if len(every) > LINES:
            last = QFontMetrics(font).elidedText(
                f"{every[LINES - 1]} {every[LINES]}", Qt.TextElideMode.ElideRight, width
            )
            every[LINES - 1] = last if last.endswith("…") else f"{every[LINES - 1]}…"
        return every[:LINES], len(every) > LINES or any(cut for _, cut in parts)
    if not text:
        return [], False
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text], False
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    # A word may be longer than its column: it goes on in the next line, not into the next column.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    cut = False
    layout.beginLayout()
    while len(lines) < LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        rest = text[line.textStart() :]
        if len(lines) == LINES - 1 and line.textLength() < len(rest):
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            cut = True
        else:
            lines.append(rest[: line.textLength()].rstrip())
    layout.endLayout()
    return lines, cut
