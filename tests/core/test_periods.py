"""Whether an amount finds its period: adjoining, in front of it, behind it, or by its fiscal year."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "per"),
    [
        ("It pays $5 million a year.", "$5 million a year", "year"),
        ("It pays $5 million per year.", "$5 million per year", "year"),
        ("It pays $5 million per annum.", "$5 million per annum", "year"),
        ("It pays $5 million annually.", "$5 million annually", "year"),
        ("It pays $5 million each month.", "$5 million each month", "month"),
        ("It pays $5 million every month.", "$5 million every month", "month"),
        ("It pays $5 million/month.", "$5 million/month", "month"),
        ("It pays $5 million monthly.", "$5 million monthly", "month"),
        ("It signed a $5 million-a-year lease.", "$5 million-a-year", "year"),
        ("It signed a $5 million-per-month lease.", "$5 million-per-month", "month"),
        ("It signed a $5 million annual lease.", "$5 million annual", "year"),
        ("It pays $5 million quarterly.", "$5 million quarterly", "quarter"),
        ("It pays $5 million a week.", "$5 million a week", "week"),
        ("It pays $5 a day.", "$5 a day", "day"),
        ("It pays $15 an hour.", "$15 an hour", "hour"),
        ("It pays $20 a share.", "$20 a share", "share"),
        ("It costs $80 a barrel.", "$80 a barrel", "barrel"),
        ("It costs $120 per night.", "$120 per night", "night"),
        ("It costs $20 per person.", "$20 per person", "person"),
    ],
)
def test_adjoining_periods_belong_to_the_figure(text, quote, per, figures):
    (figure,) = figures(text)
    assert (figure.quote, figure.quantity.per) == (quote, per)
    assert figure.span.covers(figure.period)


@pytest.mark.parametrize(
    ("text", "per", "phrase"),
    [
        ("A monthly payment of $5 million is due.", "month", "monthly"),
        ("The annual fee was $5 million.", "year", "annual"),
        ("It reported annual revenue of $5 million.", "year", "annual"),
        ("It reported $5 million in annual revenue.", "year", "annual"),
        ("It sends $5 million into the coffers annually.", "year", "annually"),
        ("It sends $5 million to the town every month.", "month", "every month"),
        ("It sends $5 million to the town each year.", "year", "each year"),
    ],
)
def test_periods_apart_are_found_and_stay_outside(text, per, phrase, figures):
    (figure,) = figures(text)
    assert (figure.quote, figure.quantity.per) == ("$5 million", per)
    assert figure.period.of(text) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "It has 2025 total revenue of $5 billion.",
        "Fiscal 2025 revenue was $5 billion.",
        "It made $5 billion in revenue in fiscal 2025.",
        pytest.param(
            "It made revenue of $5 billion for 2025.",
            id="revenue for 2025",
        ),
        pytest.param(
            "It made revenue of $5 billion in 2025.",
            id="revenue in 2025",
        ),
    ],
)
def test_a_fiscal_year_makes_a_revenue_yearly(text, figures):
    money = next(figure for figure in figures(text) if figure.quantity.kind == "money")
    assert money.quantity.per == "year"
    assert money.period.of(text) == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "It paid $5 million a year ago.",
        "It paid $5 million a year earlier.",
        "It paid $5 million. The annual report says so.",
        "It paid $5 million, and the monthly paper told of it.",
        "It paid $5 million over five years.",
        "The monthly paper, which costs little, was sold for $5 million.",
    ],
)
def test_no_period(text, figures):
    assert figures(text)[0].quantity.per is None


def test_each_amount_keeps_its_own_period(reads):
    assert reads("It pays $5 million a month, $60 million a year and $9 million at once.") == [
        "money 5,000,000 USD/month",
        "money 60,000,000 USD/year",
        "money 9,000,000 USD",
    ]
