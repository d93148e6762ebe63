"""Knows where each article stands on a disputed topic: who says the same, and how far the others are from that."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.agreement import SEVERITY, Comparison, Pair, Status, what_is_said
from desktop.core.claims import Claim


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What some articles say alike.

    articles: ids. claim: what the first of them says in the main. pair: against the first standpoint of the topic, the
    worst there is; None for the first itself, and where the two were never compared.
    """

    articles: tuple[str, ...]
    claim: Claim
    pair: Pair | None = None


def standpoints(comparison: Comparison) -> tuple[Standpoint, ...]:
    """The standpoints on a topic, that of most articles first, the others in the order of the articles."""
    main = main_claims(comparison)
    ties = _ties(comparison, main)
    outliers = comparison.verdict.outliers
    groups: list[list[str]] = [[article for article in main if article not in outliers]] if outliers else []
    for article in main:
        if any(article in group for group in groups):
            continue
        fitting = (group for group in groups[bool(outliers) :] if _fits(article, group, ties))
        joined = next(fitting, None)
        if joined is None:
            groups.append([article])
        else:
            joined.append(article)
    if not outliers:
        groups.sort(key=len, reverse=True)
    return tuple(
        Standpoint(tuple(group), main[group[0]], _worst(comparison, groups[0], group, main) if number else None)
        for number, group in enumerate(groups)
    )


def main_claims(comparison: Comparison) -> dict[str, Claim]:
    """What each article (id) says in the main, as the verdict has it: a rate, what is said most often, what comes
    first."""
    stated = Counter(what_is_said(claim) for claim in comparison.claims)
    found: dict[str, Claim] = {}
    for article in dict.fromkeys(claim.article for claim in comparison.claims):
        own = [claim for claim in comparison.claims if claim.article == article]
        found[article] = max(
            own,
            key=lambda claim: (
                not claim.figure.quantity.is_vague,
                claim.figure.quantity.per is not None,
                stated[what_is_said(claim)],
                -claim.figure.span.start,
            ),
        )
    return found


def _ties(comparison: Comparison, main: Mapping[str, Claim]) -> dict[frozenset[str], Status]:
    """The worst status of the main claims of each two articles."""
    said = {article: what_is_said(claim) for article, claim in main.items()}
    ties: dict[frozenset[str], Status] = {}
    for pair in comparison.pairs:
        if what_is_said(pair.a) == said[pair.a.article] and what_is_said(pair.b) == said[pair.b.article]:
            two = frozenset((pair.a.article, pair.b.article))
            ties[two] = max(pair.status, ties.get(two, pair.status), key=SEVERITY.__getitem__)
    return ties


def _fits(article: str, group: list[str], ties: Mapping[frozenset[str], Status]) -> bool:
    """Whether an article says what all of a group say."""
    found = [ties.get(frozenset((article, other))) for other in group]
    return all(status is not None and status is not Status.CONFLICT for status in found)


def _worst(comparison: Comparison, one: list[str], other: list[str], main: Mapping[str, Claim]) -> Pair | None:
    """The worst pair of two groups; where several are as bad, one of main claims."""
    said = {article: what_is_said(claim) for article, claim in main.items()}

    def weight(pair: Pair) -> tuple[int, int]:
        mains = sum(what_is_said(claim) == said[claim.article] for claim in (pair.a, pair.b))
        return SEVERITY[pair.status], mains

    found = [
        pair
        for pair in comparison.pairs
        if (pair.a.article in one and pair.b.article in other) or (pair.a.article in other and pair.b.article in one)
    ]
    return max(found, key=weight, default=None)
