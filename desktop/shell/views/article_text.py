"""Shows the text of one article for reading, its figures marked by status."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit

from desktop.core.text import Span
from desktop.shell.highlights import Places, paint_figures, selected_format
from desktop.shell.theme import READING_FONT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextBlock

    from desktop.core.agreement import Status
    from desktop.core.figures import Figure
    from desktop.core.text import Article
    from desktop.shell.theme import Appearance

LINE_HEIGHT = 1.5
PARAGRAPH_GAP = 0.6
EMPTY_LINE = 0.4
"""In sizes of the font; what the font itself asks for lies between 1.2 and 1.4."""

MEASURE = 68
"""The longest line, in average characters."""

MOST_MARKS = 200
"""Up to so many selected figures are all marked, more only where they are in sight."""

READING_POINTS = 12.5
MARGIN = 20


class _ReadingLayout(QPlainTextDocumentLayout):
    """Sets lines further apart than the font asks for; QPlainTextEdit knows no line height of its own."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        box = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        count = layout.lineCount() if layout is not None else 0
        if layout is None or count == 0:
            return box
        size = QFontInfo(self.document().defaultFont()).pixelSize()
        if layout.lineAt(0).y() == 0:  # laid out by Qt, and not yet by us
            down = 0.0
            for number in range(count):
                line = layout.lineAt(number)
                # A line with a taller font in it (emoji, another script) keeps the height it needs.
                above = max(0.25, (size * LINE_HEIGHT - line.height()) / 2)
                line.setPosition(QPointF(line.x(), down + above))
                down += line.height() + 2 * above
        if block.length() == 1:
            box.setHeight(size * EMPTY_LINE)
        else:
            last = layout.lineAt(count - 1)
            box.setHeight(last.y() + last.height() + size * PARAGRAPH_GAP)
        return box


