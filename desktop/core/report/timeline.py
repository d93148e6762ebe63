"""Draws the payments of a comparison for paper: per month and summed up, with the same as a table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop.core import wording
from desktop.core.analysis import Analysis
from desktop.core.chart import (
    Chart,
    Drawing,
    Mode,
    Palette,
    are_far_apart,
    chart,
    draw,
    month_at,
    notes,
    summary,
    svg,
    table,
)
from desktop.core.language import say
from desktop.core.report.calling import Calling
from desktop.core.report.tables import MonthRecord
from desktop.core.report.values import Picture, Timeline

PALETTE = Palette(
    background="#ffffff",
    text="#1b1f24",
    muted="#57606a",
    grid="#cfd4da",
    series=("#0072b2", "#b84f00", "#007a58", "#a3477f", "#806500", "#3a3f47", "#6a4bc4"),
)
"""The colours of curves on paper: those of the light window."""
FONT = "Inter"
WIDTH, HEIGHT, AROUND, LABEL = 740, 380, 170, 17
"""In pixels: of a picture, of what is above and below its curves, and of one label at the end of a curve."""


def timeline(analysis: Analysis, calling: Calling) -> Timeline | None:
    """The payments, None where there are none."""
    if not analysis.payments:
        return None
    called = {one.id: f"{calling.letters[one.id]} {calling.names[one.id]}" for one in analysis.articles}
    drawn = chart(analysis.payments, {article: calling.letters[article] for article in called})
    logarithmic = are_far_apart(analysis.payments)
    words = table(analysis.payments, called, Mode.MONTHLY)
    drawings = [draw(drawn, mode, logarithmic=logarithmic) for mode in (Mode.MONTHLY, Mode.CUMULATIVE) if drawn.series]
    return Timeline(
        pictures=tuple(map(_picture, drawings)),
        headings=words.headings,
        rows=words.rows,
        notes=(*_limits(drawings), *notes(drawn, calling.names)),
        months=tuple(_months(drawn)),
    )


def _limits(drawings: Sequence[Drawing]) -> Iterator[str]:
    """Where what is drawn is not what is meant."""
    curves = [curve for drawing in drawings for curve in drawing.curves]
    if any(curve.is_open for curve in curves):
        yield say("Where no end is stated, a curve runs as far as the others; what it comes to there is no total.")
    if any(curve.is_below for curve in curves):
        yield say("↓ stands beside an amount that is too small for the scale; its curve runs along the lower edge.")


def _months(drawn: Chart) -> Iterator[MonthRecord]:
    for series in drawn.series:
        for step in series.steps:
            month = month_at(drawn.reference, step.x) if drawn.reference else str(step.x + 1)
            low, high, total_low, total_high = (Decimal(f"{amount:.2f}") for amount in step[1:])
            yield MonthRecord(series.whole_label, month, low, high, total_low, total_high, series.currency)


def _picture(drawing: Drawing) -> Picture:
    height = max(HEIGHT, AROUND + LABEL * len(drawing.curves))
    curves = (curve.text for curve in drawing.curves)
    alt = say("{name}: {curves}.", name=summary(drawing), curves=wording.clauses([*curves]))
    return Picture(
        title=summary(drawing),
        svg=svg(drawing, PALETTE, width=WIDTH, height=height, fonts=FONT, name=f"chart-{drawing.mode.value}"),
        alt=alt,
        width=WIDTH,
        height=height,
    )
