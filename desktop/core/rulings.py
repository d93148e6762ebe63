"""Knows what an editor decided about two claims that were compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.agreement import SEVERITY, Comparison, Pair, Status
from desktop.core.anchors import Anchor, anchor_of


class Decision(StrEnum):
    """What an editor can decide."""

    ONE_RIGHT = "one_right"
    BOTH_WRONG = "both_wrong"
    BOTH_RIGHT = "both_right"
    NOT_THE_SAME = "not_the_same"
    NEEDS_SOURCE = "needs_source"


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's own decision on a Comparison between two articles, or inside one.

    anchors: the two claims that the editor saw, in the order of `Pair`. status: what they were to each other then.
    right: the place that is right, where the decision is ONE_RIGHT. by: the editor's name. at: ISO date and time, of
    the session's clock. note: the reason, in the editor's words.
    """

    anchors: tuple[Anchor, Anchor]
    status: Status
    decision: Decision
    right: Anchor | None = None
    by: str = ""
    at: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if (self.right is not None) is not (self.decision is Decision.ONE_RIGHT):
            raise ValueError("the place that is right is named where one is right, and only there")
        if self.right is not None and self.right not in self.anchors:
            raise ValueError("the place that is right is one of the two that were compared")


def pairs_between(comparison: Comparison, left: str | None, right: str | None) -> tuple[Pair, ...]:
    """What two articles (ids) say of one topic, pair by pair: of each other and of themselves, worst first."""
    pairs = [
        *comparison.between(left or "", right or ""),
        *(pair for pair in comparison.internal if pair.a.article in (left, right)),
    ]
    return tuple(sorted(pairs, key=lambda pair: -SEVERITY[pair.status]))


def worst_between(comparison: Comparison, left: str | None, right: str | None) -> Status | None:
    """The worst that two articles (ids) say of one topic, of each other and of themselves; None where they say nothing.

    The status of the first of `pairs_between`, without putting them in order: asked of all comparisons at once.
    """
    sides = (left, right)
    found = [pair.status for pair in comparison.pairs if pair.a.article in sides and pair.b.article in sides]
    found += [pair.status for pair in comparison.internal if pair.a.article in sides]
    return max(found, key=SEVERITY.__getitem__, default=None)


def anchors_of(pair: Pair) -> tuple[Anchor, Anchor]:
    """The places of the two claims of a pair."""
    return anchor_of(pair.a.figure), anchor_of(pair.b.figure)


def ruling_on(rulings: Iterable[Ruling], pairs: Sequence[Pair]) -> Ruling | None:
    """The ruling on any of these pairs, that on an earlier one of them first; None where there is none."""
    by_anchors = {frozenset(ruling.anchors): ruling for ruling in rulings}
    found = (by_anchors.get(frozenset(anchors_of(pair))) for pair in pairs)
    return next((ruling for ruling in found if ruling is not None), None)


def with_ruling(rulings: Iterable[Ruling], new: Ruling) -> tuple[Ruling, ...]:
    """The rulings, the new one in the place of one on the same two claims."""
    return (*without_ruling(rulings, new), new)


def without_ruling(rulings: Iterable[Ruling], old: Ruling) -> tuple[Ruling, ...]:
    """The rulings without that on the same two claims."""
    places = frozenset(old.anchors)
    return tuple(one for one in rulings if frozenset(one.anchors) != places)


def disputes(pairs: Iterable[Pair]) -> tuple[tuple[Pair, ...], ...]:
    """The contradictions among these pairs, those between the same two articles together: one ruling is enough for
    each. A contradiction inside one article is a dispute of its own."""
    found: dict[frozenset[str], list[Pair]] = {}
    for pair in pairs:
        if pair.status is Status.CONFLICT:
            found.setdefault(frozenset((pair.a.article, pair.b.article)), []).append(pair)
    return tuple(map(tuple, found.values()))


def open_disputes(
    comparison: Comparison, rulings: Sequence[Ruling], left: str | None, right: str | None
) -> tuple[tuple[Pair, ...], ...]:
    """The disputes of two articles (ids) about one topic that nobody has ruled on."""
    found = disputes(pairs_between(comparison, left, right))
    return tuple(dispute for dispute in found if ruling_on(rulings, dispute) is None)


def unreviewed(
    comparisons: Iterable[Comparison], rulings: Sequence[Ruling], left: str | None, right: str | None
) -> tuple[Comparison, ...]:
    """The comparisons in which two articles (ids) contradict each other or themselves, and nobody has ruled yet."""
    disputed = [found for found in comparisons if worst_between(found, left, right) is Status.CONFLICT]
    if not rulings:
        return tuple(disputed)
    return tuple(found for found in disputed if open_disputes(found, rulings, left, right))
