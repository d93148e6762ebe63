"""Whether what a chart shows is also said."""

from decimal import Decimal

import pytest

from desktop.core.chart import Mode, Sign, card, chart, draw, legend, notes, passage, readout
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span
from tests.core.test_chart import NAMES, payment


def drawn(*payments, mode=Mode.MONTHLY):
    return draw(chart(payments, NAMES), mode)


def figure(article, quote="$100"):
    span = Span(3, 3 + len(quote))
    return Figure(article, span, quote, Quantity(Kind.MONEY, Decimal(100), Decimal(100), "USD"), span)


@pytest.mark.parametrize(
    ("payments", "expected"),
    [
        ([payment("a")], [Sign.END]),
        ([payment("a", end=None)], [Sign.OPEN]),
        ([payment("a", start=None, end=None)], []),
        ([payment("a", ramp=("2026-05", "2026-05"))], [Sign.END, Sign.RAMP]),
        ([payment("a", monthly_low=Decimal(50))], [Sign.END, Sign.BAND]),
        ([payment("a", reading="month for year")], [Sign.END, Sign.REPAIRED]),
    ],
)
def test_the_legend_names_the_signs_that_are_there(payments, expected):
    assert [entry.sign for entry in legend(drawn(*payments))] == expected


@pytest.mark.parametrize(
    ("mode", "x", "expected"),
    [
        (Mode.MONTHLY, 1, "Jun 2026 · A: $100, $200 by its end"),
        (Mode.CUMULATIVE, 99, "Aug 2026 · A: $100, $400 by its end"),
        (Mode.YEARLY, 1, "2026 · A: $400 in 4 months"),
    ],
)
def test_the_readout_says_what_is_paid(mode, x, expected):
    drawing = drawn(payment("a"), mode=mode)
    assert readout(drawing, drawing.curves[0], x) == expected


def test_without_a_start_months_are_counted():
    drawing = drawn(payment("a", start=None))
    assert readout(drawing, drawing.curves[0], 4) == "month 5 · A: $100, $500 by its end"


def test_the_card_has_amounts_term_parties_sentences_and_what_was_supposed():
    alike = {"figures": (figure("a"),), "payer": "Acme", "payee": "Bolt"}
    other = {"figures": (figure("b"),), "payer": "Acme", "payee": "Bolt Inc", "assumed": ("flat", "no_exit")}
    drawing = drawn(payment("a", **alike), payment("b", **other), payment("c", 101))
    told = card(drawing, drawing.curves, 0, lambda one: f"{one.article} says {one.quote}")
    assert told.splitlines() == [
        "May 2026 · A, B: $100, $100 by its end",
        "May 2026 · C: $101, $101 by its end",
        "May 2026 to Aug 2026",
        "A: Acme to Bolt",
        "B: Acme to Bolt Inc",
        "“a says $100”",
        "“b says $100”",
        "Assumed: the same amount every month; nobody uses the right to end the deal early",
    ]


def test_what_is_paid_the_other_way_round_is_said():
    drawing = drawn(payment("a", payer="Acme", payee="Bolt"), payment("b", payer="Bolt", payee="Acme"))
    told = card(drawing, drawing.curves[1:], 0, lambda one: one.quote)
    assert told.splitlines()[0] == "May 2026 · B (the other way round): $100, $100 by its end"
    assert "Bolt to Acme (the other way round)" in told.splitlines()
    assert drawing.curves[1].text == "B ↔  $100"
    assert notes(drawing.chart, NAMES) == ("↔ the other way round: Bolt to Acme.",)


def test_what_is_not_drawn_is_said():
    late = payment("b", start=None)
    assert notes(chart([payment("a"), late], NAMES), NAMES) == (
        "Not drawn, since no start is known: B ($100 a month).",
    )
    many = [payment("a"), *[late] * 5]
    assert notes(chart(many, NAMES), NAMES)[0].endswith("B ($100 a month), 2 more.")
    kinds = [payment("a", amount) for amount in (1, 2, 3)]
    assert notes(chart(kinds, NAMES, most=2), NAMES) == ("1 more schedule is in the table only.",)
    assert notes(chart(kinds, NAMES), NAMES) == ()
    assert "not converted" in notes(chart([payment("a"), payment("b", currency="GBP")], NAMES), NAMES)[0]


LONG = "First. The council, after much talk, said it would pay $5 a month to the harbour, which it owns. Last."
SENTENCE = Span(7, 96)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (200, "The council, after much talk, said it would pay $5 a month to the harbour, which it owns."),
        (50, "…said it would pay $5 a month to the harbour,…"),
        (10, "…$5 a month…"),
        (0, "…$5 a month…"),
    ],
)
def test_a_sentence_is_shortened_around_its_figure(room, expected):
    start = LONG.index("$5")
    assert passage(LONG, SENTENCE, Span(start, start + 10), room) == expected


def test_a_sentence_is_one_line_and_keeps_what_touches_the_figure():
    text = "Pays\n  (“$5”)\r\n now."
    assert passage(text, Span(0, len(text)), Span(9, 11)) == "Pays (“$5”) now."
