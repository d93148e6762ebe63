"""Draws arrows for buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[float, float]
SIZE = 16


def arrows(lines: Sequence[tuple[Place, Place]], ink: str) -> QIcon:
    """An icon of arrows that run straight from a place to another, on a field of 16 by 16."""
    pixmap = QPixmap(3 * SIZE, 3 * SIZE)  # so that it stays sharp on dense screens
    pixmap.setDevicePixelRatio(3)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), 1.4))
    for (x, y), (tip_x, tip_y) in lines:
        length = max(abs(tip_x - x), abs(tip_y - y))
        along_x, along_y = (tip_x - x) / length, (tip_y - y) / length
        painter.drawLine(QPointF(x, y), QPointF(tip_x, tip_y))
        for side in (-2.6, 2.6):
            back = QPointF(tip_x - 3 * along_x - side * along_y, tip_y - 3 * along_y + side * along_x)
            painter.drawLine(QPointF(tip_x, tip_y), back)
    painter.end()
    return QIcon(pixmap)
