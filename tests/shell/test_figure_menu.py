"""Whether a place in a text offers what can be done there, and asks for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from desktop.core.corrections import Correction
from desktop.core.text import Span
from desktop.shell.commands.registry import plain


@pytest.fixture
def menus(window):
    return window.figure_menu


def entries(menu: QMenu) -> dict[str, QAction]:
    return {plain(action.text()): action for action in menu.actions() if not action.isSeparator()}


def enabled(menu: QMenu) -> list[str]:
    return [words for words, action in entries(menu).items() if action.isEnabled()]


def select(window, side: int, words: str) -> Span:
    """Selects words of an article, with the keyboard's means."""
    text = window.compare.panes[side].text
    article = window.session.workspace.article(window.session.facing[side])
    start = article.text.index(words)
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(start))
    cursor.setPosition(text.places.position(start + len(words)), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    return Span(start, start + len(words))


def test_a_figure(menus, rent):
    menu = menus.made(0, rent.yearly.figure, rent.yearly.figure.span.start)
    assert list(entries(menu)) == [
        "Next mention",
        "Previous mention",
        "Compare with",
        "Read otherwise…",
        "Not a figure",
        "Speaks of the same as…",
        "Does not speak of the same as",
        "Write a note…",
        "Copy with source",
        "Copy",
    ]
    assert "Next mention" not in enabled(menu)


def test_a_figure_that_nobody_else_speaks_of(menus, rent):
    menu = menus.made(0, rent.gates.figure, rent.gates.figure.span.start)
    assert enabled(menu) == [
        "Read otherwise…",
        "Not a figure",
        "Speaks of the same as…",
        "Write a note…",
        "Copy with source",
        "Copy",
    ]


def test_plain_text_and_a_selected_stretch(window, menus):
    assert (list(entries(menus.made(0, None, 3))), enabled(menus.made(0, None, 3))) == (["Copy"], [])
    select(window, 0, " until ")
    assert enabled(menus.made(0, None, 3)) == ["Mark as figure…", "Write a note…", "Copy", "Find “until”"]


def test_white_space_alone_cannot_be_marked(window, menus):
    select(window, 0, " ")
    assert enabled(menus.made(0, None, 3)) == []


def test_to_find_and_to_annotate_are_offered_to_those_who_listen(qtbot, window, menus, rent):
    found = []
    menus.find_wanted.connect(found.append)
    menus.annotation_wanted.connect(found.append)
    entries(menus.made(0, rent.yearly.figure, 0))["Write a note…"].trigger()
    select(window, 0, "until May 2029 and has 3 gates.\r\nNothing more")
    entries(menus.made(0, None, 3))["Find “until May 2029 and has 3 gat…”"].trigger()
    assert found == [rent.yearly.figure, "until May 2029 and has 3 gates. Nothing more"]


def test_comparing_with_an_article_puts_it_opposite(window, menus, rent):
    whole = menus.made(1, rent.monthly.figure, 0)
    menu = whole.findChild(QMenu)
    assert list(entries(menu)) == ["A   Ledger: $12 a year", "C   spark: $120 a month"]
    menu.actions()[1].trigger()
    assert window.session.facing == ("spark", "wire")
    assert window.selected.text().startswith("“$12 a month”")
    assert [mark.cursor.selectedText() for mark in window.compare.panes[0].text.extraSelections()] == ["$120 a month"]


def test_the_next_mention_wraps(window, menus, session, rent, monkeypatch):
    (payment, *_) = session.analysis.comparisons
    monkeypatch.setattr(type(payment), "mentions_of", lambda _self, claim: (rent.monthly, rent.repeated))
    for words, figure in (("Next mention", rent.repeated.figure), ("Previous mention", rent.repeated.figure)):
        entries(menus.made(1, rent.monthly.figure, 0))[words].trigger()
        assert window.compare.panes[1].text.marked[0] == figure
    entries(menus.made(1, rent.repeated.figure, 0))["Next mention"].trigger()
    assert window.compare.panes[1].text.marked[0] == rent.monthly.figure


def test_copying_with_the_source(menus, rent):
    entries(menus.made(0, rent.yearly.figure, 0))["Copy with source"].trigger()
    assert QGuiApplication.clipboard().text() == (
        "“$12 a year” — “🚢 The rent Harbour pays Pier $12 a year. It lasts until May 2029 and has 3 gates. "
        "Nothing more.” — Ledger, 22 May 2026, “🚢 The rent”"
    )


def test_copying_is_of_the_article_and_not_of_the_widget(window, menus):
    select(window, 0, "gates.\r\nNothing")
    entries(menus.made(0, None, 3))["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == "gates.\r\nNothing"


@pytest.mark.parametrize("quantity", [True, False])
def test_what_was_corrected_can_be_taken_back(qtbot, window, menus, session, rent, quantity):
    figure = rent.yearly.figure
    correction = Correction(figure.anchor, figure.quantity if quantity else None)
    session.edit("correct", session.workspace.with_correction(correction))
    menu = menus.made(0, figure if quantity else None, figure.span.start + 2)
    with qtbot.waitSignal(menus.taking_back_wanted) as told:
        entries(menu)["Back to Crossread's reading"].trigger()
    assert told.args == ["ledger", figure.span]
    aside = ["Mark as figure…", "Back to Crossread's reading", "Copy"]
    assert (enabled(menu) == aside) is not quantity
    assert ("Set aside by the editor" in entries(menu)) is not quantity


def test_it_opens_at_the_caret_by_key_and_under_the_pointer_by_mouse(qtbot, window, menus, rent):
    text = window.compare.panes[0].text
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(rent.term.figure.span.start) + 2)
    text.setTextCursor(cursor)
    caret = text.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, caret, text.mapToGlobal(caret))
    QApplication.sendEvent(text, event)
    assert "Read otherwise…" in entries(menus.shown)
    assert menus.shown.pos() == text.viewport().mapToGlobal(caret)
    qtbot.keyClick(menus.shown, Qt.Key.Key_Escape)
    beside = text.cursorRect(text.document().find("Harbour")).center()
    viewport = text.viewport()
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, beside, viewport.mapToGlobal(beside))
    )
    assert list(entries(menus.shown)) == ["Copy"]
    qtbot.keyClick(menus.shown, Qt.Key.Key_Escape)


