"""Whether arithmetic that an article states is checked against its own figures."""

import pytest

from desktop.core.checks import CheckVerdict


def drawn(check):
    return f"{check.rule.value} {check.verdict.value}: {check.computation}"


@pytest.fixture
def checks(analysed):
    """The checks of a text as text: "growth ok: 5.6/5 - 1 = 0.12"."""

    def check(text):
        return [drawn(found) for found in analysed(text).checks]

    return check


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Acme pays Globex $5 million a month, or $60 million a year.", ["conversion ok: 5 * 12 = 60"], id="ok"
        ),
        pytest.param(
            "Acme pays Globex $5.2 million a month, or about $60 million a year.",
            ["conversion ok: 5.2 * 12 = 62.4"],
            id="about",
        ),
        pytest.param(
            "Acme pays Globex $5 million a month, or $61 million a year.",
            ["conversion loose: 5 * 12 = 60"],
            id="loose",
        ),
        pytest.param(
            "Acme pays Globex $5 million a month. Acme pays Globex $5 million a year.", [], id="told as a contradiction"
        ),
        pytest.param(
            "Acme pays Globex $5 million a month. Acme pays Initech $60 million a year.", [], id="other parties"
        ),
        pytest.param("Acme pays Globex $5 million a month.", [], id="one amount"),
    ],
)
def test_a_months_and_a_years_amount(text, expected, checks):
    assert checks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The payment of $36 billion exceeds revenue of $20 billion by 80%.", ["excess ok: 36/20 - 1 = 0.8"], id="ok"
        ),
        pytest.param(
            "The payment of $36 billion exceeds revenue of $20 billion by over 75%.",
            ["excess ok: 36/20 - 1 = 0.8"],
            id="over",
        ),
        pytest.param(
            "The payment of $36 billion exceeds revenue of $20 billion by over 50%.",
            ["excess loose: 36/20 - 1 = 0.8"],
            id="over, but by far",
        ),
        pytest.param(
            "The payment of $160 billion exceeds revenue of $20 billion by over 80%.",
            ["excess wrong: 160/20 - 1 = 7"],
            id="over, but no fair word",
        ),
        pytest.param(
            "The payment of $36 billion exceeds revenue of $20 billion by 20%.",
            ["excess wrong: 36/20 - 1 = 0.8"],
            id="wrong",
        ),
        pytest.param(
            "Globex pays $36 billion. This exceeds revenue of $20 billion by 80%.",
            ["excess ok: 36/20 - 1 = 0.8"],
            id="over two sentences",
        ),
        pytest.param("The payment of 36 billion euros exceeds revenue of $20 billion by 20%.", [], id="currencies"),
        pytest.param("It exceeds revenue by 20%.", [], id="no amounts"),
    ],
)
def test_excesses(text, expected, checks):
    assert checks(text) == expected


def test_a_wrong_excess_says_what_its_share_would_be(analysed):
    (check,) = analysed("The payment of $160 billion exceeds revenue of $20 billion by over 80%.").checks
    assert (check.stated, check.actual, check.share) == (80, 700, 16_000_000_000)
    assert [figure.quote for figure in check.terms] == ["$160 billion", "$20 billion"]
    assert check.claimed.quote == "80%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue rose 12 percent to $5.6 billion from $5.0 billion.", ["growth ok: 5.6/5 - 1 = 0.12"]),
        ("Revenue rose 13 percent to $5.6 billion from $5.0 billion.", ["growth ok: 5.6/5 - 1 = 0.12"]),
        ("Revenue rose 25 percent to $5.6 billion from $5.0 billion.", ["growth wrong: 5.6/5 - 1 = 0.12"]),
        (
            "Revenue rose 15 percent to $5.713 billion from $5.012 billion.",
            ["growth loose: 5.713/5.012 - 1 = 0.14"],
        ),
        ("Revenue fell 10 percent to $4.5 billion from $5.0 billion.", ["growth ok: 4.5/5 - 1 = -0.1"]),
        ("Revenue rose 10 percent to $4.5 billion from $5.0 billion.", ["growth wrong: 4.5/5 - 1 = -0.1"]),
        ("Revenue rose 12 percent to $5.6 billion.", []),
        ("Revenue rose 12 percent to $5.6 billion from 5.0 billion euros.", []),
    ],
    ids=["ok", "within rounding", "wrong", "loose", "a fall", "the wrong way", "one amount", "currencies"],
)
def test_changes(text, expected, checks):
    assert checks(text) == expected


