"""Knows where each curve of a chart runs, in months and amounts, by the way the amounts are summed up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import log10
from typing import NamedTuple

from desktop.core.chart.amounts import short_range
from desktop.core.chart.looks import PATTERNS
from desktop.core.chart.series import Chart, Series, Year
from desktop.core.language import say
from desktop.core.timeline import Payment

DECADES = 4
"""How many powers of ten a logarithmic axis shows; what lies below runs along its edge with an arrow."""

FAR_APART = 30
"""From this ratio of the largest amount to the smallest on, a linear axis hides the smallest."""

_MARGIN = 0.08

_Scale = Callable[[float], float]
"""What turns an amount into a place on the axis."""


class Mode(StrEnum):
    """How amounts are summed up: by month, from the start on, by calendar year."""

    MONTHLY = "month"
    CUMULATIVE = "cumulative"
    YEARLY = "year"


class Point(NamedTuple):
    """A place: months from the reference, and the amount (its power of ten on a logarithmic axis)."""

    x: float
    y: float


class Band(NamedTuple):
    """What lies between two edges; is_ramp where it is open because payments ramp up."""

    low: tuple[Point, ...]
    high: tuple[Point, ...]
    is_ramp: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """How one series runs.

    line: its corners, those of the higher amount where it is uncertain. bands: where it is. amount: in words, for its
    label; brief: the same with short scale words. is_below: whether it lies below a logarithmic axis.
    """

    series: Series
    line: tuple[Point, ...]
    bands: tuple[Band, ...]
    amount: str
    brief: str
    is_below: bool = False

    @property
    def pattern(self) -> tuple[float, ...]:
        """Its dashes and gaps in line widths."""
        return PATTERNS[self.series.look.pattern]

    @property
    def is_open(self) -> bool:
        """Whether it goes on beyond what is drawn, because no end is stated."""
        return self.series.end is None

    @property
    def text(self) -> str:
        """Its label with the amount."""
        return self._with(self.amount)

    @property
    def brief_text(self) -> str:
        """Its label with the amount in brief."""
        return self._with(self.brief)

    def _with(self, amount: str) -> str:
        return f"{self.series.label}{self.series.sign}  {amount}{' ↓' if self.is_below else ''}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """All curves of a chart, and what the axis of amounts spans (powers of ten where it is logarithmic)."""

    chart: Chart
    mode: Mode = Mode.MONTHLY
    logarithmic: bool = False
    curves: tuple[Curve, ...] = ()
    low: float = 0.0
    high: float = 1.0


class _Stretch(NamedTuple):
    """Some months with the amounts at both of their ends."""

    x: float
    beyond: float
    before: tuple[float, float]
    after: tuple[float, float]


def are_far_apart(payments: Iterable[Payment]) -> bool:
    """Whether the amounts of some schedules lie so far apart that they want a logarithmic axis."""
    amounts = [float(payment.monthly_high) for payment in payments if payment.monthly_high > 0]
    return bool(amounts) and max(amounts) / min(amounts) >= FAR_APART


def draw(chart: Chart, mode: Mode = Mode.MONTHLY, *, logarithmic: bool = False) -> Drawing:
    """How the curves of a chart run."""
    stretches = [_stretches(series, mode) for series in chart.series]
    amounts = [amount for each in stretches for one in each for amount in one.after if amount > 0]
    # "$15 a year" beside billions would press all other curves into one line: it is drawn along the edge.
    least = max(min(amounts, default=1.0), max(amounts, default=1.0) / 10**DECADES)

    def y(amount: float) -> float:
        return log10(max(amount, least / 3)) if logarithmic else amount

    curves = tuple(
        Curve(
            series=series,
            line=_line(each, y, from_zero=mode is not Mode.CUMULATIVE or not logarithmic),
            bands=tuple(_bands(series, each, y)),
            amount=_amount(chart, series, mode),
            brief=_amount(chart, series, mode, brief=True),
            is_below=logarithmic and each[-1].after[1] < least,
        )
        for series, each in zip(chart.series, stretches, strict=True)
    )
    places = [point.y for curve in curves for edge in _edges(curve) for point in edge] or [0.0, 1.0]
    low, high = (min(places), max(places)) if logarithmic else (0.0, max(places))
    margin = (high - low) * _MARGIN or 0.5
    return Drawing(chart, mode, logarithmic, curves, low - margin if logarithmic else low, high + margin)


def width_of_line(curve: Curve, *, chosen: bool = False) -> float:
    """How thick a curve is: thinner where a reading was repaired, thicker where it is chosen."""
    if curve.series.as_written:
        return 3.6 if chosen else 2.0
    return 2.4 if chosen else 1.2


def year_name(chart: Chart, number: int) -> str:
    """What a calendar year is called: "2026", or "year 1" where nobody knows when it is."""
    return str(number) if chart.reference else say("year {number}", number=number)


def telling_year(series: Series) -> Year:
    """The last of the years of which most is paid: what "a year" comes to."""
    return max(series.years, key=lambda year: (year.months, year.number))


def _stretches(series: Series, mode: Mode) -> list[_Stretch]:
    if mode is Mode.YEARLY:
        return [_level(year.x, year.beyond, year.low, year.high) for year in series.years]
    if mode is Mode.MONTHLY:
        return [_level(step.x, step.x + 1, step.low, step.high) for step in series.steps]
    found, before = [], (0.0, 0.0)
    for step in series.steps:
        after = (step.total_low, step.total_high)
        found.append(_Stretch(step.x, step.x + 1, before, after))
        before = after
    return found


def _level(x: float, beyond: float, low: float, high: float) -> _Stretch:
    return _Stretch(x, beyond, (low, high), (low, high))


def _corners(stretches: Sequence[_Stretch], edge: int, y: _Scale) -> tuple[Point, ...]:
    """The corners of the lower (0) or upper (1) edge; those in the middle of a level are left out."""
    corners: list[Point] = []
    for one in stretches:
        for point in (Point(one.x, y(one.before[edge])), Point(one.beyond, y(one.after[edge]))):
            if corners and point == corners[-1]:
                continue
            if len(corners) > 1 and corners[-2].y == corners[-1].y == point.y:
                corners.pop()
            corners.append(point)
    return tuple(corners)


def _line(stretches: Sequence[_Stretch], y: _Scale, *, from_zero: bool) -> tuple[Point, ...]:
    """The upper edge; a sum that begins with nothing has no place for that on a logarithmic axis."""
    if from_zero:
        return _corners(stretches, 1, y)
    first = stretches[0]
    begun = _Stretch(first.beyond, first.beyond, first.after, first.after)
    return _corners([begun, *stretches[1:]], 1, y) if len(stretches) > 1 else _corners([begun], 1, y) * 2


def _bands(series: Series, stretches: Sequence[_Stretch], y: _Scale) -> Iterable[Band]:
    ramp = series.ramp or (0, 0)

    def kind(one: _Stretch) -> tuple[bool, bool]:
        return one.after[0] != one.after[1], one.x < ramp[1] and one.beyond > ramp[0]

    for (is_uncertain, is_ramp), found in groupby(stretches, kind):
        if is_uncertain:
            group = list(found)
            yield Band(_corners(group, 0, y), _corners(group, 1, y), is_ramp)


def _edges(curve: Curve) -> list[tuple[Point, ...]]:
    return [curve.line, *(band.low for band in curve.bands)]


def _amount(chart: Chart, series: Series, mode: Mode, *, brief: bool = False) -> str:
    if mode is Mode.CUMULATIVE:
        last = series.steps[-1]
        return short_range(last.total_low, last.total_high, series.currency, brief=brief)
    if mode is Mode.YEARLY:
        year = telling_year(series)
        # Never without the year: the curve may end at another one's amount.
        return f"{short_range(year.low, year.high, series.currency, brief=brief)} ({year_name(chart, year.number)})"
    first = series.payments[0]
    return short_range(first.monthly_low, first.monthly_high, series.currency, brief=brief)
