"""Knows what is told of one topic: passages, who says what, rulings, notes; in plain words, ready to be laid out."""

from dataclasses import dataclass
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
