"""Knows where a place is in a text that somebody changed by hand, when only what stood around it is known."""

from dataclasses import replace

from desktop.core.anchors import Anchor, anchor_at
from desktop.core.text import Span

_NEAR = 12
"""So much of the text on either side has to be the same, in characters."""


def settled(anchor: Anchor, text: str) -> Anchor:
    """The place where the quote stands between the same words, where there is one alone or it has not moved.

    Else the place is lost: a figure that only looks alike never takes its place.
    """
    if _is_there(anchor, text, anchor.span.start):
        return _at(anchor, anchor.span.start, text)
    places: list[int] = []
    start = text.find(anchor.quote) if anchor.quote else -1
    while start >= 0 and len(places) < 2:
        if _is_there(anchor, text, start):
            places.append(start)
        start = text.find(anchor.quote, start + 1)
    if len(places) != 1:
        return replace(anchor, lost=True)
    return _at(anchor, places[0], text)


def _at(anchor: Anchor, start: int, text: str) -> Anchor:
    return anchor_at(anchor.article, Span(start, start + len(anchor.quote)), text)


def _is_there(anchor: Anchor, text: str, start: int) -> bool:
    """Whether the quote stands there between the same words."""
    end = start + len(anchor.quote)
    if not anchor.quote or text[start:end] != anchor.quote:
        return False
    before, behind = anchor.prefix[-_NEAR:], anchor.suffix[:_NEAR]
    if not text[:start].endswith(before) or not text.startswith(behind, end):
        return False
    # Where nothing stood around it, it must not have become a piece of a longer word or number.
    opens = bool(before) or start == 0 or not (text[start - 1] + text[start]).isalnum()
    closes = bool(behind) or end == len(text) or not (text[end - 1] + text[end]).isalnum()
    return opens and closes
