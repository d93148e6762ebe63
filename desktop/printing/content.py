"""Knows what of a report the template is handed: plain values in which every text can be set as it stands."""

from collections.abc import Sequence

from desktop.core.report.told import Decided, Single
from desktop.core.report.undisputed import undisputed
from desktop.core.report.values import Asked, Outlier, Report, Source
from desktop.printing.drawings import timeline_values
from desktop.printing.pieces import lines_of
from desktop.printing.places import link_of
from desktop.printing.signs import Replaced, Signs
from desktop.printing.topics import Topics, Values, slug

_LONGEST_HEAD = 90
"""Characters of the title at the head of every page."""
_MOST_IN_FULL = 3
"""How many rulings the first page has room for; more have a part of their own, and the page names some."""
_MOST_NAMED = 6
"""How many it names then, a line each."""
_FEW_TOPICS = 40
"""How many topics and sums need no table of contents where the first page has no room for it; the outline stays."""

_FEW_ROWS, _MOST_UNBROKEN = 6, 1000
"""How many rows of a table are kept on one page, and how many characters of it."""


class Content:
    """Makes the values of one report. with_pictures: whether drawings are set, else their descriptions."""

    def __init__(self, report: Report, signs: Signs, *, with_pictures: bool = True) -> None:
        self._report = report
        self._with_pictures = with_pictures
        self._signs = signs
        self._topics = Topics(report, signs)

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced in the values made."""
        return self._signs.replaced

    def values(self) -> Values:
        """Everything on the pages, in the order in which it is set."""
        report, line, topics = self._report, self._signs.line, self._topics
        # PDF/UA does not let a document be without a title.
        title = report.title if report.title.strip() else report.labels["kicker"]
        plain_title = self._signs.quiet(title)
        found: Values = {
            "title": self._signs.name(title),
            "plain_title": plain_title,
            "running_head": self._signs.quiet(_shortened(plain_title), breakable=True),
            "language": report.language,
            "labels": {name: line(words) for name, words in report.labels.items()},
            "version": line(report.version),
            "keywords": [f"Crossread {self._signs.quiet(report.version)}".strip()],
            "as_of": line(report.as_of),
            "editor": line(report.editor),
            "sources": [self._source(source) for source in report.sources],
            "finding": self._all(report.finding),
            "counts": [
                {"status": slug(count.status), "number": count.number, "words": line(count.words)}
                for count in report.counts
            ],
            "outliers": [self._outlier(outlier) for outlier in report.outliers],
            "more_outliers": line(report.more_outliers),
            "review": self._all(report.review),
            **self._rulings(report.rulings),
            "left_out": line(report.left_out),
            "undisputed": line(undisputed(report)),
            "is_long": len(report.items) + len(report.sums) > _FEW_TOPICS,
            "disagreements": topics.items(report.disagreements),
            "internal": topics.items(report.internal),
            "sums": topics.sums(report.sums),
            "close": topics.items(report.close),
            "equivalent": topics.items(report.equivalent),
            "agreeing": topics.items(report.agreeing),
            "singles": self._singles(report.singles),
            "timeline": timeline_values(report.timeline, self._signs, with_pictures=self._with_pictures),
            "by_editor": self._all(report.by_editor),
            "other_notes": topics.notes(report.other_notes),
            "questions": [self._questions(asked) for asked in report.questions],
            "drafts": [
                {
                    "source": topics.letter(draft.source),
                    "name": self._signs.name(draft.name),
                    "paragraphs": self._all(draft.paragraphs),
                    "numbers": [number for number in draft.numbers if topics.number(number)],
                }
                for draft in report.drafts
            ],
            "method": self._all(report.method),
            "texts": [
                {
                    "source": topics.letter(text.source),
                    "name": topics.name(text.source),
                    "lines": lines_of(text.source, text.pieces, self._signs, topics.asked_for_in(place, text.source)),
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

    def _outlier(self, outlier: Outlier) -> Values:
        line = self._signs.line
        return {
            "source": self._topics.letter(outlier.source) if outlier.source else None,
            "name": line(outlier.name),
            "topic": line(outlier.topic),
            "said": line(outlier.said),
            "apart": line(outlier.apart),
            "number": self._topics.number(outlier.number),
        }

    def _rulings(self, rulings: Sequence[Decided]) -> Values:
        """Those on the first page, and those of the part that holds all, where the page has no room for them. What
        editors decided differently comes first there: it is what somebody has to settle."""
        if len(rulings) <= _MOST_IN_FULL:
            return {"rulings": self._topics.rulings(rulings), "all_rulings": []}
        first = sorted(rulings, key=lambda one: not one.is_contested)[:_MOST_NAMED]
        return {"rulings": self._topics.rulings(first), "all_rulings": self._topics.rulings(rulings)}

    def _singles(self, singles: Sequence[Single]) -> list[Values]:
        """By source, in the order in which the sources first come."""
        groups: dict[str, list[Values]] = {}
        for single in singles:
            told = {"topic": self._signs.line(single.topic), "sayings": self._all(single.sayings)}
            groups.setdefault(single.source, []).append(told)
        return [
            {
                "source": self._topics.letter(letter),
                "name": self._topics.name(letter),
                "rows": rows,
                "is_short": len(rows) <= _FEW_ROWS and sum(map(len, map(str, rows))) < _MOST_UNBROKEN,
            }
            for letter, rows in groups.items()
        ]

    def _questions(self, asked: Asked) -> Values:
        return {
            "to": self._signs.name(asked.to),
            "questions": [
                {"text": self._signs.line(question.text), "number": self._topics.number(question.number)}
                for question in asked.questions
            ],
        }


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_HEAD else f"{title[: _LONGEST_HEAD - 1].rstrip()}…"
