"""Makes what a view shows: at once where that is short work, else beside the window's own thread."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.jobs import BREATH

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.shell.session import Session


class Making(QObject):
    """The work under way for one view. What was asked for before is dropped when it comes late."""

    made = Signal(object)
    """What the call asked for last gave."""

    def __init__(self, name: str, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._name = name
        self._jobs = session.jobs
        self._asked = 0
        self._jobs.ended.connect(self._receive)

    @property
    def is_under_way(self) -> bool:
        """Whether something is asked for and not made yet."""
        return self._asked != 0

    def run(self, make: Callable[[], object], *, is_long: bool) -> None:
        """Calls `make`, now or (is_long) on the worker's thread; `made` tells what it gave."""
        self._asked = 0
        if not is_long:
            self.made.emit(make())
            return

        def make_later() -> object:
            sleep(BREATH)
            return make()

        self._asked = self._jobs.run(self._name, make_later)

    def _receive(self, number: int, answer: object, error: object) -> None:
        if number != self._asked:
            return  # not asked here, or a late answer to an old question
        self._asked = 0
        if isinstance(error, BaseException):
            raise error  # the editor is told of what nobody caught
        self.made.emit(answer)
