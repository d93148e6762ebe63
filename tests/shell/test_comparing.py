"""Whether who reviews blind sees nothing of the others until the end, and then how far all agree."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QInputDialog

from desktop.core.agreement import Status
from desktop.core.annotations import Annotation
from desktop.core.rulings import Decision, Ruling


def ruling(rent, one, other, decision, by, **more):
    return Ruling(
        (one.figure.anchor, other.figure.anchor),
        Status.CONFLICT,
        decision,
        by=by,
        at="2026-11-21T10:00:00.000+00:00",
        **more,
    )


@pytest.fixture
def bens(rent):
    """Ben ruled on two of three conflicts."""
    first = ruling(rent, rent.yearly, rent.monthly, Decision.BOTH_RIGHT, "Ben", reason="Said so.")
    return first, ruling(rent, rent.yearly, rent.tenfold, Decision.NEEDS_SOURCE, "Ben")


@pytest.fixture
def reviewed(window, bens, rent):
    """Ben's rulings and a note of his in the window of Ann."""
    session = window.session
    session.editor = "Ann"
    note = Annotation((rent.yearly.figure.anchor,), "Ben's note", "Ben", "2026-11-21T10:00:00.000+00:00", "n1")
    session.show_workspace(replace(session.workspace, rulings=bens, annotations=(note,)))
    return window


def cells(view) -> list[list[str]]:
    items = [view.list.topLevelItem(row) for row in range(view.list.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items]


def test_a_blind_review_hides_what_others_made_and_counts_ones_own(reviewed, rent, qtbot):
    session, comparing = reviewed.session, reviewed.comparing
    blind = reviewed.commands["review.blind"]
    blind.trigger()
    assert session.workspace.blind == ("Ann",)
    assert session.undo_stack.undoText() == "begin blind review"
    assert session.seen.rulings == session.seen.annotations == ()
    assert reviewed.reviewing.unreviewed == 1
    assert reviewed.agreement.table.reviewed(0) == ""
    assert comparing.line.label.text() == "Blind review: 0 of 3 ruled"
    assert comparing.line.isVisibleTo(reviewed)
    mine = ruling(rent, rent.yearly, rent.monthly, Decision.BOTH_WRONG, "Ann")
    session.edit("ruling", session.workspace.with_ruling(mine))
    assert comparing.line.label.text() == "Blind review: 1 of 3 ruled"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert not blind.isChecked()
    assert comparing.line.isHidden()
    assert "both right" in reviewed.agreement.table.reviewed(0)


def test_when_all_is_ruled_on_it_is_said_and_the_end_shows_how_far_they_agree(reviewed, rent, qtbot):
    session, comparing = reviewed.session, reviewed.comparing
    comparing.set_blind(True)
    pairs = ((rent.yearly, rent.monthly), (rent.yearly, rent.tenfold), (rent.monthly, rent.tenfold))
    with qtbot.waitSignal(comparing.announced):
        for one, other in pairs:
            mine = ruling(rent, one, other, Decision.BOTH_RIGHT, "Ann")
            session.edit("ruling", session.workspace.with_ruling(mine))
    assert comparing.line.label.text() == "Blind review: all 3 ruled"
    assert "Ben" not in {one.by for one in session.seen.rulings}
    comparing.line.end.click()
    assert session.workspace.blind == ()
    view = comparing.view
    assert view.isVisible()
    assert view.agreed.text() == "Ann and Ben agree on 1 of 2 that both ruled on."
    assert view.beyond.text() == "Beyond chance: 0.00 (too few rulings to say much)."
    assert cells(view) == [
        [
            "payment, Harbour to Pier",
            "A “$12 a year”\nC “$120 a month”",
            "both right in their terms",
            "needs a source",
        ]
    ]
    view.close()


def test_a_difference_is_gone_to(reviewed, rent):
    session = reviewed.session
    mine = ruling(rent, rent.yearly, rent.tenfold, Decision.BOTH_WRONG, "Ann", reason="Page <2>.")
    session.show_workspace(session.workspace.with_ruling(mine))
    reviewed.comparing.compare()
    view = reviewed.comparing.view
    view.list.setCurrentItem(view.list.topLevelItem(0))
    assert session.facing == ("ledger", "spark")
    assert [figure.quote for figure in reviewed.agreement._selection.figures[:2]] == ["$12 a year", "$120 a month"]  # noqa: SLF001
    assert view.reasons.text() == "<b>Ann:</b> Page &lt;2&gt;.<br><b>Ben:</b> no reason given"
    view.close()


def test_the_claims_table_says_who_ruled_what_where_editors_disagree(reviewed, rent):
    session, table = reviewed.session, reviewed.agreement.table
    assert table.reviewed(0).startswith("both right in their terms")
    session.edit(
        "ruling", session.workspace.with_ruling(ruling(rent, rent.yearly, rent.monthly, Decision.BOTH_WRONG, "Ann"))
    )
    words = "editors disagree: Ann: both wrong; Ben: both right in their terms"
    assert table.reviewed(0).startswith(words)
    reviewed.commands["review.blind"].trigger()
    assert table.reviewed(0) == "both wrong"


def test_any_two_of_several_editors_are_compared(reviewed, rent):
    session = reviewed.session
    for by, decision in (("Ann", Decision.BOTH_RIGHT), ("Cleo", Decision.BOTH_WRONG)):
        session.show_workspace(session.workspace.with_ruling(ruling(rent, rent.yearly, rent.monthly, decision, by)))
    reviewed.comparing.compare()
    view = reviewed.comparing.view
    assert [view.one.itemText(row) for row in range(view.one.count())] == ["Ann", "Ben", "Cleo"]
    assert view.agreed.text().startswith("Ann and Ben agree on 1 of 1")
    view.other.setCurrentIndex(2)
    assert view.agreed.text().startswith("Ann and Cleo agree on 0 of 1")
    session.edit("withdraw", session.workspace.without_ruling(session.workspace.rulings[0]))
    assert view.other.currentText() == "Cleo"
    view.other.setCurrentIndex(0)
    assert view.agreed.text() == "Choose two editors to compare."
    view.close()


def test_without_a_second_editor_it_is_said_how_to_get_one(window, rent):
    window.comparing.compare()
    view = window.comparing.view
    assert view.agreed.text() == "Nobody has ruled on anything yet."
    window.session.edit(
        "ruling",
        window.session.workspace.with_ruling(ruling(rent, rent.yearly, rent.monthly, Decision.BOTH_WRONG, "Ann")),
    )
    assert "File › Merge" in view.agreed.text()
    window.session.editor = "Ann"
    window.comparing.set_blind(True)
    assert view.agreed.text().startswith("You review blind")
    view.close()


@pytest.mark.parametrize(
    ("answer", "name"), [(("  Ann  Lee ", True), "Ann Lee"), (("", True), ""), (("Ann", False), "")]
)
def test_who_has_no_name_is_asked_for_one(window, monkeypatch, answer, name):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: answer)
    window.commands["review.blind"].trigger()
    assert window.session.editor == name
    assert window.preferring.preferences.editor == name
    assert window.session.workspace.blind == ((name,) if name else ())
    assert window.commands["review.blind"].isChecked() is bool(name)


def test_a_workspace_that_may_only_be_read_is_not_reviewed_blind(window, qtbot):
    window.session.editor = "Ann"
    window.session.read_only = "Open elsewhere."
    with qtbot.waitSignal(window.session.edit_refused):
        window.commands["review.blind"].trigger()
    assert not window.commands["review.blind"].isChecked()
