"""Shows the figures that an outlet changed as rows: what became of each, as it was, as it is, what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.core.language import phrase, say
from desktop.core.wording.citing import printed
from desktop.core.wording.versions import FATES, meaning

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.core.versions import FigureChange

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

HEADINGS = (phrase("Change"), phrase("Was"), phrase("Now"), phrase("What it means"))
"""Said with `say`."""


class VersionTable(QAbstractTableModel):
    """The changes of figures; a cell's tooltip is the whole of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[FigureChange, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def show(self, changes: tuple[FigureChange, ...]) -> None:
        """Shows these changes."""
        self.beginResetModel()
        self._changes = changes
        self._cells = tuple(
            (
                say(FATES[change.fate]),
                printed(change.was) if change.was else "–",
                printed(change.now) if change.now else "–",
                meaning(change),
            )
            for change in changes
        )
        self.endResetModel()

    def change(self, row: int) -> FigureChange | None:
        """The change in a row, None where there is none."""
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        words = self._cells[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(HEADINGS[index.column()])}: {words}"
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        return None
