"""Whether normalised amounts are checked and say what they state."""

from decimal import Decimal

import pytest

from desktop.core.quantities import Exactness, Kind, Quantity


def test_bounds_are_the_right_way_round():
    with pytest.raises(ValueError, match="wrong way round"):
        Quantity(Kind.COUNT, Decimal(3), Decimal(2))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(5, 5, Decimal(5)), (5, 7, None), (5, None, None), (None, None, None)],
    ids=["one value", "range", "open", "date"],
)
def test_only_a_single_value_is_a_value(low, high, expected):
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert Quantity(Kind.COUNT, *bounds).value == expected


def test_only_orders_of_size_are_vague():
    assert Quantity(Kind.COUNT, Decimal(100), Decimal(1000), exactness=Exactness.VAGUE).is_vague
    assert not Quantity(Kind.COUNT, Decimal(100), Decimal(1000), exactness=Exactness.ABOUT).is_vague
