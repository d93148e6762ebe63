"""Knows what colour and line pattern each curve of a chart has."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import NamedTuple

COLOURS = 7
"""How many colours the curves have; a palette gives them."""

PATTERNS: tuple[tuple[float, ...], ...] = (
    (),
    (5, 2.5),
    (1.2, 2),
    (6, 2, 1.2, 2),
    (6, 2, 1.2, 2, 1.2, 2),
    (10, 3),
    (3, 2, 3, 5),
)
"""Dashes and gaps of a curve in line widths; () is an unbroken line."""


class Look(NamedTuple):
    """The numbers of a colour and of a line pattern."""

    colour: int = 0
    pattern: int = 0


def looks(curves: Iterable[tuple[int, Hashable]]) -> tuple[Look, ...]:
    """The looks of curves, no two alike: the colour is the source's, the pattern tells those of one colour apart.

    curves: of each, the place of its first article among all, and the height it runs at. Those of one height differ
    in pattern too, or the last would hide the others. Where the patterns do not suffice, a curve takes the next colour.
    """
    taken: set[Look] = set()
    at_height: defaultdict[Hashable, set[int]] = defaultdict(set)
    found = []
    for place, height in curves:
        free = [
            (shift, pattern in at_height[height], pattern)
            for shift in range(COLOURS)
            for pattern in range(len(PATTERNS))
            if Look((place + shift) % COLOURS, pattern) not in taken
        ]
        shift, _, pattern = min(free, default=(0, False, 0))
        look = Look((place + shift) % COLOURS, pattern)
        taken.add(look)
        at_height[height].add(pattern)
        found.append(look)
    return tuple(found)
