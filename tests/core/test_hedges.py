"""Whether words and signs around an amount soften it, and leave it alone where they speak of something else."""

import pytest


@pytest.mark.parametrize(
    ("hedge", "modifier"),
    [
        ("about", "about"),
        ("around", "about"),
        ("roughly", "about"),
        ("approximately", "about"),
        ("nearly", "about"),
        ("almost", "about"),
        ("some", "about"),
        ("close to", "about"),
        ("an estimated", "about"),
        ("in the region of", "about"),
        ("over", "over"),
        ("more than", "over"),
        ("well over", "over"),
        ("just over", "over"),
        ("a little over", "over"),
        ("upwards of", "over"),
        ("in excess of", "over"),
        ("north of", "over"),
        ("above", "over"),
        ("under", "under"),
        ("less than", "under"),
        ("just under", "under"),
        ("below", "under"),
        ("at least", "at_least"),
        ("no less than", "at_least"),
        ("a minimum of", "at_least"),
        ("at most", "at_most"),
        ("up to", "at_most"),
        ("as much as", "at_most"),
        ("no more than", "at_most"),
        ("not more than", "at_most"),
    ],
)
def test_hedges_in_front(hedge, modifier, figures, drawn):
    text = f"It cost {hedge} $5 million."
    (figure,) = figures(text)
    assert (figure.quote, drawn(figure.quantity)) == ("$5 million", f"{modifier} money 5,000,000 USD")
    assert hedge.endswith(figure.hedge.of(text))


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It cost $5 million or more.", "at_least"),
        ("It cost $5 million or less.", "at_most"),
        ("It cost $5 million or so.", "about"),
        ("It cost $5 million+.", "over"),
        ("It cost $5 million plus.", "over"),
        pytest.param("It cost $5 million-plus.", "over", id="hyphen"),
        pytest.param("It cost $5 million, give or take.", "about", id="give or take"),
        ("It cost ~$5 million.", "about"),
        ("It cost ≈$5 million.", "about"),
        ("It cost >$5 million.", "over"),
        ("It cost > $5 million.", "over"),
        ("It cost <$5 million.", "under"),
        ("It cost ≥$5 million.", "at_least"),
        ("It cost ≤$5 million.", "at_most"),
    ],
)
def test_hedges_behind_and_signs(text, modifier, reads):
    assert reads(text) == [f"{modifier} money 5,000,000 USD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 50 people came.", "over count 50 person"),
        ("It rose over 80%.", "over percent 80 %"),
        ("It is about 12 km away.", "about distance 12 km"),
        ("It struck at about 5 pm.", "about time 17:00"),
        ("It cost about 5 to 7 million euros.", "about money 5,000,000..7,000,000 EUR"),
        ("It lasted more than five years.", "over duration 5 year"),
        ("It lasted over five years.", "over duration 5 year"),
        ("It went on for over five years.", "over duration 5 year"),
    ],
)
def test_every_kind_of_amount_is_softened(text, expected, reads):
    assert reads(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It pays $5 million over five years.",
        "The sum is spread over five years.",
        "It rose over five years.",
    ],
)
def test_over_in_front_of_time_means_during(text, reads):
    assert reads(text)[-1] == "duration 5 year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost exactly $5 million.", "money 5,000,000 USD"),
        ("It cost $5 million.", "money 5,000,000 USD"),
        ("They spoke about it for 5 hours.", "duration 5 hour"),
    ],
)
def test_nothing_softens(text, expected, figures, drawn):
    (figure,) = figures(text)
    assert (drawn(figure.quantity), figure.hedge) == (expected, None)


def test_a_vague_size_stays_vague(reads):
    assert reads("It cost about hundreds of millions of dollars.") == ["vague money 100,000,000..1,000,000,000 USD"]


def test_a_hedge_softens_the_next_amount_only(reads):
    assert reads("About $5 million went to 12 firms.") == ["about money 5,000,000 USD", "count 12 firm"]
