"""Whether rows get their height when they come into sight, and only then."""

import pytest
from PySide6.QtCore import QStringListModel

from desktop.shell.views.lazy_table import LazyTable

MANY = 5000
LONG = "many words that do not fit on a single line of a narrow column " * 2


@pytest.fixture
def view(qtbot) -> LazyTable:
    shown = LazyTable()
    qtbot.addWidget(shown)
    model = QStringListModel([LONG if row % 3 else "short" for row in range(MANY)], shown)
    shown.setModel(model)
    shown.setColumnWidth(0, 160)
    shown.resize(300, 240)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def heights(view: LazyTable, rows: range) -> set[int]:
    return {view.rowHeight(row) for row in rows}


def in_sight(view: LazyTable) -> range:
    last = view.rowAt(view.viewport().height() - 1)
    return range(view.rowAt(0), last + 1 if last >= 0 else view.model().rowCount())


def test_rows_in_sight_are_high_enough_and_others_wait(qtbot, view):
    line = view.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: view.rowHeight(1) >= 3 * line)
    assert view.rowHeight(0) < 2 * line
    assert heights(view, range(100, MANY)) == {view.rowHeight(0)}


def test_the_end_is_reached(qtbot, view):
    view.scrollToBottom()
    line = view.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: MANY - 1 in in_sight(view))
    assert all(view.rowHeight(row) >= 3 * line for row in in_sight(view) if row % 3)


def test_a_row_that_is_gone_to_is_wholly_in_sight(view):
    for row in (2500, 40, 4998):
        view.setCurrentIndex(view.model().index(row, 0))
        place = view.visualRect(view.currentIndex())
        assert place.top() >= 0
        assert place.bottom() <= view.viewport().height()
        assert place.height() == view.rowHeight(row)


def test_scrolling_up_moves_nothing_but_by_the_way_that_was_asked(view):
    view.setCurrentIndex(view.model().index(2500, 0))
    bar = view.verticalScrollBar()
    for _ in range(20):
        row = view.rowAt(40)
        before = view.rowViewportPosition(row)
        bar.setValue(bar.value() - 30)
        assert view.rowViewportPosition(row) == before + 30


def test_other_widths_and_other_contents_are_measured_anew(qtbot, view):
    line = view.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: view.rowHeight(1) >= 3 * line)
    view.setColumnWidth(0, 2000)
    qtbot.waitUntil(lambda: view.rowHeight(1) < 2 * line)
    view.setColumnWidth(0, 160)
    qtbot.waitUntil(lambda: view.rowHeight(1) >= 3 * line)
    view.model().setStringList(["short"] * 3)
    qtbot.waitUntil(lambda: heights(view, range(3)) == {view.verticalHeader().defaultSectionSize()})
