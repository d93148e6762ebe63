"""Collects Python's cyclic garbage on the window's own thread, and on no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""How often it is looked whether there is enough garbage, in milliseconds."""
MANY = 10_000
"""More young objects than this come from the engine or from imports: looking through them would be felt."""


class Garbage(QObject):
    """Takes over from Python's own collector, which runs on whatever thread happens to allocate.

    On the worker's thread it would destroy Qt objects there: Qt then holds a lock and waits for Python, while the
    window's thread holds Python and waits for that lock, and both wait for ever (seen with PySide6 6.10.3, in
    QObject::disconnect).

    What the engine makes is never looked through: it holds next to no circles, is freed when nobody needs it any more,
    and looking through the claims of a long article would hold the window for 80 ms. Circles of the window's own that
    were closed in the same second stay for good with it, which is little.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start(EVERY)

    def collect_if_due(self) -> None:
        """Collects the oldest generation whose threshold is passed, as Python itself would, or sets MANY aside."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[0] > MANY:
            gc.freeze()
            return
        for generation in (2, 1, 0):
            if 0 < thresholds[generation] < counts[generation]:
                gc.collect(generation)
                return
