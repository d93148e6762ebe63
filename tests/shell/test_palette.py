"""Whether the palette finds, runs, and gives the focus back."""

import pytest
from PySide6.QtCore import Qt

from desktop.shell.palette.entries import Entry, article_entries, command_entries, topic_entries
from desktop.shell.palette.entry_list import spoken
from desktop.shell.palette.palette import MOST_ROWS

Key = Qt.Key


@pytest.fixture
def palette(window):
    """The window's palette, the focus in the left text before."""
    window.compare.panes[0].text.setFocus()
    window.commands["help.palette"].trigger()
    return window.finder


def offered(palette) -> list[str]:
    return [palette.entries.entry(row).words for row in range(palette.entries.rowCount())]


def current(palette) -> str:
    return palette.list.currentIndex().data()


def test_it_opens_over_the_middle_of_the_top_and_takes_the_focus(palette, window):
    assert palette.isVisible()
    assert window.focusWidget() is palette.field
    assert abs(palette.geometry().center().x() - window.rect().center().x()) <= 1
    assert palette.geometry().top() < 80
    assert window.rect().contains(palette.geometry())
    assert offered(palette)[0] == "New"


def test_it_stays_in_the_middle_of_a_smaller_window(qtbot, palette, window):
    window.resize(900, 600)
    qtbot.waitUntil(lambda: abs(palette.geometry().center().x() - 450) <= 1)


def test_all_commands_are_offered_but_the_palette_itself(palette, window):
    commands = {entry.name for entry in palette._entries if entry.name}  # noqa: SLF001
    assert commands == set(window.commands.all) - {"help.palette"}


def test_typing_narrows_down_and_return_runs(qtbot, palette, window, session):
    qtbot.keyClicks(palette.field, "swap")
    assert current(palette) == "Swap the two articles"
    with qtbot.waitSignals([session.facing_changed, palette.ran]):
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert session.facing == ("wire", "ledger")
    assert not palette.isVisible()
    assert window.focusWidget() is window.compare.panes[0].text
    assert window.preferring.preferences.recent == ("sources.swap",)


def test_what_was_used_last_comes_first(palette, window):
    palette.close_up()
    palette.open(["view.dark", "gone.away", "file.quit"])
    assert offered(palette)[:3] == ["Dark", "Quit", "New"]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Key.Key_Down], 1),
        ([Key.Key_Down, Key.Key_Up], 0),
        ([Key.Key_Up], -1),
        ([Key.Key_Up, Key.Key_Down], 0),
        ([Key.Key_PageDown], MOST_ROWS - 1),
        ([Key.Key_PageDown, Key.Key_PageUp], 0),
        ([Key.Key_Tab], 0),
    ],
)
def test_the_arrows_go_round(qtbot, palette, window, keys, row):
    for key in keys:
        qtbot.keyClick(palette.field, key)
    assert palette.list.currentIndex().row() == row % palette.entries.rowCount()
    assert window.focusWidget() is palette.field


def test_escape_closes_it_and_leaves_a_message_alone(qtbot, palette, window):
    window.messages.complain("a.txt: there is no such file")
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert window.messages.isVisible()
    assert window.focusWidget() is window.compare.panes[0].text


def test_its_key_closes_it_again(palette, window):
    window.commands["help.palette"].trigger()
    assert not palette.isVisible()
    assert window.focusWidget() is window.compare.panes[0].text


def test_a_focus_put_elsewhere_closes_it_and_stays_there(qtbot, palette, window):
    window.agreement.view.setFocus()
    assert not palette.isVisible()
    assert window.focusWidget() is window.agreement.view


def test_a_command_that_asks_for_the_focus_finds_it_where_it_was(qtbot, palette, window):
    qtbot.keyClicks(palette.field, "next pane")
    qtbot.keyClick(palette.field, Key.Key_Return)
    qtbot.waitUntil(lambda: window.focusWidget() is window.compare.panes[1].text)


def test_what_cannot_be_done_now_is_shown_and_not_run(qtbot, palette, window):
    qtbot.keyClicks(palette.field, "undo")
    assert current(palette) == "Undo"
    assert (
        palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Undo, Edit, Ctrl+Z, not available now"
    )
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()


def test_nothing_fits(qtbot, palette):
    qtbot.keyClicks(palette.field, "zzz")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Key.Key_Down)
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()


def test_a_click_runs(qtbot, palette, session):
    qtbot.keyClicks(palette.field, "swap")
    box = palette.list.visualRect(palette.list.currentIndex())
    with qtbot.waitSignal(session.facing_changed):
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_articles_for_either_side(session):
    entries = {entry.words: entry for entry in article_entries(session)}
    spark = session.names["spark"]
    assert list(entries) == [
        "Show Ledger on the right",
        "Show Wire on the left",
        f"Show {spark} on the left",
        f"Show {spark} on the right",
    ]
    entries["Show Wire on the left"].run()
    assert session.facing == ("wire", "ledger")


def test_an_article_that_is_left_out_is_not_offered(session, jobs):
    session.include("wire", False)
    jobs.answer()
    assert not any("Wire" in entry.words for entry in article_entries(session))


def test_topics_of_the_claims_table_worst_first(session, selection, rent):
    entries = topic_entries(session, selection)
    assert [(entry.words.partition(",")[0], entry.place) for entry in entries] == [
        ("Go to payment", "conflict, $12 a year"),
        ("Go to end date", "agree, May 2029"),
    ]
    entries[0].run()
    assert selection.figures[:2] == (rent.yearly.figure, rent.monthly.figure)
    assert rent.tenfold.figure in selection.figures


def test_a_topic_through_the_palette_marks_its_row(qtbot, palette, window):
    qtbot.keyClicks(palette.field, "go end date")
    qtbot.keyClick(palette.field, Key.Key_Return)
    qtbot.waitUntil(lambda: "May 2029" in window.selected.text())


def test_what_is_ticked_says_so(window):
    words = {entry.name: entry.words for entry in command_entries(window.commands)}
    assert words["view.light"] == "Light (on)"
    assert words["view.dark"] == "Dark"


def test_an_entry_is_spoken_with_all_there_is():
    assert spoken(Entry("Undo", "Edit", "Ctrl+Z", print, False)) == "Undo, Edit, Ctrl+Z, not available now"
    assert spoken(Entry("Go to rent", "conflict", "", print)) == "Go to rent, conflict"


def test_the_model(qtmodeltester, palette):
    qtmodeltester.check(palette.entries)


def test_it_is_painted_in_both_themes(qtbot, palette, appearance):
    palette.field.setText("🚢 ärt")
    palette.field.setText("art")
    pictures = []
    for choice in ("light", "dark"):
        appearance.choose(choice)
        pictures.append(palette.grab().toImage())
    appearance.choose("light")
    assert pictures[0] != pictures[1]
