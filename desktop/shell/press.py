"""Makes what goes out of the window, of what the session knew when it was asked for; beside the window's own thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.core.language import say

if TYPE_CHECKING:
    from desktop.core.analysis import Analysis
    from desktop.core.report import Choice, Count, Report
    from desktop.core.workspace import Workspace
    from desktop.outputs import Kind, Output
    from desktop.shell.session import Session


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a report as pictures (PNG). ppi: their pixels per inch. counts: how many topics have which status,
    those left out counted."""

    pictures: tuple[bytes, ...]
    ppi: float
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A report that is asked for: of what, and how. What is made of it touches nothing that changes meanwhile.

    workspace: what the editor may see of it. editor: who exports. language: the code of what is spoken. paper: "a4" or
    "letter".
    """

    workspace: Workspace
    analysis: Analysis
    editor: str
    language: str
    choice: Choice
    paper: str

    def on(self, paper: str) -> Order:
        """The same on other paper."""
        return replace(self, paper=paper)

    def report(self) -> Report:
        """The report."""
        from desktop.core.report import report

        own = {"editor": self.editor, "language": self.language, "version": __version__}
        return report(self.workspace, self.analysis, self.choice, **own)

    def output(self, kind: Kind, *, mark: bool = False) -> Output:
        """A file of that sort. mark: whether CSV begins with the mark that spreadsheets know UTF-8 by."""
        from desktop.outputs import make

        return make(kind, self.report(), self.analysis, self.workspace, paper=self.paper, mark=mark)

    def sheets(self, ppi: float) -> Sheets:
        """Its pages."""
        from desktop.printing import pages

        report = self.report()
        return Sheets(tuple(pages(report, self.paper, ppi)), ppi, report.counts)


def order_of(session: Session, choice: Choice, *, paper: str, language: str) -> Order:
    """A report of what the session knows at this moment."""
    return Order(session.seen, session.analysis, session.editor, language, choice, paper)


def why_none(session: Session) -> str:
    """Why there can be no report at this moment; "" where there can."""
    if not session.workspace.articles:
        return say("There is nothing to report on yet: open articles first.")
    if not session.included:
        return say("There is nothing to report on: no source is ticked.")
    if not session.is_analysed:
        return say("The articles are still being compared.")
    if session.is_stopped or session.has_failed or session.analysis.articles != session.included:
        return say("The articles are not compared yet: Sources › Compare again does it.")
    return ""
