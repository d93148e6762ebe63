"""Whether an editor can rule and note by buttons and keys, and sees what was ruled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.rulings import Decision
from desktop.shell.review import Review
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
