"""Whether articles' payments become schedules: monthly amounts, term, ramp, totals, and what had to be assumed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.timeline import by_year, curve, month_of, number_of

PAYS = "Acme pays Globex $5 million a month"


@pytest.fixture
def payment(analysed):
    """The only payment of a text."""

    def read(text, published=None):
        (found,) = analysed(text, published=(published,)).payments
        return found

    return read


@pytest.mark.parametrize(
    ("amount", "low", "high", "assumed"),
    [
        ("$5 million a month", 5_000_000, 5_000_000, False),
        ("$60 million a year", 5_000_000, 5_000_000, True),
        ("$15 million a quarter", 5_000_000, 5_000_000, True),
        ("$4-6 million a month", 4_000_000, 6_000_000, False),
        ("$48-72 million a year", 4_000_000, 6_000_000, True),
    ],
)
def test_the_amount_a_month(amount, low, high, assumed, payment):
    found = payment(f"Acme pays Globex {amount}.")
    assert (found.payer, found.payee, found.currency, found.reading) == ("Acme", "Globex", "USD", "as written")
    assert (found.monthly_low, found.monthly_high) == (low, high)
    assert ("spread_evenly" in found.assumed) is assumed


@pytest.mark.parametrize(
    "text",
    [
        "Acme pays Globex $5 million.",
        "Acme pays Globex $5 million over several years.",
        "Acme pays Globex $5 million a tonne.",
        "Acme pays Globex millions of dollars a month.",
        "Acme does not pay Globex $5 million a month.",
        "Globex had revenue of $5 million a month.",
        "Acme pays $5 million a month in rent.",
    ],
    ids=["no period", "a vague term", "no time", "vague", "denied", "no payment", "nobody paid"],
)
def test_no_schedule(text, analysed):
    assert analysed(text).payments == ()


@pytest.mark.parametrize(
    ("text", "start", "end", "stated", "assumed"),
    [
        pytest.param(f"{PAYS}.", None, None, ["rate"], ["flat"], id="rate only"),
        pytest.param(f"{PAYS} through May 2029.", None, "2029-05", ["end", "rate"], ["flat"], id="through"),
        pytest.param(f"{PAYS} until May 2029.", None, "2029-05", ["end", "rate"], ["end_paid", "flat"], id="until"),
        pytest.param(
            f"{PAYS}. The deal began in May 2026 and runs through May 2029.",
            "2026-05",
            "2029-05",
            ["end", "rate", "start"],
            ["flat"],
            id="start and end",
        ),
        pytest.param(
            f"{PAYS}. Either side can exit with 90 days' notice.", None, None, ["rate"], ["flat", "no_exit"], id="exit"
        ),
        pytest.param(
            "Acme pays Globex $5 million. Those payments come to $5 million a month.",
            None,
            None,
            ["rate"],
            ["flat", "parties_from_context"],
            id="parties from context",
        ),
    ],
)
def test_what_is_stated_and_what_assumed(text, start, end, stated, assumed, payment):
    found = payment(text)
    assert (found.start, found.end, found.ramp) == (start, end, None)
    assert (sorted(found.stated), sorted(found.assumed)) == (stated, assumed)


RAMP = f"{PAYS} through May 2029. Payments taper in May and June as the deal ramps up."


@pytest.mark.parametrize(
    ("text", "published", "ramp", "guess"),
    [
        pytest.param(RAMP, "2026-04-20", ("2026-05", "2026-06"), "year_from_publication", id="year of publication"),
        pytest.param(RAMP, None, ("2026-05", "2026-06"), "year_from_usual_term", id="usual term"),
        pytest.param(
            f"{PAYS}. Payments taper in May 2027 and in June 2027 as the deal ramps up.",
            None,
            ("2027-05", "2027-06"),
            None,
            id="stated",
        ),
        pytest.param(f"{PAYS}. Payments taper in May as the deal ramps up.", None, None, None, id="no guide at all"),
    ],
)
def test_the_ramp(text, published, ramp, guess, payment):
    found = payment(text, published)
    assert found.ramp == ramp
    assert [slug for slug in found.assumed if slug.startswith("year_")] == ([guess] if guess else [])
    assert ("ramp_reduced" in found.assumed) is (ramp is not None)
    if ramp:
        assert found.start == ramp[0]
        assert "start_at_ramp" in found.assumed


def test_the_start_is_taken_from_the_day_of_publication(payment):
    found = payment(f"{PAYS} through May 2029.", "2026-04-20")
    assert (found.start, "start_at_publication" in found.assumed) == ("2026-04", True)


def test_the_start_is_taken_from_another_article_first(analysed):
    first, second = analysed(
        f"{PAYS} through May 2029.", f"{PAYS}. The deal began in June 2026.", published=("2026-04-20", None)
    ).payments
    assert (first.start, second.start) == ("2026-06", "2026-06")
    assert "start_from_other" in first.assumed
    assert "start_from_other" not in second.assumed


def test_the_start_of_another_deal_is_not_taken(analysed):
    first, _ = analysed(f"{PAYS}.", "Initech pays Umbra $7 million a month. The deal began in June 2026.").payments
    assert first.start is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param(
            f"{PAYS}. The deal began in May 2026 and runs through May 2029.", 185, 185, id="through: 37 months"
        ),
        pytest.param(f"{PAYS} until May 2029. The deal began in May 2026.", 180, 185, id="until: 36 or 37 months"),
        pytest.param(RAMP, 175, 185, id="ramp: nothing to all"),
        pytest.param(
            "Acme pays Globex $4-6 million a month through May 2029. The deal began in May 2029.", 4, 6, id="a range"
        ),
    ],
)
def test_totals(text, low, high, payment):
    found = payment(text)
    assert (found.total_low, found.total_high) == (low * 10**6, high * 10**6)


@pytest.mark.parametrize("text", [f"{PAYS}.", f"{PAYS} through May 2029."], ids=["no end", "no start"])
def test_an_open_term_has_no_total(text, payment):
    found = payment(text)
    assert (found.total_low, found.total_high) == (None, None)


def test_the_best_attested_schedule_comes_first(analysed):
    text = f"Acme pays Globex $9 million a month. {PAYS}. Globex is paid $5 million a month by Acme."
    assert [payment.monthly_low for payment in analysed(text).payments] == [5_000_000, 9_000_000]


def test_the_figures_it_rests_on_stand_in_order(payment):
    found = payment(f"The deal began in May 2026. {PAYS} through May 2029.")
    assert [figure.quote for figure in found.figures] == ["May 2026", "$5 million a month", "May 2029"]


def test_the_curve_adds_up_month_by_month(payment):
    points = curve(payment(RAMP))
    assert [point.month for point in points[:3]] == ["2026-05", "2026-06", "2026-07"]
    assert points[-1].month == "2029-05"
    assert [point.low for point in points[:3]] == [0, 0, 5_000_000]
    assert [point.high for point in points[:3]] == [5_000_000] * 3
    assert [point.total_low for point in points[:3]] == [0, 0, 5_000_000]
    assert [point.total_high for point in points[:3]] == [5_000_000, 10_000_000, 15_000_000]
    for before, after in zip(points, points[1:], strict=False):
        assert before.total_low <= after.total_low
        assert after.total_low <= after.total_high
        assert after.total_high - before.total_high == after.high


def test_a_curve_without_an_end_is_drawn_for_three_years_or_to_a_month(payment):
    found = replace(payment(f"{PAYS}."), start="2026-11")
    assert [point.month for point in curve(found)][::35] == ["2026-11", "2029-10"]
    assert [point.month for point in curve(found, until="2027-01")] == ["2026-11", "2026-12", "2027-01"]


@pytest.mark.parametrize(
    ("start", "end"), [(None, "2029-05"), ("2029-06", "2029-05")], ids=["no start", "start behind the end"]
)
def test_no_curve(start, end, payment):
    assert curve(replace(payment(f"{PAYS}."), start=start, end=end)) == ()


def test_a_curve_has_an_end_even_where_the_term_has_none_worth_the_name(payment):
    points = curve(replace(payment(f"{PAYS}."), start="2026-05", end="9999-12"))
    assert len(points) <= 1201


@pytest.mark.parametrize(("month", "number"), [("2026-05", 24316), ("0000-01", 0), ("2029-12", 24359)])
def test_months_are_numbered(month, number):
    assert number_of(month) == number
    assert month_of(number) == month


@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-00", "2026-Q1", ""])
def test_what_is_no_month(month):
    with pytest.raises(ValueError, match=r"."):
        number_of(month)


def test_yearly_amounts_are_divided_exactly_where_they_can_be(payment):
    assert payment("Acme pays Globex $15 billion a year.").monthly_low == Decimal("1250000000")


def drawn(found):
    """A schedule as text: "Acme -> Globex 5,000,000 USD, 2026-05..2029-04, 36 months: 180,000,000"."""
    term = f", {found.term} months" if found.term else ""
    total = "open" if found.total_low is None else f"{found.total_low:,.0f}"
    if found.total_low != found.total_high:
        total += f"..{found.total_high:,.0f}"
    dates = f", {found.start or '?'}..{found.end or '?'}" if found.start or found.end else ""
    return f"{found.payer} -> {found.payee} {found.monthly_low:,.0f} {found.currency}{dates}{term}: {total}"


@pytest.mark.parametrize(
    ("text", "expected", "assumed"),
    [
        pytest.param(
            "Globex will pay Smith $240 million over ten years, starting in May 2026.",
            "Globex -> Smith 2,000,000 USD, 2026-05..2036-04, 120 months: 240,000,000",
            {"flat", "spread_evenly", "end_from_term"},
            id="a total over a term",
        ),
        pytest.param(
            "Acme agreed to pay Globex a total of $180 million over three years.",
            "Acme -> Globex 5,000,000 USD, 36 months: 180,000,000",
            {"flat", "spread_evenly"},
            id="a total without dates",
        ),
        pytest.param(
            f"{PAYS} for three years from May 2026.",
            "Acme -> Globex 5,000,000 USD, 2026-05..2029-04, 36 months: 180,000,000",
            {"flat", "end_from_term"},
            id="a rate and a term",
        ),
        pytest.param(
            f"{PAYS} under a three-year contract. It runs through May 2029.",
            "Acme -> Globex 5,000,000 USD, 2026-06..2029-05, 36 months: 180,000,000",
            {"flat", "start_from_term"},
            id="the start follows from the end",
        ),
        pytest.param(
            "Kelmouth pays Halvardsen £180,000 a week, or £9.4 million a year.",
            "Kelmouth -> Halvardsen 780,000 GBP: open",
            {"flat", "spread_evenly", "weeks_of_a_year"},
            id="pay a week, and rounded a year",
        ),
        pytest.param(
            "Globex receives $300 a day from Acme.",
            "Acme -> Globex 9,125 USD: open",
            {"flat", "spread_evenly", "days_of_a_year"},
            id="a day",
        ),
        pytest.param(
            "Smith will earn $12 million a year at Globex until June 2031.",
            "None -> Smith 1,000,000 USD, ?..2031-06: open",
            {"flat", "spread_evenly", "end_paid"},
            id="pay, and who pays it is not said",
        ),
        pytest.param(
            "Smith signed a ten-year, $240 million contract with Globex.",
            "None -> None 2,000,000 USD, 120 months: 240,000,000",
            {"flat", "spread_evenly"},
            id="a contract over its term",
        ),
        pytest.param(
            "Acme will pay Globex $60 million in 12 monthly instalments.",
            "Acme -> Globex 5,000,000 USD, 12 months: 60,000,000",
            {"flat"},
            id="instalments of a total",
        ),
        pytest.param(
            "Acme will pay Globex $60 million in 12 monthly instalments of $5 million.",
            "Acme -> Globex 5,000,000 USD, 12 months: 60,000,000",
            {"flat"},
            id="instalments, told both ways",
        ),
        pytest.param(
            "Globex pays Smith a pension of $5,000 a month.",
            "Globex -> Smith 5,000 USD: open",
            {"flat"},
            id="a pension",
        ),
        pytest.param(
            f"{PAYS}. It began in May 2026 and payments ramp up over the first six months. It runs through May 2029.",
            "Acme -> Globex 5,000,000 USD, 2026-05..2029-05: 155,000,000..185,000,000",
            {"flat", "ramp_reduced", "ramp_at_start"},
            id="a ramp of so many months",
        ),
    ],
)
def test_any_two_parties(text, expected, assumed, payment):
    found = payment(text)
    assert (drawn(found), set(found.assumed)) == (expected, assumed)


@pytest.mark.parametrize(
    "text",
    [
        "Globex signed a contract worth $240 million. It has owned the site for ten years.",
        "Acme pays Globex millions over five years. Initech was sold for $240 million.",
        "Globex employs 40 people. The minister earned $200,000 a year.",
        "Acme does not pay Globex $240 million over ten years.",
    ],
)
def test_a_term_of_something_else(text, analysed):
    assert analysed(text).payments == ()


def test_a_term_of_another_deal_is_not_taken(payment):
    text = f"{PAYS}. Older contracts came to some billions, stretched over five years, and nobody {'really ' * 20}knew."
    assert payment(text).term is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param(
            f"{PAYS} from November 2026 through February 2028.",
            [(2026, 2, 10, 10), (2027, 12, 60, 60), (2028, 2, 10, 10)],
            id="whole months",
        ),
        pytest.param(
            f"{PAYS} from November 2026 until January 2027.", [(2026, 2, 10, 10), (2027, 1, 0, 5)], id="an open end"
        ),
        pytest.param(
            "Acme pays Globex $4-6 million a month from November 2026 through January 2027.",
            [(2026, 2, 8, 12), (2027, 1, 4, 6)],
            id="a range",
        ),
        pytest.param(f"{PAYS} through May 2029.", [], id="no start"),
        pytest.param(f"{PAYS} from November 2026.", [], id="no end"),
    ],
)
def test_what_each_calendar_year_comes_to(text, years, payment):
    found = payment(text)
    assert [(y.year, y.months, y.low / 10**6, y.high / 10**6) for y in by_year(found)] == years
    if years:
        assert sum(year.low for year in by_year(found)) == found.total_low
        assert sum(year.high for year in by_year(found)) == found.total_high


def test_a_payment_without_an_end_is_cut_off_where_asked(payment):
    found = payment(f"{PAYS} from November 2026.")
    assert [(year.year, year.months) for year in by_year(found, until="2027-03")] == [(2026, 2), (2027, 3)]
