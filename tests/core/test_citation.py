"""Whether a figure is quoted with its sentence and its source."""

from datetime import date

import pytest

from desktop.core.citation import LONGEST, citation, shortened
from desktop.core.text import Article, Span

TEXT = "Harbour pays Pier\n$12 a year. Nothing more."
PRICE = Span(TEXT.index("$12"), TEXT.index(". Nothing"))
SENTENCE = Span(0, PRICE.end + 1)


@pytest.mark.parametrize(
    ("outlet", "published", "title", "source"),
    [
        ("Ledger", date(2026, 5, 22), "The rent", "Ledger, 22 May 2026, “The rent”"),
        ("Ledger", None, "", "Ledger"),
        ("", None, "", "rent"),
    ],
)
def test_what_is_known_of_the_source_is_said(outlet, published, title, source):
    article = Article("a", title, TEXT, "", outlet=outlet, published=published, source="dir/rent.txt")
    assert citation(article, PRICE, SENTENCE) == f"“$12 a year” — “Harbour pays Pier $12 a year.” — {source}"


def test_a_figure_that_is_its_own_sentence_is_quoted_once():
    assert citation(Article("a", "", "$12", "", outlet="Ledger"), Span(0, 3), Span(0, 3)) == "“$12” — Ledger"


def test_a_long_sentence_is_cut_at_blanks_around_the_figure():
    text = "before " * 100 + "$12" + " behind" * 100
    start = text.index("$12")
    said = shortened(text, Span(start, start + 3), Span(0, len(text)))
    assert len(said) <= LONGEST + 4
    assert said.startswith("…before ")
    assert said.endswith(" behind…")
    assert " $12 " in said
