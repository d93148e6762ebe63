"""Reads numbers, written in digits or words, alone or as a range."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from desktop.core.figures.number import ONE, Number, decimal, times
from desktop.core.figures.words import read_share, read_words
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, glued, word_at

_NUMBER = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)*,\d{3})(?:\.\d+)?", re.ASCII)
_LONGEST = 40
_SLASHED = {"2": "1", "3": "12", "4": "13", "5": "1234", "8": "1357"}
_JOINS = DASHES | {"to", "or"}
_MANY = ("hundred", "thousand", "lakh")

__all__ = ["Number", "in_digits", "read_number", "read_range", "slashed"]


@lru_cache(4096)
def in_digits(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and worth of the last significant digit of a number in digits, None where it is no English number."""
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    plain = text.replace(",", "")
    value = Decimal(plain)
    _, point, decimals = plain.partition(".")
    if point:
        return value, ONE.scaleb(-len(decimals))
    zeros = len(plain) - len(plain.rstrip("0")) if value else 0
    # 350 may well be exact, 15,000 is hardly a count to the last head: two zeros or more are taken for rounding.
    return value, ONE.scaleb(zeros) if zeros >= 2 and len(plain) > 3 else ONE


def read_number(found: Sequence[Token], index: int, lexicon: Lexicon, *, money: bool = False) -> Number | None:
    """The number that begins at token `index`; `money` allows short scales such as a lone "m" or "k"."""
    token = found[index]
    if token.text[0].isdecimal():
        return _digits(found, index, lexicon, money=money)
    if token.text in lexicon.fraction_signs:
        number = Number(index, index + 1, decimal(lexicon.fraction_signs[token.text]), step=Decimal("0.01"))
        return _scaled(found, number, lexicon, money=money)
    return read_words(found, index, lexicon)


def read_range(found: Sequence[Token], index: int, lexicon: Lexicon, *, money: bool = False) -> Number | None:
    """A number, a range ("10-20", "2 to 3 million", "between 5 and 7") or a share ("one in five") at token `index`."""
    if found[index].lower == "between":
        if index + 1 >= len(found) or _is_year(found, index + 1) and _is_year(found, index + 3):
            return None
        first = read_number(found, index + 1, lexicon, money=money)
        if first is not None and word_at(found, first.end) == "and":
            joined = _joined(found, first, first.end + 1, lexicon, money=money)
            return None if joined is None else joined._replace(first=index)
        return None
    first = read_number(found, index, lexicon, money=money)
    if first is None or first.vague or first.end >= len(found):
        return first
    link = found[first.end].lower
    if link in ("in", "out") and not money:
        return read_share(found, first, lexicon) or first
    if link not in _JOINS:
        return first
    joined = _joined(found, first, first.end + 1, lexicon, money=money)
    if joined is None or joined.high is None or link == "or" and joined.high > 3 * joined.low:
        return first
    if link == "to" and (_is_rise(found, index, joined.end, lexicon) or _moves_to(found, index, joined, lexicon)):
        return first
    return joined


def _moves_to(found: Sequence[Token], index: int, joined: Number, lexicon: Lexicon) -> bool:
    before = index - 2 if word_at(found, index - 1) in lexicon.currency_signs else index - 1
    before -= word_at(found, before) == "by"
    return joined.high is not None and is_move(word_at(found, before), joined.low, joined.high, lexicon)


def is_move(before: str, low: Decimal, high: Decimal, lexicon: Lexicon) -> bool:
    """Whether two amounts behind the word `before` are a move and where it led, far apart: "fell 12 to 340"."""
    return high > _FAR * low and before in lexicon.grammar["moved"]


_FAR = 3
"""How many times more than a move an amount is to which it led, at least."""


