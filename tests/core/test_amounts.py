"""Whether numbers become amounts: money, percentages, measures, counts, ages, magnitudes, multiples."""

import pytest

MONEY = [
    ("It cost $5 million.", "$5 million", "money 5,000,000 USD"),
    ("It cost $ 5 million.", "$ 5 million", "money 5,000,000 USD"),
    ("It cost $5m.", "$5m", "money 5,000,000 USD"),
    ("It cost $3.5 M.", "$3.5 M", "money 3,500,000 USD"),
    ("It cost $15B.", "$15B", "money 15,000,000,000 USD"),
    ("It cost $15bn.", "$15bn", "money 15,000,000,000 USD"),
    ("It cost $15 bn.", "$15 bn", "money 15,000,000,000 USD"),
    ("It cost $800K last week.", "$800K", "money 800,000 USD"),
    ("It cost $1,250,000.00.", "$1,250,000.00", "money 1,250,000 USD"),
    ("It cost $0.99.", "$0.99", "money 0.99 USD"),
    ("It cost US$5 million.", "US$5 million", "money 5,000,000 USD"),
    ("It cost C$5 million.", "C$5 million", "money 5,000,000 CAD"),
    ("It cost A$5m.", "A$5m", "money 5,000,000 AUD"),
    ("It cost HK$20m.", "HK$20m", "money 20,000,000 HKD"),
    ("It cost USD 5 million.", "USD 5 million", "money 5,000,000 USD"),
    ("It cost 5 million USD.", "5 million USD", "money 5,000,000 USD"),
    ("It cost CHF 3 million.", "CHF 3 million", "money 3,000,000 CHF"),
    ("It cost €5m.", "€5m", "money 5,000,000 EUR"),
    ("It cost 5 €.", "5 €", "money 5 EUR"),
    ("It cost £3.2bn.", "£3.2bn", "money 3,200,000,000 GBP"),
    ("It cost ¥300 billion.", "¥300 billion", "money 300,000,000,000 JPY"),
    ("It cost ₹500 crore.", "₹500 crore", "money 5,000,000,000 INR"),
    ("It cost Rs 500 crore.", "Rs 500 crore", "money 5,000,000,000 INR"),
    ("It cost 300 billion yen.", "300 billion yen", "money 300,000,000,000 JPY"),
    ("It cost 3 million euros.", "3 million euros", "money 3,000,000 EUR"),
    ("It cost 5 million US dollars.", "5 million US dollars", "money 5,000,000 USD"),
    ("It cost 5 million Canadian dollars.", "5 million Canadian dollars", "money 5,000,000 CAD"),
    ("It cost 3 million Swiss francs.", "3 million Swiss francs", "money 3,000,000 CHF"),
    ("It cost 50 pounds.", "50 pounds", "money 50 GBP"),
    ("It cost 99 cents.", "99 cents", "money 0.99 USD"),
    ("It cost 40 pence.", "40 pence", "money 0.4 GBP"),
    ("It cost 30 euro cents.", "30 euro cents", "money 0.3 EUR"),
    ("It cost fifteen billion dollars.", "fifteen billion dollars", "money 15,000,000,000 USD"),
    ("It cost two and a half million dollars.", "two and a half million dollars", "money 2,500,000 USD"),
    ("It cost a million dollars.", "a million dollars", "money 1,000,000 USD"),
    ("A $2-million house burned.", "$2-million", "money 2,000,000 USD"),
    ("A 2-million-dollar house burned.", "2-million-dollar", "money 2,000,000 USD"),
    ("It cost $10-20 million.", "$10-20 million", "money 10,000,000..20,000,000 USD"),
    ("It cost $10 million to $20 million.", "$10 million to $20 million", "money 10,000,000..20,000,000 USD"),
    ("It cost 10 to 20 dollars.", "10 to 20 dollars", "money 10..20 USD"),
    ("It cost between 2 and 3 million euros.", "between 2 and 3 million euros", "money 2,000,000..3,000,000 EUR"),
    (
        "It cost hundreds of millions of dollars.",
        "hundreds of millions of dollars",
        "vague money 100,000,000..1,000,000,000 USD",
    ),
    ("It raised hundreds of millions.", "hundreds of millions", "vague money 100,000,000..1,000,000,000 USD"),
    ("It was a nine-figure deal.", "nine-figure", "vague money 100,000,000..1,000,000,000 USD"),
    (
        "It was a multi-billion dollar deal.",
        "multi-billion dollar",
        "vague money 1,000,000,000..1,000,000,000,000 USD",
    ),
]
OTHERS = [
    ("It rose 5%.", "5%", "percent 5 %"),
    ("It rose 5 %.", "5 %", "percent 5 %"),
    ("It rose 5 percent.", "5 percent", "percent 5 %"),
    ("It rose 5 per cent.", "5 per cent", "percent 5 %"),
    ("It rose 5pc.", "5pc", "percent 5 %"),
    ("It rose five percent.", "five percent", "percent 5 %"),
    ("A 5-percent rise came.", "5-percent", "percent 5 %"),
    ("It rose 1.5-2.5%.", "1.5-2.5%", "percent 1.5..2.5 %"),
    ("It rose 2 percentage points.", "2 percentage points", "percent 2 pp"),
    ("It rose 25 basis points.", "25 basis points", "percent 25 bp"),
    ("It is 12 km away.", "12 km", "distance 12 km"),
    ("It is 12.5 kilometres away.", "12.5 kilometres", "distance 12.5 km"),
    ("It is 8 miles away.", "8 miles", "distance 8 mi"),
    ("A 6-foot wall fell.", "6-foot", "distance 6 ft"),
    ("It covers 400 square kilometres.", "400 square kilometres", "area 400 km2"),
    ("It covers 400 km² of land.", "400 km²", "area 400 km2"),
    ("It covers 3½ acres.", "3½ acres", "area 3.5 acre"),
    ("It holds 3 tonnes.", "3 tonnes", "mass 3 t"),
    ("It holds 40 kg.", "40 kg", "mass 40 kg"),
    ("It holds 200 tons of coal.", "200 tons", "mass 200 ton"),
    ("It ran at 90 km/h.", "90 km/h", "speed 90 km/h"),
    ("It ran at 60 miles per hour.", "60 miles per hour", "speed 60 mph"),
    ("It was 30 degrees Celsius.", "30 degrees Celsius", "temperature 30 C"),
    ("It lasted 10 min.", "10 min", "duration 10 minute"),
    ("It lasted two hours.", "two hours", "duration 2 hour"),
    ("It lasted 20 seconds.", "20 seconds", "duration 20 s"),
    ("A 90-day notice is due.", "90-day", "duration 90 day"),
    ("It needs 90 days' notice.", "90 days", "duration 90 day"),
    ("A three-year deal was signed.", "three-year", "duration 3 year"),
    ("It took two decades.", "two decades", "duration 2 decade"),
    ("It took several years.", "several years", "vague duration 2.. year"),
    ("A multi-year deal was signed.", "multi-year", "vague duration 2.. year"),
    ("It took a couple of weeks.", "couple of weeks", "vague duration 2..3 week"),
    ("It needs 300 MW of power.", "300 MW", "quantity 300 MW"),
    ("It holds 12 terabytes.", "12 terabytes", "quantity 12 TB"),
    ("It makes 30,000 barrels a day.", "30,000 barrels a day", "quantity 30,000 bbl/day"),
    ("A 34-year-old driver came.", "34-year-old", "age 34 year"),
    ("The driver is 34 years old.", "34 years old", "age 34 year"),
    ("Anna Berg, aged 34, came.", "34", "age 34 year"),
    ("A magnitude 6.8 quake struck.", "6.8", "magnitude 6.8"),
    ("A 6.8-magnitude quake struck.", "6.8", "magnitude 6.8"),
    ("A magnitude-6.8 quake struck.", "6.8", "magnitude 6.8"),
    ("A quake of magnitude 6.8 struck.", "6.8", "magnitude 6.8"),
    ("It measured 6.8 on the Richter scale.", "6.8", "magnitude 6.8"),
    ("It was twice the revenue.", "twice", "multiple 2"),
    ("It was five times the revenue.", "five times", "multiple 5"),
    ("It had three times as many.", "three times", "multiple 3"),
    ("Sales doubled.", "doubled", "multiple 2"),
    ("A threefold rise came.", "threefold", "multiple 3"),
    ("It grew 10x more.", "10x", "multiple 10"),
    ("It came 5th in the race.", "5th", "ordinal 5"),
]
COUNTS = [
    ("It employs 350 people.", "350", "count 350 person"),
    ("It counted 15,000 visitors.", "15,000", "count 15,000 visitor"),
    ("It sold a dozen lamps.", "a dozen", "count 12 lamp"),
    ("It sold half a million lamps.", "half a million", "count 500,000 lamp"),
    ("It runs three data center clusters.", "three", "count 3 cluster"),
    ("It kept 200 homes.", "200", "count 200 home"),
    ("It has 3 children.", "3", "count 3 child"),
    ("It bought two companies.", "two", "count 2 company"),
    ("It left 12 dead.", "12", "count 12 person"),
    ("It sold hundreds of lamps.", "hundreds", "vague count 100..1,000 lamp"),
    ("Between five and seven people came.", "Between five and seven", "count 5..7 person"),
    ("About 2000 people came.", "2000", "about count 2,000 person"),
    ("It sold 3.5 million of its lamps.", "3.5 million", "count 3,500,000 lamp"),
]
WRONG = [
    pytest.param(
        "It cost between $10 million and $20 million.",
        "between $10 million and $20 million",
        "money 10,000,000..20,000,000 USD",
        id="between with signs",
    ),
    pytest.param(
        "It cost EUR5m.",
        "EUR5m",
        "money 5,000,000 EUR",
        id="glued code",
    ),
    pytest.param(
        "It made low single-digit billions in profit.",
        "low single-digit billions",
        "vague money 1,000,000,000..4,000,000,000 USD",
        id="billions in profit",
    ),
    pytest.param(
        "It was 30°C in Norham.",
        "30°C",
        "temperature 30 C",
        id="degree sign",
    ),
    pytest.param("It fell to -5%.", "-5%", "percent -5 %", id="negative percentage"),
    pytest.param(
        "The bag weighs 50 pounds.",
        "50 pounds",
        "mass 50 lb",
        id="pounds of weight",
    ),
    pytest.param(
        "An M6.8 quake struck.",
        "6.8",
        "magnitude 6.8",
        id="magnitude with M",
    ),
    pytest.param(
        "The star is 8 light-years away.",
        "8 light-years",
        "distance 8 ly",
        id="light-years",
    ),
    pytest.param(
        "It bought 12 new red houses.",
        "12",
        "count 12 house",
        id="adjective in -ed",
    ),
    pytest.param(
        "Some 2000 passengers came.",
        "2000",
        "about count 2,000 passenger",
        id="count like a year",
    ),
    pytest.param(
        "It makes 300 cars a day.",
        "300",
        "count 300 car/day",
        id="rate of a count",
    ),
    pytest.param(
        "One in five ships sank.",
        "One in five",
        "ratio 0.2 ship",
        id="one in five",
    ),
    pytest.param(
        "It took a decade.",
        "a decade",
        "duration 1 decade",
        id="a decade",
    ),
    pytest.param(
        "Zero people died.",
        "Zero",
        "count 0 person",
        id="zero",
    ),
    pytest.param(
        "It was the twenty-first ship.",
        "twenty-first",
        "ordinal 21",
        id="twenty-first",
    ),
    pytest.param(
        "It came fifth in the race.",
        "fifth",
        "ordinal 5",
        id="ordinal in words",
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), [*MONEY, *OTHERS, *COUNTS, *WRONG])
def test_amounts(text, quote, expected, figures, drawn):
    first = figures(text)[:1]
    assert [(figure.quote, drawn(figure.quantity)) for figure in first] == [(quote, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rent is $5 million a month, or $60 million a year.",
            ["money 5,000,000 USD/month", "money 60,000,000 USD/year"],
        ),
        ("It rose from $10 million to $20 million.", ["money 10,000,000 USD", "money 20,000,000 USD"]),
        ("Some 200 of the 500 homes burned.", ["about count 200 home", "count 500 home"]),
        ("A five-year, $10 million deal was signed.", ["duration 5 year", "money 10,000,000 USD"]),
        ("2,000 people came in 2019.", ["count 2,000 person", "date 2019"]),
        ("It won 5 games and 3 titles.", ["count 5 game", "count 3 title"]),
        ("They paid $5 million to 3 firms by May 2029.", ["money 5,000,000 USD", "count 3 firm", "date 2029-05"]),
        pytest.param(
            "It rose from 10 to 20 percent.",
            ["percent 10 %", "percent 20 %"],
            id="elided percent",
        ),
        pytest.param(
            "It rose from 10 million to 20 million euros.",
            ["money 10,000,000 EUR", "money 20,000,000 EUR"],
            id="elided currency",
        ),
        pytest.param(
            "It sold 5 million² lamps.",
            ["count 5,000,000 lamp"],
            id="footnote behind a scale",
        ),
    ],
)
def test_amounts_side_by_side(text, expected, reads):
    assert reads(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They took several shifts and few hands.",
        "It went on for years.",
        "The monthly payments go on.",
        "A single ship sank.",
        "One of the firms left.",
        "One could say so.",
        "No one came.",
        "Both firms and the next one left.",
    ],
)
def test_vague_words_and_pronouns_are_no_amounts(text, reads):
    assert reads(text) == []


def test_the_core_leaves_the_rate_phrase_out(figures):
    (figure,) = figures("It pays $5 million per month.")
    text = "It pays $5 million per month."
    assert (figure.core.of(text), figure.period.of(text)) == ("$5 million", "per month")
