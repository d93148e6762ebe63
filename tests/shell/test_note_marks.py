"""Whether places with notes are marked in the texts, and what is noted there is told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCursor

from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation
from desktop.core.text import Span


@pytest.fixture
def window(window):
    window.session.editor = "Ada"
    yield window
    window.pointing.hide()


def span_of(window, side: int, words: str) -> tuple[str, Span]:
    article = window.session.workspace.article(window.session.facing[side])
    start = article.text.index(words)
    return article.id, Span(start, start + len(words))


def noted(window, side: int, words: str, text: str = "Ask.", **more: object) -> Annotation:
    article, span = span_of(window, side, words)
    anchor = anchor_at(article, span, window.session.workspace.article(article).text)
    number = len(window.session.workspace.annotations)
    note = Annotation((anchor,), text, "Ada", f"2026-11-2{number}", f"{number}", **more)
    window.session.edit("note", window.session.workspace.with_annotation(note))
    return note


def ink_below(window, side: int, words: str) -> set[str]:
    """The colours just below some words."""
    text = window.compare.panes[side].text
    _, span = span_of(window, side, words)
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.places.position(span.start))
    left = text.cursorRect(cursor)
    cursor.setPosition(text.places.position(span.end))
    right = text.cursorRect(cursor)
    picture = text.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    return {
        picture.pixelColor(round(x * ratio), round(y * ratio)).name()
        for x in range(left.left(), right.left())
        for y in range(left.bottom() - 3, left.bottom() + 5)
    }


def test_words_that_are_noted_on_are_underlined_and_have_a_sign_beside_them(window):
    theme = window.appearance.theme
    marks = window.noted.marks[1]
    assert not marks.margin.isVisible()
    note = noted(window, 1, "about")
    assert marks.margin.isVisible()
    assert [(span, is_open) for _, span, is_open in marks.signs()] == [(note.anchors[0].span, True)]
    assert QColor(theme.note).name() in ink_below(window, 1, "about")
    assert QColor(theme.note).name() not in ink_below(window, 1, "Harbour")
    window.session.undo_stack.undo()
    assert not marks.margin.isVisible()
    assert QColor(theme.note).name() not in ink_below(window, 1, "about")


def test_what_is_done_with_looks_otherwise(window):
    noted(window, 1, "about", is_resolved=True)
    assert [is_open for *_, is_open in window.noted.marks[1].signs()] == [False]
    assert QColor(window.appearance.theme.note).name() not in ink_below(window, 1, "about")


def test_notes_on_one_line_share_a_sign_and_lie_over_one_another(window):
    noted(window, 1, "about $144")
    noted(window, 1, "bout", is_resolved=True)
    marks = window.noted.marks[1]
    assert len(marks.signs()) == 1
    _, span = span_of(window, 1, "bout")
    assert marks.at(span.start) == span_of(window, 1, "bout")[1]
    assert marks.at(span_of(window, 1, "$144")[1].start) == span_of(window, 1, "about $144")[1]
    assert marks.at(0) is None


def test_a_click_on_the_sign_shows_the_note(qtbot, window):
    note = noted(window, 1, "about")
    margin = window.noted.marks[1].margin
    box, *_ = window.noted.marks[1].signs()[0]
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(4, round(box.center().y())))
    qtbot.waitUntil(window.notes.isVisible)
    assert window.notes.form.note == note


def test_the_card_of_a_figure_tells_its_notes(window):
    noted(window, 0, "$12 a year", "Not in the contract.")
    text = window.compare.panes[0].text
    put_caret(window, 0, "$12")
    text.setFocus()
    window.pointing.show_at_caret()
    assert "Note: Ada: Not in the contract." in window.pointing.card.accessibleDescription()
    assert "per year" in window.pointing.card.accessibleDescription()


def put_caret(window, side: int, words: str) -> None:
    text = window.compare.panes[side].text
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(span_of(window, side, words)[1].start) + 1)
    text.setTextCursor(cursor)


def test_words_that_are_noted_on_have_a_card_of_their_own(qtbot, window):
    noted(window, 1, "about", "Says who?")
    text = window.compare.panes[1].text
    put_caret(window, 1, "about")
    text.setFocus()
    window.pointing.show_at_caret()
    assert window.pointing.card.isVisible()
    assert window.pointing.card.accessibleDescription() == "“about”\nNote: Ada: Says who?"


def test_words_that_are_noted_on_can_be_pointed_at(qtbot, window):
    noted(window, 1, "about")
    text = window.compare.panes[1].text
    told = []
    text.figure_pointed.connect(told.append)
    cursor = QTextCursor(text.document())
    _, span = span_of(window, 1, "about")
    cursor.setPosition(text.places.position(span.start) + 2)
    qtbot.mouseMove(text.viewport(), QPointF(text.cursorRect(cursor).center()).toPoint())
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] == span


def test_the_menu_notes_on_selected_words_and_shows_what_is_noted(qtbot, window):
    text = window.compare.panes[0].text
    article, span = span_of(window, 0, "Harbour pays")
    text.select(span)
    menu = window.figure_menu.made(0, None, span.start)
    next(action for action in menu.actions() if action.text() == "&Write a note…").trigger()
    qtbot.waitUntil(window.notes.form.words.hasFocus)
    qtbot.keyClicks(window.notes.form.words, "Who?")
    window.notes.finish()
    (note,) = window.session.workspace.annotations
    assert (note.anchors[0].article, note.anchors[0].span, note.text) == (article, span, "Who?")
    window.docks["Review"].raise_()
    menu = window.figure_menu.made(0, None, span.start)
    next(action for action in menu.actions() if action.text() == "Show the &note").trigger()
    qtbot.waitUntil(window.notes.isVisible)
    assert window.notes.form.note == note


def test_the_menu_changes_nothing_where_nothing_may_be_changed(window, rent):
    window.session.read_only = "Ben has it open."
    window.compare.panes[0].text.select(span_of(window, 0, "Harbour")[1])
    menu = window.figure_menu.made(0, rent.yearly.figure, 30)
    said = {action.text(): (action.isEnabled(), action.toolTip()) for action in menu.actions() if action.text()}
    for words in ("&Mark as figure…", "&Read otherwise…", "N&ot a figure", "&Write a note…"):
        assert said[words] == (False, "Ben has it open.")
    assert said["&Copy"][0]


def test_a_note_on_words_selects_them_and_one_on_figures_selects_those(qtbot, window, rent):
    window.notes.places_wanted.emit((noted(window, 1, "about").anchors[0],))
    assert window.compare.panes[1].text.textCursor().selectedText() == "about"
    window.notes.places_wanted.emit((rent.yearly.figure.anchor, rent.tenfold.figure.anchor))
    assert window.session.facing == ("ledger", "spark")
    assert window.selected.text() == "“$12 a year” in Ledger: conflict"
    window.session.include("spark", False)
    with qtbot.waitSignal(window.noting.announced) as told:
        window.notes.places_wanted.emit((rent.tenfold.figure.anchor,))
    assert "left out" in told.args[0]
