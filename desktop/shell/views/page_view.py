"""Shows the pages of a report below one another, as sharp as the screen is."""

from __future__ import annotations

import struct
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.core.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from desktop.shell.press import Sheets
    from desktop.shell.theme import Appearance

AROUND, BETWEEN = 16, 14
"""Pixels around the pages and between two of them."""
KEPT = 5
"""How many pages are kept ready to be painted: those in sight, and one or two beside. The others are kept as they came,
which takes a fiftieth of the memory."""
STEP = 48
FEWEST, MOST = 40.0, 240.0
"""Pixels per inch that pages are asked for at least and at most: more takes long, and no screen shows it."""
INCH = 96
"""Pixels of an inch at 100 %, on every system."""

WIDTH, WHOLE = "width", "page"
"""How large pages are where they fit the view; else a share of their size on paper."""


class PageView(QAbstractScrollArea):
    """Only pages in sight are pictures in memory, at the size that they are shown in."""

    moved = Signal()
    """Another page is in sight, or there are others."""
    resized = Signal()
    """Pages are shown in another size."""
    zoom_wanted = Signal(int)
    """The editor wants them larger (1) or smaller (-1)."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._sheets: tuple[bytes, ...] = ()
        self._inches: list[tuple[float, float]] = []
        self._ppi = 0.0
        self._boxes: list[QRect] = []
        self._ready: OrderedDict[int, QPixmap] = OrderedDict()
        self._zoom: str | float = WIDTH
        self._words = ""
        self._page = 0
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("Preview of the report"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: pages that fit the width would else change their size when it comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._note_page)
        appearance.changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def page(self) -> int:
        """The page that is mainly in sight, from 1; 0 where there is none."""
        return self._page

    @property
    def ready(self) -> int:
        """How many pages are pictures in memory."""
        return len(self._ready)

    @property
    def zoom(self) -> str | float:
        """How large pages are: "width", "page", or a share of their size on paper."""
        return self._zoom

    @property
    def share(self) -> float:
        """How large the first page is shown, as a share of its size on paper; 1 where there is none."""
        return self._scale(self._inches[0]) / INCH if self._inches else 1.0

    def set_zoom(self, zoom: str | float) -> None:
        """Shows pages in another size."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._arrange()
            self.resized.emit()

    def wanted_ppi(self, inches: tuple[float, float]) -> float:
        """The pixels per inch that pages of that size have to have to be as sharp as the screen is."""
        return min(MOST, max(FEWEST, self._scale(inches) * self.devicePixelRatioF()))

    def show_sheets(self, sheets: Sheets) -> None:
        """Shows other pages, at the place where those before were looked at."""
        at, beyond = self._place()
        self._sheets, self._ppi, self._words = sheets.pictures, sheets.ppi, ""
        self._inches = [(across / self._ppi, down / self._ppi) for across, down in map(size_of, self._sheets)]
        self._arrange(at, beyond)

    def show_words(self, words: str) -> None:
        """Shows why there are no pages instead of pages."""
        self._sheets, self._inches, self._words = (), [], words
        self._arrange()

    def go_to(self, page: int) -> None:
        """Brings a page, from 1, to the top."""
        if self._boxes:
            box = self._boxes[min(max(1, page), self.count) - 1]
            self.verticalScrollBar().setValue(box.top() - BETWEEN)

    def box_of(self, page: int) -> QRect:
        """Where a page, from 1, lies among all pages."""
        return self._boxes[page - 1]

    def sheet(self, page: int) -> bytes:
        """A page, from 1, as it came."""
        return self._sheets[page - 1]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ready.clear()
            self.resized.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        before = [box.size() for box in self._boxes]
        self._arrange()
        if [box.size() for box in self._boxes] != before or not before:
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                bar.triggerAction(bar.SliderAction.SliderPageStepSub if back else bar.SliderAction.SliderPageStepAdd)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, _across: int, _down: int) -> None:  # noqa: N802
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.raised))
        if self._words:
            painter.setPen(QColor(theme.muted))
            room = self.viewport().rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        corner = self._corner()
        for number, box in enumerate(self._boxes):
            shown = box.translated(-corner[0], -corner[1])
            if shown.intersects(event.rect()):
                painter.drawPixmap(shown, self._picture(number))
                painter.setPen(QColor(theme.border))
                painter.drawRect(shown.adjusted(-1, -1, 0, 0))

    def _corner(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _picture(self, number: int) -> QPixmap:
        """A page, from 0, in the size that it is shown in."""
        if number not in self._ready:
            ratio = self.devicePixelRatioF()
            image = QImage.fromData(self._sheets[number])
            size = self._boxes[number].size() * ratio
            if image.size() != size:
                image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(ratio)
            self._ready[number] = picture
            # Never fewer than are in sight: they would be made anew for each other.
            while len(self._ready) > max(KEPT, len(self._seen()) + 1):
                self._ready.popitem(last=False)
        self._ready.move_to_end(number)
        return self._ready[number]

    def _seen(self) -> list[int]:
        view = self.viewport().rect().translated(*self._corner())
        return [number for number, box in enumerate(self._boxes) if box.intersects(view)]

    def _scale(self, inches: tuple[float, float]) -> float:
        """How many of Qt's pixels an inch of a page of that size takes."""
        if isinstance(self._zoom, float):
            return self._zoom * INCH
        across = max(120, self.viewport().width() - 2 * AROUND) / inches[0]
        if self._zoom == WIDTH:
            return across
        return min(across, max(120, self.viewport().height() - 2 * BETWEEN) / inches[1])

    def _place(self) -> tuple[int, float]:
        """The page at the top of the view, from 0, and how much of it is above."""
        top = self.verticalScrollBar().value()
        for number, box in enumerate(self._boxes):
            if box.bottom() + BETWEEN >= top:
                return number, (top - box.top()) / box.height()
        return 0, 0.0

    def _arrange(self, at: int | None = None, beyond: float = 0.0) -> None:
        """Lays the pages out. at: the page to begin with, and how much of it is above; where it began by default."""
        if at is None:
            at, beyond = self._place()
        self._ready.clear()
        self._boxes = []
        sizes = [
            (round(across * scale), round(down * scale))
            for across, down in self._inches
            if (scale := self._scale((across, down)))
        ]
        view = self.viewport().size()
        whole = max([view.width(), *(across + 2 * AROUND for across, _ in sizes)])
        top = BETWEEN
        for across, down in sizes:
            self._boxes.append(QRect((whole - across) // 2, top, across, down))
            top += down + BETWEEN
        for bar, all_of_it, part in (
            (self.horizontalScrollBar(), whole, view.width()),
            (self.verticalScrollBar(), top, view.height()),
        ):
            bar.setRange(0, max(0, all_of_it - part))
            bar.setPageStep(max(1, part - STEP))
            bar.setSingleStep(STEP)
        if self._boxes:
            box = self._boxes[min(at, len(self._boxes) - 1)]
            self.verticalScrollBar().setValue(box.top() + round(beyond * box.height()) if at or beyond > 0 else 0)
        self._page = -1  # whatever it is, it is told
        self._note_page()
        self.viewport().update()

    def _note_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = next((number for number, box in enumerate(self._boxes, 1) if box.bottom() >= middle), self.count)
        if page != self._page:
            self._page = page
            words = say("Page {page} of {count}", page=page, count=self.count) if page else self._words
            self.setAccessibleDescription(words)
            self.moved.emit()


def size_of(sheet: bytes) -> tuple[int, int]:
    """The width and height of a PNG in pixels, without reading more than its beginning."""
    across, down = struct.unpack(">II", sheet[16:24])
    return across, down
