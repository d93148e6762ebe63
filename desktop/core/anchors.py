"""Knows how something an editor made holds on to a place in an article."""

from collections.abc import Container
from dataclasses import dataclass, field, replace

from desktop.core.text import Span

CONTEXT = 48
"""How much of the text before and behind a place is kept with it, in characters."""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A place in an article, and what stood there when the editor saw it: position and quote (W3C Web Annotation).

    article: the Article's id. span: where, in the version that the workspace has now. quote: the text there. prefix,
    suffix: up to CONTEXT characters before and behind; two anchors are the same place without them. lost: the place
    was not found again in a newer version; `span` then is that of the last version that had it.
    """

    article: str
    span: Span
    quote: str
    prefix: str = field(default="", compare=False)
    suffix: str = field(default="", compare=False)
    lost: bool = False

    def in_context(self, text: str) -> "Anchor":
        """The same with what stands around it in `text`, its article's."""
        start, end = self.span.start, self.span.end
        return replace(self, prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT])


def told_apart(place: Anchor, taken: Container[Anchor]) -> Anchor:
    """A lost place that is none of those that are taken: the same words may have been lost from one offset twice, in
    two versions, and are not the same place; what says where it was is what stood around it."""
    while place in taken:
        place = replace(place, span=Span(place.span.start + 1, place.span.end + 1))
    return place


def anchor_at(article: str, span: Span, text: str) -> Anchor:
    """A stretch of an article (id) whose text is `text`, with what stands around it."""
    return Anchor(article, span, span.of(text)).in_context(text)
