"""Knows where a place is in a text that somebody changed by hand, when only what stood around it is known."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.core.anchors import CONTEXT, Anchor, anchor_at
from desktop.core.text import Span

_NEAR = 8
"""So much of the text on either side has to be the same, in characters; white space is all one."""


class Settling:
    """The places in texts that were changed by hand."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """texts: those that were changed, by the article (id)."""
        self._texts = texts
        self._known: dict[Anchor, Anchor] = {}

    def at(self, anchor: Anchor) -> Anchor:
        """Where a place is now; as it is in a text that was not changed, and where it was lost before."""
        if anchor.lost or anchor.article not in self._texts:
            return anchor
        if anchor not in self._known:
            self._known[anchor] = settled(anchor, self._texts[anchor.article])
        return self._known[anchor]


def settled(anchor: Anchor, text: str) -> Anchor:
    """The place where the quote stands between the same words, where it has not moved or there is one alone.

    Of several, the one between all that stood around it. Else the place is lost: a figure that only looks alike never
    takes its place.
    """
    if _is_there(anchor, text, anchor.span.start, _NEAR):
        return _at(anchor, anchor.span.start, text)
    places = []
    start = text.find(anchor.quote) if anchor.quote else -1
    while start >= 0:
        if _is_there(anchor, text, start, _NEAR):
            places.append(start)
        start = text.find(anchor.quote, start + 1)
    if len(places) > 1:
        places = [place for place in places if _is_there(anchor, text, place, CONTEXT)]
    return _at(anchor, places[0], text) if len(places) == 1 else replace(anchor, lost=True)


def _at(anchor: Anchor, start: int, text: str) -> Anchor:
    return anchor_at(anchor.article, Span(start, start + len(anchor.quote)), text)


def _is_there(anchor: Anchor, text: str, start: int, near: int) -> bool:
    """Whether the quote stands there, and as much as `near` of what stood on either side of it."""
    end = start + len(anchor.quote)
    if not anchor.quote or text[start:end] != anchor.quote:
        return False
    before, behind = _plain(anchor.prefix)[-near:], _plain(anchor.suffix)[:near]
    if not _plain(text[max(0, start - 2 * CONTEXT) : start]).endswith(before):
        return False
    if not _plain(text[end : end + 2 * CONTEXT]).startswith(behind):
        return False
    # Where nothing stood around it, it must not have become a piece of a longer word or number.
    opens = bool(before) or start == 0 or not (text[start - 1] + text[start]).isalnum()
    closes = bool(behind) or end == len(text) or not (text[end - 1] + text[end]).isalnum()
    return opens and closes


def _plain(text: str) -> str:
    """A text in which a line end is a space: editors of plain text change these without being asked."""
    words = text.split()
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + " ".join(words) + (" " if text[-1].isspace() else "")
