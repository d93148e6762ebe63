"""Knows how something an editor made holds on to a place in an article."""

from dataclasses import dataclass

from desktop.core.figures import Figure
from desktop.core.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A place in an article (id), and what stood there when the editor saw it."""

    article: str
    span: Span
    quote: str


def anchor_of(figure: Figure) -> Anchor:
    """The place of a figure."""
    return Anchor(figure.article, figure.span, figure.quote)
