"""Makes the chart of an analysis' payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.chart import chart
from desktop.shell.views.making import Making

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.session import Session

AT_ONCE = 60
"""Schedules of which the chart is made at once."""


class ChartMaking(Making):
    """The work under way for the chart; `made` tells it with the payments that it is of."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__("chart", session, owner)
        self._session = session

    def ask(self) -> None:
        """Asks for the chart of the present analysis."""
        payments, letters = self._session.analysis.payments, self._session.letters
        self.run(lambda: (chart(payments, letters), payments), is_long=len(payments) > AT_ONCE)
