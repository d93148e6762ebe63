"""Reads calendar dates and clock times."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.tokens import Token, glued

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_DECADE = re.compile(r"\d{3}0$")
_FIRST_YEAR, _LAST_YEAR = 1500, 2199


class Calendar(NamedTuple):
    """A date or time that was read: the tokens `first` to `end` (exclusive) and what they say."""

    first: int
    end: int
    quantity: Quantity


def read_date(found: list[Token], index: int, lexicon: Lexicon, published: date | None = None) -> Calendar | None:
    """The date or time that begins at token `index`, None where none does.

    A weekday or "last month" gets an ISO date only where the day of publication is known.
    """
    token = found[index]
    if token.is_number:
        return _from_number(found, index, lexicon)
    if not token.is_word:
        return None
    calendar = lexicon.calendar
    if token.lower in calendar["months"]:
        return _from_month(found, index, lexicon)
    if token.lower in calendar["weekdays"] and token.is_capital:
        iso = _weekday(published, calendar["weekdays"][token.lower]) if published else None
        return Calendar(index, index + 1, Quantity(Kind.DATE, iso=iso))
    if token.lower in calendar["days"] and not (token.is_capital and index):
        iso = None if published is None else (published + timedelta(days=calendar["days"][token.lower])).isoformat()
        return Calendar(index, index + 1, Quantity(Kind.DATE, iso=iso))
    if token.lower in calendar["pointers"]:
        return _from_pointer(found, index, lexicon, published)
    if token.lower in calendar["quarters"]:
        return _quarter(found, index, lexicon)
    if token.lower in calendar["seasons"]["words"]:
        year = _year(found, index + 1)
        if year is not None:
            return Calendar(index, index + 2, Quantity(Kind.DATE, iso=str(year)))
    if re.fullmatch(r"q[1-4]", token.lower):
        year = _year(found, index + 1)
        end = index + 2 if year is not None else index + 1
        iso = None if year is None else f"{year}-Q{token.lower[1]}"
        return Calendar(index, end, Quantity(Kind.DATE, iso=iso))
    return None


def year_of(token: Token) -> int | None:
    """The year that a token in digits may mean, None where it can be none."""
    if len(token.text) == 4 and token.text.isdecimal() and _FIRST_YEAR <= int(token.text) <= _LAST_YEAR:
        return int(token.text)
    return None


def _year(found: list[Token], index: int) -> int | None:
    return year_of(found[index]) if index < len(found) and found[index].is_number else None


def _day(found: list[Token], index: int) -> tuple[int, int] | None:
    """Day of the month at `index` and the token behind it ("5", "5th")."""
    if index >= len(found) or not found[index].text.isdecimal() or len(found[index].text) > 2:
        return None
    day = int(found[index].text)
    if not 1 <= day <= 31:
        return None
    end = index + 1
    if end < len(found) and found[end].lower in ("st", "nd", "rd", "th") and glued(found[index], found[end]):
        end += 1
    return day, end


def _at(found: list[Token], index: int) -> str:
    return found[index].lower if 0 <= index < len(found) else ""


def _iso(year: int | None, month: int, day: int | None) -> str | None:
    try:
        if day is None:
            return f"--{month:02}" if year is None else f"{year}-{month:02}"
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"--{month:02}-{day:02}" if year is None else f"{year}-{month:02}-{day:02}"


def _from_month(found: list[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    token, month = found[index], lexicon.calendar["months"][found[index].lower]
    if not token.is_capital:
        return None
    end = index + 1
    if _at(found, end) == "." and glued(found[index], found[end]) and _is_short(token):
        end += 1
    if (day := _day(found, end)) is not None and not _counts_something(found, day[1], lexicon):
        end = day[1]
        comma = end + 1 if _at(found, end) == "," else end
        year = _year(found, comma)
        if year is not None:
            end = comma + 1
        if (iso := _iso(year, month, day[0])) is not None:
            return Calendar(index, end, Quantity(Kind.DATE, iso=iso))
        return None
    comma = end + 1 if _at(found, end) == "," or _at(found, end) == "of" else end
    year = _year(found, comma)
    if year is not None:
        return Calendar(index, comma + 1, Quantity(Kind.DATE, iso=_iso(year, month, None)))
    if not _is_month(found, index, lexicon):
        return None
    return Calendar(index, index + 1, Quantity(Kind.DATE, iso=_iso(None, month, None)))


def _is_short(token: Token) -> bool:
    """Whether a month is shortened, so that a full stop behind it is its own."""
    return len(token.text) <= 4 and token.lower not in ("may", "june", "july")


def _counts_something(found: list[Token], end: int, lexicon: Lexicon) -> bool:
    # "In May 12 people died": the number counts the people.
    return _at(found, end) in lexicon.calendar["counted"]["words"] or _at(found, end) in lexicon.person_nouns


def _is_month(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a bare month name is one: "may" and "march" are words, "April" and "June" are people too."""
    word, before, after = found[index].lower, _at(found, index - 1), _at(found, index + 1)
    if word in lexicon.calendar["ambiguous"]["words"]:
        months = lexicon.calendar["months"]
        near_month = after in ("and", "or", "to", "-", "–") and _at(found, index + 2) in months
        near_month = near_month or before in ("and", "or", "to", "-", "–") and _at(found, index - 2) in months
        return near_month or before in lexicon.calendar["before"]["words"] and before not in ("and", "to", "it")
    if index + 1 < len(found) and found[index + 1].is_capital and after not in lexicon.calendar["months"]:
        return before in lexicon.calendar["before"]["words"]
    return len(word) > 3


