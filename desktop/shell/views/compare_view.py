"""Shows two articles opposite each other and what joins their figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.core.agreement import SEVERITY
from desktop.core.analysis import statuses_between
from desktop.shell.selection import companions
from desktop.shell.views.article_pane import ArticlePane

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.core.agreement import Pair, Status
    from desktop.core.analysis import Analysis
    from desktop.core.figures import Figure
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

GUTTER = 40
ZOOM_RANGE = (-4.0, 12.0)
"""Points that the article text may be smaller and larger than usual."""


class _Gutter(QWidget):
    """The stretch between the panes: the button that swaps them, and ribbons between paired figures in sight."""

    def __init__(self, view: CompareView, appearance: Appearance) -> None:
        super().__init__()
        self._view = view
        self._appearance = appearance
        self.setFixedWidth(GUTTER)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.swap = QToolButton()
        self.swap.setObjectName("swap")
        self.swap.setToolTip("Swap the two articles (Ctrl+T)")
        self.swap.setAccessibleName("Swap the two articles")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 0)
        column.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        appearance.changed.connect(self._show_arrows)
        self._show_arrows()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for left, right, status, selected in self._view.ribbons():
            colour = QColor(theme.marks[status].line)
            path = QPainterPath(QPointF(0, left[0]))
            middle = self.width() / 2
            path.cubicTo(middle, left[0], middle, right[0], self.width(), right[0])
            path.lineTo(self.width(), right[1])
            path.cubicTo(middle, right[1], middle, left[1], 0, left[1])
            path.closeSubpath()
            colour.setAlphaF(0.75 if selected else 0.28)
            painter.fillPath(path, colour)

    def _show_arrows(self) -> None:
        pixmap = QPixmap(48, 48)
        pixmap.setDevicePixelRatio(3)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._appearance.theme.text), 1.4))
        for y, tip, tail in ((5, 14, 2), (11, 2, 14)):
            back = tip - 3 if tip > tail else tip + 3
            painter.drawLine(QPointF(tail, y), QPointF(tip, y))
            painter.drawLine(QPointF(tip, y), QPointF(back, y - 2.6))
            painter.drawLine(QPointF(tip, y), QPointF(back, y + 2.6))
        painter.end()
        self.swap.setIcon(QIcon(pixmap))
        self.update()


class CompareView(QWidget):
    """The two panes. It tells the selection what the editor points at, and marks what the selection says."""

    files_dropped = Signal(int, list)
    """0 for left or 1 for right, and paths."""
    opening_wanted = Signal()

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._statuses: dict[Figure, Status] = {}
        self._pairs: tuple[Pair, ...] = ()
        self.zoom = 0.0
        self.panes = (
            ArticlePane("left", appearance),
            ArticlePane("right", appearance),
        )
        self.gutter = _Gutter(self, appearance)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes[0], 1)
        row.addWidget(self.gutter)
        row.addWidget(self.panes[1], 1)
        self.gutter.swap.clicked.connect(session.swap)
        for side, pane in enumerate(self.panes):
            pane.article_wanted.connect(partial(self._want, side))
            pane.figure_chosen.connect(self._choose)
            pane.files_dropped.connect(partial(self.files_dropped.emit, side))
            pane.opening_wanted.connect(self.opening_wanted)
            pane.moved.connect(self.gutter.update)
        session.workspace_changed.connect(self.show_articles)
        session.included_changed.connect(self.show_articles)
        session.facing_changed.connect(self.show_articles)
        session.analysis_changed.connect(self.show_analysis)
        selection.changed.connect(self.mark)
        self.show_articles()

    def show_articles(self) -> None:
        """Shows the two articles that face each other."""
        workspace = self._session.workspace
        by_letter = self._session.letters
        self._pairs = ()  # those of the articles shown before
        for pane, article in zip(self.panes, self._session.facing, strict=True):
            pane.show_article(
                workspace.article(article) if article is not None else None,
                by_letter[article] if article is not None else "",
            )
            pane.show_choice(self._session.included, by_letter)
        if self._session.is_analysed:
            self.show_analysis(self._session.analysis)
            self.mark(self._selection.figures)

    def show_analysis(self, analysis: Analysis) -> None:
        """Marks the figures of both articles by what they are to each other."""
        left, right = self._session.facing
        self._statuses = statuses_between(analysis, left or "", right or "")
        self._pairs = tuple(
            pair
            for comparison in analysis.comparisons
            for pair in comparison.between(left or "", right or "")
            if left is not None and right is not None
        )
        analysed = {article.id for article in analysis.articles}
        for pane, article in zip(self.panes, self._session.facing, strict=True):
            if article in analysed and article is not None:
                pane.show_figures([claim.figure for claim in analysis.claims_of(article)], self._statuses)
        self.gutter.update()

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Marks the selected figures on both sides."""
        for pane in self.panes:
            pane.mark(figures)
        self.gutter.update()

    def ribbons(self) -> list[tuple[tuple[float, float], tuple[float, float], Status, bool]]:
        """Left edge, right edge (upper and lower y), status, whether selected: of the pairs in sight, worst last."""
        selected = set(self._selection.figures)
        found = []
        for pair in sorted(self._pairs, key=lambda pair: SEVERITY[pair.status]):
            edges = [self._edge(pair, side) for side in (0, 1)]
            if edges[0] is not None and edges[1] is not None:
                chosen = pair.a.figure in selected and pair.b.figure in selected
                found.append((edges[0], edges[1], pair.status, chosen))
        return found

    def next_pane(self) -> None:
        """Gives the focus to the other pane."""
        other = 1 if self.panes[0].text.hasFocus() else 0
        self.panes[other].text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_zoom(self, points: float) -> None:
        """Makes both texts larger or smaller than usual, by points."""
        self.zoom = min(max(points, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        for pane in self.panes:
            pane.text.set_zoom(self.zoom)

    def set_reading_font(self, family: str) -> None:
        """Sets both texts in another family of letters; "" is the one that Crossread ships."""
        for pane in self.panes:
            pane.text.set_reading_font(family)

    def change_zoom(self, points: float) -> None:
        """Makes both texts larger or smaller than they are, by points."""
        self.set_zoom(self.zoom + points)

    def _edge(self, pair: Pair, side: int) -> tuple[float, float] | None:
        wanted = self._session.facing[side]
        claim = pair.a if pair.a.article == wanted else pair.b
        stretch = self.panes[side].text.stretch_of(claim.figure)
        if stretch is None:
            return None
        down = self.panes[side].text.viewport().mapTo(self, self.panes[side].text.viewport().rect().topLeft()).y()
        return stretch[0] + down, stretch[1] + down

    def _want(self, side: int, article: str) -> None:
        left, right = self._session.facing
        self._session.face(*((article, right) if side == 0 else (left, article)))

    def _choose(self, figure: Figure) -> None:
        self._selection.select(companions(self._session.analysis, figure))
