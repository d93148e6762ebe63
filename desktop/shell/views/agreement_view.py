"""Shows what the articles say of each topic, in words: the claims table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.agreement import Status
from desktop.core.language import phrase, say
from desktop.shell.models.agreement_table import AgreementTable
from desktop.shell.reviewed_places import ReviewedPlaces
from desktop.shell.views.column_layout import ColumnLayout
from desktop.shell.views.find_field import FindField
from desktop.shell.views.frozen_columns import FrozenColumns
from desktop.shell.views.lazy_table import LazyTable
from desktop.shell.views.row_menu import RowMenu
from desktop.shell.views.status_chips import StatusChips, plain_button
from desktop.shell.views.table_cells import is_cut
from desktop.shell.views.table_making import TableMaking
from desktop.shell.views.why_strip import WhyStrip
from desktop.shell.views.wrapping_bar import WrappingBar

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from desktop.core.figures import Figure
    from desktop.shell.models.claim_rows import Table
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

STOPPED = phrase("The comparison was stopped; Sources › Compare again starts it anew.")
FROZEN = 2
"""Columns that stay in sight while the sources are scrolled sideways."""


class AgreementView(QWidget):
    """The table, what filters it, and the choice between two articles and all."""

    filter_changed = Signal()
    wording_wanted = Signal()

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._is_marking = self._is_choosing = False
        self._is_alone = True
        self._reviewed = ReviewedPlaces(session)
        self._making = TableMaking(session, self)
        self.table = AgreementTable(appearance)
        self.view = LazyTable()
        self.view.setModel(self.table)
        self.view.setAccessibleName(say("Claims"))
        self.view.setAccessibleDescription(say("What the articles say of each topic, and whether they agree"))
        self.frozen = FrozenColumns(self.view, FROZEN)
        self.columns = ColumnLayout(self.view, self.table)
        self.rows = RowMenu(self.view, self.table, self.columns, session, selection)
        self.two = plain_button(say("Pair"), say("Compare the two articles shown"))
        self.all = plain_button(say("All"), say("What every article says of each topic"))
        self._filters = StatusChips(appearance, self)
        self.chips, self.conflicts_only = self._filters.chips, self._filters.conflicts_only
        self.show_all = self._filters.show_all
        tip = say("Show only rows with these words (Ctrl+Shift+F); Escape shows all again")
        self.finder = FindField(say("Find in claims"), tip)
        self.choose_columns = plain_button("⋮", say("Show conflicts only; choose the columns, and what to sort by"))
        self.choose_columns.setAccessibleName(say("Rows and columns"))
        self.choose_columns.setFixedWidth(26)
        self.why = WhyStrip()
        self.empty = QLabel()
        self.empty.setObjectName("about")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.show_comparisons()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for button in (self.two, self.all):
            button.setCheckable(True)
            group.addButton(button)
        self.two.setChecked(True)
        bar = WrappingBar()
        bar.add(self.two, self.all, *self.chips.values(), self._filters.open_only, self.show_all)
        bar.add_together(self.finder, self.choose_columns)
        self._pages = QStackedLayout()
        self._pages.setStackingMode(QStackedLayout.StackingMode.StackOne)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self._pages, 1)
        column.addWidget(self.why)

    def _connect(self) -> None:
        self.two.clicked.connect(self.show_comparisons)
        self.all.clicked.connect(self.show_comparisons)
        self._filters.changed.connect(self._filter)
        self.finder.textChanged.connect(self._seek)
        self.finder.done.connect(self.view.setFocus)
        QShortcut(QKeySequence("Ctrl+Shift+F"), self, self.finder.setFocus)
        self.choose_columns.clicked.connect(self._offer_columns)
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self._pop_columns(header.mapToGlobal(place)))
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self.view.resized.connect(self.columns.fit)
        self.view.resized.connect(self._keep_in_sight)
        self.view.doubleClicked.connect(self.wording_wanted)
        self.rows.wording_wanted.connect(self.wording_wanted)
        self.table.modelReset.connect(self._mark_again)
        header.sectionResized.connect(self._explain)
        self._making.made.connect(self._show)
        self._session.analysis_changed.connect(self.show_comparisons)
        self._session.analysis_begun.connect(self._count)
        self._session.analysis_stopped.connect(self._count)
        self._session.facing_changed.connect(self.show_comparisons)
        self._session.workspace_changed.connect(self._show_reviewed)
        self._session.seen_changed.connect(self._show_reviewed)
        self._selection.changed.connect(self.mark)

    @property
    def kind(self) -> str:
        """Which table is shown: that of "two" articles or of "all"."""
        return "all" if self.all.isChecked() else "two"

    def layout_text(self) -> str:
        """What the editor chose of the columns, as a line of text to be remembered."""
        return self.columns.layout()

    def restore_layout(self, value: str) -> None:
        """Brings back what `layout_text` told."""
        self.columns.restore_layout(value)

    def show_comparisons(self) -> None:
        """Shows the comparisons of the two articles that face each other, or of all."""
        self._show_reviewed()
        self._making.ask(is_all=self.kind == "all")
        if self._making.is_under_way:
            self._count()

    def _show(self, table: Table) -> None:
        self._is_marking = True
        self.table.show(table)
        self.columns.apply(self.kind)
        self.frozen.freeze(self.kind == "all")
        self.view.scrollToTop()
        self._is_marking = False
        self._count()
        self._mark_again()

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Marks the row of the selected figures and brings it into sight."""
        if self._is_choosing:
            return  # the editor's own choice, which may be of several rows
        row = self.table.row_of(figures)
        self._is_marking = True  # else the row that is marked would count as a row that was chosen
        if row is None:
            self.view.clearSelection()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), flags)
            self.view.scrollTo(self.table.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self._is_marking = False
        self._explain()

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
        if index.isValid() and not self._is_marking:
            self._is_choosing = True
            self._selection.select(self.table.figures(index.row()))
            self._is_choosing = False
            if self.view.selectionModel().hasSelection():
                self._explain()
            else:  # gone to without being chosen, as when the table gets the focus
                self.mark(self._selection.figures)

    def _mark_again(self) -> None:
        if not self._is_marking:
            self.mark(self._selection.figures)
            self.view.fit_rows()

    def _filter(self) -> None:
        self.table.hide(self._filters.hidden)
        self.table.show_open_only(self._filters.open_only.isChecked())
        self._count()
        self.filter_changed.emit()

    def _show_reviewed(self) -> None:
        changed = self._reviewed.follow(whole=self.kind == "all")
        if changed:
            self.table.show_reviewed(self._reviewed.ruled, self._reviewed.noted, changed)
            self.view.measure_again()
            self._count()

    def _seek(self, words: str) -> None:
        self.table.seek(words)
        self._count()
        self.filter_changed.emit()

    def _offer_columns(self) -> None:
        self._pop_columns(self.choose_columns.mapToGlobal(QPoint(0, self.choose_columns.height())))

    def _pop_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.conflicts_only)
        menu.addSeparator()
        self.columns.fill(menu)
        menu.popup(place)

    def _explain(self) -> None:
        """Shows in full what the chosen row has no room for."""
        row = self.view.currentIndex().row()
        chosen = row >= 0 and self.view.selectionModel().isRowSelected(row)
        reasons = self.table.reasons(row) if chosen else ()
        if self.kind == "two" and len(reasons) == 1:
            column = self.table.names.index("why")
            if not self.view.isColumnHidden(column) and not is_cut(self.view, self.table.index(row, column)):
                reasons = ()
        self.why.tell(reasons if self._is_alone else ())

    def explain(self, wanted: bool) -> None:
        """Says in full below the table what the chosen row has no room for, where nothing else in sight says it."""
        self._is_alone = wanted
        self._explain()

    def _keep_in_sight(self) -> None:
        """Shows the chosen row still, where what is said of it below has taken its place."""
        now = self.view.currentIndex()
        if now.isValid() and self.why.isVisible() and self.view.selectionModel().isSelected(now):
            self.view.scrollTo(now)
        self._explain()

    def _count(self) -> None:
        self._filters.count(self.table.counts())
        self.empty.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if self.table.rowCount() and not self._making.is_under_way else 1)

    def _why_empty(self) -> str:
        if not self._session.is_analysed or self._making.is_under_way:
            return say("Comparing…")
        if self._session.is_stopped and not self.table.size:
            return say(STOPPED)
        if sum(self.table.counts().values()):
            return say("All rows are hidden by the filter.")
        if self.table.size:
            return say("No row has these words.")
        if None in self._session.facing:
            return say("Open two articles to compare them.")
        if self.kind == "all":
            return say("The articles have no figures in common.")
        return say("No figures were found.")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.why.take(self.height() // 4)
