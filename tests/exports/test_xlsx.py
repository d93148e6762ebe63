"""Whether a workbook says what its report says: typed, linked, with nothing in it that is calculated."""

import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from desktop.core.cells import whole_signs
from desktop.core.report.values import Report
from desktop.exports import fitting
from desktop.exports.looks import COLOURS
from desktop.exports.visible import unturned
from desktop.exports.xlsx import xlsx
from desktop.shell.theme.colours import LIGHT
from tests.injections import AWKWARD, FORMULAS
from tests.reports import calm_report, large_report, rich_report

SHEETS = ["Overview", "Topics", "Pairs", "Figures", "Arithmetic", "Payments", "Rulings and notes", "Sources"]


def opened(report: Report):
    """The workbook as a spreadsheet reads it; openpyxl leaves signs that XML cannot hold as they are written."""
    book = openpyxl.load_workbook(BytesIO(xlsx(report)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "_x" in cell.value:
                    cell._value = unescape(cell.value)  # noqa: SLF001 - to set a value would refuse such signs
    return book


def in_cells(text: str) -> str:
    """A text as a cell has it: with one sort of line end, and no halves of signs."""
    return unturned(whole_signs(text.replace("\r\n", "\n").replace("\r", "\n")))


@pytest.fixture(scope="module")
def book():
    return opened(rich_report())


def rows(sheet) -> list[dict[str, object]]:
    heads, *below = sheet.iter_rows()
    return [{head.value: cell for head, cell in zip(heads, row, strict=True)} for row in below]


def texts(book) -> list[str]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_the_sheets_are_there_and_only_those_that_hold_something(book):
    assert book.sheetnames == SHEETS
    assert opened(calm_report()).sheetnames == ["Overview", "Topics", "Pairs", "Figures", "Sources"]
    assert opened(Report("", "en", rich_report().labels, "", ())).sheetnames == [
        "Overview",
        "Pairs",
        "Figures",
        "Sources",
    ]


@pytest.mark.parametrize("name", SHEETS[1:])
def test_every_table_has_headings_that_stay_a_filter_and_a_print_setup(book, name):
    sheet = book[name]
    heads = [cell.value for cell in sheet[1]]
    assert all(heads)
    assert len(set(heads)) == len(heads)
    assert all(cell.font.bold and cell.fill.fgColor.rgb == "FFE9EBEF" for cell in sheet[1])
    assert sheet.freeze_panes.endswith("2")
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0


def test_a_pair_has_both_sides_as_values(book):
    found = {head: cell.value for head, cell in rows(book["Pairs"])[0].items()}
    assert found == {
        "No.": 1,
        "Status": "conflict",
        "Topic": "payment rate, Anthropic to SpaceX",
        "Inside one article": None,
        "Source 1": "A Harbor Ledger",
        "Says 1": "$1.25 billion annual",
        "Value, from 1": 1_250_000_000,
        "Value, to 1": 1_250_000_000,
        "Unit 1": "USD",
        "Per 1": "year",
        "Date 1": None,
        "Sentence 1": rich_report().figures[0].sentence,
        "Line 1": 3,
        "Source 2": "B Quillmark Wire",
        "Says 2": "$1.25 billion per month",
        "Value, from 2": 1_250_000_000,
        "Value, to 2": 1_250_000_000,
        "Unit 2": "USD",
        "Per 2": "month",
        "Date 2": None,
        "Sentence 2": rich_report().figures[3].sentence,
        "Line 2": 1,
        "Ratio": 12,
        "Why": rich_report().pairs[0].why,
        "Likely slip": rich_report().pairs[0].slip,
        "Ruling": "Quillmark Wire is right",
        "Reason": "The prospectus gives the amount per month (page 112).",
        "By": "Ines Duarte",
        "When": "21 November 2026, 20:40 UTC",
    }


def test_amounts_are_numbers_and_days_are_dates():
    report = rich_report()
    first = report.figures[0]
    odd = (
        replace(first, iso="2026-05-20", low=None, high=None),
        replace(first, iso="2029-05", low=Decimal("0.5"), high=Decimal("-1.2500")),
        replace(first, iso="1899-12-31", low=Decimal("1E+30"), high=Decimal("123456789012345678")),
        replace(first, iso="--05", low=Decimal("1E+400"), high=Decimal("NaN")),
        replace(first, iso="20260520", low=Decimal("0." + "9" * 30), high=Decimal("1E-999999")),
    )
    numbered = tuple(replace(figure, number=number) for number, figure in enumerate(odd, 1))
    found = rows(opened(replace(report, figures=numbered, pairs=()))["Figures"])
    told = [tuple(row[head].value for head in ("Value, from", "Value, to", "Date")) for row in found]
    assert told == [
        (None, None, datetime(2026, 5, 20)),
        (0.5, -1.25, "2029-05"),
        (1e30, "123456789012345678", "1899-12-31"),
        ("1E+400", "NaN", "--05"),
        ("0." + "9" * 30, "1E-999999", "20260520"),
    ]
    assert found[0]["Date"].number_format == "yyyy-mm-dd"
    assert found[1]["Value, from"].number_format == "#,##0.0_)"
    assert rows(opened(report)["Figures"])[0]["Value, from"].number_format == "#,##0_)"


@given(st.decimals(allow_nan=False, allow_infinity=False) | st.integers())
def test_a_number_is_shown_with_all_its_digits_or_is_no_number(number):
    shape = fitting.number_format(number)
    if shape:
        exact = Decimal(number)
        assert Decimal(f"{exact:.16G}") == exact
        assert float(f"{exact:.15G}") == float(exact)
    else:
        assert len(str(Decimal(number)).strip("-0").replace(".", "")) > 15 or abs(Decimal(number).adjusted()) >= 300


def test_links_lead_to_sources_pairs_and_the_web(book):
    pair = rows(book["Pairs"])[0]
    assert pair["Source 1"].hyperlink.location == "'Sources'!A2"
    assert pair["Source 2"].hyperlink.location == "'Sources'!A3"
    assert pair["Line 2"].hyperlink.location == "'Figures'!A5"
    assert (pair["Line 2"].value, pair["Line 2"].data_type) == (1, "n")
    assert pair["No."].hyperlink.location == "'Topics'!A2"
    assert book["Topics"]["A2"].hyperlink.location == "'Pairs'!A2"
    figure = rows(book["Figures"])[1]
    assert figure["Topic: No."].hyperlink.location == "'Pairs'!A4"
    ledger, _, feed = rows(book["Sources"])
    assert ledger["Address"].hyperlink.target == "https://www.example.org/harbor-ledger/2026/05/22/the-deal"
    assert ledger["Published"].value == datetime(2026, 5, 22)
    assert feed["Address"].hyperlink is None
    assert feed["Published"].value is None


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "external:c:\\x.xlsx", "internal",
     "https://e.org/" + "a" * 2100, "https://e.org/a b", "https://e.org/\"><x", "https://e.org/\n", "http://\ud800",
     "\\\\host\\share", "HTTPS//e.org"],
)  # fmt: skip
def test_nothing_but_an_address_on_the_web_is_a_link(address):
    report = rich_report()
    sources = tuple(replace(source, address=address) for source in report.sources)
    row = rows(opened(replace(report, sources=sources))["Sources"])[0]
    assert row["Address"].hyperlink is None
    assert row["Address"].value == in_cells(address)


