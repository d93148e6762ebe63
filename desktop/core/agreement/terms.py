"""Brings two quantities to common terms: one period, one unit, one currency."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from desktop.core.agreement.rates import Rates
from desktop.core.agreement.status import Basis
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity, is_fraction

HEDGE = Fraction(5, 100)
_ROUND_COUNT = Fraction(5, 100)
_HEDGED_TIME = Fraction(15, 100)
"""How far "almost two weeks" reaches: time is told roughly."""

_ROUNDED_TO_TENS = frozenset({Kind.MONEY, Kind.DISTANCE, Kind.AREA, Kind.MASS, Kind.QUANTITY, Kind.SPEED})
_ROUND_TENS = Fraction(2, 100)
_ROUND_MEASURE = Fraction(10, 100)
_CALENDAR_DAYS = {"s": Fraction(1, 86_400), "day": Fraction(1), "month": Fraction("30.44")}
"""How many days the units are that durations are counted in; months are not all of one length."""

_CENTS_OFF = Fraction(9, 10)
_COLDEST, _DEEPER = Fraction(-460), Fraction(10)
"""What "below" reaches down to: absolute zero, of a loss ten times as much, of all else nothing."""

_CALENDAR_SLACK = Fraction(2, 100)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a quantity can mean: everything from `low` to `high` (None: without end).

    point: the value written, None for ranges and vague sizes. slack: half the worth of its last digit.
    """

    low: Fraction
    high: Fraction | None
    point: Fraction | None
    slack: Fraction


@dataclass(frozen=True, slots=True)
class Common:
    """Two quantities in common terms. conversion: what had to be converted, SAME where nothing had to."""

    a: Bounds
    b: Bounds
    unit: str | None
    per: str | None
    conversion: Basis


@lru_cache(maxsize=8192)
def bounds(quantity: Quantity, factor: Fraction = Fraction(1)) -> Bounds | None:
    """What a quantity can mean, its amounts times `factor`; None where it states no amount (dates)."""
    if quantity.low is None:
        return None
    low = Fraction(quantity.low) * factor
    high = None if quantity.high is None else Fraction(quantity.high) * factor
    point = low if quantity.value is not None and not quantity.is_vague else None
    slack = Fraction(0)
    if quantity.step is not None and point is not None:
        slack = Fraction(quantity.step) * factor / 2
        if quantity.step >= 100 and quantity.kind is not Kind.MONEY:
            # "15,000 people": the noughts may be exact, so they excuse little
            slack = min(slack, abs(point) * _ROUND_COUNT)
        # "three years" may be rounded, but not to two and a half
        slack = min(slack, abs(point) * _ROUND_MEASURE)
    if (
        quantity.kind is Kind.MONEY
        and point is not None
        and quantity.low > 1
        and Fraction(quantity.low) % 1 >= _CENTS_OFF
    ):
        slack = max(slack, factor)  # $149.99 is told as $149 and as $150
    if point is not None and quantity.kind in _ROUNDED_TO_TENS and quantity.step is not None:
        slack = max(slack, min(_last_digit(quantity) * factor / 2, abs(point) * _ROUND_TENS))
    match quantity.exactness:
        case Exactness.ABOUT:
            top = high if high is not None else low
            return Bounds(low - abs(low) * HEDGE, top + abs(top) * HEDGE, point, slack)
        case Exactness.OVER | Exactness.AT_LEAST:
            return Bounds(low, None, point, slack)
        case Exactness.UNDER | Exactness.AT_MOST:
            least = _COLDEST * factor if quantity.kind is Kind.TEMPERATURE else min(Fraction(0), _DEEPER * (high or 0))
            return Bounds(least, high, point, slack)
    return Bounds(low, high, point, slack)


def _last_digit(quantity: Quantity) -> Fraction:
    """The worth of the last digit that is no nought: of "$140 million", ten million."""
    value, digit = Fraction(quantity.value or 0), Fraction(quantity.step or 1)
    while value and value % (10 * digit) == 0:
        digit *= 10
    return digit


