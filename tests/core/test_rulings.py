"""Whether a ruling is found again on what it was made on, and nowhere else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.agreement import Status
from desktop.core.analysis import Analysis, analyse
from desktop.core.corrections import Correction
from desktop.core.rulings import Compared, Decision, Ruled, Ruling, anchors_of, pairs_between, unreviewed, worst_between
from desktop.core.wording import earlier_reading
from desktop.core.workspace import Workspace


@pytest.fixture
def analysis(article, lexicon) -> Analysis:
    return analyse(
        (
            article("Harbour pays Pier $12 a year. The wall is 3 miles long. It cost $5 million.", "a"),
            article("Harbour pays Pier $12 a month. The wall is 3 miles long. It cost $50 million.", "b"),
            article("Harbour pays Pier $120 a month.", "c"),
        ),
        lexicon,
    )


def rent(analysis: Analysis):
    return next(found for found in analysis.comparisons if found.topic.attribute == "payment")


def on(pair, decision: Decision = Decision.BOTH_WRONG, **more: object) -> Ruling:
    return Ruling(anchors_of(pair), pair.status, decision, **more)


def test_a_ruling_is_found_on_its_pair_whichever_side_it_is_looked_at_from(analysis):
    pairs = pairs_between(rent(analysis), "a", "b")
    ruling = on(pairs[0])
    assert Ruled((ruling,)).on(pairs) == ruling
    assert Ruled((ruling,)).on(pairs_between(rent(analysis), "b", "a")) == ruling
    assert Ruled((ruling,)).on(pairs_between(rent(analysis), "a", "c")) is None
    turned = replace(ruling, anchors=(ruling.anchors[1], ruling.anchors[0]))
    assert Ruled((turned,)).on(pairs) == turned


def test_a_ruling_does_not_hold_for_a_figure_that_reads_otherwise_now(analysis, article, lexicon):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    changed = analyse(
        (article("Harbour pays Pier $13 a year.", "a"), article("Harbour pays Pier $12 a month.", "b")), lexicon
    )
    assert Ruled((on(pair),)).on(pairs_between(rent(changed), "a", "b")) is None


def test_the_right_one_is_named_where_one_is_right_and_only_there(analysis):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    first, second = anchors_of(pair)
    assert on(pair, Decision.SOME_RIGHT, right=(second,)).right == (second,)
    with pytest.raises(ValueError, match="named"):
        on(pair, Decision.SOME_RIGHT)
    with pytest.raises(ValueError, match="named"):
        on(pair, Decision.BOTH_WRONG, right=(first,))
    with pytest.raises(ValueError, match="some of the two"):
        on(pair, Decision.SOME_RIGHT, right=(replace(first, quote="$99"),))


def test_a_second_ruling_takes_the_place_of_the_first(analysis):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    (other,) = pairs_between(rent(analysis), "a", "c")
    second = on(pair, Decision.NEEDS_SOURCE, at="2026-11-21T10:00:00.002+00:00")
    workspace = Workspace().with_ruling(on(pair)).with_ruling(on(other)).with_ruling(second)
    assert [ruling.decision for ruling in workspace.rulings] == [Decision.BOTH_WRONG, Decision.NEEDS_SOURCE]
    assert workspace.without_ruling(on(pair)).rulings == (on(other),)
    assert workspace.without_article("c").rulings == (second,)


def test_what_is_unreviewed_are_the_conflicts_without_a_ruling(analysis):
    left = unreviewed(analysis.comparisons, Ruled(), "a", "b")
    assert {found.topic.attribute for found in left} == {"payment", "cost"}
    assert all(pairs_between(found, "a", "b")[0].status is Status.CONFLICT for found in left)
    (pair,) = pairs_between(rent(analysis), "a", "b")
    left = unreviewed(analysis.comparisons, Ruled((on(pair),)), "a", "b")
    assert {found.topic.attribute for found in left} == {"cost"}
    assert unreviewed(analysis.comparisons, Ruled(), None, None) == ()


def test_the_worst_is_that_of_the_first_pair(analysis):
    for comparison in analysis.comparisons:
        for left, right in (("a", "b"), ("b", "a"), ("a", "c"), ("b", None)):
            pairs = pairs_between(comparison, left, right)
            assert worst_between(comparison, left, right) == (pairs[0].status if pairs else None)


def test_of_each_editor_the_last_word_counts(analysis):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    first = on(pair, by="Ada", at="1")
    other = on(pair, Decision.BOTH_RIGHT, by="Ben", at="2")
    assert Ruled((first, other)).is_contested(pair)
    anchors = (*anchors_of(pair), analysis.claims_of("c")[0].figure.anchor)
    last = Ruling(anchors, pair.status, Decision.BOTH_RIGHT, by="Ada", at="3")
    assert not Ruled((first, other, last)).is_contested(pair)


def test_what_was_read_otherwise_is_told(analysis):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    readings = (pair.a.figure.quantity, pair.b.figure.quantity)
    assert earlier_reading(on(pair, readings=readings), pair) == ""
    turned = on(pair, readings=(readings[1], readings[1]))
    assert earlier_reading(turned, pair) == "“$12 a year” was read as $12 per month"
    said = earlier_reading(turned, pair, [pair.a.figure.anchor])
    assert said == "the article said $12 per month in place of “$12 a year”"
    assert earlier_reading(turned, pair, [pair.b.figure.anchor]) == earlier_reading(turned, pair)
    other = replace(on(pair, readings=readings), status=Status.APPROX)
    assert earlier_reading(other, pair) == "the two were called “close”"


def test_what_became_of_what_was_ruled_on(analysis, article, lexicon):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    ruling = on(pair, readings=(pair.a.figure.quantity, pair.b.figure.quantity))

    def now(*articles, **more) -> Compared:
        found = analyse(articles, lexicon, **more)
        return Compared([one.id for one in articles], (*found.pairs, *found.internal))

    a, b, c = analysis.articles
    assert not now(a, b).is_over(ruling)
    assert now(a, b).on_an_earlier_reading(ruling) is None
    apart = now(a, b, corrections=(Correction(anchors_of(pair)[0]),))
    assert apart.is_over(ruling), "one of the two is no figure any more"
    assert apart.on_an_earlier_reading(ruling) is None
    thirteen = replace(pair.a.figure.quantity, low=Decimal(13), high=Decimal(13))
    other = now(a, b, corrections=(Correction(anchors_of(pair)[0], thirteen),))
    assert not other.is_over(ruling)
    assert other.on_an_earlier_reading(ruling) is not None
    assert not now(a, c).is_over(ruling), "an article that is left out is not told to be compared no longer"
    lost = replace(ruling, anchors=(replace(ruling.anchors[0], lost=True), ruling.anchors[1]))
    assert not apart.is_over(lost)


def test_what_editors_decided_differently_is_found_among_all_rulings(analysis):
    (pair,) = pairs_between(rent(analysis), "a", "b")
    (other,) = (one for one in rent(analysis).pairs if {one.a.article, one.b.article} == {"a", "c"})
    anns = on(pair, by="Ann", at="1")
    bens = on(pair, Decision.BOTH_RIGHT, by="Ben", at="2")
    alone = on(other, by="Ann", at="3")
    assert Ruled((anns, bens, alone)).contested == (anns, bens)
    assert Ruled((anns, alone)).contested == ()
    agreed = on(pair, by="Ben", at="4")
    assert Ruled((anns, agreed)).contested == ()
    every = Ruling(
        tuple(dict.fromkeys((*anchors_of(pair), *anchors_of(other)))),
        pair.status,
        Decision.BOTH_RIGHT,
        by="Ben",
        at="5",
    )
    assert Ruled((anns, alone, every)).contested == (anns, every, alone)
