"""Whether text is cut into sentences and words at the right places."""

import pytest

from desktop.core.text import Span
from desktop.core.tokens import glued, phrase_at, sentences, tokens


def words_of(text):
    return tokens(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme pays.", ["Acme", "pays", "."], id="words"),
        pytest.param("1,250.5 lamps", ["1,250.5", "lamps"], id="separators stay inside a number"),
        pytest.param("in 2029, it", ["in", "2029", ",", "it"], id="a comma behind a number does not"),
        pytest.param("at 07:48.", ["at", "07:48", "."], id="clock"),
        pytest.param("GB200 and B2B", ["GB200", "and", "B2B"], id="letters with digits"),
        pytest.param("Acme's and Acme’s", ["Acme's", "and", "Acme’s"], id="inner apostrophes"),
        pytest.param("$15B", ["$", "15", "B"], id="sign, number, letter"),
        pytest.param("2–3", ["2", "–", "3"], id="dash"),
        pytest.param("🚢 5", ["🚢", "5"], id="emoji"),
    ],
)
def test_words(text, expected):
    assert [token.text for token in words_of(text)] == expected


def test_places_count_code_points():
    assert [(token.start, token.end) for token in words_of("🚢 5 km")] == [(0, 1), (2, 3), (4, 6)]


def test_tokens_of_a_stretch_keep_the_places_of_the_whole_text():
    (token,) = tokens("one two three", Span(4, 7))
    assert (token.text, token.start, token.end) == ("two", 4, 7)


def test_a_token_knows_what_it_is_made_of():
    number, word, mixed = words_of("15 Acme GB200")
    assert (number.is_number, number.is_word, number.has_digit) == (True, False, False)
    assert (word.is_number, word.is_word, word.is_capital) == (False, True, True)
    assert (mixed.is_word, mixed.has_digit) == (True, True)


def test_glued_tokens_have_nothing_between_them():
    sign, number, word = words_of("$5 m")
    assert glued(sign, number)
    assert not glued(number, word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rose. It fell.", ["It rose.", "It fell."], id="full stop"),
        pytest.param("It rose! Did it fall?", ["It rose!", "Did it fall?"], id="other ends"),
        pytest.param("It rose\nIt fell", ["It rose", "It fell"], id="line break"),
        pytest.param("It rose\r\n\r\nIt fell", ["It rose", "It fell"], id="blank line"),
        pytest.param("It rose\u2028It fell", ["It rose", "It fell"], id="line separator"),
        pytest.param("It rose; it fell", ["It rose;", "it fell"], id="semicolon"),
        pytest.param("It cost $1.5 million.", ["It cost $1.5 million."], id="decimal point"),
        pytest.param("Mr. Roe of Acme Inc. paid.", ["Mr. Roe of Acme Inc. paid."], id="abbreviations"),
        pytest.param("The U.S. Treasury paid.", ["The U.S. Treasury paid."], id="dotted abbreviation"),
        pytest.param("J. Roe paid.", ["J. Roe paid."], id="initial"),
        pytest.param("“It rose.” Then it fell.", ["“It rose.”", "Then it fell."], id="quotation marks"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t ", [], id="white space"),
    ],
)
def test_sentences(text, expected, lexicon):
    found = [span.of(text) for span in sentences(text, lexicon.abbreviations)]
    assert [sentence.strip() for sentence in found] == expected


def test_sentences_have_no_white_space_at_their_ends(lexicon):
    text = "  It rose.  It fell.  \n\n  It stood.  "
    for span in sentences(text, lexicon.abbreviations):
        assert span.of(text) == span.of(text).strip()


def test_the_longest_phrase_counts():
    found = words_of("no more than five")
    assert phrase_at(found, 0, [("no",), ("no", "more", "than"), ("no", "more")]) == 3
    assert phrase_at(found, 1, [("no",)]) == 0
    assert phrase_at(found, 2, [("than", "five", "people")]) == 0
