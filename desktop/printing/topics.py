"""Knows what the template is handed of topics and sums, and of what editors made of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from desktop.core.agreement import Status
from desktop.core.report.told import Decided, Item, Passage, Piece, Remark, Sum, Voice
from desktop.core.report.values import Report
from desktop.printing.places import first_places, link_of, places_quoted
from desktop.printing.signs import Signs

Values = dict[str, Any]
"""What JSON can hold."""

_MOST_UNBROKEN = 600
"""Characters of what an article says that is kept on one page; more would leave much of a page empty."""
_MOST_WRITTEN = 1200
"""As many of what an editor wrote, which is set wider."""


class Topics:
    """Makes the values of the topics and sums of one report, and knows where links to them and its sources lead."""

    def __init__(self, report: Report, signs: Signs) -> None:
        self._signs = signs
        self._items = {item.number for item in report.items} | {sum_.number for sum_ in report.sums}
        self._names = {source.letter: source.name for source in report.sources}
        self._letters = first_places(source.letter for source in report.sources)
        self._texts = first_places(text.source for text in report.texts)
        self._placed: set[int] = set()
        self._asked_for = places_quoted(report)

    def number(self, number: int) -> int:
        """The number of what is in the report, else 0: a link to what was left out would lead nowhere."""
        return number if number in self._items else 0

    def letter(self, letter: str) -> Values:
        """The badge of a source: its letter, and its place among the sources, -1 where it is none of them."""
        return {"letter": self._signs.line(letter), "place": self._letters.get(letter, -1)}

    def name(self, letter: str) -> str:
        """What the source of that letter is called."""
        return self._signs.name(self._names.get(letter, ""))

    def asked_for_in(self, place: int, letter: str) -> frozenset[tuple[str, int]]:
        """The lines that passages lead to in the full text at that place, by letter and number."""
        return self._asked_for if self._texts[letter] == place else frozenset()

    def items(self, items: Sequence[Item]) -> list[Values]:
        """Topics, in their order."""
        return [self._item(item) for item in items]

    def sums(self, sums: Sequence[Sum]) -> list[Values]:
        """Checks of arithmetic, in their order."""
        return [self._sum(sum_) for sum_ in sums]

    def rulings(self, rulings: Sequence[Decided]) -> list[Values]:
        """Rulings, in their order."""
        return [self._ruling(ruling) for ruling in rulings]

    def notes(self, notes: Sequence[Remark]) -> list[Values]:
        """Notes, in their order."""
        return [self._note(note) for note in notes]

    def _all(self, texts: Sequence[str]) -> list[str]:
        return [self._signs.line(text) for text in texts]

    def _place(self, number: int) -> bool:
        """Whether links to that number lead here: only one place can be led to, even in a report that is not sound."""
        is_first = number not in self._placed
        self._placed.add(number)
        return is_first

    def _item(self, item: Item) -> Values:
        line = self._signs.line
        return {
            "number": item.number,
            "is_target": self._place(item.number),
            "status": slug(item.status),
            "status_words": line(item.status_words),
            "topic": line(item.topic),
            "verdict": line(item.verdict),
            "voices": [self._voice(voice) for voice in item.voices],
            "reasons": self._all(item.reasons),
            "more": item.more,
            "slips": self._all(item.slips),
            "rulings": self.rulings(item.rulings),
            "notes": self.notes(item.notes),
            "by_editor": line(item.by_editor),
        }

    def _voice(self, voice: Voice) -> Values:
        line = self._signs.line
        return {
            "source": self.letter(voice.source),
            "name": self.name(voice.source),
            "sayings": self._all(voice.sayings),
            "amount": line(voice.amount),
            "apart": line(voice.apart),
            "is_outlier": voice.is_outlier,
            "is_short": _length(voice.passages) < _MOST_UNBROKEN,
            "passages": [self._passage(passage) for passage in voice.passages],
        }

    def _passage(self, passage: Passage) -> Values:
        return {
            "source": self.letter(passage.source),
            "pieces": [self._piece(piece) for piece in passage.pieces],
            "line": passage.line,
            "text": self._texts[passage.source] if (passage.source, passage.line) in self._asked_for else -1,
            "about": self._signs.line(passage.about),
        }

    def _piece(self, piece: Piece) -> Values | str:
        text = self._signs.line(piece.text)
        return {"text": text, "status": slug(piece.status), "is_meant": piece.is_meant} if piece.is_figure else text

    def _ruling(self, ruling: Decided) -> Values:
        line = self._signs.line
        words = {name: line(getattr(ruling, name)) for name in ("words", "on", "by", "at", "reason", "topic", "then")}
        return {
            **words,
            "number": self.number(ruling.number),
            "is_contested": ruling.is_contested,
            "is_short": _is_brief(ruling.words, ruling.on, ruling.reason, ruling.then),
        }

    def _note(self, note: Remark) -> Values:
        line = self._signs.line
        words = {name: line(getattr(note, name)) for name in ("on", "by", "at", "source", "state")}
        return {
            **words,
            "text": self._signs.lines(note.text).split("\n"),
            "link": link_of(note.source),
            "tags": self._all(note.tags),
            "is_short": _is_brief(note.text, note.on, note.source, *note.tags),
            "answers": [
                {
                    "text": self._signs.lines(answer.text).split("\n"),
                    "by": line(answer.by),
                    "at": line(answer.at),
                    "is_short": _is_brief(answer.text),
                }
                for answer in note.answers
            ],
        }

    def _sum(self, sum_: Sum) -> Values:
        line = self._signs.line
        return {
            "number": sum_.number,
            "is_target": self._place(sum_.number),
            "status": slug(sum_.status),
            "status_words": line(sum_.status_words),
            "source": self.letter(sum_.source),
            "name": self.name(sum_.source),
            "claimed": line(sum_.claimed),
            "computation": line(sum_.computation),
            "words": line(sum_.words),
            "passage": self._passage(sum_.passage),
            "is_short": _length([sum_.passage]) < _MOST_UNBROKEN,
            "notes": self.notes(sum_.notes),
        }


def slug(status: Status | None) -> str:
    """What the template calls a status."""
    return status.value if status else "none"


def _length(passages: Iterable[Passage]) -> int:
    return sum(len(passage.text) + len(passage.about) + 60 for passage in passages)


def _is_brief(*texts: str) -> bool:
    """Whether what an editor wrote is to stay on one page; an empty line takes as much room as a full one."""
    return sum(len(text) + 90 * text.count("\n") for text in texts) < _MOST_WRITTEN
