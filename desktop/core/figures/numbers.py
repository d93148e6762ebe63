"""Reads numbers, written in digits or words, alone or as a range."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, glued

_GROUPED = re.compile(r"\d{1,3}(?:,\d\d\d)+(?:\.\d+)?$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)*,\d\d\d(?:\.\d+)?$")
_PLAIN = re.compile(r"\d+(?:\.\d+)?$")
_LONGEST = 40


class Number(NamedTuple):
    """A number as read: bounds, the worth of its last digit, the tokens it takes (`end` exclusive).

    high is None for one value; a vague number has bounds that are orders of size. scale is the scale word's factor.
    """

    first: int
    end: int
    low: Decimal
    high: Decimal | None = None
    step: Decimal = Decimal(1)
    vague: bool = False
    digits: bool = True
    scale: Decimal = Decimal(1)


def _word(found: list[Token], index: int) -> str:
    return found[index].lower if 0 <= index < len(found) else ""


def in_digits(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and worth of the last significant digit of a number in digits, None where it is no English number."""
    if len(text) > _LONGEST:
        return None
    if not text.isascii() or not (_GROUPED.match(text) or _PLAIN.match(text) or _INDIAN.match(text)):
        return None
    plain = text.replace(",", "")
    value = Decimal(plain)
    if "." in plain:
        return value, Decimal(1).scaleb(-len(plain.split(".")[1]))
    zeros = len(plain) - len(plain.rstrip("0")) if value else 0
    # 350 may well be exact, 15,000 is hardly a count to the last head: two zeros or more are taken for rounding.
    return value, Decimal(1).scaleb(zeros if zeros >= 2 and len(plain) > 3 else 0)


def read_number(found: list[Token], index: int, lexicon: Lexicon, *, money: bool = False) -> Number | None:
    """The number that begins at token `index`; `money` allows short scales such as a lone "m" or "k"."""
    token = found[index]
    if token.is_number:
        return _digits(found, index, lexicon, money=money)
    if token.lower in lexicon.fraction_signs:
        value = _decimal(lexicon.fraction_signs[token.lower])
        return _scaled(found, Number(index, index + 1, value, step=Decimal("0.01")), lexicon, money=money)
    if not token.is_word:
        return None
    return _vague(found, index, lexicon) or _words(found, index, lexicon)


def read_range(found: list[Token], index: int, lexicon: Lexicon, *, money: bool = False) -> Number | None:
    """A number or a range ("10-20", "2 to 3 million", "between 5 and 7") that begins at token `index`."""
    if _word(found, index) == "between" and index + 1 < len(found):
        if _is_year(found, index + 1) and _word(found, index + 2) == "and" and _is_year(found, index + 3):
            return None
        first = read_number(found, index + 1, lexicon, money=money)
        if first is not None and _word(found, first.end) == "and":
            return _joined(found, first, first.end + 1, lexicon, money=money)
        return None
    first = read_number(found, index, lexicon, money=money)
    if first is None or first.vague:
        return first
    link = _word(found, first.end)
    before = index - 2 if _word(found, index - 1) in lexicon.currency_signs else index - 1
    # "rose from 10 to 20" tells of two amounts, "10 to 20" of one
    if link in DASHES or (link == "to" and _word(found, before) not in ("from", "by")):
        joined = _joined(found, first, first.end + 1, lexicon, money=money)
        if joined is not None:
            return joined
    return first


def _is_year(found: list[Token], index: int) -> bool:
    return index < len(found) and len(found[index].text) == 4 and found[index].text[:2] in ("18", "19", "20")


def _joined(found: list[Token], first: Number, index: int, lexicon: Lexicon, *, money: bool) -> Number | None:
    if index >= len(found):
        return None
    if money and found[index].lower in lexicon.currency_signs and index + 1 < len(found):
        index += 1
    second = read_number(found, index, lexicon, money=money)
    if second is None or second.vague or second.digits != first.digits:
        return None
    low, step = first.low, first.step
    if first.scale == 1 and second.scale != 1 and low < second.low / second.scale:
        low, step = low * second.scale, step * second.scale
    if not low < second.low or second.low > low * 1000:
        return None
    return Number(
        first.first, second.end, low, second.low, step=min(step, second.step), digits=first.digits, scale=second.scale
    )


