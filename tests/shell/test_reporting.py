"""Whether the report can be looked at, follows what is chosen and done, and is out of reach when there is none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton

from desktop.core.agreement import Status
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.report import Choice
from desktop.core.workspace import Workspace
from desktop.outputs import Kind, Output
from desktop.shell.commands.delivering import Delivery
from desktop.shell.commands.reporting import REPORTING, read_choice, written_choice
from desktop.shell.press import Order
from tests.shell.sheets import sheets


@pytest.fixture(autouse=True)
def _blank_sheets(monkeypatch):
    monkeypatch.setattr(Order, "sheets", sheets)


def made(qtbot, window) -> None:
    """Lets the pages be made that were asked for."""
    preview = window.reporting.dialog.preview
    qtbot.waitUntil(lambda: bool(window.session.jobs.waiting))
    window.session.jobs.answer()
    assert not preview.is_under_way


@pytest.fixture
def dialog(qtbot, window):
    """The report, opened by its key, with its pages."""
    window.commands["file.report"].trigger()
    made(qtbot, window)
    yield window.reporting.dialog
    window.reporting.dialog.close()


def test_the_report_shows_its_pages(dialog):
    view = dialog.preview.view
    assert (view.page, view.count) == (1, 6)
    assert dialog.preview.where.text() == "Page 1 of 6"
    assert view.accessibleDescription() == "Page 1 of 6"
    assert dialog.options.statuses[Status.CONFLICT].text() == "Disagreements (2)"
    assert dialog.options.statuses[None].text() == "Only in one article (7)"
    assert dialog.options.statuses[Status.AGREE].text() == "In agreement"


def test_what_is_chosen_changes_the_pages_a_moment_later(qtbot, window, dialog):
    dialog.options.statuses[Status.AGREE].click()
    dialog.options.statuses[None].click()
    assert dialog.preview.view.count == 6  # those before, until the new ones are there
    assert dialog.preview.is_under_way
    made(qtbot, window)
    assert dialog.preview.view.count == 4
    assert window.reporting.choice.statuses == {Status.CONFLICT, Status.APPROX, Status.EQUIVALENT}


def test_an_answer_that_comes_late_is_dropped(qtbot, window, dialog):
    jobs = window.session.jobs
    dialog.options.statuses[Status.AGREE].click()
    qtbot.waitUntil(lambda: len(jobs.waiting) == 1)
    dialog.options.statuses[None].click()
    jobs.answer()
    assert dialog.preview.view.count == 6
    made(qtbot, window)
    assert dialog.preview.view.count == 4


def test_what_cannot_be_made_is_said_and_made_again(qtbot, window, dialog, monkeypatch):
    def fail(_order: Order, _ppi: float) -> None:
        raise ValueError("no such font")

    jobs = window.session.jobs
    with monkeypatch.context() as broken:
        broken.setattr(Order, "sheets", fail)
        dialog.options.notes.click()
        qtbot.waitUntil(lambda: bool(jobs.waiting))
        jobs.fail(next(iter(jobs.waiting)))
    assert dialog.preview.view.count == 0
    assert dialog.preview.view.accessibleDescription() == "The pages could not be made: no such font"
    dialog.options.notes.click()
    made(qtbot, window)
    assert dialog.preview.view.count == 6


def test_the_report_follows_what_is_done_in_the_window(qtbot, window, dialog, rent):
    session = window.session
    note = Annotation((rent.gates.figure.anchor,), "Asked.", "Ann", "2026-11-21T10:00:00.000+00:00", "n1")
    session.edit("note", session.workspace.with_annotation(note))
    assert dialog.preview.is_under_way
    made(qtbot, window)
    session.include("spark", False)
    assert not dialog.pdf.isEnabled()
    assert dialog.preview.view.accessibleDescription() == "The articles are still being compared."
    session.jobs.answer()
    assert dialog.pdf.isEnabled()
    made(qtbot, window)
    assert dialog.preview.view.count == 6


def test_a_window_that_is_closed_asks_for_nothing(qtbot, window, dialog):
    dialog.close()
    assert dialog.preview.view.count == 0
    window.session.edit("title", replace(window.session.workspace, title="Other"))
    assert not dialog.preview.is_under_way
    window.commands["file.report"].trigger()
    made(qtbot, window)
    assert dialog.preview.view.count == 6


def test_without_a_comparison_there_is_no_report_and_the_commands_say_why(window):
    session, commands = window.session, window.commands
    assert all(commands[name].isEnabled() for name in REPORTING)
    assert commands["file.report"].toolTip().endswith("(Ctrl+E)")
    session.include("spark", False)
    for name in REPORTING:
        assert not commands[name].isEnabled()
        assert commands[name].toolTip() == "The articles are still being compared."
    commands.set_keys({})
    assert commands["file.print"].toolTip() == "The articles are still being compared."
    session.jobs.answer()
    assert all(commands[name].isEnabled() for name in REPORTING)
    session.show_workspace(Workspace())
    session.jobs.answer()
    assert commands["file.report"].toolTip() == "There is nothing to report on yet: open articles first."
    window.reporting.export("pdf")
    assert window.messages.label.text() == "There is nothing to report on yet: open articles first."


def test_the_comparison_that_was_stopped_gives_no_report(window):
    session = window.session
    session.include("spark", False)
    session.stop()
    session.jobs.fail(next(iter(session.jobs.waiting)))
    assert "Compare again" in window.commands["file.report"].toolTip()


def test_a_comparison_that_failed_gives_no_report_of_an_earlier_one(window, rent):
    session = window.session
    correction = Correction(rent.yearly.figure.anchor)
    session.edit("read", session.workspace.with_correction(correction))
    session.jobs.ended.emit(max(session.jobs.waiting), None, ValueError("cannot be"))
    assert "Compare again" in window.commands["file.report"].toolTip()


def test_a_workspace_to_be_read_only_can_be_exported(window):
    window.session.read_only = "somebody else has it open"
    assert all(window.commands[name].isEnabled() for name in REPORTING)
    assert window.commands["file.export-folder"].isEnabled()
    assert not window.commands["file.add"].isEnabled()


def test_who_reviews_blind_is_told_and_gets_nothing_of_others(qtbot, window, dialog, rent, monkeypatch):
    asked = []
    monkeypatch.setattr(Order, "sheets", lambda order, ppi: asked.append(order) or sheets(order, ppi))
    session = window.session
    note = Annotation((rent.gates.figure.anchor,), "Asked.", "Ben", "2026-11-21T10:00:00.000+00:00", "n1")
    session.editor = "Ann"
    session.show_workspace(replace(session.workspace.with_annotation(note), blind=("Ann",)))
    assert dialog.options.blind.isVisible()
    made(qtbot, window)
    assert [order.workspace.annotations for order in asked] == [()]
    assert asked[0].editor == "Ann"
    session.show_workspace(replace(session.workspace, blind=()))
    assert not dialog.options.blind.isVisible()
    made(qtbot, window)
    assert asked[1].workspace.annotations == (note,)


def test_the_paper_is_a_preference(qtbot, window, dialog):
    window.preferring.choose_paper("letter")
    window.commands["file.report"].trigger()
    assert dialog.options.paper.currentText() == "US Letter"
    made(qtbot, window)
    dialog.options.paper.setCurrentIndex(dialog.options.paper.findData("a4"))
    assert window.preferring.preferences.paper == "a4"
    made(qtbot, window)
    box = dialog.preview.view.box_of(1)
    assert box.height() / box.width() == pytest.approx(297 / 210, abs=0.01)


@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        Choice(frozenset()),
        Choice(frozenset({Status.CONFLICT, None}), notes=False, questions=False, full_texts=True),
    ],
)
def test_a_choice_is_kept(window, choice):
    assert read_choice(written_choice(choice)) == choice
    window.reporting.restore(written_choice(choice))
    assert window.reporting.choice == choice
    assert window.reporting.kept() == written_choice(choice)


@pytest.mark.parametrize("kept", ["", "nonsense", "5"])
def test_what_no_choice_is_counts_for_the_usual_one(kept):
    assert read_choice(kept) == Choice()


def test_unknown_words_of_a_later_version_do_no_harm():
    assert read_choice("conflict doubtful;notes colours") == Choice(frozenset({Status.CONFLICT}), True, False, False)


def test_the_guide_opens_at_the_report(window, dialog):
    assert dialog.property("guidePart") == "report"
    assert window.commands["help.guide"] in dialog.actions()


def test_all_of_it_can_be_reached_by_keyboard(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.options.statuses[Status.CONFLICT].setFocus()
    reached = []
    while dialog.focusWidget() not in reached:
        reached.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    named = {widget.accessibleName() or widget.text() for widget in reached}
    assert {"Preview of the report", "Size of the pages", "Paper", "Full texts"} <= {
        name.replace("&", "") for name in named
    }
    assert {dialog.pdf, dialog.print, dialog.others, dialog.preview.after} <= set(reached)


def test_pages_are_shown_larger_and_smaller(qtbot, window, dialog):
    preview = dialog.preview
    preview.zoom.setCurrentIndex(preview.zoom.findText("100 %"))
    preview.zoom.activated.emit(preview.zoom.currentIndex())
    assert preview.view.zoom == 1.0
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (preview.view.zoom, preview.zoom.currentText()) == (1.5, "150 %")
    for _ in range(5):
        preview.step_zoom(-1)
    assert (preview.view.zoom, preview.zoom.currentText()) == (0.5, "50 %")
    made(qtbot, window)
    assert preview.view.count == 6


def test_a_window_that_is_closed_while_it_prints_goes_when_it_is_done(qtbot, window, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    window.reporting.printing.print_on(printer, window.reporting.order(), window.messages)
    assert not window.close()
    assert window.isVisible()
    window.session.jobs.answer()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (tmp_path / "out.pdf").stat().st_size > 0


def test_a_window_that_is_closed_while_it_writes_has_written(qtbot, window, tmp_path, monkeypatch):
    finished = []
    jobs = window.session.jobs
    monkeypatch.setattr(Order, "output", lambda *_order, **_named: Output(b"%PDF"))
    monkeypatch.setattr(jobs, "finish", lambda: finished.append(jobs.answer()), raising=False)
    delivery = Delivery(window.reporting.order(), Kind.PDF, "Rent", window, window.messages, tmp_path / "Rent.pdf")
    window.reporting.delivering.write(delivery)
    assert window.close()
    assert finished
    assert (tmp_path / "Rent.pdf").read_bytes() == b"%PDF"


def test_a_title_is_that_of_one_workspace(qtbot, window, dialog):
    qtbot.keyClicks(dialog.options.title, "Rents compared")
    made(qtbot, window)
    assert window.reporting.choice.title == "Rents compared"
    assert "Rents" not in written_choice(window.reporting.choice)
    window.session.begin(Workspace("Another", (replace(window.session.workspace.articles[0], id="other"),)))
    assert window.reporting.choice.title == ""
    assert dialog.options.title.text() == ""


def test_payments_may_stay_out(qtbot, window, dialog):
    dialog.options.payments.click()
    made(qtbot, window)
    assert not window.reporting.choice.payments
    assert not read_choice(written_choice(window.reporting.choice)).payments


def test_what_was_told_last_time_is_not_told_again(qtbot, window, dialog):
    dialog.messages.complain("There is no such folder.")
    dialog.close()
    window.reporting.open()
    assert dialog.messages.isHidden()
    made(qtbot, window)


def test_return_keeps_the_report(dialog):
    assert dialog.pdf.isDefault()
    assert not any(way.autoDefault() for way in dialog.messages.findChildren(QPushButton))
