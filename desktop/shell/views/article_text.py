"""Shows the text of one article for reading, its figures marked by status."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.core import wording
from desktop.core.language import say
from desktop.core.text import Span
from desktop.shell.highlights import painting
from desktop.shell.slices import Slices
from desktop.shell.views.reading_text import ReadingText
from desktop.shell.views.text_marks import TextMarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.core.agreement import Status
    from desktop.core.figures import Figure
    from desktop.core.text import Article
    from desktop.shell.highlights import Places
    from desktop.shell.theme import Appearance

PAINTING_SLICE, MANY = 5.0, 1_000
"""In milliseconds (what is drawn on the screen comes on top of it), for more figures than these."""


class ArticleText(ReadingText):
    """The article's own characters, never altered and never read back; marks are looks laid over them."""

    figure_chosen = Signal(object)
    """The Figure the editor clicked or pressed Return on."""
    figure_clicked = Signal(object, bool)
    """The Figure the editor clicked, and whether with Ctrl; told before it is chosen."""
    said = Signal(str)
    """What assistive technology is told of a figure that the editor walked to."""
    figure_pointed = Signal(object)
    """The Figure under the pointer, or else the Span there that is noted on; None over anything else, and when the
    pointer leaves."""
    menu_wanted = Signal(object, int, QPoint)
    """The Figure a menu is wanted for, or None; the code point there; the place on the screen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._figures: tuple[Figure, ...] = ()
        self._starts: list[int] = []
        self._statuses: Mapping[Figure, Status] = {}
        self._marks = TextMarks()
        self._painting = Slices(self, PAINTING_SLICE)
        self._pressed_at = QPointF()
        self.over: list[Callable[[QPainter, QRect], None]] = []
        """What draws over the text, each time it was painted: told the painter and the part that is new."""
        self.told: list[Callable[[int], Span | None]] = []
        """What knows the stretches that have something to tell: asked for the one around a code point."""
        self.setAcceptDrops(False)  # the pane takes what is dropped
        self.viewport().setMouseTracking(True)
        self.said.connect(self._announce)
        self.verticalScrollBar().valueChanged.connect(self._mark_after_scrolling)
        appearance.changed.connect(self._paint)

    def show_article(self, article: Article | None, places: Places | None = None) -> None:
        """Shows another text, without figures until they are told. places: those of its text, if they are known."""
        self._painting.drop()
        self._figures, self._starts, self._marks = (), [], TextMarks()
        self.show_text(article.text if article is not None else "", places)
        self.setExtraSelections([])

    @property
    def is_painted(self) -> bool:
        """Whether all figures have the looks of their statuses by now."""
        return self._painting.is_done

    def finish_painting(self) -> None:
        """Gives all figures their looks now."""
        self._painting.finish()

    def show_figures(self, figures: Sequence[Figure], statuses: Mapping[Figure, Status]) -> None:
        """Marks the article's figures (in the order of the text) by status, those in sight at once."""
        self._figures = tuple(figures)
        self._starts = [figure.span.start for figure in figures]
        self._statuses = statuses
        self._paint()

    def holds(self, figure: Figure) -> bool:
        """Whether the figure is one of those shown."""
        number = bisect_left(self._starts, figure.span.start)
        return number < len(self._starts) and self._figures[number] == figure

    def mark(self, figures: Iterable[Figure]) -> None:
        """Marks the selected figures among those of the article, and brings the first into sight."""
        chosen = self._marks.chosen = tuple(figure for figure in figures if self.holds(figure))
        self._mark()
        if chosen and self.stretch_of(chosen[0]) is None:
            self._go_to(self._cursor_on(chosen[0], select=False))

    def point_out(self, figures: Iterable[Figure]) -> None:
        """Marks the figures that something outside the text points at, for as long as it does."""
        self._marks.pointed = tuple(figure for figure in figures if self.holds(figure))
        self._mark()

    def show_hits(self, hits: Sequence[tuple[int, int]], hit: int = -1) -> None:
        """Marks the places that were looked for, and brings the one into sight that the editor is at (its number)."""
        self._marks.hits, self._marks.hit = hits, hit
        self._mark()
        if hit >= 0:
            cursor = self._cursor_at(hits[hit][0])
            if self._line_of(cursor) is None:
                self._go_to(cursor)
            else:
                with QSignalBlocker(self):
                    self.setTextCursor(cursor)

    def step_figure(self, direction: int) -> None:
        """Goes to the next figure behind the caret (1) or the one before it (-1), selects it, and says what it is."""
        point = self._places.point(self.textCursor().position())
        number = bisect_right(self._starts, point) if direction > 0 else bisect_left(self._starts, point) - 1
        if not 0 <= number < len(self._figures):
            self.said.emit(say("No more figures in this text."))
            return
        figure = self._figures[number]
        cursor = self._cursor_on(figure, select=False)
        if self._line_of(cursor) is None:
            self._go_to(cursor)
        self.setTextCursor(cursor)
        self.figure_chosen.emit(figure)
        self.said.emit(
            say(
                "{figure}: {status}, figure {number} of {count}",
                figure=wording.quoted_figure(figure),
                status=wording.status(self._statuses.get(figure)),
                number=number + 1,
                count=len(self._figures),
            )
        )

    @property
    def places(self) -> Places:
        """Where the article's code points stand in the document."""
        return self._places

    @property
    def marked(self) -> Sequence[Figure]:
        """The selected figures among those of the article."""
        return self._marks.chosen

    def status_of(self, figure: Figure) -> Status | None:
        """The status that a figure is marked by."""
        return self._statuses.get(figure)

    def figure_at_caret(self) -> Figure | None:
        """The figure that the caret stands in or at."""
        return self._figure_near(self.textCursor().position())

    def told_at_caret(self) -> Figure | Span | None:
        """What has something to tell where the caret stands: a figure, else a stretch noted on or set aside."""
        return self.figure_at_caret() or self._told_at(self._places.point(self.textCursor().position()))

    def selected_span(self) -> Span | None:
        """The stretch of the article that the editor selected, None where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        first, last = (self._places.point(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return Span(first, last)

    def figure_at(self, point: QPointF) -> Figure | None:
        """The figure under a point of the viewport."""
        cursor = self.cursorForPosition(point.toPoint())
        # The nearest character is not always under the pointer: beyond a line's end it is the last of the line.
        reach = self.cursorRect(cursor).adjusted(-14, -3, 14, 3)
        return self._figure_near(cursor.position()) if reach.contains(point.toPoint()) else None

    def select(self, span: Span) -> None:
        """Selects a stretch as the editor would, and brings its beginning into sight."""
        cursor = self._cursor_at(span.start)
        if self._line_of(cursor) is None:
            self._go_to(cursor)
        cursor.setPosition(self._places.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _told_under(self, place: QPointF) -> Span | None:
        cursor = self.cursorForPosition(place.toPoint())
        reach = self.cursorRect(cursor).adjusted(-14, -3, 14, 3)
        return self._told_at(self._places.point(cursor.position())) if reach.contains(place.toPoint()) else None

    def _told_at(self, point: int) -> Span | None:
        return next((span for ask in self.told if (span := ask(point)) is not None), None)

    def stretch_of(self, figure: Figure) -> tuple[float, float] | None:
        """Upper and lower edge of the figure's first line in the viewport, None where it is out of sight."""
        return self._line_of(self._cursor_on(figure, select=False))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed_at).manhattanLength()
        if event.button() is Qt.MouseButton.LeftButton and moved < 4:
            figure = self.figure_at(event.position())
            if figure is not None:
                self.figure_clicked.emit(figure, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                self.figure_chosen.emit(figure)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        is_pointing = event.buttons() == Qt.MouseButton.NoButton
        figure = self.figure_at(event.position()) if is_pointing else None
        over = Qt.CursorShape.IBeamCursor if figure is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(over)
        self.figure_pointed.emit(figure or (self._told_under(event.position()) if is_pointing else None))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Leave:
            self.figure_pointed.emit(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if event.reason() == event.Reason.Keyboard:
            place, at = self.cursorRect().center(), self.textCursor().position()
            figure = self._figure_near(at)
        else:
            place = self.viewport().mapFromGlobal(event.globalPos())
            at, figure = self.cursorForPosition(place).position(), self.figure_at(QPointF(place))
        self.menu_wanted.emit(figure, self._places.point(at), self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            figure = self._figure_near(self.textCursor().position())
            if figure is not None:
                self.figure_chosen.emit(figure)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.over:
            with QPainter(self.viewport()) as painter:
                for draw in self.over:
                    draw(painter, event.rect())

    def _tell_sight(self) -> None:
        if hasattr(self, "_marks"):  # the type is set before there is anything to mark
            self._mark_after_scrolling()

    def _mark_after_scrolling(self) -> None:
        if self._marks.follow_scrolling:
            self._mark()

    def _figure_near(self, position: int) -> Figure | None:
        point = self._places.point(position)
        number = bisect_right(self._starts, point) - 1
        if number >= 0 and point <= self._figures[number].span.end:
            return self._figures[number]
        return None

    def _cursor_on(self, figure: Figure, *, select: bool) -> QTextCursor:
        cursor = QTextCursor(self._paper)
        cursor.setPosition(self._places.position(figure.span.start))
        if select:
            cursor.setPosition(self._places.position(figure.span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint(self) -> None:
        figures, statuses = self._figures, self._statuses
        first, _ = self._positions_in_sight()
        self._painting.run(
            painting(
                self._paper,
                self._places,
                [figure.span for figure in figures],
                lambda number: statuses.get(figures[number]),
                self._appearance.theme,
                first,
            )
        )
        if len(figures) <= MANY:
            self._painting.finish()
        self._mark()

    def _mark(self) -> None:
        """Lays the marks that are in sight over the text."""
        marks = []
        first, last = self.points_in_sight()
        for start, end, look in self._marks.between(first, last, self._statuses, self._appearance.theme):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor_at(start)
            mark.cursor.setPosition(self._places.position(end), QTextCursor.MoveMode.KeepAnchor)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)

    def _announce(self, words: str) -> None:
        """Has assistive technology say it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
