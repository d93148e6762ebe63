"""Reads amounts: a number together with its currency, unit or counted noun."""

from collections.abc import Sequence

from desktop.core.figures.amount import Amount
from desktop.core.figures.counts import count
from desktop.core.figures.measures import measured, merged, some_units
from desktop.core.figures.money import money_between, money_in_front
from desktop.core.figures.numbers import read_range
from desktop.core.figures.special import age, magnitude, multiple, ordinal, score, unit_alone
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import Token

__all__ = ["Amount", "read_amount"]


def read_amount(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """The amount that begins at token `index`, None where none does."""
    token = found[index]
    if token.text[0].isdecimal():
        special = magnitude(found, index, lexicon) or age(found, index, lexicon) or score(found, index, lexicon)
        return special or _numbered(found, index, lexicon)
    if token.text in lexicon.currency_signs or token.text in lexicon.currency_codes:
        money = money_in_front(found, index, lexicon)
        return money and merged(found, money, lexicon, money_in_front)
    if token.lower == "between" and (money := money_between(found, index, lexicon)) is not None:
        return money
    if token.lower in lexicon.multiples and (several := multiple(found, index, lexicon)) is not None:
        return several
    return (
        ordinal(found, index, lexicon)
        or age(found, index, lexicon)
        or _numbered(found, index, lexicon)
        or some_units(found, index, lexicon)
        or unit_alone(found, index, lexicon)
    )


def _numbered(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """A number and what it measures or counts."""
    number = read_range(found, index, lexicon)
    if number is None:
        return _between(found, index, lexicon)
    amount = measured(found, number, lexicon)
    if amount is not None:
        return merged(found, amount, lexicon, _measured_at)
    return count(found, number, lexicon)


def _measured_at(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    number = read_range(found, index, lexicon) if index < len(found) else None
    return number and measured(found, number, lexicon)


def _between(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "between 10% and 15%", "between 5 km and 10 km"."""
    if found[index].lower != "between":
        return None
    low = _measured_at(found, index + 1, lexicon)
    joined = low and merged(found, low, lexicon, _measured_at, links=("and",))
    return joined._replace(first=index) if joined and joined is not low else None
