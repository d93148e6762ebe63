"""Knows how payment schedules are drawn: one description, whatever paints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
    """Curves on one axis of months. reference: the month at x = 0. undrawn: schedules without dates to draw them at."""

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
    for payment in payments:
        curve_points = curve(payment)
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
    return Chart(reference, series, tuple(undrawn))


def months_between(first: Month, second: Month) -> int:
    """How many months the second lies after the first."""
    return _count(second) - _count(first)


def month_at(reference: Month, x: int) -> Month:
    """The month at `x` of a chart with that reference."""
    year, month = divmod(_count(reference) + x, 12)
    return f"{year:04d}-{month + 1:02d}"


def ticks(chart: Chart, most: int = 5) -> tuple[tuple[int, str], ...]:
    """At most `most` marks for the axis of months: x and year, or x and quarter where the time is short."""
    if not chart.series:
        return ()
    for step in (3, 6, 12, 24, 60, 120, 240, 600):
        offset = -_count(chart.reference) % step
        places = range(offset, chart.width + 1, step)
        if len(places) <= most:
            break
    return tuple((x, _tick(month_at(chart.reference, x), step)) for x in places)


def _tick(month: Month, step: int) -> str:
    year, number = month.split("-")
    return year if step >= 12 else f"{_MONTHS[int(number) - 1]} {year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_month(month: Month) -> str:
    """A month as "May 2026"."""
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def short_amount(amount: Decimal | float, currency: str) -> str:
    """An amount in three digits, as "$1.25 billion"."""
    value = Decimal(str(amount))
    sign = _SIGNS.get(currency, f"{currency} ")
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{sign}{_three_digits(value / scale)} {word}"
    return f"{sign}{_three_digits(value)}" if abs(value) < 1000 else f"{sign}{value:,.0f}"


def _three_digits(value: Decimal) -> str:
    if abs(value) >= 100:
        return f"{value:.0f}"
    text = f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
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
