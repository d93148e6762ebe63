"""Knows where sentences end and what their words are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from desktop.core.text import Span

# Letters only: Unicode counts "²", "①" and "½" among the signs of words.
_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2099\u2150-\u215f\u2460-\u24ff]"
# What sets off thousands besides comma and point: an apostrophe, or a blank that does not break.
_GROUP = r"['’\u00a0\u2009\u202f]"
# Most words are plain letters, taken in one go and never given back (`++`). Then, in order: a number with its
# separators; what is glued to its number ("EUR5m", "M6.8"); an address on the web; a word that mixes letters and
# digits, or has inner apostrophes; any other sign.
_WORDS = (
    rf"[A-Za-z]++(?![\w'’$£:.])|\d{{1,3}}(?:{_GROUP}\d{{3}}){{1,6}}+(?![\d'’])(?:[.,]\d+)?|%s\d[\d.,:]*(?<=\d)"
    r"|(?=[A-Z])(?:%sM(?=\d\.\d(?!\d)))|(?:https?://|www\.)\S+|[A-Za-z]++(?![\w'’$£])"
    rf"|{_LETTER}++(?:\d(?:[\w.,]*\w)?|(?:['’]{_LETTER}++)*)|[^\s\w]|\w"
)
_SPACED = r"\d{1,3}(?: \d{3}){1,6}+(?! ?\d)(?:[.,]\d+)?|"
_BREAK = re.compile(
    r"[\n\r\u2028\u2029.!?…;](?:(?<=[\n\r\u2028\u2029])[\n\r\u2028\u2029]*|(?<=;)\s"
    r"|(?<=[.!?…])[\"'”’)\]]{0,4}[ \t\u00a0]+(?=[\"'“‘(\[]?[A-Z0-9$£€¥]))"
)

DASHES = frozenset("-–—‐‑")


class Token(NamedTuple):
    """A word, number or sign of a sentence; `start` and `end` count code points of the whole article."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters (inner apostrophes allowed)."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def has_digit(self) -> bool:
        """Whether it is a word with a digit in it ("GB200", "B2B")."""
        return not self.is_number and any(sign.isdecimal() for sign in self.text)


@cache
def token_pattern(glued: tuple[str, ...] = (), *, spaced: bool = False) -> re.Pattern[str]:
    """How text is cut into words and signs.

    glued: what stands in front of a number as a word of its own even with nothing between ("EUR" in "EUR5m", "US$").
    spaced: whether thousands are set off by blanks ("1 250 000").
    """
    marks = "|".join(re.escape(mark) for mark in sorted(glued, key=len, reverse=True))
    return re.compile(_WORDS % (_SPACED if spaced else "", rf"(?:{marks})(?=\s?\d)|" if marks else ""))


def tokens(text: str, span: Span, pattern: re.Pattern[str] | None = None) -> list[Token]:
    """The tokens of a stretch of text, in order."""
    make, kind, find, end = tuple.__new__, Token, text.find, span.start
    found = []
    for word in (pattern or token_pattern()).findall(text, end, span.end):
        # only white space stands between tokens, so the next place of the word is its own: twice as fast as matches
        start = find(word, end)
        end = start + len(word)
        found.append(make(kind, (word, word.lower(), start, end)))
    return found


def word_at(found: Sequence[Token], index: int) -> str:
    """The lower-case word at a place, "" beyond either end."""
    return found[index].lower if 0 <= index < len(found) else ""


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start


def sentences(text: str, abbreviations: frozenset[str]) -> Iterator[Span]:
    """The sentences of a text: they end at line breaks, semicolons, and full stops that end no abbreviation."""
    start = 0
    for match in _BREAK.finditer(text):
        first, end = match.span()
        if text[first] == "." and _ends_abbreviation(text, first, abbreviations):
            continue
        if trimmed := _trim(text, start, first if text[first] in "\n\r\u2028\u2029" else end):
            yield trimmed
        start = end
    if trimmed := _trim(text, start, len(text)):
        yield trimmed


def _ends_abbreviation(text: str, dot: int, abbreviations: frozenset[str]) -> bool:
    word = text[max(0, dot - 12) : dot].rpartition(" ")[2]
    if word.isalpha() and len(word) > 1:
        return word.lower() in abbreviations  # as most words are, nothing but letters behind a blank
    begin = dot
    while begin > 0 and dot - begin < 12 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:dot].lower()
    # "J. Smith": a single capital letter is an initial.
    return word in abbreviations or (len(word) == 1 and text[begin].isupper() and text[begin] != "I")


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    kept = piece.lstrip()
    if not kept:
        return None
    start = end - len(kept)
    return Span(start, start + len(kept.rstrip()))


def phrase_at(found: list[Token], index: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """How many tokens the longest of `phrases` takes at `index`, 0 where none begins there."""
    best = 0
    for phrase in phrases:
        size = len(phrase)
        if size > best and all(
            index + offset < len(found) and found[index + offset].lower == word for offset, word in enumerate(phrase)
        ):
            best = size
    return best
