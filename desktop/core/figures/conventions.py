"""Knows the habits of one article: its names, its main currency, what it is about, how it writes numbers and dates."""

import re
from dataclasses import dataclass
from functools import cached_property

from desktop.core.lexicon import Lexicon
from desktop.core.text import Span
from desktop.core.tokens import Token, token_pattern, tokens

_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w&-]*")
_MODEL = re.compile(r"\b([A-Z][a-z]+) (\d{3,4})\b(?![.,]\d)")
_LONGEST_HEADING = 120
_SENTENCE_ENDS = (".", "!", "?", "…", ";", '"', "”", "’", ")", "]")
_LEAD = 400
"""The characters in which an article says what it is about."""

# What only a text with other habits than "1,250.50" holds: "1.250.000", "3,5 %", "1 250", "1'250".
_FOREIGN = re.compile(r"\d(?:['’\u00a0\u2009\u202f ]\d{3}(?!\d)|\.\d{3}[.,]\d|,\d{1,2}(?!\d))")
# A dozen digits are enough to tell; without bounds, a million digits would be read over and over.
_ENGLISH = re.compile(r"(?<![\d.,])\d{1,9}(?:(?:,\d{3}){1,6}(?![\d,])|\.\d{1,2}(?![\d.,]))")
_COMMA = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:(?:\.\d{3}){1,6},\d|(?:\.\d{3}){2,6}(?![\d.]))|\d{1,9},\d{1,2}\s?(?=[%€£$]))"
)
_SPACED = re.compile(
    r"(?<![\w.,])\d{1,3}(?: \d{3}){1,5}+(?:[.,]\d{1,6})?(?= ?[%€£$]|(?<= \d{3} \d{3}) [a-z])|[€£$] ?\d{1,3} \d{3}\b"
    r"|(?<![\w.,])\d{1,3}(?: \d{3}){3,5}(?! ?\d)"
)
_GROUPED_BY_COMMA = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){1,6}(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_SWAPPED = str.maketrans(
    {".": ",", ",": ".", "'": ",", "’": ",", "\u00a0": ",", "\u2009": ",", "\u202f": ",", " ": ","}
)
_GROUPED = str.maketrans({sign: "," for sign in "'’\u00a0\u2009\u202f "})


def known_names(text: str) -> frozenset[str]:
    """The capitalised words that stand inside sentences of a text: names, where a capital letter proves something.

    Headings prove nothing, for they may capitalise every word.
    """
    found: set[str] = set()
    for line in text.splitlines():
        if len(line) > _LONGEST_HEADING or line.rstrip().endswith(_SENTENCE_ENDS):
            found.update(_NAME_INSIDE.findall(line))
    return frozenset(found)


@dataclass(frozen=True)
class Conventions:
    """What the figures of an article can only be read by, gathered from its whole `text` when first asked for.

    Given the same conventions, each paragraph is read for itself.
    """

    text: str
    lexicon: Lexicon

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the article."""
        return known_names(self.text)

    @cached_property
    def models(self) -> frozenset[str]:
        """The numbers of three or four digits that stand in names ("a Boeing 747")."""
        plain, months = self.lexicon.names["plain"], self.lexicon.calendar["months"]
        # line by line here and elsewhere: one search through a long text would let no other thread run
        found = [pair for line in self.text.splitlines() for pair in _MODEL.findall(line)]
        return frozenset(number for word, number in found if word.lower() not in plain and word.lower() not in months)

    @cached_property
    def currency(self) -> str | None:
        """The currency that is named most often, the first in the alphabet of several; None where none is named."""
        counts: dict[str, int] = {}
        words = self.lexicon
        for table in (words.currency_signs, words.currency_words):
            for mark, code in table.items():
                if mark not in words.currency_ambiguous and (count := self.text.count(mark)):
                    counts[code] = counts.get(code, 0) + count
        return min(counts, key=lambda code: (-counts[code], code)) if counts else None

    @cached_property
    def shaken(self) -> bool:
        """Whether the article is about an earthquake."""
        lead = {token.lower for token in tokens(self.text, Span(0, _LEAD))}
        return not lead.isdisjoint(self.lexicon.names["quakes"])

    @cached_property
    def day_first(self) -> bool | None:
        """Whether "05/06/2026" is in June; None where no date of the article tells."""
        for first, second in _SLASHED.findall(self.text):
            if (int(first) > 12) is not (int(second) > 12):
                return int(first) > 12
        return None

    @cached_property
    def is_foreign(self) -> bool:
        """Whether some number may be written in another way than "1,250.50"."""
        return _FOREIGN.search(self.text) is not None

    @cached_property
    def decimal_comma(self) -> bool:
        """Whether a comma stands before the decimals and points set off the thousands ("1.250.000,50")."""
        return self.is_foreign and _COMMA.search(self.text) is not None and _ENGLISH.search(self.text) is None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """How the text is cut into words and signs."""
        spaced = (
            self.is_foreign and _SPACED.search(self.text) is not None and _GROUPED_BY_COMMA.search(self.text) is None
        )
        return token_pattern(self.lexicon.glued_marks, spaced=spaced)

    def tokens(self, text: str, span: Span) -> list[Token]:
        """The tokens of a stretch of the text or of a part of it; a number's `lower` is its English way of writing."""
        found = tokens(text, span, self.pattern)
        if not self.is_foreign:
            return found
        swap = _SWAPPED if self.decimal_comma else _GROUPED
        return [
            token._replace(lower=token.text.translate(swap))
            if token.is_number and not token.text.isdecimal()
            else token
            for token in found
        ]
