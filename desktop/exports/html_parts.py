"""Knows which parts a page of a report has, what each is called there, and where the links between them lead."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.report import FullText, Item, Passage, Report, Sum
from desktop.core.report.undisputed import undisputed

MOST_OPEN = 12
"""How many items of a part the table of contents shows without being asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page. id: what links lead to, and its slug in `Report.labels`. items: those that it tells of."""

    id: str
    heading: str
    items: tuple[Item | Sum, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the table of contents shows its items without being asked."""
        return self.id in ("disagreements", "internal") and len(self.items) <= MOST_OPEN


class Marked(NamedTuple):
    """A figure in a full text. id: what links lead to, "" for none. item: of the topic that it is in, or 0."""

    id: str
    item: int


_UNMARKED = Marked("", 0)


def parts(report: Report) -> Mapping[str, Part]:
    """The parts that have something to tell, by id, in the order in which they are read."""
    found: dict[str, object] = {
        "finding": report.finding,
        "counts": report.counts or report.left_out,
        "outliers": report.outliers,
        "rulings": True,
        # What the editor left out is not denied.
        "disagreements": report.disagreements or undisputed(report),
        "internal": report.internal,
        "sums": report.sums,
        "close": report.close,
        "equivalent": report.equivalent,
        "agreeing": report.agreeing,
        "singles": report.singles,
        "timeline": report.timeline,
        "by_editor": report.by_editor,
        "other_notes": report.other_notes,
        "questions": report.questions,
        "drafts": report.drafts,
        "method": report.method,
        "sources": report.sources,
        "appendix": report.texts,
    }
    items: Mapping[str, tuple[Item | Sum, ...]] = {
        "disagreements": report.disagreements,
        "internal": report.internal,
        "sums": report.sums,
        "close": report.close,
        "equivalent": report.equivalent,
        "agreeing": report.agreeing,
    }
    return {slug: Part(slug, report.labels[slug], items.get(slug, ())) for slug, there in found.items() if there}


class Links:
    """Where links lead: each method gives an address inside the page, "" where nothing stands to be led to."""

    def __init__(self, report: Report) -> None:
        self._names = {source.letter: source.name for source in reversed(report.sources)}
        self._sources = {
            source.letter: f"source-{place}" for place, source in reversed([*enumerate(report.sources, 1)])
        }
        self._texts = {text.source: f"text-{place}" for place, text in reversed([*enumerate(report.texts, 1)])}
        told: tuple[Item | Sum, ...] = (*report.items, *report.sums)
        self._items = {one.number: one.id for one in told}
        self._of: dict[str, list[int]] = {}
        for one in sorted(told, key=lambda one: one.number):
            letters = [one.source] if isinstance(one, Sum) else [voice.source for voice in one.voices]
            for letter in dict.fromkeys(letters):
                self._of.setdefault(letter, []).append(one.number)
        self._figures: dict[int, str] = {}
        self._marked = [self._marks(text, report) for text in report.texts]

    def name(self, letter: str) -> str:
        """What the source of that letter is called; "" where there is none."""
        return self._names.get(letter, "")

    def alone(self, one: Item | Sum) -> str:
        """The letter of the one article that an item or sum is inside of; "" where it is between several."""
        letters = {one.source} if isinstance(one, Sum) else {voice.source for voice in one.voices}
        return letters.pop() if len(letters) == 1 else ""

    def item(self, number: int) -> str:
        """To the item or sum of that number."""
        return _to(self._items.get(number))

    def source(self, letter: str) -> str:
        """To the source of that letter."""
        return _to(self._sources.get(letter))

    def text(self, letter: str) -> str:
        """To the full text of that source."""
        return _to(self._texts.get(letter))

    def figure(self, number: int) -> str:
        """To the figure of that number in its full text."""
        return _to(self._figures.get(number))

    def passage(self, passage: Passage) -> str:
        """To where a passage stands in its full text."""
        return self.figure(passage.number) or self.text(passage.source)

    def topics(self, letter: str) -> tuple[int, ...]:
        """The numbers of the items and sums that the source of that letter has part in."""
        return tuple(self._of.get(letter, ()))

    def marked(self, text: int, piece: int) -> Marked:
        """The figure that is a piece of a full text, both by their places from 0."""
        return self._marked[text].get(piece, _UNMARKED)

    def _marks(self, text: FullText, report: Report) -> dict[int, Marked]:
        """The figures of a text by the places of their pieces; one inside another is found at that other."""
        records = sorted(
            (record for record in report.figures if record.source == text.source),
            key=lambda record: (record.start, -record.end, record.number),
        )
        starts = [record.start for record in records]
        found: dict[int, Marked] = {}
        start = 0
        for place, piece in enumerate(text.pieces):
            end = start + len(piece.text)
            inside = records[bisect_left(starts, start) : bisect_left(starts, end)] if piece.is_figure else []
            if inside and inside[0].number not in self._figures:
                name = f"figure-{inside[0].number}"
                found[place] = Marked(name, next((one.item for one in inside if one.item in self._items), 0))
                for one in inside:
                    self._figures.setdefault(one.number, name)
            start = end
        return found


def _to(name: str | None) -> str:
    return f"#{name}" if name else ""
