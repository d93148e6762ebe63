"""Knows what an article's text is, and what a stretch of it is."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LONGEST_TITLE = 120
"""The longest title taken from a text, in characters."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: Unicode code points, end exclusive, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward and is not empty: {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def joined(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def trimmed(span: Span | None, text: str) -> Span | None:
    """A stretch without the white space at its ends; None where nothing is left."""
    if span is None:
        return None
    piece = span.of(text)
    kept = piece.strip()
    if not kept:
        return None
    start = span.start + piece.index(kept)
    return Span(start, start + len(kept))


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text, as imported; a new import is a new version, another Article with the same id.

    `published` is the day that "last month" is read against; `source` is the path it was read from, as given;
    `notice` is shown outside the text ("Specimen …") and is never searched for figures; `imported` is when it was read,
    ISO date and time, UTC.
    """

    id: str
    title: str
    text: str
    sha256: str
    outlet: str = ""
    published: date | None = None
    source: str = ""
    notice: str = ""
    imported: str = ""

    @property
    def name(self) -> str:
        """What to call the article in one or two words: the outlet, else the file's name without ending."""
        if self.outlet:
            return self.outlet
        stem = self.source.replace("\\", "/").rsplit("/", 1)[-1]
        return stem.rsplit(".", 1)[0] or self.title


def title_of(text: str) -> str:
    """The first line with something on it, in one line of at most LONGEST_TITLE characters; "" where there is none."""
    for line in text.splitlines():
        title = " ".join("".join(c if c.isprintable() else " " for c in line).split()).lstrip("# ")
        if title:
            return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
    return ""


def is_seen(words: str) -> bool:
    """Whether there is anything in them that is seen: more than blanks, controls and signs without a shape."""
    return any(unicodedata.category(sign) not in ("Zs", "Zl", "Zp", "Cc", "Cf") for sign in words)


def last_part(path: str) -> str:
    """The name of the file or folder that a path of any system ends in."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def still_stands(headline: str, text: str) -> bool:
    """Whether a headline is a line of a text, the first or any other."""
    first = headline.removesuffix("…").split()[:1]
    return bool(first) and any(title_of(line) == headline for line in text.splitlines() if first[0] in line)


def letters(how_many: int) -> tuple[str, ...]:
    """A … Z, AA, AB …: what articles are called in a window, table or document, by their place."""
    return tuple(_letter(number) for number in range(how_many))


def _letter(number: int) -> str:
    name = ""
    while number >= 0:
        name = chr(ord("A") + number % 26) + name
        number = number // 26 - 1
    return name


def letters_of(articles: Sequence[Article]) -> dict[str, str]:
    """The letter of each article (by id)."""
    return dict(zip((article.id for article in articles), letters(len(articles)), strict=True))


def names_of(articles: Sequence[Article]) -> dict[str, str]:
    """What to call each article (by id) in a sentence: its name, with its letter where two would share one; the letter
    alone where it has none that can be seen."""
    shared = [article.name for article in articles]
    names = {}
    for article, letter in zip(articles, letters(len(articles)), strict=True):
        if not is_seen(article.name):
            names[article.id] = letter
        elif shared.count(article.name) > 1:
            names[article.id] = f"{article.name} ({letter})"
        else:
            names[article.id] = article.name
    return names
