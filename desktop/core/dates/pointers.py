"""Reads what points to a day from the day of publication: "last month", "on Friday", "three days ago"."""

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.core.dates.words import Calendar, dated
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import Token, word_at

_FUTURE_REACH = 14
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_MOST_AGO = 9999


def read_pointer(found: Sequence[Token], index: int, lexicon: Lexicon, published: date | None) -> Calendar | None:
    """As in "last month", "this year", "next Friday"."""
    calendar, token = lexicon.calendar, found[index]
    word, shift = word_at(found, index + 1), calendar["pointers"][token.lower]
    if word in calendar["weekdays"]:
        return dated(index, index + 2, _pointed_weekday(published, calendar["weekdays"][word], shift))
    if word not in calendar["pointed"]["words"]:
        return None
    if not shift and (word not in calendar["current"]["words"] or published is None):
        return None  # "this year" says nothing where the year is not known
    # "the past year" is twelve months, "last year" the one before this
    return dated(index, index + 2, None if token.lower == "past" else _pointed(published, word, shift))


def read_day_word(found: Sequence[Token], index: int, lexicon: Lexicon, published: date | None) -> Calendar | None:
    """As in "yesterday", "tomorrow"; "today" only where the day is known."""
    shift = lexicon.calendar["days"][found[index].lower]
    if published is None:
        return dated(index, index + 1, None) if shift else None
    return dated(index, index + 1, _moved(published, shift))


def read_weekday(found: Sequence[Token], index: int, lexicon: Lexicon, published: date | None) -> Calendar:
    """A weekday: the last one up to the day of publication, or the next where the sentence tells of what will be."""
    weekday = lexicon.calendar["weekdays"][found[index].lower]
    if published is None:
        return dated(index, index + 1, None)
    coming = lexicon.calendar["coming"]["words"]
    ahead = any(token.lower in coming for token in found[max(0, index - _FUTURE_REACH) : index])
    behind = (published.weekday() - weekday) % 7
    return dated(index, index + 1, _moved(published, (7 - behind) % 7 if ahead else -behind))


def read_ago(found: Sequence[Token], index: int, lexicon: Lexicon, published: date | None) -> Calendar | None:
    """As in "three days ago", "two years ago": as a date where the day of publication is known; weeks stay vague."""
    if published is None or word_at(found, index + 2) != "ago":
        return None
    unit, text = word_at(found, index + 1).removesuffix("s"), found[index].lower
    if unit not in ("day", "month", "year"):
        return None
    many = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else lexicon.cardinals.get(text)
    if many is None or not 0 < many <= _MOST_AGO:
        return None
    if unit == "day":
        return dated(index, index + 3, _moved(published, -many))
    iso = _pointed(published, unit, -many)
    return dated(index, index + 3, iso) if iso else None


def _moved(published: date, days: int) -> str | None:
    """The day so many days on, None beyond the calendar: a day of publication may be mistyped."""
    try:
        return (published + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _pointed(published: date | None, word: str, shift: int) -> str | None:
    if published is None:
        return None
    if word == "year":
        return f"{published.year + shift}" if published.year + shift >= 1000 else None
    if word == "month":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02}"
    if word in _PARTS_OF_DAY:
        return _moved(published, shift)
    return None


def _pointed_weekday(published: date | None, weekday: int, shift: int) -> str | None:
    """The day of "last Friday" or "this Friday"; "next Friday" may be either of two."""
    if published is None or shift > 0:
        return None
    ahead = (weekday - published.weekday()) % 7
    return _moved(published, ahead if not shift else ahead - 7)
