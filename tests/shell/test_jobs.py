"""Whether work runs beside the window, one piece at a time."""

import threading

import pytest
from PySide6.QtCore import QThread

from desktop.shell.jobs import Jobs


@pytest.fixture
def jobs():
    started = Jobs()
    yield started
    started.finish()


def test_an_answer_comes_back_on_the_windows_thread(qtbot, jobs):
    heard = []
    jobs.ended.connect(lambda *_answer: heard.append(QThread.currentThread()))
    with qtbot.waitSignal(jobs.ended) as told:
        number = jobs.run("think", threading.get_ident)
    assert told.args[0] == number
    assert told.args[1] != threading.get_ident()
    assert told.args[2] is None
    assert heard == [jobs.thread()]


def test_an_error_is_told(qtbot, jobs):
    def fail() -> None:
        raise ValueError("no")

    with qtbot.waitSignal(jobs.ended) as told:
        jobs.run("think", fail)
    assert told.args[1] is None
    assert str(told.args[2]) == "no"


def test_what_a_library_panics_with_is_told_too(qtbot, jobs):
    class Panic(BaseException):
        """No Exception, as those of compiled libraries are."""

    def fail() -> None:
        raise Panic("called unwrap on a None value")

    with qtbot.waitSignal(jobs.ended) as told:
        jobs.run("think", fail)
    assert isinstance(told.args[2], Panic)


def test_only_the_newest_waiting_work_of_a_name_is_done(qtbot, jobs):
    gate, done = threading.Event(), []
    answers = []
    jobs.ended.connect(lambda number, _answer, _error: answers.append(number))
    jobs.run("other", lambda: gate.wait(10))
    jobs.run("think", lambda: done.append("old"))
    last = jobs.run("think", lambda: done.append("new"))
    gate.set()
    qtbot.waitUntil(lambda: last in answers)
    assert done == ["new"]


def test_a_closed_window_waits_only_so_long(qtbot, jobs):
    gate = threading.Event()
    with qtbot.waitSignal(jobs.ended):
        jobs.run("think", gate.wait)
        assert not jobs.finish(1)
        gate.set()
        assert jobs.finish()
