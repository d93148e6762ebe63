"""Knows which claims may be compared, and calls what they have in common a topic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from desktop.core.claims import EARLIER, PAYMENT, TOTAL, Claim, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity

AGREEING_SCORE, AGREEING_EVIDENCE = 3.5, 1.5
CONFLICT_EVIDENCE, CONFLICT_MARGIN = 4.0, 0.5
_COMPARED = frozenset(Kind) - {Kind.ORDINAL}
_COUNTING = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO})


@dataclass(frozen=True, slots=True)
class Topic:
    """What claims that may be compared have in common ("payment, Anthropic to SpaceX").

    kind: of the figures. attribute: slug, None where only the counted noun or the words tell. subject: the name it is
    about. payer, payee: of payments, as most of the claims have it. noun: the counted thing, or a distinguishing word.
    """

    kind: Kind
    attribute: str | None = None
    subject: str | None = None
    payer: str | None = None
    payee: str | None = None
    noun: str | None = None


@dataclass(frozen=True, eq=False)
class Fact:
    """The mentions of one statement in one article: same kind, same value in the same terms, same attribute."""

    mentions: tuple[Claim, ...]

    @cached_property
    def claim(self) -> Claim:
        """The mention that stands for the fact: the first that knows most about it."""
        return max(self.mentions, key=lambda claim: (claim.attribute is not None, claim.parties_stated, claim.subject is not None))

    @property
    def quantity(self) -> Quantity:
        """What it states."""
        return self.claim.figure.quantity

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words around all of its mentions."""
        return frozenset().union(*(claim.words for claim in self.mentions))

    @property
    def start(self) -> int:
        """Where its first mention stands."""
        return self.mentions[0].figure.span.start


