"""Knows where the axes of a chart have their marks, and what these are called."""

from math import ceil, floor, log10

from desktop.core.chart.amounts import short_amount
from desktop.core.chart.drawing import Drawing, Mode, year_name
from desktop.core.chart.months import Month, month_at, short_month
from desktop.core.chart.series import Chart
from desktop.core.timeline import number_of

_APART = 26
"""The fewest pixels between two marks of the axis of amounts."""


def ticks(chart: Chart, room: float = 48, mode: Mode = Mode.MONTHLY) -> tuple[tuple[float, str], ...]:
    """Marks for the axis of months: x and year, or x and month where the time is short.

    room: how many characters fit below the curves; the marks take no more. By year, the marks stand below the middle
    of each year.
    """
    if not chart.series:
        return ()
    if not chart.reference:
        return tuple((12 * year + 6, year_name(chart, year + 1)) for year in range(chart.width // 12))
    if mode is Mode.YEARLY:
        return _years(chart, room)
    marks: tuple[tuple[float, str], ...] = ()
    for step in (3, 6, 12, 24, 60, 120, 240, 600):
        offset = -number_of(chart.reference) % step
        places = range(offset, chart.width + 1, step)
        marks = tuple((x, _tick(month_at(chart.reference, x), step)) for x in places)
        if sum(len(mark) + 2 for _, mark in marks) <= room:
            break
    return marks


def _years(chart: Chart, room: float) -> tuple[tuple[float, str], ...]:
    first = number_of(chart.reference)
    years = range(first // 12, (first + chart.width - 1) // 12 + 1)
    for step in (1, 2, 5, 10, 20, 50):
        shown = [year for year in years if year % step == 0]
        if 6 * len(shown) <= room:
            break
    edges = ((year, max(0, year * 12 - first), min(chart.width, year * 12 + 12 - first)) for year in shown)
    return tuple(((low + high) / 2, str(year)) for year, low, high in edges)


def _tick(month: Month, step: int) -> str:
    return month.split("-")[0] if step >= 12 else short_month(month)


def amount_ticks(drawing: Drawing, height: float) -> tuple[tuple[float, str], ...]:
    """Marks for the axis of amounts that is `height` pixels high: place on the axis, and the amount in words."""
    if not drawing.curves:
        return ()
    most = max(2, int(height / _APART))
    places = _decades(drawing, most) if drawing.logarithmic else _round_steps(drawing, most)
    return tuple((place, _amount(drawing, place)) for place in places)


def _round_steps(drawing: Drawing, most: int) -> list[float]:
    rough = drawing.high / most
    scale = 10.0 ** floor(log10(rough))
    step = next(scale * factor for factor in (1, 2, 2.5, 5, 10) if scale * factor >= rough)
    return [number * step for number in range(int(drawing.high / step) + 1)]


def _decades(drawing: Drawing, most: int) -> list[float]:
    """Powers of ten; where fewer than two are in sight, also what is twice and five times as much."""
    low, high = drawing.low, drawing.high
    whole = range(ceil(low), floor(high) + 1)
    if len(whole) >= 2:
        return [float(decade) for decade in whole[:: ceil(len(whole) / most)]]
    fine = [decade + log10(factor) for decade in range(floor(low), ceil(high) + 1) for factor in (1, 2, 5)]
    return [place for place in fine if low <= place <= high] or [(low + high) / 2]


def _amount(drawing: Drawing, place: float) -> str:
    value = 10**place if drawing.logarithmic else place
    return short_amount(float(f"{value:.6g}"), drawing.chart.currency) if value else "0"