def _from_number(found: list[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    token = found[index]
    if (clock := _clock(found, index)) is not None:
        return clock
    if (whole := _numeric_date(found, index)) is not None:
        return whole
    day = _day(found, index)
    if day is not None and _at(found, day[1]) in ("-", "–") and (last := _day(found, day[1] + 1)) is not None:
        # "5-7 May": the first day; the last one is read on its own
        month = lexicon.calendar["months"].get(_at(found, last[1]))
        if month is not None and found[last[1]].is_capital:
            return Calendar(index, day[1], Quantity(Kind.DATE, iso=_iso(None, month, day[0])))
    if day is not None:
        month_at = day[1] + 1 if _at(found, day[1]) == "of" else day[1]
        if _at(found, month_at) in lexicon.calendar["months"] and found[month_at].is_capital:
            month, end = lexicon.calendar["months"][found[month_at].lower], month_at + 1
            if _at(found, end) == "." and _is_short(found[month_at]) and glued(found[month_at], found[end]):
                end += 1
            comma = end + 1 if _at(found, end) == "," else end
            year = _year(found, comma)
            if (iso := _iso(year, month, day[0])) is not None:
                return Calendar(index, comma + 1 if year is not None else end, Quantity(Kind.DATE, iso=iso))
    year = year_of(token)
    if year is None:
        return None
    after = _at(found, index + 1)
    if after == "s" and glued(token, found[index + 1]):
        if _DECADE.match(token.text):
            return Calendar(index, index + 2, Quantity(Kind.DATE, iso=token.text[:3]))
        return None
    return _bare_year(found, index, year, lexicon)


def _bare_year(found: list[Token], index: int, year: int, lexicon: Lexicon) -> Calendar | None:
    before, after = _at(found, index - 1), _at(found, index + 1)
    if before in lexicon.currency_signs or after in lexicon.currency_words or after in ("%", "percent"):
        return None
    if after in lexicon.scales or (after,) in lexicon.units or _counts_something(found, index + 1, lexicon):
        return None
    announced = before in lexicon.calendar["before"]["words"] or before in lexicon.calendar["pointers"]
    if not announced and not 1900 <= year <= 2100:
        return None
    if before in ("–", "-", "/") and index > 1 and found[index - 2].is_number and year_of(found[index - 2]) is None:
        return None
    if after in ("–", "-", "/") and index + 2 < len(found) and glued(found[index + 1], found[index + 2]):
        second = found[index + 2].text
        if len(second) == 2 and second.isdecimal():
            # "2012–13", "2012/13": one season or business year
            return Calendar(index, index + 3, Quantity(Kind.DATE, iso=str(year)))
        if year_of(found[index + 2]) is None:
            return None  # "2029-page"
    return Calendar(index, index + 1, Quantity(Kind.DATE, iso=str(year)))


def _numeric_date(found: list[Token], index: int) -> Calendar | None:
    """A whole date in digits, "2026-05-20"."""
    parts = found[index : index + 5]
    if len(parts) < 5 or any(not glued(left, right) for left, right in zip(parts, parts[1:], strict=False)):
        return None
    match = _ISO.match("".join(part.text for part in parts))
    if match is None or (iso := _iso(int(match[1]), int(match[2]), int(match[3]))) is None:
        return None
    return Calendar(index, index + 5, Quantity(Kind.DATE, iso=iso))


def _meridiem(found: list[Token], index: int) -> tuple[str, int] | None:
    """The half of the day ("am", "p.m.") at `index`: "a" or "p" and the token behind it."""
    word = _at(found, index)
    if word in ("am", "pm"):
        return word[0], index + 1
    if word in ("a", "p") and _at(found, index + 1) == "." and _at(found, index + 2) == "m":
        return word, index + 4 if _at(found, index + 3) == "." else index + 3
    return None


def _clock(found: list[Token], index: int) -> Calendar | None:
    token = found[index]
    half = _meridiem(found, index + 1)
    match = _CLOCK.match(token.text)
    if match is None and not (half and token.text.isdecimal() and len(token.text) <= 2 and 1 <= int(token.text) <= 12):
        return None
    if match is not None and "." in token.text and half is None:
        return None
    hour, minute = (int(match[1]), int(match[2])) if match else (int(token.text), 0)
    end = index + 1
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour, end = hour % 12 + (12 if half[0] == "p" else 0), half[1]
        # the last full stop belongs to the sentence when nothing follows
    return Calendar(index, end, Quantity(Kind.TIME, iso=f"{hour:02}:{minute:02}", exactness=Exactness.EXACT))


def _from_pointer(found: list[Token], index: int, lexicon: Lexicon, published: date | None) -> Calendar | None:
    word = _at(found, index + 1)
    shift = lexicon.calendar["pointers"][found[index].lower]
    if word in lexicon.calendar["weekdays"]:
        return Calendar(index, index + 2, Quantity(Kind.DATE))
    if word in lexicon.calendar["months"] and found[index + 1].is_capital:
        return None
    if word not in lexicon.calendar["pointed"]["words"]:
        return None
    if found[index].lower in ("this", "current") and word not in ("month", "week", "year", "quarter"):
        return None
    return Calendar(index, index + 2, Quantity(Kind.DATE, iso=_pointed(published, word, shift)))


def _pointed(published: date | None, word: str, shift: int) -> str | None:
    if published is None:
        return None
    if word == "year":
        return str(published.year + shift)
    if word == "month":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02}"
    return None


def _quarter(found: list[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """A quarter: "first quarter (of 2026)", "third-quarter"; "first fiscal quarter"."""
    number, end = lexicon.calendar["quarters"][found[index].lower], index + 1
    if _at(found, end) in ("-", "‑", "fiscal"):
        end += 1
    if _at(found, end) != "quarter":
        return None
    end += 1
    of = end + 1 if _at(found, end) == "of" else end
    of = of + 1 if _at(found, of) == "fiscal" else of
    year = _year(found, of)
    if year is None:
        return Calendar(index, end, Quantity(Kind.DATE))
    return Calendar(index, of + 1, Quantity(Kind.DATE, iso=f"{year}-Q{number}"))


def _weekday(published: date, weekday: int) -> str:
    """The last such weekday up to the day of publication: news tells of what has happened."""
    return (published - timedelta(days=(published.weekday() - weekday) % 7)).isoformat()
