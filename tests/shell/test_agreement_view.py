"""Whether the claims table filters, sorts, and follows the selection."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.core.agreement import Status
from desktop.core.workspace import Workspace
from desktop.shell.selection import Selection
from desktop.shell.views import table_making
from desktop.shell.views.agreement_view import AgreementView


@pytest.fixture
def view(qtbot, session, selection, appearance) -> AgreementView:
    shown = AgreementView(session, selection, appearance)
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def topics(view: AgreementView) -> list[str]:
    return [view.table.index(row, 1).data() for row in range(view.table.rowCount())]


def test_chips_say_how_many_they_show_and_hide(view):
    assert {status: chip.text() for status, chip in view.chips.items()} == {
        Status.CONFLICT: "1",
        Status.APPROX: "0",
        Status.EQUIVALENT: "0",
        Status.AGREE: "1",
        None: "1",
    }
    view.chips[Status.AGREE].click()
    assert view.chips[Status.AGREE].text() == "1 hidden"
    assert topics(view) == ["payment, Harbour to Pier", "gate"]


def test_conflicts_only_and_back(view):
    view.conflicts_only.trigger()
    assert topics(view) == ["payment, Harbour to Pier"]
    assert not view.chips[None].isChecked()
    view.chips[Status.AGREE].click()
    assert not view.conflicts_only.isChecked()
    view.conflicts_only.trigger()
    view.conflicts_only.trigger()
    assert len(topics(view)) == 3


def test_all_sources(view):
    view.all.click()
    assert view.table.columnCount() == 5
    assert topics(view) == ["payment, Harbour to Pier", "end date"]


def test_a_row_selects_its_figures(qtbot, view, selection, rent):
    place = view.view.visualRect(view.table.index(1, 2)).center()
    qtbot.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selection.figures == (rent.term.figure, rent.term_too.figure)


def test_arrow_keys_select_as_clicks_do(qtbot, view, selection, rent):
    selection.select([rent.yearly.figure])
    qtbot.keyClick(view.view, Qt.Key.Key_Down)
    assert selection.figures == (rent.term.figure, rent.term_too.figure)


def test_the_row_follows_the_selection_without_changing_it(view, selection, rent):
    told = []
    selection.changed.connect(told.append)
    selection.select([rent.repeated.figure])
    assert view.view.currentIndex().row() == 0
    selection.select([rent.gates.figure])
    assert view.view.currentIndex().row() == 2
    selection.select([])
    assert not view.view.selectionModel().hasSelection()
    assert told == [(rent.repeated.figure,), (rent.gates.figure,), ()]


def test_a_filtered_row_loses_its_mark_but_not_the_selection(view, selection, rent):
    selection.select([rent.gates.figure])
    view.chips[None].click()
    assert not view.view.selectionModel().hasSelection()
    assert selection.figures == (rent.gates.figure,)
    view.chips[None].click()
    assert view.view.currentIndex().row() == 2


def test_steps_go_round_the_differences(view, selection, rent):
    view.step(1, True)
    assert rent.yearly.figure in selection.figures
    selection.select([rent.gates.figure])
    view.step(-1, False)
    assert rent.yearly.figure in selection.figures
    view.step(1, False)
    assert rent.yearly.figure in selection.figures


def test_a_click_on_the_head_sorts_and_turns(qtbot, view, selection, rent):
    selection.select([rent.gates.figure])
    header = view.view.horizontalHeader()
    place = header.sectionViewportPosition(1) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
    assert topics(view) == ["end date", "gate", "payment, Harbour to Pier"]
    assert view.view.currentIndex().row() == 1
    assert selection.figures == (rent.gates.figure,)


def test_rows_are_high_enough_for_their_words(view):
    view.resize(620, 400)
    heights = [view.view.rowHeight(row) for row in range(view.table.rowCount())]
    line = view.view.fontMetrics().lineSpacing()
    assert heights[0] >= 3 * line
    assert heights[2] < 2 * line + 12


def test_nothing_to_compare_says_so(qtbot, empty_session, appearance):
    view = AgreementView(empty_session, Selection(), appearance)
    qtbot.addWidget(view)
    assert view.empty.text() == "Open two articles to compare them."


def put(qtbot, view: AgreementView, row: int, *modifiers: Qt.KeyboardModifier) -> None:
    """Clicks a row, with these keys held."""
    place = view.view.visualRect(view.table.index(row, 1)).center()
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, held, place)


def copied() -> list[str]:
    return QGuiApplication.clipboard().text().split("\n")


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text() and action.isVisible()]


def test_several_rows_are_chosen_and_the_last_is_selected(qtbot, view, selection, rent):
    put(qtbot, view, 0)
    put(qtbot, view, 2, Qt.KeyboardModifier.ControlModifier)
    assert [index.row() for index in view.view.selectionModel().selectedRows()] == [0, 2]
    assert selection.figures == (rent.gates.figure,)
    put(qtbot, view, 2, Qt.KeyboardModifier.ControlModifier)
    assert [index.row() for index in view.view.selectionModel().selectedRows()] == [0]
    selection.select([rent.term.figure])
    assert [index.row() for index in view.view.selectionModel().selectedRows()] == [1]


def test_a_row_that_is_selected_is_also_marked(qtbot, view, selection, rent):
    put(qtbot, view, 1)
    selection.select([])
    qtbot.keyClick(view.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert rent.yearly.figure in selection.figures
    assert [index.row() for index in view.view.selectionModel().selectedRows()] == [0]


def test_chosen_rows_are_copied_for_a_spreadsheet(qtbot, view):
    put(qtbot, view, 1)
    put(qtbot, view, 2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == [
        "Status\tAbout\tA says\tB says\tWhy",
        "agree\tend date\tMay 2029\tMay 2029\tBoth say May 2029.",
        "only in one\tgate\t3\t\t",
    ]


def test_hidden_columns_and_rows_are_not_copied(view):
    view.columns.hide("why", True)
    view.chips[Status.CONFLICT].click()
    view.rows.copy_all.trigger()
    assert copied() == [
        "Status\tAbout\tA says\tB says",
        "agree\tend date\tMay 2029\tMay 2029",
        "only in one\tgate\t3\t",
    ]


def test_rows_are_copied_in_sentences(qtbot, view):
    put(qtbot, view, 1)
    put(qtbot, view, 2, Qt.KeyboardModifier.ControlModifier)
    view.rows.copy_text.trigger()
    assert copied() == ["end date (agree): Both say May 2029.", "gate (only in one): Ledger says 3."]
    view.all.click()
    put(qtbot, view, 1)
    view.rows.copy_text.trigger()
    (line,) = copied()
    assert line.startswith("end date (agree): Corroborated by 2 articles.")
    assert line.endswith("Ledger says May 2029. Wire says May 2029.")


def test_the_menu_offers_what_can_be_done_with_a_row(qtbot, view, selection, session, rent):
    view.rows.fill()
    assert entries(view.rows.menu) == ["Copy all rows"]
    put(qtbot, view, 0)
    view.rows.fill()
    assert entries(view.rows.menu)[:3] == ["Compare the wording", "Show in A", "Show in B"]
    show_in_b = next(action for action in view.rows.menu.actions() if action.text() == "Show in B")
    show_in_b.trigger()
    assert selection.figures[0] == rent.monthly.figure
    assert set(selection.figures) > {rent.yearly.figure, rent.monthly.figure}
    put(qtbot, view, 2)
    view.rows.fill()
    assert "Show in B" not in entries(view.rows.menu)


def test_an_article_in_no_pane_is_brought_into_one(qtbot, view, selection, session, rent):
    view.all.click()
    put(qtbot, view, 0)
    view.rows.fill()
    (several,) = view.rows.menu.findChildren(QMenu)
    assert entries(several) == ["A Ledger", "B Wire", "C spark"]
    several.actions()[2].trigger()
    assert session.facing == ("spark", "wire")
    assert selection.figures[0] == rent.tenfold.figure


def test_return_asks_for_the_wording(qtbot, view):
    put(qtbot, view, 0)
    with qtbot.waitSignal(view.wording_wanted):
        qtbot.keyClick(view.view, Qt.Key.Key_Return)


def test_words_are_found_and_escape_shows_all_again(qtbot, view, selection, rent):
    selection.select([rent.term.figure])
    view.finder.setFocus()
    qtbot.keyClicks(view.finder, "2029")
    assert topics(view) == ["end date"]
    assert view.view.currentIndex().row() == 0
    assert view.chips[Status.CONFLICT].text() == "0"
    qtbot.keyClicks(view.finder, "x")
    assert view.empty.isVisible()
    assert view.empty.text() == "No row has these words."
    qtbot.keyClick(view.finder, Qt.Key.Key_Escape)
    assert len(topics(view)) == 3
    assert view.view.currentIndex().row() == 1


def test_all_rows_can_be_had_again(view):
    assert not view.show_all.isVisible()
    view.chips[Status.AGREE].click()
    view.chips[None].click()
    assert view.show_all.isVisible()
    assert "2" in view.show_all.toolTip()
    view.show_all.click()
    assert len(topics(view)) == 3
    assert not view.show_all.isVisible()


def test_the_third_click_on_a_head_brings_back_the_usual_order(qtbot, view):
    header = view.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, 8)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append((topics(view)[0], header.sortIndicatorSection()))
    assert seen == [("end date", 1), ("payment, Harbour to Pier", 1), ("payment, Harbour to Pier", -1)]
    assert topics(view) == ["payment, Harbour to Pier", "end date", "gate"]


def test_columns_are_chosen_and_sorted_by_in_a_menu(view):
    menu = QMenu()
    view.columns.fill(menu)
    assert entries(menu) == ["Status", "A says", "B says", "Why", "Sort by", "Usual columns and order"]
    menu.actions()[3].trigger()
    assert view.view.isColumnHidden(4)
    (sorting,) = menu.findChildren(QMenu)
    by_topic = sorting.actions()[1]
    by_topic.trigger()
    assert topics(view) == ["end date", "gate", "payment, Harbour to Pier"]
    by_topic.trigger()
    assert topics(view) == ["payment, Harbour to Pier", "gate", "end date"]
    menu.actions()[-1].trigger()
    assert not view.view.isColumnHidden(4)
    assert topics(view) == ["payment, Harbour to Pier", "end date", "gate"]


def test_the_columns_come_back_as_they_were_left(qtbot, view, session, selection, appearance):
    view.view.horizontalHeader().resizeSection(1, 222)
    view.columns.hide("right", True)
    view.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    view.all.click()
    view.view.horizontalHeader().resizeSection(0, 99)
    view.columns.hide("spark", True)
    other = AgreementView(session, selection, appearance)
    qtbot.addWidget(other)
    other.resize(900, 400)
    other.restore_layout(view.layout_text())
    assert other.view.columnWidth(1) == 222
    assert other.view.isColumnHidden(3)
    assert topics(other) == ["payment, Harbour to Pier", "gate", "end date"]
    assert other.view.horizontalHeader().sortIndicatorSection() == 1
    other.all.click()
    assert other.view.columnWidth(0) == 99
    assert not other.view.isColumnHidden(4), "which article is the third is another thing in another comparison"
    assert other.view.horizontalHeader().sortIndicatorSection() == -1
    other.two.click()
    assert other.view.columnWidth(1) == 222


@pytest.mark.parametrize(
    "value",
    [
        "",
        "no JSON",
        "[]",
        '{"two": 3}',
        '{"two": {"widths": {"topic": "wide", "left": -4}, "hidden": "topic", "sorting": ["nothing", 1]}}',
        '{"two": {"widths": [], "hidden": ["topic", 3, "nothing"], "sorting": 7}}',
    ],
)
def test_a_layout_that_makes_no_sense_changes_nothing(view, value):
    before = [view.view.columnWidth(column) for column in range(5)]
    view.restore_layout(value)
    assert [view.view.columnWidth(column) for column in range(5)] == before
    assert not any(view.view.isColumnHidden(column) for column in range(5))
    assert topics(view) == ["payment, Harbour to Pier", "end date", "gate"]


def test_why_is_told_in_full_where_the_cell_has_no_room(qtbot, view, selection, rent):
    view.resize(560, 400)
    selection.select([rent.yearly.figure])
    assert view.why.isVisible()
    assert view.why.toPlainText().endswith(view.table.index(0, 4).data()[1:])
    selection.select([rent.term.figure])
    assert not view.why.isVisible(), "the cell shows it all"
    view.columns.hide("why", True)
    selection.select([])
    selection.select([rent.term.figure])
    assert view.why.toPlainText() == "Both say May 2029."
    selection.select([])
    assert not view.why.isVisible()


def test_a_stopped_comparison_is_told_where_the_table_would_be(qtbot, empty_session, jobs, appearance, rent):
    shown = AgreementView(empty_session, Selection(), appearance)
    qtbot.addWidget(shown)
    empty_session.begin(Workspace("", rent.analysis.articles))
    assert shown.empty.text() == "Comparing…"
    empty_session.stop()
    (number,) = jobs.waiting
    jobs.fail(number)
    assert "Compare again" in shown.empty.text()


def test_a_large_table_is_made_beside_the_window(view, session, jobs, rent, monkeypatch):
    monkeypatch.setattr(table_making, "AT_ONCE", 3)
    session.face("spark", "wire")
    assert view.empty.isVisible()
    assert view.empty.text() == "Comparing…"
    session.face("wire", "ledger")
    first, second = jobs.waiting
    jobs.answer(second)
    assert [view.table.headerData(column, Qt.Orientation.Horizontal) for column in (2, 3)] == ["B says", "A says"]
    assert view.view.isVisible()
    jobs.answer(first)
    assert view.table.headerData(2, Qt.Orientation.Horizontal) == "B says", "a late answer to an old question"
