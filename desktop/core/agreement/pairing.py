"""Brings the claims of all articles together, topic by topic, and says what they are to each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from desktop.core.agreement.compare import compare, fit
from desktop.core.agreement.order import in_order, is_vague, rank
from desktop.core.agreement.payments import payments_between
from desktop.core.agreement.rates import Rates, rates_of, stated_rates
from desktop.core.agreement.slips import slips
from desktop.core.agreement.status import Basis, Comparison, Diagnosis, Pair, Status
from desktop.core.agreement.verdicts import verdict
from desktop.core.claims import Claim, Mark, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.topics import (
    CONFLICT_EVIDENCE,
    SLIGHT_DOUBTS,
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
    is_owned,
    is_telling,
    payment_key,
    profiles_of,
    strands_of,
    telling_points,
    topic_of,
    value_points,
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
        rates = rates_of([stated[name] for name in (*own, *others)], [first, second], told, lexicon)
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
    for first, second in combinations(articles, 2):
        company = companies[first.id, second.id]
        later = None not in (first.published, second.published) and first.published != second.published
        for candidate, pairs in _matches(company, apart, lexicon, rates[frozenset((first.id, second.id))], later=later):
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
    may_differ = bears_a_conflict(found, found.points, company.bar)
    if not may_differ and not any(
        fit(left.claim, right.claim, lexicon, rates) for left in one.facts for right in other.facts
    ):
        return None, []
    pairs = _pairs(one, other, lexicon, rates, later=later)
    fitting = [pair for pair in pairs if pair.status is not Status.CONFLICT and _may_fit(found, pair)]
    if not _may_be_told(found, fitting):
        return None, []
    candidate = Candidate(one, other, found, max(map(_worth, fitting), default=0.0), bool(fitting))
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
            or (revised and not shared.issuperset((id(p.a), id(p.b))) and _may_differ(found, p, lexicon, company))
        ]
    if pairs and not fitting and all(_may_differ(found, pair, lexicon, company) for pair in pairs):
        return candidate, pairs
    return None, []


_FRAMING = 2.5
"""What two agreeing strands need, so that what else their sentences say is of one thing too."""

_CLOSE = Decimal("1.06")
_OF_A_NEIGHBOUR, _OF_A_RANGE, _OF_A_BAND, _OF_A_CONVERSION = 0.7, 0.4, 0.5, 0.6
"""What a value that lies close, and one that a range holds, is worth of an equal one."""


def _worth(pair: Pair) -> float:
    """What the values of a fitting pair add to the evidence: half where they only lie close."""
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    points = value_points(one, other)
    if pair.basis is Basis.YEARLY_RATE:
        return _OF_A_BAND  # within 15 % lies much
    if pair.status is Status.EQUIVALENT and one.unit != other.unit:
        # "126 days" and "four months": that just these fit is more of a chance than the rounder of the two shows
        return max(points, _OF_A_CONVERSION * max(telling_points(one), telling_points(other)))
    if pair.status is not Status.APPROX or pair.common_a == pair.common_b:
        return points
    if pair.ratio is not None and pair.ratio <= _CLOSE:
        # "more than 500" beside 512: the sharper of the two says how much of a chance that would be
        return _OF_A_NEIGHBOUR * max(telling_points(pair.a.figure.quantity), telling_points(pair.b.figure.quantity))
    return points * _OF_A_RANGE


def _may_fit(found: Evidence, pair: Pair) -> bool:
    """Whether known differences leave room for an agreement: where the values are telling, or much else is shared."""
    if pair.status is Status.APPROX and pair.ratio is not None and pair.ratio > _FAR and not is_vague(pair):
        return False  # "over $41.50" holds $210 million, and says nothing of it
    if pair.a.figure.quantity.kind is Kind.AGE and found.points < _OF_A_PERSON:
        return False  # of many people some are of one age
    if not found.doubts:
        return True
    equal = pair.status is not Status.APPROX or pair.common_a == pair.common_b
    near = pair.ratio is not None and pair.ratio <= _NEAR
    if found.doubts > _MOST_DOUBTS:
        return (equal or near) and found.doubts <= 2 * _MOST_DOUBTS and found.points >= _SOME and _worth(pair) >= 2
    if found.doubts < 1 and found.points >= _SOME:
        return True
    return (equal and is_telling(pair.a.figure.quantity, pair.b.figure.quantity)) or (near and _worth(pair) >= 2)


_NEAR = Decimal("1.03")
_MOST_DOUBTS, _SOME, _OF_A_PERSON = 1.0, 1.5, 1.0


def _may_be_told(found: Evidence, fitting: Sequence[Pair]) -> bool:
    """Whether what fits says anything: a vague size holds nearly every amount, so it takes more evidence."""
    vague = [pair for pair in fitting if pair.status is Status.APPROX and is_vague(pair)]
    return len(vague) < len(fitting) or not fitting or (found.points >= CONFLICT_EVIDENCE and found.families >= 2)


def _pairs(one: Strand, other: Strand, lexicon: Lexicon, rates: Rates, *, later: bool) -> list[Pair]:
    """Every variant of one strand against every variant of the other."""
    found = []
    for left in one.facts:
        for right in other.facts:
            pair = compare(left.claim, right.claim, Topic(left.quantity.kind), lexicon, rates, later=later)
            if pair is not None:
                found.append(pair)
    return found


def _too_far(pair: Pair) -> float:
    """What it takes from the evidence that two amounts lie far apart, and no slip or later count explains it."""
    if pair.ratio is None or pair.ratio <= _FAR:
        return 0.0
    if Diagnosis.UPDATE in pair.diagnoses and pair.ratio <= _VERY_FAR:
        return 0.0
    if slips(Fraction(pair.ratio), rate=bool(pair.common_per)):
        return 0.0
    return 1.0 if pair.ratio <= _VERY_FAR else 4.0


_FAR, _VERY_FAR = 3, 10


def _points(claim: Claim) -> bool:
    """Whether a date is only pointed at: "Friday", "last month"."""
    return (
        claim.figure.quantity.iso is not None
        and not any(map(str.isdigit, claim.figure.quote))
        and (len(claim.figure.quantity.iso) > _MONTH)
    )


def _is_month(claim: Claim) -> bool:
    """Whether a date is no more than a month: "in August", which may be of anything."""
    iso = claim.figure.quantity.iso or ""
    return len(iso) == _MONTH or (iso.startswith("--") and len(iso) == len("--08"))


_MUCH, _FRAMED, _MOST = 3.5, 1.5, 6.0
_MONTH, _PLENTY, _OF_OTHERS, _OF_OTHER_MATTERS = 7, 5.0, 0.5, 1.5


def _may_differ(found: Evidence, pair: Pair, lexicon: Lexicon, company: Company) -> bool:
    """Whether the evidence bears a conflict: two families, and more of it where the amounts lie far apart."""
    if found.doubts > SLIGHT_DOUBTS:
        return False
    points = found.points - _too_far(pair)
    if is_vague(pair):
        return False
    if (pair.a.attribute is None) != (pair.b.attribute is None):
        points -= 0.5  # of one it is known what it is about, of the other not: "create 1,800 jobs", "cut 250 jobs"
    if any(claim.attribute and lexicon.attributes[claim.attribute].fleeting for claim in (pair.a, pair.b)) and (
        points < _MUCH or pair.a.figure.quantity.kind is not Kind.DATE
    ):
        return False  # what a share costs is another amount every day, and "since 1983" may be of anything
    both = (pair.a, pair.b)
    dated = pair.a.figure.quantity.kind is Kind.DATE
    if dated:
        is_open = Mark.OPEN in pair.a.marks | pair.b.marks
        known = None not in (pair.a.attribute, pair.b.attribute) or (found.framed >= _FRAMED and not is_open)
        loose = points < _MUCH or is_open or any(map(_is_month, both))
        if any(map(_points, both)) or (not known and loose):
            return False  # "Friday" beside a date in full, or two dates that little is said of
    counted = pair.a.figure.quantity.kind is Kind.COUNT and pair.a.attribute and pair.b.attribute
    if counted and pair.a.attribute != pair.b.attribute:
        points -= _OF_OTHER_MATTERS  # houses destroyed, houses damaged
    if pair.a.near_names and pair.b.near_names and not pair.a.near_names & pair.b.near_names:
        points -= _OF_OTHERS  # somebody else is named beside each
    if (payment_key(pair.a) is None) != (payment_key(pair.b) is None):
        points -= 1.5  # who pays whom is told of one of them only
    if Mark.CONVERTED in pair.a.marks | pair.b.marks:
        return False  # the amount that was converted tells it already
    if (
        any(is_owned(claim, lexicon) for claim in both)
        and pair.a.subject
        and pair.b.subject
        and not same_name(pair.a.subject, pair.b.subject)
    ):
        return False
    earlier = Mark.EARLIER in pair.a.marks | pair.b.marks and not (pair.a.as_of or pair.b.as_of)
    if not dated and earlier and (points < _PLENTY or Mark.EARLIER not in pair.a.marks & pair.b.marks):
        return False  # of two earlier events nobody knows whether they are one, unless much else is shared
    if pair.a.negated or pair.b.negated:
        return False
    if (pair.a.as_of is None) != (pair.b.as_of is None):
        # "last year" may be the latest there is, 2023 is a year of its own
        enough = _PLENTY if Mark.EARLIER in pair.a.marks | pair.b.marks else _MOST
        points = points if points >= enough and (enough == _PLENTY or not company.is_brief) else 0.0
    return bears_a_conflict(found, points, company.bar)
