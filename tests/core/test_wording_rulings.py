"""Whether decisions are said in plain words."""

import pytest

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Span
from desktop.core.wording import reviewed, ruling

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
    decided = Ruling((ONE, OTHER), Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="2026-11-21T18:00:00+00:00")
    note = Annotation((ONE,), " Asked.\n")
    assert reviewed([decided], [note], NAMES).splitlines() == [
        "“$12” in Ledger / “$15 a year” in Wire: both wrong (Ada, 2026-11-21T18:00:00+00:00)",
        "“$12” in Ledger: Asked.",
    ]
