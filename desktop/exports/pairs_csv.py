"""Makes a table of a report for any program that reads comma-separated values: a row for each pair of figures."""

from collections.abc import Iterator, Sequence

from desktop.core.cells import Cell, comma_separated
from desktop.core.report.tables import FigureRecord, PairRecord
from desktop.core.report.values import Report

BEFORE = ("number", "status", "topic", "inside")
SIDE = ("source", "says_short", "low", "high", "unit", "per", "date", "sentence", "in_line")
BEHIND = ("ratio", "why", "slip", "ruling", "reason", "by", "at")
"""The columns of a pair, by the slugs of their headings: before its two sides, of each side, behind them."""


def csv(report: Report, mark: bool = False) -> bytes:
    """The pairs of a report, then the figures that are in none, their second side empty: UTF-8, RFC 4180.

    mark: whether it begins with the mark (BOM) that spreadsheets know UTF-8 by. Amounts are plain numbers, all digits
    of them. What a spreadsheet would take for a formula is set off by an apostrophe.
    """
    text = comma_separated((_headings(report), *_rows(report)))
    return text.encode("utf-8-sig" if mark else "utf-8")


def _headings(report: Report) -> list[Cell]:
    labels = report.labels
    sides = (f"{labels[slug]} {number}" for number in (1, 2) for slug in SIDE)
    return [*(labels[slug] for slug in BEFORE), *sides, *(labels[slug] for slug in BEHIND)]


def _rows(report: Report) -> Iterator[Sequence[Cell]]:
    figures = {figure.number: figure for figure in report.figures}
    names = {source.letter: f"{source.letter} {source.name}" for source in report.sources}
    for pair in report.pairs:
        yield _pair(pair, figures, names, report.labels["yes"])
    told = {number for pair in report.pairs for number in (pair.a, pair.b)}
    for figure in report.figures:
        if figure.number not in told:
            one = _side(figure, figure.quote, names)
            yield [figure.item or None, figure.status_words, figure.topic, None, *one, *[None] * len(SIDE + BEHIND)]


def _pair(pair: PairRecord, figures: dict[int, FigureRecord], names: dict[str, str], yes: str) -> Sequence[Cell]:
    return [
        pair.item,
        pair.status_words,
        pair.topic,
        yes if pair.is_internal else None,
        *_side(figures.get(pair.a), pair.says_a, names),
        *_side(figures.get(pair.b), pair.says_b, names),
        pair.ratio,
        pair.why,
        pair.slip,
        pair.ruling,
        pair.reason,
        pair.ruled_by,
        pair.ruled_at,
    ]


def _side(figure: FigureRecord | None, says: str, names: dict[str, str]) -> Sequence[Cell]:
    if figure is None:
        return [None, says, *[None] * (len(SIDE) - 2)]
    return [
        names.get(figure.source, figure.source),
        says,
        figure.low,
        figure.high,
        figure.unit,
        figure.per,
        figure.iso,
        figure.sentence,
        figure.line,
    ]
