"""Whether the whole window can be used in another language than the one it was written in."""

import re
from collections import Counter

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMenu

from desktop.core import wording
from desktop.core.language import ENGLISH, speak
from desktop.files.languages import catalogue
from desktop.shell.highlights import ORDER
from desktop.shell.views.figure_dialog import FigureDialog
from desktop.shell.views.table_cells import is_cut, room_for


@pytest.fixture
def german():
    """German, until the test is over."""
    speak(catalogue("de"))
    yield
    speak(ENGLISH)


@pytest.fixture
def window(german, started):
    """The program right after its start, in German."""
    return started


def test_no_two_commands_of_a_menu_have_one_mnemonic(window):
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.actions()]
    assert len(menus) >= 7
    for menu in menus:
        keys = Counter(found[1].casefold() for each in menu.actions() if (found := re.search(r"&(\w)", each.text())))
        assert max(keys.values(), default=1) == 1, (menu.title(), keys)


def test_every_command_and_menu_is_said_in_german(window):
    said = {action.text().replace("&", "") for action in window.commands.all.values()}
    assert {"Öffnen…", "Rückgängig", "Urteil: Quelle nötig", "Prüfung"} <= said
    assert [action.text() for action in window.menuBar().actions()][:2] == ["&Datei", "&Bearbeiten"]


def test_the_palette_finds_what_the_guide_promises(window):
    window.commands["help.palette"].trigger()
    for typed, found in (
        ("nwid", "Nächster Widerspruch"),
        ("ledger rechts", "rechts zeigen"),
        ("gehe zahlung", "Gehe zu: Zahlung"),
    ):
        window.finder.field.setText(typed)
        assert found in window.finder.entries.data(window.finder.entries.index(0, 0))


def test_the_status_and_the_topics_fit_their_columns(window):
    table = window.agreement.view
    column = window.agreement.table.names.index("status")
    assert all(
        table.columnWidth(column) >= room_for(wording.status(status), table.font(), has_sign=True) for status in ORDER
    )
    assert not any(is_cut(table, table.model().index(row, column)) for row in range(min(5, table.model().rowCount())))


def test_the_fields_of_a_figure_begin_with_what_can_be_read(window, qtbot):
    window.commands["review.next-disagreement"].trigger()
    window.commands["edit.mark-figure"].trigger()
    (dialog,) = window.findChildren(FigureDialog)
    assert dialog.amount.text() == "1.25 billion"
    assert dialog.outcome.text() == "Wird gelesen als: 1,25 Milliarden Dollar pro Jahr"
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.reject()


def test_what_can_be_undone_is_named(window):
    window.commands["sources.swap"].trigger()
    window.opening.add([])
    undo = window.commands["edit.undo"]
    assert undo.text() == "&Rückgängig"
    window.commands["review.next-disagreement"].trigger()
    window.commands["edit.no-figure"].trigger()
    assert undo.text() == "&Rückgängig: „$1.25 billion annual“ ausnehmen"
    undo.trigger()
    assert undo.text() == "&Rückgängig"
    assert window.commands["edit.redo"].text() == "&Wiederholen: „$1.25 billion annual“ ausnehmen"
