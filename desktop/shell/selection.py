"""Knows which figures are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.agreement import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.analysis import Analysis
    from desktop.core.figures import Figure


class Selection(QObject):
    """The selected figures, the one the editor pointed at first. Views mark them when told, and only then."""

    changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._figures: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The selected figures in the order given."""
        return self._figures

    def select(self, figures: Iterable[Figure]) -> None:
        """Selects these figures and no others."""
        chosen = tuple(dict.fromkeys(figures))
        if chosen != self._figures:
            self._figures = chosen
            self.changed.emit(chosen)

    def keep(self, figures: Iterable[Figure]) -> None:
        """Drops what is not among `figures`; told again in any case, since new contents have lost their marks."""
        if self._figures:  # to put thousands of figures into a set is felt
            known = set(figures)
            self._figures = tuple(figure for figure in self._figures if figure in known)
        self.changed.emit(self._figures)


def companions(analysis: Analysis, figure: Figure) -> tuple[Figure, ...]:
    """The figure, then those it was paired with (worst first), then the others of the same topic."""
    paired: list[tuple[int, Figure]] = []
    others: list[Figure] = []
    for comparison in analysis.comparisons:
        if not any(claim.figure == figure for claim in comparison.claims):
            continue
        for pair in (*comparison.pairs, *comparison.internal):
            if figure in (pair.a.figure, pair.b.figure):
                other = pair.b.figure if pair.a.figure == figure else pair.a.figure
                paired.append((-SEVERITY[pair.status], other))
        others.extend(claim.figure for claim in comparison.claims)
    paired.sort(key=lambda entry: entry[0])
    return tuple(dict.fromkeys((figure, *(other for _, other in paired), *others)))
