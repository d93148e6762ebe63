"""Marks in the texts what was noted on: a dotted line below the words, and a sign beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.core.language import say
from desktop.shell.views.note_margin import SIGN, NoteMargin
from desktop.shell.views.text_boxes import boxes_in, tops_in_sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.core.text import Span
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.article_text import ArticleText
    from desktop.shell.views.note_margin import Sign

_DOTS = Qt.PenStyle.DotLine
Stretches = tuple[tuple["Span", bool], ...]


class NoteMarks(QObject):
    """The marks of one text. Only what is in sight is drawn."""

    def __init__(self, text: ArticleText, appearance: Appearance, tell: Callable[[Span], str]) -> None:
        """tell: what a note on a stretch says."""
        super().__init__(text)
        self._text = text
        self._appearance = appearance
        self._stretches: Stretches = ()
        self._starts: list[int] = []
        self._reaches: list[int] = []
        self.margin = NoteMargin(text, appearance, self.signs, tell)
        text.over.append(self.draw)
        text.told.append(self.at)

    def show(self, stretches: Stretches) -> None:
        """Marks these stretches (in the order of the text), with whether a note there is open still, and no others."""
        if stretches is not self._stretches:
            self._stretches = stretches
            self._starts = [span.start for span, _ in stretches]
            # Stretches may lie over one another: how far those until each one reach.
            self._reaches = list(accumulate((span.end for span, _ in stretches), max))
            self.margin.setVisible(bool(stretches))
            self.margin.follow()
            self._text.viewport().update()

    def between(self, first: int, last: int) -> Sequence[tuple[Span, bool]]:
        """The stretches that touch what lies between two code points."""
        found = self._stretches[bisect_right(self._reaches, first) : bisect_left(self._starts, last + 1)]
        return [entry for entry in found if entry[0].end > first]

    def at(self, point: int) -> Span | None:
        """The shortest noted stretch around a code point, None where there is none."""
        found = [span for span, _ in self.between(point, point) if span.start <= point]
        return min(found, key=lambda span: span.end - span.start, default=None)

    def draw(self, painter: QPainter, _part: QRect) -> None:
        """Draws the lines below what is in sight, those of what is done with first."""
        if not self._stretches:
            return
        theme, text = self._appearance.theme, self._text
        first, last = text.points_in_sight()
        tops = tops_in_sight(text)
        for is_open, ink in ((False, theme.muted), (True, theme.note)):
            painter.setPen(QPen(QColor(ink), 2, _DOTS, Qt.PenCapStyle.RoundCap))
            for span in _joined(span for span, known in self.between(first, last) if known is is_open):
                for box in self._boxes(max(span.start, first), min(span.end, last), tops):
                    painter.drawLine(QLineF(box.left(), box.bottom() + 1, box.right(), box.bottom() + 1))

    def signs(self) -> list[Sign]:
        """The signs in sight: one for each line that a noted stretch begins on."""
        lines: dict[float, Sign] = {}
        text = self._text
        tops = tops_in_sight(text) if self._stretches else {}
        for span, is_open in self.between(*text.points_in_sight()) if tops else ():
            start = text.places.position(span.start)
            block = text.document().findBlock(start)
            top, line = tops.get(block.blockNumber()), block.layout().lineForTextPosition(start - block.position())
            if top is not None and line.isValid():
                place = QRectF(0, top + line.y(), SIGN + 1, line.height())
                known = lines.get(place.top())
                lines[place.top()] = (place, known[1], known[2] or is_open) if known else (place, span, is_open)
        return list(lines.values())

    def _boxes(self, first: int, last: int, tops: Mapping[int, float]) -> Iterator[QRectF]:
        """Where what lies between two code points stands in the viewport, as far as it is in sight."""
        start, end = self._text.places.position(first), self._text.places.position(last)
        block = self._text.document().findBlock(start)
        while block.isValid() and block.position() < end:
            top = tops.get(block.blockNumber())
            if top is not None:
                for box in boxes_in(block, max(start, block.position()), end):
                    yield box.translated(0, top)
            block = block.next()


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Stretches in the order of the text, those that overlap as one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = found[-1].joined(span)
        else:
            found.append(span)
    return found


class NotedPlaces(QObject):
    """Keeps the marks of both panes in step with the notes."""

    chosen = Signal(str, object)
    """The id of an article, and the Span of it whose note is to be shown."""

    def __init__(self, session: Session, panes: Sequence[ArticlePane], appearance: Appearance) -> None:
        super().__init__(panes[0])
        self._session = session
        self.marks = tuple(
            NoteMarks(pane.text, appearance, partial(self._told, side)) for side, pane in enumerate(panes)
        )
        for side, marks in enumerate(self.marks):
            marks.margin.chosen.connect(partial(self._choose, side))
        for changed in (session.workspace_changed, session.seen_changed, session.facing_changed):
            changed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Marks what was noted in the articles that face each other."""
        for article, marks in zip(self._session.facing, self.marks, strict=True):
            marks.show(self._session.noted.stretches(article) if article is not None else ())

    def _choose(self, side: int, span: Span) -> None:
        article = self._session.facing[side]
        if article is not None:
            self.chosen.emit(article, span)

    def _told(self, side: int, span: Span) -> str:
        article = self._session.facing[side]
        notes = self._session.noted.on(article, span) if article is not None else ()
        lines = [
            escape(say("{who}: {words}", who=note.by, words=note.text) if note.by else note.text) for note in notes
        ]
        return f"<qt>{'<br>'.join(lines)}</qt>" if lines else ""
