"""Knows where in a workbook each topic, pair, figure and source of a report stands, and makes cells that lead there."""

from collections.abc import Mapping

from desktop.core.report.values import Report
from desktop.exports.fitting import Value
from desktop.exports.workbook import Cell, place


class Places:
    """The places of one workbook."""

    def __init__(self, report: Report, sheets: Mapping[str, str]) -> None:
        """sheets: the names of those that there are, by slug; each begins with a row of headings."""
        self._sheets = sheets
        self._names = {source.letter: f"{source.letter} {source.name}".strip() for source in report.sources}
        pairs: dict[int | str, int] = {}
        for row, pair in enumerate(report.pairs, 1):
            pairs.setdefault(pair.item, row)
        self._rows: Mapping[str, Mapping[int | str, int]] = {
            "sources": {source.letter: row for row, source in enumerate(report.sources, 1)},
            "figures": {figure.number: row for row, figure in enumerate(report.figures, 1)},
            "topics": {item.number: row for row, item in enumerate(report.items, 1)},
            "sums_short": {one.number: row for row, one in enumerate(report.sums, 1)},
            "pairs": pairs,
        }

    def name(self, letter: str) -> str:
        """What a source is called."""
        return self._names.get(letter, letter)

    def source(self, letter: str) -> Cell:
        """What a source is called, leading to its row."""
        return Cell(self.name(letter), to=self._place("sources", letter))

    def item(self, number: int) -> Cell:
        """The number of an item or a sum, leading to it."""
        led = self._place("topics", number) or self._place("sums_short", number)
        return Cell(number, to=led) if led else self.pairs(number)

    def pairs(self, number: int) -> Cell:
        """The number of an item, leading to its first pair; nothing for 0."""
        return Cell(number or None, to=self._place("pairs", number))

    def figure(self, number: int, value: Value) -> Cell:
        """A value that leads to a figure."""
        return Cell(value, to=self._place("figures", number))

    def led(self, value: Value | Cell) -> Value | Cell:
        """The number of an item, leading to it; any other value as it is."""
        return self.item(value) if isinstance(value, int) else value

    def _place(self, slug: str, key: int | str) -> str:
        row = self._rows[slug].get(key)
        return place(self._sheets[slug], row) if row and slug in self._sheets else ""
