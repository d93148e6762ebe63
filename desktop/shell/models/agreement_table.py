"""Knows the comparisons as rows of a table, for two articles or for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from desktop.core import wording
from desktop.core.agreement import SEVERITY, Standing
from desktop.core.topics import own_topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.core.agreement import Comparison, Pair, Status
    from desktop.core.analysis import Analysis
    from desktop.core.claims import Claim
    from desktop.core.figures import Figure
    from desktop.shell.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
StatusRole = Qt.ItemDataRole.UserRole
FiguresRole = Qt.ItemDataRole.UserRole + 1

MOST_SAYINGS = 3
ONLY_IN_ONE = "only in one"


@dataclass(frozen=True, slots=True)
class Table:
    """What a table shows.

    frame: one row a topic; the columns in `titles` hold what is read, besides them "rank" (worst first), "state" (a
    Status or None) and "figures" (those of the row, as a tuple). outliers: row label and column of each value that
    stands outside the largest group.
    """

    titles: Mapping[str, str]
    frame: pd.DataFrame
    outliers: frozenset[tuple[int, str]] = field(default_factory=frozenset)


def pair_table(
    analysis: Analysis,
    facing: tuple[str | None, str | None],
    by_letter: Mapping[str, str],
    by_name: Mapping[str, str],
) -> Table:
    """One row a topic for two articles (ids): what each says, what they are to each other, and why.

    by_letter, by_name: the letter and the name of each article (id).
    """
    left, right = facing
    titles = {
        "status": "Status",
        "topic": "About",
        "left": f"{by_letter.get(left or '', '')} says".strip(),
        "right": f"{by_letter.get(right or '', '')} says".strip(),
        "why": "Why",
    }
    rows: list[dict[str, object]] = []
    told: set[Figure] = set()
    for comparison in analysis.comparisons:
        pairs = [
            *comparison.between(left or "", right or ""),
            *(pair for pair in comparison.internal if pair.a.article in (left, right)),
        ]
        if pairs:
            pairs.sort(key=lambda pair: -SEVERITY[pair.status])
            rows.append(_pair_row(comparison, pairs, left, right, by_name))
            told.update(claim.figure for claim in comparison.claims)
    rows.extend(_single_rows(analysis, told, left, right))
    return Table(titles, _frame(rows, titles))


def _pair_row(
    comparison: Comparison, pairs: list[Pair], left: str | None, right: str | None, by_name: Mapping[str, str]
) -> dict[str, object]:
    worst = pairs[0]
    reasons = list(dict.fromkeys(wording.why(pair, by_name) for pair in pairs if pair.status is worst.status))
    # The figures of the worst pair lead, so that selecting the row brings those into sight.
    figures = dict.fromkeys([worst.a.figure, worst.b.figure, *(claim.figure for claim in comparison.claims)])
    return {
        "state": worst.status,
        "rank": -SEVERITY[worst.status],
        "status": wording.status(worst.status),
        "topic": wording.topic(comparison.topic),
        "left": _sayings(claim for claim in comparison.claims if claim.article == left),
        "right": _sayings(claim for claim in comparison.claims if claim.article == right),
        "why": reasons[0] if len(reasons) == 1 else f"{reasons[0]} (and {len(reasons) - 1} more)",
        "figures": tuple(figures),
    }


def _single_rows(analysis: Analysis, told: set[Figure], left: str | None, right: str | None) -> list[dict[str, object]]:
    """Rows of what only one of the two articles says; a value that it repeats about one thing is one row."""
    rows: dict[tuple[str, str, str], dict[str, object]] = {}
    alike: dict[tuple[str, str, str], list[Figure]] = {}
    for claim in analysis.claims:
        if claim.article not in (left, right) or claim.figure in told:
            continue
        said, about = wording.says(claim), wording.topic(own_topic(claim))
        key = (claim.article, about, said)
        alike.setdefault(key, []).append(claim.figure)
        if key in rows:
            continue
        rows[key] = {
            "state": None,
            "rank": 1,
            "status": wording.status(None),
            "topic": about,
            "left": said if claim.article == left else "",
            "right": said if claim.article == right else "",
            "why": "",
        }
    return [{**row, "figures": tuple(alike[key])} for key, row in rows.items()]


def matrix_table(analysis: Analysis, by_letter: Mapping[str, str], by_name: Mapping[str, str]) -> Table:
    """Topics by sources: what each of all articles says, those outside the largest group pointed out."""
    titles = {"status": "Verdict", "topic": "About"}
    titles.update({article.id: f"{by_letter.get(article.id, '')} {article.name}" for article in analysis.articles})
    rows: list[dict[str, object]] = []
    outliers: set[tuple[int, str]] = set()
    for comparison in analysis.comparisons:
        row: dict[str, object] = {
            "state": comparison.status,
            "rank": -SEVERITY[comparison.status] if comparison.status is not None else 1,
            "status": wording.verdict(comparison, by_name),
            "topic": wording.topic(comparison.topic),
            "figures": tuple(claim.figure for claim in comparison.claims),
        }
        for article in analysis.articles:
            row[article.id] = _sayings(claim for claim in comparison.claims if claim.article == article.id)
        if comparison.verdict.standing is Standing.DISPUTED:
            outliers.update((len(rows), article) for article in comparison.verdict.outliers)
        rows.append(row)
    return Table(titles, _frame(rows, titles), frozenset(outliers))


def _sayings(claims: Iterable[Claim]) -> str:
    said = list(dict.fromkeys(wording.says(claim) for claim in claims))
    more = f" (and {len(said) - MOST_SAYINGS} more)" if len(said) > MOST_SAYINGS else ""
    return "; ".join(said[:MOST_SAYINGS]) + more


def _figures(row: Mapping[str, Any]) -> tuple[Figure, ...]:
    return tuple(row["figures"])


def _frame(rows: list[dict[str, object]], titles: Mapping[str, str]) -> pd.DataFrame:
    columns = ["state", "rank", "figures", *titles]
    # Objects throughout: pandas would turn None into NaN, and an enumeration of text into text.
    return pd.DataFrame(rows, columns=columns, dtype=object).sort_values("rank", kind="stable")


class AgreementTable(QAbstractTableModel):
    """The rows of a Table that pass the filter, in the order wanted."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._table = Table({}, _frame([], {}))
        # Plain rows besides the frame: painting asks for each cell several times, and a frame answers slowly.
        self._rows: list[dict[str, Any]] = []
        self._labels: list[int] = []
        self._titles: list[str] = []
        self._hidden: frozenset[Status | None] = frozenset()
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)
        appearance.changed.connect(self._tell_looks)

    def show(self, table: Table) -> None:
        """Shows other contents, filtered and sorted as before where the columns are the same."""
        if list(table.titles) != self._titles:
            self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._table = table
        self._refresh()

    def hide(self, states: Iterable[Status | None]) -> None:
        """Leaves out the rows of these statuses; None stands for what is only in one."""
        self._hidden = frozenset(states)
        self._refresh()

    def counts(self) -> dict[Status | None, int]:
        """How many rows each status has, hidden ones counted."""
        found: dict[Status | None, int] = {}
        for state in self._table.frame["state"]:
            found[state] = found.get(state, 0) + 1
        return found

    def row_of(self, figures: Iterable[Figure]) -> int | None:
        """The row that holds the first of these figures, of several rows the one that holds most of them."""
        wanted = tuple(figures)
        best: tuple[int, int] | None = None
        for row, contents in enumerate(self._rows):
            held = contents["figures"]
            if wanted and wanted[0] in held:
                shared = len(set(wanted) & set(held))
                best = max(best, (shared, -row)) if best is not None else (shared, -row)
        return -best[1] if best is not None else None

    def figures(self, row: int) -> tuple[Figure, ...]:
        """The figures of a row."""
        return _figures(self._rows[row])

    def state(self, row: int) -> Status | None:
        """The status of a row."""
        return self._rows[row]["state"]  # type: ignore[no-any-return]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; by status means worst first."""
        self._sorted = (column, order)
        self._refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Horizontal and section < len(self._titles):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._table.titles[self._titles[section]]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, name = self._rows[index.row()], self._titles[index.column()]
        outlier = (self._labels[index.row()], name) in self._table.outliers
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row[name]
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row[name]}\nOutside the largest group of sources that agree" if outlier else row[name]
            case Qt.ItemDataRole.DecorationRole if name == "status":
                return self._appearance.sign(row["state"])
            case Qt.ItemDataRole.DecorationRole if outlier:
                return self._appearance.sign(row["state"], 12)
            case Qt.ItemDataRole.ForegroundRole if outlier or name == "status":
                return QBrush(QColor(self._appearance.mark(row["state"]).ink))
            case Qt.ItemDataRole.BackgroundRole if outlier:
                return QBrush(QColor(self._appearance.mark(row["state"]).fill))
            case Qt.ItemDataRole.FontRole if outlier:
                return self._bold
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row[name]}, outside the largest group" if outlier else row[name]
            case Qt.ItemDataRole.UserRole:
                return row["state"]
        return None

    def _refresh(self) -> None:
        self.beginResetModel()
        self._titles = list(self._table.titles)
        frame = self._table.frame
        seen = frame[[state not in self._hidden for state in frame["state"]]]
        column, order = self._sorted
        if 0 <= column < len(self._titles):
            name = self._titles[column]
            key = "rank" if name == "status" else name
            ascending = order is Qt.SortOrder.AscendingOrder
            seen = seen.sort_values(key, ascending=ascending, kind="stable", key=None if key == "rank" else _folded)
        self._rows = [dict(zip(seen.columns, row, strict=True)) for row in seen.itertuples(index=False, name=None)]
        self._labels = list(seen.index)
        self.endResetModel()

    def _tell_looks(self) -> None:
        if len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


def _folded(values: pd.Series[Any]) -> pd.Series[Any]:
    """The sorting key of words: as they are read, what is empty last."""
    return values.map(lambda value: str(value).casefold() or "\uffff")
