"""What journeys share: the window as the program starts it, on the real engine."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from desktop.files.places import Places
from desktop.shell.app import analyse
from desktop.shell.jobs import Jobs
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection
from desktop.shell.session import Session
from desktop.shell.theme import Appearance

Starter = Callable[[], MainWindow]


@pytest.fixture
def started(qtbot, qapp, tmp_path_factory) -> MainWindow:
    """The program right after its first start: the bundled case, compared."""
    home = tmp_path_factory.mktemp("home")
    jobs = Jobs()
    session = Session(jobs, analyse)
    window = MainWindow(Appearance(qapp, "light"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.fill(session, Selection(), Places(home / "Workspaces", home / "Backups", home / "recent.json"))
    window.opening.open_bundled()
    window.complete()
    qtbot.waitUntil(lambda: session.is_analysed)
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    window.keeping.close()
    jobs.finish()
    QApplication.processEvents()
