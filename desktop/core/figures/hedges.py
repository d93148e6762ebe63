"""Knows how the words and signs around an amount soften it."""

from dataclasses import replace

from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.tokens import Token

_HEDGED_DURATION = frozenset({"over", "under"})
_NEVER = frozenset({Kind.ORDINAL, Kind.DATE})


def hedged(
    found: list[Token], first: int, end: int, quantity: Quantity, lexicon: Lexicon
) -> tuple[Quantity, tuple[int, int] | None]:
    """The quantity at the tokens `first` to `end` (exclusive) as softened, and the tokens of the hedge."""
    if quantity.kind in _NEVER:
        return quantity, None
    if first:
        before = found[first - 1]
        if (exactness := lexicon.hedge_signs.get(before.text)) is not None:
            return _softened(quantity, exactness), (first - 1, first)
        for phrase, exactness in lexicon.hedges_by_last.get(before.lower, ()):
            start = first - len(phrase)
            if start < 0 or any(found[start + at].lower != word for at, word in enumerate(phrase)):
                continue
            if not _spans_time(found, start, quantity, lexicon):
                return _softened(quantity, exactness), (start, first)
    if end < len(found):
        at = end
        if found[at].text in "-,(" and at + 1 < len(found):
            at += 1  # "$5 million-plus", "$5 million, give or take"
        for phrase, exactness in lexicon.hedges_by_first.get(found[at].lower, ()):
            stop = at + len(phrase)
            if stop > len(found) or any(found[at + step].lower != word for step, word in enumerate(phrase)):
                continue
            if at == end or len(phrase) > 1 or found[end].text == "-":
                return _softened(quantity, exactness), (at, stop)
    return quantity, None


def _spans_time(found: list[Token], start: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether "over" in front of a duration means "during": "spread over five years", not "for over five years"."""
    if quantity.kind is not Kind.DURATION or found[start].lower not in _HEDGED_DURATION or not start:
        return False
    return found[start - 1].lower not in lexicon.grammar["lasting"]


def _softened(quantity: Quantity, exactness: Exactness) -> Quantity:
    if quantity.is_vague or exactness is Exactness.EXACT:
        return quantity
    return replace(quantity, exactness=exactness)
