"""Knows what a report of a comparison holds, in the order in which it is read: plain words, ready to be laid out.

All words are in the language that was spoken when the report was made, and hold article text as it is printed, whatever
signs are in it: whoever lays it out keeps them from being taken for markup. Moments are in words, in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop.core.agreement import Status
from desktop.core.report.tables import FigureRecord, MonthRecord, PairRecord
from desktop.core.report.told import Decided, Item, Pieces, Remark, Single, Sum


class Count(NamedTuple):
    """How many topics have a status; None stands for figures that only one article has."""

    status: Status | None
    number: int
    words: str


class Outlier(NamedTuple):
    """What is out of line. source: the letter of the article, "" where two simply differ; name: its name, or theirs.
    said: what it says, or both do. apart: by what factor, and which slip would explain it. number: of the Item or Sum.
    """

    source: str
    name: str
    topic: str
    said: str
    apart: str
    number: int


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of an article."""

    sha256: str
    imported: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article. letter: what it is called in the report. name: the outlet or file. file: the name of the file it
    came from, without its folder. address: on the web, "" where none is known. sha256: of the bytes imported. imported:
    when, in words, "" where that is not known. figures: how many it has. notice: what has to be said of it."""

    letter: str
    name: str
    title: str
    outlet: str
    published: date | None
    published_words: str
    file: str
    address: str
    sha256: str
    imported: str
    figures: int
    notice: str = ""
    earlier: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing. title: what it shows. svg: the drawing, with nothing from outside. alt: the same in words, in full."""

    title: str
    svg: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The payments as curves, month by month and summed up, and as a table. notes: what is not drawn, in sentences.
    months: every month of every curve, as values."""

    pictures: tuple[Picture, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    months: tuple[MonthRecord, ...] = field(default=(), repr=False)


class Question(NamedTuple):
    """A neutral question. number: of the Item or Sum that it comes from."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions to put to one outlet, or to the parties spoken of. to: whom, in words."""

    to: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a correction note for one article, made from rulings. numbers: of the Items ruled on."""

    source: str
    name: str
    paragraphs: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """The text of an article with its figures. source: its letter."""

    source: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison in words.

    language: "en", "de". labels: the headings and lesser words of a report by slug, in that language (`labels.py`).
    as_of: the last change of the workspace, in words; as_of_iso: ISO, UTC; both "" where nothing says when. finding:
    what was found, in plain sentences. more_outliers: how many are not told, in a sentence. editor: who made the
    report. review: how far the editors' review has come, in sentences. rulings: all. disagreements: topics on which
    articles contradict each other; internal: contradictions inside one; close, equivalent, agreeing: the other topics.
    left_out: what the editor's choice leaves out, in sentences. by_editor: readings and links by editors, a line each.
    other_notes: notes on nothing that is listed. version: of the program. figures, pairs: all of them, as values,
    whatever is left out elsewhere. texts: the appendix, () without.
    """

    title: str
    language: str
    labels: Mapping[str, str]
    version: str
    sources: tuple[Source, ...]
    as_of: str = ""
    as_of_iso: str = ""
    finding: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    outliers: tuple[Outlier, ...] = ()
    more_outliers: str = ""
    editor: str = ""
    review: tuple[str, ...] = ()
    rulings: tuple[Decided, ...] = ()
    disagreements: tuple[Item, ...] = ()
    internal: tuple[Item, ...] = ()
    sums: tuple[Sum, ...] = ()
    close: tuple[Item, ...] = ()
    equivalent: tuple[Item, ...] = ()
    agreeing: tuple[Item, ...] = ()
    singles: tuple[Single, ...] = ()
    left_out: str = ""
    by_editor: tuple[str, ...] = ()
    other_notes: tuple[Remark, ...] = ()
    timeline: Timeline | None = None
    questions: tuple[Asked, ...] = ()
    drafts: tuple[Draft, ...] = ()
    method: tuple[str, ...] = ()
    texts: tuple[FullText, ...] = ()
    figures: tuple[FigureRecord, ...] = field(default=(), repr=False)
    pairs: tuple[PairRecord, ...] = field(default=(), repr=False)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of their numbers."""
        return (*self.disagreements, *self.internal, *self.close, *self.equivalent, *self.agreeing)

    def source(self, letter: str) -> Source:
        """The source of that letter; KeyError where there is none."""
        for known in self.sources:
            if known.letter == letter:
                return known
        raise KeyError(letter)
