"""Whether numbers that are none are left alone: names, labels, addresses, scores, telephone numbers, idioms."""

import pytest

NAMES = [
    "It flies Falk 9 rockets.",
    "They built Kolos 1.",
    "They built Kolos 1 and 2.",
    "They opened Kolos 1, 2 and 3.",
    "They run Zeta 4 Pro at night.",
    "It uses the MX-5 engine.",
    "It uses a 5G net.",
    "It saw the 747s land.",
    "It saw the A380 land.",
    "It runs GB200 chips.",
    "It runs GB200s and H100s.",
    "It is a B2B firm.",
    "It has V8 engines and MP3 players.",
    "It stands on the Borland 500 list.",
    "It stands in the S&P 500.",
    "It follows ISO 9001 rules.",
    "It met at the G7 summit.",
    "It treats COVID-19 cases.",
    "It tells of Agent 47.",
]
LABELS = [
    "Chapter 4 tells of it.",
    "Article 5 was invoked.",
    "See section 12 of it.",
    "See page 12.",
    "Fig. 3 shows it.",
    "No. 5 was sold.",
    "Flight 212 landed.",
    "Route 66 was shut.",
    "They met in room 101.",
    "Phase 2 begins.",
    "It is a tier 2 supplier.",
    "Version 2.0 is out.",
    "Item #12 was sold.",
]
IDIOMS = [
    "It is a one-time fee.",
    "It is a two-way street.",
    "It is a double-edged sword.",
    "It is doubling down.",
    "It is a first-mover gain.",
    "It has a dual nature.",
    "It sells five-star trips.",
    "It sells four-door cars.",
    "It is open 24/7.",
    "It fell on 9/11.",
]
NUMBERS = [
    "Call 555-0134-22 now.",
    "Call 1-800-555-0199.",
    "He lives at 54 Harbor Street.",
    "He lives at 54 Harbor St.",
    "He lives at 10 Quay Road.",
    "The host is 10.0.0.1.",
    "The screen is 16:9.",
    "Order 007 came.",
]
WRONG = [
    pytest.param("Call +44 20 7946 0018 now.", id="telephone"),
    pytest.param("See chapters 4 and 5.", id="chapters 4 and 5"),
    pytest.param("It is a 1080p film.", id="1080p"),
    pytest.param("It filed a 10-K report.", id="10-K"),
    pytest.param("It is a fifty-fifty chance.", id="fifty-fifty"),
    pytest.param("The tool v1.2.3 is out.", id="version"),
]

OF_THE_NEWS = [
    "It cited Article 5(3).",
    "It cited case 4471.",
    "He is the number nine.",
    "The BA.5 strain spread.",
    "The 2-for-1 split came.",
    "One person said so.",
    "It lies between junctions 10 and 11.",
    "See site.org/report/2024 now.",
    "The Group of Seven met.",
    "The 32nd Street station shut.",
    "Claude 3 was sold.",
    "It uses Claude 3.5 Sonnet.",
    "A Falcon 9 rocket flew.",
    "Flight MH370 was lost.",
    "They drove on Route 66.",
    "The G20 met.",
    "An F-16 crashed.",
    "COVID-19 spread.",
    "Article 5 applies.",
    "It cites Section 230 of the law.",
    "A Boeing 737-800 crashed.",
    "A Boeing 737 crashed.",
    "A Boeing 737 Max crashed.",
    "It runs Windows 11.",
    "A Formula 1 car crashed.",
    "It fell on 9/11.",
    "It is open 24/7.",
    "It is a B2B firm.",
    "Call 020 7946 0018.",
    "Call (555) 010-2345.",
    "Call 555-0123.",
    "He lives at 10 Downing Street.",
    "He lives at 221B Baker Street.",
    "He lives at 1600 Pennsylvania Avenue.",
    "The ISBN 978-3-16-148410-0 was used.",
    "See https://example.com/2024/05/12/story-15.html now.",
    "See www.example.com/12/5 now.",
    "It was said so.[12]",
    "It is on Channel 4.",
    "It is on Radio 4.",
    "The iPhone 15 was sold.",
    "The PlayStation 5 was sold.",
    "The S&P 500 fell.",
    "The FTSE 100 fell.",
    "The Nasdaq 100 fell.",
    "Apollo 11 flew.",
    "The Airbus A320neo flew.",
    "It cites Resolution 1701.",
    "Unit 731 was there.",
    "Interstate 95 was shut.",
    "The A1 motorway was shut.",
    "The M25 was shut.",
    "Highway 101 was shut.",
    "It cites Psalm 23.",
    "A Boeing 747 left. The 747 landed.",
    "The number is 1-800-555-0199.",
    "It is a 50/50 chance.",
    "It was a 4x4 car.",
    "It is a one-stop shop.",
    "It sold Type 2 parts.",
    "Pier 39 was shut.",
    "The Boeing 747s flew.",
    "It is version 2.0.1.",
    "Chapter 11 was filed.",
    "They filed for Chapter 11 bankruptcy.",
    "Title 42 ended.",
    "Catch-22 was read.",
    "The Group of 20 met.",
    "The Big Four met.",
]


@pytest.mark.parametrize("text", [*NAMES, *LABELS, *IDIOMS, *NUMBERS, *OF_THE_NEWS, *WRONG])
def test_no_figure(text, quotes):
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kolos 1 costs $5 million.", ["$5 million"]),
        ("Kolos 1 and 2 cost $5 million.", ["$5 million"]),
        ("They built Kolos 1 and 12 houses.", ["12"]),
        ("They built Kolos 1 and 5 km of road.", ["5 km"]),
        ("It paid Globex 5 million euros.", ["5 million euros"]),
        ("In Norland 5% of the people left.", ["5%"]),
        ("In Norland 35,000 people left.", ["35,000"]),
        ("On Monday 12 people left.", ["Monday", "12"]),
        ("A one-year lease was signed.", ["one-year"]),
        ("It needs a two-thirds share.", ["two-thirds"]),
        ("It came on 2026-05-20.", ["2026-05-20"]),
        ("It pays $5 for the 24/7 line.", ["$5"]),
        pytest.param(
            "In Norland 300 people died.",
            ["300"],
            id="count behind a place",
        ),
        pytest.param(
            "Last year Globex 12 times cut its price.",
            ["Last year", "12"],
            id="count behind a firm",
        ),
    ],
)
def test_figures_beside_names(text, expected, quotes):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Globex Buys 40 Ships From Norland Line\nIt bought 40 ships.", ["40", "40"], id="a plain verb"),
        pytest.param("Globex Opens Kolos 2 With 40 Firms\nAt the Kolos 2 site.", ["40"], id="a known name"),
    ],
)
def test_in_a_title_only_known_names_take_numbers(text, expected, quotes):
    assert quotes(text) == expected
