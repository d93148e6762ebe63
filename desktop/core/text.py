"""Knows what an article's text is, and what a stretch of it is."""

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text, as imported; a new import is a new Article.

    `published` is the day that "last month" is read against; `source` is the path it was read from, as given;
    `notice` is shown outside the text ("Specimen …") and is never searched for figures.
    """

    id: str
    title: str
    text: str
    sha256: str
    outlet: str = ""
    published: date | None = None
    source: str = ""
    notice: str = ""

    @property
    def name(self) -> str:
        """What to call the article in one or two words: the outlet, else the file's name without ending."""
        if self.outlet:
            return self.outlet
        stem = self.source.replace("\\", "/").rsplit("/", 1)[-1]
        return stem.rsplit(".", 1)[0] or self.title
