"""Whether help is there where it is wanted: the guide at the right page, all keys, the first hint, about."""

import re
import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

from desktop.core.workspace import Workspace
from desktop.files.guide import pages
from desktop.files.preferences import Preferences
from desktop.shell.commands.registry import plain
from desktop.shell.palette.entries import command_entries
from desktop.shell.views.about_dialog import OTHERS, AboutDialog
from desktop.shell.views.backups_dialog import BackupsDialog
from desktop.shell.views.guide_window import GuideWindow, PageRole
from desktop.shell.views.key_sheet import KeySheet
from desktop.shell.views.preferences import PreferencesDialog


@pytest.fixture
def guide(window):
    window.commands["help.guide"].trigger()
    return window.helping.guide


@pytest.fixture
def sheet(window):
    window.commands["help.keys"].trigger()
    return window.helping.keys


def titles(guide) -> list[str]:
    return [guide.contents.item(row).text() for row in range(guide.contents.count())]


@pytest.mark.parametrize(
    ("part", "page"),
    [
        (lambda window: window.compare.panes[1].text, "reading"),
        (lambda window: window.agreement.view, "claims"),
        (lambda window: window.review.text, "review"),
        (lambda window: window.sources.view, "first-minute"),
        (lambda window: window.timeline.as_table, "payments"),
    ],
)
def test_the_guide_opens_at_the_page_about_the_part_in_focus(window, part, page):
    part(window).setFocus()
    window.commands["help.guide"].trigger()
    assert window.helping.guide.page == page
    assert window.helping.guide.contents.currentItem().data(PageRole) == page
    assert window.helping.guide.isVisible()
    assert not window.helping.guide.isModal()


@pytest.mark.parametrize(
    ("command", "dialog", "page"),
    [
        ("review.compare-editors", lambda window: window.comparing.view, "editors"),
        ("file.backups", lambda window: window.findChild(BackupsDialog), "kept"),
        ("edit.history", lambda window: window.history.dialog, "kept"),
        ("sources.versions", lambda window: window.renewing.versions, "versions"),
    ],
)
def test_the_key_of_the_guide_opens_the_page_about_the_window_beside(qtbot, window, command, dialog, page):
    session = window.session
    older = session.workspace.articles[0]
    newer = replace(older, text=f"{older.text} Not so.")
    articles = (newer, *session.workspace.articles[1:])
    session.show_workspace(replace(session.workspace, articles=articles, earlier=(older,)))
    window.commands[command].trigger()
    shown = dialog(window)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    assert not shown.isModal(), "the guide could not be read beside it"
    qtbot.keyClick(shown, Qt.Key.Key_F1)
    assert window.helping.guide.page == page
    assert window.helping.guide.isVisible()
    shown.close()


def test_links_go_to_pages_and_back(qtbot, guide):
    guide.open_page("first-minute")
    guide.text.setSource(QUrl("guide:signs"))
    assert guide.page == "signs"
    assert guide.contents.currentItem().text() == "Colours and signs"
    guide.back.click()
    assert guide.page == "first-minute"
    assert guide.contents.currentItem().text() == "The first minute"
    guide.forward.click()
    assert guide.page == "signs"
    assert not guide.forward.isEnabled()


def test_the_contents_lead_to_pages(guide):
    guide.contents.setCurrentRow(guide.contents.count() - 1)
    assert guide.page == "limits"
    assert guide.text.toPlainText().startswith("What Crossread cannot do")


def test_words_are_found_and_marked(qtbot, guide):
    qtbot.keyClicks(guide.field, "exchange rates")
    assert titles(guide) == ["What Crossread cannot do"]
    qtbot.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide.page == "limits"
    assert {mark.cursor.selectedText().lower() for mark in guide.text.extraSelections()} >= {"exchange", "rates"}
    guide.field.setText("zeppelin")
    assert guide.nothing.isVisible()
    guide.field.clear()
    assert len(titles(guide)) == len(pages())
    assert guide.text.extraSelections() == []


def test_keys_in_the_guide_are_those_of_the_commands(window, guide):
    guide.open_page("keyboard")
    assert "Alt+Shift+Down" in guide.text.toPlainText()
    window.commands.set_keys({"review.next-disagreement": ("F9",), "help.palette": ()})
    guide.open_page("first-minute")
    guide.open_page("keyboard")
    assert "Alt+Shift+Down" not in guide.text.toPlainText()
    assert "F9" in guide.text.toPlainText()
    assert "Help › Command palette" in guide.text.toPlainText()


def test_names_of_controls_in_the_guide_are_those_of_the_window(qtbot, window, guide):
    guide.open_page("claims")
    shown = guide.text.toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    assert "{say:" not in shown
    assert window.agreement.two.text() in shown
    assert window.agreement.conflicts_only.text().replace("&", "") in shown
    qtbot.keyClicks(guide.field, window.agreement.show_all.text())
    assert "The claims table" in titles(guide)


