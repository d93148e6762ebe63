"""Brings the claims of all articles together, topic by topic, and says what they are to each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from desktop.core.agreement.compare import compare
from desktop.core.agreement.rates import stated_rates
from desktop.core.agreement.slips import slips
from desktop.core.agreement.status import SEVERITY, Comparison, Diagnosis, Pair, Status
from desktop.core.agreement.terms import Rates
from desktop.core.agreement.verdicts import verdict
from desktop.core.claims import Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.topics import (
    AGREEING_SCORE,
    AGREEING_STRANGERS,
    CONFLICT_EVIDENCE,
    Candidate,
    Company,
    Evidence,
    Fact,
    Profile,
    Strand,
    Topic,
    assign,
    connected,
    facts_of,
    is_telling,
    payment_key,
    profiles_of,
    strands_of,
    topic_of,
    value_points,
)

_APART = frozenset({Mark.EARLIER, Mark.DEMANDED, Mark.EXTRA})
MOST_READINGS = 12
"""How many readings of one payment an article is taken at its word for."""


def compare_all(
    articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]], lexicon: Lexicon
) -> tuple[Comparison, ...]:
    """Every topic that two claims or more are about, worst first. claims: by article id."""
    rates = stated_rates(articles, claims)
    facts = {article.id: facts_of(claims[article.id], lexicon) for article in articles}
    comparisons = _payments(articles, facts, lexicon, rates)
    paid = {id(fact) for group in facts.values() for fact in group if payment_key(fact.claim)}
    rest = {name: tuple(fact for fact in group if id(fact) not in paid) for name, group in facts.items()}
    comparisons += _others(articles, rest, lexicon, rates)
    return tuple(sorted(comparisons, key=lambda comparison: _rank(comparison, articles)))


def _rank(comparison: Comparison, articles: Sequence[Article]) -> tuple[int, int, int, int]:
    place = {article.id: number for number, article in enumerate(articles)}
    first = comparison.claims[0]
    severity = SEVERITY[comparison.status] if comparison.status else -1
    return -severity, 0 if comparison.topic.kind is Kind.MONEY else 1, place[first.article], first.figure.span.start


# ----------------------------------------------------------------------------------------------------------- payments


def _payments(
    articles: Sequence[Article], facts: Mapping[str, Sequence[Fact]], lexicon: Lexicon, rates: Rates
) -> list[Comparison]:
    """Payments between the same two parties are one topic, whichever way and in whatever terms they are stated."""
    groups: list[tuple[frozenset[str], list[Fact]]] = []
    for article in articles:
        for fact in facts[article.id]:
            key = payment_key(fact.claim)
            if key is None:
                continue
            for known, group in groups:
                if _same_parties(known, key):
                    group.append(fact)
                    break
            else:
                groups.append((key, [fact]))
    return [made for _, group in groups if (made := _comparison(articles, group, lexicon, rates)) is not None]


def _same_parties(one: frozenset[str], other: frozenset[str]) -> bool:
    if len(one) != 2 or len(other) != 2:
        return False
    return all(any(same_name(a, b) for b in other) for a in one) and all(
        any(same_name(a, b) for a in one) for b in other
    )


def _comparison(
    articles: Sequence[Article], group: Sequence[Fact], lexicon: Lexicon, rates: Rates
) -> Comparison | None:
    claims = _in_order(articles, [claim for fact in group for claim in fact.mentions])
    topic = topic_of(claims, lexicon)
    dates = {article.id: article.published for article in articles}
    pairs, internal = [], []
    for one, other in combinations(_most_stated(group), 2):
        a, b = one.claim, other.claim
        inside = a.article == b.article
        if a.negated != b.negated or (a.marks ^ b.marks) & _APART:
            continue
        if inside and (_period_left_out(a, b) or a.sentence == b.sentence):
            continue
        later = dates[a.article] != dates[b.article] and None not in (dates[a.article], dates[b.article])
        pair = compare(a, b, topic, lexicon, rates, later=later)
        if pair is None or (_period_left_out(a, b) and not _is_slip(pair)):
            continue
        if _is_vague(pair) and pair.status is Status.CONFLICT:
            continue
        if not inside:
            pairs.append(pair)
        elif pair.status is Status.CONFLICT:
            internal.append(pair)
    if not pairs and not internal:
        return None
    return Comparison(topic, claims, tuple(pairs), _telling(internal), verdict(articles, group, pairs))


def _most_stated(group: Sequence[Fact]) -> list[Fact]:
    """The readings that each article states most often: a price list is no argument about one payment."""
    kept: list[Fact] = []
    counts: Counter[str] = Counter()
    for fact in sorted(group, key=lambda fact: -len(fact.mentions)):
        if counts[fact.claim.article] < MOST_READINGS:
            counts[fact.claim.article] += 1
            kept.append(fact)
    return sorted(kept, key=group.index)


def _telling(internal: Sequence[Pair]) -> tuple[Pair, ...]:
    """The contradictions of one article, each once: the same two readings in other terms say nothing new, nor does a
    pair in which two contradictions meet that are told apart already."""
    told: set[Diagnosis] = {pair.diagnoses[0] for pair in internal if len(pair.diagnoses) == 1}
    seen: set[frozenset[object]] = set()
    kept = []
    for pair in sorted(internal, key=lambda pair: len(pair.diagnoses)):
        key = frozenset((_reading(pair.a), _reading(pair.b)))
        if key in seen or (len(pair.diagnoses) > 1 and told.issuperset(pair.diagnoses)):
            continue
        seen.add(key)
        kept.append(pair)
    return tuple(sorted(kept, key=lambda pair: (pair.a.figure.span, pair.b.figure.span)))


def _reading(claim: Claim) -> tuple[object, ...]:
    quantity = claim.figure.quantity
    return claim.article, quantity.low, quantity.high, claim.payer, claim.payee, Mark.TOTAL in claim.marks


def _period_left_out(a: Claim, b: Claim) -> bool:
    """Whether only one of two payments has a period and the other is not stated as a total."""
    return (a.figure.quantity.per is None) != (b.figure.quantity.per is None) and Mark.TOTAL not in a.marks | b.marks


def _is_slip(pair: Pair) -> bool:
    """An amount without a period is held against a rate only where it fits, or where a slip of scale explains it."""
    if pair.status is not Status.CONFLICT:
        return True
    return pair.ratio is not None and bool(slips(Fraction(pair.ratio), rate=False))


# -------------------------------------------------------------------------------------------------- everything else


def _others(
    articles: Sequence[Article], facts: Mapping[str, Sequence[Fact]], lexicon: Lexicon, rates: Rates
) -> list[Comparison]:
    strands = {article.id: strands_of(facts[article.id], lexicon) for article in articles}
    profiles = {name: profiles_of(group, lexicon) for name, group in strands.items()}
    links: list[tuple[Strand, Strand]] = []
    linked: dict[tuple[int, int], list[Pair]] = {}
    for first, second in combinations(articles, 2):
        for candidate, pairs in _matches(first, second, profiles, lexicon, rates):
            linked[id(candidate.one), id(candidate.other)] = pairs
            links.append((candidate.one, candidate.other))
    # a contradiction inside one article is told even where no other article speaks of the matter
    internal = {strand: _contradictions(strand, lexicon, rates) for group in strands.values() for strand in group}
    groups = connected(links)
    joined = {strand for group in groups for strand in group}
    groups += [[strand] for strand, found in internal.items() if found and strand not in joined]
    comparisons = []
    for group in groups:
        members = set(group)
        claims = _in_order(articles, [claim for strand in group for fact in strand.facts for claim in fact.mentions])
        topic = topic_of(claims, lexicon)
        pairs = [
            replace(pair, topic=topic)
            for one, other in links
            if one in members and other in members
            for pair in linked[id(one), id(other)]
        ]
        own = [replace(pair, topic=topic) for strand in group for pair in internal[strand]]
        comparisons.append(
            Comparison(
                topic,
                claims,
                tuple(pairs),
                tuple(own),
                verdict(articles, [fact for strand in group for fact in strand.facts], pairs),
            )
        )
    return comparisons


def _contradictions(strand: Strand, lexicon: Lexicon, rates: Rates) -> list[Pair]:
    """The contradictions between the variants of one strand; a revision that the text tells of is none."""
    found = []
    for one, other in combinations(strand.facts, 2):
        a, b = one.claim, other.claim
        told = a.sentence == b.sentence or (a.revision or b.revision)
        known = a.attribute is not None and (
            lexicon.attributes[a.attribute].person or (a.subject and a.subject == b.subject)
        )
        if told or not known or a.modality is not b.modality:
            continue
        pair = compare(a, b, Topic(a.figure.quantity.kind), lexicon, rates)
        if pair is not None and pair.status is Status.CONFLICT:
            found.append(pair)
    return found


def _matches(
    first: Article, second: Article, profiles: Mapping[str, Sequence[Profile]], lexicon: Lexicon, rates: Rates
) -> list[tuple[Candidate, list[Pair]]]:
    later = None not in (first.published, second.published) and first.published != second.published
    compared: dict[tuple[int, int], list[Pair]] = {}
    candidates = []
    company = Company(profiles[first.id], profiles[second.id], lexicon)
    least = AGREEING_SCORE if company.is_one_event else AGREEING_STRANGERS
    for one, other, found in company.candidates():
        pairs = _pairs(one, other, lexicon, rates, later=later)
        fitting = [pair for pair in pairs if pair.status is not Status.CONFLICT and _may_fit(found, pair)]
        if not _may_be_told(found, fitting):
            continue
        candidate = Candidate(one, other, found, max(map(_worth, fitting), default=0.0), bool(fitting))
        if fitting and candidate.total >= least:
            # where the two fit, further variants are told only if a text speaks of a revision
            revised = one.claim.revision or other.claim.revision
            compared[id(one), id(other)] = [p for p in pairs if p in fitting or (revised and _may_differ(found, p))]
        elif pairs and not fitting and all(_may_differ(found, pair) for pair in pairs):
            compared[id(one), id(other)] = pairs
        else:
            continue
        candidates.append(candidate)
    return [(candidate, compared[id(candidate.one), id(candidate.other)]) for candidate in assign(candidates)]


def _worth(pair: Pair) -> float:
    """What the values of a fitting pair add to the evidence: half where they only lie close."""
    points = value_points(pair.a.figure.quantity, pair.b.figure.quantity)
    return points / 2 if pair.status is Status.APPROX else points


def _may_fit(found: Evidence, pair: Pair) -> bool:
    """Whether known differences leave room for an agreement: only where the values are telling."""
    return not found.doubts or (
        found.doubts == 1
        and pair.status is not Status.APPROX
        and is_telling(pair.a.figure.quantity, pair.b.figure.quantity)
    )


def _may_be_told(found: Evidence, fitting: Sequence[Pair]) -> bool:
    """Whether what fits says anything: a vague size holds nearly every amount, so it takes more evidence."""
    vague = [pair for pair in fitting if pair.status is Status.APPROX and _is_vague(pair)]
    return len(vague) < len(fitting) or not fitting or (found.points >= CONFLICT_EVIDENCE and found.families >= 2)


def _is_vague(pair: Pair) -> bool:
    return pair.a.figure.quantity.is_vague or pair.b.figure.quantity.is_vague


def _pairs(one: Strand, other: Strand, lexicon: Lexicon, rates: Rates, *, later: bool) -> list[Pair]:
    """Every variant of one strand against every variant of the other."""
    found = []
    for left in one.facts:
        for right in other.facts:
            pair = compare(left.claim, right.claim, Topic(left.quantity.kind), lexicon, rates, later=later)
            if pair is not None:
                found.append(pair)
    return found


def _may_differ(found: Evidence, pair: Pair) -> bool:
    """Whether the evidence bears a conflict: two families, and more of it where the amounts lie far apart."""
    if found.doubts:
        return False
    points = found.points
    far = pair.ratio is not None and pair.ratio > 3
    if (
        far
        and Diagnosis.UPDATE not in pair.diagnoses
        and not slips(Fraction(pair.ratio or 1), rate=bool(pair.common_per))
    ):
        points -= 1
    if _is_vague(pair):
        return False
    if (pair.a.attribute is None) != (pair.b.attribute is None):
        return False  # of one it is known what it is about, of the other not: "create 1,800 jobs", "cut 250 jobs"
    if Mark.CONVERTED in pair.a.marks | pair.b.marks:
        return False  # the amount that was converted tells it already
    owned = pair.a.figure.quantity.kind in (Kind.MONEY, Kind.PERCENT)
    if owned and pair.a.subject and pair.b.subject and not same_name(pair.a.subject, pair.b.subject):
        return False
    if pair.a.negated or pair.b.negated or (pair.a.as_of is None) != (pair.b.as_of is None):
        return False
    return points >= CONFLICT_EVIDENCE and found.families >= 2


# --------------------------------------------------------------------------------------------------------- all articles


def _in_order(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    place = {article.id: number for number, article in enumerate(articles)}
    return tuple(sorted(claims, key=lambda claim: (place[claim.article], claim.figure.span)))
