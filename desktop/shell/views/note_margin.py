"""Shows beside a text where notes begin, a sign for each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from desktop.core.text import Span
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_text import ArticleText

SIGN, GAP = 13, 3
"""The size of a sign, and how far from the text it stands, in pixels."""

Sign = tuple[QRectF, "Span", bool]
"""Where a sign stands in the margin, the first stretch on its line, and whether a note on that line is open still."""


class NoteMargin(QWidget):
    """The stretch to the left of a text. A click on a sign asks for its note."""

    chosen = Signal(object)
    """The Span whose note is to be shown."""

    def __init__(
        self,
        text: ArticleText,
        appearance: Appearance,
        signs: Callable[[], Sequence[Sign]],
        tell: Callable[[Span], str],
    ) -> None:
        """signs: those in sight. tell: what a note on a stretch says."""
        super().__init__(text)
        self._text = text
        self._appearance = appearance
        self._signs = signs
        self._tell = tell
        self.setMouseTracking(True)
        text.updateRequest.connect(self.follow)
        appearance.changed.connect(self.update)
        self.hide()

    def follow(self) -> None:
        """Stands beside the text, wherever that is now."""
        if self.isHidden():
            return
        view = self._text.viewport().geometry()
        self.setGeometry(max(0, view.left() - SIGN - GAP), view.top(), SIGN + 1, view.height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = self._appearance.theme
        with QPainter(self) as painter:
            for box, _, is_open in self._signs():
                name, ink = ("note", theme.note) if is_open else ("resolved", theme.muted)
                picture = self._appearance.sign(name, SIGN, ink).pixmap(SIGN, SIGN)
                painter.drawPixmap(QPointF(0, box.top() + (box.height() - SIGN) / 2), picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        span = self._at(event.position())
        if span is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(span)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            pointed: QHelpEvent = event  # type: ignore[assignment]
            span = self._at(QPointF(pointed.pos()))
            QToolTip.showText(pointed.globalPos(), self._tell(span) if span is not None else "", self)
            return True
        return super().event(event)

    def _at(self, place: QPointF) -> Span | None:
        return next((span for box, span, _ in self._signs() if box.contains(place)), None)
