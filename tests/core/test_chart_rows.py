"""Whether the table and the file for spreadsheets say what the curves show."""

from decimal import Decimal

import pytest

from desktop.core.chart import Mode, chart, csv_text, table
from tests.core.test_chart import NAMES, payment


def test_the_table_is_in_words():
    odd = payment("a", Decimal("606666.6667"), payer="Acme", payee="Bolt", currency="GBP", assumed=("flat",))
    found = table([odd, payment("b", end=None)], NAMES, Mode.MONTHLY)
    assert found.headings == ("Source", "From", "To", "Per month", "In all", "Who pays whom", "Supposed")
    assert found.rows == (
        ("A", "May 2026", "Aug 2026", "£606,667", "open", "Acme to Bolt", "the same amount every month"),
        ("B", "May 2026", "not stated", "$100", "open", "", ""),
    )


@pytest.mark.parametrize(
    ("payer", "payee", "expected"), [("Acme", None, "Acme pays"), (None, "Bolt", "to Bolt"), (None, None, None)]
)
def test_nobody_is_called_unnamed(payer, payee, expected):
    found = table([payment("a", payer=payer, payee=payee)], NAMES, Mode.MONTHLY)
    assert ("Who pays whom" in found.headings) is (expected is not None)
    assert expected is None or expected in found.rows[0]
    assert "unnamed" not in str(found)


def test_the_other_way_round_is_said_in_the_table():
    both = [payment("a", payer="Acme", payee="Bolt"), payment("b", payer="Bolt", payee="Acme")]
    for mode in Mode:
        found = table(both, NAMES, mode)
        column = found.headings.index("Who pays whom")
        assert [row[column] for row in found.rows] == ["Acme to Bolt", "Bolt to Acme (the other way round)"]


def test_years_are_columns():
    payments = [payment("a", end="2027-02"), payment("b", 10, start="2027-01", end=None), payment("c", start=None)]
    found = table(payments, NAMES, Mode.YEARLY)
    assert found.headings == ("Source", "2026", "2027", "In all", "Supposed")
    assert [row[:3] for row in found.rows] == [("A", "$800", "$200"), ("B", "–", "$20"), ("C", "–", "–")]


def test_years_are_counted_where_no_start_is_known():
    assert table([payment("a", start=None)], NAMES, Mode.YEARLY).headings[1:4] == ("year 1", "year 2", "year 3")


def test_nothing_has_no_rows():
    assert table([], NAMES, Mode.YEARLY).rows == ()


def lines(*payments, mode=Mode.MONTHLY, names=NAMES):
    text = csv_text(chart(payments, names, most=None), mode)
    assert text.endswith("\r\n")
    return text.split("\r\n")[:-1]


def test_months_are_rows_and_sources_columns():
    found = lines(payment("a", end="2026-06", ramp=("2026-05", "2026-05")), payment("b", 5, start="2026-06"))
    assert found == [
        'Month,"A, USD, low","A, USD, high","B, USD, low","B, USD, high"',
        "2026-05,0,100,,",
        "2026-06,100,100,5,5",
        "2026-07,,,5,5",
        "2026-08,,,5,5",
    ]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Mode.CUMULATIVE, ["2026-11,1.25,1.25", "2026-12,2.5,2.5", "2027-01,3.75,3.75"]),
        (Mode.YEARLY, ["2026,2.5,2.5", "2027,1.25,1.25"]),
    ],
)
def test_the_rows_are_those_of_the_mode(mode, expected):
    assert lines(payment("a", Decimal("1.25"), start="2026-11", end="2027-01"), mode=mode)[1:] == expected


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("=1+1", '"\'=1+1, USD, low"'),
        ("@x", '"\'@x, USD, low"'),
        ("-x", '"\'-x, USD, low"'),
        ('Say "no"', '"Say ""no"", USD, low"'),
    ],
)
def test_no_name_becomes_a_formula(name, heading):
    assert lines(payment("a"), names={"a": name})[0].split(",", 1)[1].startswith(heading)


def test_the_other_way_round_is_a_column_of_its_own():
    heads = lines(payment("a", payer="Acme", payee="Bolt"), payment("b", payer="Bolt", payee="Acme"))[0]
    assert '"B (the other way round), Bolt to Acme, USD, low"' in heads


def test_two_curves_of_one_source_have_headings_of_their_own():
    heads = lines(payment("a"), payment("a", 5))[0]
    assert '"A, USD, low"' in heads
    assert '"A, USD (2), low"' in heads
