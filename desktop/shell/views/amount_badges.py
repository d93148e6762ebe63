"""Draws converted amounts as badges in the size of the words that they cover, unlike the article's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.shell.theme import INTERFACE_FONT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OVERLAP = 1
"""Pixels that a badge is wider than the words at either side."""

_SIZES = (0.82, 0.76, 0.7, 0.64)
"""The sizes that a converted amount can have, in those of the text."""
_STRETCHES = (100, 88)
_SMALLEST = 9.5
"""Pixels below which an amount cannot be read."""
_GLASS = 0.75
"""The size of the lens in front of an amount, in that of its letters."""
_GAP = 3.0
_MOST_KEPT = 2000


class Colours(NamedTuple):
    """The colours of a badge, as "#rrggbb". base: of the page around it."""

    fill: str
    ink: str
    edge: str
    base: str


class Size(NamedTuple):
    """The size of the words that are covered, in whole pixels, and of their letters."""

    width: int
    height: int
    letters: int


class Badges:
    """Draws each badge once, and gives the same picture again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], QPixmap | None] = {}

    def amount(self, forms: tuple[str, ...], colours: Colours, size: Size, ratio: float) -> QPixmap | None:
        """The fullest of the forms that there is room for, behind a lens; None where there is room for none.

        ratio: pixels of the screen to one.
        """
        return self._once((forms, colours, size, ratio), lambda: _drawn(forms, colours, size, ratio))

    def blank(self, colours: Colours, size: Size, ratio: float) -> QPixmap | None:
        """What covers the rest of an amount that is broken over two lines."""
        return self._once((colours, size, ratio), lambda: _dotted(colours, size, ratio))

    def frame(self, colours: Colours, size: Size, ratio: float) -> QPixmap | None:
        """What marks an amount that stays as written for want of room."""
        return self._once((colours.edge, size, ratio), lambda: _framed(colours.edge, size, ratio))

    def _once(self, key: tuple[object, ...], draw: Callable[[], QPixmap | None]) -> QPixmap | None:
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = draw()
        return self._kept[key]


def _drawn(forms: Sequence[str], colours: Colours, size: Size, ratio: float) -> QPixmap | None:
    fitting = _fitting(forms, size)
    if fitting is None:
        return None
    words, font = fitting
    picture = _empty(colours, size, ratio)
    glass, metrics = font.pixelSize() * _GLASS, QFontMetricsF(font)
    left = max(_GAP, (size.width + 2 * OVERLAP - glass - _GAP - metrics.horizontalAdvance(words)) / 2)
    middle = size.height / 2
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.ink), max(1.2, font.pixelSize() / 9)))
    lens = QRectF(left, middle - glass / 2, glass * 0.72, glass * 0.72)
    rim = lens.center() + QPointF(lens.width(), lens.width()) * 0.36
    painter.drawEllipse(lens)
    painter.drawLine(QLineF(rim, QPointF(left + glass, middle + glass / 2)))
    painter.setFont(font)
    painter.drawText(QPointF(left + glass + _GAP, middle + metrics.capHeight() / 2), words)
    painter.end()
    return picture


def _dotted(colours: Colours, size: Size, ratio: float) -> QPixmap:
    picture = _empty(colours, size, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.ink), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    centre = QPointF(size.width / 2 + OVERLAP, size.height / 2)
    painter.drawPoints([centre + QPointF(across, 0) for across in (-6, 0, 6)])
    painter.end()
    return picture


def _empty(colours: Colours, size: Size, ratio: float) -> QPixmap:
    width, height = size.width + 2 * OVERLAP, size.height
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(colours.base))  # nothing of the word below shows at the corners
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.edge), 1))
    painter.setBrush(QColor(colours.fill))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 4, 4)
    painter.end()
    return picture


def _fitting(forms: Sequence[str], size: Size) -> tuple[str, QFont] | None:
    """The fullest of the forms that fits, in the largest letters that it fits in; None where none does.

    An amount is never cut short: half a number is another number.
    """
    for words in dict.fromkeys(forms):
        for share in _SIZES:
            pixels = round(size.letters * share)
            if pixels < _SMALLEST:
                break
            for stretch in _STRETCHES:
                font = QFont(INTERFACE_FONT)
                font.setPixelSize(pixels)
                font.setWeight(QFont.Weight.DemiBold)
                font.setStretch(stretch)
                if QFontMetricsF(font).horizontalAdvance(words) + pixels * _GLASS + 2 * _GAP <= size.width + OVERLAP:
                    return words, font
    return None


def _framed(edge: str, size: Size, ratio: float) -> QPixmap:
    picture = QPixmap(round((size.width + 2 * OVERLAP) * ratio), round(size.height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width + 2 * OVERLAP - 1, size.height - 1), 4, 4)
    painter.end()
    return picture
