"""Brings the payments between two parties together, whichever way and in whatever terms they are stated."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

from desktop.core.agreement.compare import compare, fit
from desktop.core.agreement.order import in_order, is_vague
from desktop.core.agreement.rates import Rates
from desktop.core.agreement.slips import slips
from desktop.core.agreement.status import SEVERITY, Comparison, Diagnosis, Pair, Status
from desktop.core.agreement.ties import NO_TIES, Tie, Ties
from desktop.core.agreement.tying import pair_of
from desktop.core.agreement.verdicts import verdict
from desktop.core.claims import Claim, Mark, Namesakes, same_name
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.topics import Fact, Topic, connected, payment_key, topic_of

_APART = frozenset({Mark.EARLIER, Mark.DEMANDED, Mark.EXTRA})
MOST_READINGS = 12
"""How many readings of one payment an article is taken at its word for."""


def payments_between(
    articles: Sequence[Article],
    facts: Mapping[str, Sequence[Fact]],
    lexicon: Lexicon,
    rates: Mapping[frozenset[str], Rates],
    ties: Ties = NO_TIES,
) -> tuple[list[Comparison], frozenset[Fact]]:
    """Payments between the same two parties are one topic, whichever way and in whatever terms they are stated.

    What an editor linked with one of them belongs to it, too. With them the facts of those payments of which an editor
    parted some: nothing more is to be made of them.
    """
    keyed = [(key, fact) for article in articles for fact in facts[article.id] if (key := payment_key(fact.claim))]
    alike = Namesakes(name for key, _ in keyed for name in sorted(key))
    groups: list[tuple[frozenset[str], list[Fact]]] = []
    places: dict[str, list[int]] = defaultdict(list)
    for key, fact in keyed:
        near = sorted({place for name in alike.of(min(key)) for place in places[name]})
        known = next((groups[place][1] for place in near if _same_parties(groups[place][0], key)), None)
        if known is not None:
            known.append(fact)
            continue
        for name in key:
            places[name].append(len(groups))
        groups.append((key, [fact]))
    own = {fact: number for number, (_, group) in enumerate(groups) for fact in group} if ties.same else {}
    told = _with_tied([group for _, group in groups], ties)
    settled = frozenset(fact for group in told if ties.within(group) for fact in group)
    return [made for group in told for made in _comparisons(articles, group, own, lexicon, rates, ties)], settled


def _with_tied(groups: list[list[Fact]], ties: Ties) -> list[list[Fact]]:
    """The payments, with what an editor linked with them; two that are linked are one."""
    for facts in connected([(tie.one, tie.other) for tie in ties.same]):
        touched = [group for group in groups if any(fact in facts for fact in group)]
        if touched:
            first = touched[0]
            for group in touched[1:]:
                first.extend(group)
            first.extend(fact for fact in facts if fact not in first)
            groups = [group for group in groups if group is first or group not in touched]
    return groups


_SLIPLESS = frozenset({Diagnosis.VALUE, Diagnosis.CURRENCY})


def _are_stated(a: Claim, b: Claim) -> bool:
    """Whether both say themselves who pays whom; else two amounts without a slip are two payments."""
    return a.parties_stated and b.parties_stated


def _same_parties(one: frozenset[str], other: frozenset[str]) -> bool:
    if len(one) != 2 or len(other) != 2:
        return False
    return all(any(same_name(a, b) for b in other) for a in one) and all(
        any(same_name(a, b) for a in one) for b in other
    )


def _comparisons(
    articles: Sequence[Article],
    group: Sequence[Fact],
    own: Mapping[Fact, int],
    lexicon: Lexicon,
    rates: Mapping[frozenset[str], Rates],
    ties: Ties,
) -> list[Comparison]:
    """What is said of one payment; of several, where an editor parted some of it.

    own: between which parties a fact is by itself, by number.
    """
    tied = [tie for tie in ties.same if tie.one in group]
    apart = _parted(group, ties, lexicon, rates)
    pairs = [*_pairs_by_editor(articles, tied, lexicon, rates)]
    told = {frozenset((pair.a.figure, pair.b.figure)) for pair in pairs}
    pairs += _pairs(articles, group, told, apart, lexicon, rates)
    fact_of = {claim.figure: fact for fact in group for claim in fact.mentions} if tied or apart else {}
    if tied:
        parties = {figure: own.get(fact) for figure, fact in fact_of.items()}
        pairs = [replace(p, by_editor=p.by_editor or _is_brought(p, parties)) for p in pairs]
    parts, of_part = [group], [pairs]
    if apart:
        pairs.sort(key=lambda pair: (frozenset((pair.a.figure, pair.b.figure)) not in told, SEVERITY[pair.status]))
        links = [(fact_of[pair.a.figure], fact_of[pair.b.figure]) for pair in pairs]
        parts = [sorted(part, key=group.index) for part in connected(links, apart, len(told))]
        of_part = [[p for p, two in zip(pairs, links, strict=True) if set(two) <= set(part)] for part in parts]
    made = (_comparison(articles, part, own, lexicon) for part, own in zip(parts, of_part, strict=True))
    return [comparison for comparison in made if comparison.pairs or comparison.internal]


def _is_brought(pair: Pair, parties: Mapping[Figure, int | None]) -> bool:
    """Whether two facts are beside each other by an editor's word alone. parties: those of each figure, by number."""
    one, other = parties[pair.a.figure], parties[pair.b.figure]
    return one is None or one != other


