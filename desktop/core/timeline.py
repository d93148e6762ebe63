"""Knows the payment schedules that articles imply, and the curves they draw."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.core.figures import Figure

Month = str
"""A calendar month, "2026-05"."""


@dataclass(frozen=True, slots=True)
class Payment:
    """A schedule that one article implies in one reading.

    payer, payee: names, None where the article does not say. monthly_low, monthly_high: amount a month in `currency`,
    equal unless vague or a range. start, end: months, both paid, None where unknown. ramp: the first and last month of
    a start-up time with reduced payments. total_low, total_high: over the whole term, None where the term is open.
    reading: "as written", or what was repaired. stated, assumed: slugs of the wording catalogue, what the article says
    and what had to be supposed.
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


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a schedule pays in one month, and until its end: bounds in the payment's currency."""

    month: Month
    low: Decimal
    high: Decimal
    total_low: Decimal
    total_high: Decimal