def common_terms(a: Quantity, b: Quantity, lexicon: Lexicon, rates: Rates) -> Common | None:
    """Both quantities in the terms of one, None where they cannot be brought together."""
    across = False  # whether periods are compared that are not whole multiples of one another
    factor_a, factor_b, unit, conversion = Fraction(1), Fraction(1), a.unit, Basis.SAME
    if a.unit != b.unit and a.kind is Kind.MONEY:
        if a.unit is None or b.unit is None:
            unit = a.unit or b.unit
        elif (rate := rates.rate(b.unit, a.unit)) is not None:
            factor_b, year = rate
            conversion = Basis.EXCHANGE if year is None else Basis.YEARLY_RATE
        else:
            return None
    elif a.kind is not b.kind:
        if is_fraction(a) and b.unit == "%":
            factor_a, unit = Fraction(100), b.unit
        elif is_fraction(b) and a.unit == "%":
            factor_b = Fraction(100)
        else:
            return None
        conversion = Basis.UNIT
    elif {a.unit, b.unit} == {"bp", "pp"}:
        factor_b, conversion = (Fraction(1, 100) if b.unit == "bp" else Fraction(100)), Basis.UNIT
    elif a.unit != b.unit and a.kind is not Kind.COUNT:
        factor = _unit_factor(a, b, lexicon)
        if factor is None:
            return None
        factor_b, conversion = factor, Basis.UNIT
    per = a.per or b.per
    if a.per and b.per and a.per != b.per:
        scale = period_factor(a.per, b.per, lexicon)
        if scale is None:
            return None
        across = (a.per in lexicon.period_months) != (b.per in lexicon.period_months)
        # to the longer period: "$15 billion a year" reads better than "$41 million a day"
        if scale >= 1:
            factor_b, per = factor_b * scale, a.per
        else:
            factor_a, per = factor_a / scale, b.per
        conversion = Basis.PERIOD if conversion is Basis.SAME else conversion
    left, right = bounds(a, factor_a), bounds(b, factor_b)
    if left is None or right is None:
        return None
    if across or a.kind is Kind.DURATION and _calendar(a, lexicon) != _calendar(b, lexicon):
        left, right = _loosened(left), _loosened(right)
    if a.kind is Kind.DURATION and a.unit != b.unit:
        left, right = (_hedged(each, q) for q, each in ((a, left), (b, right)))
    if a.kind is not b.kind:
        left, right = (_rough(bounds) if is_fraction(q) else bounds for q, bounds in ((a, left), (b, right)))
    if a.kind is Kind.TEMPERATURE and a.unit != b.unit:
        right = _moved(right, a.unit)
    return Common(left, right, unit, per, conversion)


def _unit_factor(a: Quantity, b: Quantity, lexicon: Lexicon) -> Fraction | None:
    """What one unit of `b` is in units of `a`, None where they measure different things."""
    one, other = lexicon.unit_by_symbol.get(a.unit or ""), lexicon.unit_by_symbol.get(b.unit or "")
    if one is None or other is None:
        return None
    factor = Fraction(other.factor) / Fraction(one.factor)
    if one.base == other.base:
        return factor
    if a.kind is Kind.DURATION and one.base in _CALENDAR_DAYS and other.base in _CALENDAR_DAYS:
        return factor * _CALENDAR_DAYS[other.base] / _CALENDAR_DAYS[one.base]
    return None


def _calendar(quantity: Quantity, lexicon: Lexicon) -> str | None:
    unit = lexicon.unit_by_symbol.get(quantity.unit or "")
    return None if unit is None else unit.base


def _loosened(bounds: Bounds) -> Bounds:
    """The bounds of a duration beside one counted in other units: "60 days" is "two months"."""
    slack = bounds.slack if bounds.point is None else max(bounds.slack, abs(bounds.point) * _CALENDAR_SLACK)
    return replace(bounds, slack=slack)


def _hedged(bounds: Bounds, quantity: Quantity) -> Bounds:
    """The bounds of a time told roughly beside one in another unit: "almost two weeks" may be twelve days."""
    if quantity.exactness is not Exactness.ABOUT or bounds.point is None:
        return bounds
    return replace(bounds, low=bounds.point * (1 - _HEDGED_TIME), high=bounds.point * (1 + _HEDGED_TIME))


def _rough(bounds: Bounds) -> Bounds:
    """The bounds of a fraction in words beside a percentage: "a third" is about 33 %."""
    return bounds if bounds.point is None else replace(bounds, slack=abs(bounds.point) * _ROUND_MEASURE)


def _moved(bounds: Bounds, unit: str | None) -> Bounds:
    """Degrees as the other scale counts them, their size being right already: 0 °C is 32 °F."""
    shift = Fraction(32) if unit == "F" else Fraction(-160, 9)
    return Bounds(
        bounds.low + shift,
        None if bounds.high is None else bounds.high + shift,
        None if bounds.point is None else bounds.point + shift,
        bounds.slack,
    )


def period_factor(one: str, other: str, lexicon: Lexicon) -> Fraction | None:
    """How many of the second period make the first ("year", "month": 12), None where they cannot be compared."""
    for table in (lexicon.period_months, lexicon.period_days):
        if one in table and other in table:
            return table[one] / table[other]
    days = [
        lexicon.period_months[per] * _CALENDAR_DAYS["month"]
        if per in lexicon.period_months
        else lexicon.period_days[per]
        for per in (one, other)
        if per in lexicon.period_months or per in lexicon.period_days
    ]
    return days[0] / days[1] if len(days) == 2 else None
