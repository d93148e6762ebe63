"""Says days and months as they are written in the language spoken."""

from datetime import date

from desktop.core.language import phrase, say

_MONTHS = (
    phrase("January"),
    phrase("February"),
    phrase("March"),
    phrase("April"),
    phrase("May"),
    phrase("June"),
    phrase("July"),
    phrase("August"),
    phrase("September"),
    phrase("October"),
    phrase("November"),
    phrase("December"),
)


def day(value: date) -> str:
    """A day: "31 May 2029"."""
    return say("{day} {month} {year}", day=value.day, month=say(_MONTHS[value.month - 1]), year=value.year)


def month(value: str) -> str:
    """A month, "2029-05", in words: "May 2029"."""
    year, number = value.split("-")
    return say("{month} {year}", month=say(_MONTHS[int(number) - 1]), year=int(year))
