"""Knows what a report of a comparison holds, in the order in which it is read: plain words, ready to be laid out.

All words are in the language that was spoken when the report was made, and hold article text as it is printed, whatever
signs are in it: whoever lays it out keeps them from being taken for markup. Moments are in words, in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from desktop.core.agreement import Status


class Piece(NamedTuple):
    """A stretch of an article's text. is_figure: whether it is a figure. status: of a figure, None where it stands in
    no comparison. is_meant: whether it is what the passage is quoted for."""

    text: str
    is_figure: bool = False
    status: Status | None = None
    is_meant: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article, shortened where it is very long.

    source: the letter of the article. line: the number of its line in the article's text, from 1. about: how firmly and
    by whom it is said ("told from hearsay"), "" where plainly. number: of its first figure in `Report.figures`.
    """

    source: str
    pieces: Pieces
    line: int
    about: str = ""
    number: int = 0

    @property
    def text(self) -> str:
        """The sentence without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Voice:
    """What one article says of a topic; inside one article, one of the things it says.

    source: its letter. sayings: in the article's own words, the main one first. amount: the main one as it is read
    ("$15 billion per year"). apart: how far that is from what most say, "" where it is not. is_outlier: whether it
    stands outside the largest group. passages: where it says so.
    """

    source: str
    sayings: tuple[str, ...]
    amount: str = ""
    apart: str = ""
    is_outlier: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """An editor's ruling. words: "Harbor Ledger is right". on: where it was made, in words. number: of the Item it is
    on, 0 where that is no longer compared. then: what has changed since, "" where nothing has. is_contested: whether
    editors decided differently."""

    words: str
    on: str
    by: str
    at: str
    reason: str = ""
    number: int = 0
    topic: str = ""
    then: str = ""
    is_contested: bool = False


class Answer(NamedTuple):
    """A reply to a note."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Remark:
    """An editor's note. on: what it is on, in words. state: "resolved" or that its place was lost, "" otherwise.
    source: an address that bears it out."""

    text: str
    on: str
    by: str
    at: str
    tags: tuple[str, ...] = ()
    source: str = ""
    state: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One topic that articles are compared on, or a contradiction inside one article.

    number: its place among all items and sums of the report, from 1; what others refer to it by. status: the worst of
    its pairs. status_words: in words. verdict: what all articles together say. voices: in the order of standpoints,
    what most say first. reasons: the arithmetic, in sentences; more: how many further pairs there are. slips: what was
    probably meant. by_editor: what it owes to an editor's readings and links, "" for nothing.
    """

    number: int
    status: Status
    status_words: str
    topic: str
    verdict: str
    voices: tuple[Voice, ...]
    reasons: tuple[str, ...] = ()
    more: int = 0
    slips: tuple[str, ...] = ()
    rulings: tuple[Decided, ...] = ()
    notes: tuple[Remark, ...] = ()
    by_editor: str = ""

    @property
    def id(self) -> str:
        """What links inside a document lead to."""
        return f"item-{self.number}"


@dataclass(frozen=True, slots=True)
class Sum:
    """A check of an article's arithmetic. status: CONFLICT where it is wrong, APPROX where loose, AGREE where it holds.
    computation: "160/20 - 1 = 7". claimed: what it is a check of, in the article's own words."""

    number: int
    status: Status
    status_words: str
    source: str
    computation: str
    words: str
    passage: Passage
    notes: tuple[Remark, ...] = ()
    claimed: str = ""

    @property
    def id(self) -> str:
        """What links inside a document lead to."""
        return f"item-{self.number}"


@dataclass(frozen=True, slots=True)
class Single:
    """What only one article says. sayings: in its own words, each once."""

    source: str
    topic: str
    sayings: tuple[str, ...]
    number: int = 0
    """Of its first figure in `Report.figures`."""


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


class MonthRecord(NamedTuple):
    """What a schedule pays in one month, as values. who: the sources that say so. month: "2026-05", or its number where
    nobody knows when. low, high: bounds of the month; total_low, total_high: from the start to its end."""

    who: str
    month: str
    low: Decimal
    high: Decimal
    total_low: Decimal
    total_high: Decimal
    currency: str


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
class FigureRecord:
    """A figure as values. number: its place among all, from 1. low, high: bounds in the unit written. iso: of dates.
    line, start, end: where, the last two in code points of the article's text. item: the number of the Item, or 0."""

    number: int
    source: str
    quote: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str
    exactness: str
    iso: str
    topic: str
    status: Status | None
    status_words: str
    sentence: str
    line: int
    start: int
    end: int
    item: int = 0


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two claims that were compared, as values. item: the number of the Item. a, b: numbers of their figures in
    `Report.figures`. ratio: of the greater to the lesser, None where there is none."""

    item: int
    status: Status
    status_words: str
    topic: str
    is_internal: bool
    a: int
    b: int
    says_a: str
    says_b: str
    ratio: Decimal | None
    why: str
    slip: str
    ruling: str = ""
    reason: str = ""
    ruled_by: str = ""
    ruled_at: str = ""


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
