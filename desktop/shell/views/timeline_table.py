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

EXTRA, NARROW, WIDE = 18, 64, 150
"""Pixels: beside a column's words, its least and most width."""
LEAST_LAST, MOST_LAST = 440, 1200
"""Pixels of the last column at least and at most: in one line where that can be, or all rows would be as high as it."""
FIRST_SEEN = 4
"""How many columns shall be seen without scrolling: in a narrow table the first gives them room."""


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
        rows = table.rows[:MOST_MEASURED]
        widest = [
            max(metrics.horizontalAdvance(text) for text in {heading, *(row[column] for row in rows)}) + EXTRA
            for column, heading in enumerate(table.headings)
        ]
        room = self.viewport().width()
        widths = [max(NARROW, min(width, WIDE)) for width in widest[:-1]]
        over = sum(widths[:FIRST_SEEN]) - room
        words = {word for row in rows for word in row[0].split()}
        least = max((metrics.horizontalAdvance(word) for word in words), default=0) + EXTRA
        if over > 0:
            widths[0] = max(NARROW, min(least, widths[0]), widths[0] - over)
        widths.append(max(LEAST_LAST, min(widest[-1], MOST_LAST), room - sum(widths)))
        for column, width in enumerate(widths):
            header.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_widths()

    def _choose(self) -> None:
        rows = self.selectionModel().selectedRows()
        if rows:
            self.row_chosen.emit(rows[0].row())
