"""Reads the period of an amount: per month, annually, a year; adjoining or apart."""

from typing import NamedTuple

from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token

_REACH = 9
_FAR_REACH = 14
_STOPS = frozenset(".,;:()[]—–")


class Period(NamedTuple):
    """A rate phrase: the tokens `first` to `end` (exclusive) and the period it names."""

    first: int
    end: int
    per: str


def _word(found: list[Token], index: int) -> str:
    return found[index].lower if 0 <= index < len(found) else ""


def adjoining(found: list[Token], index: int, lexicon: Lexicon, *, adjectives: bool = True) -> Period | None:
    """The rate phrase that begins at token `index`, right behind an amount."""
    at = index
    while _word(found, at) in DASHES and at < index + 1:
        at += 1
    word = _word(found, at)
    if word in lexicon.period_adverbs:
        return Period(at, at + 1, lexicon.period_adverbs[word])
    if adjectives and word in lexicon.period_adjectives:
        return Period(at, at + 1, lexicon.period_adjectives[word])
    if word in lexicon.grammar["distributives"]:
        noun = at + 1
        while _word(found, noun) in DASHES and noun < at + 2:
            noun += 1
        per = lexicon.period_nouns.get(_word(found, noun))
        if per is None and word == "/" and _word(found, noun) in ("yr", "mo"):
            per = {"yr": "year", "mo": "month"}[_word(found, noun)]
        if per is not None and not (word in ("a", "an") and _word(found, noun + 1) in lexicon.grammar["then"]):
            return Period(at, noun + 1, per)
    if word in ("p", "pa") and _word(found, at + 1) == "." and _word(found, at + 2) == "a":
        return Period(at, at + 3, "year")
    return None


def behind_noun(found: list[Token], index: int, lexicon: Lexicon) -> Period | None:
    """The rate phrase behind what is counted: "300 cars a day"."""
    for at in range(index + 1, min(len(found), index + 4)):
        if not found[at - 1].is_word:
            return None
        if found[at].lower in lexicon.grammar["distributives"]:
            period = adjoining(found, at, lexicon, adjectives=False)
            return period if period is not None and period.per in lexicon.period_words else None
    return None


def apart(found: list[Token], first: int, end: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    """The rate phrase that stands apart from the amount at tokens `first` to `end`, in the same clause.

    Before it: "A monthly payment of $12.5 billion", "2025 total revenue of $18.7 billion". Behind it: "$1.25 billion
    into the coffers annually", "$18 billion in annual revenue". `taken` are the tokens of all amounts.
    """
    return (
        _behind(found, end, taken, lexicon)
        or _before(found, first, taken, lexicon)
        or _dated(found, first, end, lexicon)
    )


def _dated(found: list[Token], first: int, end: int, lexicon: Lexicon) -> Period | None:
    """The year right behind an amount that flows: "revenue was $5 billion in 2025"."""
    if _word(found, end) not in ("in", "for") or end + 1 >= len(found):
        return None
    for index in range(first - 1, max(-1, first - _REACH), -1):
        if found[index].lower in _STOPS:
            return None
        if found[index].lower in lexicon.flow_words:
            return _yearly(found, end + 1)
    return None


def _before(found: list[Token], first: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    linked = False
    flow: int | None = None
    for index in range(first - 1, max(-1, first - _REACH), -1):
        word = found[index].lower
        if word in _STOPS or index in taken:
            if flow is not None and index in taken:
                return _yearly(found, index)
            return None
        if word in lexicon.grammar["rate_links"]:
            linked = True
        if word in lexicon.flow_words:
            flow = index
        if word in lexicon.period_adjectives and linked:
            return Period(index, index + 1, lexicon.period_adjectives[word])
    return None


def _yearly(found: list[Token], index: int) -> Period | None:
    text = found[index].text
    if len(text) == 4 and text.isdecimal() and 1900 <= int(text) <= 2100:
        return Period(index, index + 1, "year")
    return None


def _behind(found: list[Token], end: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    if _word(found, end) == "in" and (per := lexicon.period_adjectives.get(_word(found, end + 1))) is not None:
        return Period(end + 1, end + 2, per)
    if _word(found, end) in ("in", "of") and any(
        _word(found, at) in lexicon.flow_words for at in range(end + 1, end + 4)
    ):
        for index in range(end + 2, min(len(found), end + _FAR_REACH)):
            if found[index].lower in _STOPS:
                break
            if index in taken and (year := _yearly(found, index)) is not None:
                return year
    for index in range(end, min(len(found), end + _FAR_REACH)):
        word = found[index].lower
        if word in _STOPS or word in lexicon.grammar["rate_stops"] or index in taken:
            return None
        if word in lexicon.period_adverbs and not _word(found, index + 1).isalpha():
            return Period(index, index + 1, lexicon.period_adverbs[word])
        if word in lexicon.grammar["distributives"] and index > end:
            period = adjoining(found, index, lexicon, adjectives=False)
            if period is not None and period.per in lexicon.period_months:
                return period
    return None
