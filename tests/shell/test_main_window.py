"""Whether the parts are joined into one window that remembers how it was left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QTextBrowser,
)

from desktop.files.preferences import PreferencesFile
from desktop.shell.commands.registry import plain
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "crossread.ini"), QSettings.Format.IniFormat)


def action(window: MainWindow, words: str) -> QAction:
    """The menu entry of that name."""
    return next(entry for entry in window.commands.all.values() if plain(entry.text()) == words)


def test_a_selection_reaches_every_part(qtbot, window, rent):
    window.agreement.view.setCurrentIndex(window.agreement.table.index(0, 0))
    assert window.selected.text() == "“$12 a year” in Ledger: conflict"
    for pane, quote in zip(window.compare.panes, ("$12 a year", "$12 a month"), strict=True):
        assert pane.text.extraSelections()[0].cursor.selectedText() == quote
    assert "payment" in window.review.text.toPlainText()
    assert window.timeline.plot.marked[0] == rent.yearly.figure


def test_counts_are_said_in_words(window):
    assert window.counts.accessibleName() == "1 conflict, 0 close, 0 equivalent, 1 agree, 1 unreviewed"


def test_review_keys_step_through_the_differences(qtbot, window, rent):
    action(window, "Next difference").trigger()
    assert window.selected.text().startswith("“$12 a year”")


def test_the_keys_are_in_the_menus_and_no_key_is_used_twice(window):
    keys = [key for name in window.commands.all for key in window.commands.keys(name)]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+O", "Alt+Down", "Alt+Up", "Alt+Shift+Down", "Alt+Shift+Up", "F6", "Ctrl+Z"} <= set(keys)


def test_f6_goes_through_all_parts(qtbot, window):
    parts = []
    for _ in range(7):
        window.next_part()
        parts.append(QApplication.focusWidget())
    left, right = (pane.text for pane in window.compare.panes)
    assert parts == [
        left,
        right,
        window.agreement.view,
        window.timeline.plot,
        window.review.text,
        window.sources.view,
        left,
    ]


def test_the_keys_for_figures_go_through_the_text_with_the_focus(qtbot, window, rent):
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.selected.text() == "“$12 a year” in Ledger: conflict"
    window.compare.panes[1].text.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.selected.text() == "“$12 a month” in Wire: conflict"
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.compare.panes[1].text.hasFocus()


def test_the_wording_is_brought_to_the_front_from_the_claims(qtbot, window, rent):
    assert window.wording.text.visibleRegion().isEmpty()
    window.agreement.view.setCurrentIndex(window.agreement.table.index(0, 0))
    window.agreement.view.setFocus()
    qtbot.keyClick(window.agreement.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.wording.text.visibleRegion().isEmpty())
    assert window.review.text.visibleRegion().isEmpty()
    assert "$12 a month" in window.wording.text.toPlainText()
    window.next_part()
    assert QApplication.focusWidget() is window.wording.text


def test_f6_goes_to_the_notes_while_there_are_none(qtbot, window):
    window.docks["Notes"].show()
    window.docks["Notes"].raise_()
    qtbot.waitUntil(lambda: not window.notes.filter.finder.visibleRegion().isEmpty())
    parts = []
    for _ in range(6):
        window.next_part()
        parts.append(QApplication.focusWidget())
    assert window.notes.filter.finder in parts
    assert len(set(parts)) == 6, "it goes on from there"


def test_buttons_say_the_keys_that_the_editor_chose(window):
    gutter, bar = window.compare.gutter, window.compare.find_bar
    tips = [button.toolTip() for button in (gutter.swap, gutter.step, bar.next)]
    assert tips == ["Swap the two articles (Ctrl+T)", "Scroll both texts in step (Ctrl+Shift+L)", "Next place (F3)"]
    window.commands.set_keys({"sources.swap": ["Ctrl+Alt+T"]})
    assert gutter.swap.toolTip() == "Swap the two articles (Ctrl+Alt+T)"
    window.commands.set_keys({})


def test_zoom_is_for_the_articles_alone(window):
    before = window.menuBar().font().pointSizeF()
    action(window, "Larger article text").trigger()
    sizes = {pane.text.font().pointSizeF() for pane in window.compare.panes}
    assert sizes == {13.5}
    assert window.menuBar().font().pointSizeF() == before
    action(window, "Usual article text").trigger()
    assert {pane.text.font().pointSizeF() for pane in window.compare.panes} == {12.5}


def test_the_texts_have_the_most_room(qtbot, window):
    qtbot.waitUntil(lambda: window.docks["Claims"].width() > window.docks["Payments"].width() > 300)
    left, right = window.compare.panes
    assert left.width() == right.width() > 340
    assert 150 < window.docks["Sources"].width() < 200
    assert 250 < window.docks["Review"].width() < 300
    assert left.height() > 380


def test_docks_can_be_put_away(window):
    for name, dock in window.docks.items():
        assert dock.isVisible(), name
        dock.toggleViewAction().trigger()
        assert not dock.isVisible(), name


def test_it_comes_back_as_it_was_left(qtbot, session, appearance, settings, tmp_path):
    def start() -> MainWindow:
        window = MainWindow(appearance, settings, PreferencesFile(tmp_path / "preferences.json"))
        qtbot.addWidget(window)
        window.place()
        window.show()
        window.fill(session, Selection())
        return window

    window = start()
    window.complete()
    window.docks["Sources"].hide()
    window.resizeDocks([window.docks["Review"]], [400], Qt.Orientation.Horizontal)
    window.compare.set_zoom(3)
    action(window, "Scroll in step").trigger()
    window.agreement.columns.hide("why", True)
    window.close()
    window = start()
    window.complete()
    assert window.docks["Sources"].isHidden()
    assert window.docks["Review"].width() > 350
    assert window.compare.zoom == 3
    assert not window.compare.is_in_step
    assert not window.compare.gutter.step.isChecked()
    assert not action(window, "Scroll in step").isChecked()
    assert window.agreement.view.isColumnHidden(4)


def test_a_window_left_on_a_monitor_that_is_gone_is_brought_back(qtbot, session, appearance, settings):
    window = MainWindow(appearance, settings)
    window.fill(session, Selection())
    qtbot.addWidget(window)
    window.show()
    window.move(20000, 20000)
    window.close()
    window = MainWindow(appearance, settings)
    qtbot.addWidget(window)
    window.place()
    window.show()
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(window.frameGeometry())


def test_a_message_stays_until_it_is_dismissed(qtbot, window):
    window.messages.complain("a.txt: there is no such file")
    assert window.messages.isVisible()
    assert window.messages.label.text() == "a.txt: there is no such file"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


def test_a_failed_comparison_is_told(window, session, jobs):
    session.include("wire", False)
    (number,) = jobs.waiting
    jobs.ended.emit(number, None, ValueError("two articles have the same id"))
    assert "two articles have the same id" in window.messages.label.text()


def test_every_control_has_a_name(window):
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QPlainTextEdit, QTextBrowser)
    shown = [part for kind in kinds for part in window.findChildren(kind) if part.isVisible()]
    nameless = [
        part
        for part in shown
        if not isinstance(part, QHeaderView)
        and not (part.accessibleName() or getattr(part, "text", str)() or part.toolTip())
    ]
    assert len(shown) > 15
    assert nameless == []


def test_what_is_worth_knowing_goes_when_it_is_no_longer_true(window, session):
    window.messages.tell("All conflicts of these two articles are ruled on.")
    session.swap()
    assert not window.messages.isVisible()
    window.messages.complain("a.txt: there is no such file")
    session.swap()
    assert window.messages.isVisible()


def test_what_is_selected_is_looked_at_in_an_article_in_sight(window, session, rent):
    window.agreement.view.setCurrentIndex(window.agreement.table.index(0, 0))
    assert window.selected.text().startswith("“$12 a year” in Ledger")
    session.face("spark", "wire")
    assert window.selected.text() == "“$12 a month” in Wire: conflict"


def test_tab_does_not_lead_behind_another_tab(window):
    assert not window.places["Wording"].isEnabled()
    window.show_wording()
    assert window.places["Wording"].isEnabled()
    assert not window.places["Review"].isEnabled()


def test_ruling_on_nothing_says_so(window):
    window.commands["review.rule-both-wrong"].trigger()
    assert "Nothing is selected" in window.messages.label.text()


def test_the_buttons_say_the_keys_that_were_chosen_for_rulings(window, session):
    window.commands.set_keys({"review.rule-left-right": ("F10",), "review.rule-both-wrong": ()})
    assert [button.text() for button in window.review.ruling.buttons[:3]] == [
        "F10  A is right",
        "2  B is right",
        "Both wrong",
    ]
    window.commands.set_keys({})
    assert window.review.ruling.buttons[0].text() == "1  A is right"


def test_the_history_goes_back_and_forward(qtbot, window):
    session = window.session
    for title in ("One", "Two"):
        session.edit(f"call it {title}", replace(session.workspace, title=title))
    action(window, "History…").trigger()
    steps = window.history.dialog.steps
    model = steps.model()
    assert [model.index(row, 0).data() for row in range(3)] == ["As it was opened", "call it One", "call it Two"]
    steps.setCurrentIndex(model.index(1, 0))
    assert session.workspace.title == "One"
    steps.setCurrentIndex(model.index(0, 0))
    assert session.workspace.title == "Rent"
    steps.setCurrentIndex(model.index(2, 0))
    assert session.workspace.title == "Two"
    first = window.history.dialog
    action(window, "History…").trigger()
    assert window.history.dialog is first


def test_commands_that_change_say_why_they_may_not(window):
    tip = window.commands["review.rule-both-wrong"].toolTip()
    window.session.read_only = "Ben has it open."
    names = ("review.rule-many", "review.rule-both-wrong", "review.withdraw", "review.note", "edit.mark-figure")
    for name in names:
        assert not window.commands[name].isEnabled()
        assert window.commands[name].toolTip() == "Ben has it open."
    assert window.commands["review.next-unreviewed"].isEnabled()
    window.session.read_only = ""
    assert all(window.commands[name].isEnabled() for name in names)
    assert window.commands["review.rule-both-wrong"].toolTip() == tip


def test_whether_it_goes_on_after_a_ruling_is_remembered(qtbot, session, appearance, settings):
    def opened() -> MainWindow:
        shown = MainWindow(appearance, settings)
        qtbot.addWidget(shown)
        shown.fill(session, Selection())
        shown.complete()
        return shown

    first = opened()
    assert first.reviewing.goes_on
    first.commands["review.go-on"].trigger()
    first.close()
    second = opened()
    assert not second.reviewing.goes_on
    assert not second.commands["review.go-on"].isChecked()
