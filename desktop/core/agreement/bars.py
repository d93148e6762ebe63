"""Knows how much evidence an agreement takes, and how much a conflict."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import inf

from desktop.core.agreement.order import is_vague
from desktop.core.agreement.slips import slips
from desktop.core.agreement.status import Basis, Diagnosis, Pair, Status
from desktop.core.claims import Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.topics import (
    CONFLICT_EVIDENCE,
    SLIGHT_DOUBTS,
    Company,
    Evidence,
    bears_a_conflict,
    is_owned,
    is_telling,
    payment_key,
    telling_points,
    value_points,
)

_CLOSE = Decimal("1.06")
_OF_A_NEIGHBOUR, _OF_A_RANGE, _OF_A_CONVERSION = 0.7, 0.4, 0.6
"""What a value that lies close, that a range holds, or that fits once converted is worth of an equal one."""
_WITHIN_A_BAND = 0.5
"""What it is worth that two amounts fit at the average rate of a year: within 15 % lies much."""

_NEAR, _FAR, _VERY_FAR = Decimal("1.03"), 3, 10
"""Ratios of two amounts."""
_MOST_DOUBTS, _SOME, _OF_A_PERSON = 1.0, 1.5, 1.0
_FRAMED, _MUCH, _PLENTY, _MOST = 1.5, 3.5, 5.0, 6.0
"""Points of evidence."""
_OF_ONE_ATTRIBUTE, _OF_OTHERS, _OF_OTHER_MATTERS, _OF_A_PAYMENT = 0.5, 0.5, 1.5, 1.5
"""What is taken from the evidence for a conflict."""
_MONTH = len("2026-08")


def worth(pair: Pair) -> float:
    """What the values of a fitting pair add to the evidence: less where they only lie close."""
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    points = value_points(one, other)
    if pair.basis is Basis.YEARLY_RATE:
        return _WITHIN_A_BAND
    if pair.status is Status.EQUIVALENT and one.unit != other.unit:
        # "126 days" and "four months": that just these fit is more of a chance than the rounder of the two shows
        return max(points, _OF_A_CONVERSION * max(telling_points(one), telling_points(other)))
    if pair.status is not Status.APPROX or pair.common_a == pair.common_b:
        return points
    if pair.ratio is not None and pair.ratio <= _CLOSE:
        # "more than 500" beside 512: the sharper of the two says how much of a chance that would be
        return _OF_A_NEIGHBOUR * max(telling_points(one), telling_points(other))
    return points * _OF_A_RANGE


def may_fit(found: Evidence, pair: Pair) -> bool:
    """Whether known differences leave room for an agreement: where the values are telling, or much else is shared."""
    if pair.status is Status.APPROX and pair.ratio is not None and pair.ratio > _FAR and not is_vague(pair):
        return False  # "over $41.50" holds $210 million, and says nothing of it
    if pair.a.figure.quantity.kind is Kind.AGE and found.points < _OF_A_PERSON:
        return False  # of many people some are of one age
    if not found.doubts:
        return True
    equal = pair.status is not Status.APPROX or pair.common_a == pair.common_b
    near = pair.ratio is not None and pair.ratio <= _NEAR
    if found.doubts > _MOST_DOUBTS:
        return (equal or near) and found.doubts <= 2 * _MOST_DOUBTS and found.points >= _SOME and worth(pair) >= 2
    if found.doubts < 1 and found.points >= _SOME:
        return True
    return (equal and is_telling(pair.a.figure.quantity, pair.b.figure.quantity)) or (near and worth(pair) >= 2)


def may_be_told(found: Evidence, fitting: Sequence[Pair]) -> bool:
    """Whether what fits says anything: a vague size holds nearly every amount, so it takes more evidence."""
    vague = [pair for pair in fitting if pair.status is Status.APPROX and is_vague(pair)]
    return len(vague) < len(fitting) or not fitting or (found.points >= CONFLICT_EVIDENCE and found.families >= 2)


def _too_far(pair: Pair) -> float:
    """What it takes from the evidence that two amounts lie far apart, and no slip or later count explains it."""
    if pair.ratio is None or pair.ratio <= _FAR:
        return 0.0
    if Diagnosis.UPDATE in pair.diagnoses and pair.ratio <= _VERY_FAR:
        return 0.0
    if slips(Fraction(pair.ratio), rate=bool(pair.common_per)):
        return 0.0
    return 1.0 if pair.ratio <= _VERY_FAR else 4.0


def _is_pointed_at(claim: Claim) -> bool:
    """Whether a day is told without a number: "Friday", "yesterday"."""
    iso = claim.figure.quantity.iso or ""
    return len(iso) > _MONTH and not any(map(str.isdigit, claim.figure.quote))


def _is_month(claim: Claim) -> bool:
    """Whether a date is no more than a month: "in August", which may be of anything."""
    iso = claim.figure.quantity.iso or ""
    return len(iso) == _MONTH or (iso.startswith("--") and len(iso) == len("--08"))


def may_differ(found: Evidence, pair: Pair, lexicon: Lexicon, company: Company) -> bool:
    """Whether the evidence bears a conflict: two families, and more of it where the amounts lie far apart."""
    if found.doubts > SLIGHT_DOUBTS or is_vague(pair) or _is_of_others(pair, lexicon):
        return False
    points = found.points - _too_far(pair)
    if (pair.a.attribute is None) != (pair.b.attribute is None):
        # of one it is known what it is about, of the other not: "create 1,800 jobs", "cut 250 jobs"
        points -= _OF_ONE_ATTRIBUTE
    dated = pair.a.figure.quantity.kind is Kind.DATE
    if any(claim.attribute and lexicon.attributes[claim.attribute].fleeting for claim in (pair.a, pair.b)) and (
        points < _MUCH or not dated
    ):
        return False  # what a share costs is another amount every day, and "since 1983" may be of anything
    if dated and not _may_be_two_dates(found, pair, points):
        return False
    counted = pair.a.figure.quantity.kind is Kind.COUNT and pair.a.attribute and pair.b.attribute
    if counted and pair.a.attribute != pair.b.attribute:
        points -= _OF_OTHER_MATTERS  # houses destroyed, houses damaged
    if pair.a.near_names and pair.b.near_names and not pair.a.near_names & pair.b.near_names:
        points -= _OF_OTHERS  # somebody else is named beside each
    if (payment_key(pair.a) is None) != (payment_key(pair.b) is None):
        points -= _OF_A_PAYMENT  # who pays whom is told of one of them only
    if not dated and _may_be_two_events(pair, points):
        return False
    if (pair.a.as_of is None) != (pair.b.as_of is None) and points < _enough_of_two_times(pair, company):
        return False
    return bears_a_conflict(found, points, company.bar)


def _may_be_two_events(pair: Pair, points: float) -> bool:
    """Whether two amounts of earlier times may be of two: nobody knows, unless much else is shared."""
    earlier = [Mark.EARLIER in claim.marks for claim in (pair.a, pair.b)]
    if not any(earlier) or pair.a.as_of or pair.b.as_of:
        return False
    return points < _PLENTY or not all(earlier)


def _enough_of_two_times(pair: Pair, company: Company) -> float:
    """How many points it takes where one amount is dated: "last year" may be the latest there is, 2023 is a year."""
    if Mark.EARLIER in pair.a.marks | pair.b.marks:
        return _PLENTY
    return inf if company.is_brief else _MOST


def _is_of_others(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether two amounts cannot contradict each other: one is told converted, is denied, or is somebody else's."""
    both = (pair.a, pair.b)
    if Mark.CONVERTED in pair.a.marks | pair.b.marks or pair.a.negated or pair.b.negated:
        return True
    owned = any(is_owned(claim, lexicon) for claim in both) and pair.a.subject and pair.b.subject
    return bool(owned) and not same_name(pair.a.subject, pair.b.subject)


def _may_be_two_dates(found: Evidence, pair: Pair, points: float) -> bool:
    """Whether two dates may be those of one thing; not "Friday" beside a date in full, nor two dates that little is
    said of."""
    both = (pair.a, pair.b)
    is_open = Mark.OPEN in pair.a.marks | pair.b.marks
    known = None not in (pair.a.attribute, pair.b.attribute) or (found.framed >= _FRAMED and not is_open)
    loose = points < _MUCH or is_open or any(map(_is_month, both))
    return not any(map(_is_pointed_at, both)) and (known or not loose)
