"""Whether articles' payments become schedules: monthly amounts, term, ramp, totals, and what had to be assumed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.timeline import curve, month_of, number_of

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
        "Acme pays Globex $5 million over five years.",
        "Acme pays Globex $5 million a week.",
        "Acme pays Globex millions of dollars a month.",
        "Acme does not pay Globex $5 million a month.",
        "Globex had revenue of $5 million a month.",
        "Acme pays $5 million a month in rent.",
    ],
    ids=["no period", "a total", "weeks", "vague", "denied", "no payment", "nobody paid"],
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