def test_an_address_in_other_letters_is_a_link():
    sources = tuple(replace(source, address="https://e.org/東京?a=1&b=2#c") for source in rich_report().sources)
    row = rows(opened(replace(rich_report(), sources=sources))["Sources"])[0]
    assert row["Address"].hyperlink.target.startswith("https://e.org/%E6%9D%B1%E4%BA%AC?a=1&b=2")
    assert row["Address"].value == "https://e.org/東京?a=1&b=2#c"


def test_too_many_links_are_plain_text(monkeypatch):
    monkeypatch.setattr(fitting, "MOST_LINKS", 4)
    sheet = opened(rich_report())["Pairs"]
    assert sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row) == 4
    assert rows(sheet)[2]["Source 2"].value == "B Quillmark Wire"


def test_statuses_have_words_and_the_colours_of_the_window(book):
    assert {status: (mark.ink, mark.fill) for status, mark in LIGHT.marks.items()} == {
        None if status is None else status.value: colours for status, colours in COLOURS.items()
    }
    status = rows(book["Pairs"])[0]["Status"]
    assert (status.value, status.font.color.rgb, status.fill.fgColor.rgb) == ("conflict", "FF8F3400", "FFFDE0CF")


def test_the_overview_and_all_that_editors_made(book):
    report, told = rich_report(), texts(book)
    for sentence in (*report.finding, *report.review, *report.by_editor, report.title):
        assert sentence in told
    for note in (*report.other_notes, *(note for item in report.items for note in item.notes)):
        assert {note.text, *(answer.text for answer in note.answers)} <= set(told)
    made = rows(book["Rulings and notes"])
    assert [row["Kind"].value for row in made[:4]] == ["Ruling", "Ruling", "Note", "Answer"]
    assert made[2]["Source"].hyperlink.target == "https://www.example.org/prospectus.pdf"
    assert made[0]["No."].hyperlink.location == "'Topics'!A2"
    contested = next(row for row in made if row["No."].value == 3)
    assert contested["State"].value == "Editors disagree"


