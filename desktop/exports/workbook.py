"""Knows how values become cells of a workbook (XLSX): typed, styled, linked, and never a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop.core.agreement import Status
from desktop.core.cells import may_be_a_formula, plain_number, whole_signs
from desktop.exports import fitting
from desktop.exports.fitting import Value
from desktop.exports.looks import Look, properties
from desktop.exports.visible import unturned


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with more to it. to: where it leads, a place of this workbook ("Sheet!A1" as `Sheet.place` says it) or
    an address. status: whose colours it has, "" for none."""

    value: Value
    to: str = ""
    status: Status | None | str = ""
    look: Look = Look()


Row = Sequence[Value | Cell]
LINED = Look(is_lined=True)
PAGE = 290
"""How wide a printed page may be, in characters, so that it can still be read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. least, most: how wide it is, in characters."""

    heading: str
    least: int = 6
    most: int = 14


class Book:
    """A workbook that is being written."""

    def __init__(self, title: str, about: str, made: datetime, words: tuple[str, str]) -> None:
        """about: what it was made with. made: what to give as the time of its making. words: what stands behind a text
        that is cut, and before the number of rows that are left out."""
        self._data = BytesIO()
        self._book = xlsxwriter.Workbook(
            self._data,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        self._book.set_properties(
            {"title": fitting.attribute(title)[:255], "comments": fitting.attribute(about), "created": made}
        )
        self._formats: dict[Look, Format] = {}
        self._names: set[str] = set()
        self.title = title
        self.words = words

    def sheet(self, name: str) -> "Sheet":
        """A new sheet; its name is made one that a sheet can have."""
        fit = fitting.sheet_name(name, self._names)
        self._names.add(fit.casefold())
        return Sheet(self, self._book.add_worksheet(fit), fit)

    def format(self, look: Look) -> Format:
        """XlsxWriter's format of that look, the same one for the same look."""
        if look not in self._formats:
            self._formats[look] = self._book.add_format(properties(look))
        return self._formats[look]

    def data(self) -> bytes:
        """The file; nothing can be written afterwards."""
        self._book.close()
        return self._data.getvalue()


class Sheet:
    """A sheet that is being written, from the top down."""

    def __init__(self, book: Book, sheet: Worksheet, name: str) -> None:
        self._book, self._sheet, self.name = book, sheet, name
        self._links = 0
        self.rows = 0
        """How many rows are written."""
        sheet.set_landscape()
        sheet.hide_gridlines(2)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_footer(f"&L{fitting.printed(book.title[:60])}&C{fitting.printed(name)}&R&P / &N")
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)

    def place(self, row: int) -> str:
        """What leads to a row (from 0) of this sheet."""
        return place(self.name, row)

    def table(self, columns: Sequence[Column], rows: Iterable[Row], frozen: int) -> None:
        """The whole sheet as a table whose headings stay in sight. frozen: so many columns do, too."""
        heads = [Cell(column.heading, look=Look(is_head=True)) for column in columns]
        cells = [heads, *([lined(value) for value in row] for row in rows)]
        left_out = max(0, len(cells) - fitting.MOST_ROWS)
        if left_out:
            del cells[fitting.MOST_ROWS - 1 :]
        widths = [self._width(at, column, cells) for at, column in enumerate(columns)]
        for at, width in enumerate(widths):
            self._sheet.set_column(at, at, width)
        for row in cells:
            self._row(row + [Cell("", look=LINED)] * (len(columns) - len(row)), widths)
        self._sheet.freeze_panes(1, frozen)
        self._sheet.autofilter(0, 0, max(self.rows - 1, 1), len(columns) - 1)
        self._sheet.repeat_rows(0)
        pages = -(-sum(widths) // PAGE)
        if pages > 1:
            self._sheet.repeat_columns(0, frozen - 1)
        self._sheet.fit_to_pages(pages, 0)
        if left_out:
            self._row([Cell(f"{self._book.words[1]} {left_out + 1}", look=Look(is_plain=True))], widths)

    def below(self, words: Iterable[str]) -> None:
        """Words under a table, with a row left free, each in a row of its own."""
        self.rows += 1
        for one in words:
            if self.rows < fitting.MOST_ROWS:
                self._row([Cell(one, look=Look(is_plain=True))], ())

    def lines(self, widths: Sequence[int], rows: Iterable[Row]) -> None:
        """The whole sheet as lines under one another, its columns that many characters wide."""
        for at, width in enumerate(widths):
            self._sheet.set_column(at, at, width)
        for row in rows:
            self._row([value if isinstance(value, Cell) else Cell(value) for value in row], widths)
        self._sheet.fit_to_pages(1, 0)

    def _width(self, at: int, column: Column, cells: Sequence[Sequence[Cell]]) -> int:
        """How wide a column is so that what is in it fits, or as much of it as is allowed."""
        sign = 2  # of the filter, beside the heading
        needed = max(
            fitting.width(row[at].value) + (0 if row[at].look.is_lined else sign) for row in cells if at < len(row)
        )
        return max(column.least, min(needed, column.most))

    def _row(self, cells: Sequence[Cell], widths: Sequence[int]) -> None:
        # other programs than Excel do not find out by themselves how high a row has to be
        height = max(
            (
                fitting.height(cell.value, width, cell.look.size)
                for cell, width in zip(cells, widths, strict=False)
                if not cell.look.is_plain
            ),
            default=0,
        )
        height = max(height, *(fitting.LINE * cell.look.size // 11 for cell in cells), fitting.LINE)
        self._sheet.set_row(self.rows, height)
        for column, cell in enumerate(cells):
            if cell.value not in (None, ""):
                self._write(self.rows, column, cell)
            elif cell.look != Look():
                self._sheet.write_blank(self.rows, column, None, self._book.format(_look_of(cell)))
        self.rows += 1

    def _write(self, row: int, column: int, cell: Cell) -> None:
        look, value = _look_of(cell), cell.value
        if (to := fitting.link(cell.to)) and self._links < fitting.MOST_LINKS:
            self._links += 1
            look = look._replace(is_link=True)
            self._sheet.write_url(row, column, to, None, "-")  # what the cell says is written over it
        if isinstance(value, date):
            if value >= fitting.FIRST_DATE:
                self._sheet.write_datetime(row, column, value, self._book.format(look._replace(kind="date")))
                return
            value = value.isoformat()
        if isinstance(value, int | Decimal):
            if kind := fitting.number_format(value):
                made = self._book.format(look._replace(kind=kind))
                self._sheet.write_number(row, column, Decimal(value), made)
                return
            value = plain_number(value)
        lines = (value or "").replace("\r\n", "\n").replace("\r", "\n")
        look = look._replace(is_quoted=may_be_a_formula(lines))
        text = fitting.within(unturned(whole_signs(lines)), self._book.words[0])
        self._text(row, column, text, self._book.format(look))

    def _text(self, row: int, column: int, text: str, made: Format) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for markup of its own and writes it as it stands; in two parts it is text.
            self._sheet.write_rich_string(row, column, text[:1], made, text[1:], made)
        else:
            self._sheet.write_string(row, column, text, made)


def place(sheet: str, row: int) -> str:
    """What leads to a row (from 0) of a sheet."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!A{row + 1}"


def lined(value: Value | Cell) -> Cell:
    """A value as a cell of a table."""
    cell = value if isinstance(value, Cell) else Cell(value)
    return replace(cell, look=cell.look._replace(is_lined=True))


def _look_of(cell: Cell) -> Look:
    return cell.look._replace(status=cell.status, is_bold=cell.look.is_bold or cell.status != "")
