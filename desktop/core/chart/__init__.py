"""Knows how payment schedules are drawn: one description, whatever paints it, and the same as SVG and as a table."""

from desktop.core.chart.amounts import short_amount, short_range
from desktop.core.chart.axes import amount_ticks, ticks
from desktop.core.chart.drawing import Band, Curve, Drawing, Mode, Point, are_far_apart, draw, width_of_line
from desktop.core.chart.labels import Label, label_width, labels, spread
from desktop.core.chart.looks import COLOURS, PATTERNS, Look, looks
from desktop.core.chart.months import Month, month_at, months_between, short_month
from desktop.core.chart.rows import Table, csv_text, table
from desktop.core.chart.saying import Legend, Sign, card, legend, notes, passage, readout, summary
from desktop.core.chart.series import MOST_CURVES, Chart, Series, Step, Year, chart
from desktop.core.chart.svg import FONTS, Palette, legend_svg, svg

__all__ = [
    "COLOURS",
    "FONTS",
    "MOST_CURVES",
    "PATTERNS",
    "Band",
    "Chart",
    "Curve",
    "Drawing",
    "Label",
    "Legend",
    "Look",
    "Mode",
    "Month",
    "Palette",
    "Point",
    "Series",
    "Sign",
    "Step",
    "Table",
    "Year",
    "amount_ticks",
    "are_far_apart",
    "card",
    "chart",
    "csv_text",
    "draw",
    "label_width",
    "labels",
    "legend",
    "legend_svg",
    "looks",
    "month_at",
    "months_between",
    "notes",
    "passage",
    "readout",
    "short_amount",
    "short_month",
    "short_range",
    "spread",
    "summary",
    "svg",
    "table",
    "ticks",
    "width_of_line",
]
