"""Suggests what disputed claims should probably be read as, where the articles themselves bear it out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.agreement import Comparison, Diagnosis, Pair, Status
from desktop.core.agreement.compare import compare
from desktop.core.agreement.rates import mean_of, rates_of, stated_rates
from desktop.core.checks import Check
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import has_changed_places
from desktop.core.readings.evidence import Sources, arithmetic, fits, majority, own, share, spoken, total
from desktop.core.readings.reading import Evidence, Ground, Reading
from desktop.core.readings.repairs import Repair, repairs
from desktop.core.text import Article

__all__ = ["Evidence", "Ground", "Reading", "readings_of"]

_ORDER = list(Ground)

_MOST_AMOUNTS = 8
"""How many amounts of one article may stand beside each other before no reading of them is looked for."""


@dataclass(frozen=True)
class _Case:
    """A repair of one fact, what speaks for it, and how many other sources bear it and bear the fact as it stands."""

    claim: Claim
    mentions: tuple[Figure, ...]
    repair: Repair
    evidence: tuple[Evidence, ...]
    bearing: int
    against: int

    @property
    def weight(self) -> tuple[int, int]:
        """How much speaks for it: kinds of evidence, then other sources."""
        return len({found.ground for found in self.evidence}), self.bearing - self.against

    def reading(self, pairs: Sequence[Pair]) -> Reading:
        """The Reading that it makes of the claim."""
        repaired, claim = self.repair.claim, self.claim
        swapped = repaired.payer != claim.payer
        return Reading(
            claim=claim,
            mentions=self.mentions,
            slips=self.repair.slips,
            quantity=None if repaired.figure.quantity == claim.figure.quantity else repaired.figure.quantity,
            payer=repaired.payer if swapped else None,
            payee=repaired.payee if swapped else None,
            is_total=repaired.marks != claim.marks and not repaired.figure.quantity.per,
            pairs=tuple(pairs),
            evidence=self.evidence,
        )


def readings_of(
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[Claim]],
    comparisons: Sequence[Comparison],
    checks: Sequence[Check],
    lexicon: Lexicon,
) -> tuple[Reading, ...]:
    """The readings that the articles bear out, in the order of comparisons and articles. claims: by article id.

    One is offered only where a slip explains a disputed pair and at least one piece of evidence lies outside it. Of
    two readings that would undo the same slip on both sides of a pair, the one that more speaks for is offered, and
    neither where as much speaks for both.
    """
    by_article: dict[str, list[Check]] = {article.id: [] for article in articles}
    for check in checks:
        by_article[check.article].append(check)
    rates = rates_of(
        [mean_of(stated_rates(article, claims[article.id]) for article in articles)],
        articles,
        [claim for article in articles for claim in claims[article.id]],
        lexicon,
    )
    sources = Sources({article.id: article for article in articles}, claims, by_article, lexicon, rates)
    found: list[Reading] = []
    for comparison in comparisons:
        if comparison.status is Status.CONFLICT and _is_an_argument(comparison):
            found.extend(_of_comparison(comparison, sources))
    return tuple(found)


def _is_an_argument(comparison: Comparison) -> bool:
    """Whether the articles argue about one thing: who gives many amounts for it gives a price list."""
    given = Counter(claim.article for claim in _distinct(comparison.claims))
    return all(count <= _MOST_AMOUNTS for count in given.values())


def _of_comparison(comparison: Comparison, sources: Sources) -> list[Reading]:
    cases: dict[tuple[object, ...], list[_Case]] = {}
    explained: dict[int, tuple[_Case, list[Pair]]] = {}
    group = _distinct(comparison.claims)
    for pair in (*comparison.pairs, *comparison.internal):
        if pair.status is not Status.CONFLICT:
            continue
        told = False
        for slips in (*((slip,) for slip in pair.diagnoses), *([pair.diagnoses] if len(pair.diagnoses) == 2 else [])):
            if told and len(slips) > 1:
                continue  # both slips of one article only where neither can be undone alone
            sides = [
                [
                    case
                    for case in _cases(claim, other, slips, comparison, group, cases, sources)
                    if _is_outside(case, pair, comparison) and _explains(case, other, pair, comparison, sources)
                ]
                for claim, other in ((pair.a, pair.b), (pair.b, pair.a))
            ]
            for case in _stronger(*sides):
                told = True
                explained.setdefault(id(case), (case, []))[1].append(pair)
    order = {claim.figure: place for place, claim in enumerate(comparison.claims)}
    ranked = sorted(explained.values(), key=lambda row: (order[row[0].claim.figure], row[0].repair.slips))
    return [case.reading(pairs) for case, pairs in ranked]


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for all of an article that say the same."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        seen.setdefault(_fact(claim), claim)
    return list(seen.values())


def _fact(claim: Claim) -> tuple[object, ...]:
    quantity = claim.figure.quantity
    return claim.article, quantity, claim.payer, claim.payee, claim.marks, claim.negated, claim.figure.is_reread


def _cases(
    claim: Claim,
    other: Claim,
    slips: tuple[Diagnosis, ...],
    comparison: Comparison,
    group: Sequence[Claim],
    known: dict[tuple[object, ...], list[_Case]],
    sources: Sources,
) -> list[_Case]:
    """The repairs of a claim that something speaks for; each is looked into once. What an editor gave needs none."""
    if claim.figure.is_reread:
        return []
    unit = other.figure.quantity.unit if {Diagnosis.UNIT, Diagnosis.CURRENCY}.intersection(slips) else None
    per = other.figure.quantity.per if Diagnosis.TOTAL_VS_RATE in slips else None
    theirs = other.figure.quantity
    value = (theirs.low, theirs.high) if Diagnosis.VALUE in slips else None
    key = (_fact(claim), slips, unit, per, value)
    if key not in known:
        mentions = tuple(mention.figure for mention in comparison.mentions_of(claim))
        made = (_case(claim, mentions, repair, group, sources) for repair in repairs(claim, other, slips))
        known[key] = [case for case in made if case is not None]
    return known[key]


def _case(
    claim: Claim,
    mentions: tuple[Figure, ...],
    repair: Repair,
    group: Sequence[Claim],
    sources: Sources,
) -> _Case | None:
    computed = list(arithmetic(claim, mentions, repair, sources))
    if Diagnosis.VALUE in repair.slips and not (computed or _has_changed_places(claim, repair)):
        return None  # that others have another value is no slip
    most, bearing, against = majority(claim, repair, group, sources)
    found = [
        *own(claim, repair, group, sources),
        *spoken(claim, repair, sources),
        *computed,
        *share(claim, repair, sources),
        *total(claim, repair, group, sources),
    ]
    if most is not None:
        found.append(most)
    if not found or bearing < against:
        return None
    found.sort(key=lambda evidence: _ORDER.index(evidence.ground))
    return _Case(claim, mentions, repair, tuple(found), bearing, against)


def _has_changed_places(claim: Claim, repair: Repair) -> bool:
    """Whether two digits have changed places: then another value is more than another opinion."""
    return has_changed_places(claim.figure.quantity, repair.claim.figure.quantity)


def _is_outside(case: _Case, pair: Pair, comparison: Comparison) -> bool:
    """Whether something speaks for a repair that the pair itself does not say."""
    inside = {mention.figure for claim in (pair.a, pair.b) for mention in comparison.mentions_of(claim)}
    return any(not found.figures or not inside.issuperset(found.figures) for found in case.evidence)


def _explains(case: _Case, other: Claim, pair: Pair, comparison: Comparison, sources: Sources) -> bool:
    """Whether the pair fits once the slip is undone, or only its other slips are left."""
    repaired = case.repair.claim
    if fits(repaired, other, sources):
        return True
    rest = set(pair.diagnoses).difference(case.repair.slips)
    left = compare(repaired, other, comparison.topic, sources.lexicon, sources.rates)
    return left is not None and left.status is Status.CONFLICT and bool(rest) and set(left.diagnoses) == rest


def _stronger(one: Sequence[_Case], other: Sequence[_Case]) -> list[_Case]:
    """The best repair of either side; of one slip only one side can be undone."""
    left = max(one, key=lambda case: case.weight, default=None)
    right = max(other, key=lambda case: case.weight, default=None)
    if left is None or right is None:
        return [case for case in (left, right) if case is not None]
    if left.weight == right.weight:
        return []
    return [max(left, right, key=lambda case: case.weight)]
