"""Brings the claims of all articles together, topic by topic, and says what they are to each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from desktop.core.agreement.bars import may_be_told, may_differ, may_fit, worth
from desktop.core.agreement.compare import compare, fit
from desktop.core.agreement.exchange import rates_between
from desktop.core.agreement.order import in_order, rank
from desktop.core.agreement.payments import payments_between
from desktop.core.agreement.rates import Rates
from desktop.core.agreement.status import Comparison, Pair, Status
from desktop.core.agreement.ties import Ties, ties_of
from desktop.core.agreement.tying import Match, by_word_of_editor, is_later, joined, matches_by_editor, untold
from desktop.core.agreement.verdicts import verdict
from desktop.core.claims import Claim
from desktop.core.lexicon import Lexicon
from desktop.core.links import Link
from desktop.core.progress import part
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.topics import (
    Candidate,
    Company,
    Evidence,
    Fact,
    Index,
    Strand,
    Topic,
    Weighed,
    assign,
    bears_a_conflict,
    facts_of,
    is_one_event,
    profiles_of,
    strands_of,
    topic_of,
    vocabulary_of,
)


def compare_all(
    articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]], lexicon: Lexicon, links: Iterable[Link] = ()
) -> tuple[Comparison, ...]:
    """Every topic that two claims or more are about, worst first. claims: by article id. links: an editor's."""
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
    rates = rates_between(articles, claims, companies, lexicon)
    ties = ties_of(links, facts, claims, lexicon)
    paid, settled = payments_between(articles, facts, lexicon, rates, ties)
    told = {claim for comparison in paid for claim in comparison.claims}
    apart = {strand for group in strands.values() for strand in group if strand.claim in told}
    if settled:
        apart |= {strand for group in strands.values() for strand in group if settled.issuperset(strand.facts)}
    rest = _others(articles, strands, companies, apart, lexicon, rates, untold(ties, paid))
    return tuple(sorted([*paid, *rest], key=lambda comparison: rank(comparison, articles)))


def _others(
    articles: Sequence[Article],
    strands: Mapping[str, Sequence[Strand]],
    companies: Mapping[tuple[str, str], Company],
    apart: Collection[Strand],
    lexicon: Lexicon,
    rates: Mapping[frozenset[str], Rates],
    ties: Ties,
) -> list[Comparison]:
    """Everything but the payments. apart: the strands that are told as payments already."""
    matches: list[Match] = []
    couples = list(combinations(articles, 2))
    tied = matches_by_editor(articles, strands, ties, rates, lexicon)
    for number, (first, second) in enumerate(couples):
        company = companies[first.id, second.id]
        later = is_later(first, second)
        both = frozenset((first.id, second.id))
        bound = {match.strands for match in tied if match.articles == both}
        with part(number / len(couples), (number + 1) / len(couples)):
            found = _matches(company, apart, lexicon, rates[both], ties, bound, later=later)
        matches.extend(Match(c.one, c.other, tuple(pairs), not c.agrees, -c.total) for c, pairs in found)
    # a contradiction inside one article is told even where no other article speaks of the matter
    internal = {
        strand: _contradictions(strand, lexicon, rates[frozenset((name,))], ties)
        for name, group in strands.items()
        for strand in group
        if strand not in apart
    }
    groups, matches = joined(matches, tied, ties)
    known = {strand for group in groups for strand in group}
    groups += [[strand] for strand, found in internal.items() if found and strand not in known]
    place = {strand: at for at, group in enumerate(groups) for strand in group}
    within: dict[int, list[Pair]] = defaultdict(list)
    for match in matches:
        within[place[match.one]].extend(match.pairs)
    made = (
        _comparison(articles, group, within[at], [p for s in group for p in internal.get(s, ())], ties, rates, lexicon)
        for at, group in enumerate(groups)
    )
    return [comparison for comparison in made if comparison.pairs or comparison.internal]


