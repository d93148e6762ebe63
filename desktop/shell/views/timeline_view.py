"""Shows what each article's reading would pay over time, as curves or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core import wording
from desktop.core.chart import Chart, Series, chart, short_month, short_range
from desktop.shell.selection import companions
from desktop.shell.views.button_bar import button_bar
from desktop.shell.views.table_cells import Cells
from desktop.shell.views.timeline_plot import TimelinePlot

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QResizeEvent

    from desktop.core.figures import Figure
    from desktop.core.timeline import Month, Payment
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

FAR_APART = 30
"""From this ratio of the largest amount to the smallest on, a linear axis hides the smallest."""

COLUMNS = ("Source", "From", "To", "Per month", "In all", "Supposed")
WIDTHS = (112, 76, 76, 104, 116)
LEAST_SUPPOSED = 260
"""Pixels: of the columns before the last, and the least of the last, which takes what is left."""


class TimelineView(QWidget):
    """The plot, its table, and the choice between them."""

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._payments: tuple[Payment, ...] = ()
        self._marking = False
        self.plot = TimelinePlot(appearance)
        self.table = QTableWidget(0, len(COLUMNS))
        self.monthly, self.cumulative = _choice("Per month"), _choice("Cumulative")
        self.logarithmic = QCheckBox("Log scale")
        self.logarithmic.setToolTip("A logarithmic axis, for amounts that lie far apart")
        self.as_table = _choice("Table")
        self.as_table.setToolTip("The same as a table in words")
        self.empty = QLabel()
        self.empty.setObjectName("about")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._pages = QStackedWidget()
        self._scale_chosen = False
        self._dress_table()
        self._lay_out()
        self.monthly.setChecked(True)
        for button in (self.monthly, self.cumulative, self.as_table):
            button.clicked.connect(self._draw)
        self.logarithmic.clicked.connect(self._choose_scale)
        self.plot.series_chosen.connect(self._choose)
        self.table.itemSelectionChanged.connect(self._choose_row)
        session.analysis_changed.connect(self.show_payments)
        selection.changed.connect(self.mark)
        self.show_payments()

    def _dress_table(self) -> None:
        self.table.setHorizontalHeaderLabels(COLUMNS)
        self.table.setAccessibleName("Payments as a table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self._cells = Cells(self.table)
        self.table.setItemDelegate(self._cells)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        bar = button_bar(self, (self.monthly, self.cumulative))
        bar.addSpacing(6)
        bar.addWidget(self.logarithmic)
        bar.addStretch(1)
        bar.addWidget(self.as_table)
        for page in (self.plot, self.table, self.empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    @property
    def chart(self) -> Chart:
        """The description of what is drawn."""
        return chart(self._payments, self._session.letters)

    def show_payments(self) -> None:
        """Shows the schedules of the present analysis."""
        self._payments = self._session.analysis.payments
        if not self._scale_chosen:
            amounts = [float(payment.monthly_high) for payment in self._payments if payment.monthly_high > 0]
            self.logarithmic.setChecked(bool(amounts) and max(amounts) / min(amounts) >= FAR_APART)
        self._fill_table()
        self._draw()
        self.mark(self._selection.figures)

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Marks the curve and the row that rest on the figure the editor pointed at."""
        self.plot.mark(figures[0] if figures else None)
        self._marking = True
        self.table.clearSelection()
        for row, payment in enumerate(self._payments):
            if figures and figures[0] in payment.figures:
                self.table.selectRow(row)
                break
        self._marking = False

    def _draw(self) -> None:
        description = self.chart
        self.plot.show_chart(
            description, cumulative=self.cumulative.isChecked(), logarithmic=self.logarithmic.isChecked()
        )
        self.empty.setText(self._why_empty())
        if not self._payments:
            self._pages.setCurrentWidget(self.empty)
        elif self.as_table.isChecked() or not description.series:
            self._pages.setCurrentWidget(self.table)
        else:
            self._pages.setCurrentWidget(self.plot)

    def _why_empty(self) -> str:
        if not self._session.is_analysed:
            return "Comparing…"
        if not self._session.included:
            return "Open articles to see what they say is paid."
        return "No article states payments over time."

    def _fill_table(self) -> None:
        called = self._session.names
        self._marking = True
        self.table.setRowCount(len(self._payments))
        for row, payment in enumerate(self._payments):
            reading = "" if payment.reading == "as written" else f" ({payment.reading})"
            cells = (
                f"{called.get(payment.article, '')}{reading}",
                _month(payment.start),
                _month(payment.end),
                _range(payment.monthly_low, payment.monthly_high, payment.currency),
                _range(payment.total_low, payment.total_high, payment.currency),
                "; ".join(wording.assumption(slug) for slug in payment.assumed),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self._marking = False
        self._set_widths()

    def _set_widths(self) -> None:
        header = self.table.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, width)
        room = self.table.viewport().width() - sum(WIDTHS)
        header.resizeSection(len(WIDTHS), max(LEAST_SUPPOSED, room))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_widths()

    def _choose_scale(self) -> None:
        self._scale_chosen = True
        self._draw()

    def _choose(self, series: Series) -> None:
        found = (companions(self._session.analysis, figure) for figure in series.figures)
        self._selection.select((*series.figures, *(figure for figures in found for figure in figures)))

    def _choose_row(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows and not self._marking:
            payment = self._payments[rows[0].row()]
            found = (companions(self._session.analysis, figure) for figure in payment.figures)
            self._selection.select((*payment.figures, *(figure for figures in found for figure in figures)))


def _choice(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setObjectName("choice")
    return button


def _month(month: Month | None) -> str:
    return short_month(month) if month is not None else "not stated"


def _range(low: Decimal | None, high: Decimal | None, currency: str) -> str:
    if low is None or high is None:
        return "open"
    return short_range(low, high, currency)
