"""Offers what can be done with a figure, with a selected stretch, or with what was set aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.core import wording
from desktop.core.agreement import SEVERITY
from desktop.core.by_editor import in_words, links_at
from desktop.core.citation import citation
from desktop.core.language import say
from desktop.core.text import Span, trimmed
from desktop.shell.selection import companions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import SignalInstance

    from desktop.core.agreement import Pair, Status
    from desktop.core.claims import Claim
    from desktop.core.corrections import Correction
    from desktop.core.figures import Figure
    from desktop.core.text import Article
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_pane import ArticlePane

LONGEST = 28
"""The longest words that a menu repeats, in characters."""


class FigureMenu(QObject):
    """The menu of a place in a text. What changes the workspace is only asked for, by signal."""

    marking_wanted = Signal(str, object)
    """The id of an article, and the Span of it that is to be read as a figure."""
    setting_aside_wanted = Signal(object)
    """The Figure that is none."""
    other_reading_wanted = Signal(object)
    """The Figure that is to be read otherwise."""
    taking_back_wanted = Signal(str, object)
    """The id of an article, and the Span of it whose correction is to be forgotten."""
    linking_wanted = Signal(object)
    """The Figure that another one speaks of the same as, which is chosen next."""
    link_wanted = Signal(object, object)
    """Two Figures that speak of the same."""
    parting_wanted = Signal(object, object)
    """Two Figures that do not."""
    unlinking_wanted = Signal(object)
    """The Link that is to be forgotten."""
    annotation_wanted = Signal(object)
    """The Figure that is to be annotated; offered only while somebody listens."""
    note_wanted = Signal(str, object)
    """The id of an article, and the Span of it that is to be noted on; offered only while somebody listens."""
    showing_wanted = Signal(str, object)
    """The id of an article, and the Span of it whose note is to be shown."""
    find_wanted = Signal(str)
    """Words to look for; offered only while somebody listens."""

    def __init__(
        self, session: Session, selection: Selection, panes: Sequence[ArticlePane], appearance: Appearance
    ) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._panes = tuple(panes)
        self._appearance = appearance
        self.may_link: Callable[[Figure, Figure], bool] = lambda _one, _other: True
        """Whether two figures can be said to speak of the same; only then it is offered."""
        self.shown: QMenu | None = None
        """The menu that was opened last."""

    def open(self, side: int, figure: Figure | None, at: int, place: QPoint) -> None:
        """Opens the menu of a code point of the text on a side (0 left, 1 right), at a place of the screen."""
        menu = self.made(side, figure, at)
        menu.aboutToHide.connect(menu.deleteLater)
        self.shown = menu
        menu.popup(place)

    def made(self, side: int, figure: Figure | None, at: int) -> QMenu:
        """The menu of a figure, or of a code point of the text beside figures."""
        article = self._session.facing[side]
        menu = QMenu(self._panes[side])
        menu.setToolTipsVisible(True)
        if article is None:
            return menu
        selected = trimmed(self._panes[side].text.selected_span(), self._session.workspace.article(article).text)
        correction = self._correction(article, figure.span if figure is not None else Span(at, at + 1))
        if figure is not None:
            self._add_ways(menu, side, figure)
        aside = correction.span if correction is not None and correction.quantity is None else None
        if aside is not None:
            self._add(menu, say("Set aside by the editor"), None)
            menu.addSeparator()
        stretch = selected or aside
        if stretch is not None:
            self._add_edit(menu, say("&Mark as figure…"), partial(self.marking_wanted.emit, article, stretch))
        if figure is not None:
            self._add_edit(menu, say("&Read otherwise…"), partial(self.other_reading_wanted.emit, figure))
            self._add_edit(menu, say("N&ot a figure"), partial(self.setting_aside_wanted.emit, figure))
        if correction is not None:
            words = say("&Back to Crossread's reading")
            self._add_edit(menu, words, partial(self.taking_back_wanted.emit, article, correction.span))
        if figure is not None:
            menu.addSeparator()
            self._add_links(menu, figure)
        self._add_noting(menu, article, figure, selected, Span(at, at + 1))
        menu.addSeparator()
        self._add_copying(menu, article, figure, selected, aside)
        return menu

    def _add_ways(self, menu: QMenu, side: int, figure: Figure) -> None:
        """What leads from a figure to others."""
        mentions = [claim.figure for claim in self._mentions(figure)]
        here = mentions.index(figure) if figure in mentions else 0
        for words, step in ((say("&Next mention"), 1), (say("&Previous mention"), -1)):
            target = mentions[(here + step) % len(mentions)] if len(mentions) > 1 else None
            call = partial(self._go_to, target) if target is not None else None
            self._add(menu, words, call, say("The same fact elsewhere in this article"))
        others = menu.addMenu(say("&Compare with"))
        for letter, words, other, status in self._opposites(figure):
            action = others.addAction(f"{letter}   {words}".replace("&", "&&"))
            action.setIcon(self._appearance.sign(status))
            action.triggered.connect(partial(self._compare, side, figure, other))
        others.setEnabled(not others.isEmpty())
        menu.addSeparator()

    def _add_noting(self, menu: QMenu, article: str, figure: Figure | None, selected: Span | None, here: Span) -> None:
        """What can be noted here, and what is."""
        if selected is not None and self._is_heard(self.note_wanted):
            self._add_edit(menu, say("&Write a note…"), partial(self.note_wanted.emit, article, selected))
        elif figure is not None and self._is_heard(self.annotation_wanted):
            self._add_edit(menu, say("&Write a note…"), partial(self.annotation_wanted.emit, figure))
        place = figure.span if figure is not None else here
        if self._is_heard(self.showing_wanted) and self._session.noted.on(article, place):
            self._add(menu, say("Show the &note"), partial(self.showing_wanted.emit, article, place))

    def _add_links(self, menu: QMenu, figure: Figure) -> None:
        """What says of a figure that it speaks of the same as another one, or does not."""
        chosen = next(iter(self._selection.figures), None)
        is_other = chosen is not None and chosen != figure and chosen.article in self._session.letters
        if chosen is not None and is_other and self.may_link(chosen, figure):
            words = say("Speaks of the same as “{quote}”", quote=_short(chosen.quote))
            self._add_edit(menu, words, partial(self.link_wanted.emit, chosen, figure))
        tip = say("Then click the figure, in either text")
        self._add_edit(menu, say("Speaks of the same &as…"), partial(self.linking_wanted.emit, figure), tip)
        parting = menu.addMenu(say("&Does not speak of the same as"))
        for letter, words, other, _ in self._opposites(figure):
            action = parting.addAction(f"{letter}   {words}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, other=other: self.parting_wanted.emit(figure, other))
        parting.setEnabled(not parting.isEmpty() and not self._session.read_only)
        for linked in links_at(self._session.analysis, figure):
            words = say("Take back: {link}", link=in_words(linked, self._session.names).replace("&", "&&"))
            self._add_edit(menu, words, partial(self.unlinking_wanted.emit, linked.link))
        menu.addSeparator()

    def _add_copying(
        self, menu: QMenu, article: str, figure: Figure | None, selected: Span | None, aside: Span | None
    ) -> None:
        text = self._session.workspace.article(article)
        span = selected or (figure.span if figure is not None else aside)
        words = span.of(text.text) if span is not None else ""
        if figure is not None:
            self._add(menu, say("Copy with &source"), partial(self._copy, self._cited(text, figure)))
        self._add(menu, say("&Copy"), partial(self._copy, words) if words else None)
        if selected is not None and self._is_heard(self.find_wanted):
            line = " ".join(words.split())
            self._add(menu, say("&Find “{words}”", words=_short(line)), partial(self.find_wanted.emit, line))

    def _add(self, menu: QMenu, words: str, call: Callable[[], object] | None, tip: str = "") -> None:
        action = menu.addAction(words)
        action.setToolTip(tip)
        action.setEnabled(call is not None)
        if call is not None:
            action.triggered.connect(lambda _checked=False: call())

    def _add_edit(self, menu: QMenu, words: str, call: Callable[[], object], tip: str = "") -> None:
        """What changes the workspace; where nothing may be changed, it says why."""
        why_not = self._session.read_only
        self._add(menu, words, None if why_not else call, why_not or tip)

    def _mentions(self, figure: Figure) -> Sequence[Claim]:
        """The claims of the same article that say the same, in the order of its text."""
        found: dict[Figure, Claim] = {}
        for comparison in self._session.analysis.comparisons:
            for claim in comparison.claims:
                if claim.figure == figure:
                    found.update((mention.figure, mention) for mention in comparison.mentions_of(claim))
        return sorted(found.values(), key=lambda claim: claim.figure.span)

    def _opposites(self, figure: Figure) -> Iterator[tuple[str, str, Figure, Status]]:
        """Of each other article that speaks of the same: its letter, name and words, the figure, the status."""
        session = self._session
        worst: dict[str, tuple[Pair, Claim]] = {}
        mine = {claim.figure for claim in self._mentions(figure)}
        for pair in session.analysis.pairs:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if one.figure in mine:
                    known = worst.get(other.article)
                    if known is None or SEVERITY[pair.status] > SEVERITY[known[0].status]:
                        worst[other.article] = pair, other
        letters, names = session.letters, session.names
        for article in sorted(worst, key=lambda article: list(letters).index(article)):
            pair, claim = worst[article]
            yield letters[article], f"{names[article]}: {wording.says_briefly(claim)}", claim.figure, pair.status

    def _correction(self, article: str, span: Span) -> Correction | None:
        corrections = self._session.workspace.corrections
        return next(
            (one for one in corrections if one.article == article and one.holds and one.span.overlaps(span)), None
        )

    def _go_to(self, figure: Figure) -> None:
        self._selection.select(companions(self._session.analysis, figure))

    def _compare(self, side: int, figure: Figure, other: Figure) -> None:
        ids = (figure.article, other.article)
        self._session.face(*(ids if side == 0 else ids[::-1]))
        # What else says the same stays marked, but the two that are compared come first.
        self._selection.select((figure, other, *companions(self._session.analysis, figure)))

    def _cited(self, article: Article, figure: Figure) -> str:
        sentence = next(
            (claim.sentence for claim in self._session.analysis.claims if claim.figure == figure), figure.span
        )
        return citation(article, figure.span, sentence)

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)

    def _is_heard(self, signal: SignalInstance) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))


def _short(words: str) -> str:
    """Words as a menu repeats them."""
    line = " ".join(words.split())
    return (line if len(line) <= LONGEST else f"{line[:LONGEST]}…").replace("&", "&&")
