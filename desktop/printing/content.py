"""Knows what of a report the template is handed: plain values in which every text can be set as it stands."""

from collections.abc import Iterable, Sequence
from typing import Any

from desktop.core.agreement import Status
from desktop.core.report.values import (
    Asked,
    Decided,
    Item,
    Passage,
    Piece,
    Remark,
    Report,
    Single,
    Source,
    Sum,
    Voice,
)
from desktop.printing.drawings import timeline_values
from desktop.printing.pieces import lines_of
from desktop.printing.places import first_places, link_of, places_quoted
from desktop.printing.signs import Replaced, Signs

Values = dict[str, Any]
"""What JSON can hold."""

_MOST_UNBROKEN = 600
"""Characters of what an article says that is kept on one page; more would leave much of a page empty."""
_LONGEST_HEAD = 90
"""Characters of the title at the head of every page."""


class Content:
    """Makes the values of one report. with_pictures: whether drawings are set, else their descriptions."""

    def __init__(self, report: Report, signs: Signs, *, with_pictures: bool = True) -> None:
        self._report = report
        self._with_pictures = with_pictures
        self._signs = signs
        self._items = {item.number for item in report.items} | {sum_.number for sum_ in report.sums}
        self._letters = first_places(source.letter for source in report.sources)
        self._texts = first_places(text.source for text in report.texts)
        self._placed: set[int] = set()
        self._asked_for = places_quoted(report)

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced in the values made."""
        return self._signs.replaced

    def values(self) -> Values:
        """Everything on the pages, in the order in which it is set."""
        report, line = self._report, self._signs.line
        # PDF/UA does not let a document be without a title.
        title = report.title if report.title.strip() else report.labels["kicker"]
        plain_title = self._signs.quiet(title)
        found: Values = {
            "title": self._signs.name(title),
            "plain_title": plain_title,
            "running_head": self._signs.quiet(_shortened(plain_title), breakable=True),
            "language": report.language,
            "labels": {slug: line(words) for slug, words in report.labels.items()},
            "version": line(report.version),
            "as_of": line(report.as_of),
            "sources": [self._source(source) for source in report.sources],
            "finding": self._all(report.finding),
            "counts": [
                {"status": _slug(count.status), "number": count.number, "words": line(count.words)}
                for count in report.counts
            ],
            "outliers": [
                {
                    "source": self._letter(outlier.source),
                    "name": line(outlier.name),
                    "topic": line(outlier.topic),
                    "said": line(outlier.said),
                    "apart": line(outlier.apart),
                    "number": self._number(outlier.number),
                }
                for outlier in report.outliers
            ],
            "review": self._all(report.review),
            "rulings": [self._ruling(ruling) for ruling in report.rulings],
            "left_out": line(report.left_out),
            "is_at_one": not any(count.number for count in report.counts if count.status is Status.CONFLICT),
            "disagreements": self._each(report.disagreements),
            "internal": self._each(report.internal),
            "sums": [self._sum(sum_) for sum_ in report.sums],
            "close": self._each(report.close),
            "equivalent": self._each(report.equivalent),
            "agreeing": self._each(report.agreeing),
            "singles": self._singles(report.singles),
            "timeline": timeline_values(report.timeline, self._signs, with_pictures=self._with_pictures),
            "by_editor": self._all(report.by_editor),
            "other_notes": [self._note(note) for note in report.other_notes],
            "questions": [self._questions(asked) for asked in report.questions],
            "drafts": [
                {
                    "source": self._letter(draft.source),
                    "name": self._signs.name(draft.name),
                    "paragraphs": self._all(draft.paragraphs),
                    "numbers": [number for number in draft.numbers if self._number(number)],
                }
                for draft in report.drafts
            ],
            "method": self._all(report.method),
            "texts": [
                {
                    "source": self._letter(text.source),
                    "name": self._name(text.source),
                    "lines": lines_of(
                        text.source,
                        text.pieces,
                        self._signs,
                        self._asked_for if self._texts[text.source] == place else (),
                    ),
                }
                for place, text in enumerate(report.texts)
            ],
        }
        found["replaced"] = [
            {"code": sign.code, "name": sign.name.lower(), "times": sign.times} for sign in self._signs.replaced
        ]
        return found

    def _all(self, texts: Sequence[str]) -> list[str]:
        return [self._signs.line(text) for text in texts]

    def _number(self, number: int) -> int:
        """The number of what is in the report, else 0: a link to what was left out would lead nowhere."""
        return number if number in self._items else 0

    def _letter(self, letter: str) -> Values:
        return {"letter": self._signs.line(letter), "place": self._letters.get(letter, -1)}

    def _place(self, number: int) -> bool:
        """Whether links to that number lead here: only one place can be led to, even in a report that is not sound."""
        is_first = number not in self._placed
        self._placed.add(number)
        return is_first

    def _name(self, letter: str) -> str:
        names = {source.letter: source.name for source in self._report.sources}
        return self._signs.name(names.get(letter, ""))

    def _source(self, source: Source) -> Values:
        line = self._signs.line
        words = {
            name: line(getattr(source, name))
            for name in (
                "name",
                "title",
                "outlet",
                "published_words",
                "file",
                "address",
                "sha256",
                "imported",
                "notice",
            )
        }
        return {
            **words,
            "letter": line(source.letter),
            "figures": source.figures,
            "link": link_of(source.address),
            "earlier": [
                {"sha256": line(version.sha256), "imported": line(version.imported)} for version in source.earlier
            ],
        }

    def _each(self, items: Sequence[Item]) -> list[Values]:
        return [self._item(item) for item in items]

    def _item(self, item: Item) -> Values:
        line = self._signs.line
        voices = [self._voice(voice) for voice in item.voices]
        return {
            "number": item.number,
            "is_target": self._place(item.number),
            "status": _slug(item.status),
            "status_words": line(item.status_words),
            "topic": line(item.topic),
            "plain_topic": self._signs.quiet(item.topic),
            "verdict": line(item.verdict),
            "voices": voices,
            "reasons": self._all(item.reasons),
            "more": item.more,
            "slips": self._all(item.slips),
            "rulings": [self._ruling(ruling) for ruling in item.rulings],
            "notes": [self._note(note) for note in item.notes],
            "by_editor": line(item.by_editor),
        }

    def _voice(self, voice: Voice) -> Values:
        line = self._signs.line
        return {
            "source": self._letter(voice.source),
            "name": self._name(voice.source),
            "sayings": self._all(voice.sayings),
            "amount": line(voice.amount),
            "apart": line(voice.apart),
            "is_outlier": voice.is_outlier,
            "is_short": _length(voice.passages) < _MOST_UNBROKEN,
            "passages": [self._passage(passage) for passage in voice.passages],
        }

    def _passage(self, passage: Passage) -> Values:
        return {
            "source": self._letter(passage.source),
            "pieces": [self._piece(piece) for piece in passage.pieces],
            "line": passage.line,
            "text": self._texts[passage.source] if (passage.source, passage.line) in self._asked_for else -1,
            "about": self._signs.line(passage.about),
        }

    def _piece(self, piece: Piece) -> Values | str:
        text = self._signs.line(piece.text)
        return {"text": text, "status": _slug(piece.status), "is_meant": piece.is_meant} if piece.is_figure else text

    def _ruling(self, ruling: Decided) -> Values:
        line = self._signs.line
        words = {name: line(getattr(ruling, name)) for name in ("words", "on", "by", "at", "reason", "topic", "then")}
        return {**words, "number": self._number(ruling.number), "is_contested": ruling.is_contested}

    def _note(self, note: Remark) -> Values:
        line = self._signs.line
        words = {name: line(getattr(note, name)) for name in ("on", "by", "at", "source", "state")}
        return {
            **words,
            "text": self._signs.lines(note.text).split("\n"),
            "link": link_of(note.source),
            "tags": self._all(note.tags),
            "answers": [
                {"text": self._signs.lines(answer.text).split("\n"), "by": line(answer.by), "at": line(answer.at)}
                for answer in note.answers
            ],
        }

    def _sum(self, sum_: Sum) -> Values:
        line = self._signs.line
        return {
            "number": sum_.number,
            "is_target": self._place(sum_.number),
            "status": _slug(sum_.status),
            "status_words": line(sum_.status_words),
            "source": self._letter(sum_.source),
            "name": self._name(sum_.source),
            "computation": line(sum_.computation),
            "plain_computation": self._signs.quiet(sum_.computation),
            "words": line(sum_.words),
            "passage": self._passage(sum_.passage),
            "is_short": _length([sum_.passage]) < _MOST_UNBROKEN,
            "notes": [self._note(note) for note in sum_.notes],
        }

    def _singles(self, singles: Sequence[Single]) -> list[Values]:
        """By source, in the order in which the sources first come."""
        groups: dict[str, list[Values]] = {}
        for single in singles:
            told = {"topic": self._signs.line(single.topic), "sayings": self._all(single.sayings)}
            groups.setdefault(single.source, []).append(told)
        return [
            {"source": self._letter(letter), "name": self._name(letter), "rows": rows}
            for letter, rows in groups.items()
        ]

    def _questions(self, asked: Asked) -> Values:
        return {
            "to": self._signs.name(asked.to),
            "questions": [
                {"text": self._signs.line(question.text), "number": self._number(question.number)}
                for question in asked.questions
            ],
        }


def _slug(status: Status | None) -> str:
    return status.value if status else "none"


def _length(passages: Iterable[Passage]) -> int:
    return sum(len(passage.text) + len(passage.about) + 60 for passage in passages)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_HEAD else f"{title[: _LONGEST_HEAD - 1].rstrip()}…"
