"""Knows how far long work has come, and lets whoever waits for it say that it should end.

The work tells from inside; who started it may watch. Nobody need watch, and then telling costs next to nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watch = Callable[[float], None]
"""Is told the share of the work that is done, 0 to 1; raises Stopped to end the work. It never falls."""


class Stopped(Exception):
    """The work was ended by whoever waited for it."""


_watched: ContextVar[tuple[Watch, float, float] | None] = ContextVar("watched", default=None)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Lets `watch` know of the work in this block, on this thread."""
    furthest = 0.0

    def onward(share: float) -> None:
        nonlocal furthest
        furthest = max(furthest, share)
        watch(furthest)

    before = _watched.set((onward, 0.0, 1.0))
    try:
        yield
    finally:
        _watched.reset(before)


@contextmanager
def part(first: float, last: float) -> Iterator[None]:
    """The work in this block leads from one share of the surrounding work to another."""
    known = _watched.get()
    if known is None:
        yield
        return
    watch, low, high = known
    before = _watched.set((watch, low + first * (high - low), low + last * (high - low)))
    try:
        yield
    finally:
        _watched.reset(before)


def reached(done: float, whole: float = 1) -> None:
    """Tells that so many of the steps of this part are done; the place where Stopped is raised."""
    known = _watched.get()
    if known is not None and whole:
        watch, low, high = known
        watch(low + (high - low) * done / whole)
