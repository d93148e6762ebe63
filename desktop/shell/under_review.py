"""Knows which comparison, and which pairs of it, an editor means who selects a figure between two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.agreement import SEVERITY, what_is_said
from desktop.core.ruled import open_disputes
from desktop.core.rulings import anchors_of, pairs_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.agreement import Comparison, Pair
    from desktop.core.anchors import Anchor
    from desktop.core.figures import Figure
    from desktop.core.ruled import Ruled
    from desktop.shell.session import Facing

Found = tuple["Comparison | None", "tuple[Pair, ...]"]


def under_review(comparisons: Iterable[Comparison], figures: tuple[Figure, ...], facing: Facing) -> Found:
    """Of the comparisons that hold the first selected figure, that with the worst pair between the two articles (ids).

    And what of it is under review: the pairs that speak for that figure, those with the second selected one first.
    """
    best: Found = (None, ())
    for comparison in comparisons if figures else ():
        if any(claim.figure == figures[0] for claim in comparison.claims):
            pairs = pairs_between(comparison, *facing)
            if pairs and (not best[1] or SEVERITY[pairs[0].status] > SEVERITY[best[1][0].status]):
                best = (comparison, pairs)
    found, pairs = best
    return (found, _meant(found, pairs, figures)) if found is not None else best


def _meant(comparison: Comparison, pairs: tuple[Pair, ...], figures: tuple[Figure, ...]) -> tuple[Pair, ...]:
    said = [{what_is_said(claim) for claim in comparison.claims if claim.figure == figure} for figure in figures[:2]]

    def speaks_for(pair: Pair, number: int) -> bool:
        return number < len(said) and any(what_is_said(claim) in said[number] for claim in (pair.a, pair.b))

    own = [pair for pair in pairs if speaks_for(pair, 0)] or list(pairs)
    own.sort(key=lambda pair: not speaks_for(pair, 1))
    two = {own[0].a.article, own[0].b.article}
    return tuple(pair for pair in own if {pair.a.article, pair.b.article} == two)


def sides_of(pair: Pair, facing: Facing) -> tuple[Anchor, Anchor]:
    """The two places of a pair: left and right, or first and second in the text of one article."""
    first, second = anchors_of(pair)
    if pair.is_internal:
        return (first, second) if first.span <= second.span else (second, first)
    return (first, second) if first.article == facing[0] else (second, first)


def first_of(comparison: Comparison, ruled: Ruled, facing: Facing) -> tuple[Figure, ...]:
    """What to select of a comparison: its first dispute that nobody has ruled on, left before right, then the rest."""
    left = open_disputes(comparison, ruled, *facing)
    pair = left[0][0] if left else pairs_between(comparison, *facing)[0]
    one, other = pair.a.figure, pair.b.figure
    if other.article == facing[0] != one.article:
        one, other = other, one
    return (one, other, *(claim.figure for claim in comparison.claims))
