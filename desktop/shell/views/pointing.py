"""Notices what the editor points at, by pointer or key: a figure, a note, a place set aside; shows card or menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.core.language import say
from desktop.core.text import Span
from desktop.shell.moments import said
from desktop.shell.views.text_boxes import boxes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.core.cards import Card
    from desktop.core.figures import Figure
    from desktop.core.lexicon import Lexicon
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.figure_menu import FigureMenu
    from desktop.shell.views.hover_card import HoverCard

REST = 400
"""How long the pointer rests on a figure before its card is shown, in milliseconds."""

_ENDS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.ApplicationDeactivate})
"""What takes the card away, wherever it happens."""
_ENDS_HERE = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.Resize, QEvent.Type.FocusOut, QEvent.Type.Hide})
"""What takes the card away where it happens to a text or to the window."""
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


def _application() -> QCoreApplication:
    application = QApplication.instance()
    assert application is not None
    return application


class Pointing(QObject):
    """Watches the texts of both panes. A card is shown for one figure at a time."""

    def __init__(
        self,
        session: Session,
        selection: Selection,
        panes: Sequence[ArticlePane],
        menu: FigureMenu,
        lexicon: Callable[[], Lexicon],
        appearance: Appearance,
    ) -> None:
        super().__init__(panes[0])
        self._session = session
        self._selection = selection
        self._panes = tuple(panes)
        self._menu = menu
        self._lexicon = lexicon
        self._appearance = appearance
        self._card: HoverCard | None = None
        self._figure: Figure | Span | None = None
        self._by_pointer = False
        self._resting: tuple[ArticlePane, Figure | Span] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._show_rested)
        for pane in self._panes:
            pane.text.figure_pointed.connect(partial(self._follow, pane))
            pane.text.menu_wanted.connect(partial(self._open_menu, pane))
            pane.text.verticalScrollBar().valueChanged.connect(self.hide)
        for changed in (session.analysis_changed, session.facing_changed, session.workspace_changed):
            changed.connect(self.hide)
        appearance.changed.connect(self.hide)

    @property
    def card(self) -> HoverCard:
        """The card, made when it is first needed: what it takes is not imported at the start."""
        if self._card is None:
            from desktop.shell.views.hover_card import HoverCard

            self._card = HoverCard(self._panes[0], self._appearance)
        return self._card

    @property
    def figure(self) -> Figure | Span | None:
        """What the card that is shown is about: a figure, or a stretch that is noted on or set aside."""
        return self._figure

    def show_at_caret(self) -> None:
        """Shows the card of the figure at the caret, else of the first selected in sight; a second time hides it."""
        if self._figure is not None:
            self.hide()
            return
        for pane in self._panes:
            here = pane.text.told_at_caret() if pane.text.hasFocus() else None
            if here is not None:
                self._show(pane, here, by_pointer=False)
                return
        for figure in self._selection.figures:
            for pane in self._panes:
                if figure in pane.text.marked and self._rectangle(pane, figure) is not None:
                    self._show(pane, figure, by_pointer=False)
                    return

    def hide(self) -> None:
        """Takes the card away."""
        self._rest.stop()
        self._resting = None
        if self._figure is not None:
            self._figure = None
            self.card.hide()
            _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Takes the card away at whatever happens next; set only while a card is shown."""
        if not self._ends(watched, event):
            return False
        self.hide()
        keys = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() in keys and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return False

    def _ends(self, watched: QObject, event: QEvent) -> bool:
        """Whether an event, wherever it goes, takes the card away."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            key = event.key()  # type: ignore[attr-defined]
            # The key that showed the card hides it by its own command.
            return key not in _MODIFIERS and (kind is QEvent.Type.KeyPress or key == Qt.Key.Key_Escape)
        here = kind in _ENDS_HERE and watched in (self._panes[0].window(), *(pane.text for pane in self._panes))
        return here or kind in _ENDS

    def _follow(self, pane: ArticlePane, figure: Figure | Span | None) -> None:
        if figure is None:
            self._leave()
        elif figure != self._figure and (self._resting is None or self._resting[1] != figure):
            self._leave()
            self._resting = pane, figure
            self._rest.start()

    def _leave(self) -> None:
        if self._by_pointer or self._figure is None:
            self.hide()

    def _show_rested(self) -> None:
        if self._resting is not None:
            pane, figure = self._resting
            self._show(pane, figure, by_pointer=True)

    def _show(self, pane: ArticlePane, figure: Figure | Span, *, by_pointer: bool) -> None:
        shown = self._of_note(pane, figure) if isinstance(figure, Span) else self._of_figure(figure)
        rectangle = self._rectangle(pane, figure)
        if shown is None or rectangle is None:
            return
        self.hide()
        self._figure, self._by_pointer = figure, by_pointer
        self.card.show_card(shown, rectangle, pane.screen().availableGeometry(), aloud=not by_pointer)
        _application().installEventFilter(self)

    def _of_figure(self, figure: Figure) -> Card | None:
        if not self._session.is_analysed:
            return None
        from desktop.core.cards import card

        session = self._session
        known = card(session.analysis, figure, session.facing, session.letters, session.names, self._lexicon())
        return replace(known, notes=self._noted(figure.article, figure.span)) if known is not None else None

    def _of_note(self, pane: ArticlePane, span: Span) -> Card | None:
        from desktop.core.cards import Card

        article = pane.shown
        if article is None:
            return None
        quote = " ".join(span.of(article.text).split())
        return Card(quote, aside=self._aside(article.id, span), notes=self._noted(article.id, span))

    def _aside(self, article: str, span: Span) -> str:
        """Who said of a stretch of an article (id) that no figure stands there, and when."""
        for one in self._session.analysis.corrections_of(article):
            if one.quantity is None and one.span.overlaps(span):
                who = one.by or say("an editor without a name")
                return say("Set aside by {who}, {when}: not a figure", who=who, when=said(one.at))
        return ""

    def _noted(self, article: str, span: Span) -> tuple[str, ...]:
        """What was noted on a stretch of an article (id), the last first."""
        notes = reversed(self._session.noted.on(article, span))
        return tuple(
            say("{who}: {words}", who=note.by, words=note.text) if note.by else note.text
            for note in notes
            if note.text.strip()
        )

    def _rectangle(self, pane: ArticlePane, figure: Figure | Span) -> QRect | None:
        """Where it lies on the screen, as far as it is in sight."""
        text = pane.text
        span = figure if isinstance(figure, Span) else figure.span
        places, view = text.places, text.viewport()
        boxes = boxes_of(text, places.position(span.start), places.position(span.end))
        rectangle = QRect()
        for box in boxes:
            rectangle |= box.toAlignedRect()
        rectangle &= view.rect()
        return None if rectangle.isEmpty() else QRect(view.mapToGlobal(rectangle.topLeft()), rectangle.size())

    def _open_menu(self, pane: ArticlePane, figure: Figure | None, at: int, place: QPoint) -> None:
        self.hide()
        self._menu.open(self._panes.index(pane), figure, at, place)
