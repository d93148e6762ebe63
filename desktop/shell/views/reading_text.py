"""Shows a text for reading: its type, its measure, and which part of it is in sight."""

from __future__ import annotations

from math import fmod
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.shell.highlights import Places
from desktop.shell.theme import READING_FONT
from desktop.shell.views.reading_layout import ReadingLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

MEASURE = 68
"""The longest line, in average characters."""

READING_POINTS = 12.5
MARGIN = 20


class ReadingText(QPlainTextEdit):
    """The characters of a text, never altered and never read back; places in it are code points."""

    zoom_asked = Signal(int)
    """Points that the text shall be larger."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._places = Places("")
        self._zoom = 0.0
        self._family = READING_FONT
        self._turned = 0
        self._paper = QTextDocument(self)
        self._layout = ReadingLayout(self._paper)
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
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.set_zoom(0)

    def show_text(self, text: str, places: Places | None = None) -> None:
        """Shows another text from its beginning. places: those of this text, where they are known already."""
        self._text, self._places = text, places or Places(text)
        with QSignalBlocker(self):
            self.setPlainText(self._places.shown)
        self.verticalScrollBar().setValue(0)

    @property
    def length(self) -> int:
        """The length of the text in code points."""
        return len(self._text)

    def set_zoom(self, steps: float) -> None:
        """Makes the text larger or smaller by points."""
        self._zoom = steps
        self._use_font()

    def set_reading_font(self, family: str) -> None:
        """Sets the text in another family of fonts; "" is the usual one."""
        self._family = family or READING_FONT
        self._use_font()

    def _use_font(self) -> None:
        font = QFont(self._family)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(max(7.0, READING_POINTS + self._zoom))
        # A style sheet on the application would override setFont alone.
        family = self._family.replace('"', "").replace("\\", "")
        self.setStyleSheet(f'font-family: "{family}", "{READING_FONT}", serif; font-size: {font.pointSizeF()}pt;')
        self._paper.setDefaultFont(font)
        self.setFont(font)
        self._keep_measure()
        self._tell_sight()

    def selected_words(self) -> str:
        """The selected characters of the text, as far as they stand in one paragraph."""
        cursor = self.textCursor()
        start, end = self._places.point(cursor.selectionStart()), self._places.point(cursor.selectionEnd())
        return self._text[start:end].strip().partition("\n")[0].strip()

    def points_in_sight(self) -> tuple[int, int]:
        """The code points of the first and the last character in sight."""
        first, last = self._positions_in_sight()
        return self._places.point(first), self._places.point(last)

    def point_at(self, share: float) -> int:
        """The code point at the beginning of the line that stands at a share of the viewport's height."""
        height = self.viewport().height()
        return self._places.point(self.cursorForPosition(QPoint(0, round(share * (height - 1)))).position())

    def scroll_to(self, point: int, share: float) -> None:
        """Scrolls until a code point stands at a share of the viewport's height, and leaves the caret where it is."""
        cursor = self._cursor_at(point)
        self._layout.blockBoundingRect(cursor.block())
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        room = share * self.viewport().height() - self.fontMetrics().height()
        self.verticalScrollBar().setValue(
            self._layout.line_above(cursor.block(), line.lineNumber() if line.isValid() else 0, room)
        )

    def _line_of(self, cursor: QTextCursor) -> tuple[float, float] | None:
        """Upper and lower edge of the line of a cursor in the viewport, None where it is out of sight."""
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

    def share_of(self, point: int) -> float:
        """Where a code point stands as a share of the text's length."""
        return self._places.position(point) / max(1, self._paper.characterCount() - 1)

    def go_to_share(self, share: float) -> None:
        """Brings the character at that share of the text into the middle."""
        cursor = QTextCursor(self._paper)
        cursor.setPosition(min(max(0, round(share * self._paper.characterCount())), self._paper.characterCount() - 1))
        self._go_to(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Fine wheels turn by parts of a notch, of 15 degrees.
            self._turned += event.angleDelta().y()
            notches, self._turned = int(self._turned / 120), int(fmod(self._turned, 120))
            if notches:
                self.zoom_asked.emit(notches)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._keep_measure()
        self._tell_sight()

    def _tell_sight(self) -> None:
        """Called when another part of the text has come into sight, but for scrolling."""

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

    def _cursor_at(self, point: int) -> QTextCursor:
        cursor = QTextCursor(self._paper)
        cursor.setPosition(min(max(0, self._places.position(point)), self._paper.characterCount() - 1))
        return cursor

    def _go_to(self, cursor: QTextCursor) -> None:
        """Puts the caret there and brings it into the middle."""
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
        self.centerCursor()
