"""An editor goes through all conflicts of two articles and rules on them, without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.rulings import Decision
from desktop.files.resources import bundled_case
from desktop.shell.review import PAUSE

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def press(qtbot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_from_the_start_to_a_finished_review(qtbot, started):
    review, session = started.reviewing, started.session
    takeover = [bundled_case("brewer-takeover") / f"{name}.txt" for name in ("merrow-wire", "daily-thimble")]
    started.opening.open(takeover)
    qtbot.waitUntil(lambda: session.is_analysed)
    started.compare.panes[0].text.setFocus()
    open_at_first = review.unreviewed
    assert open_at_first > 2

    press(qtbot, Qt.Key.Key_PageDown, CTRL)
    assert review.comparison is not None
    said = started.selected.text()
    assert said.endswith("conflict")

    # why it is right is written before the ruling, and becomes its reason
    press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
    assert QApplication.focusWidget() is started.review.ruling.note
    qtbot.keyClicks(QApplication.focusWidget(), "The filing says so, p. 2.")
    press(qtbot, Qt.Key.Key_Escape)
    started.compare.panes[0].text.setFocus()
    press(qtbot, Qt.Key.Key_2)
    assert session.workspace.rulings[0].decision is Decision.SOME_RIGHT
    assert session.workspace.rulings[0].reason == "The filing says so, p. 2."
    qtbot.waitUntil(lambda: started.selected.text() != said, timeout=PAUSE * 5)

    for _ in range(open_at_first - 1):
        here = review.comparison
        press(qtbot, Qt.Key.Key_6)
        left = review.unreviewed
        if left:
            qtbot.waitUntil(lambda here=here: review.comparison is not here, timeout=PAUSE * 5)
    assert review.unreviewed == 0
    qtbot.waitUntil(started.messages.isVisible, timeout=PAUSE * 5)
    assert "All conflicts" in started.messages.label.text()
    assert "all reviewed" in started.counts.accessibleName()
    assert len(session.workspace.rulings) == open_at_first

    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert review.unreviewed == 1


def test_a_ruling_shows_wherever_its_pair_is_looked_at(qtbot, started):
    session = started.session
    started.compare.panes[0].text.setFocus()
    press(qtbot, Qt.Key.Key_Down, ALT | SHIFT)
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert [button.isChecked() for button in started.review.ruling.buttons].index(True) == 2
    session.face(session.facing[0], session.workspace.articles[4].id)
    assert not any(button.isChecked() for button in started.review.ruling.buttons)


def test_a_note_on_a_figure_from_its_menu(qtbot, started):
    figure = started.session.analysis.claims_of(started.session.facing[0])[0].figure
    started.show_wording()
    started.figure_menu.annotation_wanted.emit(figure)
    assert QApplication.focusWidget() is started.review.ruling.note
    assert started.review.ruling.note.isVisible()
    qtbot.keyClicks(started.review.ruling.note, "Asked for the filing.")
    press(qtbot, Qt.Key.Key_Escape)
    assert started.session.workspace.annotations[0].anchors[0].article == figure.article


def test_words_are_looked_for_from_the_menu(qtbot, started):
    started.figure_menu.find_wanted.emit("Anthropic")
    qtbot.waitUntil(lambda: started.compare.finder.is_done and started.compare.finder.count > 4)
    assert started.compare.find_bar.isVisible()
