"""Knows what keeps two strands from being about one thing, and what only makes it unlikely."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.core.claims import CONTRACT, PAYMENT, Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity, is_fraction
from desktop.core.topics.facts import Strand, payment_key
from desktop.core.topics.features import ANYBODY, noun_class

_COUNTING = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO})
_OWNED = frozenset({Kind.MONEY, Kind.PERCENT})
_TELLING = {
    Mark.EARLIER: 0.5,
    Mark.EXTRA: 0.5,
    Mark.JOINT: 0.5,
    Mark.TOTAL: 0.5,
    Mark.PART: 1.0,
    Mark.INSTANCE: 1.0,
    Mark.DEMANDED: 3.0,
}
"""Marks that set claims apart. What was earlier for one may be recent for the other."""

DOUBT = 1.0
"""What each doubt takes from the points of two equal amounts."""


def vetoed(one: Strand, other: Strand, lexicon: Lexicon) -> bool:
    """Whether two strands cannot be about one thing, whatever their values. A missing feature never vetoes."""
    a, b = one.claim, other.claim
    left, right = a.figure.quantity, b.figure.quantity
    if not _of_one_kind(left, right) or not _commensurable(left, right, lexicon):
        return True
    if left.kind is Kind.AGE and a.subject and b.subject and not same_name(a.subject, b.subject):
        return True
    if a.negated != b.negated and left.kind not in (
        Kind.DURATION,
        Kind.DATE,
    ):  # "may not be raised for a year": frozen for it
        return True
    if _are_two_fates(a, b, lexicon):
        return True
    if payment_key(a) and payment_key(b) and payment_key(a) != payment_key(b):
        return True
    once = left.kind is Kind.DURATION or (
        left.kind is Kind.MONEY and left.low == right.low and not (is_owned(a, lexicon) or is_owned(b, lexicon))
    )
    if _are_of_other_times(a, b) and not once:
        return True
    return bool(left.per and right.per and left.per != right.per and not _convertible(left.per, right.per, lexicon))


def _are_of_other_times(a: Claim, b: Claim) -> bool:
    if not a.as_of or not b.as_of:
        return False
    return not (a.as_of.startswith(b.as_of) or b.as_of.startswith(a.as_of))


def _of_one_kind(left: Quantity, right: Quantity) -> bool:
    return left.kind is right.kind or (
        Kind.PERCENT in (left.kind, right.kind) and (is_fraction(left) or is_fraction(right))
    )


def doubts(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    """How much the known differences speak against it. Any rules out a conflict, and an agreement of round values."""
    a, b = one.claim, other.claim
    left, right = a.figure.quantity, b.figure.quantity
    people = a.attribute is not None and a.attribute == b.attribute and lexicon.attributes[a.attribute].person
    marks = a.marks ^ b.marks
    if left.kind is Kind.DATE:
        marks -= {Mark.EARLIER}  # a date says itself how early it is
    found = sum([worth for mark, worth in _TELLING.items() if mark in marks]) if marks else 0.0
    if Mark.PART in marks and people and _is_the_place_told(one, other):
        found -= _TELLING[Mark.PART]  # "22 of the dead were in Arlen", "in Arlen, where 31 bodies were found"
    if Mark.PART in marks and not people and a.noun and b.noun and not _nouns_differ(a.noun, b.noun, lexicon):
        found -= _TELLING[Mark.PART]  # "nine of the cars" are nine cars
    if Mark.TOTAL in marks and (left.per is None) != (right.per is None):
        found -= _TELLING[Mark.TOTAL]  # one is a rate: comparing them will tell
    one_person = a.subject and b.subject and same_name(a.subject, b.subject)
    strangers = one.near_names and other.near_names and not one.near_names & other.near_names
    if left.kind is Kind.AGE and strangers and not one_person:
        # everybody has an age of his own; whose it is may be told elsewhere
        found += _ANOTHER_MATTER if a.subject and b.subject else 0.75
    if marks and _periods_differ(a, b):
        found += _ANOTHER_MATTER
    # growth of 4 % and a decline of 4 % are of one change
    opposite = left.low == right.low and a.firm and b.firm and lexicon.are_opposite(a.attribute, b.attribute)
    if not opposite and _attributes_differ(a, b, lexicon):
        money = left.kind is Kind.MONEY
        found += (_ANOTHER_SUM if money else _ANOTHER_MATTER) if a.firm and b.firm else 1.0
    if people and (a.noun in lexicon.stance["subgroups"]) != (b.noun in lexicon.stance["subgroups"]):
        found += 0.5  # the children among the dead
    if left.kind is Kind.COUNT and not people and _nouns_differ(a.noun, b.noun, lexicon):
        surely_one = a.attribute is not None and a.attribute == b.attribute and a.firm and b.firm
        found += 0.5 if surely_one else _apart(a.noun, b.noun, lexicon)
    found += _subjects_differ(one, other) and is_owned(a, lexicon) and is_owned(b, lexicon)
    if (left.kind is Kind.COUNT or not (a.of or b.of)) and _are_elsewhere(one.places, other.places, lexicon):
        found += _ELSEWHERE
    if left.kind is Kind.COUNT and (left.per is None) != (right.per is None):
        found += 1.0  # "30 a day" and just "30"
    if _are_of_other_times(a, b):
        found += 1.0  # the price that was paid in 2021 here and in 2022 there is one price
    quality, their = _quality(one.near, lexicon), _quality(other.near, lexicon)
    if quality != their:
        if quality.is_apart != their.is_apart:
            found += _ANOTHER_MATTER  # "a separate recall"
        if quality.ranks and their.ranks and quality.ranks.isdisjoint(their.ranks):
            found += _ANOTHER_MATTER
    if _apiece(left, lexicon) != _apiece(right, lexicon):
        found += 0.5 if left.low == right.low else _ANOTHER_MATTER
    return found


class _Quality(NamedTuple):
    """What the words beside an amount say of it: whether it is of something else than the rest of the article, and
    whether it is the least, the most or the mean of several."""

    is_apart: bool
    ranks: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _quality(near: frozenset[str], lexicon: Lexicon) -> _Quality:
    ranks = frozenset(rank for rank in _RANKS if not near.isdisjoint(lexicon.stance[rank]))
    return _Quality(not near.isdisjoint(lexicon.stance["apart"]), ranks)


_RANKS = ("least", "most", "mean")


def _are_elsewhere(one: Sequence[str], other: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether two counts are of different places; "three American soldiers" may well be "three soldiers in Baquba"."""
    if not one or not other or any(same_name(x, y) for x in one for y in other):
        return False
    return all(x in lexicon.lands for x in one) == all(x in lexicon.lands for x in other)


