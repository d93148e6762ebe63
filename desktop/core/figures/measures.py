"""Reads what numbers measure: percentages, multiples, ages, units and compounds of units ("6ft 2in")."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.core.figures.amount import Amount, amount_of
from desktop.core.figures.money import money_behind
from desktop.core.figures.number import Number
from desktop.core.figures.numbers import is_move, read_number
from desktop.core.lexicon import Lexicon, Unit
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.tokens import DASHES, Token, glued, word_at

_AGES = {"year": "year", "years": "year", "month": "month", "months": "month", "week": "week", "weeks": "week"}
_AGES |= {"day": "day", "days": "day"}
_LOWER = frozenset({"m", "g", "s", "l", "t", "h", "k", "w"})
"""Units of one letter that are written in lower case."""
_HALF = Decimal("0.5")
_FEET, _INCHES = frozenset("'’′"), frozenset('"”″')
_WEATHER_REACH = 10


def measured(found: Sequence[Token], number: Number, lexicon: Lexicon) -> Amount | None:
    """The number with the currency, percentage, multiple, age or unit behind it, None where it measures nothing."""
    end = number.end
    if end >= len(found):
        return None
    money = None if number.share else money_behind(found, number, lexicon)
    if money is not None:
        return money
    if found[end].text in _FEET and (tall := _feet_and_inches(found, number)) is not None:
        return tall
    at = end + 1 if found[end].text in DASHES and not number.vague else end
    if number.share and word_at(found, at) == "of" and word_at(found, at + 1) in ("a", "an", "one"):
        at += 2  # "two-tenths of a mile"
    elif number.share and word_at(found, at) in ("a", "an"):
        at += 1  # "half a mile"
    word = word_at(found, at)
    if not word:
        return None
    percent = _percent(found, at, number)
    if percent is not None:
        return amount_of(Kind.PERCENT, number, percent[0], percent[1])
    if word in _AGES:
        old = at + 2 if word_at(found, at + 1) in DASHES else at + 1
        if word_at(found, old) in ("old", "olds"):
            return amount_of(Kind.AGE, number, _AGES[word], old + 1)
    compared = word_at(found, at + 1) in lexicon.grammar["standards"] or word_at(found, at + 2) in lexicon.flow_words
    if word == "times" and not compared and number.low == int(number.low):
        return None
    if word in ("times", "fold") or word == "x" and not (at + 1 < len(found) and found[at + 1].is_number):
        return amount_of(Kind.MULTIPLE, number, None, at + 1)
    if word == "magnitude":
        return amount_of(Kind.MAGNITUDE, number, None, at + 1)
    unit = _with_unit(found, at, number, lexicon)
    if unit is not None:
        return unit
    if word in ("st", "nd", "rd", "th") and glued(found[end - 1], found[at]):
        return amount_of(Kind.ORDINAL, number, None, at + 1)
    return None


def merged(
    found: Sequence[Token],
    amount: Amount,
    lexicon: Lexicon,
    read: Callable[[Sequence[Token], int, Lexicon], Amount | None],
    *,
    links: tuple[str, ...] = ("to", "-", "–", "—"),
) -> Amount:
    """The range from this amount to the like one behind a dash or "to" ("10%-15%", "$3bn-$4bn"), else the amount."""
    low = amount.quantity
    if word_at(found, amount.end) not in links or low.value is None:
        return amount
    before = word_at(found, amount.first - 1)
    ranging = before == "from" and word_at(found, amount.first - 2) in lexicon.grammar["ranging"]
    if found[amount.end].lower == "to" and before in ("by", "from") and not ranging:
        return amount  # "rose from 10% to 15%" tells of two amounts
    behind = read(found, amount.end + 1, lexicon)
    if behind is None:
        return amount
    high = behind.quantity
    if high.kind is not low.kind or high.unit != low.unit or high.value is None or not low.value < high.value:
        return amount
    if is_move(before, low.value, high.value, lexicon):
        return amount  # "fell 12p to 340p"
    step = min(low.step or Decimal(1), high.step or Decimal(1))
    return Amount(amount.first, behind.end, replace(low, high=high.value, step=step))


def _percent(found: Sequence[Token], at: int, number: Number) -> tuple[str, int] | None:
    word = found[at].lower
    if word in ("%", "percent", "pct", "pc", "％"):
        return "%", at + 1
    if word == "per":
        return ("%", at + 2) if word_at(found, at + 1) in ("cent", "cents") else None
    if word in ("percentage", "basis") and word_at(found, at + 1) in ("point", "points"):
        return ("pp" if word == "percentage" else "bp"), at + 2
    if word in ("bp", "bps"):
        return "bp", at + 1
    if word == "point" and number.share:
        return "pp", at + 1  # "a quarter-point cut"
    return None


# ---------------------------------------------------------------------------------------- units


def unit_at(found: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit whose name begins at token `at`, and the token behind it."""
    if at >= len(found):
        return None
    for phrase in lexicon.unit_heads.get(found[at].lower, ()):
        stop = at + len(phrase)
        if len(phrase) > 1 and any(word_at(found, at + place) != word for place, word in enumerate(phrase)):
            continue
        short = len(phrase) == 1 and len(phrase[0]) <= 2 and phrase[0].isalpha()
        if short and not is_short_unit(found, at, lexicon) and not _is_plain(found, at, lexicon):
            continue
        return lexicon.units[phrase], stop
    return None