def _is_rise(found: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "10 to 20" tells of two amounts: "rose from 10 to 20", but not "anywhere from 10 to 20"."""
    before = index - 2 if word_at(found, index - 1) in lexicon.currency_signs else index - 1
    word = word_at(found, before)
    if word == "by":
        behind = word_at(found, end)
        return behind not in ("%", "percent", "percentage", "basis") and (behind,) not in lexicon.units
    # "From 10 to 20 people came" opens with what came
    return (
        word == "from" and not found[before].is_capital and word_at(found, before - 1) not in lexicon.grammar["ranging"]
    )


def _is_year(found: Sequence[Token], index: int) -> bool:
    return index < len(found) and len(found[index].text) == 4 and found[index].text[:2] in ("18", "19", "20")


def _joined(found: Sequence[Token], first: Number, index: int, lexicon: Lexicon, *, money: bool) -> Number | None:
    """The range from a number to the one at token `index`, None where they make none."""
    if index >= len(found):
        return None
    if money and found[index].text in lexicon.currency_signs and index + 1 < len(found):
        index += 1
    second = read_number(found, index, lexicon, money=money)
    if second is None or second.vague or second.digits != first.digits or second.share or first.share:
        return None
    low, step = first.low, first.step
    if first.scale == 1 and second.scale != 1 and low < second.low / second.scale:
        low, step = low * second.scale, step * second.scale
    if not low < second.low or second.low > low * 1000 and low:
        return None
    return first._replace(end=second.end, low=low, high=second.low, step=min(step, second.step), scale=second.scale)


def _digits(found: Sequence[Token], index: int, lexicon: Lexicon, *, money: bool) -> Number | None:
    read = in_digits(found[index].lower)
    if read is None:
        return None
    number = Number(index, index + 1, read[0], step=read[1])
    if index and found[index - 1].text == "." and found[index].text.isdecimal():
        number = _behind_point(found, index, number)
    if index + 1 >= len(found):
        return number
    sign = found[index + 1]
    if sign.text in lexicon.fraction_signs and glued(found[index], sign):
        low = number.low + decimal(lexicon.fraction_signs[sign.text])
        number = number._replace(end=index + 2, low=low, step=Decimal("0.01"))
    elif sign.text == "/" and (part := slashed(found, index)) is not None:
        return number._replace(end=index + 3, low=part, step=part, share=True)
    elif sign.text[0] in "13" and (part := slashed(found, index + 1)) is not None:
        number = number._replace(end=index + 4, low=number.low + part, step=Decimal("0.01"))
    return _scaled(found, number, lexicon, money=money)


def _behind_point(found: Sequence[Token], index: int, number: Number) -> Number:
    """With the point in front of it (".5 percent"), where that does not end a sentence."""
    alone = index < 2 or not glued(found[index - 2], found[index - 1]) or not found[index - 2].text[-1].isalnum()
    if not alone or not glued(found[index - 1], found[index]):
        return number
    digits = found[index].text
    return number._replace(first=index - 1, low=Decimal(f"0.{digits}"), step=ONE.scaleb(-len(digits)))


def slashed(found: Sequence[Token], index: int) -> Decimal | None:
    """The fraction at token `index`, as in "2/3" and "2 1/2"; days of months and "24/7" are none."""
    parts = found[index : index + 3]
    if len(parts) < 3 or parts[1].text != "/" or not (glued(parts[0], parts[1]) and glued(parts[1], parts[2])):
        return None
    if parts[0].text not in _SLASHED.get(parts[2].text, ()) or word_at(found, index + 3) == "/":
        return None
    return decimal(Fraction(int(parts[0].text), int(parts[2].text)))


def _scaled(found: Sequence[Token], number: Number, lexicon: Lexicon, *, money: bool) -> Number:
    """The number with the scale word behind it."""
    end = number.end
    if end >= len(found):
        return number
    word, hyphen = found[end].lower, 0
    if word in DASHES and glued(found[end - 1], found[end]):
        hyphen, word = 1, word_at(found, end + 1)
    if (scale := lexicon.scales.get(word)) is not None:
        end += hyphen + 1
        if word in _MANY and (more := lexicon.scales.get(word_at(found, end), 0)) >= 1000:
            scale, end = scale * more, end + 1
        return (
            times(number, Decimal(scale), end)
            if word != "dozen"
            else number._replace(end=end, low=number.low * scale, step=ONE, scale=Decimal(scale))
        )
    if word in lexicon.short_scales and not hyphen:
        short = found[end]
        joined = glued(found[end - 1], short)
        # "$15 B" and "15bn" are scales; "5 m" and "5m long" are metres, "5 k" is a run.
        known = len(word) > 1 and word != "mm" or joined and short.text == "B"
        wanted = money and (joined or short.text in ("B", "M", "T")) or _is_counted(found, end, lexicon)
        if known or (wanted and (money or joined)):
            return times(number, Decimal(lexicon.short_scales[word]), end + 1)
    return number


def _is_counted(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the letter at token `index` is a scale because something counted or a currency stands behind it."""
    if index + 1 >= len(found):
        return False
    behind = found[index + 1]
    if behind.text in lexicon.currency_codes or behind.text in lexicon.currency_signs:
        return True
    if behind.lower in lexicon.currency_words:
        return True
    if found[index].text not in ("M", "K", "k", "m") or not behind.is_word:
        return False
    # "1.1m voters", but "5m waves"
    word = behind.lower
    return word.endswith(("s", "people")) and word not in lexicon.names["metred"] and word not in lexicon.names["plain"]