def _digits(found: list[Token], index: int, lexicon: Lexicon, *, money: bool) -> Number | None:
    read = in_digits(found[index].lower)
    if read is None:
        return None
    value, step = read
    number = Number(index, index + 1, value, step=step)
    if number.end < len(found):
        sign = found[number.end]
        if sign.lower in lexicon.fraction_signs and glued(found[index], sign):
            half = _decimal(lexicon.fraction_signs[sign.lower])
            number = number._replace(end=number.end + 1, low=value + half, step=Decimal("0.01"))
        elif (part := _slashed(found, number.end)) is not None:
            number = number._replace(end=number.end + 3, low=value + part, step=Decimal("0.01"))
    return _scaled(found, number, lexicon, money=money)


def _slashed(found: list[Token], index: int) -> Decimal | None:
    """The fraction behind a whole number, as in "2 1/2"."""
    parts = found[index : index + 3]
    if len(parts) < 3 or parts[1].text != "/" or not (glued(parts[0], parts[1]) and glued(parts[1], parts[2])):
        return None
    if not (parts[0].text in ("1", "3") and parts[2].text in ("2", "4")):
        return None
    return Decimal(parts[0].text) / Decimal(parts[2].text)


def _scaled(found: list[Token], number: Number, lexicon: Lexicon, *, money: bool) -> Number | None:
    """The number with the scale word behind it; None where letters are glued on that make it a name ("5G", "7nm")."""
    end = number.end
    hyphen = 1 if _word(found, end) in DASHES and glued(found[end - 1], found[end]) else 0
    word = _word(found, end + hyphen)
    if word in lexicon.scales and word not in ("dozen",):
        factor, end = Decimal(lexicon.scales[word]), end + hyphen + 1
        if word in ("hundred", "thousand") and _word(found, end) in ("thousand", "million", "billion"):
            factor, end = factor * lexicon.scales[_word(found, end)], end + 1
        return _times(number, factor, end)
    if word == "dozen":
        return _times(number, Decimal(12), end + hyphen + 1)
    if end < len(found) and word in lexicon.short_scales and not hyphen:
        short = found[end]
        joined = glued(found[end - 1], short)
        # "$15 B" and "15bn" are scales; "5 m" and "5m long" are metres, "5 k" is a run.
        known = word in ("bn", "mn", "tn", "mln", "bln", "trn") or (joined and word == "b" and short.text == "B")
        if known or (money and (joined or short.text in ("B", "M", "T"))):
            return _times(number, Decimal(lexicon.short_scales[word]), end + 1)
        if joined and short.text in ("M", "K", "k") and _counted(found, end + 1):
            return _times(number, Decimal(lexicon.short_scales[word]), end + 1)
    return number


def _counted(found: list[Token], index: int) -> bool:
    return index < len(found) and found[index].is_word and found[index].lower.endswith(("s", "people"))