def _comparison(
    articles: Sequence[Article],
    group: Sequence[Strand],
    pairs: Sequence[Pair],
    own: Sequence[Pair],
    ties: Ties,
    rates: Mapping[frozenset[str], Rates],
    lexicon: Lexicon,
) -> Comparison:
    """The topic of some strands. pairs: what is known of them; own: of single articles."""
    facts = [fact for strand in group for fact in strand.facts]
    claims = in_order(articles, [claim for fact in facts for claim in fact.mentions])
    topic = topic_of(claims, lexicon)
    if ties.same or ties.apart:
        pairs, own = by_word_of_editor(articles, facts, [*pairs, *own], ties, rates, lexicon)
    found = tuple(replace(pair, topic=topic) for pair in pairs)
    inside = tuple(replace(pair, topic=topic) for pair in own)
    return Comparison(topic, claims, found, inside, verdict(articles, facts, found))


def _contradictions(strand: Strand, lexicon: Lexicon, rates: Rates, ties: Ties) -> list[Pair]:
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
        if told or not known or a.modality is not b.modality or ties.part([one], [other]):
            continue
        pair = compare(a, b, Topic(a.figure.quantity.kind), lexicon, rates)
        if pair is not None and pair.status is Status.CONFLICT:
            found.append(pair)
    return found


def _matches(
    company: Company,
    apart: Collection[Strand],
    lexicon: Lexicon,
    rates: Rates,
    ties: Ties,
    bound: Collection[tuple[Strand, Strand]],
    *,
    later: bool,
) -> list[tuple[Candidate, list[Pair]]]:
    """The strands of two articles that speak of one thing, each with what their variants are to each other.

    bound: those that an editor brought together; nothing else is held against them unless it fits.
    """
    compared: dict[tuple[int, int], list[Pair]] = {}

    def candidates(weighed: Iterable[Weighed]) -> list[Candidate]:
        found = []
        for one, other, evidence in weighed:
            if one in apart and other in apart:
                continue
            candidate, pairs = _candidate(one, other, evidence, company, lexicon, rates, ties, later=later)
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
    if bound:
        rest = {two: c for two, c in rest.items() if two in bound or not any(set(two) & set(each) for each in bound)}
    chosen = [*agreed, *assign(rest.values())]
    return [(candidate, compared[id(candidate.one), id(candidate.other)]) for candidate in chosen]


def _candidate(
    one: Strand,
    other: Strand,
    found: Evidence,
    company: Company,
    lexicon: Lexicon,
    rates: Rates,
    ties: Ties,
    *,
    later: bool,
) -> tuple[Candidate | None, list[Pair]]:
    """Two strands with their variants compared; None where they neither fit nor bear a conflict.

    Where an editor parted two of their variants, they are one only if others fit.
    """
    parted = ties.part(one.facts, other.facts)
    may_conflict = not parted and bears_a_conflict(found, found.points, company.bar)
    if not may_conflict and not any(
        fit(left.claim, right.claim, lexicon, rates) for left, right in _variants(one, other, ties)
    ):
        return None, []
    pairs = _pairs(one, other, lexicon, rates, ties, later=later)
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
    if pairs and not fitting and not parted and all(may_differ(found, pair, lexicon, company) for pair in pairs):
        return candidate, pairs
    return None, []


_FRAMING = 2.5
"""What two agreeing strands need, so that what else their sentences say is of one thing too."""


def _pairs(one: Strand, other: Strand, lexicon: Lexicon, rates: Rates, ties: Ties, *, later: bool) -> list[Pair]:
    """Every variant of one strand against every variant of the other."""
    found = []
    for left, right in _variants(one, other, ties):
        pair = compare(left.claim, right.claim, Topic(left.quantity.kind), lexicon, rates, later=later)
        if pair is not None:
            found.append(pair)
    return found


def _variants(one: Strand, other: Strand, ties: Ties) -> Iterator[tuple[Fact, Fact]]:
    """The variants of two strands, two by two, but for those that an editor parted."""
    return (two for two in product(one.facts, other.facts) if not ties.part(two[:1], two[1:]))
