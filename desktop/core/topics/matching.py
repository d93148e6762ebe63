"""Decides which strands of two articles speak of one thing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from desktop.core.claims import Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.topics.facts import Strand

AGREEING_SCORE, AGREEING_EVIDENCE = 3.5, 1.5
CONFLICT_EVIDENCE, CONFLICT_MARGIN = 4.0, 0.5
_COUNTING = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO})


class Evidence(NamedTuple):
    """How much speaks for two strands being about one thing: points, and from how many independent families."""

    points: float
    families: int


def vetoed(one: Strand, other: Strand, lexicon: Lexicon) -> bool:
    """Whether two strands cannot be about one thing. A missing feature never vetoes."""
    a, b = one.claim, other.claim
    left, right = a.figure.quantity, b.figure.quantity
    if left.kind is not right.kind or not _commensurable(left, right, lexicon):
        return True
    if a.negated != b.negated or _attributes_differ(a, b, lexicon) or _marks_differ(a, b):
        return True
    people = a.attribute is not None and a.attribute == b.attribute and lexicon.attributes[a.attribute].person
    if left.kind is Kind.COUNT and not people and _nouns_differ(left.unit, right.unit, lexicon):
        return True
    if left.kind in (Kind.MONEY, Kind.PERCENT) and _subjects_differ(one, other):
        return True
    if one.places and other.places and not any(same_name(x, y) for x in one.places for y in other.places):
        return True
    if a.as_of and b.as_of and not (a.as_of.startswith(b.as_of) or b.as_of.startswith(a.as_of)):
        return True
    return bool(left.per and right.per and left.per != right.per and not _convertible(left.per, right.per, lexicon))


def _attributes_differ(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    if (
        a.attribute == b.attribute
        and (a.of or "") != (b.of or "")
        and (a.figure.quantity.kind is Kind.MAGNITUDE or (a.of and b.of))
    ):
        return True
    if not a.attribute or not b.attribute:
        return False
    left, right = lexicon.attributes[a.attribute], lexicon.attributes[b.attribute]
    return left.family != right.family and not left.generic and not right.generic


def _marks_differ(a: Claim, b: Claim) -> bool:
    for mark in (Mark.EARLIER, Mark.TOTAL, Mark.PART, Mark.INSTANCE, Mark.DEMANDED, Mark.EXTRA):
        if (mark in a.marks) != (mark in b.marks):
            return True
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
    if left.kind is Kind.PERCENT and left.unit != right.unit:
        return False
    if left.kind in (*_COUNTING, Kind.MONEY, Kind.DATE, Kind.TIME, Kind.MAGNITUDE, Kind.AGE):
        return True
    one, other = lexicon.unit_by_symbol.get(left.unit or ""), lexicon.unit_by_symbol.get(right.unit or "")
    return left.unit == right.unit or (one is not None and other is not None and one.base == other.base)


def _nouns_differ(one: str | None, other: str | None, lexicon: Lexicon) -> bool:
    if one is None or other is None or one == other:
        return False
    return not (_is_person(one, lexicon) and _is_person(other, lexicon))


def _is_person(noun: str, lexicon: Lexicon) -> bool:
    return noun in lexicon.person_nouns


def _convertible(one: str, other: str, lexicon: Lexicon) -> bool:
    return (one in lexicon.period_months and other in lexicon.period_months) or (
        one in lexicon.period_days and other in lexicon.period_days
    )


class Company:
    """How many counterparts each strand of two articles has: those it shares an attribute, a noun or a place with.

    A feature that two strands share with nobody else in the other article is strong evidence: where each article tells
    one event and has one depth, the two depths are the same depth.
    """

    def __init__(self, compatible: Iterable[tuple[Strand, Strand]], lexicon: Lexicon) -> None:
        self._counts: Counter[tuple[Strand, object]] = Counter()
        for one, other in compatible:
            for feature in _shared_features(one, other, lexicon):
                self._counts[one, feature] += Mark.CONVERTED not in other.claim.marks
                self._counts[other, feature] += Mark.CONVERTED not in one.claim.marks

    def alone(self, one: Strand, other: Strand, feature: object) -> bool:
        """Whether each of the two has no counterpart but the other in this feature."""
        return self._counts[one, feature] <= 1 and self._counts[other, feature] <= 1


def _shared_features(one: Strand, other: Strand, lexicon: Lexicon) -> list[str]:
    a, b = one.claim, other.claim
    found = []
    attribute = lexicon.attributes[a.attribute] if a.attribute else None
    if (
        attribute
        and b.attribute
        and not attribute.generic
        and attribute.family == lexicon.attributes[b.attribute].family
    ):
        found.append("attribute")
    noun = a.figure.quantity.unit if a.figure.quantity.kind is Kind.COUNT else None
    if noun and noun == b.figure.quantity.unit and not _is_person(noun, lexicon):
        found.append("noun")
    if any(same_name(place, name) for place in one.places for name in other.places):
        found.append("place")
    return found


def evidence(one: Strand, other: Strand, lexicon: Lexicon, company: Company) -> Evidence:
    """What speaks for two strands being about one thing, their values left aside."""
    a, b = one.claim, other.claim
    points, families = 0.0, 0
    for feature in _shared_features(one, other, lexicon):
        points += _WORTH[feature]
        families += 1
        exclusive = feature != "attribute" or (a.attribute is not None and lexicon.attributes[a.attribute].exclusive)
        if exclusive and company.alone(one, other, feature):
            points += _WORTH_ALONE[feature]
            families += feature != "noun"
    if a.subject and b.subject and same_name(a.subject, b.subject):
        points += 1.5
        families += 1
    if a.of and a.of == b.of:
        points += 1.5
        families += 1
    if a.as_of and a.as_of == b.as_of:
        points += 0.5
    overlap = sum(lexicon.word_weights.get(word, 1.0) for word in one.words & other.words)
    families += overlap >= 2
    return Evidence(points + min(1.5, 0.35 * overlap), families)


_WORTH = {"attribute": 2.5, "noun": 2.0, "place": 2.0}
_WORTH_ALONE = {"attribute": 1.5, "noun": 0.5, "place": 1.0}


def value_points(one: Quantity, other: Quantity) -> float:
    """What an equal value adds: much where it is telling (three digits but noughts), little where it is round."""
    if one.kind in (Kind.DATE, Kind.TIME):
        telling = one.kind is Kind.TIME or (one.iso is not None and len(one.iso) >= 6)
        return 1.5 if telling and one.iso == other.iso else 0.5
    if one.value is None or other.value is None:
        return 1.0
    digits = str(one.value.normalize()).replace("-", "").replace(".", "").split("E")[0].strip("0")
    if len(digits) >= 3:
        return 2.0
    return 1.0 if one.value >= Decimal(1000) or len(digits) == 2 else 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two strands of two articles that may be about one thing. agrees: whether two of their facts fit each other."""

    one: Strand
    other: Strand
    evidence: Evidence
    value: float
    agrees: bool

    @property
    def total(self) -> float:
        """All points, for ranking."""
        return self.evidence.points + self.value


