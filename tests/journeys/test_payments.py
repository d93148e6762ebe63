"""An editor follows what the articles' payments come to, and takes it along."""

import csv

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage

from desktop.core.chart import Mode
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection


def test_from_the_curve_to_the_sentence_by_keyboard_alone(qtbot, started):
    plot, foot = started.timeline.plot, started.timeline.foot
    for _ in range(4):
        started.next_part()
    assert plot.hasFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    for _ in range(8):
        qtbot.keyClick(plot, Qt.Key.Key_Up)
    qtbot.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert foot.readout == "May 2027 · D: $12.5 billion, $163 billion by its end"
    said = plot.accessibleDescription()
    assert "Anthropic to SpaceX" in said
    assert "$12.5 billion" in said.partition("“")[2]
    assert "Assumed: the same amount every month" in said
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert "Sparkfeed" in started.selected.text()
    assert "payment" in started.review.text.toPlainText()
    assert plot.marked


def test_five_sources_by_calendar_year(qtbot, started):
    timeline = started.timeline
    timeline.modes[Mode.YEARLY].click()
    qtbot.waitUntil(lambda: any("$150 bn" in label for label in timeline.plot.label_texts()))
    labels = timeline.plot.label_texts()
    assert labels[0] == "D  $150 bn (2028)"
    assert "A  $1.25 bn (2028)" in labels
    assert "E ↔  $15 bn (2028)" in labels  # has SpaceX pay Anthropic, and is not drawn as if it agreed
    assert timeline.foot.notes == "↔ the other way round: SpaceX to Anthropic."
    assert labels[-1].endswith("↓")  # "$15 a year" beside billions
    timeline.as_table.click()
    model = timeline.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 7)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(5)]
    assert heads == ["Source", "2026", "2027", "2028", "2029"]
    rows = [[model.index(row, column).data() for column in range(5)] for row in range(7)]
    assert ["Harbor Ledger", "$833 million", "$1.25 billion", "$1.25 billion", "$417\N{EN DASH}521 million"] in rows


def test_the_payments_are_taken_along(started, tmp_path):
    export = started.timeline.export
    for kind in ("png", "svg", "csv"):
        export.save(kind, tmp_path / f"payments.{kind}")
    assert QImage(str(tmp_path / "payments.png")).width() == 2880
    assert "D Sparkfeed" in (tmp_path / "payments.svg").read_text(encoding="utf-8")
    rows = list(csv.reader((tmp_path / "payments.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][0] == "2026-05"
    assert len({len(row) for row in rows}) == 1
    assert not started.messages.isVisible()
    before = (tmp_path / "payments.svg").read_bytes()
    export.save("svg", tmp_path / "payments.svg" / "inside.svg")
    assert "inside.svg: there is no such folder" in started.messages.trouble
    assert (tmp_path / "payments.svg").read_bytes() == before


def test_the_view_comes_back_as_it_was_left(qtbot, started, tmp_path):
    def opened() -> MainWindow:
        window = MainWindow(started.appearance, QSettings(str(tmp_path / "crossread.ini"), QSettings.Format.IniFormat))
        qtbot.addWidget(window)
        window.fill(started.session, Selection())
        window.complete()
        return window

    first = opened()
    first.timeline.modes[Mode.YEARLY].click()
    first.timeline.as_table.click()
    first.close()
    second = opened()
    assert second.timeline.mode is Mode.YEARLY
    assert second.timeline.as_table.isChecked()
