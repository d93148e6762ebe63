"""An editor who is new here: the hint, the guide, the palette, keys of one's own, and a next day."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.files.preferences import Preferences, PreferencesFile
from desktop.shell import app
from desktop.shell.main_window import MainWindow
from desktop.shell.views.preferences import PreferencesDialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def start(qtbot, qapp, tmp_path):
    """Starts the program as its command does, but for the event loop, which is the test's."""
    from desktop.shell.theme import Appearance

    starts = []

    def start_one() -> MainWindow:
        file = PreferencesFile(tmp_path / "preferences.json")
        preferred = file.read()
        appearance = Appearance(qapp, "light", preferred.interface_points)
        window = MainWindow(appearance, None, file)
        starts.append(app.Start(window, [], None, {}, None))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitUntil(lambda: hasattr(window, "agreement") and window.session.is_analysed)
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield start_one
    for each in starts:
        each.finish()
    QApplication.processEvents()


def press(qtbot, window, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key in the window, which may have to come to the front again."""
    qtbot.waitUntil(lambda: window.activateWindow() or QApplication.activeWindow() is window)
    qtbot.keyClick(window, key, modifiers)


def test_the_first_day_and_the_second(qtbot, start):
    window = start()
    assert window.hint.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.hint.isVisible()

    window.agreement.view.setFocus()
    press(qtbot, window, Qt.Key.Key_F1)
    assert window.helping.guide.page == "claims"
    window.helping.guide.close()

    press(qtbot, window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.keyClicks(window.finder.field, "rackside right")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.compare.panes[1].badge.text() == "C")

    press(qtbot, window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.keyClicks(window.finder.field, "go payment")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.selected.text().endswith("conflict"))
    assert "payment" in window.review.text.toPlainText()

    press(qtbot, window, Qt.Key.Key_Comma, CONTROL)
    dialog = window.findChild(PreferencesDialog)
    dialog.pages.setCurrentWidget(dialog.keys)
    names = [dialog.keys.table.item(row, 0).text() for row in range(dialog.keys.table.rowCount())]
    dialog.keys.table.setCurrentCell(names.index("Next disagreement"), 0)
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_F9)
    dialog.accept()
    window.close()

    window = start()
    assert not window.hint.isVisible()
    press(qtbot, window, Qt.Key.Key_F9)
    assert window.selected.text().endswith("conflict")
    window.commands["help.hint"].trigger()
    assert "F9: next disagreement" in window.hint.accessibleName()
    window.preferring.apply(Preferences(theme="light"))
    window.close()


def test_the_hint_goes_with_the_case_it_is_about(start, tmp_path):
    window = start()
    article = tmp_path / "a.txt"
    article.write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    window.opening.open([article])
    assert not window.hint.isVisible()


def test_own_articles_bring_no_hint(qtbot, qapp, tmp_path):
    from desktop.shell.theme import Appearance

    article = tmp_path / "a.txt"
    article.write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    window = MainWindow(Appearance(qapp, "light"), None, PreferencesFile(tmp_path / "preferences.json"))
    qtbot.addWidget(window)
    start = app.Start(window, [article], None, {}, None)
    window.show()
    qtbot.waitUntil(lambda: hasattr(window, "agreement") and window.session.is_analysed)
    assert not window.hint.isVisible()
    assert not (tmp_path / "preferences.json").exists()
    start.finish()
    QApplication.processEvents()


def test_no_two_commands_of_a_menu_share_a_letter(started):
    for menu in started.named_menus.values():
        letters = [found[1].casefold() for each in menu.actions() if (found := re.search(r"&(\w)", each.text()))]
        assert len(letters) == len(set(letters)), (menu.title(), letters)


def test_no_two_commands_share_a_key(started):
    keys = [key for name in started.commands.all for key in started.commands.keys(name)]
    assert len(keys) == len(set(keys))
