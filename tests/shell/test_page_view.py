"""Whether pages are shown sharp, at the place where the editor is, and only those in sight are held as pictures."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.shell.press import Sheets
from desktop.shell.views.page_view import AROUND, KEPT, MOST, WHOLE, WIDTH, PageView, size_of
from desktop.shell.views.report_preview import INCHES
from tests.shell.sheets import COLOURS, sheet

A4 = INCHES["a4"]


@pytest.fixture
def view(qtbot, appearance) -> PageView:
    shown = PageView(appearance)
    qtbot.addWidget(shown)
    shown.resize(500, 600)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def pages(view: PageView, count: int) -> Sheets:
    ppi = view.wanted_ppi(A4)
    return Sheets(tuple(sheet("a4", ppi, COLOURS[number % len(COLOURS)]) for number in range(count)), ppi)


def colour_at(view: PageView, x: int, y: int) -> QColor:
    image = view.viewport().grab().toImage()
    return image.pixelColor(x, y)


def test_a_page_fills_the_width_with_a_pixel_of_it_for_each_of_the_screen(view):
    made = pages(view, 2)
    view.show_sheets(made)
    box = view.box_of(1)
    assert box.width() == view.viewport().width() - 2 * AROUND
    assert abs(size_of(made.pictures[0])[0] - box.width()) <= 1
    assert colour_at(view, 60, 60) == QColor(COLOURS[0])


def test_of_a_hundred_pages_only_a_few_are_pictures(view):
    view.show_sheets(pages(view, 100))
    assert view.count == 100
    for page in range(1, 101, 9):
        view.go_to(page)
        view.viewport().grab()
        assert view.page == page
        assert 0 < view.ready <= KEPT
    assert colour_at(view, 60, 60) == QColor(COLOURS[99 % len(COLOURS)])


def test_new_pages_come_at_the_place_of_the_old(view):
    view.show_sheets(pages(view, 9))
    view.verticalScrollBar().setValue(view.box_of(5).top() + 200)
    before = view.verticalScrollBar().value()
    view.show_sheets(pages(view, 9))
    assert view.verticalScrollBar().value() == before
    view.set_zoom(0.5)
    assert view.page == 5
    view.show_sheets(pages(view, 3))
    assert view.page == 3


def test_another_size_asks_for_other_pages(qtbot, view):
    view.show_sheets(pages(view, 2))
    for zoom in (1.0, WHOLE, WIDTH):
        with qtbot.waitSignal(view.resized):
            view.set_zoom(zoom)
    view.set_zoom(1.0)
    assert view.wanted_ppi(A4) == 96 * view.devicePixelRatioF()
    view.set_zoom(9.0)
    assert view.wanted_ppi(A4) == MOST
    view.set_zoom(WHOLE)
    assert view.box_of(1).height() <= view.viewport().height()
    with qtbot.waitSignal(view.resized):
        view.resize(400, 400)


def test_keys_lead_through_the_pages(qtbot, view):
    view.show_sheets(pages(view, 5))
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    far = bar.value()
    assert far > 300
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert bar.value() == 2 * far
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert 0 < bar.value() < far


def test_words_stand_in_the_place_of_pages(view):
    view.show_sheets(pages(view, 2))
    view.show_words("The articles are still being compared.")
    assert (view.count, view.page) == (0, 0)
    assert view.accessibleDescription() == "The articles are still being compared."
    view.viewport().grab()
    assert view.ready == 0


def test_the_wheel_with_the_key_asks_for_another_size(qtbot, view):
    view.show_sheets(pages(view, 2))
    asked = []
    view.zoom_wanted.connect(asked.append)
    for turn, keys in ((120, Qt.KeyboardModifier.ControlModifier), (-120, Qt.KeyboardModifier.ControlModifier)):
        wheel(view, turn, keys)
    assert asked == [1, -1]
    wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert asked == [1, -1]
    assert view.verticalScrollBar().value() > 0


def wheel(view: PageView, turn: int, keys: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    where = QPointF(view.viewport().mapToGlobal(middle.toPoint()))
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, where, QPoint(), QPoint(0, turn), none, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)
