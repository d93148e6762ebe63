"""Whether a disputed claim gets a suggested reading where the articles bear one out, and none where they do not."""

from dataclasses import replace

import pytest

from desktop.core import reasons
from desktop.core.analysis import analyse
from desktop.core.corrections import Correction
from desktop.core.readings import Ground


def drawn(reading):
    """A reading as text: "A $5 million a year -> 5,000,000 USD/month (period): spoken, majority"."""
    parts = []
    if reading.quantity is not None:
        per = f"/{reading.quantity.per}" if reading.quantity.per else ""
        parts.append(f"{reading.quantity.low:,f} {reading.quantity.unit}{per}{' in all' if reading.is_total else ''}")
    if reading.payer:
        parts.append(f"{reading.payer} pays {reading.payee}")
    slips = ", ".join(slip.value for slip in reading.slips)
    grounds = ", ".join(found.ground.value for found in reading.evidence)
    return f"{reading.article} {reading.claim.figure.quote} -> {', '.join(parts)} ({slips}): {grounds}"


@pytest.fixture
def readings(analysed):
    """The suggested readings of some articles as text."""

    def found(*texts):
        return [drawn(reading) for reading in analysed(*texts).readings]

    return found


YEARLY = "Acme pays Globex $5 million a year."
MONTHLY = "Acme pays Globex $5 million a month."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [f"{YEARLY} The filing lays out the monthly payments.", MONTHLY],
            ["A $5 million a year -> 5,000,000 USD/month (period): spoken"],
            id="monthly payments are spoken of",
        ),
        pytest.param(
            [YEARLY, MONTHLY, "Globex gets $60 million a year from Acme."],
            ["A $5 million a year -> 5,000,000 USD/month (period): majority"],
            id="two others say so",
        ),
        pytest.param(
            [f"{YEARLY} It paid $500 million.", f"{MONTHLY} The fee was $60 million a year, Acme said."],
            [],
            id="the other article may well be wrong",
        ),
        pytest.param(
            ["Acme pays Globex $50 million a year.", "Acme pays Globex $5 million a year.", f"{YEARLY} It is new."],
            ["A $50 million a year -> 5,000,000 USD/year (scale_x10): majority"],
            id="a decimal point has moved",
        ),
        pytest.param(
            [
                "Acme pays Globex $5 a year. Acme pays Globex $5 million a year, it said.",
                "Acme pays Globex $5 million.",
            ],
            [],
            id="the pair says it itself",
        ),
        pytest.param(
            [
                "Acme pays Globex $5 a year. Acme pays Globex $5 million a year, it said.",
                "Acme pays Globex $5 million a year.",
            ],
            ["A $5 a year -> 5,000,000 USD/year (scale_missing): own"],
            id="a lost million, and the article says it elsewhere",
        ),
        pytest.param(
            [
                "Globex pays Acme $5 million a year.",
                "Acme pays Globex $5 million a year.",
                "Globex receives $5 million a year from Acme.",
            ],
            ["A $5 million a year -> Acme pays Globex (direction): majority"],
            id="payer for payee",
        ),
        pytest.param(
            [
                "The quake struck at a depth of 18 miles.",
                "The quake struck at a depth of 18 km.",
                "The quake struck at a depth of 11 miles.",
            ],
            ["A 18 miles -> 18 km (unit): majority"],
            id="miles for kilometres",
        ),
        pytest.param(
            [
                "Net profit at Globex rose 8 percent to $432 million from $40 million.",
                "Net profit at Globex was $43.2 million in the quarter.",
            ],
            ["A $432 million -> 43,200,000 USD (scale_x10): arithmetic"],
            id="its own arithmetic comes right",
        ),
        pytest.param(
            [
                "Acme will pay Globex $160 billion a year. This exceeds Globex's revenue of $20 billion by 80%.",
                "Acme will pay Globex $16 billion a year.",
            ],
            ["A $160 billion a year -> 16,000,000,000 USD/year (scale_x10): share"],
            id="a share told as an excess",
        ),
        pytest.param(
            [
                "Globex made operating profit of $72 million on revenue of $600 million, an operating margin of 14%.",
                "The operating margin of Globex was 12 percent.",
            ],
            ["A 14% -> 12 % (value): arithmetic"],
            id="a miscalculation",
        ),
        pytest.param(
            [
                "The crash in Hull killed 186 people.",
                "The crash in Hull killed 168 people.",
                "In Hull, 168 people were killed by the crash.",
            ],
            ["A 186 -> 168 person (value): majority"],
            id="two digits have changed places",
        ),
        pytest.param(
            [
                "Acme pays Globex $5 million a year.",
                "Acme pays Globex $5 million a month. In total Acme pays Globex $180 million over three years.",
            ],
            ["A $5 million a year -> 5,000,000 USD/month (period): total"],
            id="a total fits",
        ),
    ],
)
def test_what_is_suggested(texts, expected, readings):
    assert readings(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([YEARLY, MONTHLY], id="nothing but the pair"),
        pytest.param([MONTHLY, YEARLY], id="nothing but the pair, the other way"),
        pytest.param([YEARLY, YEARLY.replace("5", "7")], id="no slip explains it"),
        pytest.param([YEARLY, YEARLY, "Acme pays Globex $5 million each year."], id="nothing disputed"),
        pytest.param([YEARLY, MONTHLY, MONTHLY], id="copies are one source"),
        pytest.param(
            [YEARLY, MONTHLY, "Acme pays Globex $5 million each year.", "Globex gets $60 million a year from Acme."],
            id="two against two",
        ),
        pytest.param(
            [f"{YEARLY} Most of it comes from the monthly payments of people who live far away.", MONTHLY],
            id="other monthly payments",
        ),
        pytest.param(
            [
                "It may carry no more than 230 people. On board were 231 people.",
                "It may carry no more than 320 people.",
            ],
            id="a bound bears out nothing",
        ),
        pytest.param(["The crash killed 12 people.", "The crash killed 120 people."], id="counts without evidence"),
        pytest.param([], id="no articles"),
    ],
)
def test_what_nothing_speaks_for_is_not_suggested(texts, readings):
    assert readings(*texts) == []


