"""Whether the names, asides and barriers of a sentence are seen, and which names are of one thing."""

import pytest

from desktop.core.claims.clauses import Clauses
from desktop.core.figures import find_sentences, known_names


@pytest.fixture
def clauses(article, lexicon):
    def read(text):
        sentence = find_sentences(article(text), lexicon)[-1]
        return Clauses(sentence, lexicon, known_names(text))

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme pays Globex $5.", ["Acme", "Globex"], id="two firms"),
        pytest.param(
            "Acme pays the Bank of Norland $5 a month for power.", ["Acme", "Bank of Norland"], id="joined by of"
        ),
        pytest.param("It pays Globex Power & Light $5 a month for power.", ["Globex Power & Light"], id="joined by &"),
        pytest.param("It pays Globex's owner Jane Roe $5.", ["Globex", "Jane Roe"], id="a possessor ends a name"),
        pytest.param("On Monday in May the Acme men paid $5.", ["Acme"], id="no days and months"),
        pytest.param("The firm paid $5.", [], id="a plain opening"),
        pytest.param("Payments of $5 began.", [], id="a plural opening"),
        pytest.param("It pays OpenSky $5.", ["OpenSky"], id="capital inside"),
        pytest.param("OpenSky pays $5.", ["OpenSky"], id="capital inside, in front"),
        pytest.param("Contract Value: $5 to Acme.", ["Acme"], id="a label in front of a colon"),
        pytest.param("It is 5 km to Norham.", ["Norham"], id="behind a figure"),
        pytest.param(
            "Globex's revenue was $5.",
            ["Globex"],
            id="a possessor in front",
        ),
        pytest.param(
            "Acme reportedly pays $5.",
            ["Acme"],
            id="in front of an adverb",
        ),
        pytest.param("It is run by Acme.\nAcme, a bank, pays $5.", ["Acme"], id="known from elsewhere"),
    ],
)
def test_names(text, expected, clauses):
    assert [name.text for name in clauses(text).names] == expected


def test_a_possessor_is_told_apart(clauses):
    found = clauses("It took Globex’s $5 to Acme.").names
    assert [(name.text, name.possessive) for name in found] == [("Globex", True), ("Acme", False)]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Acme, led by Jane Roe, pays Globex $5.", "Jane", "Globex"),
        ("Acme, which Jane Roe owns, pays Globex $5.", "Jane", "Globex"),
        ("Acme (once Initech) pays Globex $5.", "Initech", "Globex"),
    ],
)
def test_asides_only_describe(text, inside, outside, clauses):
    read = clauses(text)
    words = [token.text for token in read.tokens]
    assert read.in_aside(words.index(inside))
    assert not read.in_aside(words.index(outside))


def test_a_stretch_with_a_figure_is_no_aside(clauses):
    read = clauses("Acme, paying Globex $5, grows.")
    assert read.asides == ()


def test_barriers_are_commas_and_joining_words(clauses):
    read = clauses("It rose, but it fell and stood at 5.")
    words = [token.text for token in read.tokens]
    assert read.barriers(words.index("rose"), words.index("stood")) == 3
    assert read.barriers(words.index("stood"), words.index("rose")) == 3
    assert read.barriers(words.index("stood"), words.index("at")) == 0


def test_phrases_of_attributes_are_seen_whole(clauses):
    read = clauses("It made a net profit of $5.")
    slugs = {slug for rows in read.cue_phrases.values() for slug, _, _ in rows}
    words = [token.text for token in read.tokens]
    assert "profit" in slugs
    assert words.index("profit") in read.in_cue_phrase
