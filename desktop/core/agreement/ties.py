"""Knows what an editor's links say of the facts of the articles: which are one, and which are not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from desktop.core.agreement.compare import compare
from desktop.core.agreement.rates import Rates, mean_of, rates_of, stated_rates
from desktop.core.agreement.status import Pair, what_is_said
from desktop.core.anchors import Anchor
from desktop.core.claims import Claim
from desktop.core.lexicon import Lexicon
from desktop.core.links import Link
from desktop.core.text import Article
from desktop.core.topics import Fact, Topic, are_commensurable


class Tie(NamedTuple):
    """Two facts that are one by an editor's word, and the claims that speak for them.

    a stands in the article given first, or earlier in the same article.
    """

    one: Fact
    other: Fact
    a: Claim
    b: Claim

    @property
    def facts(self) -> frozenset[Fact]:
        """Both facts."""
        return frozenset((self.one, self.other))

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles, one where both facts are of one."""
        return frozenset((self.a.article, self.b.article))

    def pair(self, lexicon: Lexicon, rates: Rates, *, later: bool = False) -> Pair | None:
        """What the two are to each other, None where their amounts cannot be brought together."""
        pair = compare(self.a, self.b, Topic(self.a.figure.quantity.kind), lexicon, rates, later=later)
        return None if pair is None else replace(pair, by_editor=True)


@dataclass(frozen=True, slots=True)
class Ties:
    """The links that two facts of the articles answer to, in the order of the texts. apart: facts that are not one."""

    same: tuple[Tie, ...] = ()
    apart: frozenset[frozenset[Fact]] = frozenset()

    def part(self, some: Iterable[Fact], others: Iterable[Fact]) -> bool:
        """Whether an editor says of any of these facts that it is not one of those."""
        return bool(self.apart) and any(frozenset(two) in self.apart for two in product(some, others))

    def within(self, facts: Iterable[Fact]) -> frozenset[frozenset[Fact]]:
        """Those of these facts that are not one, two by two."""
        if not self.apart:
            return frozenset()
        known = frozenset(facts)
        return frozenset(two for two in self.apart if two <= known)


NO_TIES = Ties()


def claim_at(claims: Sequence[Claim], anchor: Anchor) -> Claim | None:
    """The claim at a place, or the only one that shares a letter with it: a reading may be wider than another.

    claims: of one article.
    """
    near = [claim for claim in claims if claim.figure.span.overlaps(anchor.span)]
    exact = next((claim for claim in near if claim.figure.span == anchor.span), None)
    return exact or (near[0] if len(near) == 1 else None)


def ties_of(
    links: Iterable[Link], facts: Mapping[str, Sequence[Fact]], claims: Mapping[str, Sequence[Claim]], lexicon: Lexicon
) -> Ties:
    """What the links come to; one whose figure was set aside comes to nothing, nor does one of two sorts of amount.

    Where an editor said both of two facts, what was said last counts. facts, claims: by article id, in their order.
    """
    links = list(links)
    if not links:
        return NO_TIES
    fact_of = {claim.figure: fact for group in facts.values() for fact in group for claim in fact.mentions}
    order = {name: number for number, name in enumerate(claims)}
    same: dict[frozenset[Anchor], Tie] = {}
    apart: set[frozenset[Fact]] = set()
    for link in links:
        met = (claim_at(claims.get(anchor.article, ()), anchor) for anchor in link.anchors)
        found = sorted((claim for claim in met if claim is not None), key=lambda claim: _place(claim, order))
        if len(found) < 2 or found[0] is found[1]:
            continue
        a, b = found
        for claim in (a, b):
            if link.is_same and claim.figure not in fact_of:
                fact_of[claim.figure] = Fact((claim,))  # ranks and "several years" are no facts by themselves
        one, other = fact_of.get(a.figure), fact_of.get(b.figure)
        if one is None or other is None or one is other:
            continue
        facts_of_both = frozenset((one, other))
        if not link.is_same:
            apart.add(facts_of_both)
            same = {key: tie for key, tie in same.items() if tie.facts != facts_of_both}
        elif are_commensurable(a.figure.quantity, b.figure.quantity, lexicon):
            apart.discard(facts_of_both)
            tie = Tie(one, other, _speaker(one, a), _speaker(other, b))
            same[frozenset((tie.a.figure.anchor, tie.b.figure.anchor))] = tie
    return Ties(
        tuple(sorted(same.values(), key=lambda tie: (_place(tie.a, order), _place(tie.b, order)))), frozenset(apart)
    )


def can_be_compared(a: Claim, b: Claim, articles: Sequence[Article], claims: Sequence[Claim], lexicon: Lexicon) -> bool:
    """Whether a link of two claims makes a pair of them. articles: theirs. claims: all that these make."""
    if not are_commensurable(a.figure.quantity, b.figure.quantity, lexicon):
        return False
    stated = [stated_rates(article, [claim for claim in claims if claim.article == article.id]) for article in articles]
    rates = rates_of([mean_of(stated)], articles, claims, lexicon)
    return compare(a, b, Topic(a.figure.quantity.kind), lexicon, rates) is not None


def _place(claim: Claim, order: Mapping[str, int]) -> tuple[int, int, int]:
    return order[claim.article], claim.figure.span.start, claim.figure.span.end


def _speaker(fact: Fact, claim: Claim) -> Claim:
    """The claim that speaks for a fact, unless one of its mentions says a little more or less."""
    return fact.claim if what_is_said(fact.claim) == what_is_said(claim) else claim
