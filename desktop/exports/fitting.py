"""Knows what a workbook can hold (Excel's limits), and makes texts, numbers, names and links fit into it."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from unicodedata import east_asian_width
from urllib.parse import quote

from desktop.core.cells import plain_number, whole_signs
from desktop.exports.visible import is_address

MOST_ROWS, MOST_CHARACTERS, MOST_LINKS, LONGEST_ADDRESS = 1_048_576, 32_767, 65_530, 2_079
"""What Excel can hold: rows of a sheet, UTF-16 units of a cell, links of a sheet, characters of an address."""
LONGEST_NAME = 31
DIGITS = 15
"""So many digits of a number Excel keeps."""
LINE, LINES = 15, 27
"""How high a line is, in points, and how many of them Excel's highest row has."""
FIRST_DATE = date(1900, 3, 1)
"""From here on all spreadsheets count days alike: Excel believes that there was a 29 February 1900."""

_LOOKED_AT = 200
"""So much of a text is measured."""
_SAFE = "".join(map(chr, range(0x21, 0x7F)))

Value = str | int | Decimal | date | None


def number_format(number: int | Decimal) -> str:
    """How a number is shown with all its digits; "" where Excel would lose some of them."""
    exact = Decimal(number)
    _, digits, exponent = exact.as_tuple()
    if not isinstance(exponent, int) or not -300 < exact.adjusted() < 300:
        return ""
    known = "".join(map(str, digits)).rstrip("0")
    exponent += len(digits) - len(known)
    if not known:
        return "#,##0"
    if len(known) > DIGITS:
        return ""
    if exact.adjusted() > DIGITS or exponent < -DIGITS:
        return f"0.{'0' * (len(known) - 1)}E+00" if len(known) > 1 else "0E+00"
    return f"#,##0.{'0' * -exponent}" if exponent < 0 else "#,##0"


def within(text: str, note: str) -> str:
    """The text as far as a cell can hold it; what is cut is said behind it."""
    if _units(text) <= MOST_CHARACTERS:
        return text
    kept = text[: MOST_CHARACTERS - len(note) - 2]
    while _units(kept) > MOST_CHARACTERS - len(note) - 2:
        kept = kept[: len(kept) - max(1, (_units(kept) - (MOST_CHARACTERS - len(note) - 2)) // 2)]
    return f"{kept}… {note}"


def on_the_web(text: str) -> str:
    """The text where it is an address on the web, else "": what an editor wrote leads to no place of the workbook."""
    return text if is_address(text) else ""


def link(to: str) -> str:
    """What leads there as a cell can hold it: to a place of the workbook or an address on the web; "" where it is none,
    or too long."""
    if to.startswith("internal:"):
        return to
    if not is_address(to):
        return ""
    safe = quote(to, safe=_SAFE)
    return safe if len(safe) <= LONGEST_ADDRESS else ""


def _units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) if text.isascii() else len(text) + sum(sign > "\uffff" for sign in text)


def _across(text: str) -> int:
    """How many columns of letters a text takes: signs of East Asian scripts and emoji take two."""
    return len(text) if text.isascii() else len(text) + sum(east_asian_width(sign) in "WF" for sign in text)


def width(value: Value) -> int:
    """About how wide a value is when it stands on one line, in characters."""
    if isinstance(value, int | Decimal):
        shape = number_format(value)
        return len(f"{Decimal(value):,f}" if shape and "E" not in shape else plain_number(value)[:24]) + 4
    if isinstance(value, date):
        return 12
    longest = 0
    for line in (value or "")[:_LOOKED_AT].split("\n"):
        longest = max(longest, _across(line))
    return longest + 2


def height(value: Value, across: int, size: int = 11) -> int:
    """About how high a row has to be for a value in a cell so wide (in characters), in points."""
    if not isinstance(value, str) or (len(value) < across - 1 and "\n" not in value):
        return LINE
    room = max(
        1, across + across // 16 - 1
    )  # letters are a little narrower than the digits that columns are measured by
    lines = sum(_lines(line, room) for line in value[: LINES * across].split("\n"))
    return min(max(1, lines), LINES) * LINE * size // 11


@lru_cache(4096)  # a sentence stands beside each of its pairs
def _lines(text: str, across: int) -> int:
    """On how many lines a text stands that is broken between words."""
    lines, used = 1, 0
    for word in text.split(" "):
        long = _across(word)
        if used and used + 1 + long > across:
            lines, used = lines + 1, 0
        used += long + (1 if used else 0)
        if used > across:
            lines, used = lines + (used - 1) // across, (used - 1) % across + 1
    return lines


def sheet_name(name: str, taken: set[str]) -> str:
    """A name that a sheet can have and no other sheet has."""
    fit = "".join(sign for sign in whole_signs(name) if sign.isprintable() and sign not in "[]:*?/\\\ufffd")
    while _units(fit) > LONGEST_NAME:
        fit = fit[:-1]
    fit = fit.strip("' ") or "–"
    number = 1
    found = fit
    while found.casefold() in taken or found.casefold() == "history":  # Excel keeps that name for itself
        number += 1
        found = f"{fit[: LONGEST_NAME - 8]} {number}"
    return found


def attribute(text: str) -> str:
    """A text for a place in a file of XML where no control sign may stand."""
    return "".join(sign if sign.isprintable() else " " for sign in whole_signs(text))


def printed(text: str) -> str:
    """A text for the foot of a page, where & begins a command."""
    return attribute(text).replace("&", "&&")
