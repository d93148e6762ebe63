"""Whether all that was chosen is printed, on the printer's own paper, and nothing without a printer."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from desktop.core.report import Choice
from desktop.shell.commands.printing import Printing, chosen_pages, in_order, paper_for
from desktop.shell.press import Order, order_of
from tests.shell.sheets import sheets

Size = QPageSize.PageSizeId


@pytest.fixture(autouse=True)
def asked(monkeypatch) -> list:
    """The papers that pages were made for, and how dense."""
    found = []

    def made(order: Order, ppi: float):
        found.append((order.paper, ppi))
        return sheets(order, 30)  # coarse, for speed

    monkeypatch.setattr(Order, "sheets", made)
    return found


@pytest.fixture
def printing(session, owner) -> Printing:
    return Printing(session.jobs, owner)


@pytest.fixture
def order(session) -> Order:
    return order_of(session, Choice(), paper="a4", language="en")


@pytest.fixture
def printer(qapp, tmp_path) -> QPrinter:
    """One that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


def pages_in(path) -> list[tuple[int, int]]:
    """The sizes of the pages of a PDF, in points."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [tuple(round(each) for each in page.get_size()) for page in document]


def test_all_pages_are_printed_on_the_paper_of_the_printer(
    qtbot, printing, printer, order, jobs, messages, asked, tmp_path
):
    printer.setPageSize(QPageSize(Size.Letter))
    printing.print_on(printer, order, messages)
    assert messages.label.text() == "The pages are being made…"
    assert printing.is_busy
    jobs.answer()
    qtbot.waitUntil(lambda: not printing.is_busy)
    assert asked == [("letter", 300)]
    assert pages_in(tmp_path / "out.pdf") == [(612, 792)] * 6
    assert messages.label.text() == f"The report went to {tmp_path / 'out.pdf'}."
    assert not messages.ways


def test_only_some_pages_are_printed(qtbot, printing, printer, order, jobs, messages, tmp_path):
    printer.setFromTo(2, 4)
    printing.print_on(printer, order, messages)
    jobs.answer()
    qtbot.waitUntil(lambda: not printing.is_busy)
    assert len(pages_in(tmp_path / "out.pdf")) == 3


def test_the_page_in_sight_alone_is_printed(qtbot, printing, printer, order, jobs, messages, tmp_path):
    printing.print_on(printer, order, messages, page=3)
    jobs.answer()
    qtbot.waitUntil(lambda: not printing.is_busy)
    assert len(pages_in(tmp_path / "out.pdf")) == 1


def test_which_pages_and_in_which_order(printer):
    assert chosen_pages(printer, 3) == [1, 2, 3]
    printer.setFromTo(2, 9)
    assert chosen_pages(printer, 4) == [2, 3, 4]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert in_order(printer, [2, 3, 4]) == [4, 3, 2]


@pytest.mark.parametrize(("collated", "pages"), [(True, [1, 2, 1, 2]), (False, [1, 1, 2, 2])])
def test_copies_that_the_printer_does_not_make_are_painted(collated, pages):
    class Plain:
        """A printer that knows nothing of copies."""

        PageOrder = QPrinter.PageOrder

        def pageOrder(self):  # noqa: N802
            return QPrinter.PageOrder.FirstPageFirst

        def supportsMultipleCopies(self):  # noqa: N802
            return False

        def copyCount(self):  # noqa: N802
            return 2

        def collateCopies(self):  # noqa: N802
            return collated

    assert in_order(Plain(), [1, 2]) == pages


@pytest.mark.parametrize(
    ("size", "paper"),
    [(Size.A4, "a4"), (Size.A3, "a4"), (Size.A5, "a4"), (Size.Letter, "letter"), (Size.Legal, "a4")],
)
def test_which_paper_fits_that_of_the_printer(size, paper):
    assert paper_for(QPageSize(size)) == paper


def test_paper_that_lies_across_is_the_same_paper():
    assert paper_for(QPageSize(QSize(792, 612))) == "letter"


def test_printing_can_be_stopped(printing, printer, order, jobs, messages):
    printing.print_on(printer, order, messages)
    messages.ways[0].click()
    assert messages.label.text() == "Printing was stopped."
    jobs.answer()
    assert not printing.is_busy
    printing.print_on(printer, order, messages)
    jobs.answer()
    assert printing.is_busy
    printing.stop()
    assert not printing.is_busy


def test_pages_that_cannot_be_made_are_told(printing, printer, order, jobs, messages, monkeypatch):
    def fail(_order: Order, _ppi: float) -> None:
        raise ValueError("no such font")

    monkeypatch.setattr(Order, "sheets", fail)
    printing.print_on(printer, order, messages)
    jobs.fail(next(iter(jobs.waiting)))
    assert messages.trouble == "The report could not be printed: no such font"
    assert not printing.is_busy


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(printing, printer, order, jobs, messages, tmp_path):
    printer.setOutputFileName(str(tmp_path / "gone" / "out.pdf"))
    printing.print_on(printer, order, messages)
    jobs.answer()
    assert messages.trouble == "The report could not be printed: the printer does not answer."
    assert not printing.is_busy


def test_without_a_printer_a_pdf_is_offered(printing, owner, order, messages, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    exported = []
    printing.ask(order, owner, messages, export=lambda: exported.append(1))
    assert messages.trouble.startswith("There is no printer on this system.")
    messages.ways[0].click()
    assert exported == [1]


def test_the_system_is_asked_for_printer_and_pages(printing, owner, order, jobs, messages, monkeypatch):
    dialogs = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Desk"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: dialogs.append((dialog.minPage(), dialog.maxPage())) or 0)
    printing.ask(order, owner, messages, page=2, count=6, export=lambda: None)
    assert dialogs == [(1, 6)]
    assert not jobs.waiting
    assert not printing.is_busy