class ArticleText(QPlainTextEdit):
    """The article's own characters, never altered and never read back; marks are looks laid over them."""

    figure_chosen = Signal(object)
    """The Figure the editor clicked or pressed Return on."""
    figure_pointed = Signal(object)
    """The Figure under the pointer; None over anything else, and when the pointer leaves."""
    menu_wanted = Signal(object, int, QPoint)
    """The Figure a menu is wanted for, or None; the code point there; the place on the screen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._places = Places("")
        self._figures: tuple[Figure, ...] = ()
        self._starts: list[int] = []
        self._statuses: Mapping[Figure, Status] = {}
        self._marked: tuple[Figure, ...] = ()
        self._pressed_at = QPointF()
        self._zoom = 0.0
        self.over: list[Callable[[QPainter, QRect], None]] = []
        """What draws over the text, each time it was painted: told the painter and the part that is new."""
        self._family = READING_FONT
        self._paper = QTextDocument(self)
        self._layout = _ReadingLayout(self._paper)
        self._paper.setDocumentLayout(self._layout)
        self._paper.setUndoRedoEnabled(False)
        self._paper.setDocumentMargin(0)
        self.setDocument(self._paper)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCenterOnScroll(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # the pane takes what is dropped
        self.viewport().setMouseTracking(True)
        self.set_zoom(0)
        self.verticalScrollBar().valueChanged.connect(self._mark_after_scrolling)
        appearance.changed.connect(self._paint)

    def set_zoom(self, steps: float) -> None:
        """Makes the text larger or smaller by points."""
        self._zoom = steps
        font = QFont(self._family)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(max(7.0, READING_POINTS + steps))
        # A style sheet on the application would override setFont alone.
        self.setStyleSheet(f'font-family: "{self._family}", serif; font-size: {font.pointSizeF()}pt;')
        self._paper.setDefaultFont(font)
        self.setFont(font)
        self._keep_measure()

    def set_reading_font(self, family: str) -> None:
        """Sets the text in another family of letters; "" is the one that Crossread ships."""
        # A quote in the name would end it in the style sheet.
        self._family = family.replace('"', "") or READING_FONT
        self.set_zoom(self._zoom)

    def show_article(self, article: Article | None) -> None:
        """Shows another text, without figures until they are told."""
        self._figures, self._starts, self._marked = (), [], ()
        self._places = Places(article.text if article is not None else "")
        with QSignalBlocker(self):
            self.setPlainText(self._places.shown)
        self.setExtraSelections([])
        self.verticalScrollBar().setValue(0)

    def show_figures(self, figures: Sequence[Figure], statuses: Mapping[Figure, Status]) -> None:
        """Marks the article's figures (in the order of the text) by status."""
        self._figures = tuple(figures)
        self._starts = [figure.span.start for figure in figures]
        self._statuses = statuses
        self._paint()

    def mark(self, figures: Iterable[Figure]) -> None:
        """Marks the selected figures among those of the article, and brings the first into sight."""
        mine = set(self._figures)
        self._marked = tuple(figure for figure in figures if figure in mine)
        self._mark()
        if self._marked and self.stretch_of(self._marked[0]) is None:
            with QSignalBlocker(self):
                self.setTextCursor(self._cursor_on(self._marked[0], select=False))
            self.centerCursor()

    @property
    def places(self) -> Places:
        """Where the article's code points stand in the document."""
        return self._places

    @property
    def marked(self) -> Sequence[Figure]:
        """The selected figures among those of the article."""
        return self._marked

    def status_of(self, figure: Figure) -> Status | None:
        """The status that a figure is marked by."""
        return self._statuses.get(figure)

    def figure_at_caret(self) -> Figure | None:
        """The figure that the caret stands in or at."""
        return self._figure_near(self.textCursor().position())

    def selected_span(self) -> Span | None:
        """The stretch of the article that the editor selected, None where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        first, last = (self._places.point(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return Span(first, last)

    def points_in_sight(self) -> tuple[int, int]:
        """The first and the last code point in sight."""
        first, last = self._positions_in_sight()
        return self._places.point(first), self._places.point(last)

    def figure_at(self, point: QPointF) -> Figure | None:
        """The figure under a point of the viewport."""
        cursor = self.cursorForPosition(point.toPoint())
        # The nearest character is not always under the pointer: beyond a line's end it is the last of the line.
        reach = self.cursorRect(cursor).adjusted(-14, -3, 14, 3)
        return self._figure_near(cursor.position()) if reach.contains(point.toPoint()) else None

    def stretch_of(self, figure: Figure) -> tuple[float, float] | None:
        """Upper and lower edge of the figure's first line in the viewport, None where it is out of sight."""
        cursor = self._cursor_on(figure, select=False)
        block = cursor.block()
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        height = self.viewport().height()
        if box.bottom() < 0 or box.top() > height:
            return None
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        if not line.isValid():
            return None
        top = box.top() + line.y()
        return (top, top + line.height()) if top >= 0 and top + line.height() <= height else None

    def visible_share(self) -> tuple[float, float]:
        """The first and the last character in sight as shares of the text's length."""
        length = max(1, self._paper.characterCount() - 1)
        first, last = self._positions_in_sight()
        return first / length, last / length

    def share_of(self, figure: Figure) -> float:
        """Where the figure stands as a share of the text's length."""
        return self._places.position(figure.span.start) / max(1, self._paper.characterCount() - 1)

    def go_to_share(self, share: float) -> None:
        """Brings the character at that share of the text into the middle."""
        cursor = QTextCursor(self._paper)
        cursor.setPosition(min(max(0, round(share * self._paper.characterCount())), self._paper.characterCount() - 1))
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
        self.centerCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed_at).manhattanLength()
        if event.button() is Qt.MouseButton.LeftButton and moved < 4:
            figure = self.figure_at(event.position())
            if figure is not None:
                self.figure_chosen.emit(figure)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        figure = self.figure_at(event.position()) if event.buttons() == Qt.MouseButton.NoButton else None
        over = Qt.CursorShape.IBeamCursor if figure is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(over)
        self.figure_pointed.emit(figure)

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
            painter = QPainter(self.viewport())
            for draw in self.over:
                draw(painter, event.rect())
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._keep_measure()

    def _keep_measure(self) -> None:
        """Keeps lines at a readable length, the text in the middle of a wide pane."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(MARGIN, (room - self.fontMetrics().averageCharWidth() * MEASURE) // 2)
        margins = self.viewportMargins()
        if (margins.left(), margins.top()) != (side, 12):
            self.setViewportMargins(side, 12, side, 0)

    def _positions_in_sight(self) -> tuple[int, int]:
        box = self.viewport().rect()
        first, last = self.cursorForPosition(box.topLeft()), self.cursorForPosition(box.bottomRight())
        return first.position(), last.position()

    def _mark_after_scrolling(self) -> None:
        if len(self._marked) > MOST_MARKS:
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
        spans = ((figure.span, self._statuses.get(figure)) for figure in self._figures)
        paint_figures(self._paper, self._places, spans, self._appearance.theme)
        self._mark()

    def _mark(self) -> None:
        """Marks the selected figures in sight; thousands of marks at once would take a second."""
        shown = self._marked
        if len(shown) > MOST_MARKS:
            first, last = (self._places.point(position) for position in self._positions_in_sight())
            shown = tuple(figure for figure in shown if first <= figure.span.end and figure.span.start <= last)
        marks = []
        for figure in shown:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor_on(figure, select=True)
            mark.format = selected_format(self._appearance.mark(self._statuses.get(figure)))
            marks.append(mark)
        self.setExtraSelections(marks)
