"""Shows what the articles say of each topic, in words: the claims table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.shell.highlights import ORDER
from desktop.shell.models.agreement_table import AgreementTable, matrix_table, pair_table
from desktop.shell.views.button_bar import button_bar
from desktop.shell.views.table_cells import Cells

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from desktop.core.figures import Figure
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

MATRIX_COLUMN = 156


class AgreementView(QWidget):
    """The table, the chips that filter it, and the choice between two articles and all."""

    filter_changed = Signal()

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._appearance = appearance
        self._marking = False
        self.table = AgreementTable(appearance)
        self.view = QTableView()
        self.two, self.all = _choice("Two articles"), _choice("All sources")
        self.chips = {status: _chip(status) for status in ORDER}
        self.conflicts_only = QToolButton()
        self.conflicts_only.setText("Conflicts only")
        self.conflicts_only.setCheckable(True)
        self.conflicts_only.setObjectName("choice")
        self.conflicts_only.setToolTip("Show nothing but conflicts")
        self.empty = QLabel()
        self.empty.setObjectName("about")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._dress_table()
        self._lay_out()
        self.two.setChecked(True)
        for button in (self.two, self.all):
            button.clicked.connect(self.show_comparisons)
        for chip in self.chips.values():
            chip.toggled.connect(self._filter)
        self.conflicts_only.toggled.connect(self._show_conflicts_only)
        session.analysis_changed.connect(self.show_comparisons)
        session.facing_changed.connect(self.show_comparisons)
        appearance.changed.connect(self._count)
        selection.changed.connect(self.mark)
        self.show_comparisons()

    def _dress_table(self) -> None:
        view = self.view
        view.setModel(self.table)
        view.setAccessibleName("Claims")
        view.setAccessibleDescription("What the articles say of each topic, and whether they agree")
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSortingEnabled(False)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        self._cells = Cells(view)
        view.setItemDelegate(self._cells)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = view.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._sort)
        view.selectionModel().currentRowChanged.connect(self._choose)
        view.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        bar = button_bar(self, (self.two, self.all))
        bar.addStretch(1)
        for chip in self.chips.values():
            bar.addWidget(chip)
        bar.addSpacing(4)
        bar.addWidget(self.conflicts_only)
        pages = QStackedLayout()
        pages.setStackingMode(QStackedLayout.StackingMode.StackOne)
        pages.addWidget(self.view)
        pages.addWidget(self.empty)
        self._pages = pages
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(pages, 1)

    def show_comparisons(self) -> None:
        """Shows the comparisons of the two articles that face each other, or of all."""
        analysis = self._session.analysis
        by_letter, by_name = self._session.letters, self._session.names
        if self.all.isChecked():
            table = matrix_table(analysis, by_letter, by_name)
        else:
            table = pair_table(analysis, self._session.facing, by_letter, by_name)
        self.table.show(table)
        self._set_widths()
        self._count()
        self.mark(self._selection.figures)

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Marks the row of the selected figures and brings it into sight."""
        row = self.table.row_of(figures)
        self._marking = True  # else the row that is marked would count as a row that was chosen
        if row is None:
            self.view.clearSelection()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), flags)
            self.view.scrollTo(self.table.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self._marking = False

    def step(self, direction: int, conflicts: bool) -> None:
        """Selects the next (1) or previous (-1) difference, or only conflicts; goes round at the end."""
        wanted = {Status.CONFLICT} if conflicts else {Status.CONFLICT, Status.APPROX}
        rows = [row for row in range(self.table.rowCount()) if self.table.state(row) in wanted]
        if not rows:
            return
        now = self.view.currentIndex().row() if self.view.selectionModel().hasSelection() else -1
        if direction > 0:
            row = next((row for row in rows if row > now), rows[0])
        else:
            row = next((row for row in reversed(rows) if row < now), rows[-1])
        self._selection.select(self.table.figures(row))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._marking:
            self._selection.select(self.table.figures(index.row()))

    def _sort(self, column: int) -> None:
        header = self.view.horizontalHeader()
        if not header.isSortIndicatorShown():
            header.setSortIndicatorShown(True)
            header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        self.table.sort(column, header.sortIndicatorOrder())
        self.mark(self._selection.figures)

    def _filter(self) -> None:
        hidden = [status for status, chip in self.chips.items() if not chip.isChecked()]
        with QSignalBlocker(self.conflicts_only):
            self.conflicts_only.setChecked(set(hidden) == set(ORDER) - {Status.CONFLICT})
        self.table.hide(hidden)
        self._count()
        self.mark(self._selection.figures)
        self.filter_changed.emit()

    def _show_conflicts_only(self, only: bool) -> None:
        for status, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(not only or status is Status.CONFLICT)
        self._filter()

    def _count(self) -> None:
        counts = self.table.counts()
        theme = self._appearance.theme
        for status, chip in self.chips.items():
            count = counts.get(status, 0)
            shown = chip.isChecked()
            chip.setText(f"{count}" if shown or not count else f"{count} hidden")
            chip.setIcon(self._appearance.sign(status, 14, None if shown else theme.muted))
            chip.setToolTip(f"{wording.status(status)}: {count} {'shown' if shown else 'hidden'}; click to change")
            chip.setAccessibleName(f"{wording.status(status)}, {count}")
        self.empty.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if self.table.rowCount() else 1)

    def _why_empty(self) -> str:
        if not self._session.is_analysed:
            return "Comparing…"
        if sum(self.table.counts().values()):
            return "All rows are hidden by the filter."
        if None in self._session.facing:
            return "Open two articles to compare them."
        return "The articles have no figures in common." if self.all.isChecked() else "No figures were found."

    def _set_widths(self) -> None:
        """Gives "why" half of the room in a wide window; the matrix has columns of one width."""
        header = self.view.horizontalHeader()
        room = self.view.viewport().width()
        header.setStretchLastSection(not self.all.isChecked())
        if self.all.isChecked():
            widths = [164, 140, *[MATRIX_COLUMN] * (self.table.columnCount() - 2)]
        else:
            widths = [108, *[max(110, (room - 108) // 5)] * 3]
        for column, width in enumerate(widths):
            header.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_widths()


def _choice(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setObjectName("choice")
    return button


def _chip(status: Status | None) -> QToolButton:
    chip = QToolButton()
    chip.setObjectName("chip")
    chip.setCheckable(True)
    chip.setChecked(True)
    chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    chip.setAccessibleName(wording.status(status))
    return chip
