"""Whether payment schedules become the curves they imply."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.chart import (
    Mode,
    chart,
    month_at,
    months_between,
    short_amount,
    short_month,
    short_range,
    spread,
    ticks,
)
from desktop.core.timeline import Payment

NAMES = {"a": "A", "b": "B", "c": "C"}


def payment(article: str, monthly: int = 100, **changes: object) -> Payment:
    plain = Payment(
        article=article,
        payer=None,
        payee=None,
        monthly_low=Decimal(monthly),
        monthly_high=Decimal(monthly),
        currency="USD",
        start="2026-05",
        end="2026-08",
        ramp=None,
        total_low=None,
        total_high=None,
        reading="as written",
        figures=(),
    )
    return replace(plain, **changes)


def test_a_schedule_becomes_steps_from_the_first_month_of_all():
    drawn = chart([payment("a"), payment("b", 200, start="2026-07")], NAMES)
    assert drawn.reference == "2026-05"
    assert [(step.x, step.low, step.total_high) for step in drawn.series[0].steps] == [
        (0, 100, 100),
        (1, 100, 200),
        (2, 100, 300),
        (3, 100, 400),
    ]
    assert [step.x for step in drawn.series[1].steps] == [2, 3]
    assert drawn.width == 4


def test_articles_that_pay_alike_share_a_curve():
    drawn = chart([payment("a"), payment("b", 200), payment("c")], NAMES)
    assert [series.label for series in drawn.series] == ["A, C", "B"]
    assert [series.articles for series in drawn.series] == [("a", "c"), ("b",)]


def test_a_repaired_reading_has_a_curve_of_its_own():
    drawn = chart([payment("a"), payment("a", 100, reading="month for year")], NAMES)
    assert [(series.label, series.as_written) for series in drawn.series] == [
        ("A", True),
        ("A (month for year)", False),
    ]


def directed(*schedules):
    """Payments of 100 by article, payer and payee."""
    return [payment(article, payer=payer, payee=payee) for article, payer, payee in schedules]


@pytest.mark.parametrize(
    ("payments", "expected"),
    [
        ([("a", "Acme", "Bolt"), ("b", "Bolt", "Acme"), ("c", "Acme", "Bolt")], [("A, C", False), ("B", True)]),
        ([("a", "Bolt", "Acme"), ("b", "Acme", "Bolt"), ("c", "Acme", "Bolt")], [("A", True), ("B, C", False)]),
        ([("a", "Acme", "Bolt"), ("b", "Bolt", "Acme")], [("A", False), ("B", True)]),
        ([("a", "Harry Acme", "Bolt"), ("b", "Bolt", "Acme")], [("A", False), ("B", True)]),
        ([("a", "Acme", "Bolt"), ("b", None, None), ("c", "Bolt", None)], [("A, B, C", False)]),
        ([("a", "Acme", "Bolt"), ("b", "Bolt", "Cog")], [("A, B", False)]),
        (
            [("a", "Acme", "Bolt"), ("b", "Bolt", "Acme"), ("b", "Acme", "Bolt"), ("b", "Bolt", "Acme")],
            [("A, B", False), ("B", True)],
        ),
    ],
)
def test_who_is_paid_the_other_way_round_has_a_curve_of_its_own(payments, expected):
    assert [(one.label, one.is_turned) for one in chart(directed(*payments), NAMES).series] == expected


def test_the_other_way_round_is_said_in_words():
    (_, series) = chart(directed(("a", "Acme", "Bolt"), ("b", "Bolt", "Acme")), NAMES).series
    assert series.whole_label == "B (the other way round)"


def test_a_curve_has_the_colour_of_its_first_article():
    payments = [payment("c"), payment("a", 2), payment("b", 3), payment("a", 4), payment("b", 2), payment("c", 2)]
    seen = {one.label: one.look for one in chart(payments, NAMES).series}
    assert seen == {"C": (2, 0), "A, B, C": (0, 0), "B": (1, 0), "A": (0, 1)}


def test_curves_that_run_along_one_line_differ_in_pattern():
    payments = [payment("a"), payment("b", end="2026-09"), payment("c", end=None), payment("a", 5)]
    looks = [one.look for one in chart(payments, NAMES).series]
    assert looks == [(0, 0), (1, 1), (2, 2), (0, 1)]


def test_a_curve_keeps_its_colour_when_another_article_pays_nothing():
    (series,) = chart([payment("b")], NAMES).series
    assert series.look.colour == 1


def test_ramp_and_end_are_places_on_the_axis():
    (series,) = chart([payment("a", ramp=("2026-05", "2026-06"))], NAMES).series
    assert series.ramp == (0, 2)
    assert series.end == 4
    assert series.has_band


def test_a_schedule_without_a_start_is_left_out_where_others_have_one():
    late = payment("b", start=None)
    drawn = chart([payment("a"), late], NAMES)
    assert [series.label for series in drawn.series] == ["A"]
    assert drawn.undrawn == (late,)


def test_without_any_start_years_are_counted_from_an_unknown_one():
    drawn = chart([payment("a", start=None), payment("b", 200, start=None, end=None)], NAMES)
    assert drawn.reference == ""
    assert [len(series.steps) for series in drawn.series] == [36, 36]
    assert all(series.end is None for series in drawn.series)
    assert ticks(drawn) == ((6, "year 1"), (18, "year 2"), (30, "year 3"))


def test_an_end_that_may_not_be_paid_is_uncertain():
    (series,) = chart([payment("a", assumed=("end_paid",))], NAMES).series
    last = series.steps[-1]
    assert (last.low, last.high, last.total_low, last.total_high) == (0, 100, 300, 400)
    assert [(year.number, year.low, year.high) for year in series.years] == [(2026, 300, 400)]


def test_calendar_years_span_the_months_that_are_paid():
    (series,) = chart([payment("a", start="2026-05", end="2028-02", ramp=("2026-05", "2026-06"))], NAMES).series
    assert [(year.number, year.x, year.beyond, year.months, year.low, year.high) for year in series.years] == [
        (2026, 0, 8, 8, 600, 800),
        (2027, 8, 20, 12, 1200, 1200),
        (2028, 20, 22, 2, 200, 200),
    ]


@pytest.mark.parametrize(
    ("end_of_the_other", "months"),
    [("2029-05", 37), ("2027-01", 9), ("2041-05", 36), (None, 36)],
)
def test_without_an_end_a_schedule_is_drawn_as_far_as_others(end_of_the_other, months):
    drawn = chart([payment("a", end=None), payment("b", 200, end=end_of_the_other)], NAMES)
    assert len(drawn.series[0].steps) == months
    assert drawn.series[0].end is None


def test_an_open_end_is_another_curve_than_one_that_is_stated():
    drawn = chart([payment("a", end=None), payment("b")], NAMES)
    assert [(series.label, series.end) for series in drawn.series] == [("A", None), ("B", 4)]


def test_what_is_drawn_is_capped_by_what_each_article_attests_best():
    payments = [payment(article, amount) for article in ("a", "b") for amount in (1, 2, 3)]
    payments += [payment("c", 9)]
    drawn = chart(payments, NAMES, most=2)
    assert [(series.label, series.order) for series in drawn.series] == [("A, B", 0), ("C", 1)]
    assert drawn.left_out == 4


def test_many_names_are_shortened_on_the_curve_only():
    names = {str(number): f"N{number}" for number in range(6)}
    (series,) = chart([payment(article) for article in names], names).series
    assert series.label == "N0, N1, N2 and 3 more"
    assert series.whole_label == "N0, N1, N2, N3, N4, N5"


def test_an_amount_beyond_all_measure_is_left_to_the_table():
    drawn = chart([payment("a"), payment("b", monthly_high=Decimal("9" * 400))], NAMES)
    assert [series.label for series in drawn.series] == ["A"]
    assert drawn.left_out == 1


def test_one_currency_is_said_on_the_axis_and_several_are_not():
    assert chart([payment("a"), payment("b", 2)], NAMES).currency == "USD"
    assert chart([payment("a"), payment("b", 2, currency="GBP")], NAMES).currency == ""


def test_nothing_is_drawn_of_nothing():
    drawn = chart([], NAMES)
    assert (drawn.series, drawn.width, ticks(drawn)) == ((), 0, ())


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (80, ((2, "Jul 2026"), (5, "Oct 2026"), (8, "Jan 2027"), (11, "Apr 2027"))),
        (30, ((2, "Jul 2026"), (8, "Jan 2027"))),
        (10, ((8, "2027"),)),
    ],
)
def test_the_axis_has_as_many_marks_as_fit(room, expected):
    assert ticks(chart([payment("a", end="2027-04")], NAMES), room) == expected


@pytest.mark.parametrize(("room", "expected"), [(48, ["2026", "2027", "2028"]), (12, ["2026", "2028"]), (6, ["2025"])])
def test_years_stand_below_the_middle_of_what_is_drawn_of_them(room, expected):
    drawn = chart([payment("a", start="2025-11" if room == 6 else "2026-05", end="2028-02")], NAMES)
    marks = ticks(drawn, room, Mode.YEARLY)
    assert [text for _, text in marks] == expected
    assert marks[0][0] == (1 if room == 6 else 4)


def test_months_are_counted_over_years():
    assert months_between("2026-05", "2029-05") == 36
    assert month_at("2026-11", 3) == "2027-02"
    assert short_month("2026-05") == "May 2026"


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Decimal("1250000000"), "$1.25 billion"),
        (Decimal("104166666.67"), "$104 million"),
        (46_250_000_000.0, "$46.3 billion"),
        (1.25, "$1.25"),
        (144, "$144"),
        (12_500, "$12,500"),
        (0, "$0"),
        (Decimal("606666.6667"), "$606,667"),
        (999_999_999, "$1 billion"),
        (Decimal("9" * 5000), "1.00E+5000 USD"),
    ],
)
def test_amounts_have_three_digits(amount, expected):
    assert short_amount(amount, "USD") == expected


def test_ranges_share_sign_and_scale():
    assert short_range(43.75e9, 46.25e9, "EUR") == "€43.8\N{EN DASH}46.3 billion"
    assert short_range(9e8, 1.2e9, "CHF") == "900 million CHF to 1.2 billion CHF"
    assert short_range(5, 5, "USD") == "$5"
    assert short_range(0, 4e6, "USD") == "$0 to $4 million"
    assert short_amount(2e9, "") == "2 billion"


@pytest.mark.parametrize(
    ("low", "high", "currency", "expected"),
    [
        (1.25e9, 1.25e9, "USD", "$1.25 bn"),
        (43.75e9, 46.25e9, "EUR", "€43.8\N{EN DASH}46.3 bn"),
        (9e8, 1.2e9, "CHF", "900 m CHF to 1.2 bn CHF"),
        (3e12, 3e12, "", "3 tn"),
        (5, 5, "USD", "$5"),
    ],
)
def test_brief_amounts_have_short_scale_words(low, high, currency, expected):
    assert short_range(low, high, currency, brief=True) == expected


PLACES = st.lists(st.floats(-50, 150), max_size=12)


@given(PLACES)
def test_spread_places_keep_their_order_and_distance(wanted):
    places = spread(wanted, 8, 0, 100)
    assert len(places) == len(wanted)
    assert all(-0.001 <= place <= 100.001 for place in places)
    in_order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for one, other in zip(in_order, in_order[1:], strict=False):
        assert places[other] - places[one] >= 8 - 0.001


def test_spread_places_stay_where_they_are_when_there_is_room():
    assert spread([10, 90, 50], 8, 0, 100) == (10, 90, 50)


def test_too_many_places_share_the_room():
    assert spread([5, 5, 5], 80, 0, 100) == (0, 50, 100)
