"""Shows notes and rulings as rows of three lines: where, what, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.core.language import say
from desktop.shell.models.annotation_list import CircumstancesRole, EntryRole, PlacesRole, WordsRole
from desktop.shell.models.note_entries import Entry, Kind

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter

    from desktop.shell.models.annotation_list import AnnotationList
    from desktop.shell.theme import Appearance

    Index = QModelIndex | QPersistentModelIndex

LINES, ACROSS, DOWN, SIGN = 3, 8, 5, 14


def sign_of(entry: Entry) -> str:
    """The name of the sign before an entry."""
    if entry.is_lost:
        return "lost"
    if entry.kind is Kind.CONFLICT:
        return "conflict"
    if entry.kind is Kind.RULING:
        return "ruling"
    if entry.kind is Kind.CORRECTION:
        return "reading"
    if entry.kind is Kind.LINK:
        return "link"
    return "resolved" if entry.is_resolved else "note"


class _Rows(QStyledItemDelegate):
    """Draws a row; each line ends in an ellipsis where there is no room."""

    def __init__(self, view: QTableView, appearance: Appearance) -> None:
        super().__init__(view)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(100, QFontMetrics(option.font).lineSpacing() * LINES + 2 * DOWN)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        widget, theme = option.widget, self._appearance.theme  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        entry: Entry = index.data(EntryRole)
        room: QRect = option.rect.adjusted(ACROSS, DOWN, -ACROSS, -DOWN)  # type: ignore[attr-defined]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        muted = QColor(theme.text if is_chosen else theme.muted)
        name = sign_of(entry)
        ink = theme.marks["conflict"].line if name in ("conflict", "lost") else theme.muted
        icon = self._appearance.sign(name, SIGN, theme.text if is_chosen else ink)
        plain = QFont(option.font)  # type: ignore[attr-defined]
        heavy = QFont(plain)
        heavy.setWeight(QFont.Weight.DemiBold)
        step = QFontMetrics(plain).lineSpacing()
        icon.paint(painter, QRect(room.left(), room.top() + (step - SIGN) // 2, SIGN, SIGN))
        lines = (
            (index.data(PlacesRole), heavy, QColor(theme.text), SIGN + 6),
            (index.data(WordsRole), plain, QColor(theme.text), 0),
            (index.data(CircumstancesRole), plain, muted, 0),
        )
        for number, (words, font, colour, indent) in enumerate(lines):
            place = QRect(room.left() + indent, room.top() + number * step, room.width() - indent, step)
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(str(words), Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.setPen(QColor(theme.raised))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())  # type: ignore[attr-defined]


class NoteRows(QTableView):
    """The rows, all of one height: a list view would lay all of them out again whenever one is changed."""

    wanted = Signal(int)
    """The row whose places the editor wants to see."""
    deleting_wanted = Signal(int)
    """The row that the editor wants to delete."""

    def __init__(self, entries: AnnotationList, appearance: Appearance) -> None:
        super().__init__()
        self.setModel(entries)
        self.setItemDelegate(_Rows(self, appearance))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(say("Notes and rulings"))
        self.setAccessibleDescription(say("Return shows the places of a note in the texts, Delete takes it away"))
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))
        self._measure()

    def choose(self, row: int | None) -> None:
        """Marks a row and brings it into sight; None marks none."""
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(self.model().index(-1, -1))
            return
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleting_wanted.emit(row)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            self.choose(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * LINES + 2 * DOWN)
