"""Whether cyclic garbage is collected on the window's thread only."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer

from desktop.shell.garbage import MANY, Garbage
from desktop.shell.jobs import Jobs


class Knot(QObject):
    """A Qt object in a circle, which only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        self.timer = QTimer()
        self.timer.timeout.connect(self.deleteLater)


def test_qt_objects_die_on_the_windows_thread_while_the_worker_allocates(qtbot):
    jobs = Jobs()
    died_on: list[threading.Thread] = []
    weakref.finalize(Knot(), lambda: died_on.append(threading.current_thread()))

    def allocate() -> int:
        return len([[number] for number in range(200_000)])

    with qtbot.waitSignal(jobs.ended):
        jobs.run("allocate", allocate)
    # the collector of an earlier test's window may have come by meanwhile, on its own thread
    assert died_on in ([], [threading.main_thread()])
    gc.unfreeze()  # an earlier test's window may have set aside what was made meanwhile
    gc.collect()
    assert died_on == [threading.main_thread()]


def test_what_is_due_is_collected(qtbot):
    garbage = Garbage()
    gone: list[bool] = []
    weakref.finalize(Knot(), lambda: gone.append(True))
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    garbage.collect_if_due()
    assert gone == [True]
    assert kept


def test_little_garbage_is_left_for_later(qtbot):
    garbage = Garbage()
    gc.collect()
    gone: list[bool] = []
    weakref.finalize(Knot(), lambda: gone.append(True))
    garbage.collect_if_due()
    assert gone == []


def test_what_the_engine_makes_is_set_aside(qtbot):
    garbage = Garbage()
    gc.collect()
    try:
        kept = [[number] for number in range(2 * MANY)]
        before = gc.get_freeze_count()
        garbage.collect_if_due()
        assert gc.get_freeze_count() >= before + len(kept)
        assert gc.get_count()[0] < MANY
    finally:
        gc.unfreeze()
