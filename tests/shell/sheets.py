"""Stands in for the pages of a report: blank ones in a colour each, one for each status that goes in and one before."""

from functools import cache

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from desktop.core.agreement import Status
from desktop.core.report import Count
from desktop.shell.press import Order, Sheets
from desktop.shell.views.report_preview import INCHES

COUNTS = (Count(Status.CONFLICT, 2, "conflict"), Count(None, 7, "only in one"))
COLOURS = ("#ffffff", "#ffeecc", "#ccffee", "#eeccff", "#ccddff", "#ffdddd")


@cache
def sheet(paper: str, ppi: float, colour: str) -> bytes:
    """A page as PNG."""
    across, down = INCHES[paper]
    image = QImage(round(across * ppi), round(down * ppi), QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def sheets(order: Order, ppi: float) -> Sheets:
    """What takes the place of `Order.sheets`."""
    count = 1 + len(order.choice.statuses)
    return Sheets(tuple(sheet(order.paper, ppi, colour) for colour in COLOURS[:count]), ppi, COUNTS)
