"""Knows how a slip is undone: what a claim would say without it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from desktop.core.agreement import Diagnosis
from desktop.core.claims import Claim, Mark
from desktop.core.quantities import Kind, Quantity

_PERIODS = ("month", "year", "week", "day", "quarter")
_TENS = (Decimal(10), Decimal("0.1"), Decimal(100), Decimal("0.01"))
_THOUSANDS = (Decimal(1000), Decimal("0.001"), Decimal(10**6), Decimal("0.000001"))
_LOST = (Decimal(10**9), Decimal(10**6), Decimal(1000), Decimal(10**12))
_BARE = 1000
"""An amount of money below this may have lost its scale word."""


class Repair(NamedTuple):
    """A claim without its slips."""

    slips: tuple[Diagnosis, ...]
    claim: Claim


def repairs(claim: Claim, other: Claim, slips: tuple[Diagnosis, ...]) -> Iterator[Repair]:
    """What a claim may have been before one slip or several; other: the claim that it is at odds with."""
    mended = [claim]
    for slip in slips:
        mended = [again for known in mended for again in _claims(known, other, known.figure.quantity, slip)]
    for repaired in mended:
        yield Repair(slips, repaired)


def _claims(claim: Claim, other: Claim, quantity: Quantity, slip: Diagnosis) -> Iterator[Claim]:
    theirs = other.figure.quantity
    match slip:
        case Diagnosis.PERIOD if quantity.per is not None:
            for per in _PERIODS:
                if per != quantity.per:
                    yield _with(claim, replace(quantity, per=per))
        case Diagnosis.SCALE_X10:
            yield from (_with(claim, scaled(quantity, factor)) for factor in _TENS)
        case Diagnosis.SCALE_X1000:
            yield from (_with(claim, scaled(quantity, factor)) for factor in _THOUSANDS)
        case Diagnosis.SCALE_MISSING if quantity.kind is Kind.MONEY and 0 < (quantity.value or 0) < _BARE:
            yield from (_with(claim, scaled(quantity, factor)) for factor in _LOST)
        case Diagnosis.DIRECTION if claim.payer and claim.payee:
            yield replace(claim, payer=claim.payee, payee=claim.payer, parties_stated=True)
        case Diagnosis.TOTAL_VS_RATE if Mark.TOTAL in claim.marks and theirs.per is not None:
            yield replace(_with(claim, replace(quantity, per=theirs.per)), marks=claim.marks - {Mark.TOTAL})
        case Diagnosis.TOTAL_VS_RATE if Mark.TOTAL in other.marks and quantity.per is not None:
            yield replace(_with(claim, replace(quantity, per=None)), marks=claim.marks | {Mark.TOTAL})
        case Diagnosis.UNIT | Diagnosis.CURRENCY if theirs.unit != quantity.unit and theirs.kind is quantity.kind:
            yield _with(claim, replace(quantity, unit=theirs.unit))
        case Diagnosis.VALUE if (theirs.kind, theirs.unit) == (quantity.kind, quantity.unit):
            yield _with(claim, replace(quantity, low=theirs.low, high=theirs.high, step=theirs.step))
        case _:
            return


def scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    """An amount times a factor, its last digit too."""
    return replace(
        quantity,
        low=None if quantity.low is None else _times(quantity.low, factor),
        high=None if quantity.high is None else _times(quantity.high, factor),
        step=None if quantity.step is None else _times(quantity.step, factor),
    )


def _times(value: Decimal, factor: Decimal) -> Decimal:
    product = (value * factor).normalize()
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product


def _with(claim: Claim, quantity: Quantity) -> Claim:
    return replace(claim, figure=replace(claim.figure, quantity=quantity))
