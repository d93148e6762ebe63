"""Whether the overview shows the worst of what shares a place, and says what is there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from desktop.core.agreement import Status
from desktop.shell.theme import LIGHT
from desktop.shell.views.overview_strip import OverviewStrip


@pytest.fixture
def strip(qtbot, appearance) -> OverviewStrip:
    shown = OverviewStrip(appearance)
    qtbot.addWidget(shown)
    shown.resize(14, 208)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def colours(strip: OverviewStrip, x: int = 7) -> dict[int, str]:
    """The colours down the middle, by y, where they are not the ground's."""
    image = strip.grab().toImage()
    found = {y: QColor(image.pixel(x, y)).name() for y in range(image.height())}
    return {y: colour for y, colour in found.items() if colour not in (LIGHT.window, LIGHT.raised)}


def test_the_worst_wins_where_marks_share_a_place(strip):
    strip.show_marks([(0.5, Status.CONFLICT), (0.5, Status.AGREE), (0.5, None), (0.9, None)])
    lines = LIGHT.marks
    assert colours(strip)[104] == lines[Status.CONFLICT].line
    assert colours(strip)[184] == lines[None].line


def test_thousands_of_marks_leave_no_more_than_their_colours(strip):
    strip.show_marks([(number / 20_000, Status.AGREE if number % 2 else Status.APPROX) for number in range(20_000)])
    assert set(colours(strip).values()) == {LIGHT.marks[Status.APPROX].line}


def test_other_marks_and_another_size_are_drawn_anew(strip):
    strip.show_marks([(0.5, Status.CONFLICT)])
    assert 104 in colours(strip)
    strip.resize(14, 408)
    assert 204 in colours(strip)
    strip.show_marks([])
    assert colours(strip) == {}


def test_places_found_stand_at_the_edge(strip):
    strip.show_hits([0.25, 0.75])
    assert {LIGHT.found} == set(colours(strip, 12).values())
    assert {54, 154} <= set(colours(strip, 12))
    strip.show_hits([])
    assert colours(strip, 12) == {}


def test_it_says_what_is_around_the_pointer(strip):
    strip.show_marks([(0.49, Status.CONFLICT), (0.5, Status.CONFLICT), (0.505, None), (0.8, Status.AGREE)])
    strip.show_hits([0.5])
    assert strip.describe(104) == "2 conflicts, 1 only in one\n1 place found"
    assert strip.describe(164) == "1 agree"
    assert strip.describe(20) == ""


def test_a_click_asks_for_that_place(qtbot, strip):
    with qtbot.waitSignal(strip.asked_for) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 104))
    assert told.args[0] == pytest.approx(0.5)
