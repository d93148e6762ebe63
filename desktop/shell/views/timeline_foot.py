"""Says below the plot what its signs mean, what the curve pointed at comes to, and what is not drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.chart import Legend, legend_svg
from desktop.core.language import say
from desktop.shell.views.timeline_tip import tip_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.shell.theme import Appearance

_EDGE = 8


class _Line(QWidget):
    """One line of words, ended by an ellipsis where there is no room; or a legend."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._legend: tuple[Legend, ...] = ()
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def say(self, text: str, tip: str, legend: Sequence[Legend] = ()) -> None:
        """Shows a text, or a legend where it is empty."""
        self.text = text
        self._legend = tuple(legend)
        self.setToolTip(tip_of(tip))
        self.setAccessibleName(tip)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme, metrics = self._appearance.theme, self.fontMetrics()
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.base)
            room = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
            if self.text:
                painter.setPen(theme.text)
                text = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            elif self._legend:
                size = self.fontInfo().pixelSize()
                drawing, width = legend_svg(
                    self._legend, theme.muted, self.font().family(), size, self.height(), metrics.horizontalAdvance
                )
                shown = min(1.0, room.width() / width)
                box = QRectF(room.left(), self.height() * (1 - shown) / 2, width * shown, self.height() * shown)
                QSvgRenderer(QByteArray(drawing.encode("utf-8"))).render(painter, box)


class TimelineFoot(QWidget):
    """The line of the legend, which gives way to what is pointed at, and the line of what is not drawn."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._legend: tuple[Legend, ...] = ()
        self._first, self._second = _Line(appearance), _Line(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._first)
        column.addWidget(self._second)
        self._second.hide()

    def explain(self, legend: tuple[Legend, ...], notes: Sequence[str]) -> None:
        """Shows the legend of a drawing, and what is not in it."""
        self._legend = legend
        if not self._first.text:
            self.point("", "")
        told = " ".join(notes)
        self._second.say(told, told)
        self._second.setVisible(bool(told))

    def point(self, told: str, whole: str) -> None:
        """Shows what is pointed at, in a line and as a whole; the legend where nothing is."""
        words = wording.commas([entry.words for entry in self._legend]) if self._legend else ""
        self._first.say(told, whole or say("Signs: {signs}", signs=words) if words else "", self._legend)

    @property
    def readout(self) -> str:
        """What is told of the curve pointed at."""
        return self._first.text

    @property
    def notes(self) -> str:
        """What is told of schedules that are not drawn."""
        return self._second.text
