"""Lets an editor read a stretch of an article otherwise than Crossread does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.anchors import anchor_at
from desktop.core.corrections import Correction
from desktop.core.language import phrase, say
from desktop.core.text import trimmed
from desktop.core.wording import step
from desktop.shell.commands.pointed import in_sight, pointed_at, selected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.core.anchors import Anchor
    from desktop.core.figures import Figure
    from desktop.core.lexicon import Lexicon
    from desktop.core.quantities import Quantity
    from desktop.core.text import Span
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.figure_menu import FigureMenu
    from desktop.shell.views.message_bar import MessageBar
    from desktop.shell.views.party_fields import Parties

LONGEST = 120
"""The longest stretch that can be a figure, in characters."""


class Correcting(QObject):
    """Every way to correct a reading; each is an edit that can be undone."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        selection: Selection,
        panes: Sequence[ArticlePane],
        messages: MessageBar,
        lexicon: Callable[[], Lexicon],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._selection = selection
        self._panes = tuple(panes)
        self._messages = messages
        self._lexicon = lexicon

    def follow(self, menu: FigureMenu) -> None:
        """Does what is asked for in the menu of a figure."""
        menu.marking_wanted.connect(self.mark)
        menu.setting_aside_wanted.connect(self.set_aside)
        menu.other_reading_wanted.connect(self.read_otherwise)
        menu.taking_back_wanted.connect(self.take_back)

    def mark_selected(self) -> None:
        """Lets the editor say what the stretch selected in a pane is, or what the selected figure is instead."""
        for pane, article in in_sight(self._panes, self._session):
            span = trimmed(pane.text.selected_span(), self._session.workspace.article(article).text)
            figure = pane.text.figure_at_caret() if pane.text.hasFocus() else None
            if span is not None:
                self.mark(article, span)
                return
            if figure is not None:
                self.read_otherwise(figure)
                return
        figure = selected(self._selection, self._session)
        if figure is not None:
            self.read_otherwise(figure)
            return
        self._messages.tell(say("Select the words of a figure in one of the articles first."))

    def set_selected_aside(self) -> None:
        """Says of the figure at the caret, or of the selected one, that it is none."""
        figure = pointed_at(self._panes, self._selection, self._session)
        if figure is None:
            self._messages.tell(say("Choose a figure first: click on it, or put the caret into it."))
            return
        self.set_aside(figure)

    def mark(self, article: str, span: Span) -> None:
        """Lets the editor say which figure a stretch of an article (id) is; one that is too long is refused."""
        words = span.of(self._session.workspace.article(article).text)
        if len(words) > LONGEST or "\n" in words or "\r" in words:
            self._messages.tell(say("A figure stands in one paragraph and is a few words long: select less."))
            return
        self._ask(article, span, say("Mark as figure"), phrase("mark “{quote}” as a figure"), None)

    def read_otherwise(self, figure: Figure) -> None:
        """Lets the editor say what a figure is instead."""
        if not self._session.workspace.has(figure.anchor):
            self._tell_gone()
            return
        self._ask(
            figure.article, figure.span, say("Read otherwise"), phrase("read “{quote}” otherwise"), figure.quantity
        )

    def set_aside(self, figure: Figure) -> None:
        """Says of a figure that it is none."""
        self._correct(phrase("set “{quote}” aside"), figure.anchor, None)

    def take_back(self, article: str, span: Span) -> None:
        """Forgets what an editor said of a stretch of an article (id)."""
        workspace = self._session.workspace
        read = [
            one for one in workspace.corrections if one.article == article and one.holds and one.span.overlaps(span)
        ]
        if read:
            name = step(phrase("go back to Crossread's reading of “{quote}”"), (read[0].anchor,))
            self._session.edit(name, workspace.without_correction(article, span))

    def _ask(self, article: str, span: Span, title: str, words: str, known: Quantity | None) -> None:
        # Imported when it is first asked for, not at the start.
        from desktop.core.figures import read_quantity
        from desktop.core.typed import read_typed, sentence_around, units_of
        from desktop.shell.views.figure_dialog import FigureDialog

        lexicon = self._lexicon()
        source = self._session.workspace.article(article)
        taken = [figure.quote for figure in self._overlapped(article, span)]
        dialog = FigureDialog(
            self._window,
            title=title,
            text=source.text,
            span=span,
            sentence=sentence_around(source, span, lexicon),
            quantity=known or read_quantity(span.of(source.text), lexicon),
            replaced=[] if known is not None else taken,
            read=lambda typed: read_typed(typed, lexicon),
            units=lambda kind: units_of(kind, lexicon),
            parties=self._parties(article, span),
            names=self._names(article),
        )
        # A late answer must not find another article, or another version of it, in the place of this one.
        place = anchor_at(article, span, source.text)
        dialog.chosen.connect(lambda *typed: self._correct(words, place, *typed))
        dialog.open()

    def _parties(self, article: str, span: Span) -> Parties:
        """Who pays whom at a place, and what of it an editor gave."""
        from desktop.shell.views.party_fields import Parties

        given = next(
            (one for one in self._session.workspace.corrections if one.article == article and one.span == span), None
        )
        claim = next((one for one in self._session.analysis.claims_of(article) if one.figure.span == span), None)
        return Parties(
            (claim.payer if claim is not None else "") or "",
            (claim.payee if claim is not None else "") or "",
            given.payer if given is not None else "",
            given.payee if given is not None else "",
        )

    def _names(self, article: str) -> list[str]:
        """The names that may pay or be paid: who does so anywhere, then all that this article knows."""
        claims = self._session.analysis.claims
        paying = {name for claim in claims for name in (claim.payer, claim.payee) if name}
        named = {name for claim in self._session.analysis.claims_of(article) for name in claim.names}
        return [*sorted(paying), *sorted(named - paying)]

    def _correct(self, words: str, place: Anchor, quantity: Quantity | None, payer: str = "", payee: str = "") -> None:
        session = self._session
        if not session.workspace.has(place):
            self._tell_gone()
            return
        anchor = place.in_context(session.workspace.article(place.article).text)
        correction = Correction(anchor, quantity, payer, payee, by=session.editor, at=session.now())
        session.edit(step(words, (anchor,)), session.workspace.with_correction(correction))

    def _tell_gone(self) -> None:
        self._messages.tell(say("Choose a figure first: click on it, or put the caret into it."))

    def _overlapped(self, article: str, span: Span) -> list[Figure]:
        analysis = self._session.analysis
        return [claim.figure for claim in analysis.claims_of(article) if claim.figure.span.overlaps(span)]
