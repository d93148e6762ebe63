"""Shows a table whose rows get the height of their words when they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.shell.views.table_cells import DOWN, Cells

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent, QShowEvent

    Index = QModelIndex | QPersistentModelIndex

AHEAD = 4
"""Rows beyond those in sight that are measured with them."""


class LazyTable(QTableView):
    """A table of words, a row at a time. Thousands of rows cost no more than those in sight: to measure them all, as
    ResizeToContents does, would take seconds."""

    menu_wanted = Signal(QPoint)
    """Where on the screen a menu for the current row should open."""
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._measured: set[int] = set()
        self._is_fitting = False
        self.covered = (0, 0)
        """How many columns stay in sight over the others when these are scrolled, and how wide they are together."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self._cells = Cells(self)
        self.setItemDelegate(self._cells)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        rows.setDefaultSectionSize(self._plain_height())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.fit_rows)
        self.horizontalHeader().sectionResized.connect(self.measure_again)

    @property
    def measured(self) -> frozenset[int]:
        """The rows that have the height of their words."""
        return frozenset(self._measured)

    def measure_again(self) -> None:
        """Forgets the heights: the columns have another width, or others are shown."""
        self._measured.clear()
        self._later.start(0)

    def fit_rows(self) -> None:
        """Gives the rows in sight, and some beyond, the height of their words; what is in sight stays where it is."""
        if self._is_fitting or self.rowAt(0) < 0:
            return
        self._is_fitting = True
        bar = self.verticalScrollBar()
        while True:
            is_end = 0 < bar.maximum() == bar.value()
            above, below = self._fit_around(self.rowAt(0))
            if not above and not (is_end and below):
                break
            self.updateGeometries()
            bar.setValue(bar.maximum() if is_end else bar.value() + above)
        self._is_fitting = False

    def _fit_around(self, first: int) -> tuple[int, int]:
        """Fits the rows from the first one in sight on, and some above it: by how much those and these grew."""
        above = sum(self._fit(row) for row in range(max(0, first - AHEAD), first))
        end, count = self.viewport().height() + above, self.model().rowCount()
        row, beyond, below = first, 0, 0
        while row < count and beyond < AHEAD:
            below += self._fit(row)
            beyond += self.rowViewportPosition(row) > end
            row += 1
        return above, below

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:  # noqa: N802, E501
        # Measured first: a row that grew once it is in sight would push itself out of it.
        if index.isValid() and not self._is_fitting:
            self._fit(index.row())
            for rows in (range(index.row() - 1, -1, -1), range(index.row() + 1, self.model().rowCount())):
                room = self.viewport().height()
                for row in rows:
                    if room <= 0:
                        break
                    self._fit(row)
                    room -= self.rowHeight(row)
            self.updateGeometries()
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        count, width = self.covered
        if index.column() < count:
            bar.setValue(before)
        elif width > self.visualRect(index).left():
            bar.setValue(bar.value() + self.visualRect(index).left() - width)

    def reset(self) -> None:
        super().reset()
        rows = self.verticalHeader()
        for row in self._measured:
            if row < rows.count():
                rows.resizeSection(row, rows.defaultSectionSize())
        self._measured.clear()
        self._later.start(0)

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802
        super().scrollContentsBy(across, down)
        if down:
            self.fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()
        self._later.start(0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.verticalHeader().setDefaultSectionSize(self._plain_height())
        self.fit_rows()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(place)

    def _plain_height(self) -> int:
        return self.fontMetrics().lineSpacing() + 2 * DOWN

    def _fit(self, row: int) -> int:
        """Gives a row its height, and says by how much it grew."""
        if row in self._measured:
            return 0
        self._measured.add(row)
        before, wanted = self.rowHeight(row), self.sizeHintForRow(row)
        if wanted != before:
            self.verticalHeader().resizeSection(row, wanted)
        return wanted - before
