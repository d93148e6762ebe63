"""Knows the slips that make one amount another: a period taken for another, a shifted point, a lost "billion"."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from desktop.core.agreement.status import Diagnosis
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity

_NEAR = 0.02
_MONTHS = Fraction(12)
_PERIOD_RATIOS = (_MONTHS, Fraction(52), Fraction(365))
_SCALE_RATIOS = (
    (Fraction(10), Diagnosis.SCALE_X10),
    (Fraction(1000), Diagnosis.SCALE_X1000),
    (Fraction(100), Diagnosis.SCALE_X10),
    (Fraction(1_000_000), Diagnosis.SCALE_X1000),
)
_UNIT_RATIOS = {
    Kind.DISTANCE: (Fraction("1.609344"), Fraction("3.2808")),
    Kind.MASS: (Fraction("2.20462"),),
    Kind.SPEED: (Fraction("1.609344"),),
}
_LOST_SCALES = (Fraction(10**9), Fraction(10**6), Fraction(10**3), Fraction(10**12))
_BARE = 1000


def near(one: Fraction, other: Fraction, tolerance: float = _NEAR) -> bool:
    """Whether two amounts lie within a tolerance of each other, relative to the greater."""
    left, right = float(one), float(other)  # a tenth of the time of fractions, and no tolerance is that sharp
    return abs(left - right) <= tolerance * max(abs(left), abs(right))


def lost_scale(bare: Quantity, common: Fraction, full: Fraction) -> Fraction | None:
    """The scale word that a bare amount of money has lost beside a full one ("$15 annual"), None where it has not.

    common, full: the bare and the full amount in common terms.
    """
    if bare.kind is not Kind.MONEY or bare.value is None or bare.step is None or not 0 < bare.value < _BARE:
        return None
    if full < 100_000 or bare.step >= _BARE:
        return None
    for scale in _LOST_SCALES:
        repaired = common * scale
        if any(near(repaired * factor, full) or near(repaired, full * factor) for factor in (1, 12, 10, 120, 100)):
            return scale
    return None


def slips(ratio: Fraction, *, rate: bool) -> tuple[Diagnosis, ...]:
    """The slips that multiply to a ratio of 1 or more, likeliest first, () where none do; rate: periods matter."""
    value = float(ratio)
    for combination, factor in _COMBINATIONS[rate]:
        if abs(value - factor) <= _NEAR * max(value, factor):
            return combination
    return ()


def _combinations(*, rate: bool) -> Iterator[tuple[tuple[Diagnosis, ...], Fraction]]:
    if rate:
        for period in _PERIOD_RATIOS:
            yield (Diagnosis.PERIOD,), period
    for scale, diagnosis in _SCALE_RATIOS:
        yield (diagnosis,), scale
    if rate:
        # a month taken for a year is the one slip of period that is common enough to be met beside another slip
        for scale, diagnosis in _SCALE_RATIOS[:2]:
            yield (Diagnosis.PERIOD, diagnosis), _MONTHS * scale
            if scale > 10 * _MONTHS:
                yield (Diagnosis.PERIOD, diagnosis), scale / _MONTHS


_COMBINATIONS = {
    rate: tuple((names, float(factor)) for names, factor in _combinations(rate=rate)) for rate in (True, False)
}


def mistaken_unit(ratio: Fraction, a: Quantity, b: Quantity, lexicon: Lexicon) -> bool:
    """Whether one number stands with two units ("10 km", "10 miles"), or two are as far apart as such units are."""
    if a.kind is Kind.MONEY or a.unit not in lexicon.unit_by_symbol or b.unit not in lexicon.unit_by_symbol:
        return False
    if a.unit != b.unit and a.value is not None and a.value == b.value:
        return True
    return any(near(ratio, factor) for factor in _UNIT_RATIOS.get(a.kind, ()))


def as_decimal(value: Fraction) -> Decimal:
    """A Fraction as a Decimal of 15 digits."""
    return Decimal(f"{float(value):.15g}")
