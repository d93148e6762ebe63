"""Knows how months are counted along an axis, and what they are called there."""

from desktop.core.language import phrase, say
from desktop.core.timeline import Month, month_of, number_of

__all__ = ["Month", "month_at", "months_between", "short_month"]

_MONTHS = (
    phrase("Jan {year}"),
    phrase("Feb {year}"),
    phrase("Mar {year}"),
    phrase("Apr {year}"),
    phrase("May {year}"),
    phrase("Jun {year}"),
    phrase("Jul {year}"),
    phrase("Aug {year}"),
    phrase("Sep {year}"),
    phrase("Oct {year}"),
    phrase("Nov {year}"),
    phrase("Dec {year}"),
)


def months_between(first: Month, second: Month) -> int:
    """How many months the second lies after the first."""
    return number_of(second) - number_of(first)


def month_at(reference: Month, x: int) -> Month:
    """The month at `x` of a chart with that reference."""
    return month_of(number_of(reference) + x)


def short_month(month: Month) -> str:
    """A month as "May 2026"."""
    year, number = month.split("-")
    return say(_MONTHS[int(number) - 1], year=year)
