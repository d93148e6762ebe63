"""Starts the window: paints first, then reads, compares and imports what takes long."""

from __future__ import annotations

import builtins
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QRect, QSettings, Qt, QTimer, QTranslator
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.core.language import ENGLISH, say, speak
from desktop.files import languages
from desktop.files.errors import FileTrouble
from desktop.files.preferences import Preferences, PreferencesFile, usual_path
from desktop.shell import plain_import
from desktop.shell.main_window import MainWindow
from desktop.shell.theme import Appearance, lend_emoji

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from types import TracebackType

    from desktop.core.analysis import Analysis
    from desktop.core.corrections import Correction
    from desktop.core.links import Link
    from desktop.core.text import Article
    from desktop.files.places import Places
    from desktop.shell.jobs import Jobs

TURN = 0.0001
"""How long a thread of Python may go on while another waits, in seconds. Every call of Qt that a paint makes waits so
long for its turn while the worker thinks, and a paint makes hundreds."""

PATIENCE = 1000
"""How long a closed window waits for a comparison under way, in milliseconds."""


def analyse(
    articles: tuple[Article, ...], corrections: tuple[Correction, ...], links: tuple[Link, ...], before: Analysis
) -> Analysis:
    """What follows from the articles, of which `before` may know some.

    The engine and its word lists are loaded at the first question.
    """
    from desktop.core.analysis import analyse as analyse_articles
    from desktop.files.lexicon import load

    return analyse_articles(articles, load(), before, corrections, links)


class Start(QObject):
    """The steps from an empty frame to a finished window, each when the one before is done and painted."""

    def __init__(
        self,
        window: MainWindow,
        paths: Sequence[Path],
        pair: tuple[str, str] | None,
        published: Mapping[str, date],
        screenshot: Path | None,
        trouble: FileTrouble | None = None,
        arrange: Callable[[MainWindow], object] | None = None,
        places: Places | None = None,
    ) -> None:
        super().__init__()
        self._places = places
        self._window = window
        self._paths = paths
        self._pair = pair
        self._published = published
        self._screenshot = screenshot
        self._trouble = trouble
        self._arrange = arrange
        self._is_complete = False
        self._jobs: Jobs | None = None
        window.painted.connect(self._fill, Qt.ConnectionType.QueuedConnection)

    def finish(self) -> bool:
        """Ends the work under way, and waits a moment for that; whether it is done."""
        if self._jobs is None:
            return True
        self._session.stop()
        return self._jobs.finish(PATIENCE)

    def give_up(self) -> None:
        """Ends a run that should have taken a picture; a window for an editor stays."""
        if self._screenshot is not None:
            QApplication.exit(2)

    def _fill(self) -> None:
        from desktop.shell.jobs import Jobs
        from desktop.shell.selection import Selection
        from desktop.shell.session import Session

        lend_emoji()
        self._jobs = Jobs()
        self._session = Session(self._jobs, analyse)
        self._session.analysis_changed.connect(self._picture_when_done)
        self._session.analysis_failed.connect(self.give_up)
        self._window.fill(self._session, Selection(), self._places)
        self._window.workspaces.may_ask = self._screenshot is None
        if self._trouble is not None:
            self._window.complain(str(self._trouble))
        self._open()
        QTimer.singleShot(0, self._complete)

    def _open(self) -> None:
        if self._paths:
            self._window.opening.open(self._paths, self._published)
        elif not self._window.open_last():
            self._window.opening.open_bundled()
            if self._screenshot is None and not self._window.preferring.preferences.hint_seen:
                self._window.helping.show_hint()
                self._window.preferring.note_hint_seen(True)
        if self._pair is not None:
            self._face(*self._pair)

    def _face(self, left: str, right: str) -> None:
        known = {letter: article for article, letter in self._session.letters.items()}
        self._session.face(known.get(left), known.get(right))

    def _complete(self) -> None:
        self._window.complete()
        self._is_complete = True
        self._picture_when_done()

    def _picture_when_done(self) -> None:
        if self._screenshot is not None and self._is_complete and self._session.is_analysed:
            # The views may hear of the analysis after this; then twice round the loop: once for layouts and labels that
            # wait for it, once for the paint they ask for.
            QTimer.singleShot(0, self._arrange_window)

    def _arrange_window(self) -> None:
        if self._arrange is not None:
            self._arrange(self._window)
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._picture))

    def _picture(self) -> None:
        troubles = [self._window.messages.trouble]
        if not _drawn(self._window).save(str(self._screenshot)):
            troubles.append(f"{self._screenshot}: the picture cannot be written there")
        # Nobody sees the message in the window: it is said where the picture was asked for.
        told = [trouble for trouble in troubles if trouble]
        for trouble in told:
            print(f"crossread: {trouble}", file=sys.stderr)
        QApplication.exit(2 if told else 0)


