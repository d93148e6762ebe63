"""Brings the claims of all articles together, topic by topic, and says what they are to each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from desktop.core.agreement.bars import may_be_told, may_differ, may_fit, worth
from desktop.core.agreement.compare import compare, fit
from desktop.core.agreement.order import in_order, rank
from desktop.core.agreement.payments import payments_between
from desktop.core.agreement.rates import Rates, mean_of, rates_of, stated_rates
from desktop.core.agreement.status import Comparison, Pair, Status
from desktop.core.agreement.verdicts import verdict
from desktop.core.claims import Claim
from desktop.core.lexicon import Lexicon
from desktop.core.progress import part
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.topics import (
    Candidate,
    Company,
    Evidence,
    Index,
    Strand,
    Topic,
    Weighed,
    assign,
    bears_a_conflict,
    connected,
    facts_of,
    is_one_event,
    profiles_of,
    strands_of,
    topic_of,
    vocabulary_of,
)


def compare_all(
    articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]], lexicon: Lexicon
) -> tuple[Comparison, ...]:
    """Every topic that two claims or more are about, worst first. claims: by article id."""
    facts = {article.id: facts_of(claims[article.id], lexicon) for article in articles}
    strands = {name: strands_of(group, lexicon) for name, group in facts.items()}
    indices = {name: Index(profiles_of(group, lexicon)) for name, group in strands.items()}
    vocabularies = {article.id: vocabulary_of(article, lexicon) for article in articles}
    companies = {
        (first.id, second.id): Company(
            indices[first.id],
            indices[second.id],
            lexicon,
            is_one_event=is_one_event(vocabularies[first.id], vocabularies[second.id]),
        )
        for first, second in combinations(articles, 2)
    }
    rates = _rates(articles, claims, companies, lexicon)
    paid = payments_between(articles, facts, lexicon, rates)
    told = {claim for comparison in paid for claim in comparison.claims}
    apart = {strand for group in strands.values() for strand in group if strand.claim in told}
    rest = _others(articles, strands, companies, apart, lexicon, rates)
    return tuple(sorted([*paid, *rest], key=lambda comparison: rank(comparison, articles)))


def _rates(
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[Claim]],
    companies: Mapping[tuple[str, str], Company],
    lexicon: Lexicon,
) -> dict[frozenset[str], Rates]:
    """The exchange rates for each article and each two: what they state themselves, then what others that tell of the
    same event state. An article about something else changes nothing."""
    stated = {article.id: stated_rates(article, claims[article.id]) for article in articles}
    kin = {article.id: {article.id} for article in articles}
    for (name, other), company in companies.items():
        if company.is_one_event:
            kin[name].add(other)
            kin[other].add(name)
    found: dict[frozenset[str], Rates] = {}
    made: list[Rates] = []
    for first, second in [*combinations(articles, 2), *((article, article) for article in articles)]:
        own = [first.id, second.id]
        others = [a.id for a in articles if a.id not in own and (a.id in kin[first.id] or a.id in kin[second.id])]
        told = [*claims[first.id], *claims[second.id]]
        rates = rates_of(
            [mean_of(stated[name] for name in own), mean_of(stated[name] for name in others)],
            [first, second],
            told,
            lexicon,
        )
        # one for all that are the same, so that what was measured by one need not be measured again
        same = next((known for known in made if known.is_same(rates)), rates)
        if same is rates:
            made.append(rates)
        found[frozenset(own)] = same
    return found


def _others(
    articles: Sequence[Article],
    strands: Mapping[str, Sequence[Strand]],
    companies: Mapping[tuple[str, str], Company],
    apart: Collection[Strand],
    lexicon: Lexicon,
    rates: Mapping[frozenset[str], Rates],
) -> list[Comparison]:
    """Everything but the payments. apart: the strands that are told as payments already."""
    links: list[tuple[Strand, Strand]] = []
    linked: dict[tuple[int, int], list[Pair]] = {}
    couples = list(combinations(articles, 2))
    for number, (first, second) in enumerate(couples):
        company = companies[first.id, second.id]
        later = None not in (first.published, second.published) and first.published != second.published
        with part(number / len(couples), (number + 1) / len(couples)):
            found = _matches(company, apart, lexicon, rates[frozenset((first.id, second.id))], later=later)
        for candidate, pairs in found:
            linked[id(candidate.one), id(candidate.other)] = pairs
            links.append((candidate.one, candidate.other))
    # a contradiction inside one article is told even where no other article speaks of the matter
    internal = {
        strand: _contradictions(strand, lexicon, rates[frozenset((name,))])
        for name, group in strands.items()
        for strand in group
        if strand not in apart
    }
    groups = connected(links)
    joined = {strand for group in groups for strand in group}
    groups += [[strand] for strand, found in internal.items() if found and strand not in joined]
    place = {strand: at for at, group in enumerate(groups) for strand in group}
    within: dict[int, list[Pair]] = defaultdict(list)
    for one, other in links:
        within[place[one]].extend(linked[id(one), id(other)])
    comparisons = []
    for at, group in enumerate(groups):
        claims = in_order(articles, [claim for strand in group for fact in strand.facts for claim in fact.mentions])
        topic = topic_of(claims, lexicon)
        pairs = [replace(pair, topic=topic) for pair in within[at]]
        own = [replace(pair, topic=topic) for strand in group for pair in internal.get(strand, ())]
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
        known = (
            a.figure.quantity.kind is Kind.AGE
            or a.attribute is not None
            and (lexicon.attributes[a.attribute].person or (a.subject and a.subject == b.subject))
        )
        if told or not known or a.modality is not b.modality:
            continue
        pair = compare(a, b, Topic(a.figure.quantity.kind), lexicon, rates)
        if pair is not None and pair.status is Status.CONFLICT:
            found.append(pair)
    return found


def _matches(
    company: Company, apart: Collection[Strand], lexicon: Lexicon, rates: Rates, *, later: bool
) -> list[tuple[Candidate, list[Pair]]]:
    """The strands of two articles that speak of one thing, each with what their variants are to each other."""
    compared: dict[tuple[int, int], list[Pair]] = {}

    def candidates(weighed: Iterable[Weighed]) -> list[Candidate]:
        found = []
        for one, other, evidence in weighed:
            if one in apart and other in apart:
                continue
            candidate, pairs = _candidate(one, other, evidence, company, lexicon, rates, later=later)
            if candidate is not None:
                compared[id(one), id(other)] = pairs
                found.append(candidate)
        return found

    # what is matched already need not be held against what differs from it
    likely = candidates(company.likely())
    agreed = assign(candidate for candidate in likely if candidate.agrees)
    taken = {strand for candidate in agreed for strand in candidate.strands}
    telling = [(*candidate.strands, candidate.total) for candidate in agreed if candidate.total >= _FRAMING]
    rest = {c.strands: c for c in likely if not c.agrees and taken.isdisjoint(c.strands)}
    rest |= {c.strands: c for c in candidates(company.unlike(taken, telling))}
    chosen = [*agreed, *assign(rest.values())]
    return [(candidate, compared[id(candidate.one), id(candidate.other)]) for candidate in chosen]


def _candidate(
    one: Strand, other: Strand, found: Evidence, company: Company, lexicon: Lexicon, rates: Rates, *, later: bool
) -> tuple[Candidate | None, list[Pair]]:
    """Two strands with their variants compared; None where they neither fit nor bear a conflict."""
    may_conflict = bears_a_conflict(found, found.points, company.bar)
    if not may_conflict and not any(
        fit(left.claim, right.claim, lexicon, rates) for left in one.facts for right in other.facts
    ):
        return None, []
    pairs = _pairs(one, other, lexicon, rates, later=later)
    fitting = [pair for pair in pairs if pair.status is not Status.CONFLICT and may_fit(found, pair)]
    if not may_be_told(found, fitting):
        return None, []
    candidate = Candidate(one, other, found, max(map(worth, fitting), default=0.0), bool(fitting))
    if fitting and candidate.total >= company.least:
        if len(fitting) == len(pairs):
            return candidate, pairs
        # where the two fit, further variants are told only if a text speaks of a revision
        revised = any(fact.claim.revision or fact.revises for strand in (one, other) for fact in strand.facts)
        # and only if not both articles tell both values: then they tell one story of one revision
        shared = {id(claim) for pair in fitting for claim in (pair.a, pair.b)}
        return candidate, [
            p
            for p in pairs
            if p in fitting
            or (revised and not shared.issuperset((id(p.a), id(p.b))) and may_differ(found, p, lexicon, company))
        ]
    if pairs and not fitting and all(may_differ(found, pair, lexicon, company) for pair in pairs):
        return candidate, pairs
    return None, []


_FRAMING = 2.5
"""What two agreeing strands need, so that what else their sentences say is of one thing too."""


def _pairs(one: Strand, other: Strand, lexicon: Lexicon, rates: Rates, *, later: bool) -> list[Pair]:
    """Every variant of one strand against every variant of the other."""
    found = []
    for left in one.facts:
        for right in other.facts:
            pair = compare(left.claim, right.claim, Topic(left.quantity.kind), lexicon, rates, later=later)
            if pair is not None:
                found.append(pair)
    return found
