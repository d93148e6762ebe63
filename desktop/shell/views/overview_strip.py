"""Shows where in a whole article its figures stand, the worst status on top."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.core.language import say, say_count
from desktop.shell.highlights import ORDER
from desktop.shell.views.figure_counts import figures_by_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from desktop.core.agreement import Status
    from desktop.shell.theme import Appearance

WIDTH = 14
PLACES = 2000
"""How many places are told apart; no screen is higher."""
REACH = 4
"""How far from the pointer a mark is still spoken of, in pixels."""
RANK = {status: rank for rank, status in enumerate(ORDER)}


class OverviewStrip(QWidget):
    """A narrow strip as high as the article's pane; a click goes there."""

    asked_for = Signal(float)
    """A share of the article's length."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._marks: list[tuple[float, Status | None]] = []
        self._worst: dict[int, Status | None] = {}
        self._selected: tuple[float, ...] = ()
        self._hits: Sequence[float] = ()
        self._in_sight = (0.0, 0.0)
        self._picture: QPixmap | None = None
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(say("Overview of the article"))
        appearance.changed.connect(self._draw_anew)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDTH, 100)

    def show_marks(self, marks: Sequence[tuple[float, Status | None]]) -> None:
        """Shows marks at shares of the article's length, given in the order of the text."""
        self._marks = list(marks)
        # Painting goes over a fixed number of places, however many marks there are; the worst wins each.
        self._worst = {}
        for share, status in self._marks:
            place = int(share * PLACES)
            if place not in self._worst or RANK[status] < RANK[self._worst[place]]:
                self._worst[place] = status
        self._draw_anew()

    def show_hits(self, shares: Sequence[float]) -> None:
        """Shows where the words stand that somebody looks for, given in the order of the text."""
        self._hits = shares
        self._draw_anew()

    def describe(self, y: float) -> str:
        """What is marked around a height of the strip, worst first; "" where nothing is."""
        low, high = self._share(y - REACH), self._share(y + REACH)
        first, last = (
            edge(self._marks, share, key=_share) for edge, share in ((bisect_left, low), (bisect_right, high))
        )
        counts = Counter(status for _, status in self._marks[first:last])
        said = [figures_by_status(counts)] if counts else []
        hits = bisect_right(self._hits, high) - bisect_left(self._hits, low)
        if hits:
            said.append(say_count("{count} place found", "{count} places found", hits))
        return "\n".join(said)

    def show_selected(self, shares: Sequence[float]) -> None:
        """Points at the selected figures."""
        self._selected = tuple(shares)
        self.update()

    def show_in_sight(self, first: float, last: float) -> None:
        """Shows which part of the article is in sight."""
        if (first, last) != self._in_sight:
            self._in_sight = (first, last)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            pointed: QHelpEvent = event  # type: ignore[assignment]
            QToolTip.showText(pointed.globalPos(), self.describe(pointed.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.window))
            painter.setPen(QPen(QColor(theme.border)))
            painter.drawLine(0, 0, 0, self.height())
            first, last = self._in_sight
            if last - first < 1:
                seen = QRectF(1, self._y(first), WIDTH - 1, max(6.0, self._y(last) - self._y(first)))
                painter.fillRect(seen, QColor(theme.raised))
            painter.drawPixmap(0, 0, self._picture_of_marks())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.text))
            for y in {round(self._y(share)) for share in self._selected}:
                painter.drawPolygon(QPolygonF([QPointF(1, y - 4), QPointF(6, y), QPointF(1, y + 4)]))

    def _picture_of_marks(self) -> QPixmap:
        """The marks and the places found; thousands of them are not drawn again whenever the text is scrolled."""
        if self._picture is not None and self._picture.deviceIndependentSize().toSize() == self.size():
            return self._picture
        theme = self._appearance.theme
        self._picture = QPixmap(self.size() * self.devicePixelRatio())
        self._picture.setDevicePixelRatio(self.devicePixelRatio())
        self._picture.fill(Qt.GlobalColor.transparent)
        with QPainter(self._picture) as painter:
            worst: dict[int, Status | None] = {}
            for place, status in self._worst.items():
                y = round(self._y(place / PLACES))
                if y not in worst or RANK[status] < RANK[worst[y]]:
                    worst[y] = status
            for status in reversed(ORDER):  # the worst lie on top where they touch others
                inset = 5 if status is None else 3
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.marks[status].line))
                painter.drawRects([QRectF(inset, y - 1, WIDTH - 2 * inset, 3) for y in worst if worst[y] == status])
            for y in range(self.height() if self._hits else 0):
                number = bisect_left(self._hits, self._share(y))
                if number < len(self._hits) and self._hits[number] < self._share(y + 1):
                    painter.fillRect(QRectF(WIDTH - 4, y - 1, 4, 2), QColor(theme.found))
            return self._picture

    def _draw_anew(self) -> None:
        self._picture = None
        self.update()

    def _y(self, share: float) -> float:
        return 4 + share * (self.height() - 8)

    def _ask(self, event: QMouseEvent) -> None:
        self.asked_for.emit(self._share(event.position().y()))

    def _share(self, y: float) -> float:
        return min(1.0, max(0.0, (y - 4) / max(1, self.height() - 8)))


def _share(mark: tuple[float, Status | None]) -> float:
    return mark[0]
