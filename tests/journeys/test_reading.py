"""An editor reads two articles side by side: looks for words, follows a ribbon, scrolls in step."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.core.agreement import Status

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def face(window, left: str, right: str) -> None:
    by_letter = {letter: article for article, letter in window.session.letters.items()}
    window.session.face(by_letter[left], by_letter[right])


def test_looking_for_a_word_in_both_texts(qtbot, started):
    face(started, "D", "B")
    compare = started.compare
    compare.panes[0].text.setFocus()
    qtbot.keyClick(started, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "spacex")
    qtbot.waitUntil(lambda: " in D, " in compare.find_bar.told.text())
    found = compare.find_bar.told.text()
    qtbot.keyClick(started, Qt.Key.Key_F3)
    assert compare.find_bar.told.text() == f"1 of {found}"
    qtbot.keyClick(started, Qt.Key.Key_F3, SHIFT)
    last = found.split(", ")[1]
    assert compare.find_bar.told.text().endswith(f"{last.split()[0]} of {last}")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert compare.panes[0].text.hasFocus()
    assert not compare.find_bar.isVisible()
    qtbot.keyClick(started, Qt.Key.Key_F3)
    assert compare.find_bar.isVisible()
    compare.panes[1].text.setFocus()
    qtbot.keyClick(compare.panes[1].text, Qt.Key.Key_Escape)
    assert not compare.find_bar.isVisible()


def test_following_a_ribbon(qtbot, started):
    face(started, "E", "B")
    compare = started.compare
    compare.grab()
    ribbon = next(ribbon for ribbon in compare.gutter.ribbons() if ribbon.left and ribbon.right)
    middle = QPoint(compare.gutter.width() // 2, round((sum(ribbon.left) + sum(ribbon.right)) / 4))
    top = compare.gutter.ribbon_at(middle)
    qtbot.mouseClick(compare.gutter, Qt.MouseButton.LeftButton, pos=middle)
    assert top.link.left.quote in started.selected.text()
    status = started.agreement.table.state(started.agreement.view.currentIndex().row())
    assert status in set(Status)
    assert all(pane.text.extraSelections() for pane in compare.panes)


def test_scrolling_in_step_keeps_what_belongs_together_opposite(qtbot, started):
    face(started, "E", "D")
    left, right = (pane.text for pane in started.compare.panes)
    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum() // 2)
    assert right.verticalScrollBar().value() > 0
    qtbot.keyClick(started, Qt.Key.Key_L, CONTROL | SHIFT)
    stood = right.verticalScrollBar().value()
    left.verticalScrollBar().setValue(0)
    assert right.verticalScrollBar().value() == stood
    qtbot.keyClick(started, Qt.Key.Key_L, CONTROL | SHIFT)
    assert right.verticalScrollBar().value() < stood


def test_walking_through_the_figures_of_a_text_by_keys(qtbot, started):
    started.compare.panes[1].text.setFocus()
    said = []
    started.compare.panes[1].text.said.connect(said.append)
    for _ in range(3):
        qtbot.keyClick(started, Qt.Key.Key_F8)
    assert [words.rpartition(", ")[2] for words in said] == [f"figure {number} of 10" for number in (1, 2, 3)]
    assert started.agreement.view.currentIndex().isValid()


def test_digits_that_are_looked_for_are_no_keys_of_commands(qtbot, started):
    started.compare.panes[0].text.setFocus()
    qtbot.keyClick(started, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "1.25")
    assert started.compare.find_bar.field.text() == "1.25"
    assert started.compare.finder.count > 1
    assert not started.session.workspace.rulings
