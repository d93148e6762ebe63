"""Draws the sign of each status."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF


def drawn_sign(status: str | None, size: int, colour: str) -> QPixmap:
    """The sign at three times its size, so that it stays sharp on dense screens."""
    pixmap = QPixmap(QSize(size, size) * 3)
    pixmap.setDevicePixelRatio(3)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 14, size / 14)
    pen = QPen(QColor(colour), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    match status:
        case "conflict":
            painter.setBrush(QColor(colour))
            painter.drawPolygon(QPolygonF([QPointF(7, 2.2), QPointF(12.4, 11.8), QPointF(1.6, 11.8)]))
        case "approx":
            for y in (5.0, 9.2):
                wave = ((2, 0), (4.3, -1.5), (7, 0), (9.7, 1.5), (12, 0))
                painter.drawPolyline([QPointF(x, y + rise) for x, rise in wave])
        case "equivalent":
            for y in (3.4, 7.0, 10.6):
                painter.drawLine(QPointF(2, y), QPointF(12, y))
        case "agree":
            painter.drawPolyline([QPointF(2.2, 7.4), QPointF(5.6, 11), QPointF(12, 3.2)])
        case _:
            painter.drawEllipse(QRectF(2.8, 2.8, 8.4, 8.4))
    painter.end()
    return pixmap
