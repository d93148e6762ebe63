"""Knows how the words and signs around an amount soften it."""

from collections.abc import Sequence

from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.tokens import Token, word_at

_HEDGED_DURATION = frozenset({"over", "under"})
_NEVER = frozenset({Kind.ORDINAL, Kind.DATE})


def hedge_of(
    found: Sequence[Token], first: int, end: int, quantity: Quantity, lexicon: Lexicon
) -> tuple[Exactness, int, int] | None:
    """How the amount at the tokens `first` to `end` (exclusive) is softened, and the tokens that say so."""
    if quantity.kind in _NEVER:
        return None
    if first:
        before = found[first - 1]
        if (exactness := lexicon.hedge_signs.get(before.text)) is not None:
            return exactness, first - 1, first
        phrases = lexicon.hedges_by_last.get(before.lower, ())
        if quantity.kind is Kind.TIME:
            phrases = (*lexicon.time_hedges_by_last.get(before.lower, ()), *phrases)
        for phrase, exactness in phrases:
            start = first - len(phrase)
            if start < 0 or any(found[start + at].lower != word for at, word in enumerate(phrase)):
                continue
            if not _spans_time(found, start, end, quantity, lexicon) and not _climbs(found, start, phrase, lexicon):
                return exactness, start, first
    if end < len(found):
        at = end
        if found[at].text in "-,(" and at + 1 < len(found):
            at += 1  # "$5 million-plus", "$5 million, give or take"
        for phrase, exactness in lexicon.hedges_by_first.get(found[at].lower, ()):
            stop = at + len(phrase)
            if stop > len(found) or any(found[at + step].lower != word for step, word in enumerate(phrase)):
                continue
            if phrase == _PLUS and at == end and _adds(found, stop, lexicon):
                continue  # "5 percent plus a lump sum", "42 million pounds plus 6 million"
            if at == end or len(phrase) > 1 or found[end].text == "-":
                return exactness, at, stop
    return None


def _adds(found: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether something is added at this token."""
    return at < len(found) and (found[at].is_word or found[at].is_number or found[at].text in lexicon.currency_signs)


def _spans_time(found: Sequence[Token], start: int, end: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether "over" in front of a duration means "during": "spread over five years", not "for over five years"."""
    if quantity.kind is not Kind.DURATION or found[start].lower not in _HEDGED_DURATION:
        return False
    if not start or not found[start - 1].is_word:
        return found[start].lower == "over" and word_at(found, end) not in lexicon.grammar["then"]
    return found[start - 1].lower not in lexicon.grammar["lasting"]


def _climbs(found: Sequence[Token], start: int, phrase: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether "up to" tells where something goes: "pay goes up to $33"."""
    return tuple(phrase) == _UP_TO and word_at(found, start - 1) in lexicon.grammar["climbing"]


_UP_TO, _PLUS = ("up", "to"), ("plus",)
