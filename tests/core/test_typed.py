"""Whether what an editor types field by field is understood, and what is said where it is not."""

import pytest

from desktop.core import wording
from desktop.core.figures import read_quantity
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Span
from desktop.core.typed import KINDS, Typed, read_typed, sentence_around, typed_of, units_of


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (Typed(amount="1.25 billion", unit="USD", per="month"), "$1.25 billion per month"),
        (Typed(amount="1,250,000", unit="usd"), "$1.25 million"),
        (Typed(amount="$5m", unit="$"), "$5 million"),
        (Typed(amount="fifteen", unit="euros", per="a year"), "€15 per year"),
        (Typed(amount="2", to="3 million", unit="GBP"), "£2 to £3 million"),
        (Typed(amount="2 to 3 million", unit="GBP"), "£2 to £3 million"),
        (Typed(amount="500,000", to="2 million", unit="GBP"), "£500,000 to £2 million"),
        (Typed(amount="-4", unit="USD"), "−$4"),
        (Typed(Kind.COUNT, "24", unit="Sailors"), "24 sailors"),
        (Typed(Kind.COUNT, "24"), "24"),
        (Typed(Kind.COUNT, "24", unit="people", per="day"), "24 people per day"),
        (Typed(Kind.PERCENT, "80%", exactness=Exactness.OVER), "over 80 %"),
        (Typed(Kind.DURATION, "three", unit="months"), "3 months"),
        (Typed(Kind.DURATION, "3", unit="hour", per="month"), "3 hours"),
        (Typed(Kind.DISTANCE, "12.5", unit="km", exactness=Exactness.ABOUT), "about 12.5 km"),
        (Typed(Kind.ORDINAL, "3"), "3rd"),
        (Typed(Kind.DATE, date="May 2029"), "May 2029"),
        (Typed(Kind.DATE, date="2029"), "2029"),
        (Typed(Kind.DATE, date="2026-05-22"), "22 May 2026"),
        (Typed(Kind.TIME, date="3:50 p.m."), "15:50"),
        (Typed(Kind.MONEY, "12", unit="USD", per="barrel"), "$12 per barrel"),
    ],
)
def test_fields_are_read(lexicon, typed, said):
    quantity = read_typed(typed, lexicon)
    assert isinstance(quantity, Quantity), quantity
    assert wording.quantity(quantity) == said


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        (Typed(), ["amount", "unit"]),
        (Typed(amount="much", unit="USD"), ["amount"]),
        (Typed(amount="12 dogs", unit="USD"), ["amount"]),
        (Typed(amount="1.2.3", unit="USD"), ["amount"]),
        (Typed(amount="9" * 100, unit="USD"), ["amount"]),
        (Typed(amount="5", to="4", unit="USD"), ["to"]),
        (Typed(amount="5", to="more", unit="USD"), ["to"]),
        (Typed(amount="5"), ["unit"]),
        (Typed(amount="5", unit="shells"), ["unit"]),
        (Typed(Kind.DISTANCE, "5", unit="kg"), ["unit"]),
        (Typed(Kind.PERCENT, "5", unit="km"), ["unit"]),
        (Typed(Kind.DATE, date="soon"), ["date"]),
        (Typed(Kind.DATE), ["date"]),
        (Typed(Kind.TIME, date="May 2029"), ["date"]),
    ],
)
def test_what_is_wrong_is_said_of_its_field(lexicon, typed, fields):
    troubles = read_typed(typed, lexicon)
    assert not isinstance(troubles, Quantity)
    assert list(troubles) == fields
    assert all(words.endswith(".") for words in troubles.values())


@pytest.mark.parametrize(
    "words",
    [
        "$1.25 billion per month",
        "about $18 billion",
        "24 sailors",
        "80%",
        "90 days",
        "2.5 to 3.5 km",
        "May 2029",
        "7:48 a.m.",
        "aged 70",
        "12 °C",
        "at least 1,234,567 people",
    ],
)
def test_what_the_engine_reads_fills_the_fields(lexicon, words):
    quantity = read_quantity(words, lexicon)
    again = read_typed(typed_of(quantity), lexicon)
    assert isinstance(again, Quantity)
    kept = (again.kind, again.low, again.high, again.unit, again.per, again.exactness, again.iso)
    assert kept == (
        quantity.kind,
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.per,
        quantity.exactness,
        quantity.iso,
    )


def test_of_nothing_the_fields_are_empty():
    assert typed_of(None) == Typed()


def test_every_unit_on_offer_is_understood(lexicon):
    for kind in KINDS:
        for unit in units_of(kind, lexicon):
            assert isinstance(read_typed(Typed(kind, "5", unit=unit), lexicon), Quantity), (kind, unit)


def test_the_sentence_around_a_stretch(article, lexicon):
    text = article("One stood here. Two of them fell. Three went.")
    at = text.text.index("Two")
    assert sentence_around(text, Span(at, at + 3), lexicon).of(text.text).strip() == "Two of them fell."
