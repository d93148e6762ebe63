"""Brings the payments between two parties together, whichever way and in whatever terms they are stated."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from desktop.core.agreement.compare import compare
from desktop.core.agreement.order import in_order, is_vague
from desktop.core.agreement.rates import Rates
from desktop.core.agreement.slips import slips
from desktop.core.agreement.status import Comparison, Diagnosis, Pair, Status
from desktop.core.agreement.verdicts import verdict
from desktop.core.claims import Claim, Mark, Namesakes, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.text import Article
from desktop.core.topics import Fact, payment_key, topic_of

_APART = frozenset({Mark.EARLIER, Mark.DEMANDED, Mark.EXTRA})
MOST_READINGS = 12
"""How many readings of one payment an article is taken at its word for."""


def payments_between(
    articles: Sequence[Article],
    facts: Mapping[str, Sequence[Fact]],
    lexicon: Lexicon,
    rates: Mapping[frozenset[str], Rates],
) -> list[Comparison]:
    """Payments between the same two parties are one topic, whichever way and in whatever terms they are stated."""
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
    return [made for _, group in groups if (made := _comparison(articles, group, lexicon, rates)) is not None]


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


def _comparison(
    articles: Sequence[Article], group: Sequence[Fact], lexicon: Lexicon, rates: Mapping[frozenset[str], Rates]
) -> Comparison | None:
    claims = in_order(articles, [claim for fact in group for claim in fact.mentions])
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
        pair = compare(a, b, topic, lexicon, rates[frozenset((a.article, b.article))], later=later)
        if pair is None or (_period_left_out(a, b) and not _is_slip(pair)):
            continue
        if is_vague(pair) and pair.status is Status.CONFLICT:
            continue
        if not inside:
            pairs.append(pair)
        elif pair.status is Status.CONFLICT and (_SLIPLESS.isdisjoint(pair.diagnoses) or _are_stated(a, b)):
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
