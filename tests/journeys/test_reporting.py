"""An editor looks at the report, chooses what goes in, keeps it in several forms, and gets on in trouble."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.core.agreement import Status
from desktop.shell.commands.printing import Printing
from desktop.shell.views.page_view import size_of
from desktop.shell.views.report_dialog import ReportDialog

BEGINNINGS = {
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "json": b"{",
    "jsonld": b"{",
}


@pytest.fixture
def report(qtbot, started) -> ReportDialog:
    """The report on the bundled case, opened by its key."""
    qtbot.keyClick(started.compare.panes[0].text, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = started.reporting.dialog
    settled(qtbot, dialog)
    yield dialog
    dialog.close()


def settled(qtbot, dialog: ReportDialog) -> None:
    """Waits for the pages that were asked for last."""
    qtbot.waitUntil(lambda: not dialog.preview.is_under_way, timeout=20_000)


def answer_with(monkeypatch, path: Path) -> None:
    """Lets the editor choose that file in the next dialogs."""

    def choose(dialog: QFileDialog) -> int:
        dialog.selectFile(str(path))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)


def wait_for(qtbot, bar, words: str) -> None:
    qtbot.waitUntil(lambda: bar.label.text().startswith(words) and not bar.isHidden(), timeout=20_000)


def test_an_editor_chooses_what_goes_in_and_keeps_it(qtbot, started, report, tmp_path, monkeypatch):
    view = report.preview.view
    pages = view.count
    assert pages > 3
    assert report.options.statuses[Status.CONFLICT].text().endswith(")")  # how many there are

    # Fewer statuses make fewer pages; the window stays usable meanwhile.
    report.options.statuses[None].click()
    report.options.statuses[Status.AGREE].click()
    settled(qtbot, report)
    assert 0 < view.count < pages

    # Where nothing can be written, the report stays open, and another place is found.
    answer_with(monkeypatch, tmp_path / "gone" / "deal.pdf")
    report.pdf.click()
    wait_for(qtbot, report.messages, f"{tmp_path / 'gone' / 'deal.pdf'}: there is no such folder")
    assert report.isVisible()
    answer_with(monkeypatch, tmp_path / "deal.pdf")
    report.messages.ways[0].click()
    wait_for(qtbot, report.messages, f"Written to {tmp_path / 'deal.pdf'}")
    assert [way.text() for way in report.messages.ways] == ["Open", "Open folder"]
    assert (tmp_path / "deal.pdf").read_bytes().startswith(b"%PDF-")

    # The same once more gives the same bytes.
    first = (tmp_path / "deal.pdf").read_bytes()
    answer_with(monkeypatch, tmp_path / "again.pdf")
    report.pdf.click()
    wait_for(qtbot, report.messages, f"Written to {tmp_path / 'again.pdf'}")
    assert (tmp_path / "again.pdf").read_bytes() == first


def test_every_form_is_written_from_the_menu(qtbot, started, tmp_path, monkeypatch):
    for kind, beginning in BEGINNINGS.items():
        path = tmp_path / f"deal.{kind}"
        answer_with(monkeypatch, path)
        started.commands[f"file.export-{kind}"].trigger()
        wait_for(qtbot, started.messages, f"Written to {path}")
        assert path.read_bytes().startswith(beginning), kind


def test_the_report_is_printed(qtbot, started, report, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(1, 2)
    printing = Printing(started.session.jobs, started)
    reporting = started.reporting
    printing.print_on(printer, reporting.order(), report.messages)
    wait_for(qtbot, report.messages, "The report went to")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_pages_are_as_dense_as_the_screen(qtbot, report):
    view = report.preview.view
    box = view.box_of(1)
    assert abs(box.width() * view.devicePixelRatioF() - size_of(view.sheet(1))[0]) <= 2
    report.preview.zoom.setCurrentIndex(report.preview.zoom.findText("200 %"))
    report.preview.zoom.activated.emit(report.preview.zoom.currentIndex())
    settled(qtbot, report)
    assert abs(view.box_of(1).width() * view.devicePixelRatioF() - size_of(view.sheet(1))[0]) <= 2


def test_who_reviews_blind_exports_nothing_of_others(qtbot, started, tmp_path, monkeypatch):
    session = started.session
    session.editor = "Ben"
    started.reviewing.goes_on = False
    started.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is started)
    started.compare.panes[0].text.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert session.workspace.rulings
    answer_with(monkeypatch, tmp_path / "ben.html")
    started.reporting.export("html")
    wait_for(qtbot, started.messages, "Written to")
    session.editor = "Ann"
    started.commands["review.blind"].trigger()
    answer_with(monkeypatch, tmp_path / "ann.html")
    started.reporting.export("html")
    wait_for(qtbot, started.messages, f"Written to {tmp_path / 'ann.html'}")
    assert "Ben" in (tmp_path / "ben.html").read_text(encoding="utf-8")
    assert "Ben" not in (tmp_path / "ann.html").read_text(encoding="utf-8")


def test_the_start_loads_nothing_of_what_lays_out(root, tmp_path):
    late = ("typst", "jinja2", "xlsxwriter", "fontTools", "desktop.printing", "desktop.exports", "desktop.outputs")
    code = (
        "import sys; from pathlib import Path; from desktop.shell.app import run\n"
        f"late = ({late!r} + ('desktop.core.report', 'PySide6.QtPrintSupport'))\n"
        "run([], screenshot=Path(sys.argv[1]),"
        " arrange=lambda window: print([name for name in sys.modules if name.startswith(late)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "window.png")],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
