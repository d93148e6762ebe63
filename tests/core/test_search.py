"""Where words stand that somebody looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.search import Searched

AWKWARD = st.text(st.sampled_from("aAsSß İIiıŉ🚢\xa0\n’'ﬁf1"), max_size=24)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("a billion a year", "a", ["a", "a", "a"]),
        ("A billion", "a BILLION", ["A billion"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("$1.25\xa0billion", "$1.25 billion", ["$1.25\xa0billion"]),
        ("per\nyear", "per year", ["per\nyear"]),
        ("SpaceX’s “deal”", 'spacex\'s "deal"', ["SpaceX’s “deal”"]),
        ("🚢 STRASSE, Straße, strasse", "straße", ["STRASSE", "Straße", "strasse"]),
        ("ßßs", "ss", ["ß", "ß"]),
        ("ß", "s", []),  # half a character is no place
        ("İstanbul and Ankara", "ankara", ["Ankara"]),
        ("ŉ ŉ x", "X", ["x"]),
        ("anything", "", []),
        ("a.c abc", "a.c", ["a.c"]),
    ],
)
def test_places_whatever_the_case(text, words, found):
    places = list(Searched(text).occurrences(words))
    assert [text[start:end] for start, end in places] == found


@pytest.mark.parametrize(
    ("text", "words", "whole", "found"),
    [
        ("Pier pier PIER", "pier", False, [(5, 9)]),
        ("piers pier", "pier", True, [(6, 10)]),
        ("5 15 25 5", "5", True, [(0, 1), (8, 9)]),
        ("$5 US$5", "$5", True, [(0, 2), (5, 7)]),  # a sign is no part of a word
        ("shipyard yard", "yard", True, [(9, 13)]),
        ("Straße", "ß", False, [(4, 5)]),
    ],
)
def test_places_with_the_same_capitals_or_as_whole_words(text, words, whole, found):
    assert list(Searched(text).occurrences(words, case=True, whole=whole)) == found


@given(AWKWARD, AWKWARD)
def test_every_place_says_the_words_and_no_two_overlap(text, words):
    def plain(value: str) -> str:
        return value.replace("\xa0", " ").replace("\n", " ").replace("’", "'").casefold()

    places = list(Searched(text).occurrences(words))
    assert all(plain(text[start:end]) == plain(words) for start, end in places)
    assert all(one[1] <= other[0] for one, other in zip(places, places[1:], strict=False))


@given(AWKWARD, AWKWARD, AWKWARD)
def test_what_stands_there_is_found(before, words, behind):
    text = before + words + behind
    assert not words or list(Searched(text).occurrences(words))
