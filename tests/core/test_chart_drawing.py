"""Whether curves run where the amounts are, and are marked for what they are."""

from math import log10

import pytest

from desktop.core.chart import COLOURS, PATTERNS, Mode, amount_ticks, chart, draw, width_of_line
from tests.core.test_chart import NAMES, payment


def drawn(*payments, mode=Mode.MONTHLY, logarithmic=False):
    return draw(chart(payments, NAMES), mode, logarithmic=logarithmic)


def test_a_level_has_two_corners():
    (curve,) = drawn(payment("a")).curves
    assert curve.line == ((0, 100), (4, 100))


def test_a_year_is_a_level_over_its_months():
    (curve,) = drawn(payment("a", start="2026-11", end="2027-02"), mode=Mode.YEARLY).curves
    assert curve.line == ((0, 200), (4, 200))
    (curve,) = drawn(payment("a", start="2026-11", end="2027-01"), mode=Mode.YEARLY).curves
    assert curve.line == ((0, 200), (2, 200), (2, 100), (3, 100))
    assert curve.amount == "$200 (2026)"


@pytest.mark.parametrize(
    ("mode", "text", "brief"),
    [
        (Mode.MONTHLY, "A  $12.5 billion", "A  $12.5 bn"),
        (Mode.CUMULATIVE, "A  $50 billion", "A  $50 bn"),
        (Mode.YEARLY, "A  $50 billion (2026)", "A  $50 bn (2026)"),
    ],
)
def test_a_brief_amount_is_still_of_its_year(mode, text, brief):
    (curve,) = drawn(payment("a", 12_500_000_000), mode=mode).curves
    assert (curve.text, curve.brief_text) == (text, brief)


@pytest.mark.parametrize(("logarithmic", "first"), [(False, (0, 0)), (True, (1, 2))])
def test_a_sum_begins_with_nothing_where_there_is_a_place_for_it(logarithmic, first):
    (curve,) = drawn(payment("a"), mode=Mode.CUMULATIVE, logarithmic=logarithmic).curves
    assert curve.line[0] == first
    assert curve.line[-1].y == pytest.approx(log10(400) if logarithmic else 400)


def test_the_start_up_is_another_band_than_what_is_uncertain():
    (curve,) = drawn(payment("a", ramp=("2026-05", "2026-06"), assumed=("end_paid",))).curves
    assert [(band.is_ramp, band.low[0].x, band.low[-1].x, band.low[0].y) for band in curve.bands] == [
        (True, 0, 2, 0),
        (False, 3, 4, 0),
    ]


def test_what_is_open_after_the_start_up_stays_open_in_the_sum():
    (curve,) = drawn(payment("a", ramp=("2026-05", "2026-05")), mode=Mode.CUMULATIVE).curves
    assert [(band.is_ramp, band.low[-1].y, band.high[-1].y) for band in curve.bands] == [
        (True, 0, 100),
        (False, 300, 400),
    ]


def test_what_lies_far_below_runs_along_the_edge():
    both = drawn(payment("a", 10**9), payment("b", 1), logarithmic=True)
    assert [curve.is_below for curve in both.curves] == [False, True]
    assert both.curves[1].text == "B  $1 ↓"
    assert both.low < both.curves[1].line[0].y == pytest.approx(log10(10**5 / 3))
    assert not drawn(payment("a", 10**9), payment("b", 1)).curves[1].is_below


def test_no_two_curves_share_colour_and_pattern():
    kinds = [payment("a", amount) for amount in range(1, 50)]
    curves = draw(chart(kinds, NAMES, most=None)).curves
    assert len({(curve.series.look.colour, curve.pattern) for curve in curves}) == 49 == COLOURS * len(PATTERNS)


def test_the_chosen_curve_is_thicker_and_a_repaired_one_thinner():
    plain, repaired = drawn(payment("a"), payment("b", reading="month for year")).curves
    assert width_of_line(plain, chosen=True) > width_of_line(plain) > width_of_line(repaired)
    assert width_of_line(repaired, chosen=True) > width_of_line(repaired)


@pytest.mark.parametrize(
    ("amounts", "logarithmic", "height", "expected"),
    [
        ((100,), False, 130, ["0", "$25", "$50", "$75", "$100"]),
        ((100,), False, 60, ["0", "$100"]),
        ((10**6, 10**9), True, 300, ["$1 million", "$10 million", "$100 million", "$1 billion"]),
        ((10**6, 10**9), True, 60, ["$1 million", "$100 million"]),
        ((3 * 10**6, 8 * 10**6), True, 130, ["$5 million"]),
        ((7, 7), True, 130, ["$5", "$10", "$20"]),
    ],
)
def test_the_axis_of_amounts_has_round_marks(amounts, logarithmic, height, expected):
    payments = [payment(article, amount) for article, amount in zip("ab", amounts, strict=False)]
    marks = amount_ticks(drawn(*payments, logarithmic=logarithmic), height)
    assert [text for _, text in marks] == expected


def test_nothing_has_no_marks():
    assert amount_ticks(drawn(), 100) == ()