def facts_of(claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """The facts of one article: mentions that say the same in the same terms are one."""
    merged: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.figure.quantity.kind in _COMPARED:
            merged.setdefault(_fact_key(claim), []).append(claim)
    return tuple(Fact(tuple(mentions)) for mentions in merged.values())


def _fact_key(claim: Claim) -> tuple[object, ...]:
    quantity = claim.figure.quantity
    terms: tuple[object, ...] = (quantity.kind, quantity.low, quantity.high, quantity.iso, quantity.unit, quantity.per)
    about = (claim.attribute, claim.subject if claim.attribute != PAYMENT else None, claim.scope, claim.as_of)
    if claim.attribute == PAYMENT:
        return (*terms, *about, claim.payer, claim.payee)
    if claim.attribute is None:
        return (*terms, *about, claim.sentence)
    return (*terms, *about)


def payment_key(claim: Claim) -> frozenset[str] | None:
    """The two parties of a payment, whichever way it flows; None where they are not both known."""
    if claim.attribute != PAYMENT or not claim.payer or not claim.payee or claim.figure.quantity.kind is not Kind.MONEY:
        return None
    return frozenset((claim.payer.lower(), claim.payee.lower()))


class Evidence(NamedTuple):
    """How much speaks for two facts being about one thing: points, and from how many independent families."""

    points: float
    families: int


def vetoed(one: Fact, other: Fact, lexicon: Lexicon) -> bool:
    """Whether two facts cannot be about one thing. A missing feature never vetoes."""
    a, b = one.claim, other.claim
    left, right = one.quantity, other.quantity
    if left.kind is not right.kind or not _commensurable(left, right, lexicon):
        return True
    if a.attribute and b.attribute and _family(a, lexicon) != _family(b, lexicon):
        return True
    if left.kind is Kind.COUNT and _nouns_differ(left.unit, right.unit, lexicon):
        return True
    if a.subject and b.subject and left.kind in (Kind.MONEY, Kind.PERCENT) and not same_name(a.subject, b.subject):
        return True
    if (EARLIER in a.scope) != (EARLIER in b.scope) or (TOTAL in a.scope) != (TOTAL in b.scope):
        return True
    places_a, places_b = _places(a), _places(b)
    if places_a and places_b and not any(same_name(x, y) for x in places_a for y in places_b):
        return True
    if a.as_of and b.as_of and not (a.as_of.startswith(b.as_of) or b.as_of.startswith(a.as_of)):
        return True
    return bool(left.per and right.per and left.per != right.per and not _convertible(left.per, right.per, lexicon))


def _family(claim: Claim, lexicon: Lexicon) -> str | None:
    return lexicon.attributes[claim.attribute].family if claim.attribute else None


def _places(claim: Claim) -> tuple[str, ...]:
    return tuple(place for place in claim.scope if place not in (EARLIER, TOTAL))


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


def evidence(one: Fact, other: Fact, lexicon: Lexicon, unique: frozenset[str]) -> Evidence:
    """What speaks for two facts being about one thing, their values left aside.

    unique: the attributes that each of the two articles has one fact of.
    """
    a, b = one.claim, other.claim
    points, families = 0.0, 0
    if a.attribute and b.attribute and _family(a, lexicon) == _family(b, lexicon):
        points += 2.5
        families += 1
        if a.attribute in unique and lexicon.attributes[a.attribute].exclusive:
            points += 1.5
            families += 1
    noun = one.quantity.unit if one.quantity.kind is Kind.COUNT else None
    if noun and noun == other.quantity.unit:
        points += 0.5 if _is_person(noun, lexicon) else 2.0
        families += not _is_person(noun, lexicon)
    if a.subject and b.subject and same_name(a.subject, b.subject):
        points += 1.5
        families += 1
    shared_places = any(same_name(x, y) for x in _places(a) for y in _places(b))
    if shared_places:
        points += 2.0
        families += 1
    overlap = sum(lexicon.word_weights.get(word, 1.0) for word in one.words & other.words)
    if overlap >= 2:
        families += 1
    points += min(1.5, 0.35 * overlap)
    if a.as_of and a.as_of == b.as_of:
        points += 0.5
    return Evidence(points, families)


def value_points(one: Quantity, other: Quantity, *, same: bool) -> float:
    """What an equal value adds: much where it is telling (three digits that are no noughts), little where it is round."""
    if not same:
        return 0.0
    if one.kind is Kind.DATE:
        return 1.5 if one.iso and len(one.iso) >= 7 else 0.5
    if one.value is None or other.value is None:
        return 1.0
    digits = str(one.value.normalize()).replace("-", "").replace(".", "").split("E")[0].strip("0")
    if len(digits) >= 3:
        return 2.0
    return 1.0 if one.value >= Decimal(1000) or len(digits) == 2 else 0.5


def unique_attributes(facts: Sequence[Fact]) -> frozenset[str]:
    """The attributes that an article has one fact of, earlier times and other scopes left aside."""
    seen: dict[str, set[tuple[object, ...]]] = {}
    for fact in facts:
        claim = fact.claim
        if claim.attribute and EARLIER not in claim.scope:
            seen.setdefault(claim.attribute, set()).add((fact.quantity.low, fact.quantity.iso, fact.quantity.unit, fact.quantity.per))
    return frozenset(attribute for attribute, values in seen.items() if len(values) == 1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two facts of two articles that may be about one thing, with the points for and against."""

    one: Fact
    other: Fact
    evidence: Evidence
    value: float

    @property
    def total(self) -> float:
        """All points, for ranking."""
        return self.evidence.points + self.value


def assign(agreeing: Iterable[Candidate], differing: Iterable[Candidate]) -> list[Candidate]:
    """The best one-to-one pairs: agreements first, then differences among what is left.

    A difference needs evidence from two families and a margin over the runners-up of both its facts. Ties go to the
    earlier place in the texts, so that the same input always gives the same pairs.
    """
    taken_one: set[Fact] = set()
    taken_other: set[Fact] = set()
    chosen: list[Candidate] = []

    def order(candidate: Candidate) -> tuple[float, int, int]:
        return -candidate.total, candidate.one.start, candidate.other.start

    for candidate in sorted(agreeing, key=order):
        if candidate.one not in taken_one and candidate.other not in taken_other:
            taken_one.add(candidate.one)
            taken_other.add(candidate.other)
            chosen.append(candidate)
    left = [c for c in differing if c.one not in taken_one and c.other not in taken_other]
    for candidate in sorted(left, key=order):
        if candidate.one in taken_one or candidate.other in taken_other:
            continue
        rivals = [
            rival.evidence.points
            for rival in left
            if rival is not candidate and (rival.one is candidate.one or rival.other is candidate.other)
        ]
        if rivals and max(rivals) > candidate.evidence.points - CONFLICT_MARGIN:
            continue
        taken_one.add(candidate.one)
        taken_other.add(candidate.other)
        chosen.append(candidate)
    return chosen


def topic_of(claims: Sequence[Claim], lexicon: Lexicon) -> Topic:
    """The topic that claims have in common."""
    first = claims[0]
    attribute = next((claim.attribute for claim in claims if claim.attribute), None)
    payer, payee = _main_direction(claims)
    subject = next((claim.subject for claim in claims if claim.subject), None)
    noun = first.figure.quantity.unit if first.figure.quantity.kind is Kind.COUNT else None
    if attribute is None and noun is None:
        shared = frozenset.intersection(*(claim.words for claim in claims)) if claims else frozenset()
        ranked = sorted(shared, key=lambda word: (-lexicon.word_weights.get(word, 1.0), -len(word), word))
        noun = ranked[0] if ranked else None
    return Topic(first.figure.quantity.kind, attribute, subject if attribute != PAYMENT else None, payer, payee, noun)


def _main_direction(claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    counts: dict[tuple[str, str], int] = {}
    for claim in claims:
        if claim.payer and claim.payee:
            counts[claim.payer, claim.payee] = counts.get((claim.payer, claim.payee), 0) + 1
    if not counts:
        return None, None
    return max(counts, key=lambda key: (counts[key], -list(counts).index(key)))


def connected(links: Iterable[tuple[Fact, Fact]]) -> list[list[Fact]]:
    """The groups of facts that links join, each in the order in which its facts were first seen."""
    leader: dict[Fact, Fact] = {}

    def find(fact: Fact) -> Fact:
        while leader[fact] is not fact:
            fact = leader[fact]
        return fact

    for one, other in links:
        leader.setdefault(one, one)
        leader.setdefault(other, other)
        head, tail = find(one), find(other)
        if head is not tail:
            leader[tail] = head
    groups: dict[Fact, list[Fact]] = {}
    for fact in leader:
        groups.setdefault(find(fact), []).append(fact)
    return list(groups.values())

