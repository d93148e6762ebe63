"""Shows the report before it goes out: what is in it at the left, its pages at the right, the ways out below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.core.language import say
from desktop.outputs import WORDS, Kind
from desktop.shell.views.message_bar import MessageBar
from desktop.shell.views.report_options import ReportOptions
from desktop.shell.views.report_preview import ReportPreview

if TYPE_CHECKING:
    from desktop.shell.jobs import Jobs
    from desktop.shell.press import Order
    from desktop.shell.theme import Appearance

SIZE = (1080, 760)
AROUND = 60
"""Pixels of the screen that are left for the frame of the window and the bars of the system."""


class ReportDialog(QDialog):
    """A window beside the main one, which stays usable; the report follows what is ruled there."""

    export_wanted = Signal(str)
    """The value of a Kind."""
    print_wanted = Signal()

    def __init__(self, parent: QWidget, jobs: Jobs, appearance: Appearance) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Report"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.messages = MessageBar()
        self.options = ReportOptions(appearance)
        self.preview = ReportPreview(jobs, appearance)
        self.preview.counted.connect(self.options.count)
        buttons = QDialogButtonBox()
        action, accept = QDialogButtonBox.ButtonRole.ActionRole, QDialogButtonBox.ButtonRole.AcceptRole
        self.others = buttons.addButton(say("&Other formats"), action)
        self.others.setToolTip(say("Web page, spreadsheet, table, data"))
        menu = QMenu(self.others)
        for kind in (each for each in Kind if each is not Kind.PDF):
            way = menu.addAction(f"{say(WORDS[kind])}…")
            way.triggered.connect(lambda _checked=False, kind=kind: self.export_wanted.emit(kind.value))
        self.others.setMenu(menu)
        self.print = buttons.addButton(say("&Print…"), action)
        self.print.setToolTip(say("Print these pages on a printer of the system"))
        self.pdf = buttons.addButton(say("&Export PDF…"), accept)
        self.pdf.setToolTip(say("Keep the report as a PDF (Return)"))
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setToolTip(say("Close this window (Esc)"))
        self.print.clicked.connect(self.print_wanted)
        self.pdf.clicked.connect(lambda: self.export_wanted.emit(Kind.PDF.value))
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.pdf.setDefault(True)  # the box is in the window only now, which has other buttons
        room = parent.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - AROUND), min(SIZE[1], room.height() - AROUND))

    def show_order(self, order: Order) -> None:
        """Shows a report of that."""
        self._allow(True)
        self.preview.show_order(order)

    def show_why_none(self, words: str) -> None:
        """Shows why there is no report at the moment."""
        self._allow(False)
        self.preview.show_words(words)

    def done(self, result: int) -> None:
        self.preview.stop()
        super().done(result)

    def _allow(self, is_there: bool) -> None:
        for button in (self.others, self.print, self.pdf):
            button.setEnabled(is_there)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.options)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addLayout(row, 1)
        below = QHBoxLayout()
        below.setContentsMargins(16, 10, 16, 12)
        below.addWidget(buttons)
        column.addLayout(below)
