"""Whether stretches of text and articles are what they should be."""

import pytest

from desktop.core.text import Article, Span, letters, letters_of, names_of, trimmed


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)], ids=["empty", "backward", "before the text"])
def test_a_span_runs_forward_and_is_not_empty(start, end):
    with pytest.raises(ValueError, match="not empty"):
        Span(start, end)


def test_a_span_gives_its_characters():
    assert Span(2, 4).of("🚢 5 km") == "5 "


@pytest.mark.parametrize(
    ("one", "other", "overlap", "cover"),
    [
        pytest.param((0, 4), (4, 6), False, False, id="neighbours"),
        pytest.param((0, 4), (3, 6), True, False, id="overlap"),
        pytest.param((0, 6), (2, 4), True, True, id="inside"),
        pytest.param((2, 4), (2, 4), True, True, id="equal"),
        pytest.param((2, 4), (0, 6), True, False, id="outside"),
    ],
)
def test_spans_overlap_and_cover(one, other, overlap, cover):
    assert Span(*one).overlaps(Span(*other)) is overlap
    assert Span(*one).covers(Span(*other)) is cover


def test_spans_are_joined_and_ordered():
    assert Span(4, 6).joined(Span(0, 2)) == Span(0, 6)
    assert sorted([Span(4, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 6)]


@pytest.mark.parametrize(
    ("outlet", "source", "title", "expected"),
    [
        pytest.param("The Ledger", "a/b.txt", "Rent", "The Ledger", id="outlet"),
        pytest.param("", "news/000.txt", "Rent", "000", id="file"),
        pytest.param("", "C:\\news\\rent.v2.txt", "Rent", "rent.v2", id="file of another system"),
        pytest.param("", "", "Rent", "Rent", id="title"),
    ],
)
def test_an_article_is_called_by_its_outlet_else_its_file(outlet, source, title, expected):
    assert Article("A", title, "text", "", outlet=outlet, source=source).name == expected


def test_letters_go_on_after_z():
    found = letters(703)
    assert [found[number] for number in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert letters(0) == ()


def test_articles_of_one_name_are_told_apart():
    articles = [
        Article(name, "t", "text", "", outlet=outlet) for name, outlet in (("1", "Wire"), ("2", "Post"), ("3", "Wire"))
    ]
    assert names_of(articles) == {"1": "Wire (A)", "2": "Post", "3": "Wire (C)"}


@pytest.mark.parametrize("outlet", [" ", "\u200d", "\u202e\ufeff", "\t\n"])
def test_an_article_without_a_name_that_is_seen_is_called_by_its_letter(outlet):
    articles = [
        Article("1", "", "", "", outlet="Wire"),
        Article("2", "", "", "", outlet=outlet),
        Article("3", "", "", ""),
    ]
    assert names_of(articles) == {"1": "Wire", "2": "B", "3": "C"}
    assert letters_of(articles) == {"1": "A", "2": "B", "3": "C"}


@pytest.mark.parametrize(
    ("span", "kept"), [(Span(0, 7), Span(2, 5)), (Span(2, 5), Span(2, 5)), (Span(0, 2), None), (None, None)]
)
def test_white_space_at_the_ends_is_left_aside(span, kept):
    assert trimmed(span, " \nabc\t ") == kept
