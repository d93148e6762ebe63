"""Knows which quantity an editor means who types it field by field, or what is wrong with a field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.figures import read_quantity
from desktop.core.figures.numbers import Number, read_range
from desktop.core.language import phrase, say
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.tokens import Token, sentences, tokens

KINDS = (
    Kind.MONEY,
    Kind.COUNT,
    Kind.PERCENT,
    Kind.DATE,
    Kind.TIME,
    Kind.DURATION,
    Kind.AGE,
    Kind.MULTIPLE,
    Kind.ORDINAL,
    Kind.DISTANCE,
    Kind.AREA,
    Kind.MASS,
    Kind.SPEED,
    Kind.TEMPERATURE,
    Kind.QUANTITY,
)
"""The sorts of amount that can be typed, the commonest first."""

EXACTNESSES = (
    Exactness.EXACT,
    Exactness.ABOUT,
    Exactness.OVER,
    Exactness.UNDER,
    Exactness.AT_LEAST,
    Exactness.AT_MOST,
)
DATED = frozenset({Kind.DATE, Kind.TIME})
"""Sorts of amount that are written as a date or a time instead of a number."""
RATED = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.DISTANCE, Kind.AREA, Kind.MASS, Kind.QUANTITY})
"""Sorts of amount that can be per something."""

_MEASURED = frozenset(
    {Kind.DURATION, Kind.DISTANCE, Kind.AREA, Kind.MASS, Kind.SPEED, Kind.TEMPERATURE, Kind.QUANTITY, Kind.AGE}
)
_FIXED_UNITS = {Kind.PERCENT: "%", Kind.AGE: "year"}
_COMMON_CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "INR")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_LONGEST = 60

Troubles = Mapping[str, str]
"""What is wrong with fields, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What an editor typed: `amount`, for a range also `to`; of dates and times, `date` alone."""

    kind: Kind = Kind.MONEY
    amount: str = ""
    to: str = ""
    unit: str = ""
    per: str = ""
    exactness: Exactness = Exactness.EXACT
    date: str = ""


def read_typed(typed: Typed, lexicon: Lexicon) -> Quantity | Troubles:
    """The quantity that is meant, or what is wrong with which field ("amount", "to", "unit", "per", "date")."""
    if typed.kind in DATED:
        return _dated(typed, lexicon)
    unit = _unit(typed, lexicon)
    troubles = {} if not isinstance(unit, _Trouble) else {"unit": unit.words}
    number = _range(typed, lexicon)
    if isinstance(number, _Trouble):
        return {number.field: number.words, **troubles}
    if troubles or isinstance(unit, _Trouble):
        return troubles
    high = number.low if number.high is None and not number.vague else number.high
    if high is not None and high < number.low:
        return {"to": say("The second amount is less than the first.")}
    return Quantity(
        kind=typed.kind,
        low=number.low,
        high=high,
        unit=unit,
        per=_per(typed.per, lexicon) if typed.kind in RATED else None,
        exactness=Exactness.VAGUE if number.vague else typed.exactness,
        step=None if number.vague else number.step,
    )


def typed_of(value: Quantity | None) -> Typed:
    """A quantity as an editor would type it, to begin with; of none, empty fields."""
    if value is None:
        return Typed()
    kind = value.kind if value.kind in KINDS else Kind.COUNT
    if kind in DATED:
        return Typed(kind, date=value.iso or "")
    low = "" if value.low is None else _typed_number(value.low)
    high = "" if value.high is None or value.high == value.low else _typed_number(value.high)
    exactness = value.exactness if value.exactness in EXACTNESSES else Exactness.EXACT
    unit = "" if kind in _FIXED_UNITS and value.unit == _FIXED_UNITS[kind] else value.unit or ""
    return Typed(kind, low, high, unit, value.per or "", exactness)


def units_of(kind: Kind, lexicon: Lexicon) -> tuple[str, ...]:
    """The units that are offered for a sort of amount, the commonest first; () where any word or none will do."""
    if kind is Kind.MONEY:
        others = sorted(set(lexicon.currency_codes.values()) - set(_COMMON_CURRENCIES))
        return (*_COMMON_CURRENCIES, *others)
    if kind is Kind.PERCENT:
        return ("%", "pp", "bp")
    if kind not in _MEASURED or kind in _FIXED_UNITS:
        return ()
    return tuple(symbol for symbol, unit in lexicon.unit_by_symbol.items() if unit.kind is kind)


@dataclass(frozen=True, slots=True)
class _Trouble:
    field: str
    words: str


_NO_AMOUNT = phrase("Type an amount, such as 1.25 billion or 1,250,000.")


def _range(typed: Typed, lexicon: Lexicon) -> Number | _Trouble:
    low, high = typed.amount.strip(), typed.to.strip()
    if not low:
        return _Trouble("amount", say(_NO_AMOUNT))
    if high:
        # "2" to "3 million" are two millions and three, as they would be in an article
        joined = _number(f"{low} to {high}", lexicon)
        if joined is not None and joined.high is not None:
            return joined
    one = _number(low, lexicon)
    if one is None:
        return _Trouble("amount", say("“{words}” is no amount. {hint}", words=low, hint=say(_NO_AMOUNT)))
    if not high:
        return one
    other = _number(high, lexicon)
    if other is None or one.vague or other.vague or one.high is not None or other.high is not None:
        return _Trouble("to", say("“{words}” is no amount.", words=high))
    return one._replace(high=other.low, step=max(one.step, other.step))


def _number(words: str, lexicon: Lexicon) -> Number | None:
    """The number or range that some words are from end to end, signs of a currency and "%" left aside."""
    if len(words) > _LONGEST:
        return None
    found = tokens(words, Span(0, len(words)))
    minus = bool(found) and found[0].text in ("-", "−", "–")
    found = [token for token in found[minus:] if not _is_sign(token, lexicon)]
    if not found:
        return None
    number = read_range(found, 0, lexicon, money=True)
    if number is None or number.end != len(found):
        return None
    if not minus:
        return number
    return number._replace(
        low=-(number.low if number.high is None else number.high), high=None if number.high is None else -number.low
    )


def _is_sign(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.currency_signs or token.text == "%"


def _unit(typed: Typed, lexicon: Lexicon) -> str | None | _Trouble:
    words = " ".join(typed.unit.split())
    low = words.lower()
    if typed.kind is Kind.MONEY:
        if not words:
            return _Trouble("unit", say("Choose a currency, such as USD."))
        code = lexicon.currency_signs.get(low) or lexicon.currency_words.get(low)
        if code is None and words.upper() in lexicon.currency_codes.values():
            code = words.upper()
        return code or _Trouble("unit", say("“{words}” is no currency that Crossread knows.", words=words))
    if typed.kind is Kind.COUNT:
        return lexicon.singular(low) if low else None
    if not words and typed.kind in _FIXED_UNITS:
        return _FIXED_UNITS[typed.kind]
    if typed.kind is Kind.PERCENT:
        return words if words in ("%", "pp", "bp") else _Trouble("unit", say("Choose %, pp or bp."))
    if typed.kind not in _MEASURED:
        return None
    unit = lexicon.unit_by_symbol.get(words) or lexicon.units.get(tuple(low.split()))
    wanted = Kind.DURATION if typed.kind is Kind.AGE else typed.kind
    if unit is None or unit.kind is not wanted:
        some = ", ".join(units_of(typed.kind, lexicon)[:5])
        return _Trouble("unit", say("Choose a unit, such as {units}.", units=some))
    return unit.symbol


def _per(typed: str, lexicon: Lexicon) -> str | None:
    words = typed.lower().split()
    if words and words[0] in ("per", "a", "an", "each", "every"):
        words = words[1:]
    word = " ".join(words)
    return lexicon.period_nouns.get(word, lexicon.period_adverbs.get(word, word)) or None


def _dated(typed: Typed, lexicon: Lexicon) -> Quantity | Troubles:
    words = typed.date.strip()
    if typed.kind is Kind.DATE and _YEAR.fullmatch(words):
        return Quantity(Kind.DATE, iso=words)
    found = read_quantity(words, lexicon) if words and len(words) <= _LONGEST else None
    if found is None or found.kind is not typed.kind or found.iso is None:
        if typed.kind is Kind.TIME:
            return {"date": say("Type a time, such as 07:48 or 3:50 p.m.")}
        return {"date": say("Type a date, such as 22 May 2026, May 2029 or 2023.")}
    return replace(found, exactness=typed.exactness)


def _typed_number(value: Decimal) -> str:
    for scale, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        scaled = value.scaleb(-scale)
        if abs(scaled) >= 1 and scaled == round(scaled, 3):
            return f"{scaled.normalize():,f} {word}"
    return f"{value.normalize():,f}"


def sentence_around(article: Article, span: Span, lexicon: Lexicon) -> Span:
    """The sentence that a stretch of an article stands in."""
    for sentence in sentences(article.text, lexicon.abbreviations):
        if sentence.end > span.start:
            return sentence.joined(span) if sentence.start <= span.start else span
    return span
