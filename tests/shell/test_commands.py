"""Whether commands are found by name, keep their keys, and say them in their tooltips."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.shell.commands.registry import Commands, plain


@pytest.fixture
def menu(qtbot) -> QMenu:
    shown = QMenu("&File")
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def commands(menu) -> Commands:
    return Commands({"file": menu}, menu)


def test_a_command_stands_in_its_menu_under_its_name(commands, menu):
    called = []
    action = commands.add("file", "file.open", "&Open && read…", "Ctrl+O", lambda: called.append(1), "Compare others")
    assert menu.actions() == [action]
    assert commands["file.open"] is action
    assert commands.menu_of("file.open") == "File"
    assert plain(action.text()) == "Open & read…"
    assert action.toolTip() == "Compare others (Ctrl+O)"
    action.trigger()
    assert called == [1]


def test_a_command_without_a_tip_says_its_words(commands):
    assert commands.add("file", "file.quit", "&Quit", "", lambda: None).toolTip() == "Quit"


def test_one_of_a_group_is_on(commands):
    told = []
    group = QActionGroup(commands)
    first, second = (
        commands.add_choice("file", name, name, "", told.append, group=group, checked=name == "a") for name in "ab"
    )
    second.trigger()
    assert (first.isChecked(), second.isChecked(), told) == (False, True, [True])


def test_an_action_of_somebody_else_becomes_a_command(commands, menu):
    action = QAction("&Undo", menu)
    commands.adopt("file", "edit.undo", action, ("Ctrl+Z", "Alt+Backspace"))
    assert commands.keys("edit.undo") == ("Ctrl+Z", "Alt+Backspace")


def test_a_command_keeps_its_words_where_commands_are_listed(commands, menu):
    action = QAction("&Undo", menu)
    commands.adopt("file", "edit.undo", action, "Ctrl+Z")
    action.setText("&Undo ruling")
    commands.set_keys({"edit.undo": ("Ctrl+J",)})
    assert commands.words("edit.undo") == "Undo"
    assert action.toolTip() == "Undo (Ctrl+J)"


def test_a_name_is_used_once(commands):
    commands.add("file", "file.open", "Open", "", lambda: None)
    with pytest.raises(ValueError, match=r"file\.open"):
        commands.add("file", "file.open", "Open", "", lambda: None)


def test_keys_can_be_chosen_and_given_back(qtbot, commands):
    commands.add("file", "file.open", "Open", "Ctrl+O", lambda: None)
    commands.add("file", "file.quit", "Quit", "Ctrl+Q", lambda: None)
    with qtbot.waitSignal(commands.keys_changed):
        commands.set_keys({"file.open": ("F2",), "gone.command": ("F3",)})
    assert commands.keys("file.open") == ("F2",)
    assert commands["file.open"].toolTip() == "Open (F2)"
    assert commands.chosen_keys() == {"file.open": ("F2",)}
    commands.set_keys({"file.open": ()})
    assert commands.keys("file.open") == ()
    commands.set_keys({})
    assert commands.keys("file.open") == commands.usual_keys("file.open") == ("Ctrl+O",)
    assert isinstance(commands, QObject)


def test_a_step_is_named_in_the_menu_with_all_the_signs_in_it(window):
    session = window.session
    session.edit("note on “R&D”", replace(session.workspace, title="Another"))
    assert window.commands["edit.undo"].text() == "&Undo note on “R&&D”"
    session.undo_stack.undo()
    assert window.commands["edit.redo"].text() == "&Redo note on “R&&D”"
