"""Knows how text is put into the cells of a spreadsheet so that none of it is ever taken for a formula."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

Cell = str | int | Decimal | None
"""Text, a number that is written in full, or nothing."""

_SIGNS = frozenset("=+-@")
# What some programs leave away at the beginning of a cell before they look whether a formula stands in it.
_LEFT_AWAY = frozenset("'\"`＇＂｀´")
# An amount may begin with a sign: then a currency, digits with their separators, a unit in letters or signs.
_AMOUNT = re.compile(
    r"[+-]?\s?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{3}\s)?\s?\d[\d.,'’\s]*[%°‰]?[^\W\d_\s%°]*(?:\s(?:%|[^\W\d_]+))*"
)
_LONGEST_AMOUNT = 80
_HALVES = re.compile("[\ud800-\udfff]")


def may_be_a_formula(text: str) -> bool:
    """Whether a spreadsheet that is not told that this is text might calculate with it, now or when it is edited.

    That is so of what begins with = + - @ in any width, behind white space, quotes and signs that are not seen, or with
    a tab or line end. Plain amounts ("-5 %") are none.
    """
    if text[:1].isalnum() and text[:1].isascii():  # most texts
        return False
    if text.startswith(("\t", "\r", "\n")):
        return True
    start = next((at for at, sign in enumerate(text) if not _is_left_away(sign)), len(text))
    first = unicodedata.normalize("NFKC", text[start : start + 1])
    if first[:1] not in _SIGNS:
        return False
    return start > 0 or len(text) > _LONGEST_AMOUNT or not _AMOUNT.fullmatch(text)


def set_off(text: str) -> str:
    """The text, with an apostrophe in front where it might be taken for a formula."""
    return f"'{text}" if may_be_a_formula(text) else text


def whole_signs(text: str) -> str:
    """The text with the number of every half of a sign (a lone surrogate) in its place, which no file can hold."""
    return _HALVES.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def plain_number(number: Decimal | int) -> str:
    """All digits of a number, with a point before its fraction; with an exponent where that would be very long."""
    if isinstance(number, int) or not number.is_finite() or abs(number.adjusted()) > 60 or len(str(number)) > 120:
        return str(number)
    return f"{number:f}"


def comma_separated(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as comma-separated values (RFC 4180): lines end with CR LF, no text in it is taken for a formula."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return "".join(lines)


class _Lines(list[str]):
    """What is written, line by line: `csv` wants something to write to."""

    def write(self, line: str) -> None:
        self.append(line)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    # Readers written in C end a text at its first NUL.
    return set_off(whole_signs(cell).replace("\0", "␀")) if isinstance(cell, str) else plain_number(cell)


def _is_left_away(sign: str) -> bool:
    return sign in _LEFT_AWAY or sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")
