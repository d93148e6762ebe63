"""Whether an editor can link two figures and part them, by pointer and by key, and is told what cannot be."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.links import Link


@pytest.fixture
def linking(window):
    return window.linking


def choose(window, figure) -> None:
    """Selects a figure of the left text."""
    window.compare.panes[0].text.figure_chosen.emit(figure)


def put_caret(window, side: int, figure) -> None:
    text = window.compare.panes[side].text
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(figure.span.start) + 1)
    text.setTextCursor(cursor)
    text.setFocus()


def click(qtbot, window, side: int, figure, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    text = window.compare.panes[side].text
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(figure.span.start) + 1)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, modifiers, text.cursorRect(cursor).center())


def links(session) -> list[tuple[set[str], bool]]:
    return [({anchor.quote for anchor in link.anchors}, link.is_same) for link in session.workspace.links]


def test_by_key_first_the_one_then_the_other(window, session, rent):
    session.editor = "Mara"
    command = window.commands["review.link"]
    put_caret(window, 0, rent.term.figure)
    command.trigger()
    assert window.messages.isVisible()
    assert "“May 2029”" in window.messages.label.text()
    assert session.workspace.links == ()
    put_caret(window, 1, rent.term_too.figure)
    command.trigger()
    assert links(session) == [({"May 2029"}, True)]
    (link,) = session.workspace.links
    assert (link.by, bool(link.at)) == ("Mara", True)
    assert {anchor.article for anchor in link.anchors} == {"ledger", "wire"}
    assert all(anchor.prefix for anchor in link.anchors)
    assert session.undo_stack.undoText() == "link “May 2029” and “May 2029”"
    assert not window.messages.isVisible()


def test_by_command_and_click(qtbot, window, session, linking, rent):
    put_caret(window, 0, rent.yearly.figure)
    window.commands["review.link"].trigger()
    click(qtbot, window, 1, rent.repeated.figure)
    assert links(session) == [({"$12 a year", "$144 yearly"}, True)]
    assert linking.first is None


def test_ctrl_and_click_links_with_what_is_selected(qtbot, window, session, rent):
    choose(window, rent.yearly.figure)
    click(qtbot, window, 1, rent.repeated.figure, Qt.KeyboardModifier.ControlModifier)
    assert links(session) == [({"$12 a year", "$144 yearly"}, True)]


def test_escape_leaves_it(qtbot, window, session, linking, rent):
    put_caret(window, 0, rent.yearly.figure)
    window.commands["review.link"].trigger()
    assert linking.first == rent.yearly.figure
    window.activateWindow()
    qtbot.keyClick(window.compare.panes[0].text, Qt.Key.Key_Escape)
    assert linking.first is None
    click(qtbot, window, 1, rent.repeated.figure)
    assert session.workspace.links == ()


def test_another_message_leaves_it_too(qtbot, window, session, linking, rent):
    linking.begin(rent.yearly.figure)
    window.messages.complain("The disk is full.")
    click(qtbot, window, 1, rent.repeated.figure)
    assert session.workspace.links == ()


def test_it_waits_while_another_article_is_put_opposite(qtbot, window, session, linking, rent):
    linking.begin(rent.yearly.figure)
    session.face("ledger", "spark")
    qtbot.waitUntil(lambda: linking.first is not None)
    click(qtbot, window, 1, rent.tenfold.figure)
    assert links(session) == [({"$12 a year", "$120 a month"}, True)]


def test_two_sorts_of_figure_are_refused_in_words(window, session, linking, rent):
    linking.link(rent.yearly.figure, rent.gates.figure)
    assert session.workspace.links == ()
    assert window.messages.label.text() == (
        "“$12 a year” (amount of money) and “3” (count) cannot be compared: they are two sorts of figure. "
        "If one of them is misread, read it otherwise first."
    )


def test_what_is_not_there_any_more_is_refused(window, session, linking, rent):
    gone = replace(rent.yearly.figure, article="nowhere")
    linking.link(gone, rent.monthly.figure)
    linking.part(gone, rent.monthly.figure)
    assert session.workspace.links == ()


def test_without_a_figure_it_says_what_to_do(window):
    window.commands["review.link"].trigger()
    assert "Choose a figure first" in window.messages.label.text()
    window.commands["review.part"].trigger()
    assert "choose a row or a figure first" in window.messages.label.text()
    window.commands["review.take-link-back"].trigger()
    assert "No figure that you linked or parted" in window.messages.label.text()


def test_what_is_under_review_can_be_parted_and_undone(window, session, rent):
    choose(window, rent.yearly.figure)
    window.commands["review.part"].trigger()
    assert links(session) == [({"$12 a year", "$12 a month"}, False)]
    assert session.undo_stack.undoText() == "part “$12 a year” and “$12 a month”"
    session.undo_stack.undo()
    assert session.workspace.links == ()


def test_a_link_is_taken_back_where_it_is(window, session, jobs, rent, menus_of):
    link = Link((rent.yearly.figure.anchor, rent.repeated.figure.anchor), is_same=True, at="1")
    session.edit("link", session.workspace.with_link(link))
    jobs.answer()
    session.analysis = replace(session.analysis, links=(link,))
    choose(window, rent.yearly.figure)
    words = "Take back: Linked by the editor with “$144 yearly” (Wire)"
    assert words in menus_of(window, 0, rent.yearly.figure)
    window.commands["review.take-link-back"].trigger()
    assert session.workspace.links == ()
    assert session.undo_stack.undoText() == "take back the link of “$12 a year” and “$144 yearly”"


@pytest.fixture
def menus_of():
    def words(window, side, figure):
        menu = window.figure_menu.made(side, figure, figure.span.start)
        return [action.text().replace("&", "") for action in menu.actions()]

    return words


def test_the_keys_are_told(window):
    assert window.commands["review.link"].toolTip().endswith("(Ctrl+K)")
    assert window.commands["review.part"].toolTip().endswith("(Ctrl+Shift+K)")
    QApplication.processEvents()
