"""Whether a message stays as long as it is of use, and no longer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.shell.views.message_bar import READING, MessageBar


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot) -> QWidget:
    """A window that is not shown, so that neither mouse nor focus can come to what is in it by chance."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window, clock) -> MessageBar:
    made = MessageBar(clock)
    made.setParent(window)
    return made


def test_what_was_worth_knowing_goes_when_the_editor_goes_on_and_had_time_to_read_it(bar, clock):
    bar.tell("Kept in deal.crossread from now on.")
    clock.now += READING - 1
    bar.go_on()
    assert not bar.isHidden()
    clock.now += 1
    assert not bar.isHidden()
    bar.go_on()
    assert bar.isHidden()


def test_the_time_begins_anew_with_the_next_message(bar, clock):
    bar.tell("one")
    clock.now += READING
    bar.tell("two")
    bar.go_on()
    assert not bar.isHidden()


def test_a_trouble_and_what_holds_still_stay(bar, clock):
    bar.complain("The disk is full.")
    clock.now += 10 * READING
    bar.go_on()
    assert bar.trouble == "The disk is full."
    bar.tell("Now click the other figure.", stays=True)
    clock.now += 10 * READING
    bar.go_on()
    assert not bar.isHidden()
    bar.settle()
    assert bar.isHidden()


@pytest.mark.parametrize("how", ["mouse", "focus"])
def test_what_is_being_read_stays(bar, clock, qtbot, how):
    bar.tell("Kept in deal.crossread from now on.")
    with qtbot.waitExposed(bar.window()):
        bar.window().show()
    if how == "mouse":
        bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    else:
        bar.window().activateWindow()
        button = bar.findChild(QPushButton)
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
    clock.now += 10 * READING
    bar.go_on()
    assert not bar.isHidden()


def test_what_can_be_done_about_a_message_stands_beside_it_and_goes_with_it(bar):
    done = []
    bar.tell("Written.", ways=[("Open", lambda: done.append("open")), ("Open folder", lambda: done.append("folder"))])
    first, second = bar.ways
    assert [first.text(), second.accessibleDescription()] == ["Open", "Written."]
    second.click()
    first.click()
    assert done == ["folder", "open"]
    bar.complain("The disk is full.", ways=[("Again", lambda: bar.tell("Done."))])
    assert first.isHidden()
    bar.ways[0].click()
    assert bar.label.text() == "Done."
    assert bar.ways == []


def test_how_far_something_has_come_is_said_while_it_is_in_sight(bar):
    stopped = []
    number = bar.tell("Printing page 1 of 2…", stays=True, ways=[("Stop", lambda: stopped.append(1))])
    (stop,) = bar.ways
    bar.renew(number, "Printing page 2 of 2…")
    assert (bar.label.text(), bar.accessibleName()) == ("Printing page 2 of 2…",) * 2
    stop.click()
    assert stopped == [1]
    bar.tell("Something else.")
    bar.renew(number, "Printing page 3 of 2…")
    assert bar.label.text() == "Something else."
