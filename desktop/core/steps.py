"""Knows which place of one text is opposite a place of another, from what in them speaks of the same thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Steps:
    """Two texts beside each other. `anchors`: places of the first and the second that belong together."""

    def __init__(self, anchors: Iterable[tuple[int, int]], lengths: tuple[int, int]) -> None:
        """lengths: of both texts, in the units of the anchors. Of anchors that cross, the longest chain is kept."""
        kept = [(0, 0), *(pair for pair in forward(anchors) if 0 < pair[0] < lengths[0] and 0 < pair[1] < lengths[1])]
        kept.append((max(1, lengths[0]), max(1, lengths[1])))
        self.anchors = tuple(kept)
        """From both beginnings to both ends; each lies behind the one before, in both texts."""
        self._places = ([pair[0] for pair in kept], [pair[1] for pair in kept])

    def across(self, side: int, place: float) -> float:
        """The place of the other text that is opposite `place` of text 0 or 1, between anchors by share."""
        mine, theirs = self._places[side], self._places[1 - side]
        number = min(max(0, bisect_right(mine, place) - 1), len(mine) - 2)
        share = (place - mine[number]) / (mine[number + 1] - mine[number])
        return theirs[number] + min(max(0.0, share), 1.0) * (theirs[number + 1] - theirs[number])


def forward(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of these pairs that goes forward on both sides, by patience sorting."""
    # Of pairs with one left place, the later right places come first, so that no chain holds two of them.
    ordered = sorted({(left, -right) for left, right in pairs})
    ends: list[int] = []  # the least right place that a chain of that length ends in
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, negative) in enumerate(ordered):
        length = bisect_left(ends, -negative)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(-negative)
            last.append(number)
        else:
            ends[length], last[length] = -negative, number
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append((ordered[number][0], -ordered[number][1]))
        number = before[number]
    return chain[::-1]
