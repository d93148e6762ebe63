"""Knows which rows of the claims table pass the filter, in which order, and how their cells look."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from desktop.core.language import phrase, say
from desktop.shell.models.claim_rows import BESIDES, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from desktop.core.agreement import Status
    from desktop.core.anchors import Anchor
    from desktop.core.figures import Figure
    from desktop.shell.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
StatusRole = Qt.ItemDataRole.UserRole

OUTSIDE = phrase("Outside the largest group of sources that agree")
USUAL = ("", False)
"""No sorting: the worst first, as the comparison has them."""


class AgreementTable(QAbstractTableModel):
    """The rows of a Table that pass the filter, in the order wanted."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._table = Table({}, pd.DataFrame())
        # Plain columns besides the frame: painting asks for each cell several times, and a frame answers slowly.
        self._columns: dict[str, list[Any]] = {name: [] for name in BESIDES}
        self._labels: list[int] = []
        self._titles: list[str] = []
        self._order: list[int] = []
        """The number in the Table of each row shown."""
        self._rows: dict[int, int] | None = None
        """The row that shows each number; None until somebody asks."""
        self._found: Sequence[int] = ()
        """The numbers of the rows with the words sought, in the usual order."""
        self._hidden: frozenset[Status | None] = frozenset()
        self._sought = ""
        self._ruled: Mapping[frozenset[Anchor], str] = {}
        self._noted: Collection[frozenset[Anchor]] = ()
        self._is_open_only = False
        self._sorting: tuple[str, bool] = USUAL
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)
        appearance.changed.connect(self._tell_looks)

    def show(self, table: Table) -> None:
        """Shows other contents, filtered as before, and sorted as before where the columns are the same."""
        self.beginResetModel()
        if self._sorting[0] not in table.titles:
            self._sorting = USUAL
        self._table = table
        self._titles = list(table.titles)
        self._columns = {name: table.frame[name].tolist() for name in table.frame.columns}
        self._labels = table.frame.index.tolist()
        self._search()
        self._arrange()
        self.endResetModel()

    def hide(self, states: Iterable[Status | None]) -> None:
        """Leaves out the rows of these statuses; None stands for what is only in one."""
        self.beginResetModel()
        self._hidden = frozenset(states)
        self._arrange()
        self.endResetModel()

    def show_reviewed(
        self,
        ruled: Mapping[frozenset[Anchor], str],
        noted: Collection[frozenset[Anchor]],
        changed: Collection[frozenset[Anchor]],
    ) -> None:
        """Shows below the status of a row what was ruled on it, and whether there is a note.

        ruled: the words, by the two places ruled on. noted: the places that notes are on. changed: the places on which
        either is another than before.
        """
        self._ruled, self._noted = ruled, noted
        if self._is_open_only and changed:
            self.beginResetModel()
            self._arrange()
            self.endResetModel()
        for row, number in enumerate(self._order if changed else ()):
            if any(two in changed for two in self._columns["anchors"][number]):
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def show_open_only(self, only: bool) -> None:
        """Leaves out all but the conflicts that nobody has ruled on."""
        self.beginResetModel()
        self._is_open_only = only
        self._arrange()
        self.endResetModel()

    def reviewed(self, row: int) -> str:
        """What was ruled on a row, whether there is a note, and what else is an editor's doing; "" where nothing is."""
        return self._reviewed(self._order[row])

    def _reviewed(self, number: int) -> str:
        said: list[str] = []
        if self._ruled or self._noted:
            anchors = self._columns["anchors"][number]
            said += dict.fromkeys(self._ruled[two] for two in anchors if two in self._ruled)
            if any(two in self._noted for two in anchors):
                said.append(say("note"))
        return " · ".join(filter(None, (*said, self._columns["by_editor"][number])))

    def _is_open(self, number: int) -> bool:
        disputes = self._columns["disputes"][number]
        return any(all(two not in self._ruled for two in dispute) for dispute in disputes)

    def seek(self, words: str) -> None:
        """Leaves out the rows in which these words are not; capitals count for nothing, "" leaves out none."""
        self.beginResetModel()
        self._sought = " ".join(words.casefold().split())
        self._search()
        self._arrange()
        self.endResetModel()

    def counts(self) -> dict[Status | None, int]:
        """How many rows with the words sought each status has, those hidden by status counted."""
        states = self._columns["state"]
        return dict(Counter([states[number] for number in self._found] if self._sought else states))

    @property
    def size(self) -> int:
        """How many rows there are, hidden ones counted."""
        return len(self._labels)

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each column, which stays the same in every language."""
        return tuple(self._titles)

    @property
    def sources(self) -> dict[str, str]:
        """The article (id) that each column (name) quotes, where it quotes one."""
        return dict(self._table.sources)

    def row_of(self, figures: Iterable[Figure]) -> int | None:
        """The row that holds the first of these figures, of several rows the one that holds most of them."""
        wanted = tuple(figures)
        if not wanted:
            return None
        if self._rows is None:
            self._rows = dict(zip(self._order, range(len(self._order)), strict=True))
        found = [number for number in self._table.places.get(wanted[0], ()) if number in self._rows]
        if len(found) > 1:
            others = set(wanted)
            found.sort(key=lambda number: (-len(others.intersection(self._columns["figures"][number])), number))
        return self._rows[found[0]] if found else None

    def figures(self, row: int) -> tuple[Figure, ...]:
        """The figures of a row."""
        return tuple(self._columns["figures"][self._order[row]])

    def state(self, row: int) -> Status | None:
        """The status of a row."""
        return self._columns["state"][self._order[row]]  # type: ignore[no-any-return]

    def reasons(self, row: int) -> tuple[str, ...]:
        """All that is to be said of why a row has its status, in sentences."""
        return tuple(self._columns["reasons"][self._order[row]])

    def words(self, row: int, name: str) -> str:
        """The words of a row in the column of that name."""
        return str(self._columns[name][self._order[row]])

    def column(self, name: str, rows: Sequence[int]) -> list[str]:
        """The words of some rows in the column of that name; why in full, for which a cell may have no room."""
        cells = self._columns["reasons" if name == "why" else name]
        found = [cells[self._order[row]] for row in rows]
        if name == "status":
            reviewed = [self.reviewed(row) for row in rows]
            return ["; ".join(filter(None, both)) for both in zip(found, reviewed, strict=True)]
        return [" ".join(reasons) for reasons in found] if name == "why" else found

    @property
    def sorting(self) -> tuple[str, bool]:
        """The name of the column that the rows are sorted by, "" for the usual order, and whether from the end."""
        return self._sorting

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; by status means worst first; -1 means the usual order. What is empty comes last."""
        self.beginResetModel()
        known = 0 <= column < len(self._titles)
        self._sorting = (self._titles[column], order is Qt.SortOrder.DescendingOrder) if known else USUAL
        self._arrange()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        title = self._table.titles[self._titles[section]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(title, say("Click to sort, click again to turn round, a third time for the usual order"))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        number, name = self._order[index.row()], self._titles[index.column()]
        words, state = self._columns[name][number], self._columns["state"][number]
        outlier = (self._labels[number], name) in self._table.outliers
        if name == "status" and (reviewed := self._reviewed(number)):
            # A verdict over all sources may be long: what was ruled stands before it, so that it is not cut off.
            words = f"{words}\n{reviewed}" if "why" in self._titles else f"{reviewed}\n{words}"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole if name == "why":
                return _tip(*self._columns["reasons"][number])
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(words, say(OUTSIDE) if outlier else "")
            case Qt.ItemDataRole.DecorationRole if name == "status":
                return self._appearance.sign(state)
            case Qt.ItemDataRole.DecorationRole if outlier:
                return self._appearance.sign(state, 12)
            case Qt.ItemDataRole.ForegroundRole if outlier or name == "status":
                return QBrush(QColor(self._appearance.mark(state).ink))
            case Qt.ItemDataRole.BackgroundRole if outlier:
                return QBrush(QColor(self._appearance.mark(state).fill))
            case Qt.ItemDataRole.FontRole if outlier:
                return self._bold
            case Qt.ItemDataRole.AccessibleTextRole:
                return say("{words}, outside the largest group", words=words) if outlier else words
            case Qt.ItemDataRole.UserRole:
                return state
        return None

    def _search(self) -> None:
        self._found = range(self.size)
        if self._sought:
            self._found = [number for number, words in enumerate(self._table.sought) if self._sought in words]

    def _arrange(self) -> None:
        hidden, states = self._hidden, self._columns["state"]
        order = list(self._found)
        if hidden:
            order = [number for number in order if states[number] not in hidden]
        if self._is_open_only:
            order = [number for number in order if self._is_open(number)]
        name, from_end = self._sorting
        if name == "status":
            ranks = self._columns["rank"]
            order.sort(key=ranks.__getitem__, reverse=from_end)
        elif name:
            places = self._table.ranks[name]
            empty = [number for number in order if places[number] is None]
            order = [number for number in order if places[number] is not None]
            order.sort(key=places.__getitem__, reverse=from_end)  # type: ignore[arg-type]
            order += empty
        self._order = order
        self._rows = None

    def _tell_looks(self) -> None:
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


def _tip(*sentences: str) -> str:
    """A tooltip that breaks long lines, which plain text would not; what articles say is not taken for markup."""
    said = [escape(sentence) for sentence in sentences if sentence]
    return f"<qt>{'<br>'.join(said)}</qt>" if said else ""