MARGIN = "Globex made an operating profit of $14.0 million on revenue of $100.0 million, an operating margin of {}."


@pytest.mark.parametrize(
    ("margin", "verdict"),
    [("14 percent", "ok"), ("14.0 percent", "ok"), ("14.4 percent", "loose"), ("24 percent", "wrong")],
)
def test_margins(margin, verdict, checks):
    assert checks(MARGIN.format(margin)) == [f"margin {verdict}: 14/100 = 0.14"]


def test_a_margin_without_its_amounts_is_not_checked(checks):
    assert checks("Globex made an operating margin of 14 percent.") == []


def test_a_check_covers_the_statement(analysed):
    text = "It is new. Acme pays Globex $5 million a month, or $60 million a year, we hear."
    (check,) = analysed(text).checks
    assert check.span.of(text) == "$5 million a month, or $60 million a year"
    assert (check.article, check.claimed.quote) == ("A", "$60 million a year")


def test_checks_stand_in_the_order_of_the_text(analysed):
    text = (
        "Revenue rose 12 percent to $5.6 billion from $5.0 billion.\n"
        "Acme pays Globex $5 million a month, or $60 million a year."
    )
    assert [check.rule.value for check in analysed(text).checks] == ["growth", "conversion"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Revenue was $0 a month, or $0 a year."),
        pytest.param("Acme pays Globex $0 a month, or $0 a year."),
        "Revenue rose 12 percent to $5 from $0.",
        "The payment of $0 exceeds revenue of $0 by 80%.",
        "Globex made an operating profit of $0 on revenue of $0, an operating margin of 14 percent.",
    ],
)
def test_nothing_is_divided_by_nought(text, checks):
    assert all("nan" not in check and "inf" not in check for check in checks(text))


def verdicts(analysed, text, published=None):
    return [drawn(found) for found in analysed(text, published=(published,)).checks]


CHANGES = [
    ("Sales rose from 500 to 560, an increase of 12 percent.", "growth ok: 560/500 - 1 = 0.12"),
    ("Sales rose from 500 in 2020 to 560 in 2021, a 12 percent increase.", "growth ok: 560/500 - 1 = 0.12"),
    ("Sales rose 12 percent in May to 560 units, from 500 a year earlier.", "growth ok: 560/500 - 1 = 0.12"),
    ("Sales rose to $560 million, from $500 million, up 25 percent.", "growth wrong: 560/500 - 1 = 0.12"),
    ("Revenue was $5.6 billion, a 40 percent increase from $5.0 billion.", "growth wrong: 5.6/5 - 1 = 0.12"),
    ("Sales fell by 20 percent to 160 from 200.", "growth ok: 160/200 - 1 = -0.2"),
    ("Net profit rose by a third to $400 million from $300 million.", "growth ok: 400/300 - 1 = 0.333"),
    ("Net profit rose by a quarter to $400 million from $300 million.", "growth wrong: 400/300 - 1 = 0.333"),
    ("Output fell by half, to 50 from 100.", "growth ok: 50/100 - 1 = -0.5"),
    (
        "Profit rose to 43.2 million euros ($49.7 million), from 40 million euros, an 8 percent rise.",
        "growth ok: 43.2/40 - 1 = 0.08",
    ),
    ("It was 160, down 40 from 200.", "difference ok: 200 - 160 = 40"),
    ("It was 160, down 50 from 200.", "difference wrong: 200 - 160 = 40"),
    ("It fell by 40 to 160 from 200.", "difference ok: 200 - 160 = 40"),
    ("The rate rose to 4.5% from 4.0%, up 0.5 percentage points.", "difference ok: 4.5 - 4 = 0.5"),
    ("The rate rose 50 basis points to 4.5% from 4.0%.", "difference ok: 4.5 - 4 = 0.5"),
    ("The rate rose 5 basis points to 4.5% from 4.0%.", "difference wrong: 4.5 - 4 = 0.5"),
    ("Membership rose to 560 from 500, a gain of 70.", "difference wrong: 560 - 500 = 60"),
    ("Membership was 560, 60 more than the 500 of last year.", "difference ok: 560 - 500 = 60"),
    ("Membership doubled from 400 to 810.", "multiple ok: 810/400 = 2.02"),
    ("Membership doubled from 400 members in 2019 to 1,300 members in 2023.", "multiple wrong: 1.3/0.4 = 3.25"),
    ("Membership more than doubled to 910 from 400.", "multiple ok: 910/400 = 2.27"),
    ("Membership tripled to 810 from 400.", "multiple wrong: 810/400 = 2.02"),
    ("Output was halved from 10 to 5.", "multiple ok: 5/10 = 0.5"),
    ("Output was halved from 10 to 8.", "multiple wrong: 8/10 = 0.8"),
    ("It grew tenfold from 10 to 100.", "multiple ok: 100/10 = 10"),
    ("Profit was $20 million, twice the $10 million of last year.", "multiple ok: 20/10 = 2"),
    ("Profit was $50 million, double last year's $10 million.", "multiple wrong: 50/10 = 5"),
    ("Profit was $30 million, three times the $10 million it made last year.", "multiple ok: 30/10 = 3"),
    ("Profit was $30 million, three times more than the $10 million of 2019.", "multiple ok: 30/10 = 3"),
    ("Profit was $40 million, three times more than the $10 million of 2019.", "multiple ok: 40/10 = 4"),
    ("The fee is $9 billion, an order of magnitude larger than the $800 million of 2020.", "multiple ok: 9/0.8 = 11.2"),
    ("The fee is $90 billion, an order of magnitude larger than the $800 million.", "multiple wrong: 90/0.8 = 112"),
    ("The fee is $2 billion, an order of magnitude more than $1 billion.", "multiple wrong: 2/1 = 2"),
    ("It employs 12,400 people, 24 percent more than the 10,000 it had.", "excess ok: 12.4/10 - 1 = 0.24"),
    ("Globex paid $12 million, 50 percent more than the $10 million asked.", "excess wrong: 12/10 - 1 = 0.2"),
    ("Globex paid $12 million, 20 percent more than $10 million.", "excess ok: 12/10 - 1 = 0.2"),
    ("Globex paid $8 million, 20 percent less than the $10 million asked.", "excess ok: 8/10 - 1 = -0.2"),
    ("Globex paid $8 million, 40 percent below the $10 million asked.", "excess wrong: 8/10 - 1 = -0.2"),
]

