"""Knows what an editor can do with the chosen rows of the claims table: copy them, look at them elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.core import wording
from desktop.core.language import say
from desktop.shell.models.table_text import as_tsv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QPoint

    from desktop.shell.models.agreement_table import AgreementTable
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.column_layout import ColumnLayout
    from desktop.shell.views.lazy_table import LazyTable

FEW = 2
"""Articles that are offered in the menu itself; more of them get a menu of their own."""

AT_ONCE = 1000
"""Rows that are copied at once; more of them are written beside the window's own thread."""


class RowMenu(QObject):
    """The commands for rows, with their keys, and the menu that offers them."""

    wording_wanted = Signal()

    def __init__(
        self, view: LazyTable, table: AgreementTable, columns: ColumnLayout, session: Session, selection: Selection
    ) -> None:
        super().__init__(view)
        self._view = view
        self._table = table
        self._columns = columns
        self._session = session
        self._selection = selection
        self._asked = 0
        self.menu = QMenu(view)
        self.menu.setToolTipsVisible(True)
        self.compare = self._action(
            say("Compare the &wording"),
            "Return Enter",
            self.wording_wanted.emit,
            say("What the two passages say, word by word"),
        )
        self.copy = self._action(
            say("&Copy"), "Ctrl+C", self.copy_rows, say("The chosen rows with their heads, for a spreadsheet")
        )
        self.copy_text = self._action(
            say("Copy as &text"), "Ctrl+Alt+C", self.copy_sentences, say("The chosen rows in sentences, for a message")
        )
        self.copy_all = self._action(
            say("Copy &all rows"), "", self.copy_every_row, say("All rows that the filter shows, for a spreadsheet")
        )
        view.menu_wanted.connect(self.popup)
        session.jobs.ended.connect(self._receive)

    def popup(self, place: QPoint) -> None:
        """Opens the menu there on the screen."""
        self.fill()
        self.menu.popup(place)

    def fill(self) -> None:
        """Puts into the menu what can be done with the rows chosen now."""
        menu, rows = self.menu, self._rows()
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        menu.clear()
        menu.addAction(self.compare)
        self._offer_articles(menu)
        menu.addSeparator()
        for action in (self.copy, self.copy_text, self.copy_all):
            menu.addAction(action)
        for action in (self.compare, self.copy, self.copy_text):
            action.setVisible(bool(rows))
        self.copy_all.setEnabled(self._table.rowCount() > 0)

    def copy_rows(self) -> None:
        """Copies the chosen rows, as a spreadsheet takes them."""
        self._copy_cells(self._rows())

    def copy_every_row(self) -> None:
        """Copies all rows that the filter shows, as a spreadsheet takes them."""
        self._copy_cells(range(self._table.rowCount()))

    def copy_sentences(self) -> None:
        """Copies the chosen rows as sentences."""
        rows = self._rows()
        if rows:
            QGuiApplication.clipboard().setText("\n".join(self._sentence(row) for row in rows))

    def _copy_cells(self, rows: Iterable[int]) -> None:
        rows = list(rows)
        if not rows:
            return
        shown = self._columns.shown
        heads = [self._table.headerData(column, Qt.Orientation.Horizontal) for column in shown]
        columns = [self._table.column(self._table.names[column], rows) for column in shown]

        def write() -> str:
            return as_tsv([heads, *zip(*columns, strict=True)])

        self._asked = 0
        if len(rows) <= AT_ONCE:
            QGuiApplication.clipboard().setText(write())
        else:
            self._asked = self._session.jobs.run("copy", write)

    def _receive(self, number: int, answer: object, _error: object) -> None:
        if number == self._asked and isinstance(answer, str):
            self._asked = 0
            QGuiApplication.clipboard().setText(answer)

    def _sentence(self, row: int) -> str:
        table, called = self._table, self._session.names
        parts = list(table.reasons(row))
        if "why" not in table.names or not parts:
            said = ((article, table.words(row, name)) for name, article in table.sources.items())
            parts += [
                say("{who} says {what}.", who=called.get(article, ""), what=what) for article, what in said if what
            ]
        status = wording.status(table.state(row))
        return say("{about} ({status}): {why}", about=table.words(row, "topic"), status=status, why=" ".join(parts))

    def _offer_articles(self, menu: QMenu) -> None:
        """Offers to look at the row in each article that has it."""
        row = self._view.currentIndex().row()
        if row < 0 or row not in self._rows():
            return
        having = {figure.article for figure in self._table.figures(row)}
        letters, called = self._session.letters, self._session.names
        having_in_order = [article for article in self._table.sources.values() if article in having]
        are_many = len(having_in_order) > FEW
        if are_many:
            menu = menu.addMenu(say("&Show in"))
        for article in having_in_order:
            letter, name = letters.get(article, ""), called.get(article, "")
            words = f"{letter} {name}".replace("&", "&&") if are_many else say("Show in {letter}", letter=letter)
            action = menu.addAction(words)
            action.setToolTip(say("Where {name} says so", name=name))
            action.triggered.connect(partial(self.show_in, article, row))

    def show_in(self, article: str, row: int, _checked: bool = False) -> None:
        """Brings into sight where an article (id) says what a row tells, in the left pane if it stands in none."""
        figures = self._table.figures(row)
        if article not in self._session.facing:
            self._session.face(article, self._session.facing[1])
        self._selection.select(sorted(figures, key=lambda figure: figure.article != article))

    def _rows(self) -> list[int]:
        """The chosen rows, from top to bottom."""
        return sorted(index.row() for index in self._view.selectionModel().selectedRows())

    def _action(self, words: str, key: str, call: Callable[[], None], tip: str) -> QAction:
        action = QAction(words, self)
        action.setToolTip(tip)
        if key:
            action.setShortcuts([QKeySequence(each) for each in key.split()])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._view.addAction(action)
        action.triggered.connect(lambda _checked=False: call())
        return action
