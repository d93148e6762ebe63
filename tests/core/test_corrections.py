"""Whether an editor's readings take the place of what the engine finds, and lead to another comparison."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.agreement import Status
from desktop.core.analysis import analyse
from desktop.core.anchors import anchor_at
from desktop.core.corrections import Correction, with_correction
from desktop.core.figures import find_sentences, read_quantity
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span
from desktop.core.workspace import Workspace

RENT = "Harbour pays Pier $12 a month.\nNobody knows why. A great many gates were shut, and 3 opened."


def on(article, words: str, quantity: Quantity | None = None) -> Correction:
    start = article.text.index(words)
    return Correction(anchor_at(article.id, Span(start, start + len(words)), article.text), quantity)


def quotes(article, lexicon, *corrections: Correction) -> list[str]:
    sentences = find_sentences(article, lexicon, corrections=corrections)
    return [figure.quote for sentence in sentences for figure, _, _ in sentence.figures]


def test_a_stretch_can_be_no_figure(article, lexicon):
    rent = article(RENT)
    assert quotes(rent, lexicon) == ["$12 a month", "3"]
    assert quotes(rent, lexicon, on(rent, "3")) == ["$12 a month"]
    assert quotes(rent, lexicon, on(rent, "3"), on(rent, "$12 a month")) == []


def test_a_stretch_can_be_a_figure_that_was_missed(article, lexicon):
    rent = article(RENT)
    many = Quantity(Kind.COUNT, Decimal(40), Decimal(60), "gate")
    assert quotes(rent, lexicon, on(rent, "A great many gates", many)) == ["$12 a month", "A great many gates", "3"]
    nobody = Quantity(Kind.COUNT, Decimal(0), Decimal(0), "person")
    # in a sentence that the engine had no reason to look at
    assert quotes(rent, lexicon, on(rent, "Nobody", nobody)) == ["$12 a month", "Nobody", "3"]


def test_a_figure_can_be_read_otherwise(article, lexicon):
    rent = article(RENT)
    yearly = Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "year")
    (sentence, _) = find_sentences(rent, lexicon, corrections=(on(rent, "$12", yearly),))
    assert [(figure.quote, figure.quantity) for figure, _, _ in sentence.figures] == [("$12", yearly)]


@pytest.mark.parametrize(
    ("words", "low", "per"), [("$5 million a year", 5_000_000, "year"), ("(about 40 people)", 40, None)]
)
def test_a_few_words_can_be_read_alone(lexicon, words, low, per):
    quantity = read_quantity(words, lexicon)
    assert quantity is not None
    assert (quantity.low, quantity.per) == (low, per)


def test_words_without_a_figure_state_nothing(lexicon):
    assert read_quantity("as he said", lexicon) is None


def test_a_later_correction_takes_the_place_of_those_it_overlaps(article):
    rent = article(RENT)
    first, other, wider = on(rent, "$12"), on(rent, "3"), on(rent, "$12 a month")
    assert with_correction((first, other), wider) == (wider, other)
    elsewhere = Correction(replace(first.anchor, article="b"))
    assert with_correction((elsewhere,), first) == (first, elsewhere)


def test_a_correction_changes_the_comparison_and_is_remembered(article, lexicon):
    one, two = article("Harbour pays Pier $12 a year.", "a"), article("Harbour pays Pier $12 a month.", "b")
    before = analyse((one, two), lexicon)
    assert [pair.status for pair in before.pairs] == [Status.CONFLICT]
    monthly = Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "month")
    correction = on(one, "$12 a year", monthly)
    after = analyse((one, two), lexicon, before, (correction,))
    assert [pair.status for pair in after.pairs] == [Status.AGREE]
    assert after.corrections == (correction,)
    assert after.claims_of("b") == before.claims_of("b")
    again = analyse((one, two), lexicon, after, ())
    assert again == before


def test_corrections_of_an_article_that_is_removed_go_with_it(article):
    one, two = article(RENT, "a"), article(RENT, "b")
    workspace = Workspace("", (one, two)).with_correction(on(one, "3")).with_correction(on(two, "3"))
    assert workspace.without_article("a").corrections == (on(two, "3"),)


def test_a_correction_can_be_taken_back(article):
    one, two = article(RENT, "a"), article(RENT, "b")
    workspace = Workspace("", (one, two)).with_correction(on(one, "3")).with_correction(on(two, "3"))
    assert workspace.without_correction("a", on(one, "3 opened").span).corrections == (on(two, "3"),)
    assert workspace.without_correction("a", on(one, "$12").span) == workspace