BEFORE = [
    (
        "The offer is 412p a share. With debts of £540m it puts £2.4bn on the group. It stands 24 per cent above"
        " the close of 307.5p.",
        "excess wrong: 4.12/3.075 - 1 = 0.34",
    ),
    ("The offer is 412p a share. It stands 34 per cent above the close of 307.5p.", "excess ok: 4.12/3.075 - 1 = 0.34"),
    (
        "The offer is 412p a share. It stands 24 per cent above the close of 307.5p.",
        "excess wrong: 4.12/3.075 - 1 = 0.34",
    ),
    (
        "He will earn €10.8 million a year. That is four times the €2.7 million he had here.",
        "multiple ok: 10.8/2.7 = 4",
    ),
    ("He signed at £180,000 a week. That is £9.4million a year.", "conversion ok: 180 * 52 = 9360"),
    ("He signed at £180,000 a week. That is £4.4million a year.", "conversion wrong: 180 * 52 = 9360"),
]

NEWS = [
    (
        "Net income jumped to $60 million, compared with $40 million a year earlier, a 50% increase.",
        "growth ok: 60/40 - 1 = 0.5",
    ),
    ("The budget rose by $50 million, or 10 percent, to $550 million.", "growth ok: 50/500 = 0.1"),
    ("The shares fell $2, or 9 percent, to $48.", "growth wrong: 2/50 = 0.04"),
    ("The shares fell 4 percent, or $2, to $48.", "growth ok: 2/50 = 0.04"),
    ("Prices were cut by a third, from $30 to $20.", "growth ok: 20/30 - 1 = -0.333"),
    ("The price rose from $10 to $12, or 20%.", "growth ok: 12/10 - 1 = 0.2"),
    ("The $12 million award comprises $2 million in damages and $7 million in penalties.", "sum wrong: 2 + 7 = 9"),
    ("The 24-member crew, 20 men and 4 women, was rescued.", "sum ok: 20 + 4 = 24"),
    ("The 10-year, $240 million contract pays him an average of $24 million a year.", "term ok: 240 / 10 = 24"),
    ("About 30 percent of the 1,200 workers, or 360 people, were laid off.", "share ok: 0.36/1.2 = 0.3"),
    ("It paid $50 a share for 2,000 shares, for a total of $300,000.", "each wrong: 50 * 2000 = 100000"),
    ("The 40 buses cost $20 million, or $500,000 each.", "each ok: 20 / 40 = 0.5"),
]

