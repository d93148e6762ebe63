"""Lists what passes of the notes, rulings, readings and links; a change costs as much as what is changed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.core import wording
from desktop.core.annotations import differences
from desktop.core.language import say
from desktop.shell.models.analysed_entries import AnalysedEntries
from desktop.shell.models.note_entries import (
    KINDS,
    Entry,
    Kind,
    circumstances,
    of_correction,
    of_link,
    of_note,
    of_ruling,
    sought,
    words,
)
from desktop.shell.models.wanted_entries import Group, Wanted, groups_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from desktop.core.analysis import Analysis
    from desktop.core.ruled import Ruled
    from desktop.core.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
EntryRole = Qt.ItemDataRole.UserRole
PlacesRole = Qt.ItemDataRole.UserRole + 1
WordsRole = Qt.ItemDataRole.UserRole + 2
CircumstancesRole = Qt.ItemDataRole.UserRole + 3

MANY = 100
"""More changes than these at once are shown as another list."""


class _Row(NamedTuple):
    key: tuple[Any, ...]
    entry: Entry


class AnnotationList(QAbstractListModel):
    """The entries that pass, a row each; what is to be placed comes first."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()
        self._letters: Mapping[str, str] = {}
        self._names: Mapping[str, str] = {}
        self._ranks: dict[str, int] = {}
        self._kept: dict[Kind, Sequence[Any]] = {}
        self._entries: dict[Hashable, Entry] = {}
        self.analysed = AnalysedEntries()
        self._ruled: Ruled | None = None
        self._contested: frozenset[Hashable] = frozenset()
        self._rows: list[_Row] = []
        """What passes, in the order of the keys; seen from the end where the newest come first."""
        self._sought: dict[int, str] = {}
        self._counts: Counter[Group] = Counter()

    def show(self, seen: Workspace, letters: Mapping[str, str], names: Mapping[str, str]) -> None:
        """Shows the notes and rulings of a workspace, under these letters and names of articles (by id)."""
        if letters != self._letters or names != self._names:
            self._letters, self._names = dict(letters), dict(names)
            self._ranks = {article: number for number, article in enumerate(letters)}
            self._sought.clear()
            self._kept.clear()
        gone: dict[Hashable, Entry] = {}
        come: dict[Hashable, Entry] = {}
        made: tuple[tuple[Kind, Sequence[Any], Callable[[Any], Entry]], ...] = (
            (Kind.NOTE, seen.annotations, of_note),
            (Kind.RULING, seen.rulings, of_ruling),
            (Kind.CORRECTION, seen.corrections, of_correction),
            (Kind.LINK, seen.links, of_link),
        )
        is_new = not self._kept
        for kind, values, entry_of in made:
            old, new = ((), values) if is_new else differences(self._kept[kind], values)
            self._kept[kind] = values
            gone.update((entry.key, entry) for entry in map(entry_of, old))
            come.update((entry.key, entry) for entry in map(entry_of, new))
        if is_new or len(gone) + len(come) > MANY:
            self._begin_anew(gone, come, is_new)
        else:
            self._change(gone, come)

    def show_conflicts(self, analysis: Analysis, ruled: Ruled) -> None:
        """Knows the conflicts of all articles of which nobody has ruled on any pair, and what became of rulings."""
        is_other, are_others = self.analysed.show(analysis, ruled)
        if are_others:
            self._counts[Group.CONFLICTS] = len(self.analysed.conflicts)
            if self._wanted.group is Group.CONFLICTS:
                self._arrange()
        if is_other and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def show_contested(self, ruled: Ruled) -> None:
        """Knows the rulings on what editors decided differently."""
        if ruled is self._ruled:
            return
        self._ruled = ruled
        contested = frozenset(of_ruling(ruling).key for ruling in ruled.contested)
        if contested != self._contested:
            self._contested = contested
            self._counts[Group.CONTESTED] = len(contested)
            if self._wanted.group is Group.CONTESTED:
                self._arrange()

    def want(self, wanted: Wanted) -> None:
        """Shows what passes another filter, or in another order."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._arrange()

    @property
    def wanted(self) -> Wanted:
        """What passes."""
        return self._wanted

    def count(self, group: Group) -> int:
        """How many entries there are in a group, those that the filter hides counted."""
        return self._counts[group]

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made any of the entries."""
        return tuple(sorted({entry.by for entry in self._entries.values()}, key=str.casefold))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in use."""
        return tuple(sorted({tag for entry in self._entries.values() for tag in entry.tags}, key=str.casefold))

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._rows[self._place(row)].entry

    def find(self, key: Hashable) -> Entry | None:
        """The entry of that key, whether it passes or not."""
        return self._entries.get(key)

    def find_made(self, entry: Entry) -> Entry | None:
        """The entry of the same kind that the same editor made at the same moment: the same, put on another place."""
        same = (one for one in self._entries.values() if entry.at and one.at == entry.at)
        return next((one for one in same if one.kind is entry.kind and one.by == entry.by), None)

    def row_of(self, key: Hashable) -> int | None:
        """The row of an entry, None where it is not shown."""
        entry = self._entries.get(key)
        if entry is None:
            rows = range(len(self._rows)) if self._wanted.group is Group.CONFLICTS and key is not None else ()
            return next((row for row in rows if self.entry(row).key == key), None)
        place = bisect_left(self._rows, self._key(entry), key=lambda row: row.key)
        if place < len(self._rows) and self._rows[place].entry.key == key:
            return self._place(place)
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.UserRole:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(self._lines(entry))
            case Qt.ItemDataRole.AccessibleTextRole:
                return say("{kind}: {words}", kind=say(KINDS[entry.kind]), words="; ".join(self._lines(entry)))
            case _ if role == PlacesRole:
                return wording.places(entry.anchors, self._letters)
            case _ if role == WordsRole:
                return words(entry, self._names)
            case _ if role == CircumstancesRole:
                return circumstances(entry, self.analysed.standing(entry))
        return None

    def _lines(self, entry: Entry) -> tuple[str, str, str]:
        return (
            wording.places(entry.anchors, self._letters),
            words(entry, self._names),
            circumstances(entry, self.analysed.standing(entry)),
        )

    def _place(self, row: int) -> int:
        """The number in the order of the keys of a row, and the other way round."""
        return row if self._wanted.by_place else len(self._rows) - 1 - row

    def _key(self, entry: Entry) -> tuple[Any, ...]:
        return self._wanted.key(entry, self._ranks)

    def _passes(self, entry: Entry) -> bool:
        if self._wanted.group is Group.CONTESTED and entry.key not in self._contested:
            return False
        return self._wanted.passes(entry, self._sought_of)

    def _sought_of(self, entry: Entry) -> str:
        known = self._sought.get(id(entry))
        if known is None:
            known = self._sought[id(entry)] = sought(entry, self._names)
        return known

    def _arrange(self) -> None:
        self.beginResetModel()
        pool: Iterable[Entry] = (
            self.analysed.conflicts if self._wanted.group is Group.CONFLICTS else self._entries.values()
        )
        self._rows = sorted(
            (_Row(self._key(entry), entry) for entry in pool if self._passes(entry)), key=lambda row: row.key
        )
        self.endResetModel()

    def _begin_anew(self, gone: Mapping[Hashable, Entry], come: Mapping[Hashable, Entry], is_new: bool) -> None:
        if is_new:
            self._entries.clear()
        for key in gone:
            self._entries.pop(key, None)
        self._entries.update(come)
        of_others = (Group.CONFLICTS, Group.CONTESTED)
        kept = {group: self._counts[group] for group in of_others}
        self._counts.clear()
        self._counts.update(kept)
        for entry in self._entries.values():
            self._tally(entry, 1)
        self._sought.clear()
        if self._wanted.group is not Group.CONFLICTS:
            self._arrange()

    def _change(self, gone: Mapping[Hashable, Entry], come: Mapping[Hashable, Entry]) -> None:
        for key in (*gone, *(key for key in come if key not in gone)):
            old, new = self._entries.get(key), come.get(key)
            row = self.row_of(key) if old is not None else None
            if old is not None:
                self._tally(old, -1)
                self._sought.pop(id(old), None)
            if new is not None:
                self._tally(new, 1)
                self._entries[key] = new
            else:
                self._entries.pop(key, None)
            if self._wanted.group is Group.CONFLICTS:
                continue
            passing = new if new is not None and self._passes(new) else None
            if row is not None and passing is not None and self._rows[self._place(row)].key == self._key(passing):
                self._rows[self._place(row)] = _Row(self._key(passing), passing)
                self.dataChanged.emit(self.index(row), self.index(row))
                continue
            if row is not None:
                self._remove(row)
            if passing is not None:
                self._insert(passing)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[self._place(row)]
        self.endRemoveRows()

    def _insert(self, entry: Entry) -> None:
        key = self._key(entry)
        place = bisect_left(self._rows, key, key=lambda row: row.key)
        row = place if self._wanted.by_place else len(self._rows) - place
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(place, _Row(key, entry))
        self.endInsertRows()

    def _tally(self, entry: Entry, by: int) -> None:
        for group in groups_of(entry):
            if group is not Group.CONTESTED:
                self._counts[group] += by
