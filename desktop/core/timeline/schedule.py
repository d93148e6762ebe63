"""Knows what a payment schedule is, the curve it draws, and what it comes to in each calendar year."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from desktop.core.figures import Figure
from desktop.core.language import phrase

Month = str
"""A calendar month, "2026-05"."""

AS_WRITTEN = phrase("as written")
_OPEN_MONTHS = 36
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Payment:
    """A schedule that one article implies in one reading.

    payer, payee: names, None where the article does not say. monthly_low, monthly_high: amount a month in `currency`,
    equal unless a range. start, end: months, both paid, None where unknown. ramp: the first and last month of a
    start-up time with reduced payments. total_low, total_high: over the whole term, None where the term is open.
    reading: "as written", or what was repaired. figures: those it rests on. stated, assumed: slugs of the wording
    catalogue, what the article says and what had to be supposed. term: how many months it lasts, where the article
    says so, else None.
    """

    article: str
    payer: str | None
    payee: str | None
    monthly_low: Decimal
    monthly_high: Decimal
    currency: str
    start: Month | None
    end: Month | None
    ramp: tuple[Month, Month] | None
    total_low: Decimal | None
    total_high: Decimal | None
    reading: str
    figures: tuple[Figure, ...]
    stated: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    term: int | None = None


class CurvePoint(NamedTuple):
    """What a schedule pays in one month, and from its start to the end of that month: bounds in its currency."""

    month: Month
    low: Decimal
    high: Decimal
    total_low: Decimal
    total_high: Decimal


class YearTotal(NamedTuple):
    """What a schedule pays in one calendar year: how many months of it, and bounds in its currency."""

    year: int
    months: int
    low: Decimal
    high: Decimal


def number_of(month: Month) -> int:
    """Months since the year 0; ValueError where it is no month."""
    year, _, rest = month.partition("-")
    if not rest or not 1 <= int(rest) <= 12:
        raise ValueError(f"not a month: {month!r}")
    return int(year) * 12 + int(rest) - 1


def month_of(number: int) -> Month:
    """The month that is `number` months after the year 0."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def curve(payment: Payment, *, until: Month | None = None) -> tuple[CurvePoint, ...]:
    """Month by month what a payment comes to; () where its start is unknown or lies behind its end.

    A payment without an end is drawn to `until`, or for three years.
    """
    if payment.start is None:
        return ()
    first = number_of(payment.start)
    end = payment.end or until
    last = number_of(end) if end is not None else first + _OPEN_MONTHS - 1
    ramp = _ramp(payment)
    points: list[CurvePoint] = []
    total_low = total_high = Decimal(0)
    for number in range(first, min(last, first + _LONGEST) + 1):
        # how much less is paid while the deal ramps up is not known: anything from nothing to all
        low = Decimal(0) if number in ramp else payment.monthly_low
        total_low, total_high = total_low + low, total_high + payment.monthly_high
        points.append(CurvePoint(month_of(number), low, payment.monthly_high, total_low, total_high))
    return tuple(points)


def by_year(payment: Payment, *, until: Month | None = None) -> tuple[YearTotal, ...]:
    """What a payment comes to in each calendar year of its term; () where start or end is unknown.

    until: where a payment without an end is cut off. The bounds of all years add up to those of the whole term: the
    month that may or may not be paid is left out of the lower bound.
    """
    end = payment.end or until
    if end is None or payment.start is None:
        return ()
    first = number_of(payment.start)
    last = min(number_of(end), first + _LONGEST)
    ramp = _ramp(payment)
    years = []
    for year in range(first // 12, last // 12 + 1):
        months = range(max(first, year * 12), min(last, year * 12 + 11) + 1)
        sure = sum(number not in ramp for number in months) if ramp else len(months)
        if last in months and payment.end and "end_paid" in payment.assumed and last not in ramp:
            sure -= 1
        years.append(YearTotal(year, len(months), payment.monthly_low * sure, payment.monthly_high * len(months)))
    return tuple(years)


def _ramp(payment: Payment) -> range:
    """The months (by number) of the start-up time."""
    if payment.ramp is None:
        return range(0)
    return range(number_of(payment.ramp[0]), number_of(payment.ramp[1]) + 1)


def with_totals(payment: Payment) -> Payment:
    """The payment with what it comes to over its term: month by month, else by the length of the term."""
    if payment.end is None or payment.start is None:
        if payment.term is None:
            return payment
        low, high = payment.monthly_low * payment.term, payment.monthly_high * payment.term
        if payment.ramp is not None:
            low -= payment.monthly_low * (number_of(payment.ramp[1]) - number_of(payment.ramp[0]) + 1)
        return replace(payment, total_low=low, total_high=high)
    points = curve(payment)
    if not points:
        return payment
    low = points[-1].total_low
    if "end_paid" in payment.assumed:
        low -= points[-1].low
    return replace(payment, total_low=low, total_high=points[-1].total_high)
