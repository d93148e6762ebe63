"""Whether decisions are said in plain words."""

from datetime import date, datetime

import pytest

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Span
from desktop.core.wording import moment, reviewed, ruling, ruling_between

ONE, OTHER, AGAIN = (
    Anchor("a", Span(0, 3), "$12"),
    Anchor("b", Span(5, 8), "$15\na year"),
    Anchor("a", Span(9, 11), "$9"),
)
NAMES = {"a": "Ledger", "b": "Wire"}


@pytest.mark.parametrize(
    ("anchors", "decision", "right", "said"),
    [
        ((ONE, OTHER), Decision.SOME_RIGHT, (OTHER,), "Wire is right"),
        ((ONE, AGAIN), Decision.SOME_RIGHT, (AGAIN,), "“$9” is right"),
        ((ONE, OTHER), Decision.BOTH_WRONG, (), "both wrong"),
        ((ONE, OTHER), Decision.BOTH_RIGHT, (), "both right in their terms"),
        ((ONE, OTHER), Decision.NOT_THE_SAME, (), "not the same thing"),
        ((ONE, OTHER), Decision.NEEDS_SOURCE, (), "needs a source"),
    ],
)
def test_a_decision(anchors, decision, right, said):
    assert ruling(Ruling(anchors, Status.CONFLICT, decision, right), NAMES) == said


def test_all_that_was_ruled_and_noted():
    decided = Ruling(
        (ONE, OTHER), Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="2026-11-21T18:00:00+00:00", reason="Asked.\n"
    )
    note = Annotation((ONE,), " Asked.\n")
    assert reviewed([decided], [note], NAMES).splitlines() == [
        "“$12” in Ledger / “$15 a year” in Wire: both wrong: Asked. (Ada, 2026-11-21T18:00:00+00:00)",
        "“$12” in Ledger: Asked.",
    ]


THIRD = Anchor("c", Span(0, 3), "$7")
MORE = {**NAMES, "c": "Spark"}


@pytest.mark.parametrize(
    ("anchors", "decision", "right", "said"),
    [
        ((ONE, OTHER, THIRD), Decision.SOME_RIGHT, (OTHER, THIRD), "Wire and Spark are right"),
        ((ONE, OTHER, THIRD), Decision.BOTH_WRONG, (), "all wrong"),
        ((ONE, OTHER, THIRD), Decision.BOTH_RIGHT, (), "all right in their terms"),
        ((ONE, AGAIN, OTHER), Decision.SOME_RIGHT, (ONE, AGAIN), "Ledger is right"),
        ((ONE, AGAIN, OTHER), Decision.SOME_RIGHT, (AGAIN, OTHER), "Ledger with “$9” and Wire are right"),
    ],
)
def test_a_decision_on_many_sources(anchors, decision, right, said):
    assert ruling(Ruling(anchors, Status.CONFLICT, decision, right), MORE) == said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [(ONE, OTHER, "Wire is right"), (OTHER, THIRD, "both right in their terms"), (ONE, AGAIN, "both wrong")],
)
def test_what_a_ruling_on_many_says_of_two(one, other, said):
    whole = Ruling((ONE, AGAIN, OTHER, THIRD), Status.CONFLICT, Decision.SOME_RIGHT, (OTHER, THIRD))
    assert ruling_between(whole, one, other, MORE) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(datetime(2026, 11, 21, 20, 31), "21 Nov, 20:31"), (datetime(2025, 5, 2, 7, 5), "2 May 2025, 07:05")],
)
def test_a_moment_is_short_and_has_its_year_where_that_is_another(value, said):
    assert moment(value, date(2026, 12, 1)) == said
