"""Merges the claims of one article into facts, and facts that contradict or revise each other into strands."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from desktop.core.claims import PAYMENT, Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span

MOST_VARIANTS = 3
_VARIANTS_APART, _FEW = Decimal("1.5"), 10
_REVISED_APART = 5
_ONLY_REVISED = frozenset({Kind.MAGNITUDE, Kind.DURATION})
_SLIPS = (10, 12, 100, 120, 1000)
"""How many times one amount of money is another where a slip of the pen made it so."""

_COMPARED = frozenset(Kind) - {Kind.ORDINAL}
_TELLING_MARKS = frozenset(Mark) - {Mark.QUARTER, Mark.WHOLE_YEAR}


@dataclass(frozen=True, eq=False)
class Fact:
    """The mentions of one statement in one article: same kind, same value in the same terms, same attribute."""

    mentions: tuple[Claim, ...]

    @cached_property
    def claim(self) -> Claim:
        """The mention that stands for the fact: the first that knows most about it."""
        return max(
            self.mentions,
            key=lambda claim: (claim.attribute is not None, claim.parties_stated, claim.subject is not None),
        )

    @property
    def quantity(self) -> Quantity:
        """What it states."""
        return self.claim.figure.quantity

    @cached_property
    def revises(self) -> Span | None:
        """The sentence that tells it as the old or the new value of a revision."""
        return next((claim.revises for claim in self.mentions if claim.revises), None)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places that narrow it: none where one of its mentions goes without."""
        return self.claim.places if all(claim.places for claim in self.mentions) else ()


@dataclass(frozen=True, eq=False)
class Strand:
    """What one article says about one thing: one fact, or variants of it that contradict or revise each other."""

    facts: tuple[Fact, ...]

    @property
    def claim(self) -> Claim:
        """The claim that stands for the strand."""
        return self.facts[0].claim

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words around all of its mentions."""
        return frozenset().union(*(claim.words for fact in self.facts for claim in fact.mentions))

    @cached_property
    def near(self) -> frozenset[str]:
        """The content words in the clauses of its mentions."""
        return frozenset().union(*(claim.near for fact in self.facts for claim in fact.mentions))

    @cached_property
    def near_names(self) -> frozenset[str]:
        """The last words of the names in the clauses of its mentions."""
        return frozenset().union(*(claim.near_names for fact in self.facts for claim in fact.mentions))

    @property
    def places(self) -> tuple[str, ...]:
        """The places that narrow it."""
        return self.facts[0].places

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the sentences of its mentions."""
        return frozenset().union(*(claim.names for fact in self.facts for claim in fact.mentions))

    @cached_property
    def sentences(self) -> frozenset[Span]:
        """The sentences of its mentions."""
        return frozenset(claim.sentence for fact in self.facts for claim in fact.mentions)

    @cached_property
    def leads(self) -> bool:
        """Whether it stands in the headline or in the first sentence behind it: it is what the article is about."""
        return any(claim.leads for fact in self.facts for claim in fact.mentions)

    @property
    def start(self) -> int:
        """Where its first mention stands."""
        return min(fact.mentions[0].figure.span.start for fact in self.facts)


def facts_of(claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Fact, ...]:
    """The facts of one article: mentions that say the same in the same terms, of the same thing, are one."""
    merged: dict[tuple[object, ...], list[_Mentions]] = {}
    for claim in claims:
        quantity = claim.figure.quantity
        if quantity.kind not in _COMPARED or (quantity.kind is Kind.DURATION and quantity.is_vague):
            continue  # "multi-year" and "several years" fit nearly everything
        groups = merged.setdefault(_fact_key(claim, lexicon), [])
        group = next((group for group in groups if group.takes(claim, lexicon)), None)
        if group is None:
            group = _Mentions()
            groups.append(group)
        group.add(claim)
    return tuple(Fact(tuple(group.claims)) for groups in merged.values() for group in groups)


