"""Knows the slips that make one amount another: a period taken for another, a shifted point, a lost "billion"."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from desktop.core.agreement.status import Diagnosis
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity

_NEAR = Fraction(2, 100)
_PERIOD_RATIOS = (Fraction(12), Fraction(52), Fraction(365), Fraction(4))
_SCALE_RATIOS = ((Fraction(10), Diagnosis.SCALE_X10), (Fraction(1000), Diagnosis.SCALE_X1000), (Fraction(100), Diagnosis.SCALE_X10), (Fraction(1_000_000), Diagnosis.SCALE_X1000))
_LOST_SCALES = (Fraction(10**9), Fraction(10**6), Fraction(10**3), Fraction(10**12))
_BARE = 1000


def near(one: Fraction, other: Fraction, tolerance: Fraction = _NEAR) -> bool:
    """Whether two amounts lie within a tolerance of each other, relative to the greater."""
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def lost_scale(bare: Quantity, full: Quantity) -> Fraction | None:
    """The scale word that a bare amount of money has lost beside a full one ("$15 annual"), None where it has not."""
    if bare.kind is not Kind.MONEY or bare.value is None or full.low is None or bare.step is None or bare.low is None:
        return None
    if not 0 < bare.value < _BARE or bare.step >= 1000 or full.low < 100_000 or bare.unit != full.unit:
        return None
    value, target = Fraction(bare.value), Fraction(full.low)
    for scale in _LOST_SCALES:
        repaired = value * scale
        if any(near(repaired * factor, target) or near(repaired, target * factor) for factor in (1, 12, 10, 120, 100, 1000)):
            return scale
    return None


def slips(ratio: Fraction, *, rate: bool) -> tuple[Diagnosis, ...]:
    """The slips that multiply to a ratio (1 or more), likeliest first, () where none do. rate: whether periods matter."""
    for combination, factor in _combinations(rate=rate):
        if near(ratio, factor):
            return combination
    return ()


def _combinations(*, rate: bool) -> Iterator[tuple[tuple[Diagnosis, ...], Fraction]]:
    periods = _PERIOD_RATIOS[:3] if rate else ()
    for period in periods:
        yield (Diagnosis.PERIOD,), period
    for scale, diagnosis in _SCALE_RATIOS:
        yield (diagnosis,), scale
    for period in periods:
        for scale, diagnosis in _SCALE_RATIOS[:2]:
            yield (Diagnosis.PERIOD, diagnosis), period * scale
            yield (Diagnosis.PERIOD, diagnosis), max(period / scale, scale / period)


def mistaken_unit(ratio: Fraction, a: Quantity, b: Quantity, lexicon: Lexicon) -> bool:
    """Whether the same number stands with two units ("10 km" and "10 miles")."""
    if a.unit == b.unit or a.value is None or a.value != b.value:
        return False
    return a.kind is not Kind.MONEY and a.unit in lexicon.unit_by_symbol and b.unit in lexicon.unit_by_symbol and ratio != 1


def as_decimal(value: Fraction) -> Decimal:
    """A Fraction as a Decimal of 15 digits."""
    return Decimal(f"{float(value):.15g}")
