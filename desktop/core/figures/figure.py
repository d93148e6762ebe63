"""Knows what a figure is: a quantity as printed, at its place in an article."""

from dataclasses import dataclass

from desktop.core.anchors import Anchor
from desktop.core.quantities import Quantity
from desktop.core.text import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A Quantity as printed.

    article: the Article's id. span: the amount with an adjoining rate phrase ("$1.25 billion per month"); `quote` is
    the text there. core: the same without the rate phrase. period: where the rate phrase stands, adjoining or apart.
    hedge: where "about", "over" … stands. softener, rate: the words of the hedge and of a rate
    phrase that stands apart, as printed. is_reread: whether an editor reads the quantity otherwise than it is printed.
    """

    article: str
    span: Span
    quote: str
    quantity: Quantity
    core: Span
    period: Span | None = None
    hedge: Span | None = None
    softener: str = ""
    rate: str = ""
    is_reread: bool = False

    def __hash__(self) -> int:
        """By place: views look figures up by the thousand, and two figures never share a place in one analysis."""
        return hash((self.article, self.span.start, self.span.end))

    @property
    def anchor(self) -> Anchor:
        """The place of it, without context."""
        return Anchor(self.article, self.span, self.quote)