def _times(number: Number, factor: Decimal, end: int) -> Number:
    step = number.step
    if step > 1:
        # "350 million", "15,000 million": before a scale word every digit written counts
        step = Decimal(1)
    return number._replace(end=end, low=number.low * factor, step=step * factor, scale=factor)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _vague(found: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    """Orders of size: "hundreds of millions", "several thousand", "nine-figure", "low single-digit billions"."""
    word = found[index].lower
    low_end = index
    if word in ("low", "mid", "high") and _word(found, index + 1) in DASHES:
        low_end = index + 2
    elif word in ("low", "mid", "high"):
        low_end = index + 1
    if low_end > index or word in ("single", "double", "triple"):
        return _digit_order(found, index, low_end, lexicon)
    if word in lexicon.orders:
        return _orders(found, index, lexicon)
    if word in lexicon.several:
        return _several(found, index, lexicon)
    after = _word(found, index + 1)
    if after in DASHES and _word(found, index + 2) in ("figure", "figures", "digit") and word in lexicon.cardinals:
        digits = lexicon.cardinals[word]
        if 1 <= digits <= 15:
            low = Decimal(10) ** (digits - 1)
            end = index + 3
            if _word(found, index + 2) == "digit" and _word(found, end) in lexicon.orders:
                base = Decimal(lexicon.orders[_word(found, end)][0])
                return Number(index, end + 1, low * base, low * base * 10, vague=True, digits=False)
            if _word(found, index + 2) == "digit":
                return None
            return Number(index, end, low, low * 10, vague=True, digits=False)
    return None


def _digit_order(found: list[Token], index: int, at: int, lexicon: Lexicon) -> Number | None:
    """As in "low single-digit billions", "double-digit millions"."""
    digits = {"single": 1, "double": 2, "triple": 3}.get(_word(found, at))
    if digits is None or _word(found, at + 1) not in DASHES or _word(found, at + 2) not in ("digit", "digits"):
        return None
    scale = _word(found, at + 3)
    if scale not in lexicon.orders:
        return None
    base = Decimal(lexicon.orders[scale][0]) * 10 ** (digits - 1)
    least, most = {"low": (1, 4), "mid": (4, 7), "high": (7, 10)}.get(found[index].lower, (1, 10))
    return Number(index, at + 4, base * least, base * most, vague=True, digits=False)


def _orders(found: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    low, high = (Decimal(bound) for bound in lexicon.orders[found[index].lower])
    end = index + 1
    while _word(found, end) == "of" and _word(found, end + 1) in lexicon.orders and end < index + 6:
        base = Decimal(lexicon.orders[_word(found, end + 1)][0])
        low, high, end = low * base, high * base, end + 2
    return Number(index, end, low, high, vague=True, digits=False, scale=low)


def _several(found: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    """As in "several hundred", "a few million", "multi-billion": only in front of a scale word."""
    low, high = (Decimal(bound) for bound in lexicon.several[found[index].lower])
    end = index + 1
    while _word(found, end) in DASHES or _word(found, end) in ("of", "dozen"):
        end += 1
    if _word(found, end) not in lexicon.scales or lexicon.scales[_word(found, end)] < 100:
        return None
    factor = Decimal(lexicon.scales[_word(found, end)])
    return Number(index, end + 1, low * factor, high * factor, vague=True, digits=False, scale=factor)


def _words(found: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    """As in "fifteen billion", "two and a half million", "a hundred and twenty", "half a million", "two-tenths"."""
    word = found[index].lower
    if word == "half":
        if _word(found, index + 1) in ("a", "an") and (scale := _word(found, index + 2)) in lexicon.scales:
            factor = Decimal(lexicon.scales[scale])
            return Number(index, index + 3, factor / 2, step=factor / 2, digits=False, scale=factor)
        return None
    if word in ("a", "an"):
        return _cardinal(found, index, lexicon) if _word(found, index + 1) in lexicon.scales else None
    if word in lexicon.scales and word != "dozen" and index + 1 < len(found):
        return None
    if word not in lexicon.cardinals:
        return None
    return _cardinal(found, index, lexicon)


def _cardinal(found: list[Token], index: int, lexicon: Lexicon) -> Number | None:
    total, group, scale = 0, 0, 1
    end, last, seen_scale = index, 0, False
    if found[index].lower in ("a", "an"):
        group, last, end = 1, 1, index + 1  # "a hundred and twenty"
    while end < len(found):
        word = found[end].lower
        step, behind = end, _word(found, end + 1)
        if word in DASHES and ((last >= 20 and behind in lexicon.cardinals) or lexicon.scales.get(behind, 0) > 12):
            step, word = end + 1, behind  # "thirty-five", "two-hundred"
        elif word == "and" and seen_scale and behind in lexicon.cardinals and group % 100 == 0:
            step, word = end + 1, behind  # "two hundred and five"
        if word in lexicon.cardinals:
            value = lexicon.cardinals[word]
            if group and not (group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and value < 10)):
                break
            group, last, end = group + value, value, step + 1
        elif word == "hundred" and group:
            group, scale, seen_scale, last, end = group * 100, 100, True, 100, step + 1
        elif word in lexicon.scales and group:
            scale = lexicon.scales[word]
            total, group, seen_scale, last, end = total + group * scale, 0, True, 0, step + 1
        else:
            break
    if end == index:
        return None
    worth = Decimal(scale) if scale > 12 and not group else Decimal(1)
    number = Number(index, end, Decimal(total + group), step=worth, digits=False, scale=Decimal(scale))
    return _tail(found, number, lexicon)


def _tail(found: list[Token], number: Number, lexicon: Lexicon) -> Number:
    """With "and a half", "and a half million", "-tenths" behind it."""
    end = number.end
    if _word(found, end) == "and" and _word(found, end + 1) == "a" and _word(found, end + 2) in ("half", "quarter"):
        part = _decimal(lexicon.fractions[_word(found, end + 2)])
        if (scale := _word(found, end + 3)) in lexicon.scales and number.scale == 1:
            factor = Decimal(lexicon.scales[scale])
            return number._replace(end=end + 4, low=(number.low + part) * factor, step=factor * part, scale=factor)
        return number._replace(end=end + 3, low=number.low + part * number.scale, step=part * number.scale)
    if _word(found, end) == "dozen":
        return number._replace(end=end + 1, low=number.low * 12, step=Decimal(1), scale=Decimal(12))
    if _word(found, end) in DASHES and (part_word := _word(found, end + 1)) in lexicon.fractions and number.low < 20:
        part = _decimal(lexicon.fractions[part_word])
        if part_word != "half" and part_word != "quarter":
            return number._replace(end=end + 2, low=number.low * part, step=part)
    return number
