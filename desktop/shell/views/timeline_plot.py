"""Points at curves of payments: what is said of them, and that one is chosen, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter
from PySide6.QtWidgets import QToolTip

from desktop.core.chart import Chart, Curve, Mode, card, readout
from desktop.core.language import phrase, say
from desktop.shell.views.timeline_cursor import Cursor
from desktop.shell.views.timeline_drawing import DrawnPlot
from desktop.shell.views.timeline_tip import tip_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from desktop.core.chart import Label, Series
    from desktop.core.figures import Figure
    from desktop.shell.theme import Appearance

KEYS = phrase("← → month (with Shift year) · ↑ ↓ curve · Space sentence · Enter select")
"""What the keys do, said until one is pressed."""

NEAR = 12
"""How many pixels from a curve a pointer may be to mean it."""


class TimelinePlot(DrawnPlot):
    """The plot, with what a pointer or a key does on it."""

    series_chosen = Signal(object)
    """The Series the editor clicked."""
    pointed = Signal(str, str)
    """What the curve under the pointer or the cursor comes to, in a line and on a card; "" where there is none."""

    def __init__(self, appearance: Appearance, quote: Callable[[Figure], str]) -> None:
        """quote: the sentence of a figure, for the card of a curve."""
        super().__init__(appearance)
        self._quote = quote
        self.cursor_place = Cursor()
        self._line = pg.InfiniteLine(angle=90)
        self._ring = pg.ScatterPlotItem(size=13, brush=None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Payments over time"))
        self.scene().sigMouseMoved.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._click)

    def show_chart(self, chart: Chart, mode: Mode, *, logarithmic: bool) -> None:
        super().show_chart(chart, mode, logarithmic=logarithmic)
        self.cursor_place.show(self.drawing)
        self._show_cursor()
        self._tell_cursor()

    def paint_chart(self) -> None:
        super().paint_chart()
        theme = self._appearance.theme
        self._line.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DotLine))
        self._ring.setPen(pg.mkPen(theme.text, width=2))
        for item in (self._line, self._ring):
            self._put(item)
        self._show_cursor()

    def curves_near(self, place: QPointF) -> list[Curve]:
        """The curves near a place in the scene, the nearest first."""
        box = self.getViewBox()
        area = box.sceneBoundingRect()
        if not area.contains(place):
            return []
        (left, right), (low, high) = box.viewRange()
        across, down = area.width() / (right - left), area.height() / (high - low)
        found = []
        for curve in self.drawing.curves:
            line = [(area.left() + (x - left) * across, area.top() + (high - y) * down) for x, y in curve.line]
            apart = min(_distance(place, one, other) for one, other in zip(line, line[1:], strict=False))
            if apart <= NEAR:
                found.append((apart, curve.series.order, curve))
        return [curve for _, _, curve in sorted(found, key=lambda one: one[:2])]

    def series_near(self, place: QPointF) -> Series | None:
        """The curve nearest to a place in the scene, or the one whose label is there; None where there is none."""
        label = self._label_at(place)
        if label is not None:
            return label.curve.series if label.curve is not None else None
        return next((curve.series for curve in self.curves_near(place)), None)

    def card(self, curves: list[Curve], x: int) -> str:
        """What the pointer's card says of curves at `x`."""
        return card(self.drawing, curves, x, self._quote)

    def _label_at(self, place: QPointF) -> Label | None:
        boxes = zip(self.label_boxes(), self._labels, strict=True)
        return next((label for box, (_, label) in boxes if box.contains(place)), None)

    def _hover(self, place: QPointF) -> None:
        label, near = self._label_at(place), self.curves_near(place)
        means = bool(near) or (label is not None and label.curve is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if means else Qt.CursorShape.ArrowCursor)
        where = self.mapToGlobal(self.mapFromScene(place))
        if label is not None:
            QToolTip.showText(where, tip_of(label.tip), self)
        elif near:
            x = int(self.getViewBox().mapSceneToView(place).x())
            QToolTip.showText(where, tip_of(self.card(near, x)), self)
            self.pointed.emit(readout(self.drawing, near[0], x), self.card(near, x))
            return
        else:
            QToolTip.hideText()
        self._tell_cursor()

    def _click(self, event: object) -> None:
        place = event.scenePos()  # type: ignore[attr-defined]
        series = self.series_near(place)
        if series is not None:
            near = self.curves_near(place)
            if near:
                self.cursor_place.put(near[0], self.getViewBox().mapSceneToView(place).x())
            self.series_chosen.emit(series)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        curve = self.cursor_place.curve
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and curve is not None:
            self.series_chosen.emit(curve.series)
        elif event.key() == Qt.Key.Key_Space:
            self._show_card()
        elif self.cursor_place.press(event):
            self._show_cursor()
            self._tell_cursor()
        else:
            super().keyPressEvent(event)

    def _show_card(self) -> None:
        point = self.cursor_place.point
        if point is not None and self._ring.isVisible():
            where = self.mapFromScene(self.getViewBox().mapViewToScene(QPointF(point.x, point.y)))
            QToolTip.showText(self.mapToGlobal(where), tip_of(self.accessibleDescription()), self)

    def _show_cursor(self) -> None:
        point = self.cursor_place.point if self.cursor_place.is_shown and self.hasFocus() else None
        self._line.setVisible(point is not None)
        self._ring.setVisible(point is not None)
        if point is not None:
            self._line.setPos(point.x)
            self._ring.setData([point.x], [point.y])

    def _tell_cursor(self) -> None:
        """Tells what the cursor points at, also to those who hear the window."""
        curve = self.cursor_place.curve
        told = whole = ""
        if curve is not None and self.hasFocus() and not self.cursor_place.is_shown:
            told = whole = say(KEYS)
        elif curve is not None and self.hasFocus():
            told = readout(self.drawing, curve, self.cursor_place.x)
            whole = self.card([curve], self.cursor_place.x)
        self.pointed.emit(told, whole)
        if whole != self.accessibleDescription():
            self.setAccessibleDescription(whole)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._focus_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._focus_changed()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._tell_cursor()

    def _focus_changed(self) -> None:
        self._show_cursor()
        self._tell_cursor()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.fillRect(0, 0, self.viewport().width(), 2, QColor(self._appearance.theme.accent))


def _distance(place: QPointF, one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far a place is from the line between two others, in pixels."""
    across, down = other[0] - one[0], other[1] - one[1]
    length = across * across + down * down
    along = 0.0 if length == 0 else ((place.x() - one[0]) * across + (place.y() - one[1]) * down) / length
    along = max(0.0, min(1.0, along))
    return float(((place.x() - one[0] - along * across) ** 2 + (place.y() - one[1] - along * down) ** 2) ** 0.5)
