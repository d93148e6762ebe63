"""Knows which curves payment schedules make, in months from a reference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.core import wording
from desktop.core.chart.directions import TURNED, other_way, turned_round
from desktop.core.chart.looks import Look, looks
from desktop.core.chart.months import Month, months_between
from desktop.core.chart.placing import FIRST_MONTH, horizon_of, placed, until
from desktop.core.figures import Figure
from desktop.core.language import phrases, say, say_count
from desktop.core.timeline import AS_WRITTEN, Payment, by_year, curve

MOST_CURVES = 16
"""How many curves can still be told apart, if only by pointing at them; the others are in the table."""

_MANY_NAMES = 4

_BEYOND_DRAWING = 10**21
"""An amount a month that no line can be drawn at; somebody leant on a key."""


class Step(NamedTuple):
    """One month of a series: x in months from the chart's reference, amounts of the month and up to its end."""

    x: int
    low: float
    high: float
    total_low: float
    total_high: float


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year of a series: x of its first month paid and beyond its last, and the bounds of their sum."""

    number: int
    x: int
    beyond: int
    low: float
    high: float

    @property
    def months(self) -> int:
        """How many months of the year are paid."""
        return self.beyond - self.x


@dataclass(frozen=True, slots=True)
class Series:
    """One curve: what one or several articles say alike.

    articles: ids; names: what they are called. label: for the curve's end, whole_label: with all names. order: its
    place among the curves. look: its colour and line pattern. rank: 0 for what an article attests best, 1 for its next.
    ramp: x of the first and beyond the last month of a start-up time. end: x where the stated term ends, None where
    none is stated. as_written: False for a repaired reading. is_turned: whether most have its payee pay its payer.
    """

    articles: tuple[str, ...]
    label: str
    order: int
    steps: tuple[Step, ...]
    currency: str
    figures: tuple[Figure, ...]
    payments: tuple[Payment, ...]
    years: tuple[Year, ...] = ()
    whole_label: str = ""
    names: tuple[str, ...] = ()
    rank: int = 0
    ramp: tuple[int, int] | None = None
    end: int | None = None
    as_written: bool = True
    is_turned: bool = False
    look: Look = Look()

    @property
    def sign(self) -> str:
        """What stands beside its label."""
        return f" {TURNED}" if self.is_turned else ""

    @property
    def has_band(self) -> bool:
        """Whether its amounts are uncertain anywhere."""
        return any(step.low != step.high for step in self.steps)

    @property
    def beyond(self) -> int:
        """The x beyond its last month."""
        return self.steps[-1].x + 1


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves on one axis of months.

    reference: the month at x = 0, "" where no article gives a start: then the axis counts years from an unknown one.
    undrawn: schedules without a start where others have one. left_out: how many more there are than can be drawn.
    """

    reference: Month
    series: tuple[Series, ...]
    undrawn: tuple[Payment, ...] = ()
    left_out: int = 0

    @property
    def width(self) -> int:
        """The x beyond the last month of all."""
        return max((series.beyond for series in self.series), default=0)

    @property
    def currency(self) -> str:
        """What all amounts are in, "" where they are not all in one currency."""
        found = {series.currency for series in self.series}
        return found.pop() if len(found) == 1 else ""


