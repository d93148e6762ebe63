"""Knows what is marked in a text besides its figures' statuses: the selected, the pointed at, the places looked for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.shell.highlights import hit_format, selected_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QTextCharFormat

    from desktop.core.agreement import Status
    from desktop.core.figures import Figure
    from desktop.shell.theme import Theme

MOST_MARKS = 200
"""Up to so many selected figures are all marked, more only where they are in sight."""


@dataclass
class TextMarks:
    """What is marked. hits: places looked for, in order; hit: the number of the one that the editor is at, or -1."""

    chosen: tuple[Figure, ...] = ()
    pointed: tuple[Figure, ...] = ()
    hits: Sequence[tuple[int, int]] = ()
    hit: int = -1

    @property
    def follow_scrolling(self) -> bool:
        """Whether there may be more than is laid; thousands of marks at once would take a second."""
        return len(self.chosen) > MOST_MARKS or bool(self.hits)

    def between(
        self, first: int, last: int, statuses: Mapping[Figure, Status], theme: Theme
    ) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """Start, end (in code points) and look of what is marked between two places, the topmost last."""
        for figure in (*self.chosen, *self.pointed):
            span = figure.span
            if len(self.chosen) <= MOST_MARKS or (first <= span.end and span.start <= last):
                yield span.start, span.end, selected_format(theme.marks[statuses.get(figure)])
        number = max(0, bisect_left(self.hits, (first, 0)) - 1)
        while number < len(self.hits) and self.hits[number][0] <= last:
            start, end = self.hits[number]
            yield start, end, hit_format(theme, current=number == self.hit)
            number += 1
