"""Whether the slips that make one amount another are recognised, and chance ratios are not."""

from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.core.agreement.slips import as_decimal, lost_scale, mistaken_unit, near, slips

F = Fraction


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (12, ["period"]),
        (52, ["period"]),
        (365, ["period"]),
        (10, ["scale_x10"]),
        (100, ["scale_x10"]),
        (1000, ["scale_x1000"]),
        (1_000_000, ["scale_x1000"]),
        (120, ["period", "scale_x10"]),
        (12_000, ["period", "scale_x1000"]),
        (F("12.1"), ["period"]),
        (2, []),
        (7, []),
        (F("13.5"), []),
        (1, []),
        pytest.param(
            F("1.2"),
            [],
            id="1.2",
        ),
        (F("5.2"), []),
        (F("36.5"), []),
    ],
)
def test_slips_of_a_rate(ratio, expected):
    assert [slip.value for slip in slips(F(ratio), rate=True)] == expected


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [(12, []), (52, []), (120, []), (F("1.2"), []), (10, ["scale_x10"]), (1000, ["scale_x1000"])],
)
def test_without_a_period_only_scales_slip(ratio, expected):
    assert [slip.value for slip in slips(F(ratio), rate=False)] == expected


@pytest.mark.parametrize(
    ("bare", "full", "expected"),
    [
        ("$15", 15 * 10**9, 10**9),
        ("$15", 15 * 10**6, 10**6),
        ("$15", 180 * 10**9, 10**9),
        ("$1.25", 15 * 10**9, 10**9),
        ("$15", 150, None),
        ("$15", 23 * 10**9, None),
        ("$15,000", 15 * 10**9, None),
        ("$15 million", 15 * 10**9, None),
        ("15 lamps", 15 * 10**9, None),
    ],
    ids=["billion", "million", "and a period", "and months", "small", "another number", "full", "scaled", "no money"],
)
def test_a_lost_scale_word(bare, full, expected, figures):
    (figure,) = figures(f"It was {bare}.")
    assert lost_scale(figure.quantity, F(figure.quantity.low), F(full)) == expected


@pytest.mark.parametrize(
    ("one", "other", "ratio", "expected"),
    [
        pytest.param("10 km", "10 miles", F("1.609344"), True, id="one number, two units"),
        pytest.param("10 km", "16 km", F("1.6"), True, id="as far apart as miles"),
        pytest.param("10 km", "25 km", F("2.5"), False, id="another ratio"),
        pytest.param("100 kg", "220 kg", F("2.2"), True, id="as far apart as pounds"),
        pytest.param("$10", "$16", F("1.6"), False, id="money has no units"),
        pytest.param("10 lamps", "16 lamps", F("1.6"), False, id="counts have none"),
    ],
)
def test_a_mistaken_unit(one, other, ratio, expected, figures, lexicon):
    (left,), (right,) = figures(f"It was {one}."), figures(f"It was {other}.")
    assert mistaken_unit(ratio, left.quantity, right.quantity, lexicon) is expected


@pytest.mark.parametrize(("one", "other", "expected"), [(100, 102, True), (100, 103, False), (0, 0, True)])
def test_near(one, other, expected):
    assert near(F(one), F(other)) is expected
    assert near(F(other), F(one)) is expected


def test_fractions_become_decimals_of_fifteen_digits():
    assert as_decimal(F(1, 3)) == Decimal("0.333333333333333")
    assert as_decimal(F(15 * 10**9)) == Decimal(15 * 10**9)
