"""Knows what makes it unlikely that two strands are about one thing."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.core.claims import Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.topics.facts import Strand
from desktop.core.topics.features import ANYBODY, noun_class
from desktop.core.topics.vetoes import are_of_other_times, attributes_differ, is_owned

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

_SLIGHTLY, _PROBABLY, _SURELY = 0.5, 1.0, 1.25
_ANOTHER_SUM, _ELSEWHERE, _ANOTHER_PERSON = 1.75, 1.5, 0.75
"""How much it speaks against two strands that they seem to be of two matters. Above 1 no conflict is told, whatever
else they share."""


def doubts(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    """How much the known differences speak against two strands being about one thing."""
    return (
        _of_marks(one, other, lexicon)
        + _of_people(one, other, lexicon)
        + _of_attributes(one.claim, other.claim, lexicon)
        + _of_owners(one, other, lexicon)
        + _of_times_and_places(one, other, lexicon)
        + _of_words(one, other, lexicon)
    )


def _of_marks(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    """What it says that one is told as a total, a part, an earlier amount, and the other is not."""
    a, b = one.claim, other.claim
    left, right = a.figure.quantity, b.figure.quantity
    marks = a.marks ^ b.marks
    if left.kind is Kind.DATE:
        marks -= {Mark.EARLIER}  # a date says itself how early it is
    if not marks:
        return 0.0
    if Mark.PART in marks and _is_one_part(one, other, lexicon):
        marks -= {Mark.PART}
    if Mark.TOTAL in marks and (left.per is None) != (right.per is None):
        marks -= {Mark.TOTAL}  # one is a rate: comparing them will tell
    found = sum([worth for mark, worth in _TELLING.items() if mark in marks])
    return found + (_SURELY if _periods_differ(a, b) else 0.0)


def _is_one_part(one: Strand, other: Strand, lexicon: Lexicon) -> bool:
    """Whether a count told as a part may be the whole of the other text."""
    if _count_one_sort_of_people(one.claim, other.claim, lexicon):
        return _is_the_place_told(one, other)  # "22 of the dead were in Arlen", "in Arlen, where 31 bodies were found"
    a, b = one.claim.noun, other.claim.noun
    return bool(a and b) and not _nouns_differ(a, b, lexicon)  # "nine of the cars" are nine cars


def _count_one_sort_of_people(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    return a.attribute is not None and a.attribute == b.attribute and lexicon.attributes[a.attribute].person


def _of_people(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    """What it says that two ages stand beside two names, or that one counts the children among the dead."""
    a, b = one.claim, other.claim
    if a.figure.quantity.kind is Kind.AGE:
        one_person = a.subject and b.subject and same_name(a.subject, b.subject)
        strangers = one.near_names and other.near_names and not one.near_names & other.near_names
        if not strangers or one_person:
            return 0.0
        # everybody has an age of his own; whose it is may be told elsewhere
        return _SURELY if a.subject and b.subject else _ANOTHER_PERSON
    subgroups = lexicon.stance["subgroups"]
    among = _count_one_sort_of_people(a, b, lexicon) and (a.noun in subgroups) != (b.noun in subgroups)
    return _SLIGHTLY if among else 0.0


def _of_attributes(a: Claim, b: Claim, lexicon: Lexicon) -> float:
    """What it says that two amounts are of different attributes, or count different things."""
    firm = a.firm and b.firm
    kind, found = a.figure.quantity.kind, 0.0
    # growth of 4 % and a decline of 4 % are of one change
    one_change = a.figure.quantity.low == b.figure.quantity.low and lexicon.are_opposite(a.attribute, b.attribute)
    if not (firm and one_change) and attributes_differ(a, b, lexicon):
        found = (_ANOTHER_SUM if kind is Kind.MONEY else _SURELY) if firm else _PROBABLY
    if kind is not Kind.COUNT or _count_one_sort_of_people(a, b, lexicon) or not _nouns_differ(a.noun, b.noun, lexicon):
        return found
    surely_one = firm and a.attribute is not None and a.attribute == b.attribute
    return found + (_SLIGHTLY if surely_one else _apart(a.noun, b.noun, lexicon))


def _of_owners(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    owned = is_owned(one.claim, lexicon) and is_owned(other.claim, lexicon)
    return _PROBABLY if owned and _subjects_differ(one, other) else 0.0


def _of_times_and_places(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    a, b = one.claim, other.claim
    counts, found = a.figure.quantity.kind is Kind.COUNT, 0.0
    if (counts or not (a.of or b.of)) and _are_elsewhere(one.places, other.places, lexicon):
        found += _ELSEWHERE
    if counts and (a.figure.quantity.per is None) != (b.figure.quantity.per is None):
        found += _PROBABLY  # "30 a day" and just "30"
    if are_of_other_times(a, b):
        found += _PROBABLY  # the price that was paid in 2021 here and in 2022 there is one price
    return found


def _of_words(one: Strand, other: Strand, lexicon: Lexicon) -> float:
    """What the words beside two amounts say: "a separate recall", "at least", "on average", "a share"."""
    left, right = one.claim.figure.quantity, other.claim.figure.quantity
    quality, their = _quality(one.near, lexicon), _quality(other.near, lexicon)
    found = _SURELY if quality.is_apart != their.is_apart else 0.0
    if quality.ranks and their.ranks and quality.ranks.isdisjoint(their.ranks):
        found += _SURELY
    if _apiece(left, lexicon) != _apiece(right, lexicon):
        found += _SLIGHTLY if left.low == right.low else _SURELY
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


def _apiece(quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether an amount is for each of something: "$45 a share"."""
    return quantity.per is not None and not lexicon.is_time(quantity.per)


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
    return _SLIGHTLY if all(people) else _SURELY if any(people) else _PROBABLY
