"""Whether an editor can rule and note by buttons and keys, and sees what was ruled."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop.core.rulings import Decision
from desktop.shell.review import Review
from desktop.shell.views.right_ones import RightOnes
from desktop.shell.views.ruling_box import RulingBox
from desktop.shell.views.words_field import TYPING


@pytest.fixture
def review(session, selection) -> Review:
    known = Review(session, selection)
    known.goes_on = False
    return known


@pytest.fixture
def box(qtbot, review, session) -> RulingBox:
    shown = RulingBox(review, session)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def chosen(box: RulingBox) -> list[str]:
    return [button.text() for button in box.buttons if button.isChecked()]


def test_without_a_comparison_there_is_nothing_to_press(box, selection, rent):
    assert not any(button.isEnabled() for button in box.buttons)
    assert not box.note.isEnabled()
    selection.select([rent.gates.figure])
    assert not any(button.isEnabled() for button in box.buttons)
    assert box.note.isEnabled()


def test_the_buttons_say_key_and_letter_and_what_is_meant(box, selection, rent):
    selection.select([rent.yearly.figure])
    assert [button.text() for button in box.buttons][:3] == ["1  A is right", "2  B is right", "3  Both wrong"]
    assert box.buttons[1].toolTip() == "Wire is right: “$12 a month” (2)"
    assert box.state.text() == "1 unreviewed"


def test_a_press_rules_and_a_second_one_takes_it_back(qtbot, box, review, selection, rent):
    selection.select([rent.yearly.figure])
    qtbot.mouseClick(box.buttons[0], Qt.MouseButton.LeftButton)
    assert review.ruling.decision is Decision.SOME_RIGHT
    assert chosen(box) == ["1  A is right"]
    assert box.buttons[0].accessibleName() == "A is right, chosen"
    assert (box.state.text(), box.next.isEnabled()) == ("all reviewed", False)
    qtbot.mouseClick(box.buttons[3], Qt.MouseButton.LeftButton)
    assert chosen(box) == ["4  Both right"]
    qtbot.mouseClick(box.buttons[3], Qt.MouseButton.LeftButton)
    assert review.ruling is None
    assert chosen(box) == []


def test_a_ruling_shows_from_the_other_side_as_well(qtbot, box, session, selection, rent):
    selection.select([rent.yearly.figure])
    box.choose(0)
    session.swap()
    assert chosen(box) == ["2  A is right"]


def test_a_note_is_kept_when_typing_rests(qtbot, box, review, selection, rent):
    selection.select([rent.yearly.figure])
    qtbot.keyClicks(box.note, "Asked.")
    qtbot.waitUntil(lambda: review.annotation is not None, timeout=TYPING * 4)
    assert review.annotation.text == "Asked."
    selection.select([rent.gates.figure])
    assert box.note.toPlainText() == ""
    selection.select([rent.yearly.figure])
    assert box.note.toPlainText() == "Asked."


def test_a_note_is_kept_when_something_else_is_selected_at_once(qtbot, box, review, session, selection, rent):
    selection.select([rent.yearly.figure])
    box.note.setFocus()
    qtbot.keyClicks(box.note, "Asked.")
    selection.select([rent.gates.figure])
    assert [(note.text, len(note.anchors)) for note in session.workspace.annotations] == [("Asked.", 2)]


def test_the_keyboard_leaves_the_note(qtbot, box, review, selection, rent):
    selection.select([rent.yearly.figure])
    box.note.setFocus()
    qtbot.keyClicks(box.note, "1")
    assert review.ruling is None
    qtbot.keyClick(box.note, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box.buttons[0]
    assert review.annotation.text == "1"
    box.note.setFocus()
    qtbot.keyClick(box.note, Qt.Key.Key_Escape)
    assert not box.note.hasFocus()


def test_the_field_is_a_note_before_a_ruling_and_its_reason_behind_it(qtbot, box, session, selection, rent):
    selection.select([rent.yearly.figure])
    assert box.caption.text() == "Note"
    qtbot.keyClicks(box.note, "Asked.")
    box.choose(0)
    assert (box.caption.text(), box.note.toPlainText()) == ("Reason", "Asked.")
    assert (session.workspace.rulings[0].reason, session.workspace.annotations) == ("Asked.", ())
    box.choose(0)
    assert (box.caption.text(), box.note.toPlainText()) == ("Note", "Asked.")


def test_typing_without_a_pause_is_kept_all_the_same(qtbot, box, session, selection, rent):
    selection.select([rent.yearly.figure])
    box.note.setFocus()

    def type_on() -> bool:
        qtbot.keyClicks(box.note, "a")
        return bool(session.workspace.annotations)

    qtbot.waitUntil(type_on, timeout=TYPING * 5)


def test_other_editors_rulings_are_told_in_words(box, review, session, selection, rent):
    session.editor = "Ben"
    selection.select([rent.yearly.figure])
    assert not box.told.isVisible()
    review.rule(Decision.BOTH_WRONG)
    review.write("The filing <2026>.", review.anchors)
    session.editor = "Ada"
    assert chosen(box) == []
    assert box.told.isVisible()
    assert box.told.accessibleName().startswith("Ben, ")
    assert box.told.accessibleName().endswith(": both wrong. The filing <2026>.")
    assert "&lt;2026&gt;" in box.told.text()
    box.choose(0)
    assert box.told.accessibleName().splitlines()[0] == "Editors disagree."
    assert chosen(box) == ["1  A is right"]
    box.choose(2)
    assert "disagree" not in box.told.text()


def test_a_ruling_on_an_earlier_reading_is_said_and_confirmed_by_ruling_again(box, review, session, selection, rent):
    selection.select([rent.yearly.figure])
    box.choose(2)
    ruling = review.ruling
    readings = (rent.monthly.figure.quantity, ruling.readings[1])
    session.edit("x", session.workspace.with_ruling(replace(ruling, readings=readings)))
    assert "earlier reading" in box.told.text()
    assert "“$12 a year” was read as $12 per month" in box.told.accessibleName()
    assert chosen(box) == ["3  Both wrong"]
    box.choose(2)
    assert review.ruling.readings == ruling.readings
    assert not box.told.isVisible()


def test_which_of_many_are_right_is_asked_and_ruled_at_once(qtbot, box, session, selection, rent):
    selection.select([rent.term.figure])
    assert not box.many.isVisible()
    selection.select([rent.yearly.figure])
    assert (box.many.text(), box.many.isVisible()) == ("7  Which are right…", True)
    qtbot.mouseClick(box.many, Qt.MouseButton.LeftButton)
    dialog = box.findChild(RightOnes)
    qtbot.waitUntil(dialog.isVisible)
    assert [source.whole.text() for source in dialog.sources] == [
        "A  Ledger   “$12 a year”",
        "B  Wire",
        "C  spark   “$120 a month”",
    ]
    assert (dialog.outcome.text(), dialog.rule.isEnabled()) == ("Nothing is ticked yet.", False)
    assert not dialog.instead.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert session.workspace.rulings == ()
    dialog.none.click()
    assert (dialog.outcome.text(), dialog.rule.isEnabled(), dialog.right()) == ("All are wrong.", True, ())
    dialog.sources[1].whole.click()
    assert all(part.isChecked() for part in dialog.sources[1].parts)
    assert not dialog.none.isChecked()
    assert dialog.outcome.text() == "Right: Wire. What is not ticked is wrong."
    dialog.sources[1].parts[0].click()
    assert dialog.sources[1].whole.checkState() is Qt.CheckState.PartiallyChecked
    dialog.sources[1].parts[0].click()
    dialog.buttons.accepted.emit()
    (ruling,) = session.workspace.rulings
    assert [anchor.quote for anchor in ruling.right] == ["$12 a month", "$144 yearly"]
    assert chosen(box) == ["2  B is right"]
    assert box.many.isChecked()
    assert box.told.accessibleName() == "Of all sources: Wire is right."


@pytest.mark.parametrize(
    ("decision", "side", "ticked", "none"),
    [
        (Decision.SOME_RIGHT, 0, [True, False, False], False),
        (Decision.SOME_RIGHT, 1, [False, True, False], False),
        (Decision.BOTH_WRONG, None, [False, False, False], False),  # the third was not ruled on
        (Decision.NEEDS_SOURCE, None, [False, False, False], False),
    ],
)
def test_which_are_right_begins_with_what_was_ruled_and_says_what_becomes_of_it(
    qtbot, box, review, session, selection, rent, decision, side, ticked, none
):
    selection.select([rent.yearly.figure])
    review.rule(decision, side)
    review.write("Asked the port.", review.anchors)
    box.ask_which()
    dialog = box.findChild(RightOnes)
    qtbot.waitUntil(dialog.isVisible)
    states = [source.whole.checkState() is not Qt.CheckState.Unchecked for source in dialog.sources]
    assert (states, dialog.none.isChecked(), dialog.rule.isEnabled()) == (ticked, none, any(ticked))
    assert dialog.instead.text() == ("It takes the place of 1 ruling of yours. What you wrote as a reason stays.")
    dialog.none.setChecked(True)
    dialog.rule.click()
    (ruling,) = session.workspace.rulings
    assert (ruling.decision, ruling.reason) == (Decision.BOTH_WRONG, "Asked the port.")
    qtbot.waitUntil(lambda: box.findChild(RightOnes) is None)
    box.ask_which()
    again = box.findChild(RightOnes)
    assert again.none.isChecked()
    assert again.rule.isEnabled()


def test_a_ruling_on_two_of_many_is_made_beside_that_on_all(box, review, session, selection, rent):
    selection.select([rent.yearly.figure])
    review.rule_on_all([rent.monthly, rent.repeated])
    box.choose(0)
    assert sorted(len(one.anchors) for one in session.workspace.rulings) == [2, 4]
    assert chosen(box) == ["1  A is right"]
    assert not box.many.isChecked()
    box.choose(0)
    assert chosen(box) == ["2  B is right"]


def test_what_may_only_be_read_is_not_ruled_on_and_says_why(box, session, selection, rent):
    selection.select([rent.yearly.figure])
    session.read_only = "Ben has it open."
    assert not any(button.isEnabled() for button in (*box.buttons, box.many))
    assert {button.toolTip() for button in box.buttons} == {"Ben has it open."}
    assert box.note.isReadOnly()
    assert box.note.toolTip() == "Ben has it open."
    session.read_only = ""
    assert all(button.isEnabled() for button in box.buttons)
    assert not box.note.isReadOnly()


def test_after_a_ruling_there_is_time_to_say_why(qtbot, box, review, selection, rent):
    review.goes_on = True

    def rule() -> None:
        review.stay()
        selection.select([rent.term.figure])
        review.rule(Decision.BOTH_RIGHT if review.ruling is None else Decision.BOTH_WRONG)
        assert review.is_waiting
        assert box.caption.text() == "Next in a moment · Return: at once"
        assert box.soon.isVisible()

    box.buttons[0].setFocus()
    rule()
    qtbot.keyClick(box.buttons[0], Qt.Key.Key_Shift)
    assert review.is_waiting
    qtbot.keyClick(box.buttons[0], Qt.Key.Key_Down)
    assert not review.is_waiting
    assert (box.caption.text(), box.soon.isVisible()) == ("Reason", False)
    rule()
    qtbot.mousePress(box.note.viewport(), Qt.MouseButton.LeftButton)
    assert not review.is_waiting
    rule()
    QApplication.sendEvent(box.note, QEvent(QEvent.Type.Enter))
    assert not review.is_waiting
    assert review.ruling is not None
    rule()
    qtbot.keyClicks(box.note, "Asked.")
    box.note.finish()
    assert (review.ruling.reason, selection.figures) == ("Asked.", (rent.term.figure,))


@pytest.mark.parametrize("how", ["return", "next"])
def test_who_needs_no_time_goes_on_at_once(qtbot, box, review, session, selection, rent, how):
    review.goes_on = True
    selection.select([rent.term.figure])
    box.buttons[3].setFocus()
    box.choose(3)
    assert review.is_waiting
    if how == "return":
        qtbot.keyClick(box.buttons[3], Qt.Key.Key_Return)
    else:
        box.next.click()
    assert selection.figures[0] == rent.yearly.figure
    assert len(session.workspace.rulings) == 1  # nothing is ruled on that was not seen
    assert not box.soon.isVisible()
    assert box.caption.text() == "Note"


def test_a_key_in_the_meantime_rules_on_what_is_in_sight(box, review, session, selection, rent):
    review.goes_on = True
    selection.select([rent.term.figure])
    box.choose(3)
    box.choose(2)
    assert [ruling.decision for ruling in session.workspace.rulings] == [Decision.BOTH_WRONG]
    assert selection.figures == (rent.term.figure,)
    box.choose(2)
    assert session.workspace.rulings == ()
    assert not review.is_waiting


def test_after_going_on_a_key_is_a_ruling_and_no_letter(qtbot, box, review, session, selection, rent):
    selection.select([rent.term.figure])
    box.note.setFocus()
    qtbot.waitUntil(box.note.hasFocus)
    qtbot.keyClicks(box.note, "Asked.")
    review.step(1)
    assert not box.note.hasFocus()
    assert [note.text for note in session.workspace.annotations] == ["Asked."]
    assert session.workspace.annotations[0].anchors[0] == rent.term.figure.anchor