SHARES = [
    ("The banks are to share £38m and those of the seller £28m, a total of £64m.", "sum wrong: 38 + 28 = 66"),
    ("Crude settled at $112.75, which is 4.8% below the $118.40 of Monday.", "excess ok: 112.75/118.4 - 1 = -0.0477"),
    ("The payment is 80 percent of the $20 billion, or $16 billion.", "share ok: 16/20 = 0.8"),
    ("The payment of $16 billion is 80 percent of its $20 billion revenue.", "share ok: 16/20 = 0.8"),
    ("The payment of $16 billion is 60 percent of its $20 billion revenue.", "share wrong: 16/20 = 0.8"),
    ("31 of the 55 members, or 56 percent, voted yes.", "share ok: 31/55 = 0.564"),
    ("31 of the 55 members (65 percent) voted yes.", "share wrong: 31/55 = 0.564"),
    ("Some 31 (56 percent) of the 55 members voted yes.", "share ok: 31/55 = 0.564"),
    ("The price is $9 billion, half of the $18 billion asked.", "share ok: 9/18 = 0.5"),
    ("The price is $9 billion, a third of the $18 billion asked.", "share wrong: 9/18 = 0.5"),
    ("The price is $12 billion, two-thirds of the $18 billion asked.", "share ok: 12/18 = 0.667"),
    ("The price is $9.5 billion, more than half of the $18 billion asked.", "share ok: 9.5/18 = 0.528"),
    ("The price is $7 billion, more than half of the $18 billion asked.", "share wrong: 7/18 = 0.389"),
    ("A nine-figure deal worth $250 million.", "order ok: 250000000 has 9 figures"),
    ("A six-figure sum of $2.5 million was paid.", "order wrong: 2500000 has 7 figures"),
    ("The quake killed 120 people, 80 in Torvela and 40 in Menduro.", "sum ok: 80 + 40 = 120"),
    ("The quake killed 120 people, 80 in Torvela and 60 in Menduro.", "sum wrong: 80 + 60 = 140"),
    ("Four people were hurt: three men and a woman.", "sum ok: 3 + 1 = 4"),
    ("Four people were hurt: two men and a woman.", "sum wrong: 2 + 1 = 3"),
    ("Five people died - two men, two women and a child.", "sum ok: 2 + 2 + 1 = 5"),
    (
        "Globex paid $30 million in cash and $20 million in shares, for a total of $50 million.",
        "sum ok: 30 + 20 = 50",
    ),
    (
        "Globex paid $30 million in cash and $20 million in shares, for a total of $60 million.",
        "sum wrong: 30 + 20 = 50",
    ),
    ("The motion passed by 31 votes to 24 in the 55-member council.", "sum ok: 31 + 24 = 55"),
    ("The motion passed by 41 votes to 24 in the 55-member council.", "sum wrong: 41 + 24 = 65"),
]

TERMS = [
    ("Rent is $2,000 a week, or $104,000 a year.", "conversion ok: 2 * 52 = 104"),
    ("He is paid £300,000 a week (£15.6 million a year).", "conversion ok: 300 * 52 = 15600"),
    ("Rent is $2,000 a month, or $42,000 a year.", "conversion wrong: 2 * 12 = 24"),
    ("It costs $300 million over five years, or $60 million a year.", "term ok: 300 / 5 = 60"),
    ("It costs $300 million over five years, or $50 million a year.", "term wrong: 300 / 5 = 60"),
    ("He will earn $240 million over ten years, an average of $24 million a year.", "term ok: 240 / 10 = 24"),
    ("Globex signed a five-year deal worth $300 million, or $60 million a year.", "term ok: 300 / 5 = 60"),
    ("Globex signed a five-year, $300 million contract, or $75 million a year.", "term wrong: 300 / 5 = 60"),
    ("Globex will pay $5 million a month for three years, for a total of $180 million.", "term ok: 5 * 36 = 180"),
    ("Globex will pay $5 million a month for three years, for a total of $280 million.", "term wrong: 5 * 36 = 180"),
    ("The airline paid $240 million for 12 planes, or $20 million each.", "each ok: 240 / 12 = 20"),
    ("The airline paid $240 million for 12 planes, or $30 million each.", "each wrong: 240 / 12 = 20"),
    ("The airline paid $240 million for 12 planes, or $20 million per plane.", "each ok: 240 / 12 = 20"),
    ("It ordered 12 planes at $20 million each, for a total of $240 million.", "each ok: 20 * 12 = 240"),
    ("It is paid in 12 instalments of $5 million, for a total of $90 million.", "each wrong: 5 * 12 = 60"),
]

