"""Paints a chart of payments with pyqtgraph."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolTip

from desktop.core.chart import Chart, Series, month_at, short_amount, short_month, short_range, spread, ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.core.figures import Figure
    from desktop.shell.theme import Appearance

PATTERNS = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
LABEL_GAP = 10
"""Pixels between a curve's end and its label."""

DECADE = 26
"""The fewest pixels between two marks of a logarithmic axis."""
DECADES = 4
"""How many powers of ten a logarithmic axis shows; what lies below runs along its edge with an arrow."""

NEAR = 12
"""How many pixels from a curve a pointer may be to mean it."""


class _AmountAxis(pg.AxisItem):
    """An axis of amounts, logarithmic or not; the plot itself always works on plain numbers."""

    def __init__(self) -> None:
        super().__init__("left")
        self.enableAutoSIPrefix(False)
        self.currency = "USD"
        self.is_logarithmic = False

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802
        if not self.is_logarithmic:
            return super().tickValues(low, high, size)[:1]
        decades = floor(high) - ceil(low) + 1
        step = max(1, ceil(decades * DECADE / max(size, 1)))
        return [(1.0, [float(decade) for decade in range(ceil(low), floor(high) + 1, step)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        return [self._amount(10**value if self.is_logarithmic else value) for value in values]

    def _amount(self, value: float) -> str:
        return short_amount(round(value, 6), self.currency) if value else "0"


class TimelinePlot(pg.PlotWidget):
    """Step lines of what is paid each month, or rising lines of what has been paid."""

    series_chosen = Signal(object)
    """The Series the editor clicked."""

    def __init__(self, appearance: Appearance) -> None:
        self._amounts = _AmountAxis()
        super().__init__(axisItems={"left": self._amounts})
        self._appearance = appearance
        self._chart = Chart("", ())
        self._cumulative = False
        self._logarithmic = False
        self._least = 1.0
        self.marked: Figure | None = None
        self._labels: list[tuple[pg.TextItem, float]] = []
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Payments over time")
        self.scene().sigMouseMoved.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._click)
        # Labels are placed once the layout is done, however often it was asked for.
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._place_labels)
        self.getViewBox().sigResized.connect(self._place_later)
        appearance.changed.connect(self.paint_chart)

    def show_chart(self, chart: Chart, *, cumulative: bool, logarithmic: bool) -> None:
        """Shows a chart."""
        self._chart, self._cumulative, self._logarithmic = chart, cumulative, logarithmic
        self.paint_chart()

    def mark(self, figure: Figure | None) -> None:
        """Thickens the curve that rests on this figure."""
        if figure != self.marked:
            self.marked = figure
            self.paint_chart()

    def paint_chart(self) -> None:
        """Paints all anew; a handful of curves takes a few milliseconds."""
        theme = self._appearance.theme
        self.clear()
        self._labels = []
        self.setBackground(theme.base)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(theme.border)
            axis.setTextPen(theme.muted)
            axis.setStyle(tickFont=self.font(), tickLength=4)
        self.showGrid(x=False, y=True, alpha=0.18)
        if not self._chart.series:
            return
        self._least = self._smallest()
        self._amounts.is_logarithmic = self._logarithmic
        self._amounts.currency = self._chart.series[0].currency
        # The axis would find its width only while it is painted, and leave out what does not fit until then.
        widest = short_amount(100_000_000, self._amounts.currency)
        self._amounts.setWidth(self.fontMetrics().horizontalAdvance(widest) + 14)
        for series in self._chart.series:
            self._paint_series(series)
        self._set_ranges()
        self._place_later()

    def series_near(self, place: QPointF) -> Series | None:
        """The curve nearest to a place in the scene, None where none is near."""
        box = self.getViewBox()
        if not box.sceneBoundingRect().contains(place):
            return None
        at = box.mapSceneToView(place)
        best: tuple[float, Series] | None = None
        for series in self._chart.series:
            for x, y in self.line(series):
                if abs(x - at.x()) <= 1:
                    apart = abs(box.mapViewToScene(QPointF(at.x(), y)).y() - place.y())
                    if apart <= NEAR and (best is None or apart < best[0]):
                        best = (apart, series)
        return best[1] if best is not None else None

    def _paint_series(self, series: Series) -> None:
        theme = self._appearance.theme
        colour = QColor(theme.series[series.order % len(theme.series)])
        chosen = self.marked in series.figures
        width = (3.6 if chosen else 2.0) if series.as_written else (2.4 if chosen else 1.2)
        pen = pg.mkPen(colour, width=width, style=PATTERNS[series.order % len(PATTERNS)])
        line = self.line(series)
        if series.has_band:
            tint = QColor(colour)
            tint.setAlphaF(0.18)
            # Curves, not data items: those without a pen would drag the axis far to the left.
            edges = [
                pg.PlotCurveItem([x for x, _ in edge], [y for _, y in edge], pen=None)
                for edge in (self.line(series, high=False), line)
            ]
            self.addItem(pg.FillBetweenItem(*edges, brush=tint))
        self.addItem(pg.PlotCurveItem([x for x, _ in line], [y for _, y in line], pen=pen, antialias=True))
        if series.end is not None:
            edge = pg.mkPen(theme.base)
            self.addItem(pg.ScatterPlotItem([line[-1][0]], [line[-1][1]], symbol="d", size=9, brush=colour, pen=edge))
        ink = QColor(colour) if series.as_written else QColor(theme.muted)
        label = pg.TextItem(self._label(series), color=ink, anchor=(0, 0.5))
        label.setFont(self.font())
        label.textItem.document().setDocumentMargin(1)
        self.addItem(label, ignoreBounds=True)
        self._labels.append((label, line[-1][1]))

    def line(self, series: Series, *, high: bool = True) -> list[tuple[float, float]]:
        """The corners of a curve (its upper edge, or its lower one)."""
        corners: list[tuple[float, float]] = []
        if self._cumulative:
            if not self._logarithmic:
                corners.append((series.steps[0].x, 0.0))
            for step in series.steps:
                corners.append((step.x + 1, self._y(step.total_high if high else step.total_low)))
            return corners
        for step in series.steps:
            y = self._y(step.high if high else step.low)
            corners += [(step.x, y), (step.x + 1, y)]
        return corners

    def _y(self, amount: float) -> float:
        if not self._logarithmic:
            return amount
        return log10(max(amount, self._least / 3))

    def _smallest(self) -> float:
        """The amount below which a logarithmic axis does not go: the smallest, but not far below the greatest."""
        amounts = [
            amount
            for series in self._chart.series
            for step in series.steps
            for amount in ((step.total_low, step.total_high) if self._cumulative else (step.low, step.high))
            if amount > 0
        ]
        # "$15 a year" beside billions would press all other curves into one line: it is drawn along the edge
        return max(min(amounts, default=1.0), max(amounts, default=1.0) / 10**DECADES)

    def _set_ranges(self) -> None:
        edges = [y for series in self._chart.series for high in (False, True) for _, y in self.line(series, high=high)]
        low, high = (min(edges), max(edges)) if self._logarithmic else (0.0, max(edges))
        margin = (high - low) * 0.08 or 0.5
        self.setYRange(low - margin if self._logarithmic else low, high + margin, padding=0)
        self.setXRange(-0.5, max(1, self._chart.width), padding=0)

    def _label(self, series: Series) -> str:
        last = series.steps[-1]
        amount = last.total_high if self._cumulative else last.high
        lower = last.total_low if self._cumulative else last.low
        below = self._logarithmic and amount < self._least
        return f"{series.label}  {short_range(lower, amount, series.currency)}{' ↓' if below else ''}"

    def _place_later(self) -> None:
        self._placing.start(0)

    def _place_labels(self) -> None:
        """Sets labels beside their curves' ends, none over another, and leaves them the room they need."""
        box = self.getViewBox()
        if box.height() <= 0 or box.width() <= 0 or not self._labels:
            return
        width = max(1, self._chart.width)
        wanted = max(label.boundingRect().width() for label, _ in self._labels) + LABEL_GAP + 4
        room = max(0.3 * box.width(), box.width() - wanted)
        self.setXRange(-0.5, width * box.width() / room, padding=0)
        self.getAxis("bottom").setTicks([list(ticks(self._chart, room / self.fontMetrics().averageCharWidth()))])
        low, high = box.viewRange()[1]
        tallest = max(label.boundingRect().height() for label, _ in self._labels)
        line = (tallest + 1) * (high - low) / box.height()
        places = spread([y for _, y in self._labels], line, low + line / 2, high - line / 2)
        for (label, _), place in zip(self._labels, places, strict=True):
            label.setPos(width + width / room * LABEL_GAP, place)

    def label_boxes(self) -> list[QRectF]:
        """Where the labels at the curves' ends stand in the scene."""
        return [label.mapRectToScene(label.boundingRect()) for label, _ in self._labels]

    def card(self, series: Series, x: int) -> str:
        """What the pointer's card says of a curve in the month at `x`."""
        step = min(series.steps, key=lambda step: abs(step.x - x))
        first, currency = series.payments[0], series.currency
        month = short_month(month_at(self._chart.reference, step.x)) if self._chart.reference else "the month"
        paid = short_range(step.low, step.high, currency)
        so_far = short_range(step.total_low, step.total_high, currency)
        when = " to ".join(short_month(month) for month in (first.start, first.end) if month is not None)
        quotes = [f"“{' '.join(figure.quote.split())}”" for figure in series.figures[:3]]
        parts = [f"{series.label}: {paid} in {month} under this reading, {so_far} by its end", when, *quotes]
        return "\n".join(part for part in parts if part)

    def _hover(self, place: QPointF) -> None:
        series = self.series_near(place)
        self.setCursor(Qt.CursorShape.PointingHandCursor if series is not None else Qt.CursorShape.ArrowCursor)
        if series is None:
            QToolTip.hideText()
            return
        x = int(self.getViewBox().mapSceneToView(place).x())
        QToolTip.showText(self.mapToGlobal(self.mapFromScene(place)), self.card(series, x), self)

    def _click(self, event: object) -> None:
        series = self.series_near(event.scenePos())  # type: ignore[attr-defined]
        if series is not None:
            self.series_chosen.emit(series)
