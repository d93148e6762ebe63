"""Says quantities in the language spoken, whatever they measure."""

from decimal import Decimal

from desktop.core.language import phrase, say, say_count
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.wording import labels
from desktop.core.wording.amounts import TIMES, amount, many, number
from desktop.core.wording.dates import date

KINDS = {**labels.KINDS, Kind.MONEY: phrase("amount of money"), Kind.TIME: phrase("time of day")}
"""What each sort of amount is called by itself; said with `say`."""

EXACTNESS = {
    Exactness.EXACT: phrase("exactly"),
    Exactness.ABOUT: phrase("about"),
    Exactness.OVER: phrase("over"),
    Exactness.UNDER: phrase("under"),
    Exactness.AT_LEAST: phrase("at least"),
    Exactness.AT_MOST: phrase("at most"),
    Exactness.VAGUE: phrase("an order of size"),
}
"""How sharply an amount can be stated; said with `say`."""

_RANKS_END = 10**9
"""From where on a rank is told as a plain number."""

_RANKS = {1: phrase("{number}st"), 2: phrase("{number}nd"), 3: phrase("{number}rd")}


def quantity(value: Quantity) -> str:
    """A quantity in words and figures: "about $1.25 billion per month", "3 to 4 days", "May 2029", "24 sailors"."""
    if value.kind in (Kind.DATE, Kind.TIME):
        return date(value.iso) if value.iso else say("a date that is not told in full")
    if value.low is None:
        return say("an amount that is not told")
    if value.high is None:
        return say("{amount} or more", amount=_measured(value, value.low, value.per))
    if value.low == value.high:
        words = _measured(value, value.low, value.per)
    else:
        words = say("{low} to {high}", low=_beside(value), high=_measured(value, value.high, value.per))
    if value.exactness in (Exactness.EXACT, Exactness.VAGUE):
        return words
    return say("{exactness} {amount}", exactness=say(EXACTNESS[value.exactness]), amount=words)


def _beside(value: Quantity) -> str:
    """The lower bound of a range as it stands beside the upper: without the words that the two share."""
    low = amount(value.low or Decimal(0), value.unit if value.kind is Kind.MONEY else None)
    high = amount(value.high or Decimal(0), value.unit if value.kind is Kind.MONEY else None)
    bare, _, scale = low.partition(" ")
    return bare if scale and high.endswith(f" {scale}") else low


def _measured(value: Quantity, number_of: Decimal, per: str | None) -> str:
    if value.kind is Kind.ORDINAL and number_of == number_of.to_integral_value() and abs(number_of) < _RANKS_END:
        return _ranked(int(number_of))
    if value.kind is Kind.MULTIPLE:
        told = number(number_of)
        return say_count("{number} times", "{number} times", many(told), number=told)
    if value.kind is Kind.COUNT and value.unit and value.unit not in TIMES:
        noun = value.unit if number_of == 1 else _plural(value.unit)
        return amount(number_of, noun, per, kind=Kind.COUNT)
    words = amount(number_of, value.unit, per)
    return say("magnitude {number}", number=words) if value.kind is Kind.MAGNITUDE else words


def _ranked(place: int) -> str:
    usual = phrase("{number}th")
    words = usual if place % 100 in (11, 12, 13) else _RANKS.get(place % 10, usual)
    return say(words, number=place)


# The noun of a count is one of the articles' own words: English, whatever language is spoken.
_PLURALS = {"person": "people", "child": "children", "foot": "feet", "wife": "wives", "life": "lives"}


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
