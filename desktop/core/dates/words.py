"""Knows the parts that dates are made of: days, years, links between them, and how they are written as ISO dates."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.tokens import DASHES, Token, glued, word_at

_FIRST_YEAR, _LAST_YEAR = 1500, 2199
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
LINKS = DASHES | {"to", "and", "or", "through", "until"}


class Calendar(NamedTuple):
    """A date or time that was read: the tokens `first` to `end` (exclusive) and what they say."""

    first: int
    end: int
    quantity: Quantity


def dated(first: int, end: int, iso: str | None) -> Calendar:
    """A date of these tokens."""
    return Calendar(first, end, Quantity(Kind.DATE, iso=iso))


def year_of(token: Token) -> int | None:
    """The year that a token in digits may mean, None where it can be none."""
    text = token.text
    if len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return int(text)
    return None


def year_at(found: Sequence[Token], index: int) -> int | None:
    """The year at a place, None where none stands there."""
    return year_of(found[index]) if index < len(found) else None


def year_behind(found: Sequence[Token], index: int) -> tuple[int | None, int]:
    """The year behind a day or month (a comma may stand between), and the token behind it; `index` without one."""
    comma = index + 1 if word_at(found, index) == "," else index
    year = year_at(found, comma)
    return (year, comma + 1) if year is not None else (None, index)


def day_at(found: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Day of the month at `index` and the token behind it ("5", "5th")."""
    if index >= len(found) or len(found[index].text) > 2 or not found[index].text.isdecimal():
        return None
    day = int(found[index].text)
    if not 1 <= day <= 31:
        return None
    end = index + 1
    if end < len(found) and found[end].lower in ORDINAL_ENDS and glued(found[index], found[end]):
        end += 1
    return day, end


def iso_of(year: int | None, month: int, day: int | None) -> str | None:
    """The date as ISO writes it ("2029-05-20", "2029-05", "--05-20", "--05"), None where there is no such day."""
    try:
        if day is None:
            return f"--{month:02}" if year is None else f"{year}-{month:02}"
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"--{month:02}-{day:02}" if year is None else f"{year}-{month:02}-{day:02}"


def is_of_life(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the decade at `index` is one of somebody's life: "in her early 50s"."""
    back = index - 1
    while word_at(found, back) in ("early", "mid", "late") or word_at(found, back) in DASHES:
        back -= 1
    return word_at(found, back) in lexicon.grammar["possessives"]
