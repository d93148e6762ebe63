"""Knows what an amount is while it is read: the tokens it takes and the quantity they state."""

from typing import NamedTuple

from desktop.core.figures.number import Number
from desktop.core.quantities import Exactness, Kind, Quantity


class Amount(NamedTuple):
    """An amount as read: the tokens `first` to `end` (exclusive) and the quantity, period and hedge not yet in it."""

    first: int
    end: int
    quantity: Quantity


def quantity_of(kind: Kind, number: Number, unit: str | None) -> Quantity:
    """The quantity that a number of these units states."""
    if number.vague:
        return Quantity(kind, number.low, number.high, unit, None, Exactness.VAGUE)
    high = number.low if number.high is None else number.high
    return Quantity(kind, number.low, high, unit, None, Exactness.EXACT, number.step)


def amount_of(kind: Kind, number: Number, unit: str | None, end: int) -> Amount:
    """The amount of a number, up to token `end` (exclusive)."""
    return Amount(number.first, end, quantity_of(kind, number, unit))
