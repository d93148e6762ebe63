"""Draws over the figures of an article: converted amounts, what an editor set aside, what an editor read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLineF, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.shell.views.amount_badges import OVERLAP, Badges, Colours, Size, draw_no_room
from desktop.shell.views.text_boxes import boxes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.core.figures import Figure
    from desktop.core.lens import Shown
    from desktop.core.text import Span
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_text import ArticleText

_T = TypeVar("_T")


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
        text.over.append(self.draw)

    @property
    def words(self) -> Mapping[Figure, Shown]:
        """The converted amounts."""
        return self._words

    def show_words(self, words: Mapping[Figure, Shown]) -> None:
        """Shows converted amounts in the place of figures, or none."""
        self._words = words
        self._converted = sorted(((figure.span, figure) for figure in words), key=lambda entry: entry[0])
        self._text.viewport().update()

    def show_corrections(self, aside: Iterable[Span], read: Iterable[Span]) -> None:
        """Marks what an editor set aside, and what an editor read otherwise than Crossread."""
        self._aside = [(span, None) for span in sorted(aside)]
        self._read = [(span, None) for span in sorted(read)]
        self._text.viewport().update()

    def draw(self, painter: QPainter, part: QRect) -> None:
        """Draws what lies over a part of the viewport."""
        if not (self._converted or self._aside or self._read):
            return
        first, last = self._text.points_in_sight()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span, figure in _between(self._converted, first, last):
            boxes = self._boxes(span, part)
            if boxes:
                self._draw_amount(painter, figure, boxes)
        for span, _ in _between(self._aside, first, last):
            for box in self._boxes(span, part):
                self._draw_aside(painter, box)
        for span, _ in _between(self._read, first, last):
            self._draw_read(painter, self._boxes(span, part))

    def _draw_amount(self, painter: QPainter, figure: Figure, boxes: Sequence[QRectF]) -> None:
        """Covers every line of a figure; the amount stands on the one with the most room."""
        widest = max(boxes, key=QRectF.width)
        ratio = self._text.devicePixelRatioF()
        shown, colours = self._words[figure], self._colours(figure)
        badge = self._badges.amount((shown.words, shown.short, shown.bare), colours, self._size(widest), ratio)
        for box in boxes:
            if badge is None:
                draw_no_room(painter, box, colours.edge)
                continue
            picture = badge if box is widest else self._badges.blank(colours, self._size(box), ratio)
            if picture is not None:
                painter.drawPixmap(QPointF(max(0, round(box.left()) - OVERLAP), round(box.top())), picture)

    def _draw_aside(self, painter: QPainter, box: QRectF) -> None:
        ink = QColor(self._appearance.theme.muted)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1.5, -0.5), 3, 3)
        middle = box.center().y() + box.height() * 0.06
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))

    def _draw_read(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        if boxes:
            corner = boxes[-1].topRight() + QPointF(2, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._appearance.theme.accent))
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(7, 0), corner + QPointF(0, 7)]))

    def _boxes(self, span: Span, part: QRect) -> list[QRectF]:
        """The boxes of a stretch, [] where none of them is in the part that is drawn."""
        places = self._text.places
        boxes = boxes_of(self._text, places.position(span.start), places.position(span.end))
        return boxes if any(box.toAlignedRect().adjusted(-4, -2, 4, 2).intersects(part) for box in boxes) else []

    def _size(self, box: QRectF) -> Size:
        return Size(round(box.width()), round(box.height()), self._text.fontInfo().pixelSize())

    def _colours(self, figure: Figure) -> Colours:
        theme, mark = self._appearance.theme, self._appearance.mark(self._text.status_of(figure))
        cursor, place = self._text.textCursor(), self._text.places.position(figure.span.start)
        if cursor.hasSelection() and cursor.selectionStart() <= place < cursor.selectionEnd():
            return Colours(theme.accent, theme.accent_text, theme.accent, theme.accent)
        if figure in self._text.marked:
            return Colours(mark.strong, mark.strong_ink, mark.strong, theme.base)
        return Colours(mark.fill, mark.ink, mark.line, theme.base)


def _between(entries: Sequence[tuple[Span, _T]], first: int, last: int) -> Sequence[tuple[Span, _T]]:
    """The entries, in the order of the text, that touch what lies between two code points."""
    start = bisect_right(entries, first, key=lambda entry: entry[0].end)
    return entries[start : bisect_left(entries, last + 1, key=lambda entry: entry[0].start)]
