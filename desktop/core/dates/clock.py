"""Reads clock times: "07:48", "7.48 p.m.", "9 to 11 a.m.", "1830 GMT", "five o'clock", "noon"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.core.dates.words import LINKS, Calendar
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.tokens import Token, word_at

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)", re.ASCII)
_PARTS = {"quarter": 15, "half": 30}
_NAMED = {"noon": "12:00", "midnight": "00:00"}


def read_clock(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """The clock time that begins at token `index`, None where none does."""
    text, behind = found[index].text, word_at(found, index + 1)
    if text.isdecimal():
        if len(text) == 4:
            return _military(found, index, lexicon)
        if len(text) > 2:
            return None
    elif (named := _NAMED.get(found[index].lower)) is not None:
        return _time(index, index + 1, named)
    if behind in ("past", "to") and (spoken := _spoken(found, index, lexicon)) is not None:
        return spoken
    parts = lexicon.calendar["day_parts"]
    if behind == "in" and word_at(found, index + 2) == "the" and word_at(found, index + 3) in parts:
        half = parts[word_at(found, index + 3)]
        hour = int(text) if text.isdecimal() else lexicon.cardinals.get(found[index].lower, 0)
        if (clock := _CLOCK.fullmatch(text)) is not None:
            return _time(index, index + 1, _part_of_day(int(clock[1]), int(clock[2]), half))
        if 1 <= hour <= 12:
            return _time(index, index + 4, _iso(hour, 0, half))  # "two in the afternoon"
    if behind == "o'clock" or behind == "o’clock":
        hour = int(text) if text.isdecimal() else lexicon.cardinals.get(found[index].lower, 0)
        half = _meridiem(found, index + 2)
        return _time(index, half[1] if half else index + 2, _iso(hour, 0, half[0] if half else ""))
    if not text[0].isdecimal():
        return None
    match = _CLOCK.fullmatch(text)
    if match is None and not text.isdecimal():
        return None
    half, end = _meridiem(found, index + 1) or ("", 0), index + 1
    hour, minute = (int(match[1]), int(match[2])) if match else (int(text), 0)
    if half[0]:
        end = half[1]
        return _time(index, end, _iso(hour, minute, half[0]))
    shared = _shared_meridiem(found, index, hour) if behind in LINKS and 1 <= hour <= 12 else ""
    if shared:
        return _time(index, end, _iso(hour, minute, shared))
    if match is None or "." in text:
        return None
    if match[3] and word_at(found, index - 1) in ("in", "of"):
        spent = Decimal(hour * 3600 + minute * 60 + int(match[3]))  # "ran the marathon in 2:09:56"
        return Calendar(index, end, Quantity(Kind.DURATION, spent, spent, "s", step=Decimal(1)))
    return _time(index, end, f"{hour:02}:{minute:02}")


def _spoken(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """As in "at ten past two", "at half past nine"; "ten to two" only where a time is announced."""
    word, hour = found[index].lower, lexicon.cardinals.get(word_at(found, index + 2), 0)
    minutes = _PARTS.get(word, lexicon.cardinals.get(word, 0))
    past = word_at(found, index + 1) == "past"
    if not 0 < minutes < 60 or not 1 <= hour <= 12 or word_at(found, index - 1) not in lexicon.calendar["at"]["words"]:
        return None
    if past:
        return _time(index, index + 3, f"{hour:02}:{minutes:02}")
    return _time(index, index + 3, f"{(hour - 2) % 12 + 1:02}:{60 - minutes:02}")


def _time(first: int, end: int, iso: str | None) -> Calendar | None:
    return Calendar(first, end, Quantity(Kind.TIME, iso=iso, exactness=Exactness.EXACT)) if iso else None


def _iso(hour: int, minute: int, half: str) -> str | None:
    if not 1 <= hour <= 12:
        return None
    return f"{hour % 12 + (12 if half == 'p' else 0) if half else hour:02}:{minute:02}"


def _part_of_day(hour: int, minute: int, half: str) -> str:
    """A time with the part of the day behind it: "6:45 in the evening", but "18:45 in the evening" too."""
    return f"{hour + 12 if half == 'p' and hour < 12 else hour:02}:{minute:02}"


def _meridiem(found: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The half of the day ("am", "p.m.") at `index`: "a" or "p" and the token behind it."""
    word = word_at(found, index)
    if word in ("am", "pm"):
        return word[0], index + 1
    if word in ("a", "p") and word_at(found, index + 1) == "." and word_at(found, index + 2) == "m":
        return word, index + 4 if word_at(found, index + 3) == "." else index + 3
    return None


def _shared_meridiem(found: Sequence[Token], index: int, hour: int) -> str:
    """The half of the day that the time behind a link has for both: "from 2 to 4 p.m."."""
    if index + 2 >= len(found):
        return ""
    last = found[index + 2].text
    match = _CLOCK.fullmatch(last)
    if match is None and not (last.isdecimal() and len(last) <= 2):
        return ""
    half = _meridiem(found, index + 3)
    if half is None:
        return ""
    later = int(match[1]) if match else int(last)
    return half[0] if hour % 12 <= later % 12 else {"a": "p", "p": "a"}[half[0]]  # "11 to 2 p.m."


def _military(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """As in "1830 GMT", "0930 local time", "1830 hours"."""
    match = _MILITARY.fullmatch(found[index].text)
    behind = word_at(found, index + 1)
    zoned = behind in lexicon.calendar["zones"]["words"] or behind == "local" and word_at(found, index + 2) == "time"
    if match is None or not zoned:
        return None
    return _time(index, index + 2 if behind in ("hours", "hrs") else index + 1, f"{match[1]}:{match[2]}")
