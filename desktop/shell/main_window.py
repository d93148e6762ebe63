"""Puts the parts of the window together, behind the first paint of its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.shell.frame import Frame

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.core.analysis import Analysis
    from desktop.files.places import Places
    from desktop.files.preferences import PreferencesFile
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance


class MainWindow(Frame):
    """The panes in the middle; sources, review, claims and payments docked around them."""

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
        super().__init__(settings)
        self.appearance = appearance
        self._preferences = preferences
        self._language = language
        self._is_review_seen = True
        self._is_leaving = False
        self.docks["Review"].visibilityChanged.connect(self._follow_review)

    def fill(self, session: Session, selection: Selection, places: Places | None = None) -> None:
        """Puts in what needs the engine, once the window is on the screen.

        places: where workspaces are kept; None for nowhere.
        """
        from desktop.shell.telling import Telling

        self.session = session
        self._selection = selection
        self._make_views()
        self._make_deeds(places)
        self._make_commands()
        self.telling = Telling(self, session, selection, self.keeping, self.messages)
        self.telling.follow(self.reviewing, self.comparing, self.noting, self.counts, self.selected)
        self.following.announced.connect(self.telling.tell)
        session.facing_changed.connect(self._look_at_facing)
        session.workspace_changed.connect(self.hint.hide)  # it is about what was open before
        session.analysis_changed.connect(self._keep_selection)
        if self._settings is not None:
            self.compare.set_step(str(self._settings.value("window/step", "true")) == "true")

    def _make_views(self) -> None:
        """What is seen: the panes, the docks that are quickly there, the status bar."""
        from desktop.files.lexicon import load
        from desktop.shell.commands.comparing import Comparing
        from desktop.shell.lens import LensInUse
        from desktop.shell.review import Review
        from desktop.shell.views.annotation_panel import AnnotationPanel
        from desktop.shell.views.compare_view import CompareView
        from desktop.shell.views.figure_menu import FigureMenu
        from desktop.shell.views.hint_strip import HintStrip
        from desktop.shell.views.lens_view import LensView
        from desktop.shell.views.message_bar import MessageBar
        from desktop.shell.views.note_marks import NotedPlaces
        from desktop.shell.views.pointing import Pointing
        from desktop.shell.views.review_panel import ReviewPanel
        from desktop.shell.views.sources_panel import SourcesPanel
        from desktop.shell.views.status_line import Counts, Selected
        from desktop.shell.views.work_line import WorkLine

        session, selection, appearance = self.session, self._selection, self.appearance
        self.messages = MessageBar()
        self.compare = CompareView(session, selection, appearance)
        self.lens = LensInUse()
        self.lens_view = LensView(session, self.compare.panes, self.lens, load, appearance)
        self.sources = SourcesPanel(session)
        self.reviewing = Review(session, selection)
        if self._settings is not None:
            self.reviewing.goes_on = str(self._settings.value("window/goes-on", "true")) == "true"
        self.review = ReviewPanel(session, selection, self.reviewing, appearance)
        self.hint = HintStrip()
        for part in (self.messages, self.hint, self.compare):
            self.middle.put(part)
        self.places["Sources"].put(self.sources)
        self.comparing = Comparing(self, session, selection, self.reviewing)
        self.places["Review"].put(self.comparing.line)
        self.places["Review"].put(self.review)
        self.notes = AnnotationPanel(session, appearance)
        self.places["Notes"].put(self.notes)
        self.figure_menu = FigureMenu(session, selection, self.compare.panes, appearance)
        self.pointing = Pointing(session, selection, self.compare.panes, self.figure_menu, load, appearance)
        self.noted = NotedPlaces(session, self.compare.panes, appearance)
        self.selected = Selected(session, selection)
        self.counts = Counts(session, self.reviewing, appearance)
        self.work = WorkLine(session)
        self.statusBar().addWidget(self.selected, 1)
        self.statusBar().addPermanentWidget(self.work)
        self.statusBar().addPermanentWidget(self.counts)

    def _make_deeds(self, places: Places | None) -> None:
        """What an editor can do with it, and where that is kept."""
        from desktop.files.lexicon import load
        from desktop.shell.commands.correcting import Correcting
        from desktop.shell.commands.exchanging import Exchanging
        from desktop.shell.commands.following import Following
        from desktop.shell.commands.linking import Linking
        from desktop.shell.commands.merging import Merging
        from desktop.shell.commands.noting import Noting
        from desktop.shell.commands.opening import Opening
        from desktop.shell.commands.placing import Placing
        from desktop.shell.commands.renewing import Renewing
        from desktop.shell.commands.reporting import Reporting
        from desktop.shell.commands.signing import Signing
        from desktop.shell.commands.undoing import History
        from desktop.shell.commands.workspaces import Workspaces
        from desktop.shell.keeping import Keeping

        session, selection, messages, panes = self.session, self._selection, self.messages, self.compare.panes
        self.correcting = Correcting(self, session, selection, panes, messages, load)
        self.linking = Linking(session, selection, self.reviewing, panes, messages, load)
        self.noting = Noting(session, selection, panes, self.notes, self.review.ruling.note, self._bring)
        self.figure_menu.may_link = self.linking.may_link
        for deeds in (self.correcting, self.linking, self.noting):
            deeds.follow(self.figure_menu)
        self.following = Following(session, selection)
        self.figure_menu.find_wanted.connect(self.compare.finder.find)
        self.noted.chosen.connect(self.noting.show_note_on)
        self.keeping = Keeping(session, places)
        self.workspaces = Workspaces(self, session, self.keeping, messages)
        self.renewing = Renewing(self, session, selection, panes, messages, load, self.appearance)
        self.placing = Placing(self, session, panes, messages, load)
        self.notes.placing_wanted.connect(self.placing.place_selected)
        self.workspaces.leaving.connect(self.review.ruling.note.finish)
        self.workspaces.leaving.connect(self.notes.leave)
        self.opening = Opening(self, session, self.workspaces, self.renewing, self.compare, messages)
        self.merging = Merging(self, session, messages, load)
        self.merging.refuse(lambda: self.keeping.path)
        self.signing = Signing(self, session, messages)
        self.exchanging = Exchanging(self, session, self.workspaces, messages)
        self.opening.folder_wanted.connect(self.exchanging.import_from)
        self.reporting = Reporting(self, session, self.appearance, messages, self._language)
        self.reporting.printed.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        if self._settings is not None:
            self.reporting.restore(str(self._settings.value("window/report", "")))
        self.history = History(self, session.undo_stack)

    def _make_commands(self) -> None:
        """What all of that is called, in the menus and on the keyboard."""
        from desktop.files import languages
        from desktop.files.preferences import PreferencesFile
        from desktop.shell.commands.helping import Helping
        from desktop.shell.commands.menus import fill_menus
        from desktop.shell.commands.parts import Parts
        from desktop.shell.commands.preferring import Preferring
        from desktop.shell.commands.read_only import ReadOnly
        from desktop.shell.commands.recent_menu import RecentMenu
        from desktop.shell.commands.registry import Commands
        from desktop.shell.palette import Palette, all_entries

        session, appearance, messages = self.session, self.appearance, self.messages
        self.commands = Commands(self.named_menus, self)
        file = self._preferences or PreferencesFile()
        self.preferring = Preferring(self, file, self.commands, appearance, self.compare, messages, languages.available)
        self.helping = Helping(self, self.commands, appearance, messages, self.hint, self.part_in_focus, self._language)
        for opener in (self.comparing, self.renewing, self.workspaces, self.history, self.reporting):
            opener.opened.connect(self.helping.help_in)
        self.finder = Palette(self, appearance, lambda: all_entries(self.commands, session, self._selection))
        self.finder.ran.connect(self.preferring.note_use)
        fill_menus(
            self.commands,
            Parts(
                session=session,
                compare=self.compare,
                lens=self.lens,
                correcting=self.correcting,
                linking=self.linking,
                show_card=self.pointing.show_at_caret,
                appearance=self.appearance,
                opening=self.opening,
                workspaces=self.workspaces,
                renewing=self.renewing,
                recent=RecentMenu(self, self.keeping, self.workspaces.open),
                merging=self.merging,
                exchanging=self.exchanging,
                reporting=self.reporting,
                docks={name: dock.toggleViewAction() for name, dock in self.docks.items()},
                next_part=self.next_part,
                step=self._step,
                review=self.reviewing,
                comparing=self.comparing,
                sign=self.signing.sign,
                rule=self.review.ruling.choose,
                annotate=self.noting.write,
                history=self.history.open,
                preferring=self.preferring,
                helping=self.helping,
                palette=lambda: self.finder.open(self.preferring.preferences.recent),
                close=self.close,
            ),
        )
        self.commands.keys_changed.connect(self._tell_ruling_keys)
        self.commands.starting.connect(self.review.ruling.note.finish)
        self.commands.starting.connect(self.notes.finish)
        self.read_only = ReadOnly(session, self.commands)
        self.reporting.go_by(self.commands, self.preferring)
        self.comparing.sign_with(self.preferring)
        self.signing.follow(self.preferring)
        self.preferring.begin()

    def complete(self) -> None:
        """Puts in the rest, whose libraries take longest to import."""
        from desktop.shell.views.agreement_view import AgreementView
        from desktop.shell.views.timeline_view import TimelineView
        from desktop.shell.views.wording_view import WordingView

        self.agreement = AgreementView(self.session, self._selection, self.appearance)
        self.timeline = TimelineView(self.session, self._selection, self.appearance)
        self.places["Claims"].put(self.agreement)
        self.places["Payments"].put(self.timeline)
        self.wording = WordingView(self.session, self._selection, self.appearance)
        self.places["Wording"].put(self.wording)
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
        self._bring("Wording")

    def next_part(self) -> None:
        """Gives the focus to the next of the window's parts."""
        left, right = (pane.text for pane in self.compare.panes)
        parts: list[QWidget] = [left, right, self.agreement.view, self.wording.text, self.review.text]
        parts += [self.notes.way_in, self.sources.view]
        parts[4:4] = [self.timeline.plot, self.timeline.table]
        # Not those behind another tab; asked of the viewport, which may cover all of its part.
        parts = [part for part in parts if not _seen_of(part).visibleRegion().isEmpty()]
        now = next((number for number, part in enumerate(parts) if part.hasFocus()), -1)
        parts[(now + 1) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def part_in_focus(self) -> str:
        """The part that has the focus: "panes", or a dock as "claims"."""
        focus = self.focusWidget()
        docks = (name.lower() for name, dock in self.docks.items() if focus is not None and dock.isAncestorOf(focus))
        return next(docks, "panes")

    def open_last(self) -> bool:
        """Opens the workspace that was open last; whether there was one that could be opened."""
        last = next((one.path for one in self.keeping.recent.all if one.is_there), None)
        return last is not None and self.workspaces.open(last)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if hasattr(self, "workspaces"):
            if not self.workspaces.may_leave():
                event.ignore()
                return
            if self.reporting.is_printing:  # half a report on paper is none
                self._is_leaving = True
                event.ignore()
                return
            if self.exchanging.is_busy or self.reporting.is_busy:  # nobody would know that it was not written
                self.session.stop()
                self.session.jobs.finish()
            self.keeping.close()
        if hasattr(self, "preferring"):
            self.preferring.keep()
        if self._settings is not None:
            self.remember(self._settings)
            if hasattr(self, "reporting"):
                self._settings.setValue("window/report", self.reporting.kept())
            self._settings.setValue("window/step", "true" if self.compare.is_in_step else "false")
            self._settings.setValue("window/goes-on", "true" if self.reviewing.goes_on else "false")
            if hasattr(self, "agreement"):
                self._settings.setValue("window/claims", self.agreement.layout_text())
                self._settings.setValue("window/timeline", self.timeline.layout_text())
        super().closeEvent(event)

    def _leave(self) -> None:
        """Closes the window, where the editor wanted that while the report was printed."""
        if self._is_leaving:
            self.close()

    def _follow_review(self, seen: bool) -> None:
        """The claims table says why at length only where the review panel does not."""
        self._is_review_seen = seen
        if hasattr(self, "agreement"):
            self.agreement.explain(not seen)

    def _bring(self, name: str) -> None:
        """Brings a dock to the front."""
        self.docks[name].show()
        self.docks[name].raise_()

    def _step(self, direction: int, conflicts: bool) -> None:
        if hasattr(self, "agreement"):  # not yet in the moment after the start
            self.agreement.step(direction, conflicts)

    def _look_at_facing(self) -> None:
        """Lets what is selected begin in an article that is in sight, where one of the two speaks of the same."""
        figures, facing = self._selection.figures, self.session.facing
        if figures and figures[0].article not in facing:
            self._selection.select(sorted(figures, key=lambda figure: figure.article not in facing))

    def _keep_selection(self, analysis: Analysis) -> None:
        self._selection.keep(analysis.figures)

    def _tell_ruling_keys(self) -> None:
        names = [name for name in self.commands.all if name.startswith("review.rule-")]
        self.review.ruling.show_keys(["".join(self.commands.keys(name)[:1]) for name in names])


def _seen_of(part: QWidget) -> QWidget:
    """What of a part is painted on: the viewport, where it has one."""
    return part.viewport() if isinstance(part, QAbstractScrollArea) else part
