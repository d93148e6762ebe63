"""Whether passages are the sentences that claims stand in, with their figures and no others marked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.agreement import Status
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.report import Choice, report
from desktop.core.report.passages import LONGEST, full_text
from desktop.core.text import Span
from tests.core.reported import bundled, news, told, workspace_of


def passages(made):
    return [passage for item in made.items for voice in item.voices for passage in voice.passages]


@pytest.mark.parametrize("name", ["compute-deal", "hurricane-ottoline", "train-derailment"])
def test_passages_stand_in_their_articles_as_they_are_quoted(name):
    workspace, analysis = bundled() if name == "compute-deal" else news(name)
    made = report(workspace, analysis)
    texts = {source.letter: " ".join(workspace.articles[at].text.split()) for at, source in enumerate(made.sources)}
    for passage in [*passages(made), *(one.passage for one in made.sums)]:
        words = passage.text.removeprefix("… ").removesuffix(" …")
        assert words in texts[passage.source]
        assert len(passage.text) <= 2 * LONGEST
        assert "\n" not in passage.text
    figures = {figure.number: figure for figure in made.figures}
    for passage in passages(made):
        meant = [piece.text for piece in passage.pieces if piece.is_meant]
        assert " ".join(figures[passage.number].quote.split()) in meant


def test_only_what_the_topic_is_about_is_marked():
    made = told(
        workspace_of(
            "In May 2029 Acme pays Globex $5 million a month for 12 halls.", "Acme pays Globex $5 million a year."
        )
    )
    (item,) = made.disagreements
    first = item.voices[0].passages[0]
    assert [(piece.text, piece.is_figure) for piece in first.pieces] == [
        ("In May 2029 Acme pays Globex ", False),
        ("$5 million a month", True),
        (" for 12 halls.", False),
    ]
    assert first.pieces[1].status is Status.CONFLICT


def test_the_line_is_that_of_the_figure():
    made = told(
        workspace_of("Title\n\nNothing.\nAcme pays Globex $5 million a month.", "Acme pays Globex $5 million a year.")
    )
    (item,) = made.disagreements
    assert {passage.source: passage.line for voice in item.voices for passage in voice.passages} == {"A": 4, "B": 1}


def long_sentence(before, behind):
    words = "and so it went on for quite some time as they said "
    return f"It began {words * before}when Acme paid Globex $5 million a month {words * behind}until the end."


@pytest.mark.parametrize(("before", "behind"), [(12, 0), (0, 12), (12, 12)])
def test_a_very_long_sentence_is_cut_at_blanks_and_keeps_its_figure(before, behind):
    made = told(workspace_of(long_sentence(before, behind), "Acme pays Globex $5 million a year."))
    (passage,) = [passage for passage in passages(made) if passage.source == "A"]
    assert len(passage.text) <= LONGEST
    assert passage.text.startswith("… ") is (before > 0)
    assert passage.text.endswith(" …") is (behind > 0)
    assert "$5 million a month" in [piece.text for piece in passage.pieces if piece.is_meant]
    words = passage.text.removeprefix("… ").removesuffix(" …")
    assert re.search(rf"(?:^|\s){re.escape(words)}(?:$|\s)", long_sentence(before, behind))


def test_the_headline_is_called_one():
    made = told(
        workspace_of("Acme to pay Globex $5 million a month\n\nSo it was said.", "Acme pays Globex $5 million a year.")
    )
    assert [passage.about for passage in passages(made) if passage.source == "A"] == ["headline"]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=8))
def test_a_full_text_is_the_text_whatever_is_marked(text, places):
    quantity = Quantity(Kind.COUNT)
    spans = [Span(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    marked = {Figure("x", span, span.of(text), quantity, core=span): None for span in spans}
    pieces = full_text(text, marked)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    assert not any(piece.is_meant for piece in pieces)


def test_full_texts_are_told_only_where_they_are_wanted():
    workspace, analysis = bundled()
    assert report(workspace, analysis).texts == ()
    made = report(workspace, analysis, Choice(full_texts=True))
    assert len(made.texts) == len(made.sources)
    assert sum(piece.is_figure for text in made.texts for piece in text.pieces) <= len(made.figures)


def test_who_pays_is_not_taken_from_an_article_that_has_it_both_ways():
    once = "Acme pays Globex $5 million a month. The price is $60 million a year."
    both = f"{once} Some say Globex pays Acme $5 million a month."
    other = "Acme pays Globex $9 million a month. The price is $108 million a year."
    for text, is_told in ((both, False), (once, True)):
        about = [one.about for one in passages(told(workspace_of(text, other))) if one.source == "A"]
        assert any("as the rest of the article has it" in words for words in about) is is_told
