"""Whether long work leaves the window time to breathe, and short work is done at once."""

import pytest

from desktop.shell.slices import Slices


def steps(count: int, done: list[int]):
    for number in range(count):
        done.append(number)
        yield


def test_short_work_is_done_at_once(qtbot):
    slices, done = Slices(), []
    with qtbot.waitSignal(slices.done):
        slices.run(steps(3, done))
        assert done == [0, 1, 2]
    assert slices.is_done


def test_long_work_goes_on_by_itself(qtbot):
    slices, done = Slices(length=0), []
    slices.run(steps(5, done))
    assert done == [0]
    assert not slices.is_done
    with qtbot.waitSignal(slices.done):
        pass
    assert done == [0, 1, 2, 3, 4]


def test_newer_work_takes_the_place_of_older(qtbot):
    slices, old, new = Slices(length=0), [], []
    slices.run(steps(5, old))
    slices.run(steps(2, new))
    assert new == []  # two slices at once would be felt
    with qtbot.waitSignal(slices.done):
        pass
    assert (old, new) == ([0], [0, 1])


def test_the_rest_can_be_done_now(qtbot):
    slices, done = Slices(length=0), []
    slices.run(steps(4, done))
    slices.finish()
    assert done == [0, 1, 2, 3]
    assert slices.is_done
    slices.finish()


def test_dropped_work_is_not_gone_on_with(qtbot):
    slices, done = Slices(length=0), []
    slices.run(steps(4, done))
    slices.drop()
    slices.finish()
    assert done == [0]


def test_an_error_ends_the_work(qtbot):
    def broken():
        yield
        raise ValueError("no")

    slices = Slices(length=0)
    slices.run(broken())
    with pytest.raises(ValueError, match="no"):
        slices.finish()
    assert slices.is_done


def test_work_may_begin_newer_work(qtbot):
    slices, new = Slices(), []

    def first():
        yield
        slices.run(steps(2, new))

    slices.run(first())
    with qtbot.waitSignal(slices.done):
        pass
    assert new == [0, 1]
    assert slices.is_done


def test_work_may_wait_for_its_first_slice(qtbot):
    slices, done = Slices(), []
    slices.run(steps(2, done), at_once=False)
    assert done == []
    with qtbot.waitSignal(slices.done):
        pass
    assert done == [0, 1]
