"""Knows how buttons are laid out in a row that goes on in another where the width does not suffice."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

ACROSS, DOWN = 6, 4
GAP = 4


class WrappingBar(QLayout):
    """Widgets from left to right, in as many rows as are needed. One that may expand takes what its row has left."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._tied: list[QWidget] = []
        self.setContentsMargins(ACROSS, DOWN, ACROSS, DOWN)

    def add(self, *widgets: QWidget) -> None:
        """Adds widgets at the end."""
        for widget in widgets:
            self.addWidget(widget)

    def add_together(self, *widgets: QWidget) -> None:
        """Adds widgets at the end that never part: they go on in another row all at once."""
        self.add(*widgets)
        self._tied += widgets[1:]

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, number: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        return self._items[number] if 0 <= number < len(self._items) else None

    def takeAt(self, number: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        return self._items.pop(number) if 0 <= number < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:  # noqa: N802
        super().setGeometry(place)
        self._arrange(place, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        widths = [_across([item.minimumSize().width() for item in together]) for together in self._together()]
        heights = [item.minimumSize().height() for item in self._shown()]
        return QSize(max(widths, default=0) + 2 * ACROSS, max(heights, default=0) + 2 * DOWN)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _together(self) -> list[list[QLayoutItem]]:
        """The shown items, those in one list that may not part."""
        groups: list[list[QLayoutItem]] = []
        for item in self._shown():
            if groups and item.widget() in self._tied:
                groups[-1].append(item)
            else:
                groups.append([item])
        return groups

    def _arrange(self, place: QRect, *, move: bool) -> int:
        """Puts the items into their rows; returns the height that takes."""
        room = place.width() - 2 * ACROSS
        rows: list[list[QLayoutItem]] = [[]]
        used = 0
        for together in self._together():
            width = _across([_least(item) for item in together])
            if rows[-1] and used + GAP + width > room:
                rows.append([])
            used = used + GAP + width if rows[-1] else width
            rows[-1] += together
        top = place.top() + DOWN
        for row in rows:
            height = max((item.sizeHint().height() for item in row), default=0)
            if move:
                _put(row, QRect(place.left() + ACROSS, top, room, height))
            top += height + GAP
        return top - GAP + DOWN - place.top()


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _across(widths: list[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _least(item: QLayoutItem) -> int:
    return item.minimumSize().width() if _expands(item) else item.sizeHint().width()


def _put(row: list[QLayoutItem], place: QRect) -> None:
    spare = place.width() - sum(map(_least, row)) - GAP * (len(row) - 1)
    left = place.left()
    for item in row:
        width = _least(item)
        if _expands(item):
            width, spare = min(width + spare, item.maximumSize().width()), 0
        height = min(item.sizeHint().height(), place.height())
        item.setGeometry(QRect(QPoint(left, place.top() + (place.height() - height) // 2), QSize(width, height)))
        left += width + GAP
