"""Whether amounts are converted per month, per year and over the term as the payment schedules do it."""

import pytest

from desktop.core.lens import Lens, converted, over_term, shown, shown_in, term_words
from desktop.core.quantities import Exactness

DEAL = "Harbour will pay Pier $15 million a year for three years."


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("It pays $15 billion a year.", "$1.25 billion per month", None),
        ("It pays $1.25 billion per month.", None, "$15 billion per year"),
        ("It pays $52 a week.", "about $225.3 per month", "about $2,704 per year"),
        ("It pays $10 a day.", "about $304.2 per month", "about $3,650 per year"),
        ("It pays $5 a year.", "about $0.42 per month", None),
        ("It pays $3 million a quarter.", "$1 million per month", "$12 million per year"),
        ("It pays about $12 million a year.", "about $1 million per month", None),
        ("It pays over $12 million a year.", "over $1 million per month", None),
        ("It pays $12 million to $24 million a year.", "$1 to $2 million per month", None),
        ("It pays $20 billion a year.", "about $1.667 billion per month", None),
        ("It eats 24 tonnes per year.", "2 t per month", None),
        ("It pays hundreds of millions of dollars a year.", None, None),
        ("It costs $5 per share.", None, None),
        ("It costs $5 million.", None, None),
        ("It ended in May 2029.", None, None),
    ],
)
def test_rates_are_converted(figures, lexicon, text, month, year):
    (figure,) = figures(text)
    found = [shown(figure, lens, (), lexicon) for lens in (Lens.MONTH, Lens.YEAR)]
    assert [one and one.words for one in found] == [month, year]


@pytest.mark.parametrize(
    ("lens", "short"),
    [(Lens.MONTH, "~$1.667bn/month"), (Lens.YEAR, None), (Lens.TERM, None), (Lens.AS_WRITTEN, None)],
)
def test_there_are_shorter_words_where_there_is_little_room(figures, lexicon, lens, short):
    (figure,) = figures("It pays $20 billion a year.")
    words = shown(figure, lens, (), lexicon)
    assert (words and words.short) == short


def test_a_range_is_short_as_well(figures, lexicon):
    (figure,) = figures("It pays $12 million to $24 million a year.")
    words = shown(figure, Lens.MONTH, (), lexicon)
    assert (words.words, words.short, words.bare) == ("$1 to $2 million per month", "$1–$2m/month", "$1–$2m")


def test_what_was_rounded_is_about(figures, lexicon):
    even, uneven = figures("It pays $12 a year. It paid $20 a year.")
    exactness = [converted(figure.quantity, Lens.MONTH, lexicon).exactness for figure in (even, uneven)]
    assert exactness == [Exactness.EXACT, Exactness.ABOUT]


def test_a_total_is_that_of_the_articles_own_schedule(analysed, lexicon):
    analysis = analysed(DEAL)
    (payment,) = analysis.payments
    figure = payment.figures[0]
    total, by = over_term(figure, analysis.payments)
    assert (total.low, total.per, by) == (45_000_000, None, payment)
    assert {figure.quote: one.words for figure, one in shown_in(analysis, "A", Lens.TERM, lexicon).items()} == {
        "$15 million a year": "$45 million in all"
    }


def test_a_total_over_a_term_is_a_rate_as_well(analysed, lexicon):
    analysis = analysed("Harbour and Pier signed a contract worth $36 million over three years.")
    for lens, words in (
        (Lens.MONTH, "$1 million per month"),
        (Lens.YEAR, "$12 million per year"),
        (Lens.TERM, None),
    ):
        assert [one.words for one in shown_in(analysis, "A", lens, lexicon).values()] == ([words] if words else [])


def test_without_a_term_there_is_no_total(analysed, lexicon):
    assert shown_in(analysed("Harbour will pay Pier $15 million a year."), "A", Lens.TERM, lexicon) == {}


def test_as_written_changes_nothing(analysed, lexicon):
    assert shown_in(analysed(DEAL), "A", Lens.AS_WRITTEN, lexicon) == {}


@pytest.mark.parametrize(
    ("text", "published", "said"),
    [
        (DEAL, None, "36 months"),
        (DEAL, "2026-05-20", "May 2026 to April 2029; payments start in the month of publication"),
        (
            "Starting in May 2026, Harbour will pay Pier $15 million a year until May 2029.",
            None,
            "May 2026 to May 2029",
        ),
    ],
)
def test_what_was_supposed_of_the_term_is_said(analysed, text, published, said):
    (payment,) = analysed(text, published=(published,)).payments
    assert term_words(payment) == said
