"""Paints a drawing of payments with pyqtgraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPolygonItem

from desktop.core.chart import (
    Chart,
    Curve,
    Drawing,
    Label,
    Mode,
    amount_ticks,
    draw,
    labels,
    ticks,
    width_of_line,
)

if TYPE_CHECKING:
    from desktop.core.chart import Band
    from desktop.core.figures import Figure
    from desktop.shell.theme import Appearance

TOP = 8
"""Pixels above the curves, so that half a word of the axis fits."""

LABEL_GAP = 13
"""Pixels between the last curve's end and the labels."""
LABEL_SHARE = 0.5
"""How much of the width the labels may have."""

TINT, RAMP_TINT, FADED = 0.18, 0.08, 0.45


class DrawnPlot(pg.PlotWidget):
    """Step lines of what is paid each month or year, or rising lines of what has been paid."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.drawing = Drawing(Chart("", ()))
        self.marked: tuple[Figure, ...] = ()
        self._items: list[object] = []
        self._labels: list[tuple[pg.TextItem, Label]] = []
        self._hatched: list[tuple[QGraphicsPolygonItem, QColor]] = []
        self._ends: list[dict[str, object]] = []
        self._pens: dict[int, QPen] = {}
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.getPlotItem().layout.setContentsMargins(1, TOP, 1, 1)
        # Labels are placed once the layout is done, however often it was asked for.
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._place_labels)
        self.getViewBox().sigResized.connect(self._place_later)
        appearance.changed.connect(self.paint_chart)

    # ---- what is shown

    def show_chart(self, chart: Chart, mode: Mode, *, logarithmic: bool) -> None:
        """Shows a chart."""
        self.drawing = draw(chart, mode, logarithmic=logarithmic)
        self.paint_chart()

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Thickens the curves that rest on these figures; the others fade a little."""
        if figures != self.marked:
            self.marked = figures
            self.paint_chart()

    def paint_chart(self) -> None:
        """Paints all anew; a handful of curves takes a few milliseconds."""
        theme = self._appearance.theme
        for item in self._items:
            self.getViewBox().removeItem(item)
        self._items, self._labels, self._hatched, self._ends = [], [], [], []
        self.setBackground(theme.base)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(theme.border)
            axis.setTextPen(theme.muted)
            axis.setStyle(tickFont=self.font(), tickLength=0 if self.drawing.mode is Mode.YEARLY else 4)
        self.getAxis("left").setStyle(tickLength=4)
        self.getAxis("bottom").setStyle(hideOverlappingLabels=False)  # or a year at the very left has no name
        # Lines of its own: those of the axis would run under the labels, and cost it the words at its ends.
        self._grid = pg.PlotCurveItem(pen=pg.mkPen(theme.border, width=1), connect="pairs")
        self._put(self._grid)
        if not self.drawing.curves:
            return
        is_fading = any(self._is_chosen(curve) for curve in self.drawing.curves)
        for curve in sorted(self.drawing.curves, key=self._is_chosen):
            self._paint_curve(curve, is_faded=is_fading and not self._is_chosen(curve))
        self._put(pg.ScatterPlotItem(self._ends))
        self._leaders = pg.PlotCurveItem(pen=pg.mkPen(theme.muted, width=0.8), connect="pairs", antialias=True)
        self._put(self._leaders)
        self._mark_amounts(self.height())
        self.setYRange(self.drawing.low, self.drawing.high, padding=0)
        self.setXRange(-0.5, max(1, self.drawing.chart.width), padding=0)
        self._place_later()

    def _put(self, item: object) -> None:
        """Adds what is painted until all is painted anew; told to the view alone, the plot would spend long on it."""
        self.getViewBox().addItem(item, ignoreBounds=True)
        self._items.append(item)

    def _is_chosen(self, curve: Curve) -> bool:
        return any(figure in curve.series.figures for figure in self.marked)

    def _colour(self, curve: Curve) -> QColor:
        series = self._appearance.theme.series
        return QColor(series[curve.series.look.colour % len(series)])

    def _paint_curve(self, curve: Curve, *, is_faded: bool) -> None:
        theme, colour = self._appearance.theme, self._colour(curve)
        if is_faded:
            colour.setAlphaF(FADED)
        for band in curve.bands:
            self._paint_band(band, colour)
        pen = pg.mkPen(colour, width=width_of_line(curve, chosen=self._is_chosen(curve)))
        if curve.pattern:
            pen.setDashPattern(curve.pattern)
        self._pens[curve.series.order] = pen
        self._put(_curve_item(curve.line, pen))
        end = {"pos": curve.line[-1], "data": curve}
        if not curve.is_open:
            self._ends.append(end | {"symbol": "d", "size": 10, "brush": colour, "pen": pg.mkPen(theme.base)})
        elif self.drawing.chart.reference:
            edge = pg.mkPen(colour, width=1.6)
            self._ends.append(end | {"symbol": "t2", "size": 9, "brush": pg.mkBrush(theme.base), "pen": edge})

    def _paint_band(self, band: Band, colour: QColor) -> None:
        tint = QColor(colour)
        tint.setAlphaF((RAMP_TINT if band.is_ramp else TINT) * colour.alphaF())
        # Plain areas of Qt: to fill between two of pyqtgraph's curves takes five times as long.
        self._put(_area_item(band, tint))
        if band.is_ramp:
            hatched = _area_item(band, QBrush(colour, Qt.BrushStyle.BDiagPattern))
            self._hatched.append((hatched, colour))
            self._put(hatched)
        else:
            self._put(_curve_item(band.low, pg.mkPen(colour, width=0.8)))

    # ---- where the words stand

    def _place_later(self) -> None:
        self._placing.start(0)

    def _place_labels(self) -> None:
        """Sets labels beside their curves' ends, none over another, and leaves them and the axes the room they need."""
        box, drawing, metrics = self.getViewBox(), self.drawing, self.fontMetrics()
        if box.height() <= 0 or box.width() <= 0 or not drawing.curves:
            return
        self._mark_amounts(box.height())
        line = metrics.height() + 1
        room = LABEL_SHARE * box.width() - LABEL_GAP
        placed = labels(drawing, box.height(), line, room, metrics.horizontalAdvance, self.marked)
        widest = max(metrics.horizontalAdvance(label.text) for label in placed)
        curves = max(1.0, box.width() - widest - LABEL_GAP - 4)
        width = max(1, drawing.chart.width)
        month = (width + 0.5) / curves
        self.setXRange(-0.5, -0.5 + box.width() * month, padding=0)
        self.getAxis("bottom").setTicks([list(ticks(drawing.chart, curves / metrics.averageCharWidth(), drawing.mode))])
        self._put_labels(placed, width + LABEL_GAP * month, month, (drawing.high - drawing.low) / box.height())
        for item, colour in self._hatched:
            brush = QBrush(colour, Qt.BrushStyle.BDiagPattern)
            brush.setTransform(item.sceneTransform().inverted()[0])  # or the lines would be stretched as the curves are
            item.setBrush(brush)

    def _mark_amounts(self, height: float) -> None:
        marks = amount_ticks(self.drawing, height)
        # The axis would find its width only while it is painted, and leave out what does not fit until then.
        axis = self.getAxis("left")
        axis.setTicks([list(marks)])
        places = [place for place, _ in marks]
        right = self.drawing.chart.width
        self._grid.setData([-0.5, right] * len(places), [place for place in places for _ in range(2)])
        axis.setWidth(max(self.fontMetrics().horizontalAdvance(text) for _, text in marks) + 14)

    def _put_labels(self, placed: tuple[Label, ...], x: float, month: float, pixel: float) -> None:
        """x: where they begin. month: how much of one a pixel is. pixel: how much of the other axis."""
        for item, _ in self._labels:
            self.getViewBox().removeItem(item)
            self._items.remove(item)
        self._labels = []
        leaders: list[tuple[float, float]] = []
        muted = QColor(self._appearance.theme.muted)
        for label in placed:
            curve = label.curve
            ink = self._colour(curve) if curve is not None and curve.series.as_written else muted
            item = pg.TextItem(label.text, color=ink, anchor=(0, 0.5))
            item.setFont(self.font())
            item.textItem.document().setDocumentMargin(0)
            y = self.drawing.high - label.place * pixel
            item.setPos(x, y)
            if curve is not None and (label.is_moved or curve.line[-1].x < self.drawing.chart.width):
                end = curve.line[-1]
                leaders += [(end.x + 6 * month, end.y), (x - 2 * month, y)]
            self._put(item)
            self._labels.append((item, label))
        self._leaders.setData([place for place, _ in leaders], [place for _, place in leaders])

    def label_boxes(self) -> list[QRectF]:
        """Where the labels at the curves' ends stand in the scene."""
        return [item.mapRectToScene(item.boundingRect()) for item, _ in self._labels]

    def thickness(self) -> list[float]:
        """How thick each curve is painted, in their order."""
        return [self._pens[curve.series.order].widthF() for curve in self.drawing.curves]

    def label_texts(self) -> list[str]:
        """The labels from the top."""
        return [label.text for _, label in self._labels]


def _area_item(band: Band, brush: QBrush | QColor) -> QGraphicsPolygonItem:
    item = QGraphicsPolygonItem(QPolygonF([QPointF(*place) for place in (*band.high, *reversed(band.low))]))
    item.setPen(QPen(Qt.PenStyle.NoPen))
    item.setBrush(brush)
    return item


def _curve_item(line: tuple[tuple[float, float], ...], pen: object) -> pg.PlotCurveItem:
    return pg.PlotCurveItem([x for x, _ in line], [y for _, y in line], pen=pen, antialias=True)
