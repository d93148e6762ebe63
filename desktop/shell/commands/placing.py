"""Lets an editor put a note or a ruling whose place was lost where it belongs now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.language import phrase, say
from desktop.core.links import Link
from desktop.core.rulings import Ruling
from desktop.core.text import trimmed
from desktop.core.wording import brief, step
from desktop.shell.commands.pointed import in_sight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.core.lexicon import Lexicon
    from desktop.core.reanchoring import Work
    from desktop.shell.session import Session
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.message_bar import MessageBar


class Placing(QObject):
    """Puts orphans on the words that are selected in a pane, or on the figure at its caret."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        panes: Sequence[ArticlePane],
        messages: MessageBar,
        lexicon: Callable[[], Lexicon],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._panes = tuple(panes)
        self._messages = messages
        self._lexicon = lexicon
        self.question: QMessageBox | None = None
        """What the editor is asked at the moment, None for nothing."""

    def place_selected(self, work: Work) -> None:
        """Puts the lost place of a note, ruling, correction or link on what is selected in a pane.

        Of several lost places, that of the article in the pane. Where the amounts in the words are not the same, the
        editor is asked first.
        """
        if isinstance(work, Annotation):
            work = self._session.workspace.note_of(work.id) or work  # who reviews blind does not see all of it
        lost = [anchor for anchor in _anchors(work) if anchor.lost]
        if not lost:
            return
        shown = self._shown({anchor.article for anchor in lost}, is_figure=not isinstance(work, Annotation))
        if shown is None:
            names = sorted({self._session.names.get(anchor.article, "") for anchor in lost})
            words = (
                phrase("First select in {name} the words that “{quote}” is to be placed on.")
                if isinstance(work, Annotation)
                else phrase("First put the caret into the figure in {name} that “{quote}” is to be placed on.")
            )
            self._messages.tell(say(words, name=" / ".join(names), quote=brief(lost[0].quote)))
            return
        old = next(anchor for anchor in lost if anchor.article == shown.article)
        if self._says_the_same(old.quote, shown.quote):
            self._put(work, old, shown)
        else:
            self._ask(work, old, shown)

    def _shown(self, articles: set[str], *, is_figure: bool) -> Anchor | None:
        """What is selected in a pane with one of these articles (ids), the pane in focus first; a figure for what
        hangs on figures."""
        for pane, article in in_sight(self._panes, self._session):
            if article not in articles:
                continue
            source = self._session.workspace.article(article)
            if pane.shown is not source:
                continue
            span = trimmed(pane.text.selected_span(), source.text)
            if span is not None and not is_figure:
                return anchor_at(article, span, source.text)
            if span is not None:
                claims = self._session.analysis.claims_of(article)
                at = next((claim.figure.span for claim in claims if claim.figure.span.overlaps(span)), None)
                return None if at is None else anchor_at(article, at, source.text)
            figure = pane.text.figure_at_caret()
            if figure is not None and figure.span.of(source.text) == figure.quote:
                return anchor_at(article, figure.span, source.text)
        return None

    def _says_the_same(self, old: str, new: str) -> bool:
        """Whether two stretches have the same amounts in them: digits, scale, currency, period."""
        # Imported when something is first placed, not at the start.
        from desktop.core.figures import read_quantity
        from desktop.core.reanchoring.sameness import telling

        lexicon = self._lexicon()
        return telling(old, lexicon) == telling(new, lexicon) or (
            read_quantity(old, lexicon) is not None and read_quantity(old, lexicon) == read_quantity(new, lexicon)
        )

    def _is_figure(self, words: str) -> bool:
        from desktop.core.figures import read_quantity

        return read_quantity(words, self._lexicon()) is not None

    def _ask(self, work: Work, old: Anchor, new: Anchor) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(say("Place by hand"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            say("The words differ: “{was}” / “{now}”.", was=_on_one_line(old.quote), now=_on_one_line(new.quote))
        )
        is_figure = self._is_figure(old.quote) and self._is_figure(new.quote)
        differs = phrase("It was made on another figure.") if is_figure else phrase("It was made on other words.")
        box.setInformativeText(f"{say(differs)} {say('Place it here all the same?')}")
        place = box.addButton(say("&Place it here"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        place.clicked.connect(lambda: self._put(work, old, new))
        box.finished.connect(self._forget)
        self.question = box
        box.open()

    def _forget(self) -> None:
        self.question = None

    def _put(self, work: Work, old: Anchor, new: Anchor) -> None:
        from desktop.core.reanchoring import placed

        session, workspace = self._session, self._session.workspace
        made: tuple[Work, ...] = (
            *workspace.annotations,
            *workspace.rulings,
            *workspace.corrections,
            *workspace.links,
        )
        if work not in made or new.span.of(workspace.article(new.article).text) != new.quote:
            return  # undone or changed while the question was open
        try:
            after = placed(workspace, work, old, new)
        except ValueError:
            self._messages.tell(say("It is on these words already: choose others."))
            return
        if isinstance(work, Annotation):
            words = phrase("place note on “{quote}”")
        elif isinstance(work, Ruling):
            words = phrase("place ruling on “{quote}”")
        else:
            words = (
                phrase("place link on “{quote}”") if isinstance(work, Link) else phrase("place correction on “{quote}”")
            )
        self._messages.hide()
        session.edit(step(words, (new,)), after)


def _anchors(work: Work) -> tuple[Anchor, ...]:
    return (work.anchor,) if isinstance(work, Correction) else work.anchors


def _on_one_line(quote: str) -> str:
    return " ".join(quote.split())