def chart(payments: Sequence[Payment], names: Mapping[str, str], most: int | None = MOST_CURVES) -> Chart:
    """The curves of these schedules; articles that pay the same in every month share one, `names` (by id) joined.

    Those where the payee pays the payer do not. names: of all articles, in their order, which gives them their colours.
    most: how many curves are drawn, what each article attests best before the rest; None for all.
    """
    schedules = placed(payments)
    groups: dict[tuple[object, ...], list[Payment]] = {}
    placed_as: dict[tuple[object, ...], Payment] = {}
    ranks: dict[tuple[object, ...], int] = {}
    turned: set[tuple[object, ...]] = set()
    of_article: dict[str, int] = {}
    left_out = 0
    for payment, schedule, is_turned in zip(payments, schedules, turned_round(payments), strict=True):
        if schedule is None:
            continue
        if schedule.monthly_high >= _BEYOND_DRAWING:
            left_out += 1
            continue
        rank = of_article.get(payment.article, 0)
        of_article[payment.article] = rank + 1
        key = (*_kind(schedule), is_turned)
        if is_turned:
            turned.add(key)
        groups.setdefault(key, []).append(payment)
        placed_as.setdefault(key, schedule)
        ranks[key] = min(rank, ranks.get(key, rank))
    chosen = frozenset(sorted(groups, key=ranks.__getitem__)[:most])
    drawn = [key for key in groups if key in chosen]
    reference = min((start for key in drawn if (start := placed_as[key].start)), default="")
    horizon = horizon_of(schedules)
    places = {article: place for place, article in enumerate(dict.fromkeys((*names, *of_article)))}
    seen = looks((places[groups[key][0].article], placed_as[key].monthly_high) for key in drawn)
    series = tuple(
        _named(
            replace(_series(placed_as[key], order, ranks[key], reference, horizon), is_turned=key in turned, look=look),
            groups[key],
            names,
        )
        for order, (key, look) in enumerate(zip(drawn, seen, strict=True))
    )
    is_dated = any(payment.start is not None for payment in payments)
    if not is_dated:
        series = tuple(replace(one, end=None, ramp=None) for one in series)
    return Chart(
        reference=reference if is_dated else "",
        series=series,
        undrawn=tuple(payment for payment, one in zip(payments, schedules, strict=True) if one is None),
        left_out=left_out + sum(len(alike) for key, alike in groups.items() if key not in chosen),
    )


def _kind(payment: Payment) -> tuple[object, ...]:
    """What two schedules share that are one curve."""
    return (
        *(payment.monthly_low, payment.monthly_high, payment.currency, payment.reading),
        *(payment.start, payment.end, payment.ramp, _end_is_doubtful(payment)),
    )


def _end_is_doubtful(payment: Payment) -> bool:
    return payment.end is not None and "end_paid" in payment.assumed


def _named(series: Series, alike: Sequence[Payment], names: Mapping[str, str]) -> Series:
    """The series with what it stands for."""
    articles = tuple(dict.fromkeys(payment.article for payment in alike))
    called = tuple(names.get(article, article) for article in articles)
    label = whole = wording.commas(called)
    if len(called) > _MANY_NAMES:
        kept = _MANY_NAMES - 1
        several = phrases("{names} and {count} more", "{names} and {count} more")
        label = say_count(*several, len(called) - kept, names=wording.commas(called[:kept]))
    if not series.as_written:
        label, whole = (f"{name} ({say(alike[0].reading)})" for name in (label, whole))
    if series.is_turned:
        whole = other_way(whole)
    figures = tuple(dict.fromkeys(figure for payment in alike for figure in payment.figures))
    return replace(
        series, articles=articles, names=called, label=label, whole_label=whole, figures=figures, payments=tuple(alike)
    )


def _series(schedule: Payment, order: int, rank: int, reference: Month, horizon: Month | None) -> Series:
    """The series of a schedule that has a start, without its names."""
    last = until(schedule, horizon)
    ramp = schedule.ramp
    return Series(
        articles=(),
        label="",
        order=order,
        rank=rank,
        steps=_steps(schedule, reference, last),
        currency=schedule.currency,
        figures=(),
        payments=(),
        years=_years(schedule, reference, last),
        ramp=ramp and (months_between(reference, ramp[0]), months_between(reference, ramp[1]) + 1),
        end=months_between(reference, schedule.end) + 1 if schedule.end is not None else None,
        as_written=schedule.reading == AS_WRITTEN,
    )


def _steps(payment: Payment, reference: Month, until: Month) -> tuple[Step, ...]:
    points = curve(payment, until=until)
    begin = months_between(reference, points[0].month)
    steps = [
        Step(begin + number, float(point.low), float(point.high), float(point.total_low), float(point.total_high))
        for number, point in enumerate(points)
    ]
    if _end_is_doubtful(payment):
        last = steps[-1]
        steps[-1] = last._replace(low=0.0, total_low=last.total_low - last.low)
    return tuple(steps)


def _years(payment: Payment, reference: Month, until: Month) -> tuple[Year, ...]:
    found = []
    x = months_between(reference, payment.start or FIRST_MONTH)
    for one in by_year(payment, until=until):
        found.append(Year(one.year, x, x + one.months, float(one.low), float(one.high)))
        x += one.months
    return tuple(found)
