"""Whether long work is shown, and short work is not."""

from PySide6.QtCore import Qt, QTimer

from desktop.core.workspace import Workspace
from desktop.shell.views.work_line import WorkLine


def test_it_is_there_only_while_work_takes_long(qtbot, session, jobs):
    line = WorkLine(session)
    qtbot.addWidget(line)
    articles = session.workspace.articles
    session.begin(Workspace("", articles[:2]))
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    session.analysis_reached.emit(0.42)
    assert line.bar.value() == 42
    jobs.answer()
    assert not line.isVisible()


def test_what_is_done_at_once_never_shows_it(qtbot, session, jobs):
    line = WorkLine(session)
    qtbot.addWidget(line)
    session.begin(Workspace("", session.workspace.articles[:2]))
    jobs.answer()
    assert not line.isVisible()
    assert not any(timer.isActive() for timer in line.findChildren(QTimer))


def test_the_button_stops_the_work(qtbot, session, jobs, rent):
    line = WorkLine(session)
    qtbot.addWidget(line)
    session.begin(Workspace("", session.workspace.articles[:2]))
    qtbot.waitUntil(line.isVisible)
    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    (number,) = jobs.waiting
    with qtbot.waitSignal(session.analysis_stopped):
        jobs.fail(number)
    assert session.analysis == rent.analysis
    assert not line.isVisible()
