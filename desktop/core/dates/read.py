"""Reads calendar dates in words and digits."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.core.dates.clock import read_clock
from desktop.core.dates.pointers import read_ago, read_day_word, read_pointer, read_weekday
from desktop.core.dates.words import (
    LINKS,
    ORDINAL_ENDS,
    Calendar,
    dated,
    day_at,
    is_of_life,
    iso_of,
    year_at,
    year_behind,
    year_of,
)
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, glued, word_at

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_DECADE = re.compile(r"\d{3}0", re.ASCII)
_FIRST_USUAL, _LAST_USUAL = 1900, 2100
_BEHIND_DAYS = LINKS | ORDINAL_ENDS | {"of", "/", "am", "pm", "a", "p", "past", "o'clock", "o’clock", "s"}
_LINKS_OF_MONTHS = ("and", "or", "to", "-", "–")

__all__ = ["Calendar", "read_date"]


def read_date(
    found: Sequence[Token],
    index: int,
    lexicon: Lexicon,
    published: date | None = None,
    *,
    day_first: bool | None = None,
) -> Calendar | None:
    """The date or time that begins at token `index`, None where none does.

    A weekday or "last month" gets an ISO date only where the day of publication is known. day_first: whether
    "05/06/2026" is in June, where the article tells.
    """
    token = found[index]
    if token.text[0].isdecimal():
        return _from_number(found, index, lexicon, published, day_first=day_first)
    calendar, word = lexicon.calendar, token.lower
    if word in calendar["months"]:
        return _from_month(found, index, lexicon)
    if word in calendar["weekdays"]:
        return _from_weekday(found, index, lexicon, published) if token.is_capital else None
    if word in calendar["days"]:
        return None if token.is_capital and index else read_day_word(found, index, lexicon, published)
    if word in calendar["pointers"] and (pointed := read_pointer(found, index, lexicon, published)) is not None:
        return pointed
    if word in calendar["quarters"]:
        return _part_of_year(found, index, lexicon)
    if word in calendar["seasons"]["words"]:
        year = year_at(found, index + 2 if word_at(found, index + 1) == "of" else index + 1)
        return None if year is None else dated(index, index + 2 + (word_at(found, index + 1) == "of"), str(year))
    if word in calendar["openers"]["words"]:
        return _short_part(found, index) or read_clock(found, index, lexicon)
    if word in calendar["decades"]:
        named = word_at(found, index - 1) in ("the", "late", "early", "mid", "-") and not is_of_life(
            found, index, lexicon
        )
        return dated(index, index + 1, f"{192 + calendar['decades'][word] - 2}") if named else None
    if word in lexicon.cardinals:
        return read_clock(found, index, lexicon) or read_ago(found, index, lexicon, published)
    return None


# ------------------------------------------------------------------------------------------------------ months and days


def _from_month(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """As in "May 2029", "May 5, 2029", "Sept. 5", "May"."""
    token, month = found[index], lexicon.calendar["months"][found[index].lower]
    if not token.is_capital:
        return None
    end = _behind_month(found, index)
    day = day_at(found, end)
    if day is not None and not _counts_something(found, day[1], lexicon):
        year, stop = year_behind(found, day[1])
        if year is None:
            year = _year_behind_range(found, day[1])
        iso = iso_of(year, month, day[0])
        return None if iso is None else dated(index, stop, iso)
    year_place = end + 1 if word_at(found, end) in (",", "of") else end
    year = year_at(found, year_place)
    if year is not None:
        return dated(index, year_place + 1, iso_of(year, month, None))
    return dated(index, index + 1, iso_of(None, month, None)) if _is_month(found, index, lexicon) else None


def _behind_month(found: Sequence[Token], index: int) -> int:
    """The token behind a month, whose full stop is its own where it is shortened."""
    end = index + 1
    short = len(found[index].text) <= 4 and found[index].lower not in ("may", "june", "july")
    return end + 1 if short and word_at(found, end) == "." and glued(found[index], found[end]) else end


def _year_behind_range(found: Sequence[Token], end: int) -> int | None:
    """The year that both days of "May 3-5, 2026" have."""
    if word_at(found, end) not in LINKS:
        return None
    last = day_at(found, end + 1)
    return None if last is None else year_behind(found, last[1])[0]


def _counts_something(found: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    # "In May 12 people died": the number counts the people.
    return word_at(found, end) in lexicon.calendar["counted"]["words"] or word_at(found, end) in lexicon.person_nouns


def _is_month(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a bare month name is one: "may" and "march" are words, "April" and "June" are people too."""
    calendar, word, after = lexicon.calendar, found[index].lower, word_at(found, index + 1)
    before = word_at(found, index - 1)
    if before in DASHES and word_at(found, index - 2) in calendar["before"]["words"]:
        before = word_at(found, index - 2)  # "mid-March"
    announced = before in calendar["before"]["words"]
    if word in calendar["ambiguous"]["words"]:
        near_month = after in _LINKS_OF_MONTHS and word_at(found, index + 2) in calendar["months"]
        near_month = near_month or before in _LINKS_OF_MONTHS and word_at(found, index - 2) in calendar["months"]
        return near_month or announced and before not in ("and", "to", "it")
    if index + 1 < len(found) and found[index + 1].is_capital and after not in calendar["months"]:
        return announced
    return len(word) > 3


