"""Makes the claims table of an analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.shell.models.claim_rows import Table, matrix_table, pair_table
from desktop.shell.views.making import Making

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.session import Session

AT_ONCE = 600
"""Claims of which the table is made at once: it takes less than the window needs to paint itself."""


class TableMaking(Making):
    """The work under way for the claims table; `made` tells a Table."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__("claims table", session, owner)
        self._session = session

    def ask(self, *, is_all: bool) -> None:
        """Asks for the table of the two articles that face each other, or of all."""
        analysis, facing = self._session.analysis, self._session.facing
        by_letter, by_name = self._session.letters, self._session.names

        def make() -> Table:
            if is_all:
                return matrix_table(analysis, by_letter, by_name)
            return pair_table(analysis, facing, by_letter, by_name)

        self.run(make, is_long=len(analysis.claims) > AT_ONCE)
