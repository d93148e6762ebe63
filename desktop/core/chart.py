"""Knows how payment schedules are drawn: one description, whatever paints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from desktop.core.figures import Figure
from desktop.core.timeline import CurvePoint, Month, Payment, curve


@dataclass(frozen=True, slots=True)
class Step:
    """One month of a series: x in months from the chart's reference, amounts of the month and up to its end."""

    x: int
    low: float
    high: float
    total_low: float
    total_high: float


@dataclass(frozen=True, slots=True)
class Series:
    """One curve: what one or several articles say alike.

    articles: ids. label: their names, for the curve's end. order: chooses colour and line pattern. ramp: x of the
    first and beyond the last month of a start-up time. end: x where the stated term ends, None where none is stated.
    as_written: False for a repaired reading.
    """

    articles: tuple[str, ...]
    label: str
    order: int
    steps: tuple[Step, ...]
    currency: str
    figures: tuple[Figure, ...]
    payments: tuple[Payment, ...]
    ramp: tuple[int, int] | None = None
    end: int | None = None
    as_written: bool = True

    @property
    def has_band(self) -> bool:
        """Whether its amounts are uncertain anywhere."""
        return any(step.low != step.high for step in self.steps)


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves on one axis of months.

    reference: the month at x = 0, "" where no article gives a start: then the axis counts years from an unknown one.
    undrawn: schedules without a start where others have one.
    """

    reference: Month
    series: tuple[Series, ...]
    undrawn: tuple[Payment, ...] = ()

    @property
    def width(self) -> int:
        """The x beyond the last month of all."""
        return max((series.steps[-1].x + 1 for series in self.series), default=0)


def chart(payments: Sequence[Payment], names: Mapping[str, str]) -> Chart:
    """The curves of these schedules; articles that pay the same in every month share one, `names` (by id) joined."""
    drawn: dict[tuple[object, ...], list[Payment]] = {}
    points: dict[tuple[object, ...], tuple[CurvePoint, ...]] = {}
    undrawn = []
    is_dated = any(payment.start is not None for payment in payments)
    for payment in payments:
        curve_points = curve(payment if is_dated else replace(payment, start=_YEAR_ONE, end=_YEAR_THREE, ramp=None))
        if not curve_points:
            undrawn.append(payment)
            continue
        key = (curve_points, payment.currency, payment.reading)
        drawn.setdefault(key, []).append(payment)
        points[key] = curve_points
    reference = min((found[0].month for found in points.values()), default="")
    series = tuple(
        _series(alike, points[key], order, reference, names) for order, (key, alike) in enumerate(drawn.items())
    )
    if not is_dated:
        series = tuple(replace(one, end=None, ramp=None) for one in series)
    return Chart(reference if is_dated else "", series, tuple(undrawn))


_YEAR_ONE, _YEAR_THREE = "0001-01", "0003-12"
"""Where a schedule is drawn that has no start: its first three years."""


def months_between(first: Month, second: Month) -> int:
    """How many months the second lies after the first."""
    return _count(second) - _count(first)


def month_at(reference: Month, x: int) -> Month:
    """The month at `x` of a chart with that reference."""
    year, month = divmod(_count(reference) + x, 12)
    return f"{year:04d}-{month + 1:02d}"


def ticks(chart: Chart, room: float = 48) -> tuple[tuple[int, str], ...]:
    """Marks for the axis of months: x and year, or x and month where the time is short.

    room: how many characters fit below the curves; the marks take no more.
    """
    if not chart.series:
        return ()
    if not chart.reference:
        return tuple((12 * year + 6, f"year {year + 1}") for year in range(chart.width // 12))
    marks: tuple[tuple[int, str], ...] = ()
    for step in (3, 6, 12, 24, 60, 120, 240, 600):
        offset = -_count(chart.reference) % step
        places = range(offset, chart.width + 1, step)
        marks = tuple((x, _tick(month_at(chart.reference, x), step)) for x in places)
        if sum(len(mark) + 2 for _, mark in marks) <= room:
            break
    return marks


def _tick(month: Month, step: int) -> str:
    return month.split("-")[0] if step >= 12 else short_month(month)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_month(month: Month) -> str:
    """A month as "May 2026"."""
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def short_amount(amount: Decimal | float, currency: str) -> str:
    """An amount in three digits, as "$1.25 billion"."""
    number, scale = _scaled(amount)
    return f"{_SIGNS.get(currency, f'{currency} ')}{number}{scale}"


def short_range(low: Decimal | float, high: Decimal | float, currency: str) -> str:
    """Two amounts in three digits each, as "$43.8–46.3 billion"; equal ones once."""
    (first, scale), (second, other) = _scaled(low), _scaled(high)
    if scale == other:
        number = first if first == second else f"{first}–{second}"
        return f"{_SIGNS.get(currency, f'{currency} ')}{number}{scale}"
    return f"{short_amount(low, currency)} to {short_amount(high, currency)}"


def _scaled(amount: Decimal | float) -> tuple[str, str]:
    value = Decimal(str(amount))
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return _three_digits(value / scale), f" {word}"
    return (_three_digits(value) if abs(value) < 1000 else f"{value:,.0f}"), ""


def _three_digits(value: Decimal) -> str:
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return text.rstrip("0").rstrip(".") if "." in text else text


def _series(
    alike: Sequence[Payment], points: Sequence[CurvePoint], order: int, reference: Month, names: Mapping[str, str]
) -> Series:
    first = alike[0]
    articles = tuple(dict.fromkeys(payment.article for payment in alike))
    label = ", ".join(names.get(article, article) for article in articles)
    as_written = first.reading == "as written"
    return Series(
        articles=articles,
        label=label if as_written else f"{label} ({first.reading})",
        order=order,
        steps=tuple(_step(point, reference) for point in points),
        currency=first.currency,
        figures=tuple(dict.fromkeys(figure for payment in alike for figure in payment.figures)),
        payments=tuple(alike),
        ramp=(
            (months_between(reference, first.ramp[0]), months_between(reference, first.ramp[1]) + 1)
            if first.ramp is not None
            else None
        ),
        end=months_between(reference, first.end) + 1 if first.end is not None else None,
        as_written=as_written,
    )


def _step(point: CurvePoint, reference: Month) -> Step:
    return Step(
        x=months_between(reference, point.month),
        low=float(point.low),
        high=float(point.high),
        total_low=float(point.total_low),
        total_high=float(point.total_high),
    )


def _count(month: Month) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places as near as possible to the wanted ones, `gap` apart, in the same order, between `low` and `high`.

    Where there is no room for all, they stand closer than `gap`, but still evenly apart.
    """
    if not wanted:
        return ()
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    places = dict.fromkeys(order, 0.0)
    least = low
    for number in order:
        places[number] = max(wanted[number], least)
        least = places[number] + gap
    most = high
    for number in reversed(order):
        places[number] = min(places[number], most)
        most = places[number] - gap
    return tuple(places[number] for number in range(len(wanted)))
