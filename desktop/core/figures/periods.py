"""Reads the period of an amount: per month, annually, a year; adjoining or apart."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, word_at

_REACH = 9
_SHARES = ("share", "shares")
_FAR_REACH = 14
_HOURLY = {"kilowatt": "kWh", "megawatt": "MWh", "gigawatt": "GWh"}
_STOPS = frozenset(".,;:()[]—–")


class Period(NamedTuple):
    """A rate phrase: the tokens `first` to `end` (exclusive) and the period it names."""

    first: int
    end: int
    per: str


def adjoining(found: Sequence[Token], index: int, lexicon: Lexicon, *, adjectives: bool = True) -> Period | None:
    """The rate phrase that begins at token `index`, right behind an amount."""
    if index >= len(found):
        return None
    at = index + 1 if found[index].text in DASHES else index
    word = word_at(found, at)
    if word in lexicon.period_adverbs:
        return Period(at, at + 1, lexicon.period_adverbs[word])
    if adjectives and word in lexicon.period_adjectives:
        return Period(at, at + 1, lexicon.period_adjectives[word])
    if word in lexicon.grammar["distributives"]:
        noun = at + 1
        while word_at(found, noun) in DASHES and noun < at + 2:
            noun += 1
        per = lexicon.period_nouns.get(word_at(found, noun))
        if per is None and noun + 1 < len(found) and found[noun].is_capital and word_at(found, noun + 1) in _SHARES:
            noun, per = noun + 1, "share"  # "for each Globex share"
        hours = noun + 2 if word_at(found, noun + 1) in DASHES else noun + 1
        if word_at(found, noun) in _HOURLY and word_at(found, hours) == "hour":
            return Period(at, hours + 1, _HOURLY[word_at(found, noun)])  # "per megawatt-hour"
        if per is None and word == "/" and word_at(found, noun) in ("yr", "mo"):
            per = {"yr": "year", "mo": "month"}[word_at(found, noun)]
        then = word in ("a", "an") and word_at(found, noun + 1) in lexicon.grammar["then"]
        if per is not None and (not then or word_at(found, noun + 2) in lexicon.grammar["deductions"]):
            return Period(at, noun + 1, per)
    if word in ("p", "pa") and word_at(found, at + 1) == "." and word_at(found, at + 2) == "a":
        return Period(at, at + 3, "year")
    return None


def behind_noun(found: Sequence[Token], index: int, lexicon: Lexicon) -> Period | None:
    """The rate phrase behind what is counted: "300 cars a day"."""
    for at in range(index + 1, min(len(found), index + 4)):
        if not found[at - 1].is_word:
            return None
        if found[at].lower in lexicon.grammar["distributives"]:
            period = adjoining(found, at, lexicon, adjectives=False)
            return period if period is not None and lexicon.is_time(period.per) else None
    return None


def apart(found: Sequence[Token], first: int, end: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    """The rate phrase that stands apart from the amount at tokens `first` to `end`, in the same clause.

    Before it: "A monthly payment of $12.5 billion", "2025 total revenue of $18.7 billion". Behind it: "$1.25 billion
    into the coffers annually", "$18 billion in annual revenue". `taken` are the tokens of all amounts.
    """
    return (
        _behind(found, end, taken, lexicon)
        or _before(found, first, taken, lexicon)
        or _dated(found, first, end, lexicon)
        or _measure_bought(found, first, taken, lexicon)
    )


def _measure_bought(found: Sequence[Token], first: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    """The measure in front of an amount that it costs: "A litre of petrol averaged €1.47", "a barrel cost $84"."""
    for index in range(first - 1, max(-1, first - _REACH), -1):
        word = found[index].lower
        if index in taken or word in _STOPS:
            return None
        if word in lexicon.grammar["measures_bought"] and word_at(found, index - 1) in lexicon.grammar["one_measure"]:
            opens = index == 1 or not found[index - 2].is_word  # of all else nobody knows whether it is what was paid
            return Period(index - 1, index + 1, lexicon.period_nouns[word]) if opens else None
    return None


def _dated(found: Sequence[Token], first: int, end: int, lexicon: Lexicon) -> Period | None:
    """The year right behind an amount that flows: "revenue was $5 billion in 2025"."""
    if word_at(found, end) not in ("in", "for") or end + 1 >= len(found):
        return None
    for token in reversed(found[max(0, first - _REACH + 1) : first]):
        if token.text in _STOPS:
            return None
        if token.lower in lexicon.flow_words:
            return _yearly(found, end + 1) or _business_year(found, end + 1)
    return None


def _business_year(found: Sequence[Token], index: int) -> Period | None:
    """As in "revenue of $5 billion in the year to June", "in the twelve months ended June 30"."""
    if word_at(found, index) != "the":
        return None
    months = word_at(found, index + 1) in ("12", "twelve") and word_at(found, index + 2) == "months"
    end = index + 3 if months else index + 2
    if (months or word_at(found, index + 1) == "year") and word_at(found, end) in ("to", "ended", "ending", "through"):
        return Period(index + 1, end, "year")
    return None


def _before(found: Sequence[Token], first: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    links, flows, adjectives = lexicon.grammar["rate_links"], lexicon.flow_words, lexicon.period_adjectives
    linked = flow = False
    for index in range(first - 1, max(-1, first - _REACH), -1):
        word = found[index].lower
        if index in taken:
            return _yearly(found, index) if flow else None
        if word in _STOPS:
            return None
        linked = linked or word in links
        flow = flow or word in flows
        if linked and word in adjectives:
            return Period(index, index + 1, adjectives[word])
    return None


def _yearly(found: Sequence[Token], index: int) -> Period | None:
    text = found[index].text
    if len(text) == 4 and text.isdecimal() and 1900 <= int(text) <= 2100:
        return Period(index, index + 1, "year")
    return None


def _behind(found: Sequence[Token], end: int, taken: frozenset[int], lexicon: Lexicon) -> Period | None:
    if end >= len(found):
        return None
    first = found[end].lower
    if first == "in" and (per := lexicon.period_adjectives.get(word_at(found, end + 1))) is not None:
        return Period(end + 1, end + 2, per)
    if first in ("in", "of") and any(token.lower in lexicon.flow_words for token in found[end + 1 : end + 4]):
        for index in range(end + 2, min(len(found), end + _FAR_REACH)):
            if found[index].text in _STOPS:
                break
            if index in taken and (year := _yearly(found, index)) is not None:
                return year
    stops, adverbs, each = lexicon.grammar["rate_stops"], lexicon.period_adverbs, lexicon.grammar["distributives"]
    for index in range(end, min(len(found), end + _FAR_REACH)):
        word = found[index].lower
        if word in _STOPS or word in stops or index in taken:
            return None
        if word in adverbs and not word_at(found, index + 1).isalpha():
            return Period(index, index + 1, adverbs[word])
        if word in each and index > end and word_at(found, index - 1) not in lexicon.grammar["no_rates"]:
            period = adjoining(found, index, lexicon, adjectives=False)
            sold = word_at(found, index + 1) in lexicon.grammar["measures_bought"]  # "$3.64 for a gallon"
            distributed = word in ("each", "every") or sold
            apiece = word == "per" or distributed and word_at(found, index - 1) in ("for", "off")
            if period is not None and (period.per in lexicon.period_months or apiece):
                return period
    return None
