"""Whether two editors' agreement is counted right, and what cannot be counted is told apart."""

from fractions import Fraction

import pytest

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.reliability import editors_of, reliability
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Span

A_RIGHT, B_RIGHT = "A right", "B right"


def place(article: str, number: int) -> Anchor:
    return Anchor(article, Span(10 * number, 10 * number + 2), f"${number}")


def ruling(number: int, said: str, by: str, at: str = "2026-11-21T10:00:00.000+00:00") -> Ruling:
    """On the claim of that number in articles a and b."""
    anchors = (place("a", number), place("b", number))
    right = {A_RIGHT: anchors[:1], B_RIGHT: anchors[1:]}.get(said, ())
    decision = Decision.SOME_RIGHT if right else Decision(said)
    return Ruling(anchors, Status.CONFLICT, decision, right, by=by, at=at)


def ruled(table: dict[tuple[str, str], int]) -> list[Ruling]:
    """Ann's and Ben's rulings: how often each said what."""
    said = [pair for pair, times in table.items() for _ in range(times)]
    return [
        ruling(number, words, by)
        for number, pair in enumerate(said)
        for words, by in zip(pair, ("Ann", "Ben"), strict=True)
    ]


@pytest.mark.parametrize(
    ("table", "agreed", "kappa"),
    [
        # Cohen's worked way, by hand: observed 35/50, chance (25·30 + 25·20)/2500 = 1/2.
        ({("both_wrong",) * 2: 20, ("both_wrong", "both_right"): 5, ("both_right", "both_wrong"): 10,
          ("both_right",) * 2: 15}, 35, Fraction(2, 5)),
        ({(A_RIGHT, A_RIGHT): 2, (B_RIGHT, B_RIGHT): 3}, 5, Fraction(1)),
        ({(A_RIGHT, B_RIGHT): 2, (B_RIGHT, A_RIGHT): 2}, 0, Fraction(-1)),
        ({(A_RIGHT, A_RIGHT): 1, (A_RIGHT, B_RIGHT): 1, (B_RIGHT, A_RIGHT): 1, (B_RIGHT, B_RIGHT): 1}, 2, Fraction(0)),
        ({("both_wrong", "needs_source"): 3}, 0, Fraction(0)),
        ({("both_wrong", "both_wrong"): 3}, 3, None),  # chance alone agrees always
        ({}, 0, None),
    ],
)  # fmt: skip
def test_what_is_agreed_beyond_chance(table, agreed, kappa):
    found = reliability(ruled(table), "Ann", "Ben")
    assert (found.agreed, found.kappa) == (agreed, kappa)
    assert reliability(ruled(table), "Ben", "Ann").kappa == kappa


def test_only_what_both_ruled_on_counts_and_of_an_editor_the_last():
    told = [
        ruling(1, A_RIGHT, "Ann"),
        ruling(1, A_RIGHT, "Ben", at="2026-11-21T11:00:00.000+00:00"),
        ruling(1, B_RIGHT, "Cleo"),
        ruling(2, A_RIGHT, "Ann"),
        ruling(3, "both_wrong", "Ben"),
    ]
    found = reliability(told, "Ann", "Ben")
    assert [both.anchors for both in found.judged] == [(place("a", 1), place("b", 1))]
    assert found.agreed == 1
    assert [both.one.by for both in reliability(told, "Cleo", "Ben").apart] == ["Cleo"]
    assert editors_of(told) == ("Ann", "Ben", "Cleo")


def test_a_ruling_on_many_sources_is_one_judgement_where_both_made_it_and_pairs_where_only_one_did():
    anchors = tuple(place(article, 1) for article in "abc")
    ann = Ruling(anchors, Status.CONFLICT, Decision.SOME_RIGHT, anchors[:1], by="Ann")
    ben = Ruling(anchors[::-1], Status.CONFLICT, Decision.SOME_RIGHT, anchors[:1], by="Ben")
    assert [len(both.anchors) for both in reliability([ann, ben], "Ann", "Ben").judged] == [3]
    assert reliability([ann, ben], "Ann", "Ben").agreed == 1
    found = reliability([ann, ruling(1, A_RIGHT, "Ben")], "Ann", "Ben")
    assert [both.anchors for both in found.judged] == [anchors[:2]]
    assert found.agreed == 1
    assert reliability([ann, ruling(1, B_RIGHT, "Ben")], "Ann", "Ben").agreed == 0


def test_sides_are_told_apart_by_the_order_of_the_articles():
    told = [ruling(2, A_RIGHT, "Ann"), ruling(2, A_RIGHT, "Ben"), ruling(1, A_RIGHT, "Ann"), ruling(1, B_RIGHT, "Ben")]
    found = reliability(told, "Ann", "Ben", ("b", "a"))
    assert [[anchor.article for anchor in both.anchors] for both in found.judged] == [["b", "a"], ["b", "a"]]
    assert [both.anchors[0].quote for both in found.judged] == ["$1", "$2"]
    assert found.judged[0].said == ((Decision.SOME_RIGHT, (1,)), (Decision.SOME_RIGHT, (0,)))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, ("Ann and Ben have not ruled on the same yet.", "")),
        (
            {(A_RIGHT, A_RIGHT): 4, (B_RIGHT, B_RIGHT): 4, (A_RIGHT, B_RIGHT): 1, (B_RIGHT, A_RIGHT): 1},
            ("Ann and Ben agree on 8 of 10 that both ruled on.", "Beyond chance: 0.60, moderate (Landis & Koch 1977)."),
        ),
        (
            {(A_RIGHT, A_RIGHT): 4, (B_RIGHT, B_RIGHT): 3, (A_RIGHT, B_RIGHT): 1, (B_RIGHT, A_RIGHT): 1},
            (
                "Ann and Ben agree on 7 of 9 that both ruled on.",
                "Beyond chance: 0.55 (too few rulings to say much).",
            ),
        ),
        (
            {("both_wrong", "needs_source"): 1},
            ("Ann and Ben agree on 0 of 1 that both ruled on.", "Beyond chance: 0.00 (too few rulings to say much)."),
        ),
        (
            {(A_RIGHT, B_RIGHT): 5, (B_RIGHT, A_RIGHT): 5},
            (
                "Ann and Ben agree on 0 of 10 that both ruled on.",
                "Beyond chance: −1.00, poor: less than chance would give (Landis & Koch 1977).",
            ),
        ),
        (
            {("both_wrong", "both_wrong"): 1},
            (
                "Ann and Ben agree on 1 of 1 that both ruled on.",
                "How much of this is chance cannot be told: both said one and the same of everything.",
            ),
        ),
    ],
)
def test_agreement_in_words(table, words):
    found = reliability(ruled(table), "Ann", "Ben")
    assert (wording.agreed(found), wording.beyond_chance(found)) == words


def test_a_disagreement_in_words():
    told = [
        ruling(1, A_RIGHT, "Ben"),
        ruling(1, "both_right", ""),
        ruling(1, "both_wrong", "Ann"),
        ruling(1, B_RIGHT, "Ben"),  # before: Ben's last word counts
    ]
    places, names = (place("a", 1), place("b", 1)), {"a": "Ledger", "b": "Wire"}
    others = "an editor without a name: both right in their terms; Ann: both wrong"
    assert wording.contested(told, *places, names, "Ben") == f"editors disagree: Ben: Ledger is right; {others}"
