"""Whether it is found what a figure is an amount of, and whose."""

import pytest

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
        id="valued at",
    ),
    ("He is accused of murdering five people.", "killed"),
    ("Five people succumbed to their injuries.", "killed"),
    ("Twelve people suffered burns.", "injured"),
    ("Five people suffered life-threatening injuries.", "critical"),
    ("Fifty-eight people have not been found.", "missing"),
    ("Fourteen miners were trapped underground.", "trapped"),
    ("As many as 14 workers were buried under the debris.", "trapped"),
    ("5,000 residents were forced from their homes.", "displaced"),
    ("Some 800 people spent the night in shelters.", "sheltered"),
    ("Thirty-seven people escaped unhurt.", "rescued"),
    ("The boat was meant to hold 90 people.", "capacity"),
    ("Twelve people have been rounded up.", "arrested"),
    ("A grand jury indicted 12 people.", "charged"),
    ("Twelve men pleaded guilty.", "convicted"),
    ("He pleaded guilty to 12 counts.", "counts"),
    ("Four masked men burst into the shop.", "attackers"),
    ("About 40,000 fans took to the streets.", "crowd"),
    ("Authorities deployed 2,000 troops.", "deployed"),
    ("About 320,000 people had been inoculated.", "vaccinated"),
    ("The maker will supply 320,000 doses.", "doses"),
    ("12,000 workers downed tools.", "strikers"),
    ("The company fired 350 employees.", "job_cuts"),
    ("350 houses were reduced to rubble.", "destroyed"),
    ("350 homes were under water.", "flooded"),
    ("Landslides cut off 12 villages.", "cut_off"),
    ("Power was restored to 350,000 customers.", "outage"),
    ("The river crested at 31 feet.", "water_level"),
    ("The downpour dumped 300 mm on the town.", "rainfall"),
    ("The train hit the curve at 150 km/h.", "speed"),
    ("The curve is rated for 80 km/h.", "limit"),
    ("The plane climbed to 33,000 feet.", "altitude"),
    ("The bus plunged 50 metres into a ravine.", "fall"),
    ("The fire grew to 12,000 acres.", "burned"),
    ("The raid was over in seven minutes.", "lasted"),
    ("The crew spent 53 days in captivity.", "captivity"),
    ("The jury deliberated for 12 hours.", "deliberation"),
    ("He evaded capture for 12 years.", "fugitive"),
    ("He will spend 12 years behind bars.", "sentence"),
    ("He was banned for six months.", "ban"),
    ("The gang got away with $5 million.", "loot"),
    ("The ship was freed for $5 million.", "ransom"),
    ("The company settled for $5 million.", "settlement"),
    ("The company agreed to pay $5 million to settle the case.", "settlement"),
    ("The lawsuit seeks $5 million.", "damages"),
    ("A jury awarded $5 million in punitive damages.", "punitive"),
    ("The lawyers sought $5 million in legal fees.", "legal_fees"),
    ("EPS came in at $1.20.", "eps"),
    ("The company announced a $5 billion buyback.", "buyback"),
    ("Capital spending was $5 billion.", "capex"),
    ("The order backlog was $5 billion.", "orders"),
    ("It shipped 12 million units.", "units_sold"),
    ("Shares plunged 12 percent.", "decline"),
    ("Shares soared 12 percent.", "growth"),
    ("Globex agreed to buy Initech for $5 billion.", "acquisition"),
    ("Shareholders will receive $45 a share in cash.", "offer_price"),
    ("The stock settled at $45.", "share_price"),
    ("The offer is 30 percent above Friday's close.", "premium"),
    ("He controls 12 percent of the shares.", "stake"),
    ("It wrote off $5 million.", "provisions"),
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
