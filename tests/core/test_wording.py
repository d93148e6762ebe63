"""Whether every finding is said in plain, whole sentences."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from desktop.core import wording
from desktop.core.agreement import Basis, Comparison, Diagnosis, Pair, Standing, Status, Verdict
from desktop.core.analysis import analyse
from desktop.core.checks import CheckVerdict, Rule
from desktop.core.claims import Mark
from desktop.core.quantities import Kind
from desktop.core.topics import Topic

D = Decimal
NAMES = {"A": "The Ledger", "B": "The Post"}


def is_plain(text):
    """Whether a text is whole sentences an editor can read."""
    assert text.strip() == text
    assert text
    assert text[0].isupper() or not text[0].isalpha()
    assert text.endswith(".")
    assert ".." not in text
    assert "  " not in text
    assert not re.search(r"\bNone\b|\bnan\b|Decimal|Fraction|<|_", text), text
    assert not re.search(r"\d[eE][+-]?\d", text), text
    return True


@pytest.fixture
def pair(claims):
    """A pair of the first claims of two texts, as article A and B, with whatever else is wanted of it."""

    def made(one, other, **changes):
        a, b = claims(one)[0], claims(other)[0]
        b = replace(b, figure=replace(b.figure, article="B"))
        plain = Pair(a, b, Topic(a.figure.quantity.kind, a.attribute), Status.CONFLICT)
        return replace(plain, **changes)

    return made


MONTHLY, YEARLY = "Acme pays Globex $5 million a month.", "Acme pays Globex $50 million a year."


@pytest.mark.parametrize(
    ("status", "basis"), list(product([Status.AGREE, Status.EQUIVALENT, Status.APPROX], Basis)), ids=str
)
def test_every_fitting_pair_is_explained(status, basis, pair):
    ratio = D(1) if status is not Status.APPROX else D("1.2")
    found = pair(
        MONTHLY,
        YEARLY,
        status=status,
        basis=basis,
        ratio=ratio,
        common_a=D("6E+7"),
        common_b=D("5E+7"),
        common_unit="USD",
        common_per="year",
    )
    text = wording.why(found, NAMES)
    assert is_plain(text)
    assert "The Ledger says $5 million a month, The Post $50 million a year:" in text


@pytest.mark.parametrize("inside", [False, True], ids=["between", "inside"])
@pytest.mark.parametrize("diagnosis", Diagnosis)
def test_every_diagnosis_is_explained(diagnosis, inside, pair):
    found = pair(
        MONTHLY,
        YEARLY,
        diagnoses=(diagnosis,),
        ratio=D("1.2"),
        common_a=D("6E+7"),
        common_b=D("5E+7"),
        common_unit="USD",
        common_per="year",
    )
    if inside:
        found = replace(found, b=replace(found.b, figure=replace(found.b.figure, article="A")))
    text = wording.why(found, NAMES)
    assert is_plain(text)
    assert "$5 million a month" in text
    assert "$50 million a year" in text
    assert "The Ledger" in text
    assert ("The Post" in text) is not inside


def test_every_diagnosis_has_its_own_words(pair):
    texts = {wording.why(pair(MONTHLY, YEARLY, diagnoses=(diagnosis,)), NAMES) for diagnosis in Diagnosis}
    assert len(texts) == len(Diagnosis)


@pytest.mark.parametrize("ratio", [D("1E+9"), D("83333333.3333333"), D("0.5"), D(12), D("1.000001"), None])
def test_no_number_is_told_in_powers_of_ten(ratio, pair):
    found = pair(
        MONTHLY,
        YEARLY,
        diagnoses=(Diagnosis.VALUE,),
        ratio=ratio,
        common_a=D("1.5E+10"),
        common_b=D("0.0000015"),
        common_unit="USD",
        common_per="year",
    )
    assert is_plain(wording.why(found, NAMES))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "Acme pays Globex $5 million a month.",
            "Acme pays Globex $5 million a month.",
            "Both say $5 million a month.",
            id="agree",
        ),
        pytest.param(
            "Acme pays Globex $5 million a month.",
            "Acme pays Globex $60 million a year.",
            "A says $5 million a month, B $60 million a year: both come to $60 million per year.",
            id="equivalent",
        ),
        pytest.param(
            "The deal ends in May 2029.",
            "The deal ends on 31 May 2029.",
            "A says May 2029, B 31 May 2029: one is only more precise.",
            id="precision",
        ),
    ],
)
def test_what_fits_is_said_shortly(one, other, expected, analysed):
    (found,) = analysed(one, other).pairs
    assert wording.why(found, {}) == expected


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param("$5 million a month", "$5 million a year", ["per month", "per year", "factor of 12"], id="period"),
        pytest.param("$5 million a month", "$50 million a month", ["decimal point", "factor of 10"], id="ten"),
        pytest.param("$5 million a month", "$5 billion a month", ["scale word", "factor of 1,000"], id="thousand"),
        pytest.param(
            "$15 billion a year", "$15 a year", ['"$15 a year" seems to have lost', "billion"], id="lost word"
        ),
        pytest.param(
            "$15 a year", "$15 billion a year", ['"$15 a year" seems to have lost', "billion"], id="lost in A"
        ),
        pytest.param("$1.25 billion a year", "$12.5 billion a month", ["factor of 120", "as well"], id="both"),
        pytest.param("$5 million a month", "$8 million a month", ["60 % apart"], id="no slip"),
        pytest.param("$5 million a month", "$5 million over five years", ["total"], id="total"),
    ],
)
def test_conflicts_give_the_arithmetic_and_the_reason(one, other, told, analysed):
    (found,) = analysed(f"Acme pays Globex {one}.", f"Acme pays Globex {other}.").pairs
    text = wording.why(found, {})
    assert is_plain(text)
    for words in told:
        assert words in text


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param(
            "The storm killed 168 people.",
            "The storm killed 186 people.",
            "Two digits seem to have changed",
            id="digits",
        ),
        pytest.param(
            "Acme's revenue was $5 million.",
            "Acme's revenue was $5bn.",
            '("million" for "bn", or the other way round)',
            id="scale words",
        ),
        pytest.param(
            "Acme's revenue was $5,000.",
            "Acme's revenue was $5 million.",
            "mistaken: a factor of a thousand",
            id="no word",
        ),
        pytest.param("Inflation fell to 3.1%.", "Inflation fell to 4.1%.", ": 1 point apart", id="one point"),
        pytest.param("Inflation fell to 3.1%.", "Inflation fell to 3.6%.", ": 0.5 points apart", id="points"),
        pytest.param("The driver, 34, was hurt.", "The driver, 36, was hurt.", ": 2 years apart", id="years"),
        pytest.param("The storm killed 14 people.", "The storm killed 16 people.", ": 2 apart", id="few"),
        pytest.param("The storm killed 1,400 people.", "The storm killed 1,600 people.", ": 14.3 % apart", id="many"),
    ],
)
def test_a_difference_is_said_as_one_says_it(one, other, told, analysed):
    (found,) = (pair for pair in analysed(one, other).pairs if pair.status is Status.CONFLICT)
    text = wording.why(found, {})
    assert is_plain(text)
    assert told in text


@pytest.mark.parametrize(
    ("one", "other", "untrue"),
    [
        pytest.param(
            "$5 million a month",
            "$500 million a month",
            "ten times one is the other",
            id="hundred",
        ),
        pytest.param(
            "up to $5 million a month",
            "$3.5 million a month",
            '"about"',
            id="up to",
        ),
    ],
)
def test_no_explanation_is_untrue(one, other, untrue, analysed):
    (found,) = analysed(f"Acme pays Globex {one}.", f"Acme pays Globex {other}.").pairs
    assert untrue not in wording.why(found, {})


def test_a_swapped_direction_names_both_parties(analysed):
    (found,) = analysed("Acme pays Globex $5 million a month.", "Globex pays Acme $5 million a month.").pairs
    text = wording.why(found, {})
    assert is_plain(text)
    assert "A has Acme pay Globex" in text
    assert "B has Globex pay Acme" in text


@pytest.mark.parametrize(
    ("value", "unit", "per", "expected"),
    [
        ("1250000000", "USD", "month", "$1.25 billion per month"),
        ("1.5E+10", "USD", "year", "$15 billion per year"),
        ("1E+12", "EUR", None, "€1 trillion"),
        ("12500", "USD", None, "$12,500"),
        ("85000000", "GBP", None, "£85 million"),
        ("12.4", "km", None, "12.4 km"),
        ("80", "%", None, "80 %"),
        ("37", None, None, "37"),
        ("-5000000", None, None, "-5 million"),
        ("0", "USD", None, "$0"),
    ],
)
def test_amounts(value, unit, per, expected):
    assert wording.amount(D(value), unit, per) == expected


@pytest.mark.parametrize("value", ["1E+9", "1E-7", "123456789.123", "0.333333333333333", "1E+30", "-1E+15"])
def test_numbers_have_no_powers_of_ten(value):
    assert re.fullmatch(r"-?[\d,]+(\.\d+)?", wording.number(D(value)))


def test_days_and_months():
    assert wording.day(date(2029, 5, 31)) == "31 May 2029"
    assert wording.month("2029-03") == "March 2029"
    assert len({wording.month(f"2029-{number:02}") for number in range(1, 13)}) == 12


@pytest.mark.parametrize("value", [None, *Status])
def test_every_status_has_words(value):
    assert re.fullmatch(r"[a-z ]+", wording.status(value))


def test_statuses_are_told_apart():
    assert len({wording.status(value) for value in (None, *Status)}) == len(Status) + 1


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_topic_has_a_name(kind):
    assert re.fullmatch(r"[a-z][a-z ]+", wording.topic(Topic(kind)))


def test_every_attribute_has_a_plain_name(lexicon):
    for slug, attribute in lexicon.attributes.items():
        text = wording.topic(Topic(next(iter(sorted(attribute.kinds))), slug))
        assert re.fullmatch(r"[a-z][a-z -]+", text), (slug, text)
        assert text.startswith(attribute.label), (slug, text)


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        (Topic(Kind.MONEY, "payment", payer="Acme", payee="Globex"), "payment, Acme to Globex"),
        (Topic(Kind.MONEY, "revenue", subject="Globex"), "revenue, Globex"),
        (Topic(Kind.COUNT, None, noun="office"), "office"),
        (Topic(Kind.COUNT, "buildings", noun="house"), "buildings (house)"),
        (Topic(Kind.COUNT, "killed", noun="person"), "killed"),
    ],
)
def test_topics(topic, expected):
    assert wording.topic(topic) == expected


def slugs(analysed):
    """All that the timeline states and assumes anywhere in these tests."""
    texts = [
        "Acme pays Globex $60 million a year until May 2029. Payments taper in May and June as the deal ramps up. "
        "Either side can exit with 90 days' notice.",
        "Acme pays Globex $5 million. Those payments come to $5 million a month. The deal began in May 2026.",
        "Acme pays Globex $5 million a month.",
        "Globex will pay Smith $240 million over ten years, starting in May 2026.",
        "Acme pays Globex $5 million a month under a three-year contract. It runs through May 2029.",
        "Acme will pay Globex $60 million in 12 monthly instalments.",
        "Globex pays Smith $5,000 a week.",
        "Globex pays Smith $500 a day.",
        "Acme pays Globex $5 million a month from May 2026. Payments ramp up over the first six months.",
    ]
    payments = []
    for published in (None, "2026-04-20"):
        for text in texts:
            payments += analysed(text, published=(published,)).payments
    payments += analysed(texts[2], texts[1]).payments
    return {slug for payment in payments for slug in (*payment.stated, *payment.assumed)}


def test_all_that_is_stated_and_assumed_has_words(analysed):
    found = slugs(analysed)
    assert len(found) >= 20
    for slug in found:
        text = wording.assumption(slug)
        assert text
        assert "_" not in text
        assert "None" not in text


@pytest.mark.parametrize("verdict", CheckVerdict)
@pytest.mark.parametrize(
    "text",
    [
        "Acme pays Globex $1.25 billion a month, or $15 billion a year.",
        "The payment of $160 billion exceeds revenue of $20 billion by over 80%.",
        "Revenue rose 12 percent to $5.6 billion from $5.0 billion.",
        "Globex made an operating profit of $14 million on revenue of $100 million, an operating margin of 14 percent.",
        "It was 160, down 40 from 200.",
        "The fee is $9 billion, an order of magnitude larger than the $800 million of 2020.",
        "The price is $9 billion, half of the $18 billion asked.",
        "It costs $300 million over five years, or $60 million a year.",
        "The airline paid $240 million for 12 planes, or $20 million each.",
        "The quake killed 120 people, 80 in Torvela and 40 in Menduro.",
        "A nine-figure deal worth $250 million.",
        "It lies 40 miles (64 km) from the coast.",
        "Rates: ($1 = 0.8696 euros) It cost 43.2 million euros ($49.7 million).",
        "He served from 2012 to 2019, seven years.",
        "Born in 1950, he died in 2020 at the age of 70.",
    ],
    ids=[rule.value for rule in Rule],
)
def test_every_check_is_explained(text, verdict, analysed):
    (found,) = analysed(text).checks
    said = wording.check(replace(found, verdict=verdict))
    assert is_plain(said)
    assert found.computation in said
    assert (found.said or found.claimed.quote) in said


def test_a_wrong_excess_suggests_what_was_meant(analysed):
    (found,) = analysed("The payment of $160 billion exceeds revenue of $20 billion by over 80%.").checks
    assert "would be $16 billion" in wording.check(found)


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("outliers", [(), ("A",), ("A", "B")], ids=["none", "one", "two"])
def test_every_verdict_is_said(standing, outliers, claims):
    verdict = Verdict(standing, agreeing=2, independent=1, outliers=outliers)
    found = Comparison(Topic(Kind.MONEY), claims("It cost $5."), (), (), verdict)
    assert is_plain(wording.verdict(found, NAMES))


def test_the_verdict_names_who_is_out_of_line(analysed):
    texts = [f"Acme pays Globex {amount}." for amount in ("$5 a month", "$60 a year", "$90 a month")]
    (found,) = analysed(*texts).comparisons
    assert wording.verdict(found, {"C": "The Gull"}) == "Disputed: 2 articles agree, The Gull stands apart."


def test_copies_are_told_from_independent_articles(analysed):
    texts = ["Acme pays Globex $5 a month."] * 2
    (found,) = analysed(*texts).comparisons
    assert wording.verdict(found, {}) == "Corroborated by 2 articles (1 independent)."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme pays Globex $5 million a month.", "$5 million a month"),
        ("Acme pays Globex about $5 million a month.", "about $5 million a month"),
        ("A monthly payment of $5 million goes from Acme to Globex.", "monthly … $5 million"),
        ("Acme pays Globex at least $5\nmillion.", "at least $5"),
    ],
)
def test_claims_are_said_as_printed(text, expected, claims):
    assert wording.says(claims(text)[0]) == expected


def test_a_total_is_said_to_be_one(claims):
    (claim, _) = claims("Acme pays Globex $5 million over five years.")
    assert Mark.TOTAL in claim.marks
    assert wording.says(claim) == "$5 million in all"


def test_a_share_in_percent_and_one_in_words_are_points_apart(article, lexicon):
    articles = [
        article(f"The ferry company lost {share} of its passengers in 2025, the operator Brenner Line said.", name)
        for name, share in (("a", "35%"), ("b", "a quarter"))
    ]
    (pair,) = analyse(articles, lexicon).pairs
    assert "35%, b a quarter: 10 points apart." in wording.why(pair, {})


def test_less_than_nothing_has_its_sign_before_that_of_the_currency():
    assert wording.amount(Decimal("-5000000"), "USD") == "−$5 million"
