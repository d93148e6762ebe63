"""Knows which pairs join the figures of two texts, by place, and how one is to be drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.agreement import SEVERITY, what_is_said

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from desktop.core.agreement import Comparison, Pair, Status
    from desktop.core.figures import Figure

LINKS_A_STEP = 500

Edge = tuple[float, float]
"""Upper and lower y."""


@dataclass(frozen=True, slots=True)
class Link:
    """A pair with its figures as they stand: left and right. main: whether they are the first to say it."""

    left: Figure
    right: Figure
    pair: Pair
    main: bool = True


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link as it is drawn. left, right: None where the figure is out of sight. away: -1 above, 1 below, for that."""

    link: Link
    left: Edge | None
    right: Edge | None
    selected: bool
    away: int = 0

    @property
    def status(self) -> Status:
        """What the two figures are to each other."""
        return self.link.pair.status


def links_of(comparison: Comparison, left: str, right: str) -> Iterator[Link]:
    """What joins the figures of two articles (ids) on one topic.

    A pair speaks for all mentions of what its claims say; mentions are joined in their order, the first with the first.
    """
    pairs = [pair for pair in comparison.pairs if {pair.a.article, pair.b.article} == {left, right}]
    if not pairs:
        return
    mentions: dict[Hashable, list[Figure]] = {}
    for claim in comparison.claims:
        mentions.setdefault(what_is_said(claim), []).append(claim.figure)
    for pair in pairs:
        a, b = mentions[what_is_said(pair.a)], mentions[what_is_said(pair.b)]
        lefts, rights = (a, b) if pair.a.article == left else (b, a)
        for turn in range(max(len(lefts), len(rights))):
            yield Link(lefts[min(turn, len(lefts) - 1)], rights[min(turn, len(rights) - 1)], pair, turn == 0)


class Links:
    """Pairs that can be asked for by place and by figure: painting looks at what is in sight and at nothing else."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._links: list[Link] = []
        self._by_left: list[int] = []
        self._starts: list[int] = []
        self._of: dict[Figure, list[Link]] = {}
        for _ in self.gathering(links):
            pass

    def gathering(self, links: Iterable[Link]) -> Iterator[None]:
        """Takes these links instead, step by step."""
        by_status: dict[Status, list[Link]] = {status: [] for status in SEVERITY}
        for number, link in enumerate(links):
            by_status[link.pair.status].append(link)
            if number % LINKS_A_STEP == 0:
                yield
        self._links = [link for alike in by_status.values() for link in alike]
        placed = sorted((link.left.span.start, number) for number, link in enumerate(self._links))
        self._starts, self._by_left = [start for start, _ in placed], [number for _, number in placed]
        yield
        self._of = {}
        for number, link in enumerate(self._links):
            for figure in (link.left, link.right):
                self._of.setdefault(figure, []).append(link)
            if number % LINKS_A_STEP == 0:
                yield

    def between(self, left: tuple[int, int], right: tuple[int, int]) -> list[Link]:
        """The links whose figures begin in these stretches of both texts, the mildest first."""
        low, high = bisect_left(self._starts, left[0]), bisect_right(self._starts, left[1])
        found = (self._links[number] for number in sorted(self._by_left[low:high]))
        return [link for link in found if right[0] <= link.right.span.start <= right[1]]

    def of(self, figure: Figure) -> Sequence[Link]:
        """The links of a figure, the mildest first."""
        return self._of.get(figure, ())

    def of_first(self, figures: Sequence[Figure]) -> list[Link]:
        """The links of the first of some figures to the others."""
        others = set(figures)
        return [link for link in (self.of(figures[0]) if figures else ()) if {link.left, link.right} <= others]
