"""Brings facts together as an editor linked them, and keeps apart what an editor parted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from desktop.core.agreement.rates import Rates
from desktop.core.agreement.status import Comparison, Pair, what_is_said
from desktop.core.agreement.ties import Tie, Ties
from desktop.core.lexicon import Lexicon
from desktop.core.text import Article
from desktop.core.topics import Fact, Strand, are_commensurable, connected


@dataclass(frozen=True, slots=True)
class Match:
    """Two strands that are taken to be of one thing, and what their variants are to each other.

    differs: whether nothing of them fits. rank: the less, the more speaks for it.
    """

    one: Strand
    other: Strand
    pairs: tuple[Pair, ...]
    differs: bool = False
    rank: float = 0.0

    @property
    def strands(self) -> tuple[Strand, Strand]:
        """Both strands."""
        return self.one, self.other

    @property
    def articles(self) -> frozenset[str]:
        """The ids of their articles, one where both are of one."""
        return frozenset((self.one.claim.article, self.other.claim.article))


def untold(ties: Ties, comparisons: Iterable[Comparison]) -> Ties:
    """The ties but for those that these comparisons tell already."""
    if not ties.same:
        return ties
    told = {frozenset((pair.a.figure, pair.b.figure)) for made in comparisons for pair in (*made.pairs, *made.internal)}
    return replace(ties, same=tuple(tie for tie in ties.same if frozenset((tie.a.figure, tie.b.figure)) not in told))


def is_later(first: Article, second: Article) -> bool:
    """Whether two articles are known to have appeared on different days, so that a count may have grown."""
    return None not in (first.published, second.published) and first.published != second.published


def pair_of(
    tie: Tie, articles: Sequence[Article], rates: Mapping[frozenset[str], Rates], lexicon: Lexicon
) -> Pair | None:
    """What two facts that an editor linked are to each other, None where they cannot be compared."""
    one, other = (next(article for article in articles if article.id == claim.article) for claim in (tie.a, tie.b))
    return tie.pair(lexicon, rates[tie.articles], later=is_later(one, other))


def matches_by_editor(
    articles: Sequence[Article],
    strands: Mapping[str, Sequence[Strand]],
    ties: Ties,
    rates: Mapping[frozenset[str], Rates],
    lexicon: Lexicon,
) -> tuple[Match, ...]:
    """The strands that an editor brought together, of two articles or of one."""
    if not ties.same:
        return ()
    strand_of = {fact: strand for group in strands.values() for strand in group for fact in strand.facts}
    found = []
    for tie in ties.same:
        pair = pair_of(tie, articles, rates, lexicon)
        if pair is not None:
            one, other = (strand_of.setdefault(fact, Strand((fact,))) for fact in (tie.one, tie.other))
            found.append(Match(one, other, (pair,)))
    return tuple(found)


def joined(matches: Sequence[Match], tied: Sequence[Match], ties: Ties) -> tuple[list[list[Strand]], list[Match]]:
    """The topics that the matches make, each the strands of it, and the matches that are left.

    Strands that an editor parted come into no topic together, unless something else of them fits; then of the matches
    that would bring them together the best ones are left.
    """
    apart: frozenset[frozenset[Strand]] = frozenset()
    if ties.apart:
        strands = dict.fromkeys(strand for match in (*tied, *matches) for strand in match.strands)
        place = {fact: strand for strand in strands for fact in strand.facts}
        met = {frozenset(match.strands) for match in (*tied, *matches)}
        parted = (frozenset(place[fact] for fact in two if fact in place) for two in ties.apart)
        apart = frozenset(two for two in parted if len(two) == 2 and two not in met)
    if apart:
        matches = sorted(matches, key=lambda match: (match.differs, match.rank, match.one.start, match.other.start))
    every = [*tied, *matches] if tied or apart else list(matches)
    groups = connected([match.strands for match in every], apart, len(tied))
    at = {strand: number for number, group in enumerate(groups) for strand in group}
    return groups, [match for match in every if at[match.one] == at[match.other]]


def by_word_of_editor(
    articles: Sequence[Article],
    facts: Sequence[Fact],
    pairs: Iterable[Pair],
    ties: Ties,
    rates: Mapping[frozenset[str], Rates],
    lexicon: Lexicon,
) -> tuple[list[Pair], list[Pair]]:
    """The pairs of one topic as an editor's links leave them: between articles, and inside single ones.

    Linked facts are a pair, each once and marked; facts that are not one speak in no pair.
    """
    known = frozenset(facts)
    same = [tie for tie in ties.same if tie.facts <= known]
    by_figures = {frozenset((pair.a.figure, pair.b.figure)): pair for pair in pairs}
    for tie in same:
        made = pair_of(tie, articles, rates, lexicon)
        if made is not None:
            by_figures[frozenset((tie.a.figure, tie.b.figure))] = made
    for tie in same:
        for further in _carried(tie, articles, facts, list(by_figures.values()), ties, rates, lexicon):
            by_figures.setdefault(frozenset((further.a.figure, further.b.figure)), further)
    kept = _without_parted(by_figures.values(), same, ties.within(facts))
    return [pair for pair in kept if not pair.is_internal], [pair for pair in kept if pair.is_internal]


def _carried(
    tie: Tie,
    articles: Sequence[Article],
    facts: Sequence[Fact],
    pairs: Sequence[Pair],
    ties: Ties,
    rates: Mapping[frozenset[str], Rates],
    lexicon: Lexicon,
) -> list[Pair]:
    """What else follows from a tie: what one of its facts is held against, the other is held against, too.

    Only where two articles have nothing to say of each other yet. facts: those of the topic. pairs: its pairs.
    """
    fact_of = {id(fact.claim): fact for fact in facts}
    partners = {tie.one: [tie.one], tie.other: [tie.other]}
    for pair in pairs:
        a, b = fact_of.get(id(pair.a)), fact_of.get(id(pair.b))
        if a is None or b is None or {a, b} == {tie.one, tie.other}:
            continue
        for mine, theirs in ((a, b), (b, a)):
            if mine in partners:
                partners[mine].append(theirs)
    met = {frozenset((pair.a.article, pair.b.article)) for pair in pairs}
    order = {article.id: number for number, article in enumerate(articles)}
    found = []
    for one, other in product(*partners.values()):
        between = frozenset((one.claim.article, other.claim.article))
        if len(between) < 2 or between in met or ties.part([one], [other]):
            continue
        if are_commensurable(one.quantity, other.quantity, lexicon):
            first, second = sorted((one, other), key=lambda fact: order[fact.claim.article])
            further = Tie(first, second, first.claim, second.claim).pair(lexicon, rates[between])
            found += [further] if further is not None else []
    return found


def _without_parted(pairs: Iterable[Pair], same: Iterable[Tie], apart: Collection[frozenset[Fact]]) -> list[Pair]:
    """The pairs of a topic but for those that speak for two facts of it that are not one."""
    said = [{what_is_said(fact.claim) for fact in two} for two in apart]
    tied = [(tie.a, tie.b) for tie in same]
    return [
        pair for pair in pairs if {what_is_said(pair.a), what_is_said(pair.b)} not in said or (pair.a, pair.b) in tied
    ]
