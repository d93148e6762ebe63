"""Opens the report, and leads it and all else that a comparison can become out of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.files.places import file_name
from desktop.shell.press import order_of, why_none

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.core.report import Choice
    from desktop.core.workspace import Workspace
    from desktop.shell.commands.delivering import Delivering
    from desktop.shell.commands.preferring import Preferring
    from desktop.shell.commands.printing import Printing
    from desktop.shell.commands.registry import Commands
    from desktop.shell.press import Order
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.message_bar import MessageBar
    from desktop.shell.views.report_dialog import ReportDialog

KINDS = ("pdf", "html", "xlsx", "csv", "json", "jsonld")
REPORTING = ("file.report", "file.print", *(f"file.export-{kind}" for kind in KINDS))
"""The names of the commands that need a comparison."""
PARTS = ("notes", "questions", "payments", "full_texts")
"""What may go in or not, beside topics of some statuses."""
NONE = "only"
"""How the status of what only one article says is kept."""


class Reporting(QObject):
    """What an editor chose for the last report is what the next one begins with."""

    opened = Signal(object, str)
    """A window beside the main one, and which part of the guide's contents it is."""

    printed = Signal()
    """The report is printed, or will not be."""

    def __init__(
        self, window: QWidget, session: Session, appearance: Appearance, messages: MessageBar, language: str
    ) -> None:
        """language: the code of the one that is spoken."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self._messages = messages
        self._language = language
        self._kept = ""
        self._choice: Choice | None = None
        self._preferring: Preferring | None = None
        self._commands: Commands | None = None
        self._delivering: Delivering | None = None
        self._printing: Printing | None = None
        self.dialog: ReportDialog | None = None
        session.workspace_changed.connect(self._forget_title)
        session.workspace_changed.connect(self._follow)
        for signal in (
            session.seen_changed,
            session.analysis_begun,
            session.analysis_changed,
            session.analysis_failed,
            session.analysis_stopped,
            session.included_changed,
        ):
            signal.connect(self._follow)

    def go_by(self, commands: Commands, preferring: Preferring) -> None:
        """Lets the commands be used only while there can be a report. preferring: which paper it is on."""
        self._commands, self._preferring = commands, preferring
        commands.keys_changed.connect(self._allow)
        preferring.applied.connect(self._follow)
        self._allow()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written or waits for it."""
        return self._delivering is not None and self._delivering.is_busy

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._printing is not None and self._printing.is_busy

    @property
    def choice(self) -> Choice:
        """What goes into a report."""
        if self._choice is None:
            self._choice = read_choice(self._kept)
        return self._choice

    @property
    def paper(self) -> str:
        """What it is printed on: "a4" or "letter"."""
        from desktop.shell.views.preferences import paper_of_the_country

        chosen = self._preferring.preferences.paper if self._preferring is not None else ""
        return chosen or paper_of_the_country()

    def kept(self) -> str:
        """What goes into a report, as it is kept for the next start."""
        return self._kept if self._choice is None else written_choice(self._choice)

    def restore(self, kept: str) -> None:
        """Takes up what was kept."""
        self._kept, self._choice = kept, None

    def open(self) -> None:
        """Opens the report, or brings it to the front."""
        from desktop.shell.views.report_dialog import ReportDialog

        if self.dialog is None:
            self.dialog = ReportDialog(self._window, self._session.jobs, self._appearance)
            self.dialog.options.changed.connect(self._choose)
            self.dialog.export_wanted.connect(self.export)
            self.dialog.print_wanted.connect(self.print)
            self.opened.emit(self.dialog, "report")
        self.dialog.options.show_choice(self.choice, self.paper)
        if not self.dialog.isVisible():
            self.dialog.messages.dismiss()  # what was told last time
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._follow()

    def export(self, kind: str) -> None:
        """Asks where a file of that sort (the value of a Kind) goes, and writes it."""
        from desktop.outputs import Kind
        from desktop.shell.commands.delivering import Delivery

        if (order := self.order()) is not None:
            name = file_name(order.workspace.name, self._session.now()[:10])
            self.delivering.ask(Delivery(order, Kind(kind), name, *self._asking()))

    def print(self) -> None:
        """Prints the report."""
        if (order := self.order()) is None:
            return
        view = self.dialog.preview.view if self.dialog is not None and self.dialog.isVisible() else None
        page, count = (view.page, view.count) if view is not None else (0, 0)
        self.printing.ask(order, *self._asking(), page=page, count=count, export=lambda: self.export("pdf"))

    @property
    def delivering(self) -> Delivering:
        """What writes the files."""
        from desktop.shell.commands.delivering import Delivering

        if self._delivering is None:
            self._delivering = Delivering(self._session.jobs, self._window, self._messages)
        return self._delivering

    @property
    def printing(self) -> Printing:
        """What prints."""
        from desktop.shell.commands.printing import Printing

        if self._printing is None:
            self._printing = Printing(self._session.jobs, self._window)
            self._printing.ended.connect(self.printed)
        return self._printing

    def order(self) -> Order | None:
        """What is asked for; None where there can be no report, and then it is told why."""
        if why := why_none(self._session):
            self._messages.tell(why)
            return None
        return order_of(self._session, self.choice, paper=self.paper, language=self._language)

    def _asking(self) -> tuple[QWidget, MessageBar]:
        """The window in which it is asked for, and where it is told what comes of it."""
        if self.dialog is not None and self.dialog.isVisible():
            return self.dialog, self.dialog.messages
        return self._window, self._messages

    def _forget_title(self, before: Workspace, after: Workspace) -> None:
        """A title is that of one workspace."""
        is_another = not {one.id for one in before.articles} & {one.id for one in after.articles}
        if self._choice is not None and self._choice.title and is_another:
            self._choice = replace(self._choice, title="")

    def _choose(self) -> None:
        assert self.dialog is not None
        self._choice = self.dialog.options.choice
        if self._preferring is not None and self.dialog.options.paper.currentData() != self.paper:
            self._preferring.choose_paper(self.dialog.options.paper.currentData())
        self._follow()

    def _follow(self) -> None:
        self._allow()
        dialog = self.dialog
        if dialog is None or not dialog.isVisible():
            return
        dialog.options.show_choice(self.choice, self.paper)
        dialog.options.blind.setVisible(self._session.editor in self._session.workspace.blind)
        if why := why_none(self._session):
            dialog.show_why_none(why)
        else:
            dialog.show_order(order_of(self._session, self.choice, paper=self.paper, language=self._language))

    def _allow(self) -> None:
        if self._commands is not None:
            why = why_none(self._session)
            for name in REPORTING:
                self._commands.allow(name, why)


def written_choice(choice: Choice) -> str:
    """A choice as one line: "agree approx only; notes questions"."""
    statuses = sorted(status.value if status is not None else NONE for status in choice.statuses)
    parts = [name for name in PARTS if getattr(choice, name)]
    return f"{' '.join(statuses)};{' '.join(parts)}"


def read_choice(kept: str) -> Choice:
    """What `written_choice` wrote; the usual choice for what it never writes."""
    from desktop.core.agreement import Status
    from desktop.core.report import Choice

    statuses, found, parts = kept.partition(";")
    if not found:
        return Choice()
    known: dict[str, Status | None] = {**{status.value: status for status in Status}, NONE: None}
    chosen = frozenset(known[word] for word in statuses.split() if word in known)
    notes, questions, payments, full_texts = (name in parts.split() for name in PARTS)
    return Choice(chosen, notes=notes, questions=questions, payments=payments, full_texts=full_texts)
