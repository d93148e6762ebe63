"""The interchange document says what the Analysis says."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.agreement import Diagnosis
from desktop.core.analysis import Analysis
from desktop.core.readings import Evidence, Ground, Reading
from desktop.core.text import Article, Span
from desktop.exports import interchange, number


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        (Decimal("1.25E+9"), 1_250_000_000),
        (Decimal("18.7"), 18.7),
        (Decimal("-3"), -3),
        (None, None),
        (Decimal("9" * 5000), None),
    ],
)
def test_numbers_are_integers_where_they_are_whole(amount: Decimal | None, value: float | None):
    found = number(amount)
    assert found == value
    assert type(found) is type(value)


def test_docs_and_figures(deal: Analysis):
    document = interchange(deal)
    assert document["format"] == "crossread-compare/1"
    assert document["docs"] == [
        {"id": "A", "path": "", "sha256": "a" * 64, "title": "Rent"},
        {"id": "B", "path": "b.txt", "sha256": "b" * 64, "title": "Rent"},
    ]
    texts = {"A": deal.articles[0].text, "B": deal.articles[1].text}
    for figure in document["figures"]:
        assert texts[figure["doc"]][figure["start"] : figure["end"]] == figure["text"]
    rows = [
        tuple(
            figure[key] for key in ("id", "doc", "kind", "value", "value_max", "value_min", "unit", "per", "modifier")
        )
        for figure in document["figures"]
    ]
    assert rows == [
        ("f1", "A", "money", 12, None, None, "USD", "month", "exact"),
        ("f2", "A", "duration", 3, 4.5, None, "day", None, "exact"),
        ("f3", "B", "money", 12, None, None, "USD", "year", "exact"),
        ("f4", "B", "date", "2029-05", None, None, None, None, "exact"),
        ("f5", "B", "money", None, 10**9, 10**8, "USD", None, "vague"),
    ]


def test_pairs_checks_and_payments(deal: Analysis):
    document = interchange(deal)
    (between,), (inside,) = document["pairs"], document["internal"]
    assert (between["a"], between["b"], between["status"], between["diag"], between["ratio"]) == (
        "f1", "f3", "conflict", ["period"], 12.0,
    )  # fmt: skip
    assert (inside["a"], inside["b"], inside["ratio"]) == ("f3", "f5", None)
    (check,) = document["checks"]
    assert (check["doc"], check["start"], check["end"], check["verdict"]) == ("A", 18, 29, "loose")
    for row in (between, inside, check):
        assert row["explanation"].strip()
    assert between["topic"].strip()
    (payment,) = document["payments"]
    assert payment == {
        "doc": "B", "payer": "Harbour", "payee": "Pier", "start": None, "end": "2029-05",
        "monthly": {"low": 1, "high": 1.5}, "currency": "USD", "ramp": None, "reading": "as written",
        "figures": ["f3", "f4"], "total": None, "stated": [], "assumed": [],
    }  # fmt: skip


def test_two_claims_on_one_figure_make_one_row(deal: Analysis):
    doubled = replace(deal, claims=(*deal.claims, deal.claims[0]))
    assert interchange(doubled) == interchange(deal)


def test_the_same_analysis_gives_the_same_bytes(deal: Analysis):
    assert json.dumps(interchange(deal), allow_nan=False) == json.dumps(interchange(replace(deal)), allow_nan=False)


def test_nothing_found_is_empty_lists():
    document = interchange(Analysis((Article("x", "t", "No figure.", "c" * 64),)))
    assert [document[key] for key in ("figures", "pairs", "internal", "checks", "payments")] == [[]] * 5


def test_what_a_disputed_claim_should_probably_be_read_as(deal: Analysis):
    pair, figure = deal.pairs[0], deal.pairs[0].b.figure
    evidence = Evidence(Ground.SPOKEN, "x2", Span(0, 7), "Harbour", (), ("x2",))
    month = replace(figure.quantity, per="month")
    reading = Reading(pair.b, (figure,), (Diagnosis.PERIOD,), month, None, None, False, (pair,), (evidence,))
    document = interchange(replace(deal, readings=(reading,)))
    (between,), (inside,) = document["pairs"], document["internal"]
    (found,) = between["readings"]
    assert between["explanation"].endswith(found.pop("explanation"))
    assert found == {
        "figure": "f3", "value": 12, "value_max": None, "value_min": None, "unit": "USD", "per": "month",
        "payer": None, "payee": None, "diag": ["period"],
        "evidence": [{"ground": "spoken", "doc": "B", "start": 0, "end": 7, "text": "Harbour", "figures": []}],
    }  # fmt: skip
    assert "readings" not in inside


def test_what_a_payment_comes_to_in_each_year(deal: Analysis):
    payment = replace(deal.payments[0], start="2028-12", end="2029-01")
    (found,) = interchange(replace(deal, payments=(payment,)))["payments"]
    assert found["by_year"] == [{"year": 2028, "low": 1, "high": 1.5}, {"year": 2029, "low": 1, "high": 1.5}]
