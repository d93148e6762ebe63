"""Shows two articles opposite each other and what joins their figures."""

from __future__ import annotations

from functools import partial
from textwrap import fill
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.analysis import worsen
from desktop.core.language import say
from desktop.core.steps import Steps
from desktop.shell.highlights import Places
from desktop.shell.selection import companions
from desktop.shell.slices import Slices
from desktop.shell.views.article_pane import ArticlePane
from desktop.shell.views.find_bar import FindBar
from desktop.shell.views.finder import Finder
from desktop.shell.views.gutter import Gutter
from desktop.shell.views.ribbons import Link, Links, links_of
from desktop.shell.views.step_scrolling import StepScrolling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from desktop.core.agreement import Pair, Status
    from desktop.core.analysis import Analysis
    from desktop.core.figures import Figure
    from desktop.core.workspace import Workspace
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

ZOOM_RANGE = (-4.0, 12.0)
"""Points that the article text may be smaller and larger than usual."""
LONG, MANY = 200_000, 2_000
"""Texts of more characters and analyses of more claims are shown step by step."""
CLAIMS_A_STEP = 2000
CARD = 64
"""The longest line of the pointer's card, in characters."""


class CompareView(QWidget):
    """The two panes. It tells the selection what the editor points at, and marks what the selection says."""

    files_dropped = Signal(int, list)
    """0 for left or 1 for right, and paths."""
    opening_wanted = Signal()
    step_changed = Signal(bool)
    """Whether the texts scroll in step from now on."""

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._links = Links()
        self._slices = Slices(self)
        self.zoom = 0.0
        self.reading_font = ""
        self.panes = (
            ArticlePane("left", appearance),
            ArticlePane("right", appearance),
        )
        texts = (self.panes[0].text, self.panes[1].text)
        self.gutter = Gutter(texts, appearance, self.describe_pair)
        self.find_bar = FindBar()
        self.finder = Finder(self.find_bar, self.panes)
        self._stepping = StepScrolling(texts)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.panes[0], 1)
        row.addWidget(self.gutter)
        row.addWidget(self.panes[1], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.find_bar)
        self.gutter.swap.clicked.connect(session.swap)
        self.gutter.step.toggled.connect(self.set_step)
        self.gutter.pointed.connect(self._point_out)
        self.gutter.chosen.connect(self._choose_both)
        for side, pane in enumerate(self.panes):
            pane.article_wanted.connect(partial(self._want, side))
            pane.figure_chosen.connect(self._choose)
            pane.files_dropped.connect(partial(self.files_dropped.emit, side))
            pane.opening_wanted.connect(self.opening_wanted)
            pane.moved.connect(self.gutter.update)
            pane.text.zoom_asked.connect(self.change_zoom)
        session.workspace_changed.connect(self._follow_workspace)
        session.included_changed.connect(self.show_articles)
        session.facing_changed.connect(self.show_articles)
        session.analysis_changed.connect(self.show_analysis)
        selection.changed.connect(self.mark)
        self.show_articles()

    @property
    def is_complete(self) -> bool:
        """Whether both articles are shown and marked: a long text is, some slices after it was told."""
        return self._slices.is_done and all(pane.text.is_painted for pane in self.panes)

    @property
    def is_in_step(self) -> bool:
        """Whether scrolling one text scrolls the other."""
        return self._stepping.is_on

    def show_articles(self) -> None:
        """Shows the two articles that face each other."""
        for pane in self.panes:
            pane.show_choice(self._session.included, self._session.letters)
        self._show()

    def _follow_workspace(self, before: Workspace, after: Workspace) -> None:
        # Notes and rulings, a letter at a time, change nothing here.
        if before.articles is not after.articles:
            self.show_articles()

    def show_analysis(self, _analysis: Analysis) -> None:
        """Marks the figures of both articles by what they are to each other."""
        self._show()

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Marks the selected figures on both sides."""
        moved = []
        with self._stepping.held():  # each text goes to its own figure
            for side, pane in enumerate(self.panes):
                before = pane.text.verticalScrollBar().value()
                pane.mark(figures)
                if pane.text.verticalScrollBar().value() != before:
                    moved.append(side)
        # A text that holds none of them goes along.
        if len(moved) == 1 and not any(self.panes[1 - moved[0]].text.holds(figure) for figure in figures):
            self._stepping.follow(moved[0])
        self.gutter.show_selected(figures)

    def set_step(self, on: bool) -> None:
        """Lets the texts scroll in step, or each for itself."""
        if on == self._stepping.is_on:
            return
        self._stepping.is_on = on
        self.gutter.step.setChecked(on)
        if on:
            self._stepping.follow(1 if self.panes[1].text.hasFocus() else 0)
        self.step_changed.emit(on)

    def step_figure(self, direction: int) -> None:
        """Goes to the next figure (1) or the one before (-1) of the text that has the focus, else of the left one."""
        text = self.panes[1 if self.panes[1].text.hasFocus() else 0].text
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        text.step_figure(direction)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.finder.close()  # from a text too, which does nothing with the key
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """Shows and marks both articles; those of a usual length at once, which takes no longer than a slice or two."""
        shown = [self._session.workspace.article(one) for one in self._session.facing if one is not None]
        is_long = sum(len(article.text) for article in shown) > LONG or len(self._session.analysis.claims) > MANY
        # What is long begins when everybody else has heard the news: all that is done at one announcement adds up.
        self._slices.run(self._showing(), at_once=not is_long)
        if not is_long:
            self._slices.finish()

    def _showing(self) -> Iterator[None]:
        """Shows both articles and marks them, step by step."""
        by_letter = self._session.letters
        shown = [self._session.workspace.article(one) if one is not None else None for one in self._session.facing]
        if any(pane.shown is not article for pane, article in zip(self.panes, shown, strict=True)):
            self._show_links(Links())
            self._stepping.show(None)
        for side, (pane, article) in enumerate(zip(self.panes, shown, strict=True)):
            letter = by_letter[article.id] if article is not None else ""
            is_new = pane.shown is not article
            places = None
            if is_new and article is not None:
                places = Places(article.text)
                yield
            pane.show_article(article, letter, places)
            if is_new:
                yield
            self.finder.show_article(side, article, letter)
            if is_new:
                yield
        if self._session.is_analysed:
            yield from self._marking(self._session.analysis)

    def _marking(self, analysis: Analysis) -> Iterator[None]:
        """Marks the figures of both articles, and joins them."""
        left, right = (article or "" for article in self._session.facing)
        statuses: dict[Figure, Status] = {}
        links: list[Link] = []
        for comparison in analysis.comparisons:
            worsen(statuses, comparison, (left, right))
            links.extend(links_of(comparison, left, right))
            yield
        figures: dict[str, list[Figure]] = {article.id: [] for article in analysis.articles}
        for number, claim in enumerate(analysis.claims):
            figures[claim.article].append(claim.figure)
            if number % CLAIMS_A_STEP == 0:
                yield
        for pane, article in zip(self.panes, (left, right), strict=True):
            if article in figures:
                yield from pane.showing_figures(figures[article], statuses)
        joined = Links()
        yield from joined.gathering(links)
        self._show_links(joined)
        yield
        lengths = (self.panes[0].text.length, self.panes[1].text.length)
        self._stepping.show(
            Steps(((link.left.span.start, link.right.span.start) for link in links if link.main), lengths)
        )
        yield
        self.mark(self._selection.figures)

    def set_zoom(self, points: float) -> None:
        """Makes both texts larger or smaller than usual, by points."""
        self.zoom = min(max(points, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        for pane in self.panes:
            pane.text.set_zoom(self.zoom)

    def set_reading_font(self, family: str) -> None:
        """Sets both texts in another family of fonts; "" is the usual one."""
        self.reading_font = family
        for pane in self.panes:
            pane.text.set_reading_font(family)

    def change_zoom(self, points: float) -> None:
        """Makes both texts larger or smaller than they are, by points."""
        self.set_zoom(self.zoom + points)

    def _show_links(self, links: Links) -> None:
        self._links = links
        self.gutter.show_links(links)

    def _want(self, side: int, article: str) -> None:
        left, right = self._session.facing
        self._session.face(*((article, right) if side == 0 else (left, article)))

    def _choose(self, figure: Figure) -> None:
        self._selection.select(companions(self._session.analysis, figure))

    def _choose_both(self, ends: tuple[Figure, ...]) -> None:
        self._selection.select((*ends, *companions(self._session.analysis, ends[0])))

    def _point_out(self, figures: tuple[Figure, ...]) -> None:
        for pane in self.panes:
            pane.text.point_out(figures)

    def describe_pair(self, pair: Pair) -> str:
        """What the pointer's card says of a ribbon: what it joins, then why."""
        head = say(
            "{a} and {b}: {status}",
            a=wording.quoted_figure(pair.a.figure),
            b=wording.quoted_figure(pair.b.figure),
            status=wording.status(pair.status),
        )
        return "\n".join(fill(line, CARD) for line in (head, wording.why(pair, self._session.names)))
