"""Draws over the figures of an article: converted amounts, what an editor set aside, what an editor read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QLineF, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.shell.views.amount_badges import OVERLAP, Badges, Colours, Size
from desktop.shell.views.text_boxes import boxes_in, tops_in_sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QPixmap

    from desktop.core.figures import Figure
    from desktop.core.lens import Shown
    from desktop.core.text import Span
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_text import ArticleText

_T = TypeVar("_T")


class _Lines(NamedTuple):
    """Where a stretch stands: the number of its block, and its boxes from that block's corner."""

    block: int
    boxes: list[QRectF]
    top: float
    bottom: float


class FigureMarks(QObject):
    """What lies over the text of one pane. The text itself stays as it is; only what is in sight is drawn."""

    def __init__(self, text: ArticleText, appearance: Appearance) -> None:
        super().__init__(text)
        self._text = text
        self._appearance = appearance
        self._badges = Badges()
        self._words: Mapping[Figure, Shown] = {}
        self._converted: list[tuple[Span, Figure]] = []
        self._aside: list[tuple[Span, None]] = []
        self._read: list[tuple[Span, None]] = []
        # Places and pictures are kept from one painting to the next, until the text is laid out anew.
        self._layout: tuple[object, ...] = ()
        self._lines: dict[Span, _Lines] = {}
        self._pictures: dict[tuple[Span, Colours], list[tuple[float, float, QPixmap]]] = {}
        self._marked: tuple[Sequence[Figure], frozenset[Figure]] = ((), frozenset())
        text.over.append(self.draw)
        text.told.append(self.aside_at)

    @property
    def words(self) -> Mapping[Figure, Shown]:
        """The converted amounts."""
        return self._words

    def show_words(self, words: Mapping[Figure, Shown]) -> None:
        """Shows converted amounts in the place of figures, or none."""
        self._words = words
        self._converted = sorted(((figure.span, figure) for figure in words), key=lambda entry: entry[0])
        self._layout = ()
        self._text.viewport().update()

    def show_corrections(self, aside: Iterable[Span], read: Iterable[Span]) -> None:
        """Marks what an editor set aside, and what an editor read otherwise than Crossread, linked or parted."""
        self._aside = [(span, None) for span in sorted(aside)]
        self._read = [(span, None) for span in sorted(read)]
        self._layout = ()
        self._text.viewport().update()

    def aside_at(self, point: int) -> Span | None:
        """The stretch around a code point that was set aside, None where there is none."""
        return next((span for span, _ in _between(self._aside, point, point) if span.start <= point), None)

    def draw(self, painter: QPainter, part: QRect) -> None:
        """Draws what lies over a part of the viewport."""
        if not (self._converted or self._aside or self._read):
            return
        self._forget_old_layout()
        first, last = self._text.points_in_sight()
        tops = tops_in_sight(self._text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = self._looks()
        for span, figure in _between(self._converted, first, last):
            found = self._lines_of(span, tops)
            if (
                found is not None
                and found[1] + found[0].top <= part.bottom()
                and found[1] + found[0].bottom >= part.top()
            ):
                self._draw_amount(painter, figure, *found, looks)
        for span, _ in _between(self._aside, first, last):
            for box in self._boxes(span, tops):
                self._draw_aside(painter, box)
        for span, _ in _between(self._read, first, last):
            self._draw_read(painter, self._boxes(span, tops))

    def _forget_old_layout(self) -> None:
        text = self._text
        layout = (
            text.places,
            text.viewport().width(),
            text.fontInfo().pixelSize(),
            text.devicePixelRatioF(),
            self._appearance.theme.name,
        )
        if layout != self._layout:
            self._layout = layout
            self._lines.clear()
            self._pictures.clear()

    def _lines_of(self, span: Span, tops: Mapping[int, float]) -> tuple[_Lines, float] | None:
        """Where a stretch stands, and where its block begins in the viewport; None where that is out of sight."""
        known = self._lines.get(span)
        if known is None:
            start, end = (self._text.places.position(point) for point in (span.start, span.end))
            block = self._text.document().findBlock(start)
            if block.blockNumber() not in tops:
                return None  # perhaps not laid out yet, so that its boxes would be wrong
            boxes = boxes_in(block, start, end)
            top = min((box.top() for box in boxes), default=0.0)
            bottom = max((box.bottom() for box in boxes), default=0.0)
            known = self._lines[span] = _Lines(block.blockNumber(), boxes, top, bottom)
        top_of_block = tops.get(known.block)
        return None if top_of_block is None else (known, top_of_block)

    def _boxes(self, span: Span, tops: Mapping[int, float]) -> list[QRectF]:
        found = self._lines_of(span, tops)
        return [] if found is None else [box.translated(0, found[1]) for box in found[0].boxes]

    def _looks(self) -> tuple[frozenset[Figure], int, int]:
        """The selected figures, and the code points between which the editor selected text."""
        marked = self._text.marked
        if marked is not self._marked[0]:
            self._marked = marked, frozenset(marked)
        selected = self._text.selected_span()
        return self._marked[1], *((selected.start, selected.end) if selected is not None else (-1, -1))

    def _draw_amount(
        self, painter: QPainter, figure: Figure, lines: _Lines, top: float, looks: tuple[frozenset[Figure], int, int]
    ) -> None:
        colours = self._colours(figure, looks)
        key = figure.span, colours
        if key not in self._pictures:
            self._pictures[key] = self._pictured(figure, lines, colours)
        for left, down, picture in self._pictures[key]:
            painter.drawPixmap(QPointF(left, round(top + down)), picture)

    def _pictured(self, figure: Figure, lines: _Lines, colours: Colours) -> list[tuple[float, float, QPixmap]]:
        """What covers each line of a figure; the amount stands on the one with the most room.

        Without room for it, the words stay in sight in a dashed frame.
        """
        widest = max(lines.boxes, key=QRectF.width, default=QRectF())
        ratio, shown = self._text.devicePixelRatioF(), self._words[figure]
        badge = self._badges.amount((shown.words, shown.short, shown.bare), colours, self._size(widest), ratio)
        found = []
        for box in lines.boxes:
            if badge is None:
                picture = self._badges.frame(colours, self._size(box), ratio)
            else:
                picture = badge if box is widest else self._badges.blank(colours, self._size(box), ratio)
            if picture is not None:
                found.append((max(0.0, round(box.left()) - OVERLAP), box.top(), picture))
        return found

    def _size(self, box: QRectF) -> Size:
        # The blank at a line's end hangs over the edge of the viewport.
        right = min(box.right(), self._text.viewport().width() - OVERLAP)
        return Size(round(right - box.left()), round(box.height()), self._text.fontInfo().pixelSize())

    def _colours(self, figure: Figure, looks: tuple[frozenset[Figure], int, int]) -> Colours:
        theme, mark = self._appearance.theme, self._appearance.mark(self._text.status_of(figure))
        marked, first, last = looks
        if first <= figure.span.start < last:
            return Colours(theme.accent, theme.accent_text, theme.accent, theme.accent)
        if figure in marked:
            return Colours(mark.strong, mark.strong_ink, mark.strong, theme.base)
        return Colours(mark.fill, mark.ink, mark.line, theme.base)

    def _draw_aside(self, painter: QPainter, box: QRectF) -> None:
        ink = QColor(self._appearance.theme.muted)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1.5, -0.5), 3, 3)
        middle = box.center().y() + box.height() * 0.06
        painter.setPen(QPen(ink, 1.6))
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))

    def _draw_read(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        if boxes:
            corner = boxes[-1].topRight() + QPointF(2, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._appearance.theme.accent))
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(7, 0), corner + QPointF(0, 7)]))


def _between(entries: Sequence[tuple[Span, _T]], first: int, last: int) -> Sequence[tuple[Span, _T]]:
    """The entries, in the order of the text, that touch what lies between two code points."""
    start = bisect_right(entries, first, key=lambda entry: entry[0].end)
    return entries[start : bisect_left(entries, last + 1, key=lambda entry: entry[0].start)]
