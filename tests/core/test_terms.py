"""Whether two quantities are brought to common terms: bounds, periods, units, currencies."""

from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.core.agreement import Basis
from desktop.core.agreement.rates import Rates
from desktop.core.agreement.terms import bounds, common_terms

F = Fraction


@pytest.fixture
def quantity(figures):
    """The quantity of the first figure of a text."""

    def read(text):
        return figures(text)[0].quantity

    return read


@pytest.mark.parametrize(
    ("text", "low", "high", "point", "slack"),
    [
        ("It cost $5 million.", 5_000_000, 5_000_000, 5_000_000, 500_000),
        ("It cost $18.7 billion.", 18_700_000_000, 18_700_000_000, 18_700_000_000, 50_000_000),
        ("It cost about $100.", 95, 105, 100, 2),
        ("It cost over $100.", 100, None, 100, 2),
        ("It cost at least $100.", 100, None, 100, 2),
        ("It cost under $100.", 0, 100, 100, 2),
        ("It cost up to $100.", 0, 100, 100, 2),
        ("It cost $10-20.", 10, 20, None, 0),
        ("It cost about $100-200.", 95, 210, None, 0),
        ("It cost hundreds of dollars.", 100, 1000, None, 0),
        ("It has 15,000 visitors.", 15_000, 15_000, 15_000, 500),
        ("It fell to about -10 degrees Celsius.", F(-21, 2), F(-19, 2), -10, F(1, 2)),
        ("It fell below -10 degrees Celsius.", -460, -10, -10, F(1, 2)),
    ],
)
def test_bounds(text, low, high, point, slack, quantity):
    found = bounds(quantity(text))
    assert (found.low, found.high, found.point, found.slack) == (low, high, point, slack)


def test_noughts_excuse_no_more_than_a_twentieth_of_a_count(quantity):
    found = bounds(quantity("It has 10,000 visitors."))
    assert found.slack == 500


def test_dates_have_no_bounds(quantity):
    assert bounds(quantity("It ends in May 2029.")) is None


@pytest.mark.parametrize(
    ("one", "other", "left", "right", "unit", "per", "conversion"),
    [
        pytest.param("$5 a month", "$60 a year", 60, 60, "USD", "year", Basis.PERIOD, id="to the longer period"),
        pytest.param("$60 a year", "$5 a month", 60, 60, "USD", "year", Basis.PERIOD, id="the other way round"),
        pytest.param("$5 a quarter", "$5 a year", 20, 5, "USD", "year", Basis.PERIOD, id="quarter"),
        pytest.param("$5 a day", "$35 a week", 35, 35, "USD", "week", Basis.PERIOD, id="days"),
        pytest.param("$5 a year", "$5", 5, 5, "USD", "year", Basis.SAME, id="a period on one side"),
        pytest.param("10 miles", "16 km", 10, F(16) / F("1.609344"), "mi", None, Basis.UNIT, id="miles"),
        pytest.param("2 tonnes", "2000 kg", 2, 2, "t", None, Basis.UNIT, id="tonnes"),
        pytest.param("5 years", "60 months", 5, 5, "year", None, Basis.UNIT, id="months"),
        pytest.param("12 lamps", "12 ships", 12, 12, "lamp", None, Basis.SAME, id="counts whatever they count"),
    ],
)
def test_common_terms(one, other, left, right, unit, per, conversion, quantity, lexicon):
    found = common_terms(quantity(f"It has {one}."), quantity(f"It has {other}."), lexicon, Rates())
    assert (found.a.point, found.b.point, found.unit, found.per, found.conversion) == (
        left,
        right,
        unit,
        per,
        conversion,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5", "5 euros"),
        ("$5 a night", "$5 a month"),
        ("5 km", "5 acres"),
    ],
    ids=["currencies without a rate", "nights", "dimensions"],
)
def test_what_has_no_common_terms(one, other, quantity, lexicon):
    assert common_terms(quantity(f"It has {one}."), quantity(f"It has {other}."), lexicon, Rates()) is None


@pytest.mark.parametrize(
    "rates",
    [{("EUR", "USD"): Decimal("1.25")}, {("USD", "EUR"): Decimal("0.8")}],
    ids=["as stated", "the other way round"],
)
def test_a_stated_rate_brings_currencies_together(rates, quantity, lexicon):
    found = common_terms(quantity("It cost $5."), quantity("It cost 4 euros."), lexicon, Rates(rates))
    assert (found.a.point, found.b.point, found.unit, found.conversion) == (5, 5, "USD", Basis.EXCHANGE)


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("60 days", "two months", True),
        ("18 months", "a year and a half", True),
        ("419 days", "14 months", True),
        ("30 months", "three years", False),
        ("5 days", "5 months", False),
        ("52 weeks", "one year", True),
    ],
)
def test_durations_are_compared_across_the_calendar(one, other, fits, quantity, lexicon):
    found = common_terms(quantity(f"It took {one}."), quantity(f"It took {other}."), lexicon, Rates())
    assert (abs(found.a.point - found.b.point) <= max(found.a.slack, found.b.slack)) is fits


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("$180,000 a week", "$9.4 million a year", True),
        ("$180,000 a week", "$780,000 a month", True),
        ("$180,000 a week", "$180,000 a month", False),
    ],
)
def test_rates_are_compared_across_the_calendar(one, other, fits, quantity, lexicon):
    found = common_terms(quantity(f"He earns {one}."), quantity(f"He earns {other}."), lexicon, Rates())
    assert (abs(found.a.point - found.b.point) <= max(found.a.slack, found.b.slack)) is fits


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [("16 degrees Celsius", "61 degrees Fahrenheit", True), ("16 degrees Celsius", "16 degrees Fahrenheit", False)],
)
def test_degrees_of_two_scales_are_compared(one, other, fits, quantity, lexicon):
    found = common_terms(quantity(f"It had {one}."), quantity(f"It had {other}."), lexicon, Rates())
    assert (abs(found.a.point - found.b.point) <= max(found.a.slack, found.b.slack)) is fits


def test_a_yearly_average_serves_where_no_rate_is_stated(quantity, lexicon):
    rates = Rates(yearly=lexicon.exchange[2008], year=2008)
    found = common_terms(quantity("It cost $108 million."), quantity("It cost 85 million euros."), lexicon, rates)
    assert found.conversion is Basis.YEARLY_RATE
    assert 120_000_000 < found.b.point < 130_000_000


def test_a_stated_rate_comes_before_the_average(quantity, lexicon):
    rates = Rates({("EUR", "USD"): Decimal("1.25")}, lexicon.exchange[2008], 2008)
    found = common_terms(quantity("It cost $5."), quantity("It cost 4 euros."), lexicon, rates)
    assert found.conversion is Basis.EXCHANGE
