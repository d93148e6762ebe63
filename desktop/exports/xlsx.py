"""Makes a workbook (XLSX) of a report: what was found, and every topic, pair, figure, ruling and source as rows."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from desktop.core.report.tables import FigureRecord, MonthRecord, PairRecord
from desktop.core.report.values import Report
from desktop.exports.fitting import Value, on_the_web
from desktop.exports.pairs_csv import BEFORE, BEHIND, SIDE
from desktop.exports.workbook import Book, Cell, Column, Row
from desktop.exports.xlsx_overview import WIDTHS, overview_rows
from desktop.exports.xlsx_places import Places
from desktop.exports.xlsx_reviewed import reviewed_columns, reviewed_rows

MADE = datetime(2000, 1, 1)
"""When a workbook says that it was made, where nothing of the report has a time."""
_WIDE, _TEXT, _WORDS = 44, 60, 26
"""How wide columns become, in characters: of explanations, of sentences, of topics and sayings."""


def xlsx(report: Report) -> bytes:
    """The report as a workbook; the same bytes for the same report."""
    labels = report.labels
    book = Book(
        report.title,
        f"{labels['made_with']} {report.version}".strip(),
        _made(report.as_of_iso),
        (labels["cut"], labels["rows_cut"]),
    )
    return _Sheets(report, book).written()


class _Sheets:
    """The sheets of one workbook, which lead to one another."""

    def __init__(self, report: Report, book: Book) -> None:
        self._report, self._labels, self._book = report, report.labels, book
        slugs = {"overview": True, "topics": bool(report.items), "pairs": True, "figures": True}
        slugs |= {"sums_short": bool(report.sums), "payments": report.timeline is not None}
        slugs |= {"months": report.timeline is not None and bool(report.timeline.months)}
        slugs |= {"reviewed": any(reviewed_rows(report)), "sources": True}
        self._sheets = {slug: book.sheet(self._labels[slug]) for slug, is_there in slugs.items() if is_there}
        self._to = Places(report, {slug: sheet.name for slug, sheet in self._sheets.items()})
        self._figures = {figure.number: figure for figure in report.figures}

    def written(self) -> bytes:
        """All sheets written."""
        labels, made = self._labels, self._sheets
        made["overview"].lines(WIDTHS, overview_rows(self._report, self._to))
        if "topics" in made:
            made["topics"].table(self._topic_columns(), self._topics(), frozen=3)
        made["pairs"].table(self._pair_columns(), map(self._pair, self._report.pairs), frozen=3)
        made["figures"].table(self._figure_columns(), map(self._figure, self._report.figures), frozen=3)
        if "sums_short" in made:
            parts = ("number", "status", "source", "as_printed", "computation", "arithmetic", "sentence", "in_line")
            made["sums_short"].table(self._columns(parts), self._sums(), frozen=2)
        if "payments" in made and (timeline := self._report.timeline) is not None:
            columns = [Column(heading, most=30) for heading in timeline.headings]
            made["payments"].table(columns, timeline.rows, frozen=1)
            made["payments"].below(timeline.notes)
            if "months" in made:
                heads = ("source", "month", "currency", "low", "high", "total_low", "total_high")
                made["months"].table(self._columns(heads), map(_month, timeline.months), frozen=2)
        if "reviewed" in made:
            rows = ([self._to.led(value) for value in row] for row in reviewed_rows(self._report))
            made["reviewed"].table(reviewed_columns(labels), rows, frozen=2)
        made["sources"].table(self._source_columns(), self._sources(), frozen=2)
        return self._book.data()

    # ---------------------------------------------------------------------------------------------- topics and pairs

    def _topic_columns(self) -> list[Column]:
        own = [Column(self._to.name(source.letter), 22, 30) for source in self._report.sources]
        return [*self._columns(("number", "status", "topic", "verdict", "inside")), *own]

    def _topics(self) -> Iterator[Row]:
        inside = {item.number for item in self._report.internal}
        for item in self._report.items:
            said: dict[str, list[str]] = {}
            for voice in item.voices:
                said.setdefault(voice.source, []).extend(voice.sayings)
            yield [
                self._to.pairs(item.number),
                Cell(item.status_words, status=item.status),
                item.topic,
                item.verdict,
                self._labels["yes"] if item.number in inside else "",
                *("\n".join(said.get(source.letter, ())) for source in self._report.sources),
            ]

    def _pair_columns(self) -> list[Column]:
        sides = [
            Column(f"{column.heading} {side}", column.least, column.most)
            for side in (1, 2)
            for column in self._columns(SIDE)
        ]
        return [*self._columns(BEFORE), *sides, *self._columns(BEHIND)]

    def _pair(self, pair: PairRecord) -> Row:
        return [
            self._to.item(pair.item),
            Cell(pair.status_words, status=pair.status),
            pair.topic,
            self._labels["yes"] if pair.is_internal else "",
            *self._side(pair.a, pair.says_a),
            *self._side(pair.b, pair.says_b),
            pair.ratio,
            pair.why,
            pair.slip,
            pair.ruling,
            pair.reason,
            pair.ruled_by,
            pair.ruled_at,
        ]

    def _side(self, number: int, says: str) -> Row:
        figure = self._figures.get(number)
        if figure is None:
            return ["", says, *[None] * (len(SIDE) - 2)]
        return [
            self._to.source(figure.source),
            says,
            *_amount(figure),
            figure.sentence,
            self._to.figure(number, figure.line),
        ]

    # ------------------------------------------------------------------------------- figures, arithmetic and sources

    def _figure_columns(self) -> list[Column]:
        heads = ("number", "status", "as_printed", "source", "kind", "stated", "low", "high", "unit", "per", "date")
        item = Column(f"{self._labels['topic']}: {self._labels['number']}", 8, 10)
        return [*self._columns((*heads, "topic")), item, *self._columns(("sentence", "in_line"))]

    def _figure(self, figure: FigureRecord) -> Row:
        return [
            figure.number,
            Cell(figure.status_words, status=figure.status),
            figure.quote,
            self._to.source(figure.source),
            figure.kind,
            figure.exactness,
            *_amount(figure),
            figure.topic,
            self._to.pairs(figure.item),
            figure.sentence,
            figure.line,
        ]

    def _sums(self) -> Iterator[Row]:
        for one in self._report.sums:
            yield [
                one.number,
                Cell(one.status_words, status=one.status),
                self._to.source(one.source),
                one.claimed,
                one.computation,
                one.words,
                one.passage.text,
                one.passage.line,
            ]

    def _source_columns(self) -> list[Column]:
        heads = ("letter", "outlet", "title", "published", "file", "address", "sha256", "imported", "figures")
        return self._columns((*heads, "notice", "earlier"))

    def _sources(self) -> Iterator[Row]:
        for source in self._report.sources:
            earlier = (" ".join(filter(None, (one.sha256, one.imported))) for one in source.earlier)
            yield [
                source.letter,
                source.outlet or source.name,
                source.title,
                source.published or source.published_words,
                source.file,
                Cell(source.address, to=on_the_web(source.address)),
                source.sha256,
                source.imported,
                source.figures,
                source.notice,
                "\n".join(earlier),
            ]

    # --------------------------------------------------------------------------------------------------------- cells

    def _columns(self, slugs: Sequence[str]) -> list[Column]:
        return [Column(self._labels[slug], *_WIDTHS.get(slug, (6, 16))) for slug in slugs]


_WIDTHS = {
    "number": (5, 7),
    "status": (12, 16),
    "topic": (14, _WORDS),
    "verdict": (20, _WIDE),
    "inside": (10, 12),
    "source": (12, 20),
    "says_short": (14, _WORDS),
    "as_printed": (14, _WORDS),
    "low": (12, 26),
    "high": (12, 26),
    "date": (12, 12),
    "sentence": (30, _TEXT),
    "why": (20, 70),
    "slip": (20, 70),
    "reason": (14, _WORDS),
    "ruling": (14, _WORDS),
    "computation": (16, 30),
    "arithmetic": (30, _TEXT),
    "title": (24, _WIDE),
    "address": (12, 56),
    "sha256": (20, 34),
    "notice": (12, 36),
    "earlier": (12, 34),
}


def _amount(figure: FigureRecord) -> tuple[Value, Value, Value, Value, Value]:
    """Both bounds, the unit, the period and the date: one where a whole day is known, else as it is known."""
    day: Value = figure.iso
    if len(figure.iso) == len("2026-05-22"):
        try:
            day = date.fromisoformat(figure.iso)
        except ValueError:
            day = figure.iso
    return figure.low, figure.high, figure.unit, figure.per, day


def _made(as_of: str) -> datetime:
    """The time of the last change, as a workbook has it; a fixed one where none is known."""
    try:
        return datetime.fromisoformat(as_of).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return MADE


def _month(paid: MonthRecord) -> Row:
    return [paid.who, paid.month, paid.currency, paid.low, paid.high, paid.total_low, paid.total_high]
