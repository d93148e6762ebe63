"""Does long work on the window's own thread in slices too short to be felt."""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE = 8.0
"""The length of a slice in milliseconds; a window with 60 pictures a second has 16 for each."""


REST = 1.5
"""How long the window has at least between two slices, in milliseconds, whosever they are: else several pieces of work
under way would take a slice each before it has its turn."""


class Slices(QObject):
    """One piece of work, a generator that pauses often. What is short is done at once, newer work replaces older."""

    _rested = 0.0
    """When the last slice of any piece of work ended."""

    done = Signal()
    """Told when the work is done that was under way, not when newer work took its place."""

    def __init__(self, parent: QObject | None = None, length: float = SLICE) -> None:
        super().__init__(parent)
        self._length = length
        self._work: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._take_turn())

    @property
    def is_done(self) -> bool:
        """Whether nothing is under way."""
        return self._work is None

    def run(self, work: Iterator[object], *, at_once: bool = True) -> None:
        """Does a first slice now (at_once), and goes on whenever the window has nothing else to do.

        Work that takes the place of other work waits for its first slice: the other may have had one just now.
        """
        was_busy, self._work = self._work is not None, work
        self._timer.start()
        if at_once and not was_busy:
            self._go_on()

    def drop(self) -> None:
        """Forgets the work under way."""
        self._work = None
        self._timer.stop()

    def finish(self) -> None:
        """Does the rest now."""
        self._go_on(for_ever=True)

    def _take_turn(self) -> None:
        if perf_counter() - Slices._rested >= REST / 1000:
            self._go_on()
            Slices._rested = perf_counter()

    def _go_on(self, *, for_ever: bool = False) -> None:
        work, until = self._work, inf if for_ever else perf_counter() + self._length / 1000
        while work is not None and work is self._work:
            try:
                next(work)
            except StopIteration:
                # the last step may itself have begun newer work
                if work is self._work:
                    self.drop()
                    self.done.emit()
                return
            except BaseException:
                if work is self._work:
                    self.drop()  # or the same error would come again and again
                raise
            if perf_counter() >= until:
                return