def test_two_that_simply_differ_are_named_in_the_overview():
    report = rich_report()
    both = report.outliers[0]._replace(source="", name="Harbor Ledger and Sparkfeed")
    assert "Harbor Ledger and Sparkfeed" in texts(opened(replace(report, outliers=(both,))))


def test_columns_are_wide_enough_and_not_too_wide(book):
    for sheet in book:
        for dimension in sheet.column_dimensions.values():
            assert 5 <= dimension.width <= 77
    pairs = book["Pairs"]
    widths = {}
    for dimension in pairs.column_dimensions.values():
        widths |= dict.fromkeys(range(dimension.min, dimension.max + 1), dimension.width)
    for head in pairs[1]:
        if head.value.startswith("Value"):
            assert widths[head.column] >= len("12,500,000,000") + 1
        assert all(len(word) <= widths[head.column] for word in head.value.split())


def with_text(value, text):
    """The same with every text in it another, but for what others are found by."""
    if isinstance(value, str) and not hasattr(value, "value"):
        return text
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(with_text(one, text) for one in value))
    if isinstance(value, tuple):
        return tuple(with_text(one, text) for one in value)
    if is_dataclass(value):
        kept = {"letter", "source", "language", "as_of_iso", "labels"}
        return replace(
            value,
            **{
                field.name: with_text(getattr(value, field.name), text)
                for field in fields(value)
                if field.name not in kept or (field.name == "source" and len(value.source) > 1)
            },
        )
    return value