def _has_day(iso: str | None) -> bool:
    return iso is not None and len(iso) == (7 if iso.startswith("--") else 10)


def _from_weekday(found: Sequence[Token], index: int, lexicon: Lexicon, published: date | None) -> Calendar:
    """A weekday, with the date behind it ("Friday, 5 May 2029"), which then says it all."""
    at = index + 1
    at += word_at(found, at) == ","
    at += word_at(found, at) == "the"
    if at < len(found):
        day = None
        if found[at].text[0].isdecimal() and day_at(found, at) is not None:
            day = _from_day(found, at, lexicon)
        elif found[at].lower in lexicon.calendar["months"]:
            day = _from_month(found, at, lexicon)
        if day is not None and _has_day(day.quantity.iso):
            return day._replace(first=index)
    return read_weekday(found, index, lexicon, published)


# ------------------------------------------------------------------------------------------------------------ in digits


def _from_number(
    found: Sequence[Token], index: int, lexicon: Lexicon, published: date | None, *, day_first: bool | None
) -> Calendar | None:
    text = found[index].text
    if not text.isdecimal():
        return read_clock(found, index, lexicon) or _dotted(text, index)
    if len(text) > 4 or index + 1 >= len(found) and len(text) < 3:
        return _day_behind(found, index, lexicon) if len(text) < 3 else None
    if len(text) <= 2:
        behind = found[index + 1].lower
        dates = behind in _BEHIND_DAYS or behind in lexicon.calendar["months"]
        if not dates and word_at(found, index - 1) not in LINKS and word_at(found, index + 2) != "ago":
            return None  # as most numbers of one or two digits
        return (
            read_clock(found, index, lexicon)
            or _slashed(found, index, day_first=day_first)
            or _from_day(found, index, lexicon)
            or _day_behind(found, index, lexicon)
            or _short_decade(found, index, lexicon)
            or read_ago(found, index, lexicon, published)
        )
    if len(text) == 4 and (clock := read_clock(found, index, lexicon)) is not None:
        return clock
    year = year_of(found[index])
    return None if year is None else _from_year(found, index, year, lexicon)


def _dotted(text: str, index: int) -> Calendar | None:
    """A whole date in digits, "20.05.2026"."""
    match = _DOTTED.fullmatch(text)
    iso = None if match is None else iso_of(int(match[3]), int(match[2]), int(match[1]))
    return None if iso is None else dated(index, index + 1, iso)


def _slashed(found: Sequence[Token], index: int, *, day_first: bool | None) -> Calendar | None:
    """A whole date in digits, "20/05/2026"; only its year where the article does not tell which is the month."""
    parts = found[index : index + 5]
    if len(parts) < 3 or parts[1].text != "/" or not glued(parts[0], parts[1]) or not glued(parts[1], parts[2]):
        return None
    if (year_only := year_of(parts[2])) is not None and 1 <= int(parts[0].text) <= 12:
        return dated(index, index + 3, f"{year_only}-{int(parts[0].text):02}")  # "3/2015"
    if len(parts) < 5 or parts[3].text != "/":
        return None
    if not all(glued(parts[place], parts[place + 1]) for place in range(4)):
        return None
    first, second, year = parts[0].text, parts[2].text, parts[4].text
    if not (second.isdecimal() and len(second) <= 2 and year.isdecimal() and len(year) in (2, 4)):
        return None
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    if day_first is None and first != second:
        if int(first) <= 12 and int(second) <= 12:
            return dated(index, index + 5, str(whole))
        day_first = int(first) > 12
    day, month = (int(first), int(second)) if day_first else (int(second), int(first))
    iso = iso_of(whole, month, day) if 1 <= month <= 12 and year_of(parts[4]) is not None or len(year) == 2 else None
    return None if iso is None else dated(index, index + 5, iso)


