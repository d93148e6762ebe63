"""Whether a few typed letters find the entry that an editor means."""

import pytest

from desktop.shell.palette.ranking import fit, ranked

ENTRIES = [
    ("Open articles…", "File"),
    ("Add articles…", "File"),
    ("Quit", "File"),
    ("Undo", "Edit"),
    ("Redo", "Edit"),
    ("Light", "View"),
    ("Dark", "View"),
    ("Larger article text", "View"),
    ("Swap the two articles", "Sources"),
    ("Next difference", "Review"),
    ("Previous difference", "Review"),
    ("Next disagreement", "Review"),
    ("Previous disagreement", "Review"),
    ("Next pane", "Review"),
    ("About Crossread", "Help"),
    ("Show Harbor Ledger on the left", "Article A"),
    ("Show Harbor Ledger on the right", "Article A"),
    ("Go to payment rate, Ärmel to Straße", "conflict"),
]
NUMBERS = {words: number for number, (words, _) in enumerate(ENTRIES)}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("swap", "Swap the two articles"),
        ("SWAP", "Swap the two articles"),
        ("nd", "Next difference"),
        ("ndis", "Next disagreement"),
        ("pdis", "Previous disagreement"),
        ("disagreement next", "Next disagreement"),
        ("next dis", "Next disagreement"),
        ("dark", "Dark"),
        ("da", "Dark"),
        ("undo", "Undo"),
        ("do", "Undo"),
        ("lat", "Larger article text"),
        ("oa", "Open articles…"),
        ("harbor right", "Show Harbor Ledger on the right"),
        ("hll", "Show Harbor Ledger on the left"),
        ("payment rate", "Go to payment rate, Ärmel to Straße"),
        ("ärmel", "Go to payment rate, Ärmel to Straße"),
        ("straße", "Go to payment rate, Ärmel to Straße"),
        ("help", "About Crossread"),
        ("review pane", "Next pane"),
    ],
)
def test_what_is_typed_finds(typed, first):
    assert ENTRIES[ranked(typed, ENTRIES)[0][0]][0] == first


@pytest.mark.parametrize("typed", ["xyz", "paws", "swap xyz", "nextz"])
def test_letters_that_are_not_there_in_their_order_find_nothing(typed):
    assert ranked(typed, ENTRIES) == []


def test_a_term_is_not_strewn_over_words_and_place():
    assert ranked("harb", [("Show Quillmark Wire on the left", "Article B")]) == []
    assert ranked("wire article", [("Show Quillmark Wire on the left", "Article B")]) != []


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_finds_all_in_their_order(typed):
    assert [number for number, _ in ranked(typed, ENTRIES)] == list(range(len(ENTRIES)))


def test_what_was_used_last_comes_first():
    recent = [NUMBERS["Dark"], NUMBERS["Undo"]]
    assert [ENTRIES[number][0] for number, _ in ranked("", ENTRIES, recent)][:3] == ["Dark", "Undo", "Open articles…"]


def test_what_was_used_last_comes_before_its_equals_alone():
    pair = [("Next difference", "Review"), ("Next different", "Review"), ("Dark next", "View")]
    assert [number for number, _ in ranked("next", pair, [2, 1])] == [1, 0, 2]


@pytest.mark.parametrize(
    ("typed", "words", "places"),
    [
        ("nd", "Next difference", (0, 5)),
        ("next", "Go on, next", (7, 8, 9, 10)),
        ("ct", "Copy cut text", (0, 9)),
        ("two the", "the two", (0, 1, 2, 4, 5, 6)),
        ("i", "İi", (1,)),
        ("", "Dark", ()),
    ],
)
def test_the_letters_found(typed, words, places):
    found = fit(typed, words)
    assert found is not None
    assert found.places == places


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("re", "Redo", "Previous"),
        ("art", "Larger article", "Swap apart"),
        ("text", "article text", "the extra t"),
        ("la", "Larger", "Follow a"),
    ],
)
def test_word_starts_and_neighbours_weigh_more(typed, better, worse):
    first, second = fit(typed, better), fit(typed, worse)
    assert first is not None
    assert second is not None
    assert first.score > second.score


def test_very_long_words_are_looked_at_from_their_beginning():
    assert fit("b", "a" * 1000 + "b") is None
    assert fit("ab", "ab" + "a" * 1000) is not None


def test_letters_strewn_over_other_words_are_left_out_where_something_fits():
    found = [ENTRIES[number][0] for number, _ in ranked("dis", ENTRIES)]
    assert found == ["Next disagreement", "Previous disagreement"]
    assert [number for number, _ in ranked("dis", [("Add articles…", "File")])] == [0]
