"""Whether bare numbers take what they leave to their neighbours: a currency, the kind of a shock."""

import pytest

from desktop.core.figures.find import find_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It made 562 million euros against 509 million.",
            ["money 562,000,000 EUR", "money 509,000,000 EUR"],
            id="same sentence",
        ),
        pytest.param(
            "It pays $15 billion a year. Fifteen billion is the sum.",
            ["money 15,000,000,000 USD/year", "money 15,000,000,000 USD"],
            id="next sentence",
        ),
        pytest.param("It sold 509 million.", ["count 509,000,000"], id="no currency before"),
        pytest.param(
            "It paid $5 for 509 million lamps.", ["money 5 USD", "count 509,000,000 lamp"], id="a counted noun"
        ),
        pytest.param("It paid $5 for 509.", ["money 5 USD", "count 509"], id="no scale"),
        pytest.param(
            "It paid 5 million euros. Later $3 million came, and 2 million more.",
            ["money 5,000,000 EUR", "money 3,000,000 USD", "money 2,000,000 USD"],
            id="the last currency counts",
        ),
    ],
)
def test_a_bare_million_takes_the_currency_before_it(text, expected, reads):
    assert reads(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The quake measured 5.2 there.", ["magnitude 5.2"], id="same sentence"),
        pytest.param("A quake struck at 07:48. It was put at 5.2 later.", ["time 07:48", "magnitude 5.2"], id="next"),
        pytest.param("The index stood at 5.2 then.", ["count 5.2"], id="no shock"),
        pytest.param("The quake moved 12.5 of them.", ["count 12.5"], id="too much for a magnitude"),
        pytest.param("The quake was felt by 5 of them.", ["count 5"], id="no tenths"),
    ],
)
def test_a_bare_decimal_beside_a_shock_is_a_magnitude(text, expected, reads):
    assert reads(text) == expected


def test_only_sentences_with_figures_are_kept(article, lexicon):
    text = "It rained. It cost $5.\nNobody came.\nIt took 3 days."
    assert [sentence.span.of(text) for sentence in find_sentences(article(text), lexicon)] == [
        "It cost $5.",
        "It took 3 days.",
    ]


def test_each_figure_knows_its_tokens(article, lexicon):
    (sentence,) = find_sentences(article("It pays $5 million a month to 3 firms."), lexicon)
    words = [[token.text for token in sentence.tokens[first:end]] for _, first, end in sentence.figures]
    assert words == [["$", "5", "million"], ["3"]]


def test_text_without_full_stops_is_cut_at_blanks_and_loses_no_figure(article, lexicon, figures):
    text = "lamps " * 900 + "cost 512 euros " + "lamps " * 900
    assert len(text) > 8000
    assert [figure.quote for figure in figures(text)] == ["512 euros"]
    assert len(find_sentences(article(text), lexicon)) == 1
