"""Knows the rulings, notes, replies and readings of editors as rows of a workbook."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.core.report.told import Decided, Remark
from desktop.core.report.values import Report
from desktop.exports.fitting import Value, on_the_web
from desktop.exports.workbook import Cell, Column


def reviewed_columns(labels: Mapping[str, str]) -> list[Column]:
    """What stands in each row of `reviewed_rows`."""
    heads = (("number", 5, 7), ("kind", 10, 14), ("topic", 14, 26), ("on", 20, 40), ("text", 20, 50))
    more = (("reason", 14, 36), ("by", 10, 18), ("at", 12, 20), ("state", 10, 26), ("tags", 8, 18), ("source", 10, 36))
    return [Column(labels[slug], least, most) for slug, least, most in (*heads, *more)]


def reviewed_rows(report: Report) -> Iterator[Sequence[Value | Cell]]:
    """All that editors made, in the order of the report; a number is that of an item or a sum."""
    labels = report.labels
    topics = {item.number: item.topic for item in report.items}
    for ruling in report.rulings:
        yield _ruling(ruling, labels)
    on = [(item.number, note) for item in report.items for note in item.notes]
    on += [(one.number, note) for one in report.sums for note in one.notes]
    for number, note in (*sorted(on, key=lambda one: one[0]), *((0, note) for note in report.other_notes)):
        yield from _note(number, topics.get(number, ""), note, labels)
    for line in report.by_editor:
        yield [None, labels["by_editor"], "", "", line]


def _ruling(ruling: Decided, labels: Mapping[str, str]) -> Sequence[Value | Cell]:
    state = "; ".join(filter(None, (labels["contested"] if ruling.is_contested else "", ruling.then)))
    return [
        ruling.number or None,
        labels["ruling"],
        ruling.topic,
        ruling.on,
        ruling.words,
        ruling.reason,
        ruling.by,
        ruling.at,
        state,
    ]


def _note(number: int, topic: str, note: Remark, labels: Mapping[str, str]) -> Iterator[Sequence[Value | Cell]]:
    where = (number or None, labels["note"], topic, note.on)
    source = Cell(note.source, to=on_the_web(note.source))
    yield [*where, note.text, "", note.by, note.at, note.state, ", ".join(note.tags), source]
    for answer in note.answers:
        yield [number or None, labels["reply"], topic, note.on, answer.text, "", answer.by, answer.at]
