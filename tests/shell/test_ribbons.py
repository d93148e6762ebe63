"""Which pairs join two texts, asked by place and by figure."""

import pytest

from desktop.core.agreement import Comparison, Pair, Standing, Status, Verdict
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span
from desktop.core.topics import Topic
from desktop.shell.views.ribbons import Link, Links, links_of

TOPIC = Topic(Kind.COUNT)


def said(article: str, start: int, iso: str = "") -> Claim:
    """A claim at a place; claims with the same `iso` say the same."""
    return Claim(
        Figure(article, Span(start, start + 2), "12", Quantity(Kind.DATE, iso=iso), Span(start, start + 2)), Span(0, 99)
    )


def link(left: int, right: int, status: Status = Status.AGREE) -> Link:
    a, b = said("a", left), said("b", right)
    return Link(a.figure, b.figure, Pair(a, b, TOPIC, status))


def places(links) -> list[tuple[int, int]]:
    return [(link.left.span.start, link.right.span.start) for link in links]


def comparison(claims, pairs) -> Comparison:
    return Comparison(TOPIC, tuple(claims), tuple(pairs), (), Verdict(Standing.DISPUTED, 1, 1))


def test_only_what_is_in_sight_on_both_sides_is_told_the_mildest_first():
    links = Links([link(10, 900), link(20, 40, Status.CONFLICT), link(30, 35), link(500, 30)])
    assert places(links.between((15, 100), (30, 50))) == [(30, 35), (20, 40)]
    assert places(links.between((0, 1000), (0, 1000))) == [(10, 900), (30, 35), (500, 30), (20, 40)]
    assert links.between((31, 499), (0, 1000)) == []


def test_the_links_of_a_figure_and_of_the_first_of_several():
    one, other, third = link(10, 20), link(10, 60, Status.CONFLICT), link(40, 20)
    links = Links([one, other, third])
    assert links.of(one.left) == [one, other]
    assert links.of(said("a", 77).figure) == ()
    assert links.of_first((one.right, one.left, third.left)) == [one, third]
    assert links.of_first((one.left, third.left)) == []
    assert links.of_first(()) == []


@pytest.mark.parametrize(
    ("left", "joined"),
    [
        ("a", [(0, 5), (30, 5)]),
        ("b", [(5, 0), (5, 30)]),
    ],
)
def test_a_pair_speaks_for_all_mentions_on_either_side(left, joined):
    first, again, other = said("a", 0, "2029"), said("a", 30, "2029"), said("b", 5, "2031")
    topic = comparison([first, again, other], [Pair(first, other, TOPIC, Status.CONFLICT)])
    links = list(links_of(topic, left, "b" if left == "a" else "a"))
    assert places(links) == joined
    assert [link.main for link in links] == [True, False]


def test_mentions_are_joined_in_their_order():
    lefts, rights = [said("a", at, "2029") for at in (0, 30, 60)], [said("b", at, "2031") for at in (5, 45)]
    topic = comparison([*lefts, *rights], [Pair(lefts[0], rights[0], TOPIC, Status.CONFLICT)])
    assert places(links_of(topic, "a", "b")) == [(0, 5), (30, 45), (60, 45)]


def test_pairs_with_other_articles_join_nothing():
    a, c = said("a", 0), said("c", 5)
    assert list(links_of(comparison([a, c], [Pair(a, c, TOPIC, Status.AGREE)]), "a", "b")) == []
