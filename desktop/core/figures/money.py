"""Reads money: a number with a currency's sign, code or word in front of it or behind it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.core.figures.amount import Amount, amount_of, quantity_of
from desktop.core.figures.number import Number
from desktop.core.figures.numbers import read_range
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.tokens import DASHES, Token, glued, word_at

_HUNDREDTH = Decimal("0.01")
_LINES = frozenset({"144", "240", "360", "480", "540", "576", "720", "1080", "1440", "2160", "4320"})
"""What a "p" behind it makes a picture's height rather than pence."""


def money_in_front(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """The money whose sign or code stands at token `index` ("$5 million", "US$5m", "EUR 5m")."""
    if index >= len(found):
        return None
    code, at = lexicon.currency_signs.get(found[index].text), index + 1
    if code is None:
        code = lexicon.currency_codes.get(found[index].text)
        if word_at(found, at) in (".", "$"):
            at += 1
    elif word_at(found, at) == ".":
        at += 1  # "$.50"
    if code is None or at >= len(found):
        return None
    number = read_range(found, at, lexicon, money=True)
    if number is None or number.share:
        return None
    end = number.end
    if end < len(found):
        behind = found[end]
        if lexicon.currency_words.get(behind.lower) == code:
            end += 1
        elif behind.text in lexicon.currency_codes and not _heads_number(found, end):
            code, end = lexicon.currency_codes[behind.text], end + 1
    return Amount(index, end, quantity_of(Kind.MONEY, number, code))


def money_between(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """A range of money in words: "between $10 million and $20 million", "between $3 and $4 billion"."""
    low = money_in_front(found, index + 1, lexicon)
    if low is None or word_at(found, low.end) != "and":
        return None
    high = money_in_front(found, low.end + 1, lexicon)
    if high is None or high.quantity.unit != low.quantity.unit:
        return None
    one, other, step = low.quantity.value, high.quantity.value, low.quantity.step
    if one is None or other is None or step is None:
        return None
    scale = next((lexicon.scales[word] for word in _words(found, high) if word in lexicon.scales), 1)
    if one < 1000 <= scale and not any(word in lexicon.scales for word in _words(found, low)):
        one, step = one * scale, step * scale
    if not one < other:
        return None
    return Amount(index, high.end, replace(high.quantity, low=one, step=min(step, high.quantity.step or step)))


def _words(found: Sequence[Token], amount: Amount) -> list[str]:
    return [token.lower for token in found[amount.first : amount.end]]


def _heads_number(found: Sequence[Token], index: int) -> bool:
    """Whether the currency at token `index` belongs to the number behind it ("3 USD50 cards")."""
    return index + 1 < len(found) and found[index + 1].is_number and glued(found[index], found[index + 1])


def money_behind(found: Sequence[Token], number: Number, lexicon: Lexicon) -> Amount | None:
    """A number with its currency behind it ("5 euros", "millions of US dollars", "5m EUR", "85 €", "40p")."""
    at = number.end
    if word_at(found, at) == "of" and number.vague:
        at += 1
    if word_at(found, at) in DASHES:
        at += 1
    if at >= len(found):
        return None
    word, text = found[at].lower, found[at].text
    if word in lexicon.currency_words:
        code = lexicon.currency_words[word]
        if word_at(found, at + 1) in lexicon.currency_minor:
            return _hundredths(number, code, at + 2)
        if not _is_other_thing(found, at, number, lexicon):
            return _with_hundredths(found, amount_of(Kind.MONEY, number, code, at + 1), lexicon)
    if word in lexicon.currency_minor and not number.vague:
        return _hundredths(number, lexicon.currency_minor[word], at + 1)
    if word == "p" and at == number.end and is_pence(found, at):
        return _hundredths(number, "GBP", at + 1)
    if text in lexicon.currency_codes and not _heads_number(found, at):
        return amount_of(Kind.MONEY, number, lexicon.currency_codes[text], at + 1)
    if text in lexicon.currency_signs and at == number.end and (at + 1 >= len(found) or not found[at + 1].is_number):
        return amount_of(Kind.MONEY, number, lexicon.currency_signs[text], at + 1)  # "85 €", "1,000€"
    for phrase, code in lexicon.nations_by_first.get(word, ()):
        end = at + len(phrase)
        if any(word_at(found, at + place) != part for place, part in enumerate(phrase)):
            continue
        if word_at(found, end) in lexicon.currency_words:
            return amount_of(Kind.MONEY, number, code, end + 1)
        if word_at(found, end) in lexicon.currency_minor and not number.vague:
            return _hundredths(number, code, end + 1)
    return None


def is_pence(found: Sequence[Token], at: int) -> bool:
    """Whether the letter at token `at` means pence ("40p"), and not the lines of a picture ("1080p")."""
    number = found[at - 1]
    return found[at].text == "p" and number.is_number and glued(number, found[at]) and number.text not in _LINES


def _hundredths(number: Number, code: str, end: int) -> Amount:
    high = None if number.high is None else number.high * _HUNDREDTH
    scaled = number._replace(low=number.low * _HUNDREDTH, high=high, step=number.step * _HUNDREDTH)
    return amount_of(Kind.MONEY, scaled, code, end)


def _with_hundredths(found: Sequence[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    """With the cents behind it: "thirteen dollars and 45 cents"."""
    at = amount.end + 1 if word_at(found, amount.end) == "and" else amount.end
    whole = amount.quantity.value
    if at + 1 >= len(found) or whole is None or whole != int(whole):
        return amount
    small = read_range(found, at, lexicon) if found[at].is_number or found[at].lower in lexicon.cardinals else None
    if small is None or small.low >= 100 or small.high is not None or small.vague:
        return amount
    if word_at(found, small.end) not in lexicon.currency_minor:
        return amount
    value = whole + small.low * _HUNDREDTH
    return Amount(amount.first, small.end + 1, replace(amount.quantity, low=value, high=value, step=_HUNDREDTH))


def _is_other_thing(found: Sequence[Token], at: int, number: Number, lexicon: Lexicon) -> bool:
    """Whether a currency word that is also something else ("pounds", "won") is that here."""
    word = found[at].lower
    if word not in lexicon.currency_ambiguous or number.scale >= 1000:
        return False
    if word in ("pound", "pounds"):
        behind = word_at(found, at + 1) == "of" and word_at(found, at + 2) not in lexicon.names["funds"]
        weighs = any(word_at(found, back).startswith("weigh") for back in range(number.first - 4, number.first))
        return behind or weighs or at > number.end
    return True
