"""Tells the editor what the work came to: in the title, the message bar, and to those who hear the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.language import say
from desktop.shell.views.announcing import announce

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.commands.comparing import Comparing
    from desktop.shell.commands.noting import Noting
    from desktop.shell.keeping import Keeping
    from desktop.shell.review import Review
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.message_bar import MessageBar
    from desktop.shell.views.status_line import Counts, Selected


class Telling(QObject):
    """What is told of the session wherever the editor is looking."""

    def __init__(
        self, window: QWidget, session: Session, selection: Selection, keeping: Keeping, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._selection = selection
        self._keeping = keeping
        self._messages = messages
        session.workspace_changed.connect(self.show_title)
        keeping.changed.connect(self.show_title)
        session.facing_changed.connect(messages.settle)
        session.analysis_begun.connect(messages.settle)
        session.workspace_changed.connect(messages.go_on)
        selection.changed.connect(messages.go_on)
        session.undo_stack.indexChanged.connect(self._settle_when_undone)
        session.seen_changed.connect(messages.settle)
        self._step = session.undo_stack.index()
        session.analysis_failed.connect(self._tell_failure)
        session.analysis_stopped.connect(self._tell_stop)
        self.show_title()

    def follow(
        self, reviewing: Review, comparing: Comparing, noting: Noting, counts: Counts, selected: Selected
    ) -> None:
        """Tells what these have to say, and what is selected."""
        for speaker in (reviewing, comparing, noting):
            speaker.announced.connect(self.tell)
        counts.counted.connect(self._announce)
        self._selected = selected
        self._selection.changed.connect(self._announce_selected)

    def tell(self, words: str) -> None:
        """Says something that is worth a line, and no interruption."""
        self._messages.tell(words)
        self._announce(words)

    def show_title(self) -> None:
        """Calls the window by the workspace, and says where that is not as usual."""
        workspace, keeping = self._session.workspace, self._keeping
        called = workspace.title or " / ".join(article.name for article in workspace.articles[:3])
        if keeping.path is not None and not keeping.is_draft:
            called = keeping.path.stem
        if self._session.read_only:
            called = say("{title} (to be read only)", title=called)
        elif keeping.trouble is not None:
            called = say("{title} (not kept)", title=called)
        self._window.setWindowTitle(f"{called} · Crossread" if called else "Crossread")

    def _settle_when_undone(self, step: int) -> None:
        """What was worth knowing of a step is not true any more when it is taken back."""
        if step < self._step:
            self._messages.settle()
        self._step = step

    def _announce(self, words: str) -> None:
        announce(self._window, words)

    def _announce_selected(self) -> None:
        announce(self._window, self._selected.text())

    def _tell_failure(self, error: object) -> None:
        self._messages.complain(say("The articles could not be compared: {error}", error=error))

    def _tell_stop(self) -> None:
        again = say("The comparison was stopped; Sources › Compare again starts it anew.")
        self.tell(f"{again} {say('What is marked is from before.')}")
