"""Whether two versions of an article are shown beside each other, figures first, and nothing by colour alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.core.reanchoring import with_version
from desktop.core.text import Article
from desktop.core.versions import changes
from desktop.core.workspace import Workspace
from desktop.files.lexicon import load
from desktop.shell.models.version_table import VersionTable
from desktop.shell.views.versions_dialog import VersionsDialog

FIRST = Article(
    "a",
    "Rent rises",
    "Harbour pays Pier $12 a year.\nThe wall has 3 gates, they say.",
    "1",
    outlet="Ledger",
    source="d/ledger.txt",
    imported="2026-11-20T10:00:00.000+00:00",
)
SECOND = replace(
    FIRST, title="Rent falls", text="Harbour pays Pier $12 a month.\nThe wall has 3 gates, they say.", sha256="2"
)
THIRD = replace(SECOND, text="Harbour pays Pier $12 a month.\nNobody says it is 5 miles off.", sha256="3", source="")
OTHER = Article("b", "Wire", "It cost $5.", "4", outlet="Wire")


@pytest.fixture
def dialog(qtbot, empty_session, appearance) -> VersionsDialog:
    """The dialog on an article of three versions."""
    workspace = Workspace("", (FIRST, OTHER))
    for version in (SECOND, THIRD):
        workspace = with_version(workspace, version, load())
    empty_session.begin(workspace)
    shown = VersionsDialog(None, empty_session, load, appearance)
    qtbot.addWidget(shown)
    shown.show_article("a")
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def cells(dialog) -> list[list[str]]:
    rows = dialog.rows
    return [[rows.index(row, column).data() for column in range(4)] for row in range(rows.rowCount())]


def test_the_last_two_versions_are_compared_first(dialog):
    assert (dialog.older.currentIndex(), dialog.newer.currentIndex()) == (1, 2)
    assert cells(dialog) == [["gone", "3", "–", "gone"], ["new", "–", "5 miles", "5 mi"]]
    assert dialog.article.count() == 1


def test_any_two_can_be_chosen_and_stay_in_their_order(dialog):
    dialog.newer.setCurrentIndex(1)
    dialog.newer.activated.emit(1)
    assert (dialog.older.currentIndex(), dialog.newer.currentIndex()) == (0, 1)
    assert cells(dialog) == [
        ["changed", "$12 a year", "$12 a month", "per month instead of per year; 12 times as much a year"]
    ]
    assert dialog.summary.text() == "1 figure changed, another headline and 1 passage different."
    dialog.older.setCurrentIndex(2)
    dialog.older.activated.emit(2)
    assert (dialog.older.currentIndex(), dialog.newer.currentIndex()) == (1, 2)
    dialog.older.setCurrentIndex(0)
    dialog.older.activated.emit(0)
    assert (dialog.older.currentIndex(), dialog.newer.currentIndex()) == (0, 2)


def test_versions_are_called_by_number_time_and_file(dialog):
    called = [dialog.older.itemText(number) for number in range(3)]
    assert called[0].startswith("Version 1 · imported ")
    assert called[0].endswith(" · ledger.txt")
    assert called[2].startswith("Version 3 · the present one · ")
    assert called[2].endswith(" · pasted")


def look(dialog, words: str):
    cursor = dialog.text.document().find(words)
    assert not cursor.isNull(), dialog.text.toPlainText()
    return cursor.charFormat()


def test_what_is_gone_is_struck_through_and_what_is_new_underlined(dialog):
    dialog.newer.setCurrentIndex(1)
    dialog.newer.activated.emit(1)
    gone, new, kept = look(dialog, "$12 a year"), look(dialog, "$12 a month"), look(dialog, "Harbour")
    assert (gone.fontStrikeOut(), gone.fontUnderline()) == (True, False)
    assert (new.fontStrikeOut(), new.fontUnderline()) == (False, True)
    assert (kept.fontStrikeOut(), kept.fontUnderline()) == (False, False)
    assert len({one.foreground().color().name() for one in (gone, new, kept)}) == 3
    text = dialog.text.toPlainText()
    assert text.startswith("Headline\nRent rises Rent falls\nWorded otherwise\n")
    assert "Harbour pays Pier $12 a year $12 a month." in text


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("They gave 90 days' notice.", "They gave 120 days' notice.", "They gave 90 days 120 days' notice."),
        ("It runs to May 2029.", "It runs to June 2031.", "It runs to May 2029 June 2031."),
        ('They called it "$12 a year".', 'They called it "$12 a month".', 'They called it "$12 a year $12 a month".'),
        ("The pier has a very long wall.", "The pier has a wall.", "The pier has a very long wall."),
        ("The wall (12 feet) is old.", "The wall (15 feet) is old.", "The wall (12 feet 15 feet) is old."),
    ],
)
def test_blanks_stand_where_the_versions_have_them(dialog, empty_session, was, now, shown):
    for text in (was, now):
        version = Article("a", "Rent rises", text, text)
        empty_session.edit("version", with_version(empty_session.workspace, version, load()))
    count = dialog.newer.count()
    for box, number in ((dialog.older, count - 2), (dialog.newer, count - 1)):
        box.setCurrentIndex(number)
        box.activated.emit(number)
    assert dialog.text.toPlainText().splitlines()[-1] == shown


def test_only_figures_of_the_present_version_can_be_gone_to(dialog, qtbot):
    assert not dialog.go.isEnabled()  # "3" is gone
    dialog.table.selectRow(1)
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.figure_wanted) as told:
        dialog.go.click()
    assert told.args[0].quote == "5 miles"
    with qtbot.waitSignal(dialog.figure_wanted):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    dialog.newer.setCurrentIndex(1)
    dialog.newer.activated.emit(1)
    assert not dialog.go.isEnabled()
    with qtbot.assertNotEmitted(dialog.figure_wanted):
        dialog.table.activated.emit(dialog.rows.index(0, 0))


def test_all_of_it_is_copied_as_text(dialog):
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].startswith("From Version 2 · ")
    assert "“3” is gone." in copied
    assert "+ Nobody says it is 5 miles off." in copied


def test_it_follows_undo_and_closes_where_no_versions_are_left(dialog, empty_session):
    before = empty_session.workspace
    fourth = replace(THIRD, text="All is well.", sha256="5")
    empty_session.edit("version", with_version(before, fourth, load()))
    assert dialog.newer.count() == 4
    empty_session.undo_stack.undo()
    assert dialog.newer.count() == 3
    empty_session.edit("remove", before.without_article("a"))
    assert not dialog.isVisible()


def test_the_same_wording_is_said_to_be_so(dialog, empty_session):
    again = replace(THIRD, title="Rent falls", imported="2026-11-22T10:00:00.000+00:00")
    empty_session.edit("version", with_version(empty_session.workspace, again, load()))
    assert dialog.summary.text() == "The two versions say the same."
    assert dialog.text.toPlainText() == "The wording is the same."
    assert not dialog.table.isVisible()


def test_keys_reach_everything(dialog, qtbot):
    dialog.activateWindow()
    reached = set()
    dialog.article.setFocus()
    for _ in range(9):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {dialog.article, dialog.older, dialog.newer, dialog.table, dialog.copy} <= reached
    assert all(
        part.accessibleName() for part in (dialog.article, dialog.older, dialog.newer, dialog.table, dialog.text)
    )


def test_line_breaks_of_an_article_are_no_paragraphs_here(dialog, empty_session):
    broken = replace(THIRD, text="Harbour pays Pier\u2028$12 a month. <b>Bold</b>", sha256="6")
    empty_session.edit("version", with_version(empty_session.workspace, broken, load()))
    dialog.text.moveCursor(QTextCursor.MoveOperation.End)
    assert "<b>Bold</b>" in dialog.text.toPlainText()


def test_the_model_holds_to_the_rules(qtmodeltester):
    model = VersionTable()
    qtmodeltester.check(model)
    model.show(changes(FIRST, SECOND, load()).figures)
    qtmodeltester.check(model)
    assert model.rowCount() == 1
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole).startswith("What it means: per month")
    assert model.change(1) is None
