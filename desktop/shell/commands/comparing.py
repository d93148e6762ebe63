"""Lets an editor review blind, and shows how far editors agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from desktop.core.language import say
from desktop.core.ruled import reviewed_of_all
from desktop.shell.views.blind_line import BlindLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.commands.preferring import Preferring
    from desktop.shell.review import Review
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.reliability_view import ReliabilityView


class Comparing(QObject):
    """Whether the editor reviews blind, how far the review has come, and who agrees with whom afterwards."""

    changed = Signal()
    """Whether the editor reviews blind, or how far the review has come."""
    announced = Signal(str)
    """That all conflicts are ruled on."""
    opened = Signal(object, str)
    """A window beside the main one, and which part of the guide's contents it is."""

    def __init__(self, window: QWidget, session: Session, selection: Selection, review: Review) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._selection = selection
        self._review = review
        self._preferring: Preferring | None = None
        self.line = BlindLine()
        self.line.end_wanted.connect(self.end)
        self._view: ReliabilityView | None = None
        self._progress = (0, 0)
        for signal in (session.workspace_changed, session.seen_changed, session.analysis_changed):
            signal.connect(self._follow)

    def sign_with(self, preferring: Preferring) -> None:
        """Keeps the editor's name, where one is asked for, among these preferences."""
        self._preferring = preferring

    @property
    def is_blind(self) -> bool:
        """Whether the editor does not see what others ruled and noted."""
        return self._session.editor in self._session.workspace.blind

    @property
    def is_done(self) -> bool:
        """Whether all conflicts are ruled on."""
        ruled, every = self._progress
        return every > 0 and ruled == every

    def in_words(self) -> str:
        """How far the blind review has come, "" where there is none."""
        if not self.is_blind:
            return ""
        ruled, every = self._progress
        if not every:
            return say("Blind review: no conflicts to rule on")
        if self.is_done:
            return say("Blind review: all {count} ruled", count=every)
        return say("Blind review: {ruled} of {every} ruled", ruled=ruled, every=every)

    def set_blind(self, on: bool) -> None:
        """Hides from the editor what others ruled and noted, or shows it again; asks for a name where there is none."""
        session = self._session
        if session.read_only:
            session.edit_refused.emit(session.read_only)
        elif on and not self.is_blind:
            if self._named():
                blind = (*session.workspace.blind, session.editor)
                session.edit(say("begin blind review"), replace(session.workspace, blind=blind))
        elif not on and self.is_blind:
            blind = tuple(name for name in session.workspace.blind if name != session.editor)
            session.edit(say("end blind review"), replace(session.workspace, blind=blind))
        self._tell()  # what was refused is as it was

    def end(self) -> None:
        """Ends the blind review and shows how far the editors agree."""
        self.set_blind(False)
        if not self.is_blind:
            self.compare()

    def compare(self) -> None:
        """Shows how far two editors agree."""
        from desktop.shell.views.reliability_view import ReliabilityView

        if self._view is None:
            self._view = ReliabilityView(self._window, self._session, self._selection)
        self._view.show_agreement()
        self._view.show()
        self._view.raise_()
        self._view.activateWindow()
        self.opened.emit(self._view, "editors")

    @property
    def view(self) -> ReliabilityView | None:
        """The comparison of editors, where it was asked for."""
        return self._view

    def _named(self) -> bool:
        """Whether the editor has a name, or gives one now."""
        if self._session.editor:
            return True
        question = say("Your name, for your rulings and notes:")
        name, is_given = QInputDialog.getText(self._window, say("Blind review"), question)
        name = " ".join(name.split())
        if not is_given or not name:
            return False
        if self._preferring is not None:
            self._preferring.apply(replace(self._preferring.preferences, editor=name))
            self._preferring.keep()
        self._session.editor = name
        return True

    def _follow(self, *_: object) -> None:
        was_done = self.is_done
        self._progress = (0, 0)
        if self.is_blind:
            self._progress = reviewed_of_all(self._session.analysis.comparisons, self._review.ruled)
        self._tell()
        if self.is_done and not was_done:
            self.announced.emit(
                say("All conflicts are ruled on. Compare… ends the blind review and shows how far you all agree.")
            )

    def _tell(self) -> None:
        self.line.tell(self.in_words(), self.is_done)
        self.changed.emit()
