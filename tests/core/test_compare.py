"""Whether two claims about one topic are told what they are to each other, and why."""

from decimal import Decimal

import pytest

from desktop.core.agreement.compare import compare
from desktop.core.agreement.rates import Rates
from desktop.core.topics import Topic


@pytest.fixture
def compared(claims, lexicon):
    """The pair of the first claims of two texts."""

    def pair(one, other, rates=None, later=False):
        a, b = claims(one)[0], claims(other)[0]
        return compare(a, b, Topic(a.figure.quantity.kind, a.attribute), lexicon, rates or Rates(), later=later)

    return pair


def drawn(pair):
    """A pair as text: "conflict: period, scale_x10", "approx (rounding)", "agree"."""
    if pair.status == "conflict":
        return "conflict: " + ", ".join(diagnosis.value for diagnosis in pair.diagnoses)
    return pair.status.value if pair.basis == "same" else f"{pair.status.value} ({pair.basis.value})"


def pay(amount):
    return f"Acme pays Globex {amount}."


FITTING = [
    (pay("$5 million a month"), pay("$5 million a month"), "agree"),
    (pay("$5 million a month"), pay("five million dollars a month"), "agree"),
    (pay("$5 million a month"), pay("$5,000,000 a month"), "agree"),
    (pay("$5 million a month"), pay("about $5 million a month"), "agree"),
    (pay("$5 million a month"), pay("$60 million a year"), "equivalent (period)"),
    (pay("$5 million a quarter"), pay("$20 million a year"), "equivalent (period)"),
    (pay("$5 million a day"), pay("$35 million a week"), "equivalent (period)"),
    ("It is 10 miles deep.", "It is 16 km deep.", "equivalent (unit)"),
    ("It is 2 km deep.", "It is 2000 metres deep.", "equivalent (unit)"),
    ("It has a term of five years.", "It has a term of 60 months.", "equivalent (unit)"),
    ("It ends in May 2029.", "It ends on 31 May 2029.", "equivalent (precision)"),
    ("Revenue was $18 billion.", "Revenue was $18.4 billion.", "approx (rounding)"),
    ("Revenue was $19 billion.", "Revenue was $18.7 billion.", "approx (rounding)"),
    ("Revenue was about $18 billion.", "Revenue was $18.7 billion.", "approx (hedge)"),
    ("Revenue was about $100.", "Revenue was $104.", "approx (hedge)"),
    ("Revenue was about $100.", "Revenue was about $109.", "approx (hedge)"),
    ("The toll is around 1,900 dead.", "The toll is 1,972 dead.", "approx (hedge)"),
    ("Revenue was over $100.", "Revenue was $130.", "approx (range)"),
    ("Revenue was over $100.", "Revenue was $100.", "approx (range)"),
    ("Revenue was at least $100.", "Revenue was $130.", "approx (range)"),
    pytest.param(
        "Revenue was up to $100.",
        "Revenue was $80.",
        "approx (range)",
        id="up to",
    ),
    pytest.param(
        "Revenue was under $100.",
        "Revenue was $80.",
        "approx (range)",
        id="under",
    ),
    ("Revenue was $100-150.", "Revenue was $120.", "approx (range)"),
    ("Revenue was $100-150.", "Revenue was $140-180.", "approx (range)"),
    ("Revenue was $100-150.", "Revenue was $100-150.", "agree"),
    ("Revenue was hundreds of dollars.", "Revenue was $300.", "approx (range)"),
    ("It struck at 07:48.", "It struck at 7:48 am.", "agree"),
    ("It struck at about 7:50 am.", "It struck at 7:48 am.", "approx (hedge)"),
]
CONFLICTS = [
    (pay("$5 million a month"), pay("$5 million a year"), "period"),
    (pay("$5 million a week"), pay("$5 million a day"), "period"),
    (pay("$60 million a month"), pay("$5 million a month"), "period"),
    (pay("$5 million a month"), pay("$50 million a month"), "scale_x10"),
    (pay("$60 million a year"), pay("$50 million a month"), "scale_x10"),
    (pay("$5 million a month"), pay("$5 billion a month"), "scale_x1000"),
    (pay("$15 billion a year"), pay("$15 a year"), "scale_missing"),
    (pay("$1.25 billion a month"), pay("$15 a year"), "scale_missing"),
    (pay("$15 a month"), pay("$15 billion a year"), "scale_missing, period"),
    (pay("$1.25 billion a year"), pay("$12.5 billion a month"), "period, scale_x10"),
    (pay("$5 million a month"), "Globex pays Acme $5 million a month.", "direction"),
    (pay("$5 million a month"), "Globex pays Acme $50 million a month.", "scale_x10, direction"),
    (pay("$5 million a month"), pay("$5 million over five years"), "total_vs_rate"),
    (pay("$5 million a month"), pay("less than $4 million a month"), "value"),
    (pay("$5 million a month"), pay("$8 million a month"), "value"),
    ("Revenue was $18.7 billion.", "Revenue was $187 billion.", "scale_x10"),
    ("Revenue was $18.7 million.", "Revenue was $18.7 billion.", "scale_x1000"),
    ("Revenue was $5 billion.", "Revenue was $60 billion.", "value"),
    ("It is 10 km deep.", "It is 10 miles deep.", "unit"),
    ("It is 10 km deep.", "It is 25 km deep.", "value"),
    ("It ends in May 2029.", "It ends in June 2029.", "date"),
    ("It struck at 07:48.", "It struck at 9:48 am.", "value"),
    ("The quake killed 37 people.", "The quake killed 52 people.", "value"),
    ("The quake killed 37 people.", "The toll was revised to 52 deaths.", "update"),
    ("A magnitude 6.8 quake struck.", "A magnitude 6.3 quake struck.", "value"),
    pytest.param(
        pay("$5 million a month"),
        pay("$6 million a month"),
        "value",
        id="a fifth more",
    ),
    pytest.param(
        "The quake killed 37 people.",
        "The death toll rose to 52 people from 37.",
        "update",
        id="rose from",
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), FITTING)
def test_what_fits(one, other, expected, compared):
    assert drawn(compared(one, other)) == expected
    assert drawn(compared(other, one)) == expected


