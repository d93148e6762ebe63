"""Shows where in a whole article its figures stand, the worst status on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.highlights import ORDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.core.agreement import Status
    from desktop.shell.theme import Appearance

WIDTH = 14


class OverviewStrip(QWidget):
    """A narrow strip as high as the article's pane; a click goes there."""

    asked_for = Signal(float)
    """A share of the article's length."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._marks: list[tuple[float, Status | None]] = []
        self._selected: tuple[float, ...] = ()
        self._in_sight = (0.0, 0.0)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Overview of the article")
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDTH, 100)

    def show_marks(self, marks: Sequence[tuple[float, Status | None]]) -> None:
        """Shows marks at shares of the article's length."""
        # The worst come last, so that they win where several share a pixel.
        self._marks = sorted(marks, key=lambda mark: -ORDER.index(mark[1]))
        self.update()

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

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.window))
        painter.setPen(QPen(QColor(theme.border)))
        painter.drawLine(0, 0, 0, self.height())
        first, last = self._in_sight
        if last - first < 1:
            seen = QRectF(1, self._y(first), WIDTH - 1, max(6.0, self._y(last) - self._y(first)))
            painter.fillRect(seen, QColor(theme.raised))
        for y, status in {round(self._y(share)): status for share, status in self._marks}.items():
            inset = 5 if status is None else 3
            painter.fillRect(QRectF(inset, y - 1, WIDTH - 2 * inset, 3), QColor(theme.marks[status].line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.text))
        for y in {round(self._y(share)) for share in self._selected}:
            painter.drawPolygon(QPolygonF([QPointF(1, y - 4), QPointF(6, y), QPointF(1, y + 4)]))

    def _y(self, share: float) -> float:
        return 4 + share * (self.height() - 8)

    def _ask(self, event: QMouseEvent) -> None:
        self.asked_for.emit(min(1.0, max(0.0, (event.position().y() - 4) / max(1, self.height() - 8))))
