"""Whether what was made without a name is signed later, and nothing of anybody else's."""

from dataclasses import replace

import pytest

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.rulings import Decision, Ruling
from desktop.core.signing import signed
from desktop.core.text import Span
from desktop.core.workspace import Workspace

ONE, OTHER, THIRD = (Anchor(article, Span(3, 5), "$5") for article in ("a", "b", "c"))


def ruling(by: str, *anchors: Anchor, decision: Decision = Decision.BOTH_WRONG) -> Ruling:
    return Ruling(anchors or (ONE, OTHER), Status.CONFLICT, decision, by=by, at="2026-11-21T10:00:00.000+00:00")


def test_all_that_has_no_name_is_signed_and_what_has_one_stays_the_same_value():
    bens = Annotation((ONE,), "Ben's", "Ben", id="2", replies=(Reply("Yes.", "Cleo"),))
    workspace = Workspace(
        rulings=(ruling(""), ruling("Ben")),
        annotations=(
            Annotation((ONE,), "Mine", id="1", replies=(Reply("No.", "Ben"),)),
            bens,
            Annotation((ONE,), "Ben's too", "Ben", id="3", replies=(Reply("Sure?"),)),
        ),
        corrections=(Correction(ONE), Correction(OTHER, by="Ben")),
        links=(Link((ONE, OTHER), is_same=True), Link((ONE, THIRD), is_same=True, by="Ben")),
    )
    found = signed(workspace, "Ada")
    after = found.workspace
    assert (found.count, found.left) == (5, 0)
    assert [one.by for one in after.rulings] == ["Ada", "Ben"]
    assert [one.by for one in after.annotations] == ["Ada", "Ben", "Ben"]
    assert [[reply.by for reply in one.replies] for one in after.annotations] == [["Ben"], ["Cleo"], ["Ada"]]
    assert [one.by for one in after.corrections] == [one.by for one in after.links] == ["Ada", "Ben"]
    assert after.annotations[1] is bens
    assert after.annotations[0].id == "1"
    assert signed(after, "Ada").workspace is after


def test_a_ruling_on_claims_that_the_name_ruled_on_already_stays_without_one():
    nameless, mine = ruling("", decision=Decision.BOTH_RIGHT), ruling("Ada")
    elsewhere = ruling("", ONE, THIRD)
    found = signed(Workspace(rulings=(nameless, mine, elsewhere)), "Ada")
    assert found.workspace.rulings == (nameless, mine, replace(elsewhere, by="Ada"))
    assert (found.count, found.left) == (1, 1)


def test_where_nothing_can_be_signed_it_is_the_same_workspace():
    workspace = Workspace(rulings=(ruling(""), ruling("Ada")))
    found = signed(workspace, "Ada")
    assert found.workspace is workspace
    assert (found.count, found.left) == (0, 1)


def test_no_name_signs_nothing():
    with pytest.raises(ValueError, match="no name"):
        signed(Workspace(), "")