def _is_plain(found: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a short unit that means nothing else stands behind a number in words: "nine kg"."""
    return found[at].text in _PLAIN and word_at(found, at - 1) in lexicon.cardinals


def _with_unit(found: Sequence[Token], at: int, number: Number, lexicon: Lexicon) -> Amount | None:
    if number.vague and found[at].lower == "of":
        at += 1
    known = unit_at(found, at, lexicon)
    if known is None and word_at(found, at) in lexicon.grammar["time_adjectives"]:
        known = unit_at(found, at + 1, lexicon)
        if known is None or known[0].kind is not Kind.DURATION or len(word_at(found, at + 1)) < _LONG:
            return None
    if known is None:
        return None
    unit, stop = known
    if unit.symbol == "s" and word_at(found, stop) in ("quarter", "half", "place", "person"):
        return None
    if unit.kind is Kind.TEMPERATURE:
        return _temperature(found, number, unit.symbol, stop)
    amount = amount_of(unit.kind, number, unit.symbol, stop)
    if unit.kind in (Kind.DURATION, Kind.DISTANCE, Kind.MASS) and not number.vague and number.high is None:
        return _with_smaller(found, amount, unit, lexicon)
    return amount


_LONG = 3
_PLAIN = ("kg", "km", "lb", "cm", "mm")


def _temperature(found: Sequence[Token], number: Number, symbol: str, stop: int) -> Amount:
    amount = amount_of(Kind.TEMPERATURE, number, symbol, stop)
    if word_at(found, stop) == "below" and word_at(found, stop + 1) in ("zero", "freezing") and not number.vague:
        low, high = amount.quantity.low, amount.quantity.high
        if low is not None and high is not None:
            return Amount(number.first, stop + 2, replace(amount.quantity, low=-high, high=-low))
    return amount


def _with_smaller(found: Sequence[Token], amount: Amount, unit: Unit, lexicon: Lexicon) -> Amount:
    """With the smaller unit behind it: "6ft 2in", "5-foot-11", "two hours and 30 minutes", "a year and a half"."""
    low, at = amount.quantity.low, amount.end
    if low is None or at >= len(found) or low != int(low):
        return amount
    word = found[at].lower
    if word == "and" and word_at(found, at + 1) == "a" and word_at(found, at + 2) == "half":
        return _plus(amount, _HALF, at + 3)
    linked = word in ("and", ",") or word in DASHES
    at += linked
    if at >= len(found) or not (found[at].is_number or found[at].lower in lexicon.cardinals):
        return amount
    part = read_number(found, at, lexicon)
    if part is None or part.vague or part.scale != 1:
        return amount
    behind = part.end + 1 if word_at(found, part.end) in DASHES else part.end
    smaller = unit_at(found, behind, lexicon)
    if smaller is not None and smaller[0].base == unit.base and smaller[0].factor < unit.factor:
        if part.low * smaller[0].factor < unit.factor:
            return _plus(amount, round(part.low * smaller[0].factor / unit.factor, 10), smaller[1])
        return amount
    tall = unit.symbol == "ft" and part.low < 12 and part.end == at + 1 and (word in DASHES or not linked)
    if tall and smaller is None and not word_at(found, part.end).endswith("s"):
        return _plus(amount, round(part.low / 12, 10), part.end)
    return amount


def _feet_and_inches(found: Sequence[Token], number: Number) -> Amount | None:
    """As in 6'2"."""
    parts = found[number.end : number.end + 3]
    if len(parts) < 3 or number.low > 9 or parts[2].text not in _INCHES or len(parts[1].text) > 2:
        return None
    if not parts[1].text.isdecimal() or int(parts[1].text) > 11 or not glued(parts[0], parts[1]):
        return None
    return _plus(
        amount_of(Kind.DISTANCE, number, "ft", number.end), round(Decimal(parts[1].text) / 12, 10), number.end + 3
    )


def _plus(amount: Amount, more: Decimal, end: int) -> Amount:
    low = amount.quantity.low
    assert low is not None
    step = more if more == _HALF else Decimal("0.1")
    return Amount(amount.first, end, replace(amount.quantity, low=low + more, high=low + more, step=step))


def is_short_unit(found: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A unit of a letter or two counts only right behind digits, in its own case ("5 km", not "5 in a row", "5 M")."""
    token, before = found[at], found[at - 1]
    written = before.is_number or before.text in DASHES or before.text in lexicon.fraction_signs
    if not written and before.lower not in lexicon.scales and before.lower not in lexicon.short_scales:
        return False
    lower = token.lower
    if lower in ("c", "f"):
        return token.text.isupper() and _is_weather(found, at, lexicon)
    if lower in _LOWER and not token.text.islower():
        return False
    if lower == "in":
        inch = glued(before, token) or word_at(found, at - 2) in ("ft", "feet", "foot")
        return inch and word_at(found, at - 1) not in DASHES
    if lower in ("s", "t", "st"):
        return False
    behind = word_at(found, at + 1)
    names = lexicon.names
    return not (
        lower == "m" and behind.endswith("s") and behind not in names["metred"] and behind not in names["plain"]
    )


def _is_weather(found: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether "5C" tells of degrees: there is a minus in front, or the sentence speaks of warmth or cold."""
    if word_at(found, at - 2) in ("-", "−", "minus"):
        return True
    near = found[max(0, at - _WEATHER_REACH) : at + _WEATHER_REACH]
    return any(token.lower in lexicon.names["weather"] for token in near)


def some_units(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "multi-year", "several years", "a few days": a vague number of units of time."""
    word = found[index].lower
    if word not in lexicon.several or word == "many":
        return None
    at = index + 1
    while word_at(found, at) in DASHES or word_at(found, at) == "of":
        at += 1
    unit = lexicon.units.get((word_at(found, at),))
    if unit is None or unit.kind is not Kind.DURATION or len(word_at(found, at)) < 3:
        return None
    low, high = Decimal(2), Decimal(3) if word == "couple" else None
    return Amount(index, at + 1, Quantity(Kind.DURATION, low, high, unit.symbol, None, Exactness.VAGUE))
