"""Prints a report through the system's dialog, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from desktop.core.language import phrase, say
from desktop.shell.press import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from desktop.shell.jobs import Jobs
    from desktop.shell.press import Order
    from desktop.shell.views.message_bar import MessageBar

PPI = 300
"""What is printed has so many pixels an inch: beyond, no eye sees a difference."""
NO_PRINTER = phrase("There is no printer on this system. Export a PDF instead, and print it where there is one.")
PAGE_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class Printing(QObject):
    """The way of a report onto paper. It is laid out anew for the paper that the printer has."""

    ended = Signal()
    """It is printed, or will not be."""

    def __init__(self, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._asked = 0
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._pages: list[bytes] = []
        self._done = 0
        self._message = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._print_next)
        jobs.ended.connect(self._receive)

    @property
    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return bool(self._asked) or self._turn.isActive()

    def ask(
        self,
        order: Order,
        window: QWidget,
        messages: MessageBar,
        *,
        page: int = 0,
        count: int = 0,
        export: Callable[[], object],
    ) -> None:
        """Lets the editor choose a printer, and prints.

        page, count: the page in sight and how many there are, 0 where that is not known. export: leads to a PDF, where
        there is no printer.
        """
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo

        if self.is_busy:
            messages.tell(say("The report is being printed already."))
            return
        if not QPrinterInfo.availablePrinterNames():
            messages.complain(say(NO_PRINTER), ways=[(say("Export PDF…"), export)])
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(PAGE_SIZES[order.paper]))
        printer.setDocName(order.workspace.name)
        dialog = QPrintDialog(printer, window)
        option = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(option.PrintSelection, False)
        dialog.setOption(option.PrintPageRange, count > 0)
        dialog.setOption(option.PrintCurrentPage, page > 0)
        if count:
            dialog.setMinMax(1, count)
        if dialog.exec():
            is_here = dialog.printRange() is QAbstractPrintDialog.PrintRange.CurrentPage
            self.print_on(printer, order, messages, page=page if is_here else 0)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter, order: Order, messages: MessageBar, *, page: int = 0) -> None:
        """Prints as the printer is set up. page: this one alone; 0: those that the printer is set up for."""
        self._printer, self._messages, self._page = printer, messages, page
        order = order.on(paper_for(printer.pageLayout().pageSize()))
        words = say("The pages are being made…")
        self._message = messages.tell(words, stays=True, ways=[(say("Stop"), self.stop)])
        self._asked = self._jobs.run("print", lambda: order.sheets(PPI))

    def stop(self) -> None:
        """Prints no further page."""
        self._asked = 0
        if self._printer is not None:
            self._printer.abort()
        self._end()
        self._messages.tell(say("Printing was stopped."))

    def _receive(self, number: int, answer: object, error: object) -> None:
        if not number or number != self._asked:
            return
        self._asked = 0
        if not isinstance(answer, Sheets):
            self._end()
            self._messages.complain(say("The report could not be printed: {error}", error=error))
            return
        printer = self._printer
        assert printer is not None
        chosen = chosen_pages(printer, len(answer.pictures)) if not self._page else [self._page]
        self._pages = [answer.pictures[one - 1] for one in in_order(printer, chosen) if one <= len(answer.pictures)]
        self._done = 0
        # The report has margins of its own; those of the printer would be added to them.
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        self._painter = QPainter()
        if not self._pages or not self._painter.begin(printer):
            self._end()
            self._messages.complain(say("The report could not be printed: the printer does not answer."))
            return
        self._turn.start()

    def _print_next(self) -> None:
        printer, painter = self._printer, self._painter
        assert printer is not None
        assert painter is not None
        words = say("Printing page {page} of {count}…", page=self._done + 1, count=len(self._pages))
        self._messages.renew(self._message, words)
        is_fresh = self._done == 0 or printer.newPage()
        if is_fresh:
            paint_page(painter, printer, self._pages[self._done])
            self._done += 1
        if not is_fresh or self._done == len(self._pages):
            is_done = painter.end() and is_fresh
            name = printer.outputFileName() or printer.printerName()
            self._end()
            if is_done:
                self._messages.tell(say("The report went to {printer}.", printer=name))
            else:
                self._messages.complain(say("The report could not be printed: {printer} takes no more.", printer=name))

    def _end(self) -> None:
        self._turn.stop()
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = self._printer = None
        self._pages = []
        self.ended.emit()


def paper_for(size: QPageSize) -> str:
    """ "a4" or "letter": which of the two fits paper of that size better."""
    shape = sorted((size.size(QPageSize.Unit.Point).width(), size.size(QPageSize.Unit.Point).height()))

    def apart(paper: str) -> float:
        known = QPageSize(PAGE_SIZES[paper]).size(QPageSize.Unit.Point)
        return abs(shape[0] / shape[1] - known.width() / known.height())

    return min(PAGE_SIZES, key=apart)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The numbers of the pages, from 1, that the printer is set up to print."""
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return [page for page in range(1, count + 1) if ranges.contains(page)]
    if printer.fromPage():
        return list(range(printer.fromPage(), min(count, printer.toPage() or count) + 1))
    return list(range(1, count + 1))


def in_order(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """The pages as they have to be painted: in the printer's order, again for each copy it does not make itself."""
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return [page for _ in range(copies) for page in pages]
    return [page for page in pages for _ in range(copies)]


def paint_page(painter: QPainter, printer: QPrinter, sheet: bytes) -> None:
    """Paints a page as large as the paper allows, in its middle."""
    image = QImage.fromData(sheet)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = QSizeF(image.size()).scaled(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2, size.width(), size.height())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)
