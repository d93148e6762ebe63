"""Whether nothing that was ruled or noted is lost without a word."""

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.core.corrections import Correction
from desktop.core.rulings import Decision
from desktop.core.workspace import Workspace
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection


@pytest.fixture
def window(qtbot, session, appearance, tmp_path) -> MainWindow:
    shown = MainWindow(appearance, QSettings(str(tmp_path / "crossread.ini"), QSettings.Format.IniFormat))
    # so that it may close when the test is over
    qtbot.addWidget(shown, before_close_func=lambda _window: session.begin(Workspace()))
    shown.show()
    shown.fill(session, Selection())
    shown.complete()
    shown.reviewing.goes_on = False
    return shown


def press(words: str, seen: list[str]) -> None:
    """Presses that button of the question, once it is asked."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        next(button for button in box.buttons() if button.text() == words).click()

    QTimer.singleShot(0, answer)


def rule(window: MainWindow, rent) -> None:
    window.agreement.view.setCurrentIndex(window.agreement.table.index(0, 0))
    window.reviewing.rule(Decision.BOTH_WRONG)


def test_without_rulings_nothing_is_asked(window):
    assert window.close()


def test_staying_keeps_everything(window, rent, session):
    rule(window, rent)
    seen: list[str] = []
    press("Stay", seen)
    assert not window.close()
    assert seen == ["1 ruling, 0 notes and 0 corrected figures will be gone when Crossread closes."]
    assert len(session.workspace.rulings) == 1


def test_closing_without_them(window, rent):
    rule(window, rent)
    press("Close without them", [])
    assert window.close()


def test_they_can_be_taken_along(window, rent):
    rule(window, rent)
    press("Copy and close", [])
    assert window.close()
    assert "both wrong" in QGuiApplication.clipboard().text()


def test_what_other_articles_took_the_place_of_is_asked_for_too(window, rent, session):
    rule(window, rent)
    session.edit("open articles", Workspace("", session.workspace.articles[:1]))
    seen: list[str] = []
    press("Stay", seen)
    assert not window.close()
    assert seen[0].startswith("1 ruling")


def test_corrected_figures_are_work_too(window, rent, session):
    session.edit("set aside", session.workspace.with_correction(Correction("ledger", rent.gates.figure.span)))
    seen: list[str] = []
    press("Stay", seen)
    assert not window.close()
    assert "1 corrected figure" in seen[0]
