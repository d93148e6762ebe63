"""Says in English what two claims are to each other."""

import re
from decimal import Decimal

from desktop.core.agreement import Basis, Diagnosis, Pair, Status
from desktop.core.quantities import Kind, has_changed_places
from desktop.core.wording.amounts import amount, number, says
from desktop.core.wording.labels import Names

_PERIOD_SLIPS = ((12, "a monthly amount"), (52, "a weekly amount"), (365, "a daily amount"))


def why(pair: Pair, names: Names) -> str:
    """One or two plain sentences: both readings, the arithmetic, and what would reconcile them."""
    one, other = _namers(pair, names)
    a, b = says(pair.a), says(pair.b)
    match pair.status:
        case Status.AGREE:
            return _closed(f"Both say {a}") if a == b else f"{one} says {a}, {other} {b}: the same."
        case Status.EQUIVALENT:
            return f"{one} says {a}, {other} {b}: {_conversion(pair)}"
        case Status.APPROX:
            return f"{one} says {a}, {other} {b}: {_tolerance(pair)}"
    return _conflict(pair, one, other)


def _namers(pair: Pair, names: Names) -> tuple[str, str]:
    one = names.get(pair.a.article, pair.a.article)
    other = names.get(pair.b.article, pair.b.article)
    return (f"{one} once", "elsewhere") if pair.is_internal else (one, other)


def _conversion(pair: Pair) -> str:
    if pair.basis is Basis.PRECISION:
        return "one is only more precise."
    if pair.common_a is None or pair.basis in (Basis.FORM, Basis.SAME):
        return "the same in other terms."
    both = amount(pair.common_a, pair.common_unit, pair.common_per)
    if pair.basis is Basis.PERIOD:
        return f"both come to {both}."
    if pair.basis is Basis.UNIT:
        many = pair.a.figure.quantity.kind is Kind.DURATION and pair.common_a != 1
        unit = _LONG_UNITS.get(pair.common_unit or "", pair.common_unit)
        return f"both are about {number(pair.common_a)} {unit}s." if many else f"both are about {both}."
    return f"both come to about {both} at {_rate(pair)}."


def _rate(pair: Pair) -> str:
    """Which exchange rate two amounts were compared at."""
    if pair.rate_year is None:
        return "the rate the articles state"
    return f"the average rate of {pair.rate_year}, give or take 15 %"


def _tolerance(pair: Pair) -> str:
    if pair.a.figure.quantity.kind is Kind.TIME:
        return '"about" covers a quarter of an hour.'
    exchanged = pair.a.figure.quantity.unit != pair.b.figure.quantity.unit and pair.a.figure.quantity.kind is Kind.MONEY
    match pair.basis:
        case Basis.HEDGE:
            return f'"about" covers 5 % either way{_apart(pair)}.'
        case Basis.ROUNDING if exchanged:
            return "they fit at the rate the articles state, within the last digit written."
        case Basis.ROUNDING:
            return f"the difference lies within the last digit written{_apart(pair)}."
        case Basis.RANGE:
            return "one lies within what the other allows."
        case Basis.EXCHANGE:
            return "they fit at the rate the articles state."
    return "they are close."


def _apart(pair: Pair) -> str:
    if pair.ratio is None or pair.ratio < Decimal("1.0005"):
        return ""
    return f", and they are {number(((pair.ratio - 1) * 100).quantize(Decimal('0.1')))} % apart"


def _conflict(pair: Pair, one: str, other: str) -> str:
    a, b = says(pair.a), says(pair.b)
    causes = [_cause(diagnosis, pair, one, other) for diagnosis in pair.diagnoses]
    opening = f"{one} says {a}, {other} {b}"
    if Diagnosis.DIRECTION in pair.diagnoses and pair.a.payer:
        opening = (
            f"{one} has {pair.a.payer} pay {pair.a.payee} ({a}), {other} has {pair.b.payer} pay {pair.b.payee} ({b})"
        )
    told = _closed(f"{opening}{_arithmetic(pair)}")
    return f"{told} {' '.join(cause for cause in causes if cause)}".rstrip()


def _closed(text: str) -> str:
    """A sentence with its stop; "3:50 a.m." has one already."""
    return text if text.endswith(".") else f"{text}."


def _arithmetic(pair: Pair) -> str:
    if pair.ratio is None or pair.ratio == 1 or pair.common_a is None or pair.common_b is None:
        return ""
    parts = []
    if pair.basis is Basis.PERIOD or (pair.common_per and pair.a.figure.quantity.per != pair.b.figure.quantity.per):
        left = amount(pair.common_a, pair.common_unit, pair.common_per)
        right = amount(pair.common_b, pair.common_unit, pair.common_per)
        parts.append(f"that is {left} against {right}")
    if pair.basis in (Basis.EXCHANGE, Basis.YEARLY_RATE):
        rough = Decimal(f"{float(pair.common_b):.3g}")  # an exchange rate is no sharper
        parts.append(f"that is about {amount(rough, pair.common_unit, pair.common_per)} at {_rate(pair)}")
    if pair.ratio >= 2:
        parts.append(f"a factor of {number(_tidy(pair.ratio))}")
    else:
        parts.append(_plain_difference(pair) or f"{number(((pair.ratio - 1) * 100).quantize(Decimal('0.1')))} % apart")
    return ": " + ", ".join(parts)


