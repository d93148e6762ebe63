"""Whether the table of pairs is one that any program reads, and none calculates with."""

import csv as standard
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.cells import set_off, whole_signs
from desktop.exports.pairs_csv import csv
from tests.injections import AWKWARD, FORMULAS
from tests.reports import calm_report, rich_report


def read(data: bytes) -> list[dict[str, str]]:
    heads, *rows = standard.reader(io.StringIO(data.decode("utf-8"), newline=""))
    assert all(len(row) == len(heads) for row in rows)
    assert len(set(heads)) == len(heads)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_a_row_for_each_pair_and_each_single_figure():
    report = rich_report()
    rows = read(csv(report))
    assert [(row["No."], row["Status"], row["Says 1"], row["Says 2"]) for row in rows] == [
        ("1", "conflict", "$1.25 billion annual", "$1.25 billion per month"),
        ("1", "conflict", "$1.25 billion per month", "$12.5 billion per month"),
        ("7", "agree", "May 2029", "May 2029"),
        ("5", "close", "$18 billion", ""),
        ("1", "conflict", "$15 billion annually", ""),
        ("", "only in one", "90 days", ""),
        ("1", "conflict", "$150 billion annually", ""),
        ("8", "conflict", "over 80%", ""),
    ]
    first = rows[0]
    assert (first["Value, from 1"], first["Unit 1"], first["Per 1"], first["Ratio"]) == (
        "1250000000", "USD", "year", "12",
    )  # fmt: skip
    assert (first["Source 2"], first["Line 2"]) == ("B Quillmark Wire", "1")
    assert first["Ruling"] == "Quillmark Wire is right"


def test_the_mark_is_there_when_it_is_asked_for():
    plain, marked = csv(rich_report()), csv(rich_report(), mark=True)
    assert marked == b"\xef\xbb\xbf" + plain
    assert plain.startswith(b"No.,Status,Topic,")


def test_lines_end_as_they_should():
    data = csv(rich_report())
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 9
    assert csv(calm_report()).count(b"\r\n") == 1


def test_amounts_have_all_their_digits():
    report = rich_report()
    odd = replace(report.figures[6], low=Decimal("-0.10"), high=Decimal("9" * 40))
    row = read(csv(replace(report, figures=(odd,), pairs=())))[0]
    assert (row["Value, from 1"], row["Value, to 1"]) == ("-0.10", "9" * 40)


@pytest.mark.parametrize("text", [*FORMULAS, *AWKWARD])
def test_no_text_is_a_formula_and_none_is_lost(text):
    report = rich_report()
    pair = replace(report.pairs[0], topic=text, says_a=text, says_b=text, why=text, slip=text, ruling=text, reason=text)
    pair = replace(pair, ruled_by=text, ruled_at=text, status_words=text)
    figures = tuple(replace(one, sentence=text, unit=text, per=text, iso=text, quote=text) for one in report.figures)
    labels = dict.fromkeys(report.labels, text)
    data = csv(replace(report, pairs=(pair,), figures=figures, labels=labels))
    heads, first, *others = standard.reader(io.StringIO(data.decode("utf-8"), newline=""))
    expected = set_off(whole_signs(text).replace("\0", "␀"))
    assert first.count(expected) >= 18
    assert all(row.count(expected) >= 5 for row in others)
    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r") for row in (heads, first, *others) for cell in row)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_any_text_comes_back(text):
    report = rich_report()
    row = read(csv(replace(report, pairs=(replace(report.pairs[0], why=text),))))[0]
    assert row["Why"] == set_off(whole_signs(text).replace("\0", "␀"))