@pytest.mark.parametrize("text", [*FORMULAS, *AWKWARD])
def test_no_text_anywhere_is_calculated_or_lost(text):
    book = opened(with_text(rich_report(), text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]
    # openpyxl takes one escape off by itself, so that what looked like one before is one again
    expected = (in_cells(text), unescape(in_cells(text)))
    found = [cell for cell in cells if cell.value in expected]
    assert len(found) > 60
    if text in FORMULAS:
        assert all(cell.quotePrefix for cell in found), "it stays text when it is edited"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back(text):
    book = opened(with_text(rich_report(), text))
    assert in_cells(text) in (texts(book) if text else [""])
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_what_an_editor_writes_leads_to_no_place_of_the_workbook():
    report = rich_report()
    own = "internal:'Sources'!A1"
    book = opened(replace(report, other_notes=tuple(replace(one, source=own) for one in report.other_notes)))
    (cell,) = [cell for row in book["Rulings and notes"].iter_rows() for cell in row if cell.value == own]
    assert cell.hyperlink is None


def test_no_name_turns_the_amounts_behind_it():
    report = rich_report()
    told = replace(report.pairs[0], why="Ledger\u202e says $15\u2069, \u200fעברית")
    cells = rows(opened(replace(report, pairs=(told,)))["Pairs"])[0]
    assert cells["Why"].value == "Ledger‹U+202E› says $15‹U+2069›, \u200fעברית"


@pytest.mark.parametrize("sign", ["x", "🚢", "=", "\0"])
def test_a_text_that_no_cell_can_hold_is_cut_where_it_can_be_seen(sign):
    report = rich_report()
    long = replace(report, figures=(replace(report.figures[0], sentence=sign * 40_000),), pairs=())
    found = rows(opened(long)["Figures"])[0]["Sentence"].value
    assert found.endswith("… [shortened: a cell holds no more]")
    assert len(found.encode("utf-16-le")) // 2 <= 32_767
    assert found.count(sign) > 16_000


def test_more_rows_than_a_sheet_holds_are_counted(monkeypatch):
    monkeypatch.setattr(fitting, "MOST_ROWS", 6)
    sheet = opened(rich_report())["Figures"]
    assert [row[0].value for row in sheet.iter_rows()] == [
        "No.", 1, 2, 3, 4, "A sheet holds no more rows; so many are left out: 6",
    ]  # fmt: skip
    assert sheet.auto_filter.ref.endswith("5")


def test_two_sheets_never_have_one_name():
    labels = {
        **rich_report().labels,
        "pairs": "a/b:[c]" * 9,
        "topics": "A/b:[c]" * 9,
        "figures": "'",
        "sources": "History",
    }
    names = opened(replace(rich_report(), labels=labels)).sheetnames
    assert len({name.casefold() for name in names}) == len(SHEETS)
    assert all(1 <= len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert "History" not in names


def test_the_same_report_gives_the_same_bytes(root):
    script = (
        "import hashlib; from desktop.exports.xlsx import xlsx; from tests.reports import rich_report;"
        "print(hashlib.sha256(xlsx(rich_report())).hexdigest())"
    )
    sums = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": f"UTC{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        sums.add(done.stdout)
    assert len(sums) == 1
    assert xlsx(rich_report()) == xlsx(rich_report())


def test_a_workbook_says_when_its_workspace_was_last_changed(book):
    assert book.properties.created == datetime(2026, 11, 22, 8, 10)
    assert book.properties.title == "Compute deal"
    assert opened(calm_report()).properties.created == datetime(2000, 1, 1)


def test_two_hundred_disagreements():
    book = opened(large_report(200, 3))
    assert book["Topics"].max_row == 201
    assert [cell.value for cell in book["Topics"][1]][5:] == ["A Outlet A", "B Outlet B", "C Outlet C"]


def test_rows_are_as_high_as_what_stands_in_them():
    report = rich_report()
    long = replace(report.figures[0], sentence="word " * 100)
    sheet = opened(replace(report, figures=(long, *report.figures[1:])))["Figures"]
    assert sheet.row_dimensions[2].height >= 8 * fitting.LINE
    assert sheet.row_dimensions[6].height <= 3 * fitting.LINE


@pytest.mark.parametrize(
    ("text", "across", "lines"),
    [("", 10, 1), ("a b", 10, 1), ("a\nb\nc", 10, 3), ("word " * 8, 21, 2), ("x" * 42, 21, 2),
     ("x" * 43, 21, 3), ("東" * 20, 21, 2),
     ("x " * 9999, 10, fitting.LINES)],
)  # fmt: skip
def test_heights_follow_from_words_and_widths(text, across, lines):
    assert fitting.height(text, across) == lines * fitting.LINE


def test_a_figure_that_is_not_listed_leaves_a_side_empty():
    report = replace(rich_report(), figures=())
    row = rows(opened(report)["Pairs"])[0]
    assert (row["Source 1"].value, row["Says 1"].value) == (None, "$1.25 billion annual")


def test_the_overview_says_who_made_it_and_what_is_out_of_line(book):
    told = [[cell.value for cell in row if cell.value is not None] for row in book["Overview"].iter_rows()]
    assert ["Prepared by", "Tomasz Hale"] in told
    assert ["Quillmark Wire and Sparkfeed", "A factor of 1.5.", "“two sites” or three", "number of sites", 2] in told
    assert ["C Sparkfeed", "150/18.7 - 1 = 7.02.", "“over 80%”", "its own arithmetic", 8] in told
    assert told[told.index(["C Sparkfeed", "150/18.7 - 1 = 7.02.", "“over 80%”", "its own arithmetic", 8]) + 1] == [
        "And 4 more, told at their topics."
    ]
    assert not any(row[:1] == ["Prepared by"] for row in _overview(replace(rich_report(), editor="")))


def _overview(report: Report) -> list[list[object]]:
    return [[cell.value for cell in row] for row in opened(report)["Overview"].iter_rows()]


def test_arithmetic_says_what_is_claimed(book):
    first, second = rows(book["Arithmetic"])
    assert (first["As printed"].value, first["Computation"].value) == ("“over 80%”", "150/18.7 - 1 = 7.02")
    assert second["As printed"].value is None