def _pairs_by_editor(
    articles: Sequence[Article], tied: Sequence[Tie], lexicon: Lexicon, rates: Mapping[frozenset[str], Rates]
) -> list[Pair]:
    found = (pair_of(tie, articles, rates, lexicon) for tie in tied)
    return [pair for pair in found if pair is not None]


def _pairs(
    articles: Sequence[Article],
    group: Sequence[Fact],
    told: Collection[frozenset[Figure]],
    apart: Collection[frozenset[Fact]],
    lexicon: Lexicon,
    rates: Mapping[frozenset[str], Rates],
) -> list[Pair]:
    """What the facts of one payment are to each other. told: what is paired already. apart: facts that are not one."""
    topic = Topic(Kind.MONEY)
    dates = {article.id: article.published for article in articles}
    found = []
    for one, other in combinations(_most_stated(group), 2):
        a, b = one.claim, other.claim
        inside = a.article == b.article
        if a.negated != b.negated or (a.marks ^ b.marks) & _APART:
            continue
        if inside and (_period_left_out(a, b) or a.sentence == b.sentence):
            continue
        if (told and frozenset((a.figure, b.figure)) in told) or (apart and frozenset((one, other)) in apart):
            continue
        later = dates[a.article] != dates[b.article] and None not in (dates[a.article], dates[b.article])
        pair = compare(a, b, topic, lexicon, rates[frozenset((a.article, b.article))], later=later)
        if pair is None or (_period_left_out(a, b) and not _is_slip(pair)):
            continue
        if is_vague(pair) and pair.status is Status.CONFLICT:
            continue
        is_disputed = pair.status is Status.CONFLICT and (_SLIPLESS.isdisjoint(pair.diagnoses) or _are_stated(a, b))
        if not inside or is_disputed:
            found.append(pair)
    return found


def _parted(
    group: Sequence[Fact], ties: Ties, lexicon: Lexicon, rates: Mapping[frozenset[str], Rates]
) -> frozenset[frozenset[Fact]]:
    """The facts of one payment that an editor parted, two by two, and what says the same in other terms."""

    def same(fact: Fact) -> list[Fact]:
        name = fact.claim.article
        return [
            known
            for known in group
            if known is fact
            or (known.claim.article == name and fit(known.claim, fact.claim, lexicon, rates[frozenset((name,))]))
        ]

    parted = (product(*map(same, two)) for two in ties.within(group))
    found = {frozenset(two) for every in parted for two in every}
    return frozenset(two for two in found if len(two) == 2) - {tie.facts for tie in ties.same}


def _comparison(
    articles: Sequence[Article], group: Sequence[Fact], pairs: Sequence[Pair], lexicon: Lexicon
) -> Comparison:
    claims = in_order(articles, [claim for fact in group for claim in fact.mentions])
    topic = topic_of(claims, lexicon)
    pairs = [replace(pair, topic=topic) for pair in pairs]
    between = tuple(pair for pair in pairs if not pair.is_internal)
    internal = _telling([pair for pair in pairs if pair.is_internal])
    return Comparison(topic, claims, between, internal, verdict(articles, group, between))


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
        if not pair.by_editor and (key in seen or (len(pair.diagnoses) > 1 and told.issuperset(pair.diagnoses))):
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
