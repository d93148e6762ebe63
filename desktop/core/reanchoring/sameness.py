"""Knows when words of two versions of an article say the same, as an editor's note on them needs it."""

from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind
from desktop.core.text import Span
from desktop.core.tokens import tokens

_SOFTER = frozenset({Exactness.EXACT, Exactness.ABOUT})


def on_one_line(words: str) -> str:
    """The words with any white space in them as one blank: a line that breaks elsewhere says the same."""
    return " ".join(words.split())


def are_same_figure(old: Figure, old_text: str, new: Figure, new_text: str) -> bool:
    """Whether a figure is unchanged: digits, number words, scale, sign, unit, currency, and what it is a rate of.

    The amount must be printed alike; a rate phrase behind it only has to state the same ("a month", "per month").
    "5" and "five" are not the same. A date printed alike is the same whatever day it is read against. A hedge may come
    or go ("about"), a bound ("over") may not.
    """
    if on_one_line(old.core.of(old_text)) != on_one_line(new.core.of(new_text)):
        return False
    one, other = old.quantity, new.quantity
    if one.kind in (Kind.DATE, Kind.TIME) and one.kind is other.kind:
        return on_one_line(old.quote) == on_one_line(new.quote)
    alike = (one.kind, one.low, one.high, one.unit, one.per) == (
        other.kind,
        other.low,
        other.high,
        other.unit,
        other.per,
    )
    return alike and (one.exactness is other.exactness or {one.exactness, other.exactness} <= _SOFTER)


def telling(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Whatever in some words is part of an amount, in order: digits, number words, scales, currencies, periods."""
    found = tokens(words, Span(0, len(words))) if words else []
    return tuple(token.lower for token in found if tells(token.text, lexicon))


def tells(word: str, lexicon: Lexicon) -> bool:
    """Whether a word or sign is part of an amount wherever it stands in one."""
    if any(sign.isnumeric() for sign in word):
        return True
    lower = word.lower()
    return (
        lower in lexicon.cardinals
        or lower in lexicon.scales
        or lower in lexicon.ordinals
        or lower in lexicon.multiples
        or lower in lexicon.several
        or lower in lexicon.orders
        or lower in lexicon.period_adverbs
        or lower in lexicon.period_adjectives
        or lexicon.is_time(lexicon.period_nouns.get(lexicon.singular(lower)))
        or word in lexicon.currency_signs
        or word in lexicon.currency_codes
        or lower in lexicon.currency_words
    )
