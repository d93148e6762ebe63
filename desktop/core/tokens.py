"""Knows where sentences end and what their words are."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.core.text import Span

# A number with its separators; a word with inner apostrophes; a word that mixes letters and digits; any other sign.
# Letters only: Unicode counts "²", "①" and "½" among the signs of words.
_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2099\u2150-\u215f\u2460-\u24ff]"
_TOKEN = re.compile(rf"\d[\d.,:]*(?<=\d)|{_LETTER}+\d(?:[\w.,]*\w)?|{_LETTER}+(?:['’]{_LETTER}+)*|[^\s\w]|\w")
_BREAK = re.compile(r"[\n\r\u2028\u2029]+|[.!?…][\"'”’)\]]*[ \t\u00a0]+(?=[\"'“‘(\[]?[A-Z0-9$£€¥])|;\s")

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


def tokens(text: str, span: Span) -> list[Token]:
    """The tokens of a stretch of text, in order."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        found.append(Token(word, word.lower(), match.start(), match.end()))
    return found


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start


def sentences(text: str, abbreviations: frozenset[str]) -> Iterator[Span]:
    """The sentences of a text: they end at line breaks, semicolons, and full stops that end no abbreviation."""
    start = 0
    for match in _BREAK.finditer(text):
        if text[match.start()] == "." and _ends_abbreviation(text, match.start(), abbreviations):
            continue
        end = match.end() if text[match.start()] not in "\n\r\u2028\u2029" else match.start()
        if trimmed := _trim(text, start, end):
            yield trimmed
        start = match.end()
    if trimmed := _trim(text, start, len(text)):
        yield trimmed


def _ends_abbreviation(text: str, dot: int, abbreviations: frozenset[str]) -> bool:
    begin = dot
    while begin > 0 and dot - begin < 12 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:dot].lower()
    # "J. Smith": a single capital letter is an initial.
    return word in abbreviations or (len(word) == 1 and text[begin].isupper() and text[begin] != "I")


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


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
