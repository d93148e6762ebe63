"""Whether the passages of a pair are found, with what stands in and around them."""

from dataclasses import replace

import pytest

from desktop.core.agreement import Comparison, Standing, Status, Verdict
from desktop.core.agreement.status import Pair
from desktop.core.analysis import Analysis
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.topics import Topic
from desktop.shell.models.passages import LONG, Passages

TOPIC = Topic(Kind.COUNT, "killed")
FACING = ("one", "two")


def said(article: str, text: str, quote: str, sentence: str) -> Claim:
    start, begin = text.index(quote), text.index(sentence)
    span = Span(start, start + len(quote))
    figure = Figure(article, span, quote, Quantity(Kind.COUNT), span)
    return Claim(figure, Span(begin, begin + len(sentence)))


def analysed(one: str, other: str, *claims: Claim, status: Status = Status.CONFLICT) -> Analysis:
    """An analysis of two texts, of whose claims the first two are a pair."""
    pair = Pair(claims[0], claims[1], TOPIC, status)
    comparison = Comparison(TOPIC, claims[:2], (pair,), (), Verdict(Standing.DISPUTED, 1, 1))
    articles = (Article("one", "One", one, "1" * 64), Article("two", "Two", other, "2" * 64))
    return Analysis(articles, claims, (comparison,))


def told(one: str, other: str, *claims: Claim):
    analysis = analysed(one, other, *claims)
    passages = Passages(analysis)
    (pair,) = passages.pairs([claims[0].figure], FACING)
    return passages.sides(pair, FACING)


OTHER = "Nine died."
NINE = said("two", OTHER, "Nine", OTHER)


@pytest.mark.parametrize(
    ("text", "sentence", "before", "after"),
    [
        ("It was night. Ten died. Help came.", "Ten died.", "It was night. ", ""),
        ("Ten died. Help came. All slept.", "Ten died.", "", " Help came."),
        ("Headline\nTen died.\nHelp came.", "Ten died.", "", ""),
        ("Mr. Low spoke to Dr. Hill. Ten died.", "Ten died.", "Mr. Low spoke to Dr. Hill. ", ""),
        (f"It was night. Ten died {'and many fell ' * 8}.", f"Ten died {'and many fell ' * 8}.", "", ""),
    ],
)
def test_a_short_sentence_has_another_beside_it(text, sentence, before, after):
    side, _ = told(text, OTHER, said("one", text, "Ten", sentence), NINE)
    assert side.passage.span.of(text) == sentence
    assert (side.before, side.after) == (before, after)


def test_of_a_very_long_sentence_what_is_around_the_figure_is_shown():
    text = f"{'word ' * 1000}Ten died {'word ' * 1000}"
    claim = said("one", text, "Ten", text.strip())
    side, _ = told(text, OTHER, claim, NINE)
    assert side.passage.span.covers(claim.figure.span)
    assert side.passage.span.end - side.passage.span.start <= LONG
    assert (side.before, side.after) == ("…", "…")


def test_figures_in_a_passage_have_their_status_and_are_whole():
    text = "Ten died and five fell on 3 May."
    ten, five, may = (said("one", text, quote, text) for quote in ("Ten", "five", "3 May"))
    inner = said("one", text, "3", text)
    side, other = told(text, OTHER, ten, NINE, may, inner, five)
    assert [(figure.quote, status) for figure, status in side.figures] == [
        ("Ten", Status.CONFLICT),
        ("five", None),
        ("3 May", None),
    ]
    assert side.passage.whole == tuple(claim.figure.span for claim in (ten, five, may))
    assert [status for _, status in other.figures] == [Status.CONFLICT]


def test_the_article_on_the_left_comes_first():
    text = "Ten died."
    analysis = analysed(text, OTHER, said("one", text, "Ten", text), NINE)
    passages = Passages(analysis)
    for facing in (("one", "two"), ("two", "one"), ("two", None), (None, "one")):
        (pair,) = passages.pairs([NINE.figure], facing)
        assert [side.article for side in passages.sides(pair, facing)] == sorted(
            ("one", "two"), reverse=facing[1] == "one" or facing[0] == "two"
        )


def test_pairs_of_the_articles_shown_worst_first(rent):
    passages = Passages(rent.analysis)
    assert [pair.b for pair in passages.pairs([rent.yearly.figure], ("ledger", "spark"))] == [rent.tenfold]
    assert [pair.b for pair in passages.pairs([rent.yearly.figure], (None, None))] == [rent.monthly, rent.tenfold]
    assert passages.pairs([rent.gates.figure], ("ledger", "wire")) == ()
    assert passages.pairs([], ("ledger", "wire")) == ()


def test_a_contradiction_inside_one_article_is_shown():
    text = "Ten died. Later twelve had died."
    ten, twelve = said("one", text, "Ten", "Ten died."), said("one", text, "twelve", "Later twelve had died.")
    made = analysed(text, OTHER, ten, twelve)
    (comparison,) = made.comparisons
    made = replace(made, comparisons=(replace(comparison, pairs=(), internal=comparison.pairs),))
    passages = Passages(made)
    (pair,) = passages.pairs([twelve.figure], FACING)
    assert [side.passage.span.of(text) for side in passages.sides(pair, FACING)] == [
        "Ten died.",
        "Later twelve had died.",
    ]
