"""An editor points at figures, looks at them in other terms, and corrects how they are read."""

import re

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop.core.agreement import Status
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.shell.commands.registry import plain
from desktop.shell.views.figure_dialog import FigureDialog

# An emoji takes two places in the window, a Windows line end one: neither may shift what is marked.
FIRST = "🚢🚢 The rent 🚢\r\n\r\nHarbour pays Pier $12 million a year. A great many gates were shut.\r\n"
SECOND = "Harbour pays Pier $12 million a month."


def open_two(qtbot, window, *texts: str) -> None:
    """Opens two articles of these texts."""
    articles = tuple(
        Article(f"a{number}", f"Rent {number}", text, str(number) * 64, outlet=f"Paper {number}")
        for number, text in enumerate(texts)
    )
    window.session.begin(Workspace("Rent", articles))
    qtbot.waitUntil(lambda: window.session.is_analysed)


def figures(window, side: int) -> dict[str, Status | None]:
    """The figures of a side as printed, each with the status it is marked by."""
    article = window.session.facing[side]
    text = window.compare.panes[side].text
    return {claim.figure.quote: text.status_of(claim.figure) for claim in window.session.analysis.claims_of(article)}


def select_by_keyboard(qtbot, window, words: str) -> None:
    """Puts the caret before the words on the left, and selects them with Shift and the arrows."""
    text = window.compare.panes[0].text
    cursor = text.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    text.setTextCursor(cursor)
    text.setFocus()
    for _ in words:
        qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def dialog_of(window) -> FigureDialog:
    return next(found for found in window.findChildren(FigureDialog) if found.isVisible())


def choose(menu, words: str) -> None:
    next(action for action in menu.actions() if plain(action.text()) == words).trigger()


def test_a_missed_figure_is_marked_by_keyboard_and_undone(qtbot, started):
    open_two(qtbot, started, FIRST, SECOND)
    assert list(figures(started, 0)) == ["$12 million a year"]
    select_by_keyboard(qtbot, started, " A great many gates ")
    qtbot.keyClick(started.compare.panes[0].text, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(started)
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.COUNT))
    qtbot.keyClicks(dialog.amount, "40")
    qtbot.keyClicks(dialog.to, "60")
    dialog.unit.setEditText("gates")
    assert dialog.outcome.text() == "Will be read as: 40 to 60 gates"
    qtbot.keyClick(dialog.to, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: started.session.is_analysed)
    assert list(figures(started, 0)) == ["$12 million a year", "A great many gates"]
    assert started.selected.text().startswith("“A great many gates”")
    started.pointing.show_at_caret()
    assert "Read so by the editor" in started.pointing.card.accessibleDescription()
    started.pointing.hide()
    assert started.commands["edit.undo"].text() == "&Undo mark “A great many gates” as a figure"
    started.commands["edit.undo"].trigger()
    qtbot.waitUntil(lambda: started.session.is_analysed)
    assert list(figures(started, 0)) == ["$12 million a year"]


def test_a_figure_is_read_otherwise_and_agrees_from_then_on(qtbot, started):
    open_two(qtbot, started, FIRST, SECOND)
    assert figures(started, 0) == {"$12 million a year": Status.CONFLICT}
    (claim,) = started.session.analysis.claims_of("a0")
    choose(started.figure_menu.made(0, claim.figure, claim.figure.span.start), "Read otherwise…")
    dialog = dialog_of(started)
    assert dialog.amount.text() == "12 million"
    dialog.per.setEditText("month")
    dialog.accept()
    qtbot.waitUntil(lambda: started.session.is_analysed)
    assert figures(started, 0) == {"$12 million a year": Status.AGREE}
    choose(
        started.figure_menu.made(0, started.session.analysis.claims_of("a0")[0].figure, claim.figure.span.start),
        "Back to Crossread's reading",
    )
    qtbot.waitUntil(lambda: started.session.is_analysed)
    assert figures(started, 0) == {"$12 million a year": Status.CONFLICT}


