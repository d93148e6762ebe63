"""Lets an editor write notes on what is selected, and shows the places of notes in the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.core.anchors import anchor_at
from desktop.core.language import say
from desktop.core.text import trimmed
from desktop.shell.selection import companions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.core.anchors import Anchor
    from desktop.core.figures import Figure
    from desktop.core.text import Span
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.annotation_panel import AnnotationPanel
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.figure_menu import FigureMenu
    from desktop.shell.views.words_field import WordsField


class Noting(QObject):
    """Every way to a note. On what is under review it is written beside the ruling, elsewhere among the notes."""

    announced = Signal(str)

    def __init__(
        self,
        session: Session,
        selection: Selection,
        panes: Sequence[ArticlePane],
        panel: AnnotationPanel,
        field: WordsField,
        bring: Callable[[str], None],
    ) -> None:
        """field: where what is under review is noted. bring: brings the dock of that name to the front."""
        super().__init__(panel)
        self._session = session
        self._selection = selection
        self._panes = tuple(panes)
        self._panel = panel
        self._field = field
        self._bring = bring
        panel.places_wanted.connect(self.show_places)
        panel.announced.connect(self.announced)

    def follow(self, menu: FigureMenu) -> None:
        """Does what is asked for in the menu of a place."""
        menu.annotation_wanted.connect(self.annotate)
        menu.note_wanted.connect(self.write_on)
        menu.showing_wanted.connect(self.show_note_on)

    def write(self) -> None:
        """A note on the words selected in the text with the focus, else on what is under review."""
        for pane, article in zip(self._panes, self._session.facing, strict=True):
            if article is not None and pane.text.hasFocus():
                span = trimmed(pane.text.selected_span(), self._session.workspace.article(article).text)
                if span is not None:
                    self.write_on(article, span)
                    return
        if self._session.read_only:
            self._session.edit_refused.emit(self._session.read_only)
            return
        self._bring("Review")
        if not self._field.isEnabled():
            self.announced.emit(say("Select words in an article, a figure or a row first: the note is on those."))
            return
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def annotate(self, figure: Figure) -> None:
        """A note on what is compared with a figure."""
        self._selection.select(companions(self._session.analysis, figure))
        self._bring("Review")
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_on(self, article: str, span: Span) -> None:
        """A note on a stretch of an article (id)."""
        session = self._session
        if session.read_only:
            session.edit_refused.emit(session.read_only)
            return
        self._bring("Notes")
        self._panel.write_on((anchor_at(article, span, session.workspace.article(article).text),))

    def show_note_on(self, article: str, span: Span) -> None:
        """Shows the last note on a stretch of an article (id) in the list."""
        notes = self._session.noted.on(article, span)
        if notes:
            self._bring("Notes")
            self._panel.show_note(notes[-1])

    def show_places(self, anchors: tuple[Anchor, ...]) -> None:
        """Selects these places in the texts, and brings them into sight."""
        session = self._session
        wanted = list(dict.fromkeys(anchor.article for anchor in anchors))[:2]
        included = {article.id for article in session.included}
        if not included.issuperset(wanted):
            self.announced.emit(say("The article is left out of the comparison: tick it among the sources first."))
            return
        if not set(session.facing).issuperset(wanted):
            if len(wanted) == 2:
                session.face(wanted[0], wanted[1])
            else:
                session.face(wanted[0], session.facing[1])
        by_place = {(claim.article, claim.figure.span): claim.figure for claim in session.analysis.claims}
        figures = [by_place[at.article, at.span] for at in anchors if (at.article, at.span) in by_place]
        if figures:
            self._selection.select((*figures, *companions(session.analysis, figures[0])))
        for pane, article in zip(self._panes, session.facing, strict=True):
            free = [at for at in anchors if at.article == article and (at.article, at.span) not in by_place]
            if free:
                pane.text.select(free[0].span)
