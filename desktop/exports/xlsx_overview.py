"""Knows the first sheet of a workbook: what was found, how much of it, who is out of line."""

from collections.abc import Iterator, Sequence

from desktop.core.report.values import Report
from desktop.exports.looks import Look
from desktop.exports.workbook import Cell, Row, lined
from desktop.exports.xlsx_places import Places

WIDTHS = (28, 76, 36, 36, 8)
"""How wide its columns are, in characters."""


def overview_rows(report: Report, to: Places) -> Iterator[Row]:
    """The lines of the sheet, from the title on."""
    labels = report.labels
    yield [Cell(report.title, look=Look(size=18, is_bold=True, is_plain=True))]
    yield [Cell(labels["kicker"], look=Look(is_plain=True))]
    if report.as_of:
        yield [labels["as_of"], report.as_of]
    if report.editor:
        yield [labels["prepared_by"], report.editor]
    yield [labels["made_with"], report.version]
    yield from _part(report, "finding", [["", sentence] for sentence in report.finding])
    counts: list[Row] = [
        [Cell(count.words, status=count.status), Cell(count.number, look=Look(is_left=True))] for count in report.counts
    ]
    yield from _part(report, "counts", counts, ("status", "how_many"))
    outliers: list[Row] = [
        [to.source(one.source) if one.source else one.name, one.apart, one.said, one.topic, to.item(one.number)]
        for one in report.outliers
    ]
    if report.more_outliers:
        outliers.append(["", report.more_outliers])
    yield from _part(report, "outliers", outliers, ("source", "apart", "says_short", "topic", "number"))
    review: list[Row] = [["", sentence] for sentence in (*report.review, *filter(None, (report.left_out,)))]
    yield from _part(report, "reviewed", review)
    yield from _part(report, "method", [["", sentence] for sentence in report.method])


def _part(report: Report, slug: str, rows: Sequence[Row], heads: Sequence[str] = ()) -> Iterator[Row]:
    """A heading with what stands under it; nothing where nothing does. heads: of its columns, where it has any."""
    if not rows:
        return
    yield []
    yield [Cell(report.labels[slug], look=Look(size=13, is_bold=True, is_plain=True))]
    if heads:
        yield [Cell(report.labels[head], look=Look(is_head=True)) for head in heads]
    for row in rows:
        yield [lined(value) for value in row] if heads else row
