"""Repeats what stands in an article in a few words, for menus and messages."""

from collections.abc import Sequence

from desktop.core.anchors import Anchor
from desktop.core.language import say

LONGEST = 40
"""The longest quote that is repeated whole, in characters."""


def brief(quote: str) -> str:
    """The words on one line, cut where there are many."""
    words = " ".join(quote.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


def step(words: str, anchors: Sequence[Anchor]) -> str:
    """What was done, and on what: a phrase with a place for `quote`, and for `other` where it is done to two."""
    quotes = [brief(anchor.quote) for anchor in anchors]
    return say(words, quote=quotes[0], other=quotes[-1])
