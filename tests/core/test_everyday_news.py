"""Whether everyday sentences are compared as an editor would: what first readers of the program stumbled over."""

import pytest

from desktop.core.analysis import analyse
from desktop.core.text import Article


@pytest.fixture
def findings(lexicon):
    """The pairs and contradictions of two one-sentence articles, as "status: what one says / the other"."""

    def found(one: str, other: str) -> list[str]:
        analysis = analyse([Article("A", "t", one, "1"), Article("B", "t", other, "2")], lexicon)
        return [
            f"{pair.status}: {pair.a.figure.quote} / {pair.b.figure.quote}"
            for pair in (*analysis.pairs, *analysis.internal)
            if pair.a.figure.quantity.iso is None
        ]

    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "The judge fined Morrow $2.5 million. Prosecutors had asked for a fine of $3.5 million.",
            "The judge fined Morrow $3.5 million.",
            ["conflict: $2.5 million / $3.5 million"],
            id="a fine that was asked for",
        ),
        pytest.param(
            "A bus crash killed 24 people last year. On Friday a bus crash killed 9 people.",
            "At least 9 people were killed on Friday.",
            ["approx: 9 / 9"],
            id="last year's deaths",
        ),
        pytest.param(
            "The war had killed 200,000 people in Norland by 2022.",
            "The war had killed 230,000 people in Norland by 2023.",
            [],
            id="two years",
        ),
        pytest.param(
            "Northgate paid Braga £48m, with a further £7m in add-ons.",
            "Northgate paid Braga £48m.",
            ["agree: £48m / £48m"],
            id="on top",
        ),
        pytest.param(
            "Northgate United have broken their record to land Rui Ferreira, paying Braga an initial £48m.",
            "Northgate United paid Braga £48m.",
            ["agree: £48m / £48m"],
            id="paying",
        ),
        pytest.param(
            "Globex pays its chief executive $2 million a year. Globex pays Acme $3 million a month.",
            "Globex pays Acme $36 million a year.",
            ["equivalent: $3 million a month / $36 million a year"],
            id="somebody else is paid",
        ),
        pytest.param(
            "The project will create 1,800 jobs in Hull.",
            "The company will cut 250 jobs in Hull.",
            [],
            id="jobs created",
        ),
        pytest.param(
            "The unemployment rate rose to 4.5% in May from 4.0% in April.",
            "Prices rose 4.5% in May.",
            [],
            id="a level",
        ),
        pytest.param(
            "Twelve people were injured.", "Fifteen people were injured.", ["conflict: Twelve / Fifteen"], id="words"
        ),
        pytest.param("A dozen houses fell.", "Seven houses fell.", ["conflict: A dozen / Seven"], id="a dozen"),
    ],
)
def test_what_is_told(one, other, expected, findings):
    assert findings(one, other) == expected


def test_dates_that_share_nothing_are_not_compared(lexicon):
    articles = [
        Article("A", "t", "The lease runs until September.", "1"),
        Article("B", "t", "The lease runs until 2029.", "2"),
    ]
    assert analyse(articles, lexicon).pairs == ()


def test_an_operating_margin_is_not_held_against_net_profit(lexicon):
    text = "Net profit was 43.2 million euros. Revenue was 540 million euros. The operating margin was 12 percent."
    assert analyse([Article("A", "t", text, "1")], lexicon).checks == ()
