"""Whether a sentence's gaps are filled from the sentences around it, and only from them."""

import pytest


def drawn(claim):
    return f"{claim.attribute}: {claim.payer} -> {claim.payee}"


MAIN = "Acme pays Globex $5 million a month. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The payments come to $60 million a year.", "payment: Acme -> Globex", id="nobody named"),
        pytest.param("It will pay Globex $60 million a year.", "payment: Acme -> Globex", id="one named"),
        pytest.param("It amounts to $60 million a year.", "payment: Acme -> Globex", id="it"),
        pytest.param("That sum comes to $60 million a year.", "payment: Acme -> Globex", id="that sum"),
        pytest.param("The $5 million figure is new.", "payment: Acme -> Globex", id="the same amount"),
        pytest.param("It pays Initech $7 million a month.", "payment: None -> Initech", id="somebody else named"),
        pytest.param("Globex pays Acme $7 million a month.", "payment: Globex -> Acme", id="the other way, stated"),
        pytest.param("Such deals might be worth $70 million a year.", "value: None -> None", id="deals in general"),
        pytest.param("The bridge cost $70 million.", "cost: None -> None", id="another attribute"),
        pytest.param(
            "Globex leases servers to Acme for $5 million a month.",
            "payment: Acme -> Globex",
            id="lessor",
        ),
    ],
)
def test_the_second_sentence(text, expected, claims):
    assert drawn(claims(MAIN + text)[1]) == expected


def test_parties_from_context_are_not_stated(claims):
    first, second = claims(MAIN + "The payments come to $60 million a year.")
    assert (first.parties_stated, second.parties_stated) == (True, False)


def test_the_amount_in_brackets_is_the_one_before_it(claims):
    first, second = claims("Acme paid Globex 85 million euros ($108 million).")
    assert drawn(first) == drawn(second) == "payment: Acme -> Globex"


def test_the_amount_compared_with_is_of_an_earlier_time(claims):
    first, second = claims("Globex had revenue of $5 billion, from $4 billion.")
    assert (first.attribute, first.subject) == (second.attribute, second.subject) == ("revenue", "Globex")
    assert sorted(second.marks) == ["earlier"]


@pytest.mark.parametrize(
    ("published", "marks"), [("2026-05-20", ["earlier"]), ("1987-06-01", [])], ids=["long ago", "of its time"]
)
def test_a_count_of_a_year_long_past_is_of_an_earlier_time(published, marks, claims):
    found = claims("In 1987 a quake killed 1,100 people in Norland.", published)
    assert sorted(found[1].marks) == marks


def test_an_aftershock_goes_on_in_the_next_sentence(claims):
    found = claims("A magnitude 5.2 aftershock came. The strongest, of magnitude 5.6, was felt in Norham.")
    assert [claim.of for claim in found] == ["aftershock", "aftershock"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Globex had revenue of $5 billion in 2025.", "2025", id="in a year"),
        pytest.param("In 2025 Globex had revenue of $5 billion.", "2025", id="in front"),
        pytest.param("Globex had revenue of $5 billion in the first quarter of 2026.", "2026-Q1", id="quarter"),
        pytest.param("Globex had revenue of $5 billion until 2029.", None, id="a limit is no time"),
        pytest.param("On May 5, 2026 Globex had revenue of $5 billion.", None, id="a day is no period"),
        pytest.param("Globex had revenue of $5 billion.", None, id="none"),
    ],
)
def test_the_time_an_amount_is_of(text, expected, claims):
    money = next(claim for claim in claims(text) if claim.figure.quantity.kind == "money")
    assert money.as_of == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Globex has 12 offices in Norland.", ("norland",)),
        ("Some 12 people died in northern Norland.", ("norland",)),
        ("Globex has 12 offices.", ()),
    ],
)
def test_places_that_narrow_a_count(text, places, claims):
    assert claims(text)[0].places == places


def test_the_headline_ends_with_its_line(claims):
    found = claims("Acme Pays Globex $5 Million\nAcme pays Globex $5 million a month.")
    assert [claim.headline for claim in found] == [True, False]
