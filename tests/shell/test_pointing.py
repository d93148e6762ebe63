"""Whether a card is shown for the figure that is pointed at, by pointer and by key, and goes away again."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture
def pointing(window, qtbot):
    yield window.pointing
    window.pointing.hide()


def point_at(window, side: int, words: str) -> None:
    """Moves the pointer over the first of these words."""
    text = window.compare.panes[side].text
    article = window.session.workspace.article(window.session.facing[side])
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(article.text.index(words)) + len(words) // 2)
    move(text.viewport(), QPointF(text.cursorRect(cursor).center()))


def move(viewport, point: QPointF) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        viewport.mapToGlobal(point),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def put_caret(window, side: int, words: str) -> None:
    text = window.compare.panes[side].text
    article = window.session.workspace.article(window.session.facing[side])
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(article.text.index(words)) + 1)
    text.setTextCursor(cursor)
    text.setFocus()


def test_a_short_rest_shows_the_card_beside_the_figure(qtbot, window, pointing, rent):
    point_at(window, 0, "$12 a year")
    assert not pointing.card.isVisible()
    qtbot.waitUntil(pointing.card.isVisible)
    assert pointing.figure == rent.yearly.figure
    assert pointing.card.accessibleName() == "About “$12 a year”"


def test_the_card_is_that_of_the_figure_where_the_pointer_stays(qtbot, window, pointing, rent):
    point_at(window, 0, "$12 a year")
    point_at(window, 0, "Harbour")
    point_at(window, 0, "May 2029")
    qtbot.waitUntil(pointing.card.isVisible)
    assert pointing.figure == rent.term.figure


def test_the_card_goes_when_the_pointer_does(qtbot, window, pointing):
    point_at(window, 0, "$12 a year")
    qtbot.waitUntil(pointing.card.isVisible)
    point_at(window, 0, "$12 a year")
    assert pointing.card.isVisible()
    QApplication.sendEvent(window.compare.panes[0].text.viewport(), QEvent(QEvent.Type.Leave))
    assert not pointing.card.isVisible()


def test_another_figure_gets_its_own_card(qtbot, window, pointing, rent):
    point_at(window, 0, "$12 a year")
    qtbot.waitUntil(pointing.card.isVisible)
    point_at(window, 0, "May 2029")
    assert not pointing.card.isVisible()
    qtbot.waitUntil(pointing.card.isVisible)
    assert pointing.figure == rent.term.figure


def test_f2_shows_the_card_at_the_caret_and_hides_it(qtbot, window, pointing, rent):
    put_caret(window, 0, "$12 a year")
    qtbot.keyClick(window.compare.panes[0].text, Qt.Key.Key_F2)
    assert pointing.card.isVisible()
    assert pointing.figure == rent.yearly.figure
    qtbot.keyClick(window.compare.panes[0].text, Qt.Key.Key_F2)
    assert not pointing.card.isVisible()


def test_f2_shows_the_card_of_the_selected_figure(qtbot, window, pointing, rent):
    window.agreement.view.setCurrentIndex(window.agreement.table.index(0, 0))
    window.agreement.view.setFocus()
    qtbot.keyClick(window.agreement.view, Qt.Key.Key_F2)
    assert pointing.figure == rent.yearly.figure


def test_f2_with_nothing_to_show_shows_nothing(qtbot, window, pointing):
    put_caret(window, 0, "Harbour")
    qtbot.keyClick(window.compare.panes[0].text, Qt.Key.Key_F2)
    assert not pointing.card.isVisible()


def test_escape_hides_the_card_and_nothing_else(qtbot, window, pointing):
    window.messages.tell("Something else")
    put_caret(window, 0, "$12 a year")
    pointing.show_at_caret()
    qtbot.keyClick(window.compare.panes[0].text, Qt.Key.Key_Escape)
    assert not pointing.card.isVisible()
    assert window.messages.isVisible()
    qtbot.keyClick(window.compare.panes[0].text, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


@pytest.mark.parametrize("what", ["key", "wheel", "press", "scroll", "swap", "analysis", "focus"])
def test_the_next_step_takes_it_away(qtbot, window, pointing, jobs, what):
    put_caret(window, 0, "$12 a year")
    pointing.show_at_caret()
    assert pointing.card.isVisible()
    text = window.compare.panes[0].text
    match what:
        case "key":
            qtbot.keyClick(text, Qt.Key.Key_Right)
        case "wheel":
            middle = QPointF(20, 20)
            wheel = QWheelEvent(
                middle,
                text.viewport().mapToGlobal(middle),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(text.viewport(), wheel)
        case "press":
            qtbot.mouseClick(window.compare.gutter, Qt.MouseButton.LeftButton)
        case "scroll":
            text.verticalScrollBar().valueChanged.emit(1)
        case "swap":
            window.session.swap()
        case "analysis":
            window.session.analysis_changed.emit(window.session.analysis)
        case "focus":
            window.compare.panes[1].text.setFocus()
    assert not pointing.card.isVisible()


def test_a_modifier_alone_leaves_it(qtbot, window, pointing):
    put_caret(window, 0, "$12 a year")
    pointing.show_at_caret()
    qtbot.keyPress(window.compare.panes[0].text, Qt.Key.Key_Shift)
    assert pointing.card.isVisible()


def test_the_original_is_on_the_card_while_a_lens_is_in_use(qtbot, window, pointing):
    window.commands["view.amounts-month"].trigger()
    put_caret(window, 0, "$12 a year")
    pointing.show_at_caret()
    assert "“$12 a year”" in pointing.card.accessibleDescription()
