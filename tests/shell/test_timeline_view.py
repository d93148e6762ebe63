"""Whether payments are drawn where they belong, and can be read without seeing them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.core.analysis import Analysis
from desktop.shell.views.timeline_view import TimelineView


@pytest.fixture
def view(qtbot, session, selection, appearance) -> TimelineView:
    shown = TimelineView(session, selection, appearance)
    qtbot.addWidget(shown)
    shown.resize(560, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.plot.label_boxes() and shown.plot.label_boxes()[0].x() > 100)
    return shown


def place_of(view: TimelineView, number: int, x: float = 12) -> QPointF:
    """A place on a curve, in the scene."""
    series = view.chart.series[number]
    return view.plot.getViewBox().mapViewToScene(QPointF(x, view.plot.line(series)[0][1]))


def test_each_reading_is_a_curve(view):
    assert [series.label for series in view.chart.series] == ["A", "B", "C"]
    assert {view.plot.series_near(place_of(view, number)).label for number in range(3)} == {"A", "B", "C"}
    assert view.plot.series_near(place_of(view, 0) + QPointF(0, 20)) is None


def test_amounts_far_apart_get_a_logarithmic_axis(view):
    assert view.logarithmic.isChecked()
    view.logarithmic.click()
    assert view.plot.line(view.chart.series[2])[0][1] == 120


def test_the_time_axis_starts_with_the_payments_though_there_are_bands(view):
    assert view.chart.series[1].has_band
    for button in (view.cumulative, view.monthly):
        button.click()
        (left, right), _ = view.plot.getViewBox().viewRange()
        assert -2 <= left <= 0
        assert 37 <= right <= 200


def test_cumulative_curves_rise(view):
    view.cumulative.click()
    heights = [y for _, y in view.plot.line(view.chart.series[0])]
    assert heights == sorted(heights)
    assert len(set(heights)) == 37


def test_labels_stand_apart_and_inside(qtbot, view, session):
    close = tuple(
        replace(payment, monthly_low=amount, monthly_high=amount)
        for payment, amount in zip(session.analysis.payments, (100, 101, 102), strict=True)
    )
    session.analysis = Analysis(session.analysis.articles, payments=close)
    view.show_payments()

    def apart() -> bool:
        boxes = view.plot.label_boxes()
        room = view.plot.getViewBox().sceneBoundingRect().adjusted(-1, -1, 1, 1)
        overlaps = [one for one in boxes for other in boxes if one is not other and one.intersects(other)]
        return len(boxes) == 3 and not overlaps and all(room.contains(box) for box in boxes)

    qtbot.waitUntil(apart)


def test_a_click_on_a_curve_selects_its_claims(qtbot, view, selection, rent):
    place = view.plot.mapFromScene(place_of(view, 1))
    qtbot.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selection.figures[0] == rent.monthly.figure
    assert rent.tenfold.figure in selection.figures


def test_hover_says_what_is_paid(view):
    series = view.chart.series[1]
    assert view.plot.card(series, 12).splitlines() == [
        "B: $12 in May 2027 under this reading, $132\N{EN DASH}156 by its end",
        "May 2026 to May 2029",
        "“$12 a month”",
    ]


def test_the_table_says_the_same_in_words(view):
    view.as_table.click()
    assert view.table.isVisible()
    rows = range(view.table.rowCount())
    assert [[view.table.item(row, column).text() for column in range(5)] for row in rows] == [
        ["Ledger", "May 2026", "May 2029", "$1", "$35\N{EN DASH}37"],
        ["Wire", "May 2026", "May 2029", "$12", "$420\N{EN DASH}444"],
        ["spark", "May 2026", "May 2029", "$120", "$4,200\N{EN DASH}4,440"],
    ]
    assert view.table.item(0, 5).text() == "the same amount every month"


def test_a_row_selects_and_follows(view, selection, rent):
    view.as_table.click()
    view.table.selectRow(2)
    assert selection.figures[0] == rent.tenfold.figure
    selection.select([rent.yearly.figure])
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [0]
    assert selection.figures == (rent.yearly.figure,)


def test_no_payments_say_so(view, session):
    session.analysis = Analysis(session.analysis.articles)
    view.show_payments()
    assert view.empty.isVisible()
    assert "payments" in view.empty.text()