def test_agreements_and_equivalents_have_no_diagnosis(compared):
    for one, other, _ in (getattr(case, "values", case) for case in FITTING):
        assert compared(one, other).diagnoses == ()


@pytest.mark.parametrize(("one", "other", "expected"), CONFLICTS)
def test_conflicts_have_a_diagnosis(one, other, expected, compared):
    assert drawn(compared(one, other)) == f"conflict: {expected}"
    assert drawn(compared(other, one)) == f"conflict: {expected}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Revenue was about $100.", "Revenue was $106."),
        ("Revenue was $18.7 billion.", "Revenue was $18.8 billion."),
        ("Revenue was over $100.", "Revenue was $90."),
        ("Revenue was under $100.", "Revenue was $110."),
        ("Revenue was $100-150.", "Revenue was $160."),
        ("The quake killed 37 people.", "The quake killed 38 people."),
        ("It struck at 07:48.", "It struck at 07:49."),
    ],
    ids=["hedge", "last digit", "over", "under", "range", "count", "minute"],
)
def test_tolerances_end_where_the_design_says(one, other, compared):
    assert compared(one, other).status == "conflict"
    assert compared(other, one).status == "conflict"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (pay("$5 million a month"), pay("$5 million a year"), 12),
        (pay("$1.25 billion a year"), pay("$12.5 billion a month"), 120),
        (pay("$60 million a year"), pay("$5 million a month"), 1),
        (pay("$5 million a month"), pay("$10 million a month"), 2),
        ("Revenue was $100-150.", "Revenue was $300-400.", 2),
        ("Revenue was $100-150.", "Revenue was $120.", 1),
        ("It ends in May 2029.", "It ends in June 2029.", None),
    ],
)
def test_the_ratio_is_the_greater_over_the_smaller(one, other, ratio, compared):
    assert compared(one, other).ratio == ratio
    assert compared(other, one).ratio == ratio


def test_common_values_are_in_the_order_of_the_claims(compared):
    pair = compared(pay("$5 million a month"), pay("$5 million a year"))
    assert (pair.common_a, pair.common_b, pair.common_unit, pair.common_per) == (60_000_000, 5_000_000, "USD", "year")


def test_a_later_article_may_have_a_later_count(compared):
    one, other = "The quake killed 37 people.", "The quake killed 52 people."
    assert drawn(compared(one, other, later=True)) == "conflict: update"
    assert drawn(compared(pay("$5 a month"), pay("$8 a month"), later=True)) == "conflict: value"


def test_a_stated_rate_joins_two_currencies(compared):
    rates = Rates({("EUR", "USD"): Decimal(2)})
    assert drawn(compared("Revenue was 5 million euros.", "Revenue was $10 million.", rates)) == "equivalent (exchange)"
    assert drawn(compared("Revenue was 5 million euros.", "Revenue was $17 million.", rates)) == "conflict: currency"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Revenue was $5.", "Revenue was 5 euros."),
        ("It came on Monday.", "It came on 5 May 2026."),
    ],
    ids=["currencies without a rate", "a day that is not known"],
)
def test_what_cannot_be_brought_together_is_no_pair(one, other, compared):
    assert compared(one, other) is None


def test_one_number_under_two_signs_is_a_slip_of_currency(compared, lexicon):
    rates = Rates(yearly=lexicon.exchange[2008], year=2008)
    assert drawn(compared("Revenue was $85 million.", "Revenue was 85 million euros.", rates)) == "conflict: currency"


def test_an_average_rate_is_named(compared, lexicon):
    rates = Rates(yearly=lexicon.exchange[2008], year=2008)
    found = compared("Revenue was $108 million.", "Revenue was 85 million euros.", rates)
    assert drawn(found) == "equivalent (yearly rate)"
    assert found.rate_year == 2008
    assert drawn(compared("Revenue was $60 million.", "Revenue was 85 million euros.", rates)) == "conflict: currency"
