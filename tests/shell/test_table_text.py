"""Whether rows are copied so that a spreadsheet takes them for what they are."""

import pytest

from desktop.shell.models.table_text import as_tsv, safe_cell


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("$12 a year", "$12 a year"),
        ("", ""),
        ("two\tcells\nand a line", "two cells and a line"),
        ("=1+1", "'=1+1"),
        ("  =HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
        ("@home", "'@home"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("-A1", "'-A1"),
        ("-5", "-5"),
        ("-5 %", "-5 %"),
        ("+3.2 per cent", "+3.2 per cent"),
        ("-$1,250 million per month", "-$1,250 million per month"),
        ("-1.25bn", "-1.25bn"),
        ("- a dash", "'- a dash"),
        ('"quoted" words', '"""quoted"" words"'),
        ('so "quoted"', 'so "quoted"'),
    ],
)  # fmt: skip
def test_cells(words, cell):
    assert safe_cell(words) == cell


def test_lines():
    assert as_tsv([("About", "A says"), ("rent", "$12")]) == "About\tA says\nrent\t$12"
