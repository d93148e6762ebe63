"""Whether preferences show at once, are taken back by Cancel, and keys change hands only with a question."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop.core.rulings import Decision
from desktop.files.preferences import Preferences, PreferencesFile
from desktop.shell.commands.preferring import sound_keys
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection
from desktop.shell.views.key_table import CommandKeys, KeyTable
from desktop.shell.views.preferences import PreferencesDialog, font_family, paper_of_the_country

COMMANDS = (
    CommandKeys("file.open", "Open articles…", "File", ("Ctrl+O",)),
    CommandKeys("edit.redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    CommandKeys("help.about", "About Crossread", "Help", ()),
)
USUAL = {command.name: command.usual for command in COMMANDS}
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path):
    return tmp_path / "preferences.json"


@pytest.fixture
def window(qtbot, session, appearance, path):
    """A window that keeps its preferences."""
    shown = MainWindow(appearance, None, PreferencesFile(path))
    qtbot.addWidget(shown)
    shown.show()
    shown.fill(session, Selection())
    yield shown
    shown.preferring.apply(Preferences(theme="light"))


@pytest.fixture
def dialog(window):
    window.commands["edit.preferences"].trigger()
    return window.findChild(PreferencesDialog)


@pytest.fixture
def table(qtbot):
    shown = KeyTable(COMMANDS, {})
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def choose(box, value) -> None:
    box.setCurrentIndex(box.findData(value))


def press(qtbot, table, row: int, key: Qt.Key, modifier=CONTROL) -> None:
    """Selects a command and presses a key for it."""
    table.table.setCurrentCell(row, 0)
    qtbot.keyClick(table.field, key, modifier)


def button(dialog, which):
    return dialog.findChild(QDialogButtonBox).button(which)


def change_all(dialog) -> None:
    dialog.editor.setText(" Zoë ")
    choose(dialog.language, "en")
    choose(dialog.paper, "letter")
    choose(dialog.theme, "dark")
    dialog.interface_size.setValue(dialog.interface_size.value() + 2)
    choose(dialog.reading_font, "Inter")
    dialog.reading_size.setValue(15)


def test_everything_shows_at_once(dialog, window):
    before = QApplication.font().pointSizeF()
    change_all(dialog)
    assert window.appearance.theme.name == "dark"
    assert window.commands["view.dark"].isChecked()
    assert QApplication.font().pointSizeF() == before + 2
    assert window.menuBar().font().pointSizeF() == before + 2
    for pane in window.compare.panes:
        assert (pane.text.font().family(), pane.text.font().pointSizeF()) == ("Inter", 15)
    assert dialog.sample.font().family() == "Inter"


def test_ok_keeps_all(dialog, window, path):
    change_all(dialog)
    button(dialog, QDialogButtonBox.StandardButton.Ok).click()
    assert PreferencesFile(path).read() == Preferences(
        editor="Zoë",
        language="en",
        theme="dark",
        interface_points=2,
        reading_font="Inter",
        reading_points=2.5,
        paper="letter",
    )


@pytest.mark.parametrize("way", ["button", "escape"])
def test_cancel_takes_everything_back(qtbot, dialog, window, path, way):
    before = (window.preferring.preferences, QApplication.font().pointSizeF(), window.appearance.theme)
    change_all(dialog)
    if way == "button":
        button(dialog, QDialogButtonBox.StandardButton.Cancel).click()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (window.preferring.preferences, QApplication.font().pointSizeF(), window.appearance.theme) == before
    assert window.compare.panes[0].text.font().family() == "Source Serif 4"
    assert not path.exists()


def test_the_next_window_is_as_the_last(dialog, window, path, qtbot, session, appearance):
    change_all(dialog)
    dialog.keys.table.setCurrentCell(0, 0)
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_J, CONTROL)
    dialog.accept()
    window.close()
    following = MainWindow(appearance, None, PreferencesFile(path))
    qtbot.addWidget(following)
    following.show()
    following.fill(session, Selection())
    assert following.compare.panes[0].text.font().pointSizeF() == 15
    assert following.commands.keys("file.new") == ("Ctrl+J",)
    assert "Ctrl+J" in following.commands["file.new"].toolTip()


def test_what_the_window_itself_changes_is_kept_when_it_closes(window, path):
    window.commands["view.dark"].trigger()
    window.commands["view.larger"].trigger()
    window.close()
    kept = PreferencesFile(path).read()
    assert (kept.theme, kept.reading_points) == ("dark", 1)


def test_a_command_that_comes_later_gets_its_chosen_key(qtbot, session, appearance, path):
    PreferencesFile(path).write(Preferences(keys={"late.command": ("Ctrl+J",), "file.open": ("Ctrl+U",)}))
    window = MainWindow(appearance, None, PreferencesFile(path))
    qtbot.addWidget(window)
    window.fill(session, Selection())
    window.preferring.keep()
    window.commands.add("help", "late.command", "Late", "F12", lambda: None)
    window.complete()
    assert window.commands.keys("late.command") == ("Ctrl+J",)
    assert window.commands.keys("file.open") == ("Ctrl+U",)
    assert PreferencesFile(path).read().keys == {"late.command": ("Ctrl+J",), "file.open": ("Ctrl+U",)}


def test_the_dialog_shows_what_the_window_itself_changed(window):
    window.commands["view.dark"].trigger()
    window.commands["view.larger"].trigger()
    window.preferring.ask()
    dialog = window.findChild(PreferencesDialog)
    assert (dialog.theme.currentData(), dialog.reading_size.value()) == ("dark", 13.5)


def test_a_place_that_cannot_be_written_is_told(window, path):
    path.mkdir()
    window.preferring.keep()
    assert "preferences are not kept" in window.messages.label.text()


def test_a_file_edited_by_hand_gives_a_window_all_the_same(qtbot, session, appearance, path):
    path.write_text(
        json.dumps(
            {
                "theme": "pink",
                "interface_points": 1e9,
                "reading_font": 'No "such" font; }',
                "reading_points": "huge",
                "keys": {"file.open": ["Ctrl+Nonsense"], "edit.undo": ["Ctrl+T"], "file.quit": 3, "no.such": ["F9"]},
            }
        )
    )
    window = MainWindow(appearance, None, PreferencesFile(path))
    qtbot.addWidget(window)
    window.fill(session, Selection())
    assert window.compare.zoom == 0
    assert window.commands.keys("file.open") == ("Ctrl+O",)
    assert window.commands.keys("edit.undo") == ("Ctrl+Z",)
    assert window.commands.keys("sources.swap") == ("Ctrl+T",)
    assert window.messages.trouble.startswith("Some preferences could not be read; the usual ones are used: ")
    assert window.messages.trouble.endswith("damaged values: theme, interface_points, reading_points")
    window.preferring.apply(Preferences(theme="light"))


@pytest.mark.parametrize("preferred", ["", "Inter", "serif", "sans-serif", "Gone Old Face"])
def test_every_font_stands_in_the_list(qtbot, window, preferred):
    dialog = PreferencesDialog(window, Preferences(reading_font=preferred), COMMANDS, {"en": "English"}, (9.5, 12.5))
    assert dialog.reading_font.currentData() == preferred
    assert font_family(preferred)


def test_generic_fonts_are_some_family_of_the_system(qapp):
    assert {font_family("serif"), font_family("sans-serif")} <= {*QFontDatabase.families(), ""} or font_family("serif")
    assert font_family("") == "Source Serif 4"
    assert paper_of_the_country() in ("a4", "letter")


def test_what_is_learned_while_the_dialog_is_open_is_not_lost(dialog, window):
    window.preferring.note_use("file.open")
    dialog.editor.setText("Zoë")
    assert window.preferring.preferences.recent == ("file.open",)
    dialog.reject()
    assert window.preferring.preferences.recent == ("file.open",)


def test_a_free_key_is_given_at_once(qtbot, table):
    with qtbot.waitSignal(table.changed):
        press(qtbot, table, 2, Qt.Key.Key_J)
    assert table.chosen == {"help.about": ("Ctrl+J",)}
    assert table.table.item(2, 2).text() == "Ctrl+J"
    assert table.told.text() == "“About Crossread” has Ctrl+J now."


def test_a_key_of_another_command_is_named_and_moved_when_wanted(qtbot, table):
    press(qtbot, table, 2, Qt.Key.Key_Y)
    assert table.chosen == {}
    assert table.told.text() == "Ctrl+Y belongs to “Redo”."
    with qtbot.waitSignal(table.changed):
        table.move_here.click()
    assert table.chosen == {"help.about": ("Ctrl+Y",), "edit.redo": ("Ctrl+Shift+Z",)}
    assert not table.move_here.isVisible()


def test_another_row_forgets_the_question(qtbot, table):
    press(qtbot, table, 2, Qt.Key.Key_Y)
    assert table.move_here.isVisible()
    table.table.setCurrentCell(0, 0)
    assert not table.move_here.isVisible()
    assert table.told.text() == ""


@pytest.mark.parametrize(
    ("key", "modifier", "told"),
    [
        (Qt.Key.Key_Return, NONE, "Return means the same everywhere and cannot be given away."),
        (Qt.Key.Key_Escape, NONE, "Esc means the same everywhere and cannot be given away."),
        (Qt.Key.Key_C, CONTROL, "Ctrl+C means the same everywhere and cannot be given away."),
        (Qt.Key.Key_O, CONTROL, "Ctrl+O is its key already."),
    ],
)
def test_some_keys_are_refused(qtbot, table, key, modifier, told):
    press(qtbot, table, 0, key, modifier)
    assert table.told.text() == told
    assert table.chosen == {}


def test_no_key_usual_key_all_usual(qtbot, table):
    press(qtbot, table, 0, Qt.Key.Key_J)
    table.remove.click()
    assert table.chosen == {"file.open": ()}
    assert table.told.text() == "“Open articles…” has no key now."
    table.reset.click()
    assert table.chosen == {}
    press(qtbot, table, 2, Qt.Key.Key_J)
    press(qtbot, table, 0, Qt.Key.Key_K)
    table.reset_all.click()
    assert table.chosen == {}
    assert [table.table.item(row, 2).text() for row in range(3)] == ["Ctrl+O", "Ctrl+Shift+Z, Ctrl+Y", ""]


def test_a_usual_key_that_another_command_has_now_is_not_taken_back_silently(qtbot, table):
    press(qtbot, table, 2, Qt.Key.Key_O)
    table.move_here.click()
    table.table.setCurrentCell(0, 0)
    table.reset.click()
    assert table.told.text() == "Ctrl+O belongs to “About Crossread” now; give that its usual key first."
    assert table.chosen == {"file.open": (), "help.about": ("Ctrl+O",)}


@pytest.mark.parametrize(
    ("chosen", "sound"),
    [
        ({}, {}),
        ({"file.open": ("Ctrl+J",)}, {"file.open": ("Ctrl+J",)}),
        ({"file.open": ("ctrl+j",)}, {"file.open": ("Ctrl+J",)}),
        ({"file.open": ()}, {"file.open": ()}),
        ({"file.open": ("Ctrl+O",)}, {}),
        ({"file.open": ("Ctrl+Nonsense",)}, {}),
        ({"file.open": ("Return",)}, {}),
        ({"no.such": ("Ctrl+J",)}, {}),
        ({"file.open": ("Ctrl+Y",)}, {}),
        ({"file.open": ("Ctrl+Y", "Ctrl+J")}, {"file.open": ("Ctrl+J",)}),
        ({"file.open": ("Ctrl+Y",), "edit.redo": ("Ctrl+O",)}, {"file.open": ("Ctrl+Y",), "edit.redo": ("Ctrl+O",)}),
        ({"file.open": ("Ctrl+J",), "help.about": ("Ctrl+J",)}, {"help.about": ("Ctrl+J",)}),
    ],
)
def test_only_sound_keys_are_used(chosen, sound):
    assert sound_keys(chosen, USUAL) == sound


def test_no_two_commands_ever_share_a_key():
    keys = [(), ("Ctrl+O",), ("Ctrl+Y",), ("Ctrl+J",), ("Ctrl+Y", "Ctrl+O")]
    for first in keys:
        for second in keys:
            for third in keys:
                chosen = {"file.open": first, "edit.redo": second, "help.about": third}
                given = [key for name in USUAL for key in sound_keys(chosen, USUAL).get(name, USUAL[name])]
                assert len(given) == len(set(given)), chosen


def test_every_field_has_a_name(dialog):
    for field in (dialog.editor, dialog.language, dialog.paper, dialog.theme, dialog.interface_size):
        assert field.accessibleName()
        assert field.toolTip()


def test_rulings_bear_the_name_that_was_given(dialog, window, session, rent):
    dialog.editor.setText("Ada")
    window.reviewing.goes_on = False
    window.compare.panes[0].text.figure_chosen.emit(rent.yearly.figure)
    window.reviewing.rule(Decision.BOTH_WRONG)
    assert session.workspace.rulings[0].by == "Ada"


def test_the_theme_that_the_command_line_asked_for_is_shown_and_stays_for_this_time(qtbot, session, appearance, path):
    PreferencesFile(path).write(Preferences(theme="light"))
    appearance.choose("dark")
    window = MainWindow(appearance, None, PreferencesFile(path))
    qtbot.addWidget(window)
    window.show()
    window.fill(session, Selection())
    window.commands["edit.preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog.theme.currentData() == "dark"
    dialog.editor.setText("Zoë")
    button(dialog, QDialogButtonBox.StandardButton.Ok).click()
    assert appearance.choice == "dark"
    kept = PreferencesFile(path).read()
    assert (kept.theme, kept.editor) == ("light", "Zoë")
    window.preferring.apply(Preferences(theme="light"))
