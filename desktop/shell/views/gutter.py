"""Shows what joins the figures of two texts: ribbons between those in sight, arrows to partners that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QVBoxLayout, QWidget

from desktop.core.language import say
from desktop.shell.views.arrow_icons import arrows
from desktop.shell.views.ribbons import Links, Ribbon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from desktop.core.agreement import Pair, Status
    from desktop.core.figures import Figure
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_text import ArticleText
    from desktop.shell.views.ribbons import Edge, Link

GUTTER = 40
STUB = 12
"""How far a ribbon reaches whose other end is out of sight."""
FAINT, POINTED, STRONG = 0.26, 0.5, 0.72
"""How strongly ribbons are filled."""


class Gutter(QWidget):
    """The stretch between the panes. It tells what the editor points at, and marks what it is told."""

    pointed = Signal(tuple)
    """The figures of the ribbon under the pointer, none where there is none."""
    chosen = Signal(tuple)
    """The figures of the ribbon that was clicked."""

    def __init__(
        self,
        texts: tuple[ArticleText, ArticleText],
        appearance: Appearance,
        describe: Callable[[Pair], str],
    ) -> None:
        super().__init__()
        self._texts = texts
        self._appearance = appearance
        self._describe = describe
        self._links = Links()
        self._selected: tuple[Figure, ...] = ()
        self._drawn: list[tuple[QPainterPath, Ribbon]] = []
        self._under: Link | None = None
        self.setFixedWidth(GUTTER)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.swap = self._button("swap", say("Swap the two articles"))
        self.step = self._button("step", say("Scroll both texts in step"))
        self.step.setCheckable(True)
        self.step.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 0)
        column.setSpacing(6)
        column.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        appearance.changed.connect(self._draw_signs)
        self._draw_signs()

    def show_links(self, links: Links) -> None:
        """Joins these figures, those that were joined before no more."""
        self._links = links
        self._point_at(None)
        self.update()

    def show_selected(self, figures: Sequence[Figure]) -> None:
        """Marks what joins selected figures; what joins the first is shown even where a partner is out of sight."""
        self._selected = tuple(figures)
        self.update()

    def ribbons(self) -> list[Ribbon]:
        """What is to be drawn: worst statuses last, those of the selected figures behind them all."""
        selected = set(self._selected)
        found: dict[tuple[Edge, Edge, Status, bool], Ribbon] = {}
        for link in self._links.between(self._texts[0].points_in_sight(), self._texts[1].points_in_sight()):
            left, right = self._edge(0, link.left), self._edge(1, link.right)
            if left is not None and right is not None:
                chosen = link.left in selected and link.right in selected
                # Several pairs may join the same two lines; drawn over one another they would look important.
                found[left, right, link.pair.status, chosen] = Ribbon(link, left, right, chosen)
        leading = self._links.of_first(self._selected)
        stubs = [stub for link in leading if (stub := self._stub(link)) is not None]
        return [*sorted(found.values(), key=lambda ribbon: ribbon.selected), *stubs]

    def _stub(self, link: Link) -> Ribbon | None:
        """What shows of a link whose one end is out of sight."""
        edges = self._edge(0, link.left), self._edge(1, link.right)
        if (edges[0] is None) == (edges[1] is None):
            return None
        side = 0 if edges[0] is None else 1
        figure = (link.left, link.right)[side]
        first, last = self._texts[side].points_in_sight()
        away = -1 if figure.span.start <= (first + last) // 2 else 1
        return Ribbon(link, edges[0], edges[1], True, away)

    def _edge(self, side: int, figure: Figure) -> Edge | None:
        stretch = self._texts[side].stretch_of(figure)
        if stretch is None:
            return None
        down = (
            self._texts[side].viewport().mapTo(self.window(), QPointF(0, 0)).y()
            - self.mapTo(self.window(), QPointF(0, 0)).y()
        )
        return stretch[0] + down, stretch[1] + down

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._drawn = []
            for ribbon in self.ribbons():
                path = _shape(ribbon, self.width(), self.height())
                self._drawn.append((_reach(ribbon, self.width()) if ribbon.away else path, ribbon))
                line = QColor(self._appearance.theme.marks[ribbon.status].line)
                fill = QColor(line)
                fill.setAlphaF(STRONG if ribbon.selected else POINTED if ribbon.link is self._under else FAINT)
                painter.fillPath(path, fill)
                if ribbon.selected or ribbon.link is self._under:
                    painter.strokePath(path, QPen(line, 1))
                if ribbon.selected and ribbon.away:
                    self._draw_arrow(painter, ribbon)

    def _draw_arrow(self, painter: QPainter, ribbon: Ribbon) -> None:
        x = STUB + 9.0 if ribbon.right is None else self.width() - STUB - 9.0
        top, bottom = ribbon.left or ribbon.right or (0.0, 0.0)
        y, rise = (top + bottom) / 2, 6.0 * ribbon.away
        painter.setPen(QPen(QColor(self._appearance.theme.text), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, y - rise), QPointF(x, y + rise))
        painter.drawPolyline(
            QPolygonF([QPointF(x - 4, y + rise / 3), QPointF(x, y + rise), QPointF(x + 4, y + rise / 3)])
        )

    def ribbon_at(self, place: QPointF) -> Ribbon | None:
        """The topmost ribbon under a point."""
        return next((ribbon for path, ribbon in reversed(self._drawn) if path.contains(place)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        ribbon = self.ribbon_at(event.position())
        self._point_at(ribbon.link if ribbon is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        ribbon = self.ribbon_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and ribbon is not None:
            # The one in sight first: the other text is then scrolled to its partner.
            ends = ribbon.link.left, ribbon.link.right
            self.chosen.emit(ends if ribbon.left is not None else ends[::-1])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._point_at(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            pointed: QHelpEvent = event  # type: ignore[assignment]
            ribbon = self.ribbon_at(QPointF(pointed.pos()))
            QToolTip.showText(pointed.globalPos(), self._describe(ribbon.link.pair) if ribbon is not None else "", self)
            return True
        return super().event(event)

    def _point_at(self, link: Link | None) -> None:
        if link is not self._under:
            self._under = link
            self.setCursor(Qt.CursorShape.PointingHandCursor if link is not None else Qt.CursorShape.ArrowCursor)
            self.pointed.emit((link.left, link.right) if link is not None else ())
            self.update()

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _draw_signs(self) -> None:
        ink = self._appearance.theme.text
        self.swap.setIcon(arrows([((2, 5), (14, 5)), ((14, 11), (2, 11))], ink))
        self.step.setIcon(arrows([((x, 8), (x, y)) for x in (4.5, 11.5) for y in (2, 14)], ink))
        self.update()


def _reach(ribbon: Ribbon, width: float) -> QPainterPath:
    """Where a stub and its arrow answer to the pointer."""
    top, bottom = ribbon.left or ribbon.right or (0.0, 0.0)
    path = QPainterPath()
    path.addRect(QRectF(0, top, width, bottom - top))
    return path


def _shape(ribbon: Ribbon, width: float, height: float) -> QPainterPath:
    """The outline of a ribbon; of one whose end is out of sight, a stub that points to it."""
    middle = width / 2
    path = QPainterPath()
    if ribbon.left is not None and ribbon.right is not None:
        left, right = ribbon.left, ribbon.right
        path.moveTo(0, left[0])
        path.cubicTo(middle, left[0], middle, right[0], width, right[0])
        path.lineTo(width, right[1])
        path.cubicTo(middle, right[1], middle, left[1], 0, left[1])
    else:
        top, bottom = ribbon.left or ribbon.right or (0.0, height)
        path.addRoundedRect(QRectF(-4 if ribbon.left is not None else width - STUB, top, STUB + 4, bottom - top), 4, 4)
    path.closeSubpath()
    return path
