"""Makes the chart of an analysis' payments: at once where that is short work, else beside the window's own thread."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.chart import Chart, chart
from desktop.shell.jobs import BREATH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.core.timeline import Payment
    from desktop.shell.session import Session

AT_ONCE = 60
"""Schedules of which the chart is made at once."""


class ChartMaking(QObject):
    """The work under way for the chart. What was asked for before is dropped when it comes late."""

    made = Signal(object, object)
    """The Chart, and the payments that it is of."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._asked = 0
        session.jobs.ended.connect(self._receive)

    def ask(self) -> None:
        """Asks for the chart of the present analysis: `made` tells it, at once or later."""
        payments, letters = self._session.analysis.payments, self._session.letters
        self._asked = 0

        def make() -> tuple[Chart, tuple[Payment, ...]]:
            sleep(BREATH)
            return chart(payments, letters), payments

        if len(payments) <= AT_ONCE:
            self.made.emit(chart(payments, letters), payments)
        else:
            self._asked = self._session.jobs.run("chart", make)

    def _receive(self, number: int, answer: object, error: object) -> None:
        if number != self._asked:
            return  # not asked here, or a late answer to an old question
        self._asked = 0
        if isinstance(error, BaseException):
            raise error  # the editor is told of what nobody caught
        match answer:
            case (Chart() as made, payments):
                self.made.emit(made, payments)
