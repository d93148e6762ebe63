"""Draws the sign of each status, and those of notes and rulings."""

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
        case "note" | "resolved":
            # A sheet with a folded corner: with lines on it while it is open, with a tick when it is done with.
            sheet = ((2.5, 1.5), (8.5, 1.5), (11.5, 4.5), (11.5, 12.5), (2.5, 12.5), (2.5, 1.5))
            pen.setWidthF(1.4)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in sheet])
            marks = [((4.8, 6.2), (9.2, 6.2)), ((4.8, 9.2), (9.2, 9.2))]
            if status == "resolved":
                marks = [((4.6, 7.8), (6.3, 9.6)), ((6.3, 9.6), (9.4, 5.6))]
            for start, end in marks:
                painter.drawLine(QPointF(*start), QPointF(*end))
        case "ruling":
            # A pair of scales.
            pen.setWidthF(1.4)
            painter.setPen(pen)
            for start, end in (((7, 1.8), (7, 12)), ((4, 12.2), (10, 12.2)), ((2.6, 3.6), (11.4, 3.6))):
                painter.drawLine(QPointF(*start), QPointF(*end))
            for x in (2.9, 11.1):
                painter.drawPolyline([QPointF(x - 2, 8.4), QPointF(x, 3.8), QPointF(x + 2, 8.4), QPointF(x - 2, 8.4)])
        case "reading":
            # A stretch of a line with a corner turned down, as over what an editor reads otherwise in the text.
            painter.drawLine(QPointF(2, 11.5), QPointF(12, 11.5))
            painter.setBrush(QColor(colour))
            painter.drawPolygon(QPolygonF([QPointF(6, 2.4), QPointF(12, 2.4), QPointF(12, 8.4)]))
        case "link":
            # Two links of a chain.
            pen.setWidthF(1.5)
            painter.setPen(pen)
            for x in (1.4, 6.6):
                painter.drawRoundedRect(QRectF(x, 4.6, 6, 4.8), 2.4, 2.4)
        case "lost":
            # A place that is not known: a dashed ring around a question mark.
            pen.setWidthF(1.5)
            painter.setPen(pen)
            painter.drawArc(QRectF(4.4, 1.6, 5.2, 5.2), -60 * 16, 240 * 16)
            painter.drawLine(QPointF(8.2, 6.4), QPointF(7, 8.6))
            painter.drawPoint(QPointF(7, 11.8))
        case _:
            painter.drawEllipse(QRectF(2.8, 2.8, 8.4, 8.4))
    painter.end()
    return pixmap
