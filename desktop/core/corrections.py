"""Knows what an editor says of a stretch of an article: which quantity stands there, or that none does."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.quantities import Quantity
from desktop.core.text import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's reading of a stretch, which takes the place of whatever the engine finds there.

    article: the Article's id. quantity: what stands there, None for no figure at all.
    """

    article: str
    span: Span
    quantity: Quantity | None = None


def with_correction(known: Iterable[Correction], new: Correction) -> tuple[Correction, ...]:
    """The corrections in the order of the texts, the new one in the place of those that it overlaps."""
    kept = [one for one in known if one.article != new.article or not one.span.overlaps(new.span)]
    return tuple(sorted((*kept, new), key=lambda one: (one.article, one.span)))
