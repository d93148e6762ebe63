"""Whether a ruling counts whichever mention of what it is on stands for it in the comparison."""

from itertools import product

import pytest

from desktop.core.agreement import Status
from desktop.core.analysis import Analysis, analyse
from desktop.core.reliability import reliability
from desktop.core.rulings import (
    Compared,
    Decision,
    Ruled,
    Ruling,
    anchors_of,
    pairs_between,
    reviewed_of_all,
    unreviewed,
)
from desktop.core.statements import Statements
from desktop.core.wording import earlier_reading


@pytest.fixture
def analysis(article, lexicon) -> Analysis:
    return analyse(
        (
            article(
                "Harbour pays Pier $12 a year.\n\nHarbour pays Pier $12 a year.\n\nHarbour pays Pier $12 a year.", "a"
            ),
            article("Harbour pays Pier $12 a month.\n\nHarbour pays Pier $12 a month.", "b"),
            article("Harbour pays Pier $120 a month.", "c"),
        ),
        lexicon,
    )


@pytest.fixture
def rent(analysis):
    return next(found for found in analysis.comparisons if found.topic.attribute == "payment")


@pytest.fixture
def pair(rent):
    (found,) = pairs_between(rent, "a", "b")
    return found


@pytest.fixture
def every_two(rent, pair):
    """The places of every mention of the one with every mention of the other."""
    mine, theirs = (rent.mentions_of(claim) for claim in (pair.a, pair.b))
    assert (len(mine), len(theirs)) == (3, 2)
    return [(one.figure, other.figure) for one, other in product(mine, theirs)]


def on(figures, by: str = "Ada", decision: Decision = Decision.SOME_RIGHT, at: str = "1") -> Ruling:
    anchors = tuple(figure.anchor for figure in figures)
    right = anchors[:1] if decision is Decision.SOME_RIGHT else ()
    return Ruling(anchors, Status.CONFLICT, decision, right, tuple(each.quantity for each in figures), by, at)


def test_a_ruling_counts_whichever_mention_stands_for_it(analysis, rent, pair, every_two):
    statements = Statements(analysis.comparisons)
    first, second = anchors_of(pair)
    for figures in every_two:
        ruled = Ruled((on(figures),), "Ada", statements)
        assert ruled.on((pair,)) == on(figures)
        assert ruled.of(frozenset((first, second))) == (on(figures),)
        assert reviewed_of_all(analysis.comparisons, ruled)[0] == 1
        assert rent not in unreviewed(analysis.comparisons, ruled, "a", "b")
        told = ruled.as_on(on(figures), first, second)
        assert told.between(first, second) == (Decision.SOME_RIGHT, first)
        assert earlier_reading(told, pair) == ""
        assert frozenset((first, second)) in statements.compared_as(on(figures).places)
        assert ruled.superseded((first, second), "Ada") == (on(figures),)
        assert ruled.superseded((first, second), "Ben") == ()
        compared = Compared("abc", analysis.pairs, statements)
        assert not compared.is_over(on(figures))
        assert compared.on_an_earlier_reading(on(figures)) is None


def test_it_counts_for_nothing_else(analysis, rent, every_two):
    ruled = Ruled(map(on, every_two), "Ada", Statements(analysis.comparisons))
    for left, right in (("a", "c"), ("b", "c")):
        (other,) = pairs_between(rent, left, right)
        assert ruled.on((other,)) is None
        assert ruled.superseded(anchors_of(other), "Ada") == ()


def test_of_two_mentions_the_last_word_counts_and_editors_can_differ_on_two(analysis, pair, every_two):
    statements = Statements(analysis.comparisons)
    first, last = on(every_two[0]), on(every_two[-1], decision=Decision.BOTH_WRONG, at="2")
    assert Ruled((first, last), "Ada", statements).on((pair,)) == last
    assert not Ruled((first, last), "Ada", statements).is_contested(pair)
    other = on(every_two[2], "Ben", at="3")
    assert Ruled((first, last, other), "Ada", statements).is_contested(pair)
    assert set(Ruled((first, last, other), "Ada", statements).contested) == {last, other}
    assert Ruled((first, other), "Ada", statements).contested == ()
    assert not Ruled((first, other), "Ada", statements).is_contested(pair)


def test_a_ruling_on_all_that_is_said_is_one_on_every_two(analysis, rent, pair):
    claims = tuple(claim.figure for claim in rent.claims)
    ruling = on(claims)
    ruled = Ruled((ruling,), "Ada", Statements(analysis.comparisons))
    assert ruled.all_on(pair) == (ruling,)
    assert ruled.superseded((figure.anchor for figure in claims), "Ada") == (ruling,)
    assert ruled.superseded(anchors_of(pair), "Ada") == ()


@pytest.mark.parametrize(("decision", "agreed"), [(Decision.SOME_RIGHT, 1), (Decision.BOTH_WRONG, 0)])
def test_two_editors_judge_the_same_on_two_mentions(analysis, every_two, decision, agreed):
    rulings = (on(every_two[0], "Ada"), on(every_two[-1], "Ben", decision))
    assert not reliability(rulings, "Ada", "Ben").judged
    found = reliability(rulings, "Ada", "Ben", ("a", "b"), Statements(analysis.comparisons))
    assert (len(found.judged), found.agreed) == (1, agreed)


def test_what_is_not_compared_has_only_its_places(pair, every_two):
    nothing = Statements()
    ruled = Ruled((on(every_two[-1]),), "Ada", nothing)
    assert ruled.on((pair,)) is None
    assert ruled.of(on(every_two[-1]).places) == (on(every_two[-1]),)
    assert nothing.first_mentions(on(every_two[0]).anchors) == {each: each for each in on(every_two[0]).anchors}
