"""Real second processes for tests: copies of this one, with everything imported, that end or are killed."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Timer

import pytest

FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
NOBODY = 65534


def begun(work: Callable[[int], None]) -> tuple[int, int]:
    """A process that does the work, which reports by writing to what it is given; its id and where to read."""
    reading, writing = os.pipe()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # the other threads only watch the time
        child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    with suppress(BaseException):
        os.close(reading)
        work(writing)
        status = 0
    os._exit(status)


def the_rest_of(reading: int) -> bytes:
    """What was reported until the process was gone."""
    with os.fdopen(reading, "rb") as reports:
        return reports.read()


def done_elsewhere(action: Callable[[], object], *, as_nobody: bool = False) -> None:
    """Does something in a process of its own, where root has no more rights than anybody; its failures are ours."""

    def work(report: int) -> None:
        try:
            if as_nobody and os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            action()
        except BaseException:
            os.write(report, traceback.format_exc().encode())
            raise

    child, reading = begun(work)
    told = the_rest_of(reading).decode()
    _, status = os.waitpid(child, 0)
    assert status == 0, told


@contextmanager
def running(work: Callable[[int], None]) -> Iterator[int]:
    """A process that does the work until the end of the block, and then is killed; its reports are to be read."""
    child, reading = begun(work)
    try:
        yield reading
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)


def wait_for_ever() -> None:
    """For a process that is to be killed."""
    while True:
        signal.pause()


def struck(child: int, by: signal.Signals, seconds: float) -> int:
    """Sends the process a signal in a moment, and waits until it is killed or halted; the status it has then."""
    timer = Timer(seconds, os.kill, (child, by))
    timer.start()
    _, status = os.waitpid(child, os.WUNTRACED)
    timer.cancel()
    timer.join()  # the next process is begun without another thread
    return status
