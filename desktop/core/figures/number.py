"""Knows what a number is, before anything is known of what it measures."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

ONE = Decimal(1)


class Number(NamedTuple):
    """A number as read: bounds, the worth of its last digit, the tokens it takes (`end` exclusive).

    high is None for one value; a vague number has bounds that are orders of size. scale is the scale word's factor.
    share tells that it is a part of something ("a third", "one in five") rather than how many there are.
    """

    first: int
    end: int
    low: Decimal
    high: Decimal | None = None
    step: Decimal = ONE
    vague: bool = False
    digits: bool = True
    scale: Decimal = ONE
    share: bool = False


def decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal number of at most ten places."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact if value.denominator in (1, 2, 4, 5, 8, 10) else round(exact, 10)


def times(number: Number, factor: Decimal, end: int) -> Number:
    """The number with a scale word of this factor, which ends at token `end`."""
    # "350 million", "15,000 million": before a scale word every digit written counts
    first, _, low, high, step, vague, digits, _, share = number
    step = step * factor if step < ONE else factor
    high = None if high is None else high * factor
    return Number(first, end, low * factor, high, step, vague, digits, factor, share)
