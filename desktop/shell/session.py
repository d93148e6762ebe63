"""Knows the workspace and the analysis of this moment, and which two articles face each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from time import sleep
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from desktop.core.analysis import Analysis
from desktop.core.annotations import Noted
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.progress import Stopped, watched
from desktop.core.ruled import Ruled
from desktop.core.statements import Statements
from desktop.core.text import Article, letters_of, names_of
from desktop.core.workspace import Workspace
from desktop.shell.edits import Edit
from desktop.shell.jobs import BREATH

if TYPE_CHECKING:
    from desktop.shell.jobs import Jobs

Analyse = Callable[[tuple[Article, ...], tuple[Correction, ...], tuple[Link, ...], Analysis], Analysis]
"""What follows from articles, as an editor corrected and linked them; the last is the analysis before."""

Facing = tuple[str | None, str | None]
"""The ids of the articles in the left and the right pane."""


TELLING = 100
"""How often it is told how far the work has come, in milliseconds."""


LONG = 400_000
"""Of texts with more characters than this the analysis is long work."""


class Session(QObject):
    """The Workspace and Analysis of this moment. All edits go through `edit`; all answers come by signal."""

    workspace_changed = Signal(object, object)
    """Before and after."""
    seen_changed = Signal()
    """What the editor may see of it is something else, though it is the same: another editor, or no longer blind."""
    edit_refused = Signal(str)
    """Why."""
    read_only_changed = Signal(str)
    """Why nothing may be changed from now on, "" where it may again."""
    included_changed = Signal(frozenset)
    facing_changed = Signal(object)
    analysis_begun = Signal()
    analysis_reached = Signal(float)
    """The share of the work that is done, ten times a second."""
    analysis_changed = Signal(object)
    analysis_failed = Signal(object)
    """The error."""
    analysis_stopped = Signal()
    """The editor ended it; the last analysis stays."""

    def __init__(self, jobs: Jobs, analyse: Analyse) -> None:
        """analyse: what follows from articles, told the last analysis so that it need not read them all again."""
        super().__init__()
        self.jobs = jobs
        self._analyse = analyse
        self._asked = 0
        self._question = object()
        self._share = 0.0
        self._is_stopped = False
        self._has_failed = False
        self._telling = QTimer(self)
        self._telling.setInterval(TELLING)
        self._telling.timeout.connect(lambda: self.analysis_reached.emit(self._share))
        self._left_out: frozenset[str] = frozenset()
        self._wanted: Facing = (None, None)
        self.workspace = Workspace()
        self.analysis = Analysis()
        self.facing: Facing = (None, None)
        self.undo_stack = QUndoStack(self)
        self.noted = Noted()
        """Where the notes lie that the editor may see."""
        self._ruled: tuple[object, Ruled] = ((), Ruled())
        self._stated: tuple[object, Statements] = (self.analysis, Statements())
        self._read_only = ""
        self._editor = ""
        self._seen = self.workspace
        jobs.ended.connect(self._receive)

    @property
    def included(self) -> tuple[Article, ...]:
        """The articles that take part in the comparison, in the workspace's order."""
        return tuple(article for article in self.workspace.articles if article.id not in self._left_out)

    @property
    def editor(self) -> str:
        """Who sits before the window, for what is signed."""
        return self._editor

    @editor.setter
    def editor(self, name: str) -> None:
        if name != self._editor:
            self._editor = name
            self._ruled = None, Ruled()
            self._see()
            self.seen_changed.emit()

    @property
    def seen(self) -> Workspace:
        """The workspace as the editor may see it: in a blind review without what others ruled and noted."""
        return self._seen

    @property
    def ruled(self) -> Ruled:
        """What was ruled, as far as the editor may see it, to be asked for by place."""
        rulings = self._seen.rulings
        if self._stated[0] is not self.analysis:
            self._stated = self.analysis, Statements(self.analysis.comparisons)
        if self._ruled[0] is not rulings or self._ruled[1].statements is not self._stated[1]:
            self._ruled = rulings, Ruled(rulings, self._editor, self._stated[1])
        return self._ruled[1]

    @property
    def read_only(self) -> str:
        """Why nothing may be changed, "" where it may."""
        return self._read_only

    @read_only.setter
    def read_only(self, why: str) -> None:
        if why != self._read_only:
            self._read_only = why
            if why:
                self.undo_stack.clear()  # to undo is to change, too
            self.read_only_changed.emit(why)

    def _see(self) -> None:
        self._seen = self.workspace.seen_by(self._editor)
        self.noted.follow(self._seen.annotations)

    @property
    def left_out(self) -> frozenset[str]:
        """The ids of the articles that do not take part."""
        return self._left_out

    @property
    def is_analysed(self) -> bool:
        """Whether the analysis is that of the articles that take part."""
        return self._asked == 0

    @property
    def is_stopped(self) -> bool:
        """Whether the editor ended the work on the last question, so that it has no answer."""
        return self._is_stopped

    @property
    def has_failed(self) -> bool:
        """Whether the work on the last question ended with an error, so that the analysis answers an earlier one."""
        return self._has_failed

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each article (id) of the workspace, those left out counted."""
        return letters_of(self.workspace.articles)

    @property
    def names(self) -> dict[str, str]:
        """What to call each article (id) of the workspace in a sentence."""
        return names_of(self.workspace.articles)

    def new_id(self) -> str:
        """An id for an article that is about to be imported."""
        return uuid4().hex

    def begin(
        self, workspace: Workspace, left_out: frozenset[str] = frozenset(), facing: Facing = (None, None)
    ) -> None:
        """Starts on a workspace; what was done to another cannot be undone in this one.

        left_out: ids of the articles that do not take part. facing: ids of those that face each other, as far as known.
        """
        self.undo_stack.clear()
        self._left_out = left_out
        self._wanted = facing
        self.show_workspace(workspace)

    def edit(self, name: str, workspace: Workspace, thing: object = None) -> None:
        """Changes the workspace, by a step that can be undone and is called `name` there.

        thing: what is changed, where steps behind one another on the same thing are to be one step (typing).
        """
        if workspace == self.workspace:
            return
        if self.read_only:
            self.edit_refused.emit(self.read_only)
        else:
            self.undo_stack.push(Edit(self.show_workspace, name, self.workspace, workspace, thing))

    def now(self) -> str:
        """The time of this moment, as ISO date and time to the thousandth, UTC: in this form, times sort as words."""
        return datetime.now(UTC).isoformat(timespec="milliseconds")

    def show_workspace(self, workspace: Workspace) -> None:
        """Makes `workspace` the present one; for Edit, which alone knows how to take it back."""
        before, self.workspace = self.workspace, workspace
        self._see()
        known = {article.id for article in workspace.articles}
        self._left_out &= known
        wanted, self._wanted = self._wanted, (None, None)
        self._face(wanted if wanted != (None, None) else self.facing)
        self.workspace_changed.emit(before, workspace)
        is_read_alike = before.corrections == workspace.corrections and before.links == workspace.links
        if before.articles is not workspace.articles or not is_read_alike:
            self._ask()

    def include(self, article: str, included: bool) -> None:
        """Lets an article (id) take part in the comparison, or leaves it out."""
        left_out = self._left_out - {article} if included else self._left_out | {article}
        if left_out != self._left_out:
            self._left_out = left_out
            self._face(self.facing)
            self.included_changed.emit(frozenset(article.id for article in self.included))
            self._ask()

    def face(self, left: str | None, right: str | None) -> None:
        """Puts two articles (ids) opposite each other; an article that is put where the other stands changes places."""
        before = self.facing
        if left is not None and left == right:
            left, right = (before[1], right) if before[0] == left else (left, before[0])
        self._face((left, right))

    def swap(self) -> None:
        """Changes the places of the two articles."""
        self._face((self.facing[1], self.facing[0]))

    def _face(self, wanted: Facing) -> None:
        """Faces the wanted articles as far as they take part, and fills empty places with the first that do."""
        free = [article.id for article in self.included]
        places = [article if article in free else None for article in wanted]
        free = [article for article in free if article not in places]
        for place, article in enumerate(places):
            if article is None and free:
                places[place] = free.pop(0)
        facing = (places[0], places[1])
        if facing != self.facing:
            self.facing = facing
            self.facing_changed.emit(facing)

    def _ask(self) -> None:
        articles, before = self.included, self.analysis
        corrections = tuple(one for one in self.workspace.corrections if one.holds)
        links = tuple(one for one in self.workspace.links if one.holds)
        question = self._question = object()
        self._share, self._is_stopped, self._has_failed = 0.0, False, False

        def watch(share: float) -> None:
            """Called on the worker's thread, thousands of times: no signal, for listeners come and go."""
            if self._question is not question:
                raise Stopped
            self._share = share

        def answer() -> Analysis:
            if sum(len(article.text) for article in articles) > LONG:
                sleep(BREATH)
            with watched(watch):
                return self._analyse(articles, corrections, links, before)

        self._telling.start()
        self._asked = self.jobs.run("analyse", answer)
        self.analysis_begun.emit()

    def stop(self) -> None:
        """Ends the work on the analysis; the last one stays. Nothing happens where none is under way."""
        if self._asked:
            self._question = object()

    def analyse_again(self) -> None:
        """Starts the work on the analysis anew, after it was stopped."""
        self._ask()

    def _receive(self, number: int, answer: object, error: object) -> None:
        if number != self._asked:
            return  # a late answer to an old question
        self._asked = 0
        self._telling.stop()
        if isinstance(error, Stopped):
            self._is_stopped = True
            known = {article.id for article in self.analysis.articles}
            if not known.intersection(self.letters):  # it is of articles that are not open any more
                self.analysis = Analysis()
                self.analysis_changed.emit(self.analysis)
            self.analysis_stopped.emit()
        elif isinstance(answer, Analysis):
            self.analysis = answer
            self.analysis_changed.emit(answer)
        else:
            self._has_failed = True
            self.analysis_failed.emit(error)
