"""Knows what an editor says of a stretch of an article: which quantity stands there, or that none does."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.anchors import Anchor
from desktop.core.quantities import Quantity
from desktop.core.text import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's reading of a stretch, which takes the place of whatever the engine finds there.

    quantity: what stands there, None for no figure at all. payer, payee: who pays whom, "" as the engine reads it.
    by: the editor's name. at: ISO date and time, UTC.
    """

    anchor: Anchor
    quantity: Quantity | None = None
    payer: str = ""
    payee: str = ""
    by: str = ""
    at: str = ""

    @property
    def article(self) -> str:
        """The Article's id."""
        return self.anchor.article

    @property
    def span(self) -> Span:
        """Where the stretch stands."""
        return self.anchor.span

    @property
    def holds(self) -> bool:
        """Whether the stretch still stands in the article; a correction of one that is gone is not gone by."""
        return not self.anchor.lost


def with_correction(known: Iterable[Correction], new: Correction) -> tuple[Correction, ...]:
    """The corrections in the order of the texts, the new one in the place of those that it overlaps."""
    kept = [one for one in known if one.article != new.article or not one.holds or not one.span.overlaps(new.span)]
    return in_order((*kept, new))


def in_order(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections in the order of the texts."""
    return tuple(sorted(corrections, key=lambda one: (one.anchor, one.at, one.by)))