def test_words_with_an_ampersand_stay_as_they_are(window, menus, session):
    menus.find_wanted.connect(lambda _words: None)
    select(window, 0, "rent\nHarbour")
    assert "&Find “rent Harbour”" in [action.text() for action in menus.made(0, None, 3).actions()]


def test_a_figure_can_be_linked_with_the_selected_one_and_parted_from_those_opposite(window, menus, rent):
    wanted = []
    menus.link_wanted.connect(lambda *two: wanted.append(("same", *two)))
    menus.parting_wanted.connect(lambda *two: wanted.append(("apart", *two)))
    menus.linking_wanted.connect(lambda one: wanted.append(("first", one)))
    window.compare.panes[1].text.figure_chosen.emit(rent.monthly.figure)
    menu = menus.made(0, rent.yearly.figure, 0)
    entries(menu)["Speaks of the same as “$12 a month”"].trigger()
    entries(menu)["Speaks of the same as…"].trigger()
    (_, parting) = menu.findChildren(QMenu)
    assert list(entries(parting)) == ["B   Wire: $12 a month", "C   spark: $120 a month"]
    entries(parting)["C   spark: $120 a month"].trigger()
    assert wanted == [
        ("same", rent.monthly.figure, rent.yearly.figure),
        ("first", rent.yearly.figure),
        ("apart", rent.yearly.figure, rent.tenfold.figure),
    ]


def test_what_cannot_be_linked_is_not_offered(window, menus, rent):
    window.compare.panes[0].text.figure_chosen.emit(rent.gates.figure)
    assert "Speaks of the same as “3”" not in entries(menus.made(0, rent.yearly.figure, 0))


def test_what_was_corrected_is_named_in_the_history(window, rent):
    stack = window.session.undo_stack
    figure = rent.yearly.figure
    window.correcting.set_aside(figure)
    assert stack.undoText() == "set “$12 a year” aside"
    window.correcting.take_back(figure.article, figure.span)
    assert stack.undoText() == "go back to Crossread's reading of “$12 a year”"