def _from_day(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """As in "5 May 2029", "5th of May", and the first day of "5-7 May 2029"."""
    day = day_at(found, index)
    if day is None:
        return None
    months, last = lexicon.calendar["months"], None
    at = day[1] + 1 if word_at(found, day[1]) == "of" else day[1]
    if word_at(found, at) in LINKS and (last := day_at(found, at + 1)) is not None:
        at = last[1] + 1 if word_at(found, last[1]) == "of" else last[1]
    if word_at(found, at) not in months or not found[at].is_capital or last is not None and last[0] <= day[0]:
        return None
    end = _behind_month(found, at)
    year, stop = year_behind(found, end)
    iso = iso_of(year, months[found[at].lower], day[0])
    if iso is None:
        return None
    return dated(index, day[1] if last is not None else stop, iso)


def _day_behind(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """The last day of "May 3-5, 2026", "from May 3 to 5"."""
    day = day_at(found, index)
    if day is None or word_at(found, index - 1) not in LINKS:
        return None
    first = index - 3 if word_at(found, index - 2) in ("st", "nd", "rd", "th") else index - 2
    before = day_at(found, first) if first > 0 else None
    month_at = first - 2 if word_at(found, first - 1) == "." else first - 1
    month = lexicon.calendar["months"].get(word_at(found, month_at))
    if before is None or month is None or not found[month_at].is_capital or before[0] >= day[0]:
        return None
    if day[1] < len(found) and found[day[1]].is_word and found[day[1]].lower not in lexicon.names["plain"]:
        return None
    year, stop = year_behind(found, day[1])
    if word_at(found, day[1]) in ("%", *DASHES) or iso_of(year, month, day[0]) is None:
        return None
    return dated(index, stop, iso_of(year, month, day[0]))


def _short_decade(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """As in "the '90s", "the late 80s"; "in his 50s" is an age, "in the 80s" of a temperature none."""
    text = found[index].text
    if text[-1] != "0" or len(text) != 2 or word_at(found, index + 1) != "s" or not glued(*found[index : index + 2]):
        return None
    before = word_at(found, index - 1)
    if before not in ("'", "’", "‘", "the", "early", "mid", "late", "-"):
        return None
    if is_of_life(found, index, lexicon):
        return None
    if before not in "'’‘" and any(token.lower in lexicon.names["weather"] for token in found):
        return None
    return dated(index, index + 2, ("19" if text >= "30" else "20") + text[0])


def _from_year(found: Sequence[Token], index: int, year: int, lexicon: Lexicon) -> Calendar | None:
    token, after = found[index], word_at(found, index + 1)
    if after == "s" and glued(token, found[index + 1]):
        return dated(index, index + 2, token.text[:3]) if _DECADE.fullmatch(token.text) else None
    if after in DASHES and (whole := _iso_date(found, index, year)) is not None:
        return whole
    before = word_at(found, index - 1)
    if before in lexicon.currency_signs or after in lexicon.currency_words or after in ("%", "percent"):
        return None
    if after in lexicon.scales or (after,) in lexicon.units or _counts_something(found, index + 1, lexicon):
        return None
    announced = before in lexicon.calendar["before"]["words"] or before in lexicon.calendar["pointers"]
    if not announced and not _FIRST_USUAL <= year <= _LAST_USUAL:
        return None
    if before in ("–", "-", "/") and index > 1 and found[index - 2].is_number and year_of(found[index - 2]) is None:
        return None
    if after in ("–", "-", "/") and index + 2 < len(found) and glued(found[index + 1], found[index + 2]):
        second = found[index + 2].text
        if len(second) == 2 and second.isdecimal():
            # "2012–13", "2012/13": one season or business year
            return dated(index, index + 3, str(year))
        if year_of(found[index + 2]) is None:
            return None  # "2029-page"
    return dated(index, index + 1, str(year))


def _iso_date(found: Sequence[Token], index: int, year: int) -> Calendar | None:
    """As in "2026-05-20" and "2026-05"; "2012-13" is a season."""
    parts = [token.text for token in found[index : index + 5]]
    if len(parts) < 3 or found[index].end + 3 != found[index + 2].end or not parts[2].isdecimal():
        return None
    month = int(parts[2])
    if len(parts) == 5 and parts[3] == "-" and found[index].end + 6 == found[index + 4].end and parts[4].isdecimal():
        iso = iso_of(year, month, int(parts[4])) if 1 <= month <= 12 else None
        return None if iso is None else dated(index, index + 5, iso)
    season = month == (year + 1) % 100
    return dated(index, index + 3, f"{year}-{parts[2]}") if not season and 1 <= month <= 9 else None


# ------------------------------------------------------------------------------------------------------- parts of years


def _part_of_year(found: Sequence[Token], index: int, lexicon: Lexicon) -> Calendar | None:
    """As in "first quarter (of 2026)", "third-quarter", "first fiscal quarter", "first half of 2026"."""
    number, end = lexicon.calendar["quarters"][found[index].lower], index + 1
    if word_at(found, end) in DASHES or word_at(found, end) == "fiscal":
        end += 1
    part = word_at(found, end)
    if part not in ("quarter", "half"):
        return None
    end += 1
    of = end + 1 if word_at(found, end) == "of" else end
    of += word_at(found, of) == "fiscal"
    year = year_at(found, of)
    if part == "half":
        return None if year is None or number > 2 else dated(index, of + 1, str(year))
    return dated(index, end, None) if year is None else dated(index, of + 1, f"{year}-Q{number}")


def _short_part(found: Sequence[Token], index: int) -> Calendar | None:
    """As in "Q3", "Q3 of 2026", "H1 2026", "FY2026", "FY 26"."""
    word = found[index].lower
    at = index + 2 if word_at(found, index + 1) == "of" else index + 1
    year = year_at(found, at)
    if word[0] == "q" and len(word) == 2:
        return dated(index, index + 1, None) if year is None else dated(index, at + 1, f"{year}-Q{word[1]}")
    if word == "fy" and year is None and at < len(found) and len(found[at].text) == 2 and found[at].text.isdecimal():
        year = 2000 + int(found[at].text)
    return dated(index, at + 1, str(year)) if year is not None and word in ("h1", "h2", "fy") else None
