"""Decides what two claims about one topic are to each other, and why."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from desktop.core.agreement.calendar import compare_dates
from desktop.core.agreement.rates import Rates
from desktop.core.agreement.slips import as_decimal, lost_scale, mistaken_unit, near, slips
from desktop.core.agreement.status import Basis, Diagnosis, Pair, Status
from desktop.core.agreement.terms import Bounds, Common, common_terms
from desktop.core.claims import Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import ONE_SIDED, Exactness, Kind, Quantity
from desktop.core.topics import Topic

_EXCHANGED = frozenset({Basis.EXCHANGE, Basis.YEARLY_RATE})
_YEARLY_BAND, _EQUAL, _ONE_NUMBER = 0.15, 1e-9, 0.05
_ONE_SUM = Decimal(2)
"""A total that is no more than so many times another amount may be that amount."""


def compare(a: Claim, b: Claim, topic: Topic, lexicon: Lexicon, rates: Rates, *, later: bool = False) -> Pair | None:
    """What two claims are to each other, None where their quantities cannot be brought together.

    later: whether one of the articles appeared on a later day, so that a count may have grown.
    """
    if a.figure.quantity.kind in (Kind.DATE, Kind.TIME):
        return compare_dates(a, b, topic)
    measured = _measured(a.figure.quantity, b.figure.quantity, lexicon, rates)
    if measured is None:
        return None
    common, status = measured.common, measured.status
    reversed_parties = _reversed(a, b)
    total = (Mark.TOTAL in a.marks) != (Mark.TOTAL in b.marks)
    diagnoses: list[Diagnosis] = []
    rated = bool(a.figure.quantity.per or b.figure.quantity.per)
    if total and status is Status.CONFLICT and (rated or measured.ratio is None or measured.ratio > _ONE_SUM):
        return None  # a total says nothing against a rate of another amount, nor against an amount without a period
    if total and rated:
        status = Status.CONFLICT
        diagnoses.append(Diagnosis.TOTAL_VS_RATE)
    elif status is Status.CONFLICT:
        diagnoses.extend(_diagnose(a, b, common, lexicon, later=later))
    opposite = a.firm and b.firm and lexicon.are_opposite(a.attribute, b.attribute)
    if reversed_parties or (opposite and status is not Status.CONFLICT):
        status = Status.CONFLICT
        diagnoses.append(Diagnosis.DIRECTION)
    # a total and a rate have no common terms, so there is nothing to divide for a ratio
    return Pair(
        a=a,
        b=b,
        topic=topic,
        status=status,
        basis=measured.basis,
        diagnoses=tuple(diagnoses),
        ratio=None if total and rated else measured.ratio,
        common_a=measured.a,
        common_b=measured.b,
        common_unit=common.unit,
        common_per=common.per,
        rate_year=rates.year if common.conversion is Basis.YEARLY_RATE else None,
    )


def fit(a: Claim, b: Claim, lexicon: Lexicon, rates: Rates) -> bool:
    """Whether the quantities of two claims can both be true, whoever pays: `compare` without the reasons."""
    if a.figure.quantity.kind in (Kind.DATE, Kind.TIME):
        pair = compare_dates(a, b, Topic(a.figure.quantity.kind))
        return pair is not None and pair.status is not Status.CONFLICT
    measured = _measured(a.figure.quantity, b.figure.quantity, lexicon, rates)
    return measured is not None and measured.status is not Status.CONFLICT


class _Measured(NamedTuple):
    """Two quantities in common terms and what they are to each other. a, b: the middle of what each can mean."""

    common: Common
    status: Status
    basis: Basis
    ratio: Decimal | None
    a: Decimal | None
    b: Decimal | None


@lru_cache(maxsize=8192)
def _measured(a: Quantity, b: Quantity, lexicon: Lexicon, rates: Rates) -> _Measured | None:
    """Two quantities beside each other, None where they cannot be brought together: once for all that state them."""
    common = common_terms(a, b, lexicon, rates)
    if common is None:
        return None
    status, basis = _status(a, b, common)
    ratio, left, right = _ratio(common), _middle(common.a), _middle(common.b)
    return _Measured(
        common,
        status,
        basis,
        None if ratio is None else as_decimal(ratio),
        None if left is None else as_decimal(left),
        None if right is None else as_decimal(right),
    )


def _status(left_quantity: Quantity, right_quantity: Quantity, common: Common) -> tuple[Status, Basis]:
    left, right = common.a, common.b
    if left.point is not None and right.point is not None and near(left.point, right.point, _EQUAL):
        if {left_quantity.exactness, right_quantity.exactness} == {Exactness.OVER, Exactness.UNDER}:
            return Status.CONFLICT, common.conversion  # "more than 12,000" and "fewer than 12,000"
        one_sided = left_quantity.exactness in ONE_SIDED or right_quantity.exactness in ONE_SIDED
        if one_sided and left_quantity.exactness is not right_quantity.exactness:
            return Status.APPROX, Basis.RANGE
        if common.conversion is not Basis.SAME:
            return Status.EQUIVALENT, common.conversion
        return (
            (Status.AGREE, Basis.SAME)
            if _same_terms(left_quantity, right_quantity)
            else (Status.EQUIVALENT, Basis.FORM)
        )
    if left.point is None and right.point is None and (left.low, left.high) == (right.low, right.high):
        return (Status.AGREE, Basis.SAME) if common.conversion is Basis.SAME else (Status.EQUIVALENT, common.conversion)
    one_number = left_quantity.value is not None and left_quantity.value == right_quantity.value
    if one_number and left_quantity.unit != right_quantity.unit and _are_told_apart(left, right, common, left_quantity):
        return Status.CONFLICT, common.conversion  # "six miles" and "six nautical miles", "$150m" and "€150m"
    if common.conversion is Basis.YEARLY_RATE:
        # the rate of the day may lie well off the average of its year
        within = left.point is not None and right.point is not None and near(left.point, right.point, _YEARLY_BAND)
        return (Status.EQUIVALENT if within else Status.CONFLICT), Basis.YEARLY_RATE
    # 10 miles and 16 km are one distance: converting rounds, and each is rounded for itself
    converted = common.conversion is Basis.UNIT and left_quantity.kind is right_quantity.kind
    if _rounded(left, right, apart=converted):
        return (Status.EQUIVALENT, Basis.UNIT) if converted else (Status.APPROX, Basis.ROUNDING)
    if _meet(left, right):
        hedged = not {left_quantity.exactness, right_quantity.exactness} - {Exactness.EXACT, Exactness.ABOUT}
        hedged = hedged and left.point is not None and right.point is not None
        return Status.APPROX, Basis.HEDGE if hedged else Basis.RANGE
    return Status.CONFLICT, common.conversion


def _are_told_apart(left: Bounds, right: Bounds, common: Common, quantity: Quantity) -> bool:
    """Whether the units of one number differ by more than a number is rounded by: of money, a twentieth."""
    if common.conversion not in (Basis.UNIT, Basis.YEARLY_RATE) or quantity.kind is Kind.DURATION:
        return False
    return left.point is not None and right.point is not None and not near(left.point, right.point, _ONE_NUMBER)


def _same_terms(left: Quantity, right: Quantity) -> bool:
    return left.per == right.per or left.per is None or right.per is None


def _rounded(left: Bounds, right: Bounds, *, apart: bool) -> bool:
    if left.point is None or right.point is None:
        return False
    slack = left.slack + right.slack if apart else max(left.slack, right.slack)
    return abs(left.point - right.point) <= slack


def _meet(left: Bounds, right: Bounds) -> bool:
    return (left.high is None or right.low <= left.high) and (right.high is None or left.low <= right.high)


def _middle(bounds: Bounds) -> Fraction | None:
    if bounds.point is not None:
        return bounds.point
    return None if bounds.high is None else (bounds.low + bounds.high) / 2


def _ratio(common: Common) -> Fraction | None:
    """The greater over the smaller; for ranges and vague sizes the nearest bounds."""
    left, right = common.a, common.b
    if left.point is not None and right.point is not None:
        one, other = left.point, right.point
    elif _meet(left, right):
        return Fraction(1)
    elif left.high is not None and left.high < right.low:
        one, other = left.high, right.low
    else:
        one, other = left.low, right.high if right.high is not None else right.low
    low, high = sorted((one, other))
    return high / low if low > 0 else None


def _reversed(a: Claim, b: Claim) -> bool:
    if not (a.payer and a.payee and b.payer and b.payee and a.parties_stated and b.parties_stated):
        return False  # what was only supposed from the rest of the article contradicts nobody
    return same_name(a.payer, b.payee) and same_name(a.payee, b.payer)


def _diagnose(a: Claim, b: Claim, common: Common, lexicon: Lexicon, *, later: bool) -> list[Diagnosis]:
    """The likeliest causes of a conflict, most likely first."""
    left, right = a.figure.quantity, b.figure.quantity
    ratio = _ratio(common)
    found: list[Diagnosis] = []
    one, other = common.a.point, common.b.point
    if one is not None and other is not None:
        for bare, short, full in ((left, one, other), (right, other, one)):
            scale = lost_scale(bare, short, full)
            if scale is not None:
                found.append(Diagnosis.SCALE_MISSING)
                low, high = sorted((short * scale, full))
                ratio = high / low
                break
        if found and ratio is not None and near(ratio, Fraction(1)):
            return found
    if ratio is None:
        return found or [Diagnosis.VALUE]
    rate = bool(left.per or right.per) and a.attribute == b.attribute
    if common.conversion in _EXCHANGED and left.value is not None and left.value == right.value:
        return [*found, Diagnosis.CURRENCY]  # one number under two signs
    if left.per and right.per and left.per != right.per and left.value is not None and left.value == right.value:
        return [*found, Diagnosis.PERIOD]
    if mistaken_unit(ratio, left, right, lexicon):
        return [*found, Diagnosis.UNIT]
    revised = all(claim.attribute and lexicon.attributes[claim.attribute].revised for claim in (a, b))
    if revised and (later or a.revision or b.revision):
        return [*found, Diagnosis.UPDATE]
    telling = left.kind is Kind.MONEY or (left.value or 0) >= 100 or (right.value or 0) >= 100
    found.extend(slips(ratio, rate=rate) if telling else ())
    if not found and common.conversion in _EXCHANGED:
        found.append(Diagnosis.CURRENCY)
    return found or [Diagnosis.VALUE]