def _is_the_place_told(one: Strand, other: Strand) -> bool:
    """Whether the place that narrows one of two counts is named beside the other."""
    return any(
        same_name(place, name)
        for strand, beside in ((one, other), (other, one))
        for place in strand.places
        for name in (*beside.places, *beside.near_names)
    )


_ANOTHER_MATTER, _ANOTHER_SUM = 1.25, 1.75
_ELSEWHERE = 1.5
"""How much it speaks against two counts that they are of different places."""


def is_owned(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether an amount is somebody's: revenue is, the value of what was stolen is not."""
    if claim.attribute is None:
        return claim.figure.quantity.kind in _OWNED
    return lexicon.attributes[claim.attribute].owned


def _apiece(quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether an amount is for each of something: "$45 a share"."""
    return quantity.per is not None and not lexicon.is_time(quantity.per)


def _attributes_differ(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    if a.attribute == b.attribute and a.of == b.of:
        return False
    if (
        a.attribute == b.attribute
        and (a.of or "") != (b.of or "")
        and (a.figure.quantity.kind is Kind.MAGNITUDE or (a.of and b.of))
    ):
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
    if not (a.firm and b.firm and a.attribute and b.attribute and _attributes_differ(a, b, lexicon)):
        return False
    left, right = lexicon.attributes[a.attribute], lexicon.attributes[b.attribute]
    return (left.person and right.person) or (a.figure.quantity.kind is Kind.MONEY and (left.owned or right.owned))


def _periods_differ(a: Claim, b: Claim) -> bool:
    periods = {Mark.QUARTER, Mark.WHOLE_YEAR}
    one, other = a.marks & periods, b.marks & periods
    return len(one) == 1 and len(other) == 1 and one != other


def _subjects_differ(one: Strand, other: Strand) -> bool:
    """Whether both subjects are known, differ, and neither stands in the other's sentence."""
    a, b = one.claim.subject, other.claim.subject
    if not a or not b or same_name(a, b):
        return False
    return not any(same_name(a, name) for name in other.names) and not any(same_name(b, name) for name in one.names)


def _commensurable(left: Quantity, right: Quantity, lexicon: Lexicon) -> bool:
    if left.kind is not right.kind:
        return "%" in (left.unit, right.unit)
    if left.kind is Kind.PERCENT and left.unit != right.unit:
        return {left.unit, right.unit} == {"bp", "pp"}
    if left.kind in (*_COUNTING, Kind.MONEY, Kind.DATE, Kind.TIME, Kind.MAGNITUDE, Kind.AGE, Kind.DURATION):
        return True
    one, other = lexicon.unit_by_symbol.get(left.unit or ""), lexicon.unit_by_symbol.get(right.unit or "")
    return left.unit == right.unit or (one is not None and other is not None and one.base == other.base)


def _nouns_differ(one: str | None, other: str | None, lexicon: Lexicon) -> bool:
    if one is None or other is None or one == other:
        return False
    left, right = noun_class(one, lexicon), noun_class(other, lexicon)
    if left == right or one in lexicon.counted_alike.get(other, ()):
        return False
    if one in lexicon.stance["anything"] or other in lexicon.stance["anything"]:
        return False
    if left == ANYBODY or right == ANYBODY:
        return not (lexicon.counts_people(one) and lexicon.counts_people(other))
    return True


def _apart(one: str | None, other: str | None, lexicon: Lexicon) -> float:
    """How far two counted nouns lie apart: people of two sorts may be the same people, people are no blankets."""
    people = [noun is not None and lexicon.counts_people(noun) for noun in (one, other)]
    return 0.5 if all(people) else _ANOTHER_MATTER if any(people) else 1.0


def _convertible(one: str, other: str, lexicon: Lexicon) -> bool:
    return lexicon.is_time(one) and lexicon.is_time(other)
