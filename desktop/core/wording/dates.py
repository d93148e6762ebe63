"""Says days and months as they are written in the language spoken."""

from datetime import date as Day
from datetime import datetime

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
_SHORT = (
    phrase("Jan"),
    phrase("Feb"),
    phrase("Mar"),
    phrase("Apr"),
    phrase("May"),
    phrase("Jun"),
    phrase("Jul"),
    phrase("Aug"),
    phrase("Sep"),
    phrase("Oct"),
    phrase("Nov"),
    phrase("Dec"),
)


def moment(value: datetime, today: Day) -> str:
    """A moment in few words: "21 Nov, 20:31"; with its year, where that is not the present one."""
    parts = {"day": value.day, "month": say(_SHORT[value.month - 1]), "time": f"{value:%H:%M}"}
    if value.year == today.year:
        return say("{day} {month}, {time}", **parts)
    return say("{day} {month} {year}, {time}", **parts, year=value.year)


def day(value: Day) -> str:
    """A day: "31 May 2029"."""
    return say("{day} {month} {year}", day=value.day, month=say(_MONTHS[value.month - 1]), year=value.year)


def date(iso: str) -> str:
    """A date as one says it: "22 May 2026", "May 2029", "2023"; a clock time and what is no calendar date as it is."""
    year, _, rest = ("", "", iso[2:]) if iso.startswith("--") else iso.partition("-")
    number, _, day_of_month = rest.partition("-")
    if number.startswith("Q"):
        return say("Q{number} {year}", number=number[1:], year=year)
    if not number.isdecimal() or not 1 <= int(number) <= 12:
        return iso
    name = say(_MONTHS[int(number) - 1])
    if not day_of_month.isdecimal():
        return say("{month} {year}", month=name, year=year) if year else name
    parts = {"day": int(day_of_month), "month": name}
    return say("{day} {month} {year}", **parts, year=year) if year else say("{day} {month}", **parts)


def month(value: str) -> str:
    """A month, "2029-05", in words: "May 2029"."""
    year, number = value.split("-")
    return say("{month} {year}", month=say(_MONTHS[int(number) - 1]), year=int(year))