CONVERTED = [
    ("He is 6 feet 2 inches (1.88 m) tall.", "units ok: 6.16667 ft = 1.88 m"),
    ("It lies 40 miles (64 km) from the coast.", "units ok: 40 mi = 64.4 km"),
    ("It lies 40 miles (94 km) from the coast.", "units wrong: 40 mi = 64.4 km"),
    ("It lies 40 miles, or 64 kilometres, from the coast.", "units ok: 40 mi = 64.4 km"),
    ("It was 30 degrees Celsius (86 Fahrenheit).", "units ok: 30 C = 86 F"),
    ("It was 30 degrees Celsius (66 Fahrenheit).", "units wrong: 30 C = 86 F"),
    ("It was 2 degrees Celsius (3.6 Fahrenheit) too warm.", "units ok: 2 C = 3.6 F"),
    ("It is some 10 to 15 miles (16 to 24 km) away.", "units ok: 10 mi = 16.1 km"),
    ("The wreck lies at a depth of 30 feet (10 meters).", "units loose: 30 ft = 9.14 m"),
    ("Rates: ($1 = 0.8696 euros) It cost 43.2 million euros ($49.7 million).", "exchange ok: 43.2 * 1.14995 = 49.7"),
    ("Rates: ($1 = 0.8696 euros) It cost 43.2 million euros ($497 million).", "exchange wrong: 43.2 * 1.14995 = 49.7"),
]

DATES = [
    ("He served from 2012 to 2019, seven years.", "dates ok: 2019 - 2012 = 7"),
    ("He served from 2012 to 2019, eight years.", "dates ok: 2019 - 2012 = 7"),
    ("He served from 2012 to 2019, a span of nine years.", "dates wrong: 2019 - 2012 = 7"),
    ("He served for seven years, from 2012 to 2019.", "dates ok: 2019 - 2012 = 7"),
    ("It ran from May 2026 to May 2029, three years.", "dates ok: 2029-05 - 2026-05 = 3"),
    ("It ran from May 2026 to May 2029, five years.", "dates wrong: 2029-05 - 2026-05 = 3"),
    ("It began in 2010, 16 years ago.", "dates ok: 2026 - 2010 = 16"),
    ("In 2010, 25 years ago, it began.", "dates wrong: 2026 - 2010 = 16"),
    ("Born in 1950, he died in 2020 at the age of 70.", "age ok: 2020 - 1950 = 70"),
    ("Born in 1950, he died in 2020 at the age of 69.", "age ok: 2020 - 1950 = 70"),
    ("Born in 1950, he died in 2020 aged 90.", "age wrong: 2020 - 1950 = 70"),
    ("She was born on March 3, 1950 in Hull and died in 2020 aged 60.", "age wrong: 2020 - 1950 = 70"),
    ("John Smith, 34, who was born in 1992, won.", "age ok: 2026 - 1992 = 34"),
    ("John Smith, 34, born in 1962, won.", "age wrong: 2026 - 1962 = 64"),
]


