"""Knows by what a strand can be recognised: its attribute, noun, places, names and words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from desktop.core.claims import Claim, Mark
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity, is_fraction
from desktop.core.stems import stem
from desktop.core.topics.facts import Strand
from desktop.core.topics.values import digits_of, telling_points

_SET_APART = frozenset({Mark.EARLIER, Mark.TOTAL, Mark.PART, Mark.INSTANCE, Mark.DEMANDED, Mark.EXTRA, Mark.JOINT})
_TELLING_MARKS = frozenset({Mark.DEMANDED, Mark.EXTRA, Mark.JOINT, Mark.INSTANCE})
"""Marks that few figures of an article have."""
_LESS_ALONE = frozenset({Kind.COUNT, Kind.DATE})
"""Kinds of which even a short article tells several things."""

ANYBODY = "anybody"
"""The class of nouns that count people of any sort."""


class Group(NamedTuple):
    """What must be the same before two strands can share anything: kind and dimension."""

    kind: Kind
    base: str | None


class Feature(NamedTuple):
    """One thing that two strands can share. sort: its family of evidence; what: the word or name."""

    sort: str
    what: str


@dataclass(frozen=True, eq=False, slots=True)
class Profile:
    """A strand and what it can be recognised by.

    marks: what sets it apart. size: the amount in the base unit of its dimension, in dollars, per year where it is a
    rate; None where there is none. around: the notions and names of its sentences. digits: those of its amount,
    without noughts at their ends. is_solo: whether its sentence holds no other figure of its kind. features: each with
    its strength, 1 at most. firm: whether its attribute rules others out. counted: whether it counts among those that
    share a feature (an amount converted in brackets does not). noun: the notion that it counts, empty where none is
    known. telling: how particular its values are, of the most particular. is_sharp: whether it states one value
    that is no date.
    """

    strand: Strand
    group: Group
    marks: frozenset[Mark]
    size: float | None
    features: Mapping[Feature, float]
    around: frozenset[str]
    digits: str
    is_solo: bool
    firm: bool
    counted: bool
    noun: str
    telling: float
    is_sharp: bool

    @property
    def claim(self) -> Claim:
        """The claim that stands for the strand."""
        return self.strand.claim


def profiles_of(strands: Sequence[Strand], lexicon: Lexicon) -> tuple[Profile, ...]:
    """The strands of one article with what they can be recognised by."""
    main = _main_strands(strands, lexicon)
    company = Counter((s.claim.sentence, s.claim.figure.quantity.kind) for s in strands if _is_counted(s))
    return tuple(
        _profile(
            strand,
            lexicon,
            is_main=strand in main,
            is_solo=company[strand.claim.sentence, strand.claim.figure.quantity.kind] == 1,
        )
        for strand in strands
    )


def _is_counted(strand: Strand) -> bool:
    return Mark.CONVERTED not in strand.claim.marks


def _main_strands(strands: Sequence[Strand], lexicon: Lexicon) -> frozenset[Strand]:
    """The first strand of each attribute that an article about one event has once: the toll, the price, the depth.

    What is of another time, of a part or of one place is not the main one.
    """
    first: dict[tuple[object, ...], Strand] = {}
    # of a toll that is told for one place only, that is the main one
    for strand in sorted(strands, key=lambda strand: bool(strand.places) and not strand.leads):
        claim = strand.claim
        if (
            claim.attribute is None
            or not claim.firm
            or claim.marks & _SET_APART
            or (strand.places and not strand.leads)
        ):
            continue
        if lexicon.attributes[claim.attribute].exclusive and not claim.figure.quantity.is_vague:
            first.setdefault((claim.attribute, claim.figure.quantity.kind, claim.of), strand)
    return frozenset(first.values())


def _profile(strand: Strand, lexicon: Lexicon, *, is_main: bool, is_solo: bool) -> Profile:
    claim, quantity = strand.claim, strand.claim.figure.quantity
    unit = lexicon.unit_by_symbol.get(quantity.unit or "")
    base = (
        "%"
        if is_fraction(quantity)
        else ("pp" if quantity.unit == "bp" else quantity.unit or "%")
        if quantity.kind is Kind.PERCENT
        else unit.base
        if unit is not None
        else None
    )
    if quantity.kind in (Kind.COUNT, Kind.MONEY, Kind.DURATION):
        base = None
    return Profile(
        strand,
        Group(Kind.PERCENT if is_fraction(quantity) else quantity.kind, base),
        claim.marks & _SET_APART,
        _size(quantity, lexicon),
        _features(strand, lexicon) | ({Feature("main", claim.attribute or ""): 1.0} if is_main else {}),
        strand.words | frozenset(name.lower() for name in strand.names),
        digits_of(quantity),
        is_solo,
        claim.firm,
        _is_counted(strand),
        _sort_of(claim, lexicon),
        max(telling_points(fact.quantity) for fact in strand.facts),
        len(strand.facts) == 1 and _is_sharp(quantity),
    )


def _is_sharp(quantity: Quantity) -> bool:
    return quantity.exactness in _SHARP and quantity.low == quantity.high and quantity.iso is None


_SHARP = frozenset({Exactness.EXACT, Exactness.ABOUT})


def _sort_of(claim: Claim, lexicon: Lexicon) -> str:
    """The notion that a count counts; empty where "times" or the like may stand for anything."""
    if claim.figure.quantity.kind is not Kind.COUNT or not claim.noun or claim.noun in lexicon.stance["anything"]:
        return ""
    return noun_class(claim.noun, lexicon)


_DAYS = {"s": 1 / 86_400, "month": 30.44}


def _size(quantity: Quantity, lexicon: Lexicon) -> float | None:
    if quantity.low is None or quantity.high is None or quantity.is_vague or quantity.iso is not None:
        return None
    size = float(quantity.low + quantity.high) / 2
    unit = lexicon.unit_by_symbol.get(quantity.unit or "")
    if is_fraction(quantity):
        size *= 100
    if quantity.unit == "bp":
        size /= 100
    if quantity.kind is Kind.MONEY and lexicon.exchange:
        # roughly in dollars, so that amounts in two currencies are found near each other
        size /= float(lexicon.exchange[max(lexicon.exchange)].get(quantity.unit or "", 1))
    if unit is not None and quantity.kind not in (Kind.COUNT, Kind.MONEY):
        size *= float(unit.factor) * _DAYS.get(unit.base, 1.0)
        if unit.symbol == "F":
            size -= 160 / 9
    if quantity.per and quantity.per in lexicon.period_months:
        size *= 12 / float(lexicon.period_months[quantity.per])
    elif quantity.per and quantity.per in lexicon.period_days:
        size *= 365 / float(lexicon.period_days[quantity.per])
    return size if isfinite(size) else None


def _features(strand: Strand, lexicon: Lexicon) -> dict[Feature, float]:
    claim, quantity = strand.claim, strand.claim.figure.quantity
    found: dict[Feature, float] = {}
    for word in strand.words:
        found[Feature("word", word)] = 0.4
    for word in strand.near:
        found[Feature("word", word)] = 1.0
    attribute = lexicon.attributes[claim.attribute] if claim.attribute else None
    if attribute is not None and not attribute.generic:
        found[Feature("attribute", attribute.family)] = 1.0 if claim.firm else 0.6
    if quantity.kind is Kind.COUNT and claim.noun:
        noun = noun_class(claim.noun, lexicon)
        found[Feature("noun", noun)] = 0.3 if noun == ANYBODY else lexicon.word_weights.get(claim.noun, 1.0)
    if quantity.kind is Kind.COUNT and claim.noun and lexicon.counts_people(claim.noun):
        found[Feature("people", "")] = 1.0
    places = {place.split()[-1] for place in strand.places}
    for place in places:
        found[Feature("place", place)] = 1.0
    names = strand.near_names - places
    if quantity.kind is Kind.AGE and claim.subject:
        names = frozenset(claim.subject.lower().split())
    for name in names:
        found[Feature("name", name)] = 1.0
    if claim.subject:
        found[Feature("subject", claim.subject.lower().split()[-1])] = 1.0
    if claim.of:
        found[Feature("of", claim.of)] = 1.0
    if claim.as_of:
        found[Feature("as of", claim.as_of)] = 1.0
    if quantity.per:
        timed = lexicon.is_time(quantity.per)
        found[Feature("per", quantity.per)] = 0.5 if timed else 1.0
    if strand.leads:
        found[Feature("lead", "")] = 1.0
    for mark in claim.marks & _TELLING_MARKS:
        found[Feature("mark", mark)] = 1.0
    found[Feature("kind", "")] = 0.5 if quantity.kind in _LESS_ALONE else 1.0
    return found


def noun_class(noun: str, lexicon: Lexicon) -> str:
    """The notion a counted noun stands for: "vessel" and "ship" are one, and so are "person", "man" and "victim"."""
    if noun in lexicon.stance["anybody"] or noun in lexicon.peoples:
        return ANYBODY
    root = stem(noun)
    return lexicon.notions.get(root) or (ANYBODY if noun in lexicon.grammar["bodies"] else root)
