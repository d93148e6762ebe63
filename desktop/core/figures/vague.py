"""Reads orders of size: "hundreds of millions", "several thousand", "nine-figure", "low single-digit billions"."""

from collections.abc import Sequence
from decimal import Decimal

from desktop.core.figures.number import Number
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, word_at

_THIRDS = {"low": (1, 4), "mid": (4, 7), "high": (7, 10)}
_MOST_DIGITS = 15


def read_vague(found: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """The order of size that begins at token `index`: bounds that are tens, None where none begins."""
    word = found[index].lower
    if word in lexicon.orders:
        return _orders(found, index, lexicon)
    if word in lexicon.several:
        return _several(found, index, lexicon)
    if word.startswith("multi") and word[5:] in lexicon.scales:
        factor = Decimal(lexicon.scales[word[5:]])
        return Number(index, index + 1, factor, factor * 1000, vague=True, digits=False, scale=factor)
    at = index
    if word in _THIRDS:
        at += 2 if word_at(found, index + 1) in DASHES else 1
    digits = lexicon.digit_words.get(word_at(found, at))
    if digits is None or not 1 <= digits <= _MOST_DIGITS:
        return None
    noun = at + 1
    if word_at(found, noun) in DASHES:
        noun += 1
    least, most = (Decimal(part) for part in _THIRDS.get(word, (1, 10)))
    base = Decimal(10) ** (digits - 1)
    if word_at(found, noun) in ("figure", "figures") and (digits > 3 or noun > at + 1):
        return Number(index, noun + 1, base * least, base * most, vague=True, digits=False)
    if word_at(found, noun) in ("digit", "digits") and noun > at + 1:
        order = lexicon.orders.get(word_at(found, noun + 1))
        if order is not None:
            base *= order[0]
            return Number(index, noun + 2, base * least, base * most, vague=True, digits=False)
        if word_at(found, noun + 1) in lexicon.grammar["rates_of_change"]:
            return Number(index, noun + 1, base * least, base * most, vague=True, digits=False, share=True)
    return None


def _orders(found: Sequence[Token], index: int, lexicon: Lexicon) -> Number:
    low, high = (Decimal(bound) for bound in lexicon.orders[found[index].lower])
    end = index + 1
    while word_at(found, end) == "of" and word_at(found, end + 1) in lexicon.orders and end < index + 6:
        base = Decimal(lexicon.orders[word_at(found, end + 1)][0])
        low, high, end = low * base, high * base, end + 2
    return Number(index, end, low, high, vague=True, digits=False, scale=low)


def _several(found: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """As in "several hundred", "a few million", "multi-billion": only in front of a scale word."""
    low, high = (Decimal(bound) for bound in lexicon.several[found[index].lower])
    end = index + 1
    while word_at(found, end) in DASHES or word_at(found, end) in ("of", "dozen"):
        end += 1
    factor = Decimal(1)
    while lexicon.scales.get(word_at(found, end), 0) >= 100 and end < index + 6:
        factor, end = factor * lexicon.scales[word_at(found, end)], end + 1
    if factor == 1:
        return None
    return Number(index, end, low * factor, high * factor, vague=True, digits=False, scale=factor)
