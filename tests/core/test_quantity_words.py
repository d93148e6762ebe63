"""Whether any quantity can be said in words."""

from decimal import Decimal

import pytest

from desktop.core import wording
from desktop.core.quantities import Exactness, Kind, Quantity


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("$1.25 billion per month", "$1.25 billion per month"),
        ("about $18 billion", "about $18 billion"),
        ("more than 80%", "over 80 %"),
        ("two companies", "2 companies"),
        ("24 sailors", "24 sailors"),
        ("four policemen", "4 policemen"),
        ("90 days", "90 days"),
        ("3 to 4 days", "3 to 4 days"),
        ("$3 million to $5 million", "$3 to $5 million"),
        ("$500,000 to $5 million", "$500,000 to $5 million"),
        ("hundreds of millions of dollars", "$100 million to $1 billion"),
        ("12 km", "12 km"),
        ("3rd", "3rd"),
        ("11th", "11th"),
        ("magnitude 6.8", "magnitude 6.8"),
        ("22 May 2026", "22 May 2026"),
        ("May 2029", "May 2029"),
        ("2023-07", "July 2023"),
        ("Q3 2026", "Q3 2026"),
        ("7:48 a.m.", "07:48"),
        ("12 °C", "12 °C"),
    ],
)
def test_quantities_are_said(figures, words, said):
    (figure,) = figures(f"It was {words}.")
    assert wording.quantity(figure.quantity) == said


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (Quantity(Kind.DATE), "a date that is not told in full"),
        (Quantity(Kind.DATE, iso="--05"), "May"),
        (Quantity(Kind.COUNT, Decimal(1), Decimal(1), "company"), "1 company"),
        (Quantity(Kind.COUNT, Decimal(2), None, "year", exactness=Exactness.VAGUE), "2 years or more"),
        (Quantity(Kind.MULTIPLE, Decimal(3), Decimal(3)), "3 times"),
    ],
)
def test_what_is_only_half_told_is_said_as_well(quantity, said):
    assert wording.quantity(quantity) == said