def test_every_command_that_the_guide_names_exists(window):
    named = {name for page in pages() for name in re.findall(r"\{key:([^}]*)\}", page.html)}
    assert len(named) > 10
    assert named <= set(window.commands.all)


def test_signs_and_pictures_are_drawn(guide):
    image = QTextDocument.ResourceType.ImageResource.value
    for name in re.findall(r'src="([^"]*)"', "".join(page.html for page in pages())):
        drawn = guide.text.loadResource(image, QUrl(name))
        assert not drawn.isNull(), name
    assert guide.text.loadResource(image, QUrl("file:///etc/hostname")) is None
    assert guide.text.loadResource(image, QUrl("picture:gone")) is None


def test_the_guide_follows_the_theme(guide, appearance):
    guide.open_page("signs")
    light: QImage = guide.text.grab().toImage()
    appearance.choose("dark")
    dark = guide.text.grab().toImage()
    appearance.choose("light")
    assert light != dark
    assert guide.page == "signs"


def test_all_commands_and_the_other_keys_are_on_the_sheet(window, sheet):
    text = sheet.text.toPlainText()
    for name, action in window.commands.all.items():
        assert action.text().replace("&", "") in text, name
    assert "Ctrl+Shift+O" in text
    assert "no key" in text
    assert "Tab, Shift+Tab" in text


def test_the_sheet_is_narrowed_down(qtbot, sheet):
    qtbot.keyClicks(sheet.field, "alt+shift")
    text = sheet.text.toPlainText()
    assert "Next disagreement" in text
    assert "Quit" not in text
    sheet.field.setText("zzz")
    assert sheet.text.toPlainText() == "No command and no key holds these words."


def test_the_sheet_knows_changed_keys(window, sheet):
    window.commands.set_keys({"file.open": ("Ctrl+J",)})
    assert "Ctrl+J" in sheet.text.toPlainText()
    assert "Ctrl+O" not in sheet.text.toPlainText().split()


def test_the_hint_is_shown_and_dismissed(qtbot, window):
    window.commands["help.hint"].trigger()
    assert window.hint.isVisible()
    words = window.hint.accessibleName()
    assert "Alt+Shift+Down: next disagreement" in words
    assert "F1: guide" in words
    window.hint.got_it.click()
    assert not window.hint.isVisible()


def test_escape_dismisses_the_hint_and_a_message_one_by_one(qtbot, window):
    window.commands["help.hint"].trigger()
    window.messages.tell("B and C are the same text")
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.hint.isVisible()
    assert not window.messages.isVisible()


def test_a_window_says_at_its_first_start_alone_where_to_begin(window):
    assert not window.hint.isVisible()
    assert window.preferring.preferences == Preferences(), "the theme asked for at the start is for this time only"


def test_every_control_of_every_dialog_has_a_name(window):
    for name in ("help.guide", "help.keys", "help.about", "edit.preferences"):
        window.commands[name].trigger()
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QKeySequenceEdit, QTextBrowser)
    found = [part for dialog in window.findChildren(QDialog) for kind in kinds for part in dialog.findChildren(kind)]
    fields = [field for dialog in window.findChildren(QDialog) for field in dialog.findChildren(QLineEdit)]
    found += [field for field in fields if type(field.parent()) in (QWidget, GuideWindow, KeySheet)]
    nameless = [
        part
        for part in found
        if not isinstance(part, QHeaderView)
        and not part.objectName().startswith("qt_")
        and not isinstance(part.parent(), QComboBox | QLineEdit | QFrame)
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert len(found) > 25
    assert nameless == []


def test_about_says_what_it_is_and_whose_work_it_stands_on(window, root):
    window.commands["help.about"].trigger()
    dialog = window.findChild(AboutDialog)
    assert "offline" in dialog.points.text()
    assert "MIT" in dialog.points.text()
    told = dialog.others.toPlainText().casefold()
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for package in project["dependencies"]:
        name = re.split(r"[_=<>]", package)[0].casefold()
        assert name in told, package
    for font in (root / "resources" / "fonts").glob("*.[otw]*"):
        assert re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", font.stem.partition("-")[0]).casefold() in told
    assert all(licence for _, licence in OTHERS)
    dialog.reject()


def test_lists_of_commands_know_no_words_of_the_moment(window):
    window.session.edit("ruling", Workspace("", ()))
    assert plain(window.commands["edit.undo"].text()) == "Undo ruling"
    assert [entry.words for entry in command_entries(window.commands) if entry.name == "edit.undo"] == ["Undo"]
    window.commands["help.keys"].trigger()
    assert "Undo" in window.helping.keys.text.toPlainText()
    assert "Undo ruling" not in window.helping.keys.text.toPlainText()
    window.commands["edit.preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    rows = dialog.keys.table.model()
    listed = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert "Undo" in listed
    assert "Undo ruling" not in listed
