"""Knows how wide the columns of the claims table are, which are hidden, and what the rows are sorted by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QFont

from desktop.core import wording
from desktop.core.language import say
from desktop.shell.highlights import ORDER
from desktop.shell.models.agreement_table import USUAL
from desktop.shell.views.table_cells import room_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMenu, QTableView

    from desktop.shell.models.agreement_table import AgreementTable

SOURCE = 156
USUAL_WIDTHS: Mapping[str, Mapping[str, int]] = {"two": {"status": 108}, "all": {"status": 164, "topic": 140}}
"""Pixels, by the kind of table and the column's name, where its words need no more.

The others share what is left, or are SOURCE wide.
"""

LEAST = 84
LONGEST_WORD = 150
"""The most pixels that a single long word may win for the column of topics."""
NARROWEST, WIDEST = 40, 2000
ALWAYS = "topic"
"""The column that cannot be hidden: without it no row could be understood."""

LASTING = ("status", "topic", "left", "right", "why")
"""The columns that every comparison has; those of single articles are not remembered beyond the window's life."""


class ColumnLayout(QObject):
    """The columns of two kinds of table, "two" articles and "all", each with widths, hidden columns and sorting."""

    def __init__(self, view: QTableView, table: AgreementTable) -> None:
        super().__init__(view)
        self._view = view
        self._table = table
        self._kind = "two"
        self._widths: dict[str, dict[str, int]] = {"two": {}, "all": {}}
        self._hidden: dict[str, set[str]] = {"two": set(), "all": set()}
        self._sortings: dict[str, tuple[str, bool]] = {"two": USUAL, "all": USUAL}
        self._is_applying = False
        header = view.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        bold = header.font()
        bold.setWeight(QFont.Weight.DemiBold)
        header.setFont(bold)  # as the style sheet has it, after which no ellipsis would be measured
        header.setMinimumSectionSize(NARROWEST)
        header.setSortIndicatorClearable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self._note_width)

    @property
    def shown(self) -> tuple[int, ...]:
        """The columns that are shown, from left to right."""
        return tuple(column for column in range(len(self._table.names)) if not self._view.isColumnHidden(column))

    def apply(self, kind: str) -> None:
        """Gives a table of that kind ("two" or "all"), just shown, its widths, hidden columns and sorting."""
        self._kind = kind
        self._is_applying = True
        header, names = self._view.horizontalHeader(), self._table.names
        header.setStretchLastSection(kind == "two")
        for column, name in enumerate(names):
            header.setSectionHidden(column, name in self._hidden[kind])
        self._set_widths()
        name, from_end = self._sortings[kind]
        column = names.index(name) if name in names else -1
        order = Qt.SortOrder.DescendingOrder if from_end else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)
        if self._table.sorting != ((name, from_end) if column >= 0 else USUAL):
            self._table.sort(column, order)
        self._is_applying = False

    def fit(self) -> None:
        """Gives the columns that the editor has not made wider or narrower their share of the room."""
        self._is_applying = True
        self._set_widths()
        self._is_applying = False

    def reset(self) -> None:
        """Shows all columns, as wide as usual, and the rows in their usual order."""
        self._widths[self._kind] = {}
        self._hidden[self._kind] = set()
        self._sortings[self._kind] = USUAL
        self.apply(self._kind)

    def hide(self, name: str, hidden: bool) -> None:
        """Hides a column by its name, or shows it."""
        (self._hidden[self._kind].add if hidden else self._hidden[self._kind].discard)(name)
        self.apply(self._kind)

    def fill(self, menu: QMenu) -> None:
        """Fills a menu with the columns to show, and what to sort by."""
        kind, names = self._kind, self._table.names
        heads = (self._table.headerData(column, Qt.Orientation.Horizontal) for column in range(len(names)))
        titles = [title.replace("&", "&&") for title in heads]  # no key of a menu, but part of a name
        for name, title in zip(names, titles, strict=True):
            if name == ALWAYS:
                continue
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(name not in self._hidden[kind])
            action.toggled.connect(lambda shown, name=name: self.hide(name, not shown))
        menu.addSeparator()
        sorting = menu.addMenu(say("&Sort by"))
        group = QActionGroup(sorting)
        for column, title in enumerate([*titles, say("Usual order")]):
            action = QAction(title, group)
            action.setCheckable(True)
            name = names[column] if column < len(names) else ""
            action.setChecked(self._sortings[kind][0] == name)
            action.triggered.connect(lambda _checked=False, name=name: self._sort_by(name))
            sorting.addAction(action)
        menu.addAction(say("&Usual columns and order")).triggered.connect(self.reset)

    def layout(self) -> str:
        """What the editor chose, as a line of text to be remembered."""
        return json.dumps(
            {
                kind: {
                    "widths": {name: width for name, width in self._widths[kind].items() if name in LASTING},
                    "hidden": sorted(name for name in self._hidden[kind] if name in LASTING),
                    "sorting": self._sortings[kind] if self._sortings[kind][0] in LASTING else USUAL,
                }
                for kind in self._widths
            }
        )

    def restore_layout(self, value: str) -> None:
        """Brings back what `layout` told; what cannot be understood is left as it is."""
        try:
            known = json.loads(value)
        except ValueError:
            return
        for kind in self._widths:
            told = known.get(kind) if isinstance(known, dict) else None
            if isinstance(told, dict):
                self._widths[kind] = _widths(told.get("widths"))
                hidden = told.get("hidden")
                self._hidden[kind] = {name for name in hidden if name in LASTING} if isinstance(hidden, list) else set()
                self._hidden[kind].discard(ALWAYS)
                match told.get("sorting"):
                    case [str(name), bool(from_end)] if name in LASTING:
                        self._sortings[kind] = (name, from_end)
        self.apply(self._kind)

    def _sort_by(self, name: str) -> None:
        """Sorts by a column; by the one that is sorted by already the other way round."""
        now, from_end = self._sortings[self._kind]
        self._sortings[self._kind] = (name, bool(name) and name == now and not from_end)
        self.apply(self._kind)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if not self._is_applying:
            names = self._table.names
            known = 0 <= column < len(names)
            from_end = order is Qt.SortOrder.DescendingOrder
            self._sortings[self._kind] = (names[column], from_end) if known else USUAL
            self._table.sort(column, order)

    def _set_widths(self) -> None:
        """Gives "why" nearly half of the room in a wide window; sources have columns of one width."""
        header, chosen = self._view.horizontalHeader(), self._widths[self._kind]
        usual = dict(USUAL_WIDTHS[self._kind])
        if self._kind == "two":
            words = (wording.status(status) for status in ORDER)
            statuses = (room_for(status, self._view.font(), has_sign=True) for status in words)
            usual["status"] = max(usual["status"], *statuses)
        room = self._view.viewport().width() - usual["status"]
        share = SOURCE if self._kind == "all" else max(LEAST, room // 5)
        usual["topic"] = max(usual.get("topic", min(share, max(LEAST, room // 6))), self._longest_topic_word())
        for column, name in enumerate(self._table.names):
            if name != "why":
                header.resizeSection(column, chosen.get(name) or usual.get(name, share))

    def _longest_topic_word(self) -> int:
        """The room that the longest word of the first topics takes, if that is bearable."""
        column = self._table.names.index(ALWAYS) if ALWAYS in self._table.names else 0
        topics = (self._table.index(row, column).data() or "" for row in range(min(self._table.rowCount(), 100)))
        longest = sorted({word for topic in topics for word in topic.split()}, key=len)[-3:]
        return min(LONGEST_WORD, max((room_for(word, self._view.font()) for word in longest), default=0))

    def _note_width(self, column: int, _before: int, width: int) -> None:
        names = self._table.names
        if not self._is_applying and width and column < len(names):
            shown = self.shown
            if self._kind == "all" or (shown and column != shown[-1]):  # the last takes what is left
                self._widths[self._kind][names[column]] = width


def _widths(told: Any) -> dict[str, int]:  # noqa: ANN401
    if not isinstance(told, dict):
        return {}
    return {
        name: width
        for name, width in told.items()
        if name in LASTING and type(width) is int and NARROWEST <= width <= WIDEST
    }
