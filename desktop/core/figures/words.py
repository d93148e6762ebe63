"""Reads numbers in words: "fifteen billion", "two and a half million", "three-quarters", "one in five"."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.core.figures.number import Number, decimal, times
from desktop.core.figures.vague import read_vague
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, glued, word_at

_ARTICLES = ("a", "an")
_HALF = Decimal("0.5")


def read_words(found: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """The number in words that begins at token `index`, None where none does."""
    vague = read_vague(found, index, lexicon)
    if vague is not None:
        return vague
    word = found[index].lower
    behind = word_at(found, index + 1)
    if word == "half" or behind == "half" and word in _ARTICLES:
        return _half(found, index, index if word == "half" else index + 1, lexicon)
    if word in _ARTICLES:
        if behind in lexicon.scales:
            return _cardinal(found, index, lexicon)
        return _part(found, index, index + 1, Fraction(1), lexicon)
    if word in lexicon.fractions and word not in lexicon.cardinals:
        return (
            _part(found, index, index, Fraction(1), lexicon) if behind in DASHES or behind in lexicon.scales else None
        )
    return _cardinal(found, index, lexicon) if word in lexicon.cardinals else None


def _half(found: Sequence[Token], index: int, at: int, lexicon: Lexicon) -> Number | None:
    """As in "half a million", "half an hour", "half of the ships", "half its ships"."""
    half = Number(index, at + 1, Decimal("0.5"), step=Decimal("0.5"), digits=False, share=True)
    behind, beyond = word_at(found, at + 1), word_at(found, at + 2)
    before = word_at(found, index - 1)
    if before in ("first", "second", "latter", "other", "in", "better", "-") or before in lexicon.calendar["months"]:
        return None
    if behind in (*_ARTICLES, "of", "-") or behind in lexicon.scales:
        scale = at + 2 if behind in _ARTICLES else at + 3 if behind == "of" and beyond in _ARTICLES else at + 1
        if (factor := lexicon.scales.get(word_at(found, scale))) is not None:
            return times(half._replace(share=False), Decimal(factor), scale + 1)
        return half
    if (
        behind in lexicon.grammar["halved"]
        or behind in ("point", "percentage")
        or (behind,) in lexicon.units
        and len(behind) > 2
    ):
        return half
    return half if not behind.isalpha() and before in lexicon.grammar["before_shares"] else None


def _part(found: Sequence[Token], index: int, at: int, count: Fraction, lexicon: Lexicon) -> Number | None:
    """The fraction word at token `at`, `count` of which are taken: "a third", "two-thirds", "three-quarters"."""
    word, hyphen = word_at(found, at), at > index and word_at(found, at - 1) in DASHES
    if word not in lexicon.fractions or word == "half":
        return None
    end, part = at + 1, decimal(count * lexicon.fractions[word])
    number = Number(index, end, part, step=decimal(lexicon.fractions[word]), digits=False, share=True)
    if word_at(found, end) == "of":
        scale = end + 2 if word_at(found, end + 1) in (*_ARTICLES, "one") else end + 1
        if (factor := lexicon.scales.get(word_at(found, scale))) is not None:
            return times(number._replace(share=False), Decimal(factor), scale + 1)
        return number
    if word_at(found, end + (word_at(found, end) in DASHES)) in ("point", "percentage"):
        return number  # "a quarter-point cut"
    if (factor := lexicon.scales.get(word_at(found, end))) is not None:
        return times(number._replace(share=False), Decimal(factor), end + 1)  # "a quarter million"
    if found[index].lower == "one" and index < at and word != "quarter":
        return number
    many = count > 1 and word.endswith("s")
    if hyphen and index < at - 1 or many and word not in ("quarters", "seconds"):
        return number
    if many and word == "quarters" and not _is_time(found, index, end, lexicon):
        return number  # "three quarters must agree"
    if word_at(found, end) in lexicon.grammar["behind_shares"]:
        return number  # "a third above"
    last = not word_at(found, end).isalpha() or word_at(found, end) in lexicon.names["plain"]
    if last and word_at(found, index - 1) in lexicon.grammar["before_shares"]:
        return number  # "fell by a third"
    return None


def _is_time(found: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "three quarters" are quarters of a year."""
    before, behind = lexicon.grammar["before_quarters"], lexicon.grammar["behind_quarters"]
    return word_at(found, index - 1) in before or word_at(found, end) in behind


