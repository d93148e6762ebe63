"""Says how much later or earlier one date or clock time is than another."""

import re
from datetime import date

from desktop.core.language import phrases, say_count

_YEARS = phrases("{count} year later", "{count} years later"), phrases("{count} year earlier", "{count} years earlier")
_MONTHS = (
    phrases("{count} month later", "{count} months later"),
    phrases("{count} month earlier", "{count} months earlier"),
)
_DAYS = phrases("{count} day later", "{count} days later"), phrases("{count} day earlier", "{count} days earlier")
_HOURS = phrases("{count} hour later", "{count} hours later"), phrases("{count} hour earlier", "{count} hours earlier")
_MINUTES = (
    phrases("{count} minute later", "{count} minutes later"),
    phrases("{count} minute earlier", "{count} minutes earlier"),
)
_FORMS = {
    "year": re.compile(r"(\d{4})$"),
    "month": re.compile(r"(\d{4})-(\d\d)$"),
    "day": re.compile(r"(\d{4})-(\d\d)-(\d\d)$"),
    "time": re.compile(r"(\d\d):(\d\d)$"),
}


def apart(was: str, now: str) -> str:
    """How much later or earlier `now` is: "1 year earlier"; "" where they are the same, or not told in one way.

    was, now: dates ("2031-06", "2031") and clock times ("07:48"), as quantities have them.
    """
    for form, pattern in _FORMS.items():
        one, other = pattern.match(was), pattern.match(now)
        if one is not None and other is not None and was != now:
            return _apart(form, [int(part) for part in one.groups()], [int(part) for part in other.groups()])
    return ""


def _apart(form: str, one: list[int], other: list[int]) -> str:
    if form == "time":
        minutes = 60 * (other[0] - one[0]) + other[1] - one[1]
        return _said(_MINUTES, minutes) if minutes % 60 else _said(_HOURS, minutes // 60)
    years = other[0] - one[0]
    if form == "year" or one[1:] == other[1:]:
        return _said(_YEARS, years)
    if form == "month" or one[2] == other[2]:
        return _said(_MONTHS, 12 * years + other[1] - one[1])
    try:
        return _said(_DAYS, (date(*other) - date(*one)).days)
    except ValueError:
        return ""


def _said(words: tuple[tuple[str, str], tuple[str, str]], count: int) -> str:
    return say_count(*words[count < 0], abs(count))