class _Mentions:
    """The mentions of one fact so far, and one of each sort that could keep a further one out."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._sorts: dict[tuple[object, ...], Claim] = {}

    def takes(self, claim: Claim, lexicon: Lexicon) -> bool:
        return all(_may_be_one(claim, other, lexicon) for other in self._sorts.values())

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        self._sorts.setdefault((claim.subject, claim.as_of, claim.places), claim)


def _fact_key(claim: Claim, lexicon: Lexicon) -> tuple[object, ...]:
    quantity = claim.figure.quantity
    people = claim.attribute is not None and lexicon.attributes[claim.attribute].person
    unit = None if people else quantity.unit  # "37 killed" and "37 people killed" count the same
    terms: tuple[object, ...] = (quantity.kind, quantity.low, quantity.high, quantity.iso, unit, quantity.per)
    if claim.attribute == PAYMENT:
        return (*terms, claim.attribute, claim.marks, claim.as_of, claim.payer, claim.payee)
    if claim.attribute is None:
        return (*terms, claim.sentence)
    return (*terms, claim.attribute, claim.marks & _TELLING_MARKS, claim.of)


def _may_be_one(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether two equal amounts of one attribute are one fact: nothing known of both tells them apart."""
    if one.attribute == PAYMENT:
        return True
    owned = one.attribute is None or lexicon.attributes[one.attribute].owned
    if owned and one.subject and other.subject and not same_name(one.subject, other.subject):
        return False  # 14 dead are the same 14, whoever speaks of them
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    return not one.places or not other.places or any(same_name(x, y) for x in one.places for y in other.places)


def _about(claim: Claim, places: tuple[str, ...]) -> tuple[object, ...]:
    owner = claim.subject if claim.figure.quantity.kind in (Kind.MONEY, Kind.PERCENT) else None
    return claim.attribute, owner, places, claim.marks & _TELLING_MARKS, claim.of, claim.as_of


def strands_of(facts: Sequence[Fact], lexicon: Lexicon) -> tuple[Strand, ...]:
    """The strands of one article, in the order of its text.

    Facts of an attribute that an article has once are variants of one thing; where there are too many variants, they
    are more likely different things, and each stands for itself.
    """
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        claim = fact.claim
        key: tuple[object, ...]
        if fact.quantity.kind is Kind.AGE and claim.subject:
            key = (Kind.AGE, claim.subject)
        elif claim.attribute is None or not lexicon.attributes[claim.attribute].exclusive or claim.figure.quantity.iso:
            key = (id(fact),)
        else:
            noun = None if lexicon.attributes[claim.attribute].person else fact.quantity.unit
            currency = fact.quantity.unit if fact.quantity.kind is Kind.MONEY else noun
            key = (fact.quantity.kind, fact.quantity.per, currency, *_about(claim, fact.places))
        groups.setdefault(key, []).append(fact)
    strands = []
    for group in _joined_by_revision(list(groups.values())):
        variants = [fact for fact in group if fact.revises is None]
        if len(group) <= MOST_VARIANTS and all(_may_be_variants(x, y) for x, y in combinations(variants, 2)):
            strands.append(Strand(tuple(group)))
        else:
            strands.extend(Strand((fact,)) for fact in group)
    return tuple(sorted(strands, key=lambda strand: strand.start))


def _joined_by_revision(groups: Sequence[list[Fact]]) -> list[list[Fact]]:
    """The groups, those joined into one that hold the old and the new value of one revision."""
    joined: list[list[Fact]] = []
    of_revision: dict[tuple[Span, Kind], list[Fact]] = {}
    for group in groups:
        keys = [(fact.revises, fact.quantity.kind) for fact in group if fact.revises is not None]
        known = next((of_revision[key] for key in keys if key in of_revision), None)
        if known is not None and len(known) + len(group) <= MOST_VARIANTS:
            known.extend(group)
            target = known
        else:
            target = list(group)
            joined.append(target)
        for key in keys:
            of_revision.setdefault(key, target)
    return joined


def _may_be_variants(one: Fact, other: Fact) -> bool:
    """Whether two facts of one attribute may contradict or revise each other: both are surely of it, and they are
    neither told in one breath, unless as a revision, nor, where they count something, far apart."""
    a, b = one.claim, other.claim
    if one.quantity.kind is Kind.AGE and a.sentence != b.sentence:
        return True  # of one person
    if not (a.firm and b.firm):
        return False
    if a.sentence == b.sentence and not (a.revision or b.revision):
        return False
    low, high = sorted(abs(q.low or Decimal(0)) for q in (one.quantity, other.quantity))
    if (a.revision or b.revision) and (one.revises or high <= _REVISED_APART * low):
        return True
    if one.quantity.kind in _ONLY_REVISED:
        return False
    if one.quantity.kind is Kind.COUNT and high < _FEW:
        return False  # four here and eight there are soon two things
    if high <= _VARIANTS_APART * low:
        return True
    slip = one.quantity.kind is Kind.MONEY and low > 0
    return slip and any(abs(high / low - ratio) <= ratio / 50 for ratio in _SLIPS)


def payment_key(claim: Claim) -> frozenset[str] | None:
    """The two parties of a payment, whichever way it flows; None where they are not both known."""
    if claim.attribute != PAYMENT or not claim.payer or not claim.payee or claim.figure.quantity.kind is not Kind.MONEY:
        return None
    return frozenset((claim.payer.lower(), claim.payee.lower()))
