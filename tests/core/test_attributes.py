"""Whether it is found what a figure is an amount of, and whose."""

import pytest


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


CASES = [
    ("It pays Globex $5 million a month.", "payment"),
    ("Globex reported revenue of $5 billion.", "revenue"),
    ("Globex had sales of $5 billion.", "revenue"),
    ("It has $5 billion in annual revenue.", "revenue"),
    ("Globex posted a profit of $5 million.", "profit"),
    ("Globex made a net profit of $5 million.", "profit"),
    ("The operating profit was $5 million.", "operating_profit"),
    ("Globex reported a loss of $5 million.", "loss"),
    ("The flood caused damage of $5 million.", "damage"),
    ("Globex has a valuation of $5 billion.", "valuation"),
    ("Globex has a market cap of $5 billion.", "valuation"),
    ("Globex raised $5 million in funding.", "funding"),
    ("Globex acquired Initech for $5 billion.", "acquisition"),
    ("Thieves stole jewels worth $5 million.", "loot"),
    ("Globex was fined $5 million.", "fine"),
    ("The bridge cost $5 million.", "cost"),
    ("Globex has a dividend of $5 a share.", "dividend"),
    ("Globex has debt of $5 billion.", "debt"),
    ("Globex has free cash flow of $5 billion.", "cash"),
    ("The quake killed 37 people.", "killed"),
    ("37 people died.", "killed"),
    ("The death toll rose to 37.", "killed"),
    ("It left 12 dead.", "killed"),
    ("At least 37 people were injured.", "injured"),
    ("58 are still missing.", "missing"),
    ("5,000 people were displaced.", "displaced"),
    ("37 people were rescued.", "rescued"),
    ("Globex employs 350 people.", "headcount"),
    ("Globex has 350 employees.", "headcount"),
    ("350 employees were injured.", "injured"),
    ("Globex will cut 350 jobs.", "job_cuts"),
    ("The quake destroyed 350 houses.", "destroyed"),
    ("A magnitude 6.8 earthquake struck.", "magnitude"),
    ("The quake struck at a depth of 10 km.", "depth"),
    ("The quake was 10 km deep.", "depth"),
    ("The epicentre was 12 km north of Norham.", "distance"),
    ("Its operating margin was 14 percent.", "margin"),
    ("Revenue rose 12 percent.", "growth"),
    ("Revenue fell 12 percent.", "decline"),
    ("He holds a 12 percent stake.", "stake"),
    ("It owns 12 percent of the firm.", "stake"),
    ("It makes 12 percent of the steel.", "share"),
    ("The sum exceeds revenue by 80%.", "excess"),
    ("Either side can exit with 90 days' notice.", "notice"),
    ("The contract has a term of five years.", "term"),
    ("The quake lasted 20 seconds.", "lasted"),
    ("The deal runs through May 2029.", "end_date"),
    ("The deal runs until May 2029.", "end_date"),
    ("The deal ends in May 2029.", "end_date"),
    ("The deal began in May 2026.", "start_date"),
    ("Payments taper in May as the deal ramps up.", "ramp"),
    ("The deal is expected to close in March 2027.", "closing_date"),
    ("The deal was announced on May 5, 2026.", "announced_date"),
    ("The filing was made on May 5, 2026.", "filing_date"),
    ("The quake struck on May 5, 2026.", "event_date"),
    ("The quake struck at 07:48.", "event_time"),
    ("Globex was founded in 1987.", "founded"),
    ("Winds reached 90 km/h.", "wind"),
    ("The train reached a speed of 90 km/h.", "speed"),
    ("The temperature was 30 degrees Celsius.", "temperature"),
    ("Globex has 12 offices.", None),
    pytest.param(
        "Globex laid off 350 workers.",
        "job_cuts",
        id="laid off",
    ),
    pytest.param(
        "Acme owes Globex $5 million a month.",
        "payment",
        id="owes a month",
    ),
    pytest.param(
        "The company is valued at $5 billion.",
        "valuation",
        marks=wrong('"valued at" is only "worth"'),
        id="valued at",
    ),
]


@pytest.mark.parametrize(("text", "attribute"), CASES)
def test_attribute(text, attribute, claims):
    assert claims(text)[0].attribute == attribute


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("640 people were injured and 58 are missing.", ["injured", "missing"], id="two clauses"),
        pytest.param("The quake killed 37 people and injured 640.", ["killed", "injured"], id="two verbs"),
        pytest.param(
            "Globex made a profit of $5 million on revenue of $50 million.",
            ["profit", "revenue"],
            id="profit on revenue",
        ),
        pytest.param("Revenue was $50 million; costs were $40 million.", ["revenue", "cost"], id="semicolon"),
        pytest.param(
            "The deal, worth $5 a year, ends in May 2029 with 90 days' notice.",
            ["value", "end_date", "notice"],
            id="three kinds",
        ),
    ],
)
def test_each_figure_takes_the_attribute_beside_it(text, expected, claims):
    assert [claim.attribute for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Revenue rose 12 percent.", "revenue"),
        ("Profit fell 12 percent.", "profit"),
        ("Shares fell 12 percent.", "shares"),
        ("The sum exceeds revenue by 80%.", "revenue"),
        ("It rose 12 percent.", None),
    ],
)
def test_a_change_is_one_of_something(text, of, claims):
    assert claims(text)[0].of == of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Globex reported revenue of $5 billion.", "Globex"),
        ("Revenue of Globex was $5 billion.", "Globex"),
        ("Revenue at Globex was $5 billion.", "Globex"),
        ("So far Globex's revenue was $5 billion.", "Globex"),
        ("Globex employs 350 people.", "Globex"),
        ("It is run by Globex.\nGlobex, led by Jane Roe, had revenue of $5 billion.", "Globex"),
        ("With Initech, Globex had revenue of $5 billion.", "Globex"),
        ("The firm had revenue of $5 billion.", None),
    ],
)
def test_subject(text, subject, claims):
    assert claims(text)[0].subject == subject


def test_two_possessors_each_keep_their_own(claims):
    found = claims("This year Globex's revenue of $5 billion beats Initech's revenue of $4 billion.")
    assert [claim.subject for claim in found if claim.attribute == "revenue"] == ["Globex", "Initech"]
