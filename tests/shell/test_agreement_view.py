"""Whether the claims table filters, sorts, and follows the selection."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.core.agreement import Status
from desktop.shell.selection import Selection
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
    view.conflicts_only.click()
    assert topics(view) == ["payment, Harbour to Pier"]
    assert not view.chips[None].isChecked()
    view.chips[Status.AGREE].click()
    assert not view.conflicts_only.isChecked()
    view.conflicts_only.click()
    view.conflicts_only.click()
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
