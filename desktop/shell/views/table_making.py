"""Makes the claims table of an analysis: at once where that is short work, else beside the window's own thread."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.jobs import BREATH
from desktop.shell.models.claim_rows import Table, matrix_table, pair_table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.session import Session

AT_ONCE = 600
"""Claims of which the table is made at once: it takes less than the window needs to paint itself."""


class TableMaking(QObject):
    """The work under way for the claims table. What was asked for before is dropped when it comes late."""

    made = Signal(object)
    """The Table."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._asked = 0
        session.jobs.ended.connect(self._receive)

    @property
    def is_under_way(self) -> bool:
        """Whether a table is asked for and not made yet."""
        return self._asked != 0

    def ask(self, *, is_all: bool) -> None:
        """Asks for the table of the two articles that face each other, or of all: `made` tells it, at once or later."""
        analysis, facing = self._session.analysis, self._session.facing
        by_letter, by_name = self._session.letters, self._session.names

        is_long = len(analysis.claims) > AT_ONCE

        def make() -> Table:
            if is_long:
                sleep(BREATH)
            if is_all:
                return matrix_table(analysis, by_letter, by_name)
            return pair_table(analysis, facing, by_letter, by_name)

        self._asked = 0
        if is_long:
            self._asked = self._session.jobs.run("claims table", make)
        else:
            self.made.emit(make())

    def _receive(self, number: int, answer: object, error: object) -> None:
        if number != self._asked:
            return  # not asked here, or a late answer to an old question
        self._asked = 0
        if isinstance(error, BaseException):
            raise error  # the editor is told of what nobody caught
        if isinstance(answer, Table):
            self.made.emit(answer)