@pytest.mark.parametrize(("text", "expected"), [*CHANGES, *BEFORE, *NEWS, *SHARES, *TERMS, *CONVERTED, *DATES])
def test_statements(text, expected, analysed):
    assert verdicts(analysed, text, "2026-05-20") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # changes of one thing, amounts of another
        "Revenue rose 12 percent, and profit fell to $1.1 billion from $2 billion.",
        "Sales of cars rose 12 percent while those of trucks rose to 560 from 400.",
        "Shares rose 3 percent to $45, from a low of $20 in March.",
        "Shares rose 2.1 percent to close at $103.50, having traded from $98 to $104.",
        "The index fell 100 points to 12,400, from a record 14,000 in March.",
        "The stock fell $2 to $40.50, down from a peak of $90.",
        "The population grew by 3,000 a year from 40,000 in 1990 to 100,000 in 2020.",
        "Unemployment rose 0.5 percent to 4.5 percent from 4.0 percent.",
        "The price doubled to $10 million, and the tax on it from $200 to $300.",
        "The shares have tripled to $60 since 2020, when they traded from $10 to $15.",
        "Net income was $49.7 million, a gain of 8%, and revenue $621 million, up from $585 million.",
        "It will not rise by 12 percent to 600 from 500.",
        "He was paid $5 million, twice what he earned in 2010, and owns a house worth $4 million.",
        "The fine of $10 million is three times the usual one; the earlier fine was $1 million.",
        "It paid $12 million, 20 percent more than in 2019, and earned $4 million.",
        "The offer is $412 million, after $400 million. It stands 24 per cent above the close of $307 million.",
        "The offer is $412 million.\nThe rival is strong. It stands 24 per cent above the close of $307 million.",
        "He earned $10 million. That is four times the number of goals, and more than the $8 million of 2019.",
        "He signed at £180,000 a week. That is £4.4million more than before.",
        "About 30 percent of the 1,200 workers, or 500 people, were laid off.",
        "It paid $50 a tonne for 2,000 shares, for a total of $300,000.",
        # shares of something else
        "The bank paid $3 million, 20 percent of it in cash, and $5 million in shares.",
        "It sold 40 cars, 30 percent of its fleet of 500 vehicles.",
        "It owns 60 percent of Globex, worth $3 billion, and 20 percent of Initech, worth $5 billion.",
        "56 percent of the 2,000 people asked, or 5 points more than in May, said yes.",
        # lists that are no sums, and parts with a rest
        "The company has 10 offices, 6 shops and 4 depots.",
        "The company has 12 offices, 6 shops and 8 depots.",
        "The quake killed 120 people, 80 in Torvela and 30 in Menduro.",
        "Among the 120 dead were 80 women and 60 children.",
        "Of the 200 guests, 120 were from Europe and 90 were under 30.",
        "About 500 people, 300 of them children and 250 of them girls, fled.",
        "It employs 5,000 people: 3,000 in Hull and 1,500 in York.",
        "The budget is $5 billion: $3 billion for roads and $1 billion for rail.",
        "The council voted by 31 votes to 20 in the 55-member chamber.",
        # amounts of another time or for something else
        "It pays $5 million a month in the first year, or $80 million a year later on.",
        "They will pay $300 million over five years, or until $60 million a year is reached.",
        "The deal is worth $300 million over five years, including $100 million a year in options.",
        "The two-year deal is worth $10 million, or $15 million with bonuses.",
        "It bought 12 planes for $240 million, and 10 more for $300 million.",
        # measures and money of another sort or day
        "The road is 40 miles (one in Hull) long, 30 km (19 of them new) of it paved.",
        "It cost $5 million in 2010 (£3.2 million at the time) and $6 million (£4.4 million) now.",
        "It cost 85 million euros ($108 million) and 10 million euros ($11 million).",
        # other people and other times
        "He worked there for three years, from 2012 and again from 2015 to 2019.",
        "He served two terms, from 2012 to 2020, and wrote two books in four years.",
        "Born in 1950 in Hull, he had two sons; one died in 2010 aged 30.",
        "His father, born in 1920, died in 1960 when Smith was aged 10.",
        "Mary Smith, 34, whose son was born in 2015, won.",
    ],
)
def test_what_binds_no_figures_is_not_checked(text, analysed):
    assert verdicts(analysed, text, "2026-05-20") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose more than 12 percent to over 900 from over 500.",
        "The quake killed at least 120 people, at least 80 in Torvela and at least 60 in Menduro.",
        "It costs up to $300 million over five years, or $50 million a year.",
    ],
)
def test_nothing_is_wrong_where_a_bound_is_open(text, analysed):
    assert all("wrong" not in found for found in verdicts(analysed, text))


def test_of_three_rates_the_one_apart_is_told(analysed):
    text = (
        "It cost 85 million euros ($108 million), 10 million euros ($12.7 million) and 40 million euros ($508 million)."
    )
    assert [found.verdict.value for found in analysed(text).checks] == ["ok", "ok", "wrong"]


def test_what_is_no_figure_can_be_what_is_claimed(analysed):
    (check,) = analysed("The fee is $9 billion, an order of magnitude larger than the $800 million of 2020.").checks
    assert (check.said, check.claimed.quote, check.unit) == ("an order of magnitude", "$9 billion", None)


def test_a_fraction_is_told_in_percent(analysed):
    (check,) = analysed("The price is $9 billion, a third of the $18 billion asked.").checks
    assert (check.claimed.quote, check.unit, check.actual) == ("a third", "%", 50)


def test_the_revenue_of_another_firm_refutes_no_growth(analysed):
    text = "Globex had revenue of $2.1 billion last year, up 8%. Initech's revenue was $9.4 billion."
    assert not [check for check in analysed(text).checks if check.verdict is CheckVerdict.WRONG]
