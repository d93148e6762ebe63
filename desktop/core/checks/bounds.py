"""Knows how sharply printed amounts are meant, and whether one that is stated fits one that is computed."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from desktop.core.checks.check import CheckVerdict
from desktop.core.quantities import ONE_SIDED, Exactness, Kind, Quantity

HEDGE = Fraction(5, 100)
_ROUND = Fraction(5, 100)
_BEYOND = Fraction(10, 100)
_OVER = Fraction(115, 100)
_OPEN = ONE_SIDED | {Exactness.VAGUE}
_SCALES = (Fraction(10**12), Fraction(10**9), Fraction(10**6), Fraction(1000))


class Meant(NamedTuple):
    """What a printed amount can mean: the point written, and the bounds that its last digit and its hedge allow.

    firm: whether both bounds are known; "over 500" has no upper one, so nothing computed from it is surely wrong.
    """

    point: Fraction
    low: Fraction
    high: Fraction
    firm: bool = True


def slack(quantity: Quantity) -> Fraction:
    """Half the worth of the last digit, or 5 % for "about"; the noughts of "12,000" excuse no more than 5 %.

    What is counted one by one is exact.
    """
    half = Fraction(quantity.step or 0) / 2
    if quantity.kind is Kind.COUNT and quantity.step == 1:
        half = Fraction(0)
    value = abs(Fraction(quantity.low or 0))
    if quantity.step is not None and quantity.step < 10**6 and (quantity.step >= 100 or quantity.kind is Kind.MULTIPLE):
        half = min(half, value * _ROUND)
    return max(half, value * HEDGE) if quantity.exactness is Exactness.ABOUT else half


def meant(quantity: Quantity) -> Meant | None:
    """What an amount can mean, None where it is no single amount (a range, a vague size, a date)."""
    if quantity.value is None or quantity.is_vague:
        return None
    point, margin = Fraction(quantity.value), slack(quantity)
    low, high = point - margin, point + margin
    if quantity.exactness in (Exactness.OVER, Exactness.AT_LEAST):
        high = max(high, point * (1 + _BEYOND))
    elif quantity.exactness in (Exactness.UNDER, Exactness.AT_MOST):
        low = min(low, point * (1 - _BEYOND))
    return Meant(point, low, high, quantity.exactness not in _OPEN)


def computed(formula: Callable[..., Fraction], *amounts: Meant) -> Meant | None:
    """What a formula makes of amounts within their bounds; None where it would divide by nought."""
    try:
        corners = [formula(*corner) for corner in product(*((amount.low, amount.high) for amount in amounts))]
        point = formula(*(amount.point for amount in amounts))
    except ZeroDivisionError:
        return None
    return Meant(point, min(corners), max(corners), all(amount.firm for amount in amounts))


def judged(
    stated: Quantity, actual: Meant, *, least: Fraction = Fraction(0), loose: Fraction | None = None
) -> CheckVerdict:
    """Whether what is stated fits what was computed; "over 80 %" is no fair word for 702 %.

    least: the least slack of the stated amount. loose: how far off it may be and still hold loosely, by default a
    tenth of it.
    """
    assert stated.low is not None
    value = Fraction(stated.low)
    margin = max(slack(stated), least)
    low, high = value - margin, value + margin
    if stated.exactness in (Exactness.OVER, Exactness.AT_LEAST):
        high = value * _OVER + margin
        if actual.low > high:
            return CheckVerdict.LOOSE if actual.low <= value * 2 else CheckVerdict.WRONG
    elif stated.exactness in (Exactness.UNDER, Exactness.AT_MOST):
        low = value / _OVER - margin
        if actual.high < low:
            return CheckVerdict.LOOSE if actual.high >= value / 2 else CheckVerdict.WRONG
    gap = max(actual.low - high, low - actual.high)
    if gap <= 0:
        return CheckVerdict.OK
    return CheckVerdict.LOOSE if gap <= (abs(value) / 10 if loose is None else loose) else CheckVerdict.WRONG


def scale(*values: Fraction) -> Fraction:
    """The greatest of a trillion, a billion, a million, a thousand and one that the greatest of these amounts holds.

    In a computation all amounts stand in one scale: "5.6/5 - 1".
    """
    greatest = max(abs(float(value)) for value in values)
    return next((factor for factor in _SCALES if greatest >= float(factor)), Fraction(1))


def written(value: Decimal | Fraction) -> str:
    """An amount in a computation, to six digits."""
    text = f"{float(value):.6g}"
    return f"{float(value):.0f}" if "e" in text and abs(float(value)) < 10**15 else text


def result(value: Fraction) -> str:
    """The result of a computation, to three digits."""
    text = f"{float(value):.3g}"
    return f"{float(value):.0f}" if "e" in text and 1 <= abs(value) < 10**15 else text


def short(value: Fraction) -> Decimal:
    """A Fraction as a Decimal of six digits."""
    return Decimal(f"{float(value):.6g}")
