"""Knows what keeps two strands from being about one thing."""

from desktop.core.claims import CONTRACT, PAYMENT, Claim, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity, is_fraction
from desktop.core.topics.facts import Strand, payment_key

_COUNTING = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO})
_OWNED = frozenset({Kind.MONEY, Kind.PERCENT})
_OF_WHAT_IS_NOT = frozenset({Kind.DURATION, Kind.DATE})
"""Kinds that say how long or since when something is not: "may not be raised for a year" is "frozen for a year"."""


def vetoed(one: Strand, other: Strand, lexicon: Lexicon) -> bool:
    """Whether two strands cannot be about one thing, whatever their values. A missing feature never vetoes."""
    a, b = one.claim, other.claim
    left, right = a.figure.quantity, b.figure.quantity
    if not are_commensurable(left, right, lexicon):
        return True
    if left.kind is Kind.AGE and a.subject and b.subject and not same_name(a.subject, b.subject):
        return True
    if a.negated != b.negated and left.kind not in _OF_WHAT_IS_NOT:
        return True
    if _are_two_fates(a, b, lexicon):
        return True
    if payment_key(a) and payment_key(b) and payment_key(a) != payment_key(b):
        return True
    once = left.kind is Kind.DURATION or (
        left.kind is Kind.MONEY and left.low == right.low and not (is_owned(a, lexicon) or is_owned(b, lexicon))
    )
    if are_of_other_times(a, b) and not once:
        return True
    return bool(left.per and right.per and left.per != right.per and not _convertible(left.per, right.per, lexicon))


def are_commensurable(left: Quantity, right: Quantity, lexicon: Lexicon) -> bool:
    """Whether two amounts are of one sort, so that one can be held against the other at all."""
    return _of_one_kind(left, right) and _commensurable(left, right, lexicon)


def are_of_other_times(a: Claim, b: Claim) -> bool:
    """Whether two claims are known to be of two years, quarters or months."""
    if not a.as_of or not b.as_of:
        return False
    return not (a.as_of.startswith(b.as_of) or b.as_of.startswith(a.as_of))


def _of_one_kind(left: Quantity, right: Quantity) -> bool:
    return left.kind is right.kind or (
        Kind.PERCENT in (left.kind, right.kind) and (is_fraction(left) or is_fraction(right))
    )


def is_owned(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether an amount is somebody's: revenue is, the value of what was stolen is not."""
    if claim.attribute is None:
        return claim.figure.quantity.kind in _OWNED
    return lexicon.attributes[claim.attribute].owned


def attributes_differ(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    """Whether two claims are known to be of two attributes, or of changes of two things."""
    of, its = a.of or "", b.of or ""
    magnitude = a.figure.quantity.kind is Kind.MAGNITUDE
    if a.attribute == b.attribute and of != its and (magnitude or (of and its)):
        return True
    if not a.attribute or not b.attribute:
        return False
    if {a.attribute, b.attribute} & {PAYMENT, CONTRACT} and not (payment_key(a) and payment_key(b)):
        return False  # what is paid may be a price, a fine or a ransom
    left, right = lexicon.attributes[a.attribute], lexicon.attributes[b.attribute]
    if left.generic or right.generic or left.family == right.family:
        return False
    # what something costs may be a fine or a fee, but is no revenue
    return not (left.broad and not right.owned) and not (right.broad and not left.owned)


def _are_two_fates(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    """Whether two claims are surely of things that are never one: the dead and the hurt, revenue and a valuation."""
    if not (a.firm and b.firm and a.attribute and b.attribute and attributes_differ(a, b, lexicon)):
        return False
    left, right = lexicon.attributes[a.attribute], lexicon.attributes[b.attribute]
    return (left.person and right.person) or (a.figure.quantity.kind is Kind.MONEY and (left.owned or right.owned))


def _commensurable(left: Quantity, right: Quantity, lexicon: Lexicon) -> bool:
    if left.kind is not right.kind:
        return "%" in (left.unit, right.unit)
    if left.kind is Kind.PERCENT and left.unit != right.unit:
        return {left.unit, right.unit} == {"bp", "pp"}
    if left.kind in (*_COUNTING, Kind.MONEY, Kind.DATE, Kind.TIME, Kind.MAGNITUDE, Kind.AGE, Kind.DURATION):
        return True
    one, other = lexicon.unit_by_symbol.get(left.unit or ""), lexicon.unit_by_symbol.get(right.unit or "")
    return left.unit == right.unit or (one is not None and other is not None and one.base == other.base)


def _convertible(one: str, other: str, lexicon: Lexicon) -> bool:
    return lexicon.is_time(one) and lexicon.is_time(other)
