"""Shows payment schedules as a table of words, a row of which can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.core.language import say
from desktop.shell.models.payments_table import PaymentsTable
from desktop.shell.views.table_cells import Cells

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.core.chart import Table

MOST_MEASURED = 40
"""Up to how many rows are as high as their words need; more of them are of two lines, or filling in would take long."""

EXTRA, NARROW, WIDE, LEAST_LAST = 18, 64, 150, 440
"""Pixels: beside a column's words, its least and most width, and the least of the last, which takes what is left."""


class TimelineTable(QTableView):
    """The table beside the plot."""

    row_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model_shown = PaymentsTable(self)
        self.setModel(self.model_shown)
        self.setAccessibleName(say("Payments as a table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self._cells = Cells(self)
        self.setItemDelegate(self._cells)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(self._choose)

    def show_table(self, table: Table) -> None:
        """Shows another table."""
        if table == self.model_shown.table:
            return
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + 10)
        with QSignalBlocker(self.selectionModel()):
            self.model_shown.show(table)
        self._set_widths()
        if len(table.rows) <= MOST_MEASURED:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def mark(self, row: int | None) -> None:
        """Marks a row, or none; nobody is told."""
        with QSignalBlocker(self.selectionModel()):
            self.clearSelection()
            if row is not None:
                self.selectRow(row)
        self.viewport().update()

    def _set_widths(self) -> None:
        header, table, metrics = self.horizontalHeader(), self.model_shown.table, self.fontMetrics()
        if not table.headings:
            return
        last = len(table.headings) - 1
        for column in range(last):
            words = {table.headings[column], *(row[column] for row in table.rows[:MOST_MEASURED])}
            widest = max(metrics.horizontalAdvance(text) for text in words) + EXTRA
            header.resizeSection(column, max(NARROW, min(widest, WIDE)))
        taken = sum(header.sectionSize(column) for column in range(last))
        header.resizeSection(last, max(LEAST_LAST, self.viewport().width() - taken))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_widths()

    def _choose(self) -> None:
        rows = self.selectionModel().selectedRows()
        if rows:
            self.row_chosen.emit(rows[0].row())