def _plain_difference(pair: Pair) -> str:
    """How far apart two percentages, ages or small numbers are, as one says it: in points, in years, in ones."""
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    if one.value is None or other.value is None or one.unit != other.unit or one.kind is not other.kind:
        return ""
    apart = number(abs(one.value - other.value))
    if one.kind is Kind.PERCENT:
        return f"{apart} {'point' if apart == '1' else 'points'} apart"
    if one.kind in (Kind.AGE, Kind.DURATION):
        unit = one.unit or "year"
        return f"{apart} {_LONG_UNITS.get(unit, unit)}{'' if apart == '1' else 's'} apart"
    if one.kind is Kind.COUNT and max(one.value, other.value) < _SMALL:
        return f"{apart} apart"
    return ""


_SMALL = 100
_LONG_UNITS = {"s": "second"}


def _tidy(ratio: Decimal) -> Decimal:
    """A ratio to three digits, whole where it is all but whole."""
    whole = ratio.to_integral_value()
    return whole if abs(ratio - whole) <= ratio / 1000 else Decimal(f"{float(ratio):.3g}")


def _cause(diagnosis: Diagnosis, pair: Pair, one: str, other: str) -> str:
    match diagnosis:
        case Diagnosis.PERIOD:
            return _period_slip(pair, one, other)
        case Diagnosis.SCALE_X10:
            if pair.diagnoses[0] is not Diagnosis.SCALE_X10:
                return "A decimal point seems to have moved as well."
            times = "a hundred times" if pair.ratio is not None and pair.ratio > 50 else "ten times"
            return f"A decimal point seems to have moved: {times} one is the other."
        case Diagnosis.SCALE_X1000:
            return _scale_slip(pair)
        case Diagnosis.SCALE_MISSING:
            short = pair.a if (pair.common_a or 0) < (pair.common_b or 0) else pair.b
            return f'"{says(short)}" seems to have lost a word such as "billion" or "million".'
        case Diagnosis.DIRECTION if pair.a.payer:
            return "Payer and payee are swapped."
        case Diagnosis.DIRECTION:
            return "One tells of a rise, the other of a fall."
        case Diagnosis.TOTAL_VS_RATE:
            return "One is a total over the whole term, the other an amount per period."
        case Diagnosis.CURRENCY:
            if pair.a.figure.quantity.value == pair.b.figure.quantity.value:
                return "The same number stands with two different currencies."
            return "The exchange rate alone does not explain it."
        case Diagnosis.UNIT:
            return "The same number stands with two different units."
        case Diagnosis.DATE:
            return "The dates differ."
        case Diagnosis.UPDATE:
            return "One of them may be a later count or a corrected value."
        case Diagnosis.SUM:
            return "One may be the sum of several parts."
        case Diagnosis.ROUNDING:
            return "Rounding may explain it."
        case Diagnosis.ARITHMETIC:
            return "One of them seems to be miscalculated."
    if has_changed_places(pair.a.figure.quantity, pair.b.figure.quantity):
        return "Two digits seem to have changed places."
    return "No common slip explains the difference."


def _scale_slip(pair: Pair) -> str:
    found = [_SCALE_WORDS.findall(claim.figure.quote.lower())[-1:] for claim in (pair.a, pair.b)]
    if found[0] and found[1] and found[0] != found[1]:
        return f'A scale word seems to be mistaken ("{found[0][0]}" for "{found[1][0]}", or the other way round).'
    return "A scale word seems to be mistaken: a factor of a thousand."


_SCALE_WORDS = re.compile(r"(?:thousand|million|billion|trillion|mln|bln|bn|tn|mn|[mbk])(?![a-z])")


def _period_slip(pair: Pair, one: str, other: str) -> str:
    a, b = pair.a.figure.quantity, pair.b.figure.quantity
    if a.value is not None and a.value == b.value and a.per and b.per:
        return f"The same number stands once per {a.per} and once per {b.per}: one of the two periods is mistaken."
    low, short = (pair.a, one) if (pair.common_a or 0) < (pair.common_b or 0) else (pair.b, other)
    slip = next((row for row in _PERIOD_SLIPS if _fits(pair, row[0])), _PERIOD_SLIPS[0])
    if low.figure.quantity.per == "year":
        return f"It fits if {_verb(short)} {slip[1]} for a yearly one (× {slip[0]})."
    return f"It fits if one period was taken for another (× {slip[0]})."


def _fits(pair: Pair, factor: int) -> bool:
    return pair.ratio is not None and abs(pair.ratio - factor) <= pair.ratio / 50


def _verb(who: str) -> str:
    return "the article elsewhere took" if who == "elsewhere" else f"{who} took"
