"""Whether a cell paints each of its lines on a line of its own."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor

from desktop.shell.views.lazy_table import LazyTable
from desktop.shell.views.table_cells import Cells


def test_two_short_lines_are_painted_below_one_another(qtbot):
    view = LazyTable()
    qtbot.addWidget(view)
    view.setItemDelegate(Cells(view))
    view.setModel(QStringListModel(["III\nIII", "IIIIII"], view))
    view.setColumnWidth(0, 300)
    view.resize(320, 200)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: view.rowHeight(0) > view.rowHeight(1))

    def reach(row: int) -> int:
        """How wide what is painted in a row reaches, in pixels."""
        place = view.visualRect(view.model().index(row, 0))
        picture = view.viewport().grab(place).toImage()
        inked = [
            x
            for x in range(picture.width() - 2)
            if any(QColor(picture.pixel(x, y)).lightness() < 100 for y in range(picture.height() - 3))
        ]
        return max(inked)

    assert reach(0) < reach(1)
