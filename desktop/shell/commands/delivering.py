"""Writes what goes out of the window into files, and tells where it went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.language import phrase, say
from desktop.files.errors import FileTrouble, printable
from desktop.shell.commands.choosing import usual_folder
from desktop.shell.views.announcing import announce

if TYPE_CHECKING:
    from desktop.outputs import Kind, Output
    from desktop.shell.jobs import Jobs
    from desktop.shell.press import Order
    from desktop.shell.views.message_bar import MessageBar

MARKED = phrase("Table for spreadsheets (*.csv)")
"""Begins with the mark that spreadsheets know UTF-8 by; the other table does without."""

FILTERS = {
    "pdf": (phrase("PDF (*.pdf)"),),
    "html": (phrase("Web page (*.html)"),),
    "xlsx": (phrase("Spreadsheet (*.xlsx)"),),
    "csv": (MARKED, phrase("Table for other programs, without byte-order mark (*.csv)")),
    "json": (phrase("Data (*.json)"),),
    "jsonld": (phrase("Web Annotations (*.jsonld)"),),
}


@dataclass(slots=True)
class Delivery:
    """A file on its way. name: what it is offered to be called, without its ending. window, messages: who asked.

    is_wanted: whether the editor has not stopped it.
    """

    order: Order
    kind: Kind
    name: str
    window: QWidget
    messages: MessageBar
    path: Path = Path()
    mark: bool = False
    is_wanted: bool = True


class Delivering(QObject):
    """The way of a report into a file, made and written beside the window; with trouble the old file stays."""

    def __init__(self, jobs: Jobs, owner: QWidget, messages: MessageBar) -> None:
        """messages: where it is told when the window that asked is closed."""
        super().__init__(owner)
        self._jobs = jobs
        self._owner = owner
        self._messages = messages
        self._under_way: dict[int, Delivery] = {}
        self._folder = ""
        """Where the last file went."""
        jobs.ended.connect(self._receive)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written, or waits for it."""
        return any(one.is_wanted for one in self._under_way.values())

    def ask(self, delivery: Delivery) -> None:
        """Asks where to, and writes there."""
        ending = delivery.kind.value
        dialog = QFileDialog(delivery.window, say("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([say(words) for words in FILTERS[ending]])
        dialog.setDefaultSuffix(ending)
        dialog.setDirectory(self._folder if Path(self._folder).is_dir() else usual_folder())
        dialog.selectFile(f"{delivery.name}.{ending}")
        if dialog.exec():
            mark = dialog.selectedNameFilter() == say(MARKED)
            self.write(replace(delivery, path=Path(dialog.selectedFiles()[0]), mark=mark))
        dialog.deleteLater()

    def write(self, delivery: Delivery) -> None:
        """Makes a file and writes it; what comes of it is told."""
        path, order = delivery.path, delivery.order
        self._folder = str(path.parent)

        def make_and_write() -> Output | None:
            from desktop.files.writing import spare, write_whole

            spare(path, (article.source for article in order.workspace.articles))
            output = order.output(delivery.kind, mark=delivery.mark) if delivery.is_wanted else None
            if output is None or not delivery.is_wanted:
                return None
            write_whole(path, output.data)
            return output

        def stop() -> None:
            delivery.is_wanted = False
            delivery.messages.settle()

        words = say("Writing {name}…", name=printable(path.name))
        delivery.messages.tell(words, stays=True, ways=[(say("Stop"), stop)])
        # of each file alone the last: what was asked for before is not forgotten over it
        self._under_way[self._jobs.run(f"export {path}", make_and_write)] = delivery

    def _receive(self, number: int, answer: object, error: object) -> None:
        delivery = self._under_way.pop(number, None)
        if delivery is None:
            return
        from desktop.outputs import Output

        is_there = delivery.window.isVisible()
        messages = delivery.messages if is_there else self._messages
        if isinstance(answer, Output):
            self._tell_written(delivery.path, answer, messages)  # also where it was stopped too late
        elif error is not None and delivery.is_wanted:
            path = printable(str(delivery.path))
            told = str(error) if isinstance(error, FileTrouble) else f"{path}: {type(error).__name__}: {error}"
            again = replace(delivery, window=delivery.window if is_there else self._owner, messages=messages)
            announce(again.window, told)
            messages.complain(told, ways=[(say("Choose another place…"), lambda: self.ask(again))])

    def _tell_written(self, path: Path, output: Output, messages: MessageBar) -> None:
        def show(what: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(what))):
                messages.complain(say("No program opened {path}.", path=printable(str(what))))

        told = " ".join((say("Written to {path}", path=printable(str(path))), *output.remarks))
        ways = [(say("Open"), lambda: show(path)), (say("Open folder"), lambda: show(path.parent))]
        messages.tell(told, ways=ways)
        announce(messages, told)
