"""Runs long work on one thread beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from desktop.shell.garbage import Garbage

if TYPE_CHECKING:
    from collections.abc import Callable


BREATH = 0.12
"""Seconds that long work leaves the window before it begins: what led to it is laid out and painted first, which takes
twice as long while another thread of Python is at work."""


class _Job(QRunnable):
    """One call. It owns no signal: an object owned here would die on the pool's thread."""

    def __init__(self, call: Callable[[], object], tell: Callable[[object, object], None]) -> None:
        super().__init__()
        self._call = call
        self._tell = tell

    def run(self) -> None:
        """Calls, and tells the answer or the error."""
        try:
            answer = self._call()
        except BaseException as error:  # a library in another language may end with one that is no Exception
            self._tell(None, error)
        else:
            self._tell(answer, None)


class Jobs(QObject):
    """Work in the order given, one piece at a time; a second thread was no faster and made the window stutter."""

    ended = Signal(int, object, object)
    """The job's number, its answer or None, its error or None. Told on the window's own thread."""

    _finished = Signal(int, object, object)
    """The same, told on the worker's thread. It has one listener, from the beginning: who listens to a signal must not
    change while another thread tells it, and those of `ended` come and go."""

    def __init__(self) -> None:
        super().__init__()
        self._finished.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._garbage = Garbage()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._count = 0
        self._newest: dict[str, int] = {}

    def run(self, name: str, call: Callable[[], object]) -> int:
        """Starts `call` when its turn comes, unless newer work of that name was given by then; returns its number."""
        self._count += 1
        number = self._count
        self._newest[name] = number

        def wanted_call() -> object:
            return call() if self._newest[name] == number else None

        def tell(answer: object, error: object) -> None:
            self._finished.emit(number, answer, error)

        self._pool.start(_Job(wanted_call, tell))
        return number

    def _tell(self, number: int, answer: object, error: object) -> None:
        self.ended.emit(number, answer, error)

    def finish(self, patience: int = -1) -> bool:
        """Waits for the work under way, `patience` milliseconds at most (-1: for ever); whether it is done."""
        return self._pool.waitForDone(patience)
