"""Whether the first columns stay in sight while others are scrolled, and do what those of the table do."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.shell.views.frozen_columns import FrozenColumns
from desktop.shell.views.lazy_table import LazyTable

LONG = "many words that do not fit on one line of a narrow column"


@pytest.fixture
def table(qtbot) -> LazyTable:
    shown = LazyTable()
    qtbot.addWidget(shown)
    model = QStandardItemModel(60, 8, shown)
    for row in range(60):
        for column in range(8):
            words = LONG if (row % 4, column) == (1, 7) else f"{row}/{column}"
            model.setItem(row, column, QStandardItem(words))
    shown.setModel(model)
    shown.horizontalHeader().setSectionsClickable(True)
    shown.horizontalHeader().setSortIndicatorShown(True)
    shown.resize(500, 260)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def frozen(qtbot, table) -> FrozenColumns:
    columns = FrozenColumns(table, 2)
    columns.freeze(True)
    assert columns.isVisible()
    return columns


def test_they_lie_over_the_columns_they_show(table, frozen):
    table.horizontalScrollBar().setValue(300)
    assert frozen.width() == table.columnWidth(0) + table.columnWidth(1)
    assert frozen.columnAt(5) == 0
    assert table.columnAt(5) > 1
    place = frozen.viewport().mapTo(table, QPoint())
    assert place == table.viewport().mapTo(table, QPoint())


def test_rows_are_as_high_and_as_far_down(qtbot, table, frozen):
    line = table.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: table.rowHeight(1) > 2 * line)
    for way in (0, 333, 5000, 77):
        table.verticalScrollBar().setValue(way)
        for row in range(table.rowAt(0), table.rowAt(200)):
            assert frozen.rowHeight(row) == table.rowHeight(row)
            assert frozen.rowViewportPosition(row) == table.rowViewportPosition(row)


def test_the_wheel_turns_the_table(qtbot, table, frozen):
    middle = QPointF(frozen.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        frozen.viewport().mapToGlobal(middle),
        QPoint(0, -60),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(frozen.viewport(), turned)
    assert table.verticalScrollBar().value() == frozen.verticalScrollBar().value() > 0


def test_a_click_chooses_the_row_and_moves_nothing_sideways(qtbot, table, frozen):
    table.horizontalScrollBar().setValue(300)
    row = table.rowAt(table.viewport().height() - 4)  # only half in sight
    place = QPoint(20, table.viewport().height() - 4)
    with qtbot.waitSignal(table.clicked):
        qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [row]
    assert table.horizontalScrollBar().value() == 300


def test_a_cell_under_them_is_brought_out(table, frozen):
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.setCurrentIndex(table.model().index(3, 2))
    assert table.visualRect(table.currentIndex()).left() == frozen.width()


def test_both_heads_show_the_same_sorting(table, frozen):
    table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert frozen.horizontalHeader().sortIndicatorSection() == 1
    frozen.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert table.horizontalHeader().sortIndicatorSection() == 0
    table.horizontalHeader().setSortIndicator(5, Qt.SortOrder.AscendingOrder)
    assert frozen.horizontalHeader().sortIndicatorSection() == -1


def test_they_are_not_there_where_nothing_is_scrolled_or_no_room_is_left(qtbot, table, frozen):
    table.resize(1200, 260)
    qtbot.waitUntil(lambda: not frozen.isVisible())
    table.resize(500, 260)
    qtbot.waitUntil(frozen.isVisible)
    table.setColumnWidth(0, 400)
    assert not frozen.isVisible()
    table.setColumnWidth(0, 100)
    assert frozen.isVisible()
    table.setColumnHidden(0, True)
    frozen.arrange()
    assert frozen.width() == table.columnWidth(1)
    frozen.freeze(False)
    assert not frozen.isVisible()
