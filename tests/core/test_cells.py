"""Whether text in cells is never taken for a formula, and amounts and other words stay as they are."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.cells import comma_separated, may_be_a_formula, plain_number, set_off, whole_signs
from tests.injections import FORMULAS


@pytest.mark.parametrize("text", FORMULAS)
def test_what_may_be_a_formula_is_set_off(text):
    assert may_be_a_formula(text)
    assert set_off(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["", " ", "rent", "-5", "-5 %", "+3.2 per cent", "-$1,250 million per month", "–5", "— so", "a=1", "'tis", '"No"',
     "(-5)", "5-6", "<r>", "🚢 = ship", "#1", "²"],
)  # fmt: skip
def test_other_text_is_left_as_it_is(text):
    assert set_off(text) == text


def test_a_long_text_is_no_amount():
    assert may_be_a_formula("-5" + " a" * 60)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (7, "7"),
        (Decimal("1.25E+9"), "1250000000"),
        (Decimal("-0.50"), "-0.50"),
        (Decimal("9" * 50), "9" * 50),
        (Decimal("1E+5000"), "1E+5000"),
        (Decimal("1E-5000"), "1E-5000"),
        (Decimal("Infinity"), "Infinity"),
    ],
)
def test_numbers_are_written_with_all_their_digits(number, text):
    assert plain_number(number) == text
    assert Decimal(text) == number


def test_rows_are_as_rfc_4180_has_them():
    rows = [("a,b", 'say "no"', None, Decimal("-1.5")), ("two\nlines", "=1", 0, "")]
    assert comma_separated(rows) == '"a,b","say ""no""",,-1.5\r\n"two\nlines",\'=1,0,\r\n'


@given(st.lists(st.lists(st.text(st.characters()), min_size=2, max_size=3), max_size=3))
def test_any_text_comes_back_from_a_table(rows):
    written = comma_separated(rows).encode("utf-8").decode("utf-8")
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [[set_off(whole_signs(cell).replace("\0", "␀")) for cell in row] for row in rows]
    assert not any(cell.lstrip()[:1] in ("=", "@") for row in read for cell in row if cell)