TWICE = "Acme pays Globex $60 million a year. Acme pays Globex $60 million annually, it said."


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([TWICE, "Acme pays Globex $60 million a month."], id="what the article says elsewhere"),
        pytest.param(
            ["Acme pays Globex $60 million a year.", "Acme pays Globex $60 million a month.", f"{TWICE} It is new."],
            id="what others say",
        ),
    ],
)
def test_what_an_editor_reads_otherwise_speaks_for_nothing(texts, article, lexicon):
    articles = [article(text, id=chr(65 + place)) for place, text in enumerate(texts)]
    before = analyse(articles, lexicon)
    given = tuple(
        Correction(figure.anchor, replace(figure.quantity, per="month"))
        for figure in before.figures
        if figure.quote == "$60 million annually" or figure.article == "C"
    )
    after = analyse(articles, lexicon, corrections=given)
    assert any(figure.is_reread for figure in after.figures)
    assert [drawn(reading) for reading in after.readings] == []


def test_each_slip_is_undone_in_its_own_article(readings):
    texts = [
        f"{YEARLY} The filing lays out the monthly payments.",
        "Acme pays Globex $600 million a year. This income exceeds Globex's revenue of $75 million by 80%.",
    ]
    assert readings(*texts) == [
        "A $5 million a year -> 5,000,000 USD/month (period): spoken",
        "B $600 million a year -> 60,000,000 USD/year (scale_x10): share",
    ]


def test_a_reading_says_which_pairs_it_explains(analysed):
    analysis = analysed(f"{YEARLY} The filing lays out the monthly payments.", MONTHLY)
    (reading,) = analysis.readings
    (pair,) = analysis.pairs
    assert analysis.readings_of(pair) == (reading,)
    assert reading.explains(pair)
    assert [figure.quote for figure in reading.mentions] == ["$5 million a year"]


def test_the_evidence_has_its_place(analysed):
    text = f"{YEARLY} The filing lays out the monthly payments."
    (reading,) = analysed(text, MONTHLY).readings
    (found,) = reading.evidence
    assert (found.ground, found.article, found.span.of(text)) == (Ground.SPOKEN, "A", "monthly payments")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [f"{YEARLY} The filing lays out the monthly payments.", MONTHLY],
            'With "$5 million a year", The Gull probably means $5 million per month: it speaks of "monthly payments"'
            " itself.",
        ),
        (
            [
                "Globex pays Acme $5 million a year.",
                "Acme pays Globex $5 million a year.",
                "Globex receives $5 million a year from Acme.",
            ],
            'With "$5 million a year", The Gull probably means that Acme pays Globex: most other articles say so'
            " (B and C).",
        ),
        (
            [
                "Net profit at Globex rose 8 percent to $432 million from $40 million.",
                "Net profit at Globex was $43.2 million in the quarter.",
            ],
            'With "$432 million", The Gull probably means $43.2 million: its own arithmetic then holds'
            " (43.2/40 - 1 = 0.08).",
        ),
        (
            [
                "Acme will pay Globex $160 billion a year. This exceeds Globex's revenue of $20 billion by 80%.",
                "Acme will pay Globex $16 billion a year.",
            ],
            'With "$160 billion a year", The Gull probably means $16 billion per year: "80%" is what that makes of'
            ' "$20 billion", as a share.',
        ),
        (
            ["The storm killed 221 people.", "The storm killed 212 people.", "The storm killed 212."],
            'With "221", The Gull probably means 212 people: most other articles say so (B and C).',
        ),
    ],
)
def test_a_reading_in_words(texts, expected, analysed):
    analysis = analysed(*texts)
    names = {article.id: article.id for article in analysis.articles} | {"A": "The Gull"}
    assert [reasons.suggestion(reading, names) for reading in analysis.readings] == [expected]