def assign(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best one-to-one matches: agreements first, then differences among what is left.

    A difference needs a margin over the runners-up of both its strands. Ties go to the earlier place in the texts, so
    that the same input always gives the same matches.
    """
    ranked = sorted(candidates, key=lambda c: (not c.agrees, -c.total, c.one.start + c.other.start, c.one.start))
    taken: set[Strand] = set()
    chosen: list[Candidate] = []
    for candidate in ranked:
        if candidate.one in taken or candidate.other in taken:
            continue
        if not candidate.agrees:
            rivals = [
                rival.evidence.points
                for rival in ranked
                if rival is not candidate
                and not rival.agrees
                and rival.one not in taken
                and rival.other not in taken
                and (rival.one is candidate.one or rival.other is candidate.other)
            ]
            if rivals and max(rivals) > candidate.evidence.points - CONFLICT_MARGIN:
                continue
        taken.update((candidate.one, candidate.other))
        chosen.append(candidate)
    return chosen


def connected(links: Iterable[tuple[Strand, Strand]]) -> list[list[Strand]]:
    """The groups of strands that links join, each in the order in which its strands were first seen."""
    leader: dict[Strand, Strand] = {}

    def find(strand: Strand) -> Strand:
        while leader[strand] is not strand:
            strand = leader[strand]
        return strand

    for one, other in links:
        leader.setdefault(one, one)
        leader.setdefault(other, other)
        head, tail = find(one), find(other)
        if head is not tail:
            leader[tail] = head
    groups: dict[Strand, list[Strand]] = {}
    for strand in leader:
        groups.setdefault(find(strand), []).append(strand)
    return list(groups.values())
