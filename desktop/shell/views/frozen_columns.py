"""Keeps the first columns of a table in sight while the others are scrolled sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop.core.language import say
from desktop.shell.views.table_cells import Cells

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from desktop.shell.views.lazy_table import LazyTable

MOST = 0.6
"""The share of the table's width that may stay: with more, too little would be left to scroll."""


class FrozenColumns(QTableView):
    """A second look at the first columns of a table, over them: it scrolls up and down with the table, and chooses
    the same rows. It never has the focus."""

    def __init__(self, table: LazyTable, count: int) -> None:
        super().__init__(table)
        self._table = table
        self._count = count
        self._is_wanted = False
        self.setObjectName("frozen")
        self.setAccessibleName(say("First columns of the claims"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(table)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(table.selectionMode())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells = Cells(self)
        self.setItemDelegate(self._cells)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setAutoScroll(False)  # the table does so
        self._dress_heads()
        rows, known = table.verticalHeader(), self.verticalHeader()
        rows.sectionResized.connect(lambda row, _before, height: known.resizeSection(row, height))
        table.verticalScrollBar().valueChanged.connect(self._follow)
        table.horizontalScrollBar().rangeChanged.connect(self.arrange)
        table.horizontalHeader().sectionResized.connect(self.arrange)
        table.viewport().installEventFilter(self)
        self.clicked.connect(table.clicked)
        self.doubleClicked.connect(table.doubleClicked)
        self.hide()

    def _dress_heads(self) -> None:
        known, rows = self.verticalHeader(), self._table.verticalHeader()
        known.hide()
        known.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        known.setMinimumSectionSize(rows.minimumSectionSize())
        known.setDefaultSectionSize(rows.defaultSectionSize())
        heads, others = self.horizontalHeader(), self._table.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicatorShown(True)
        heads.sortIndicatorChanged.connect(lambda column, order: others.setSortIndicator(column, order))
        others.sortIndicatorChanged.connect(self._follow_sorting)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(others.customContextMenuRequested)

    def freeze(self, wanted: bool) -> None:
        """Keeps the columns in sight, or lets them scroll with the others."""
        self._is_wanted = wanted
        self.arrange()

    def arrange(self) -> None:
        """Lies over the columns it shows, where there is something to scroll and enough room to do so."""
        table = self._table
        widths = [0 if table.isColumnHidden(column) else table.columnWidth(column) for column in range(self._count)]
        room = table.viewport().width()
        if not (self._is_wanted and table.horizontalScrollBar().maximum() and 0 < sum(widths) < MOST * room):
            table.covered = (0, 0)
            self.hide()
            return
        table.covered = (self._count, sum(widths))
        for column in range(table.model().columnCount()):
            width = widths[column] if column < self._count else 0
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, width)
        rows = table.verticalHeader()
        for row in table.measured:
            self.verticalHeader().resizeSection(row, rows.sectionSize(row))
        heads = table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(heads)
        corner = table.horizontalHeader().geometry().topLeft()
        self.setGeometry(corner.x(), corner.y(), sum(widths), heads + table.viewport().height())
        self.show()
        self._follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        # As a table does for itself: rows that moved under the mouse would be taken for the one that was meant.
        self._table.setAutoScroll(False)
        super().mousePressEvent(event)
        self._table.setAutoScroll(True)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._table.wheelEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        # Asked, not told: where rows are measured on the way, the news of where it stopped is older than that.
        bar, way = self.verticalScrollBar(), self._table.verticalScrollBar().value()
        bar.setMaximum(max(bar.maximum(), way))  # rows that were just measured are not yet counted here
        bar.setValue(way)

    def _follow_sorting(self, column: int, order: Qt.SortOrder) -> None:
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(column if column < self._count else -1, order)
