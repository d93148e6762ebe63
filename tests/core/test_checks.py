"""Whether arithmetic that an article states is checked against its own figures."""

import pytest


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