def _cardinal(found: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    total, group, scale = 0, 0, 1
    end, last, seen_scale = index, 0, False
    if found[index].lower in _ARTICLES:
        group, last, end = 1, 1, index + 1  # "a hundred and twenty"
    while end < len(found):
        word = found[end].lower
        step, behind = end, word_at(found, end + 1)
        if word in DASHES and ((last >= 20 and behind in lexicon.cardinals) or lexicon.scales.get(behind, 0) > 12):
            step, word = end + 1, behind  # "thirty-five", "two-hundred"
        elif word == "and" and seen_scale and behind in lexicon.cardinals and group % 100 == 0:
            step, word = end + 1, behind  # "two hundred and five"
        if word in lexicon.cardinals:
            value = lexicon.cardinals[word]
            if group and not (group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and value < 10)):
                break
            group, last, end = group + value, value, step + 1
        elif word == "hundred" and group >= 100:
            break  # "five hundred hundred" is no number
        elif word == "hundred" and group:
            group, scale, seen_scale, last, end = group * 100, 100, True, 100, step + 1
        elif word in lexicon.scales and group:
            scale = lexicon.scales[word]
            total, group, seen_scale, last, end = total + group * scale, 0, True, 0, step + 1
        elif word in lexicon.scales and seen_scale and not group and scale < lexicon.scales[word]:
            # "three hundred thousand" has been read as a group; "a thousand million" goes on
            total, scale, last, end = total * lexicon.scales[word], lexicon.scales[word], 0, step + 1
        else:
            break
    if end == index or found[end - 1].lower in _ARTICLES:
        return None
    worth = Decimal(scale) if scale > 12 and not group else Decimal(1)
    number = Number(index, end, Decimal(total + group), step=worth, digits=False, scale=Decimal(scale))
    return _tail(found, number, lexicon)


def _tail(found: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """With "and a half", "and a half million", "-tenths", "dozen" behind it."""
    end = number.end
    word = word_at(found, end)
    if word in DASHES and [word_at(found, end + place) for place in (1, 3, 5)] == ["and", "a", "half"]:
        return number._replace(end=end + 6, low=number.low + _HALF, step=_HALF)  # "four-and-a-half-year"
    if word == "and" and word_at(found, end + 1) == "a" and word_at(found, end + 2) in ("half", "quarter"):
        part = decimal(lexicon.fractions[word_at(found, end + 2)])
        if (factor := lexicon.scales.get(word_at(found, end + 3))) is not None and number.scale == 1:
            whole = number._replace(low=number.low + part, step=part)
            return times(whole, Decimal(factor), end + 4)
        return number._replace(end=end + 3, low=number.low + part * number.scale, step=part * number.scale)
    if word == "point" and word_at(found, end + 1) in lexicon.cardinals:
        return _spoken_decimals(found, number, lexicon)
    if word in ("dozen", "dozens"):
        return number._replace(end=end + 1, low=number.low * 12, step=Decimal(1), scale=Decimal(12))
    at = end + 1 if word in DASHES and glued(found[end - 1], found[end]) else end
    if number.scale == 1 and number.low < 100 and word_at(found, at) in lexicon.fractions:
        part_number = _part(found, number.first, at, Fraction(int(number.low)), lexicon)
        if part_number is not None:
            return part_number
    return number


def _spoken_decimals(found: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """As in "one point two million"."""
    end, digits = number.end + 1, ""
    while (digit := lexicon.cardinals.get(word_at(found, end), 10)) < 10 and len(digits) < 6:
        digits, end = digits + str(digit), end + 1
    if not digits:
        return number
    whole = number._replace(end=end, low=number.low + Decimal(f"0.{digits}"), step=Decimal(1).scaleb(-len(digits)))
    factor = lexicon.scales.get(word_at(found, end))
    return whole if factor is None else times(whole, Decimal(factor), end + 1)


def read_share(found: Sequence[Token], number: Number, lexicon: Lexicon) -> Number | None:
    """The share that begins with this number: "one in five", "nine out of ten", "1 in 10"; None where it is none."""
    link, at = word_at(found, number.end), number.end + 1
    if link == "out" and word_at(found, at) == "of":
        at += 1
    elif link != "in" or number.low > 9:
        return None
    if word_at(found, at) == "every":
        at += 1
    if at >= len(found):
        return None
    whole = found[at]
    size = lexicon.cardinals.get(whole.lower) if not whole.is_number else None
    end = at + 1
    if whole.is_number and whole.text.replace(",", "").isascii() and whole.text.replace(",", "").isdecimal():
        size = int(whole.text.replace(",", "")[:9])
    elif word_at(found, at) == "a" and (scale := lexicon.scales.get(word_at(found, at + 1))) is not None:
        size, end = scale, at + 2
    elif size is not None and (scale := lexicon.scales.get(word_at(found, end))) is not None:
        size, end = size * scale, end + 1
    if size is None or number.low != int(number.low) or not 0 < number.low < size:
        return None
    if link == "in" and (size > 1000 and size % 1000 or 1900 <= size <= 2100 and whole.is_number):
        return None
    behind = word_at(found, end)
    joined = behind == "-" and glued(found[end - 1], found[end])
    measured = joined or (behind,) in lexicon.units or behind in lexicon.scales or behind in ("%", "percent", "per")
    if link == "in" and (measured or behind in lexicon.calendar["months"]):
        return None
    share = decimal(Fraction(int(number.low), size))
    return Number(number.first, end, share, step=share, digits=number.digits, share=True)