def test_a_figure_is_set_aside_and_can_be_found_again(qtbot, started):
    open_two(qtbot, started, FIRST, SECOND)
    text = started.compare.panes[0].text
    cursor = text.document().find("million")
    text.setTextCursor(cursor)
    cursor.clearSelection()
    text.setTextCursor(cursor)
    text.setFocus()
    started.commands["edit.no-figure"].trigger()
    qtbot.waitUntil(lambda: started.session.is_analysed)
    assert figures(started, 0) == {}
    assert figures(started, 1) == {"$12 million a month": None}
    (correction,) = started.session.workspace.corrections
    started.pointing.show_at_caret()
    told = started.pointing.card.accessibleDescription()
    assert re.match("“.12 million a year”\nSet aside by (an editor without a name|.+), .+: not a figure$", told), told
    started.pointing.hide()
    plain_text = text.viewport().grab().toImage()
    started.lens_view.marks[0].show_corrections((), ())
    assert text.viewport().grab().toImage() != plain_text, "what was set aside is marked"
    choose(started.figure_menu.made(0, None, correction.span.start + 3), "Back to Crossread's reading")
    qtbot.waitUntil(lambda: started.session.is_analysed)
    assert figures(started, 0) == {"$12 million a year": Status.CONFLICT}


def test_marking_without_a_selection_says_what_to_do(qtbot, started):
    open_two(qtbot, started, FIRST, SECOND)
    started.commands["edit.mark-figure"].trigger()
    assert "Select the words" in started.messages.label.text()
    started.commands["edit.no-figure"].trigger()
    assert "Choose a figure first" in started.messages.label.text()


def test_a_figure_runs_over_no_line_break(qtbot, started):
    open_two(qtbot, started, FIRST, SECOND)
    text = started.compare.panes[0].text
    text.selectAll()
    text.setFocus()
    started.commands["edit.mark-figure"].trigger()
    assert "select less" in started.messages.label.text()
    assert not started.findChildren(FigureDialog)


def test_marking_over_a_figure_takes_its_place(qtbot, started):
    open_two(qtbot, started, FIRST, SECOND)
    select_by_keyboard(qtbot, started, "million a year. A great")
    qtbot.keyClick(started.compare.panes[0].text, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(started)
    assert dialog.note.text() == "Takes the place of “$12 million a year”."
    dialog.reject()
    assert started.session.workspace.corrections == ()


def test_all_payments_are_seen_per_month_and_pointing_shows_the_articles_words(qtbot, started):
    started.commands["view.amounts-month"].trigger()
    left = started.lens_view.marks[0].words
    assert "about $104.2 million per month" in [shown.words for shown in left.values()]
    assert started.lens_view.notices[0].isVisible()
    figure = next(iter(left))
    text = started.compare.panes[0].text
    started.compare.panes[0].mark((figure,))
    start = text.places.position(figure.span.start)
    cursor = text.textCursor()
    cursor.setPosition(start + 3)
    place: QPoint = text.cursorRect(cursor).center()
    qtbot.mouseMove(text.viewport(), place)
    qtbot.waitUntil(started.pointing.card.isVisible)
    assert f"“{figure.quote}”" in started.pointing.card.accessibleDescription()
    QApplication.sendEvent(text.viewport(), QEvent(QEvent.Type.Leave))
    assert not started.pointing.card.isVisible()


def test_the_way_from_a_figure_to_another_article(qtbot, started):
    session = started.session
    figure = next(
        claim.figure for claim in session.analysis.claims_of(session.facing[0]) if claim.attribute == "payment"
    )
    menu = started.figure_menu.made(0, figure, figure.span.start)
    others = menu.findChild(QMenu)
    letters = [action.text()[0] for action in others.actions()]
    assert letters == ["B", "C", "D", "E"]
    others.actions()[2].trigger()
    assert session.letters[session.facing[1]] == "D"
    assert started.selected.text().startswith(f"“{figure.quote}”")
