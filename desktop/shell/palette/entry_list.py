"""Shows the entries that fit as a list: words with the typed letters set off, where they stand, their key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.shell.palette.entries import Entry
    from desktop.shell.palette.ranking import Fit
    from desktop.shell.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
EntryRole = Qt.ItemDataRole.UserRole
FitRole = Qt.ItemDataRole.UserRole + 1
PADDING = 10
ROW_PADDING = 7


class EntryList(QAbstractListModel):
    """The entries in the order in which they are offered, each with how it fits what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[Entry, Fit], ...] = ()

    def show(self, rows: Sequence[tuple[Entry, Fit]]) -> None:
        """Offers these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        entry, fit = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(entry)
            case _ if role == EntryRole:
                return entry
            case _ if role == FitRole:
                return fit
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # One that cannot be run now is selected all the same: else nobody would hear that it is there.
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags


def spoken(entry: Entry) -> str:
    """What a screen reader says of an entry."""
    parts = [entry.words, entry.place, entry.key, "" if entry.enabled else say("not available now")]
    return ", ".join(part for part in parts if part)


class EntryRows(QStyledItemDelegate):
    """Paints an entry."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, option.fontMetrics.height() + 2 * ROW_PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._appearance.theme
        entry, fit = index.data(EntryRole), index.data(FitRole)
        box = option.rect
        painter.save()
        if option.state & option.state.State_Selected:
            painter.fillRect(box, QColor(theme.chosen))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        box = box.adjusted(PADDING, 0, -PADDING, 0)
        metrics = option.fontMetrics
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        key = entry.key if entry.enabled else say("not available now")
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, key)
        if key:
            box.setRight(box.right() - metrics.horizontalAdvance(key) - 2 * PADDING)
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(QColor(theme.text if entry.enabled else theme.muted))
        width = self._draw_words(painter, option.font, box, words, fit.places if entry.enabled else ())
        box.setLeft(box.left() + round(width) + PADDING)
        place = metrics.elidedText(entry.place, Qt.TextElideMode.ElideRight, box.width())
        if len(place) > 2:  # no more than an ellipsis says nothing
            painter.setPen(QColor(theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)
        painter.restore()

    def _draw_words(self, painter: QPainter, font: QFont, box: QRect, words: str, places: tuple[int, ...]) -> float:
        layout = QTextLayout(words, font)
        found = QTextCharFormat()
        found.setForeground(QColor(self._appearance.theme.accent))
        found.setFontWeight(QFont.Weight.DemiBold)
        formats = []
        for place in places:
            if place < len(words):
                each = QTextLayout.FormatRange()
                # Qt counts UTF-16 units.
                each.start = len(words[:place].encode("utf-16-le")) // 2
                each.length = len(words[place].encode("utf-16-le")) // 2
                each.format = found
                formats.append(each)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))
        return line.naturalTextWidth()
