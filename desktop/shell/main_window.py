"""Puts the parts of the window together: the frame at once, the rest behind the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from desktop.core.language import phrase, say
from desktop.shell.views.announcing import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from desktop.core.analysis import Analysis
    from desktop.files.preferences import PreferencesFile
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

MENUS = {
    "file": phrase("&File"),
    "edit": phrase("&Edit"),
    "view": phrase("&View"),
    "sources": phrase("&Sources"),
    "review": phrase("&Review"),
    "help": phrase("&Help"),
}
DOCKS = {
    "Sources": phrase("Sources"),
    "Review": phrase("Review"),
    "Claims": phrase("Claims"),
    "Payments": phrase("Payments"),
    "Wording": phrase("Wording"),
}
LAYOUT_VERSION = 2


class _Place(QWidget):
    """Where a part goes. It keeps its size when the part comes; a dock that is given another widget would not."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put(self, part: QWidget) -> None:
        """Puts a part below those that are here."""
        self._column.addWidget(part)


class MainWindow(QMainWindow):
    """The panes in the middle; sources, review, claims and payments docked around them."""

    painted = Signal()
    """Told once, after the window's first paint."""

    def __init__(
        self,
        appearance: Appearance,
        settings: QSettings | None = None,
        preferences: PreferencesFile | None = None,
        language: str = "en",
    ) -> None:
        """settings: where the layout is kept, if it is. preferences: where what the editor chose is kept, if it is.

        language: the code of the one that is spoken.
        """
        super().__init__()
        self.appearance = appearance
        self._settings = settings
        self._preferences = preferences
        self._language = language
        self._is_painted = False
        self.setDockNestingEnabled(True)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self._middle = _Place()
        self.setCentralWidget(self._middle)
        self._places: dict[str, _Place] = {}
        self.docks = {
            "Sources": self._dock("Sources", Qt.DockWidgetArea.LeftDockWidgetArea),
            "Review": self._dock("Review", Qt.DockWidgetArea.RightDockWidgetArea),
            "Claims": self._dock("Claims", Qt.DockWidgetArea.BottomDockWidgetArea),
            "Payments": self._dock("Payments", Qt.DockWidgetArea.BottomDockWidgetArea),
            "Wording": self._dock("Wording", Qt.DockWidgetArea.RightDockWidgetArea),
        }
        self._is_review_seen = True
        self.docks["Review"].visibilityChanged.connect(self._follow_review)
        self._menus = {name: self.menuBar().addMenu(say(words)) for name, words in MENUS.items()}
        self.tabifyDockWidget(self.docks["Review"], self.docks["Wording"])
        self.docks["Review"].raise_()
        self.statusBar().setSizeGripEnabled(False)
        self.setWindowTitle("Crossread")
        self.setMinimumSize(900, 560)
        self.resize(1280, 800)

    def fill(self, session: Session, selection: Selection) -> None:
        """Puts in what needs the engine, once the window is on the screen."""
        from desktop.files import languages
        from desktop.files.lexicon import load
        from desktop.files.preferences import PreferencesFile
        from desktop.shell.commands.correcting import Correcting
        from desktop.shell.commands.helping import Helping
        from desktop.shell.commands.menus import Parts, fill_menus
        from desktop.shell.commands.opening import Opening
        from desktop.shell.commands.preferring import Preferring
        from desktop.shell.commands.registry import Commands
        from desktop.shell.lens import LensInUse
        from desktop.shell.palette import Palette, all_entries
        from desktop.shell.review import Review
        from desktop.shell.views.compare_view import CompareView
        from desktop.shell.views.figure_menu import FigureMenu
        from desktop.shell.views.hint_strip import HintStrip
        from desktop.shell.views.lens_view import LensView
        from desktop.shell.views.message_bar import MessageBar
        from desktop.shell.views.pointing import Pointing
        from desktop.shell.views.review_panel import ReviewPanel
        from desktop.shell.views.sources_panel import SourcesPanel
        from desktop.shell.views.status_line import Counts, Selected
        from desktop.shell.views.work_line import WorkLine

        self.session = session
        self._selection = selection
        self.messages = MessageBar()
        self.compare = CompareView(session, selection, self.appearance)
        self.lens = LensInUse()
        self.lens_view = LensView(session, self.compare.panes, self.lens, load, self.appearance)
        self.sources = SourcesPanel(session)
        self.reviewing = Review(session, selection)
        self.review = ReviewPanel(session, selection, self.reviewing, self.appearance)
        self.hint = HintStrip()
        self._middle.put(self.messages)
        self._middle.put(self.hint)
        self._middle.put(self.compare)
        self._places["Sources"].put(self.sources)
        self._places["Review"].put(self.review)
        panes = self.compare.panes
        self.figure_menu = FigureMenu(session, selection, panes, self.appearance)
        self.pointing = Pointing(session, selection, panes, self.figure_menu, load, self.appearance)
        self.correcting = Correcting(self, session, selection, panes, self.messages, load)
        self.correcting.follow(self.figure_menu)
        self.opening = Opening(self, session, self.compare, self.messages)
        self.commands = Commands(self._menus, self)
        file = self._preferences or PreferencesFile()
        self.preferring = Preferring(
            self, file, self.commands, self.appearance, self.compare, self.messages, languages.available
        )
        self.helping = Helping(
            self, self.commands, self.appearance, self.messages, self.hint, self.part_in_focus, self._language
        )
        self.finder = Palette(self, self.appearance, lambda: all_entries(self.commands, session, selection))
        self.finder.ran.connect(self.preferring.note_use)
        fill_menus(
            self.commands,
            Parts(
                session=session,
                compare=self.compare,
                lens=self.lens,
                correcting=self.correcting,
                show_card=self.pointing.show_at_caret,
                appearance=self.appearance,
                opening=self.opening,
                docks={name: dock.toggleViewAction() for name, dock in self.docks.items()},
                next_part=self.next_part,
                step=self._step,
                review=self.reviewing,
                rule=self.review.ruling.choose,
                annotate=self.review.ruling.note.setFocus,
                preferring=self.preferring,
                helping=self.helping,
                palette=lambda: self.finder.open(self.preferring.preferences.recent),
                close=self.close,
            ),
        )
        self.preferring.begin()
        self.selected = Selected(session, selection)
        self.counts = Counts(session, self.reviewing, self.appearance)
        self.statusBar().addWidget(self.selected, 1)
        self.work = WorkLine(session)
        self.statusBar().addPermanentWidget(self.work)
        self.statusBar().addPermanentWidget(self.counts)
        self.counts.counted.connect(self._announce)
        self.reviewing.announced.connect(self._tell_quietly)
        selection.changed.connect(self._announce_selected)
        session.workspace_changed.connect(self._show_title)
        session.workspace_changed.connect(self.hint.hide)  # it is about what was open before
        session.analysis_changed.connect(self._keep_selection)
        session.analysis_failed.connect(self._tell_failure)
        session.analysis_stopped.connect(self._tell_stop)
        self._show_title()
        if self._settings is not None:
            self.compare.set_step(str(self._settings.value("window/step", "true")) == "true")

    def complete(self) -> None:
        """Puts in the rest, whose libraries take longest to import."""
        from desktop.shell.views.agreement_view import AgreementView
        from desktop.shell.views.timeline_view import TimelineView
        from desktop.shell.views.wording_view import WordingView

        self.agreement = AgreementView(self.session, self._selection, self.appearance)
        self.timeline = TimelineView(self.session, self._selection, self.appearance)
        self._places["Claims"].put(self.agreement)
        self._places["Payments"].put(self.timeline)
        self.wording = WordingView(self.session, self._selection, self.appearance)
        self._places["Wording"].put(self.wording)
        self.agreement.wording_wanted.connect(self.show_wording)
        self.agreement.explain(not self._is_review_seen)
        self.timeline.trouble.connect(self.complain)
        if self._settings is not None:
            self.timeline.restore_layout(str(self._settings.value("window/timeline", "")))
            self.agreement.restore_layout(str(self._settings.value("window/claims", "")))
        self.preferring.apply_keys()

    def complain(self, text: str) -> None:
        """Says what went wrong, as soon as there is a place to say it."""
        if hasattr(self, "messages"):
            self.messages.complain(text)
        else:
            self.statusBar().showMessage(text)

    def show_wording(self) -> None:
        """Brings the two passages of what is selected to the front."""
        self.docks["Wording"].show()
        self.docks["Wording"].raise_()

    def next_part(self) -> None:
        """Gives the focus to the next of the window's parts."""
        left, right = (pane.text for pane in self.compare.panes)
        parts = [left, right, self.agreement.view, self.wording.text, self.review.text, self.sources.view]
        parts[4:4] = [self.timeline.plot, self.timeline.table]
        # Not those behind another tab; asked of the viewport, which may cover all of its part.
        parts = [part for part in parts if not part.viewport().visibleRegion().isEmpty()]
        now = next((number for number, part in enumerate(parts) if part.hasFocus()), -1)
        parts[(now + 1) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def part_in_focus(self) -> str:
        """The part that has the focus: "panes", or a dock as "claims"."""
        focus = self.focusWidget()
        docks = (name.lower() for name, dock in self.docks.items() if focus is not None and dock.isAncestorOf(focus))
        return next(docks, "panes")

    def place(self) -> None:
        """Puts the window where the editor left it; on a screen that is there in any case."""
        geometry = self._settings.value("window/geometry") if self._settings is not None else None
        if geometry is not None:
            self.restoreGeometry(geometry)
        if not any(screen.availableGeometry().intersects(self.frameGeometry()) for screen in QGuiApplication.screens()):
            self.setGeometry(QGuiApplication.primaryScreen().availableGeometry().adjusted(40, 40, -40, -40))

    def _lay_out(self) -> None:
        """Gives the docks the sizes the editor gave them, or usual ones."""
        state = self._settings.value("window/state") if self._settings is not None else None
        if state is not None and self.restoreState(state, LAYOUT_VERSION):
            return
        across, down = self.width(), self.height()
        sides = [self.docks["Sources"], self.docks["Review"]]
        self.resizeDocks(sides, [max(160, across // 8), max(270, across // 5)], Qt.Orientation.Horizontal)
        below = [self.docks["Claims"], self.docks["Payments"]]
        room = across - max(270, across // 5)
        self.resizeDocks(below, [round(room * 0.6), round(room * 0.4)], Qt.Orientation.Horizontal)
        self.resizeDocks(below, [round(down * 0.38)] * 2, Qt.Orientation.Vertical)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._lay_out()

    def face_remembered(self) -> None:
        """Puts the two articles opposite each other that the editor looked at last, if they are here."""
        if self._settings is None:
            return
        by_text = {article.sha256: article.id for article in self.session.workspace.articles}
        wanted = [by_text.get(str(self._settings.value(f"window/{side}"))) for side in ("left", "right")]
        if None not in wanted:
            self.session.face(wanted[0], wanted[1])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._settings is not None and not self._may_close():
            event.ignore()
            return
        if hasattr(self, "preferring"):
            self.preferring.keep()
        if self._settings is not None:
            self._settings.setValue("window/geometry", self.saveGeometry())
            self._settings.setValue("window/state", self.saveState(LAYOUT_VERSION))
            self._settings.setValue("window/step", "true" if self.compare.is_in_step else "false")
            if hasattr(self, "agreement"):
                self._settings.setValue("window/claims", self.agreement.layout_text())
                self._settings.setValue("window/timeline", self.timeline.layout_text())
            for side, article in zip(("left", "right"), self.session.facing, strict=True):
                if article is not None:
                    self._settings.setValue(f"window/{side}", self.session.workspace.article(article).sha256)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def _dock(self, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(say(DOCKS[title]), self)
        dock.setObjectName(title)
        self._places[title] = _Place()
        dock.setWidget(self._places[title])
        self.addDockWidget(area, dock)
        return dock

    def _follow_review(self, seen: bool) -> None:
        """The claims table says why at length only where the review panel does not."""
        self._is_review_seen = seen
        if hasattr(self, "agreement"):
            self.agreement.explain(not seen)

    def _announce(self, words: str) -> None:
        announce(self, words)

    def _announce_selected(self) -> None:
        announce(self, self.selected.text())

    def _tell_quietly(self, words: str) -> None:
        self.messages.tell(words)
        announce(self, words)

    def _step(self, direction: int, conflicts: bool) -> None:
        if hasattr(self, "agreement"):  # not yet in the moment after the start
            self.agreement.step(direction, conflicts)

    def _keep_selection(self, analysis: Analysis) -> None:
        self._selection.keep(analysis.figures)

    def _tell_failure(self, error: object) -> None:
        self.complain(say("The articles could not be compared: {error}", error=error))

    def _may_close(self) -> bool:
        """Whether the editor lets go of what was ruled and noted, which is not kept when the window closes."""
        session = getattr(self, "session", None)
        if session is None or not (session.workspace.rulings or session.workspace.annotations):
            return True
        from desktop.shell.views.leaving import ask_before_leaving

        return ask_before_leaving(self, session.workspace, session.names)

    def _tell_stop(self) -> None:
        self._tell_quietly(say("The comparison was stopped. What is marked is from before; F5 compares again."))

    def _show_title(self) -> None:
        workspace = self.session.workspace
        called = workspace.title or " / ".join(article.name for article in workspace.articles[:3])
        self.setWindowTitle(f"{called} · Crossread" if called else "Crossread")
