"""Whether payments are drawn where they belong, and can be read without seeing them."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.core.analysis import Analysis
from desktop.core.chart import Mode
from desktop.core.workspace import Workspace
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
    return view.plot.getViewBox().mapViewToScene(QPointF(x, line_of(view, number)[0].y))


def line_of(view: TimelineView, number: int):
    return view.plot.drawing.curves[number].line


def words(view: TimelineView) -> list[list[str]]:
    model = view.table.model()
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def show(view: TimelineView, session, payments) -> None:
    session.analysis = Analysis(session.analysis.articles, session.analysis.claims, payments=tuple(payments))
    view.show_payments()


def test_each_reading_is_a_curve(view):
    assert [series.label for series in view.chart.series] == ["A", "B", "C"]
    assert {view.plot.series_near(place_of(view, number)).label for number in range(3)} == {"A", "B", "C"}
    assert view.plot.series_near(place_of(view, 0) + QPointF(0, 20)) is None


def test_amounts_far_apart_get_a_logarithmic_axis(view):
    assert view.logarithmic.isChecked()
    view.logarithmic.click()
    assert line_of(view, 2)[0].y == 120


def test_the_time_axis_starts_with_the_payments_though_there_are_bands(view):
    assert view.chart.series[1].has_band
    for button in (*view.modes.values(), view.modes[Mode.MONTHLY]):
        button.click()
        (left, right), _ = view.plot.getViewBox().viewRange()
        assert -2 <= left <= 0
        assert 37 <= right <= 200


def test_cumulative_curves_rise(view):
    view.modes[Mode.CUMULATIVE].click()
    heights = [point.y for point in line_of(view, 0)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 37


def test_calendar_years_are_steps(view):
    view.modes[Mode.YEARLY].click()
    view.logarithmic.click()
    assert [point.y for point in line_of(view, 0)] == [8, 8, 12, 12, 5, 5]
    assert view.plot.drawing.curves[0].amount == "$12 (2028)"


def inside_and_apart(view: TimelineView, count: int) -> bool:
    boxes = view.plot.label_boxes()
    room = view.plot.sceneRect()
    overlaps = [one for one in boxes for other in boxes if one is not other and one.intersects(other)]
    return len(boxes) == count and not overlaps and all(room.contains(box) for box in boxes)


def test_labels_stand_apart_and_inside(qtbot, view, session):
    payments = session.analysis.payments
    amounts = (100, 101, 102)
    show(view, session, [replace(p, monthly_low=a, monthly_high=a) for p, a in zip(payments, amounts, strict=True)])
    qtbot.waitUntil(lambda: inside_and_apart(view, 3))


def test_where_there_is_no_room_for_all_labels_some_are_counted(qtbot, view, session):
    view.resize(480, 216)
    first = session.analysis.payments[0]
    show(view, session, [replace(first, monthly_low=100 + n, monthly_high=100 + n) for n in range(12)])
    qtbot.waitUntil(lambda: bool(view.plot.label_texts()) and view.plot.label_texts()[-1].startswith("and "))
    named = len(view.plot.label_texts()) - 1
    assert view.plot.label_texts()[-1] == f"and {12 - named} more"
    assert named >= 4
    qtbot.waitUntil(lambda: inside_and_apart(view, named + 1))


def test_a_click_on_a_curve_selects_its_claims(qtbot, view, selection, rent):
    place = view.plot.mapFromScene(place_of(view, 1))
    qtbot.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selection.figures[0] == rent.monthly.figure
    assert rent.tenfold.figure in selection.figures
    assert rent.monthly.figure in view.plot.marked


def test_a_click_on_a_label_means_its_curve(view):
    middle = view.plot.label_boxes()[0].center()
    assert view.plot.series_near(middle).label == view.plot.label_texts()[0].split()[0]


def test_both_curves_of_a_pair_are_strong(view, selection, rent):
    assert view.plot.thickness() == [2, 2, 2]
    selection.select([rent.yearly.figure, rent.tenfold.figure, rent.monthly.figure])
    assert view.plot.marked == (rent.yearly.figure, rent.tenfold.figure)
    assert view.plot.thickness() == [3.6, 2, 3.6]
    selection.select([rent.gates.figure])
    assert view.plot.thickness() == [2, 2, 2]


def test_hover_says_what_is_paid_and_why(qtbot, view):
    curve = view.plot.drawing.curves[1]
    assert view.plot.card([curve], 12).splitlines() == [
        "May 2027 · B: $12, $132\N{EN DASH}156 by its end",
        "May 2026 to May 2029",
        "Harbour to Pier",
        "“Harbour pays Pier $12 a month, about $144 yearly, until May 2029.”",
        "Assumed: the same amount every month",
    ]
    place = view.plot.mapFromScene(place_of(view, 1))
    with qtbot.waitSignal(view.plot.pointed):
        qtbot.mouseMove(view.plot.viewport(), place)
    qtbot.waitUntil(lambda: view.foot.readout.startswith("May 2027 · B: $12"))


def test_the_keys_move_along_the_curves(qtbot, view, selection, rent):
    with qtbot.waitActive(view):
        view.activateWindow()
    view.plot.setFocus()

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        qtbot.keyClick(view.plot, key, modifier)
        return view.foot.readout.partition(",")[0]

    assert "Enter select" in view.foot.readout
    assert press(Qt.Key.Key_Right) == "May 2026 · A: $1"
    assert press(Qt.Key.Key_Right) == "Jun 2026 · A: $1"
    assert press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier) == "Jun 2027 · A: $1"
    assert press(Qt.Key.Key_Left) == "May 2027 · A: $1"
    assert press(Qt.Key.Key_Up) == "May 2027 · B: $12"
    assert press(Qt.Key.Key_Up) == "May 2027 · C: $120"
    assert press(Qt.Key.Key_Up) == "May 2027 · C: $120"
    assert press(Qt.Key.Key_Down) == "May 2027 · B: $12"
    assert press(Qt.Key.Key_End) == "May 2029 · B: $12"
    assert "“Harbour pays Pier $12 a month" in view.plot.accessibleDescription()
    qtbot.keyClick(view.plot, Qt.Key.Key_Return)
    assert selection.figures[0] == rent.monthly.figure
    assert view.foot.readout.startswith("May 2029 · B")
    view.modes[Mode.YEARLY].click()
    assert view.foot.readout == "2029 · B: $60 in 5 months"
    assert press(Qt.Key.Key_Left) == "2028 · B: $144 in 12 months"
    assert "Enter select" in press(Qt.Key.Key_Escape)
    view.plot.clearFocus()
    assert (view.foot.readout, view.plot.accessibleDescription()) == ("", "")


def test_the_table_says_the_same_in_words(qtbot, view):
    view.as_table.click()
    assert view.table.isVisible()
    assert not view.plot.isVisible()
    dash = "\N{EN DASH}"
    rest = ["Harbour to Pier", "the same amount every month"]
    qtbot.waitUntil(
        lambda: (
            words(view)
            == [
                ["Ledger", "May 2026", "May 2029", "$1", f"$35{dash}37", *rest],
                ["Wire", "May 2026", "May 2029", "$12", f"$420{dash}444", *rest],
                ["spark", "May 2026", "May 2029", "$120", f"$4,200{dash}4,440", *rest],
            ]
        )
    )


def test_the_amount_is_seen_without_scrolling_and_rows_are_low(qtbot, view, session):
    first = session.analysis.payments[0]
    supposed = ("flat", "spread_evenly", "no_exit", "start_from_other")
    plain = replace(first, monthly_low=10**9, monthly_high=2 * 10**9, assumed=supposed)
    show(view, session, [plain, replace(plain, reading="month for year")])
    view.resize(395, 240)
    view.as_table.click()
    table = view.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    amount = table.visualRect(table.model().index(0, 3))
    assert table.model().headerData(3, Qt.Orientation.Horizontal) == "Per month"
    assert amount.right() <= table.viewport().width()
    qtbot.waitUntil(lambda: table.rowHeight(0) < 2 * table.fontMetrics().lineSpacing() + 10)


def test_the_table_has_years_as_columns(qtbot, view):
    view.as_table.click()
    view.modes[Mode.YEARLY].click()
    qtbot.waitUntil(lambda: bool(words(view)) and words(view)[0][:5] == ["Ledger", "$8", "$12", "$12", "$5"])
    assert view.table.model().headerData(1, Qt.Orientation.Horizontal) == "2026"


def test_the_tables_model_is_sound(view, qtmodeltester):
    view.as_table.click()
    qtmodeltester.check(view.table.model())


def test_a_row_selects_and_follows(qtbot, view, selection, rent):
    view.as_table.click()
    qtbot.waitUntil(lambda: view.table.model().rowCount() == 3)
    view.table.selectRow(2)
    assert selection.figures[0] == rent.tenfold.figure
    selection.select([rent.yearly.figure])
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [0]
    assert selection.figures == (rent.yearly.figure,)


def test_a_wide_view_shows_plot_and_table_beside_each_other(qtbot, view):
    assert not view.both.isVisible()
    view.resize(1000, 300)
    qtbot.waitUntil(view.both.isVisible)
    view.both.click()
    assert view.plot.isVisible()
    assert view.table.isVisible()
    view.as_table.click()
    assert not view.both.isChecked()
    assert not view.plot.isVisible()
    view.both.click()
    view.resize(560, 300)
    qtbot.waitUntil(lambda: not view.table.isVisible())
    assert view.plot.isVisible()


def test_what_was_chosen_is_remembered(view, session, selection, appearance, qtbot):
    view.modes[Mode.YEARLY].click()
    view.logarithmic.click()
    view.as_table.click()
    other = TimelineView(session, selection, appearance)
    qtbot.addWidget(other)
    other.restore_layout(view.layout_text())
    assert other.layout_text() == view.layout_text()
    assert (other.mode, other.logarithmic.isChecked(), other.as_table.isChecked()) == (Mode.YEARLY, False, True)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"mode": "week", "log": true, "show": "plot"}', json.dumps({"mode": "year"})]
)
def test_what_cannot_be_remembered_changes_nothing(view, text):
    before = view.layout_text()
    view.restore_layout(text)
    assert view.layout_text() == before


def test_a_scale_that_nobody_chose_follows_the_amounts(view, session):
    view.restore_layout(view.layout_text())
    show(view, session, session.analysis.payments[:2])
    assert not view.logarithmic.isChecked()


def test_what_is_not_drawn_is_said_below(view, session):
    first, *others = session.analysis.payments
    show(view, session, [replace(first, start=None), *others])
    assert view.foot.notes == "Not drawn, since no start is known: Ledger ($1 a month)."


@pytest.mark.parametrize("number", [1, 2, 3])
def test_no_payments_say_so(view, session, jobs, number, empty_session):
    session.begin(Workspace("Rent", session.workspace.articles[:number]))
    if number < 3:
        session.analysis = Analysis()
        view.show_payments()
        assert view.empty.text() == "Comparing…"
    jobs.answer()
    if number == 3:
        show(view, session, ())
    assert view.empty.isVisible()
    assert view.empty.text() == "No payments over time that could be drawn were found."
    assert not view.export.isEnabled()


def test_hundreds_of_schedules_are_capped_and_counted(qtbot, view, session, jobs):
    first = session.analysis.payments[0]
    show(view, session, [replace(first, monthly_low=n, monthly_high=n) for n in range(1, 301)])
    assert len(view.plot.drawing.curves) == 3, "made beside the window"
    jobs.answer()
    assert len(view.plot.drawing.curves) == 16
    assert view.foot.notes == "284 more schedules are in the table only."
    view.as_table.click()
    qtbot.waitUntil(lambda: view.table.model().rowCount() == 300)


def test_a_late_chart_of_what_was_shown_before_is_dropped(view, session, jobs):
    first, *others = session.analysis.payments
    show(view, session, [replace(first, monthly_low=n, monthly_high=n) for n in range(1, 301)])
    show(view, session, others)
    jobs.answer()
    assert len(view.chart.series) == len(others)