def run(
    paths: Sequence[Path],
    *,
    screenshot: Path | None = None,
    theme: str | None = None,
    size: tuple[int, int] | None = None,
    pair: tuple[str, str] | None = None,
    published: Mapping[str, date] | None = None,
    language: str | None = None,
    arrange: Callable[[MainWindow], object] | None = None,
    places: Places | None = None,
) -> int:
    """Shows the window on these files, on the last workspace or on the bundled case, until it is closed.

    Returns the exit status.

    screenshot: where to put a picture of the finished window instead of waiting for an editor. theme: "light", "dark"
    or "system". pair: the letters of the articles to put into the panes. published: days by letter. language:
    the code of the one to speak, or "system"; by default what is preferred, in a picture English.
    arrange: what to do with the finished window before its picture is taken. places: where workspaces are kept; None:
    nowhere.
    """
    # Qt is imported by now, and its way to import is of no more use.
    builtins.__import__ = plain_import
    sys.setswitchinterval(TURN)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Crossread")
    application.setOrganizationName("Crossread")
    application.setApplicationVersion(__version__)
    settings = None if screenshot is not None else _settings()
    file = PreferencesFile(usual_path() if screenshot is None else None)
    preferred = file.read() if screenshot is None else Preferences(theme="light", language="en")
    spoken, trouble = choose_language(application, language or preferred.language)
    appearance = Appearance(application, theme or preferred.theme, preferred.interface_points)
    window = MainWindow(appearance, settings, file, spoken)
    start = Start(window, paths, pair, published or {}, screenshot, trouble, arrange, places)
    window.place()
    if size is not None:
        window.resize(*size)
    _tell_of_errors(window, start)
    window.show()
    status = application.exec()
    if hasattr(window, "keeping"):  # where the window was not closed by hand
        window.keeping.close()
    if not start.finish():
        # A comparison keeps nothing that could be lost, and the editor has closed the window: no use to wait for it.
        if settings is not None:
            settings.sync()
        if sys.stdout is not None:  # there is none in a windowed program
            sys.stdout.flush()
        os._exit(status)
    return status


def choose_language(
    application: QApplication, setting: str, *, root: Path | None = None
) -> tuple[str, FileTrouble | None]:
    """Speaks a language from now on, Qt's own words too; where its catalogue is of no use, English, and why.

    Returns the code of what is spoken, and the trouble.

    setting: the code of a language, or "system". root: where the shipped files lie, if elsewhere.
    """
    try:
        code = languages.wanted(setting, QLocale.system().uiLanguages(), root=root)
        speak(languages.catalogue(code, root=root))
    except FileTrouble as trouble:
        speak(ENGLISH)
        return "en", trouble
    if QLocale.system().language() != QLocale(code).language():
        QLocale.setDefault(QLocale(code))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != "en" and translator.load(f"qtbase_{code}", folder):
        application.installTranslator(translator)
    return code, None


def _drawn(window: MainWindow) -> QPixmap:
    """The window with what stands over it: cards and dialogs are windows of their own."""
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            corner = other.geometry().topLeft() - window.geometry().topLeft()
            painter.drawPixmap(corner, other.grab())
            painter.setPen(QColor(window.appearance.theme.muted))
            painter.drawRect(QRect(corner, other.size()))
    painter.end()
    return picture


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Crossread", "Crossread")


def _tell_of_errors(window: MainWindow, start: Start) -> None:
    """Logs every error that nobody caught, and tells the editor, who would else see nothing at all."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import logging

        logging.getLogger("crossread").error("Uncaught error", exc_info=(kind, error, trace))
        if issubclass(kind, Exception):
            trouble = f"{kind.__name__}: {error}"
            window.complain(say("Something went wrong inside Crossread: {trouble}", trouble=trouble))
            start.give_up()

    sys.excepthook = tell
