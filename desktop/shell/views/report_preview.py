"""Shows a report as it will be printed, made beside the window while the editor chooses what goes in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.core.language import phrase, say
from desktop.shell.views.page_view import WHOLE, WIDTH, PageView

if TYPE_CHECKING:
    from desktop.shell.jobs import Jobs
    from desktop.shell.press import Order
    from desktop.shell.theme import Appearance

REST = 200
"""How long nothing has changed, in milliseconds, before the pages are made anew."""
PATIENCE = 300
"""What is made sooner, in milliseconds, is not said to be under way."""
SOFT, DENSE = 1.02, 0.5
"""Pages are made anew where the screen could show that much more of them, or needs that much less."""
FEW = 24
"""So many pages are made anew even where they need only be smaller: scaled letters are a little blurred."""
INCHES = {"a4": (210 / 25.4, 297 / 25.4), "letter": (8.5, 11.0)}
"""Width and height of the papers."""

ZOOMS: dict[str | float, str] = {
    WIDTH: phrase("Fit the width"),
    WHOLE: phrase("Whole page"),
    0.5: "50 %",
    0.75: "75 %",
    1.0: "100 %",
    1.5: "150 %",
    2.0: "200 %",
}


class ReportPreview(QWidget):
    """The pages, which of them is in sight, and how large they are. A late answer to an old order is dropped."""

    counted = Signal(object)
    """How many topics have which status, by the newest pages."""

    def __init__(self, jobs: Jobs, appearance: Appearance) -> None:
        super().__init__()
        self._jobs = jobs
        self._order: Order | None = None
        self._asked = 0
        self._asked_ppi = 0.0
        self.view = PageView(appearance)
        self.before = _button("↑", say("Page before"), "Ctrl+PgUp")
        self.after = _button("↓", say("Next page"), "Ctrl+PgDown")
        self.where = QLabel()
        self.work = QLabel(say("The pages are being made…"))
        self.work.setObjectName("quiet")
        self.work.hide()
        self.zoom = QComboBox()
        for zoom, words in ZOOMS.items():
            self.zoom.addItem(say(words), zoom)
        self.zoom.setAccessibleName(say("Size of the pages"))
        self.zoom.setToolTip(say("How large the pages are shown"))
        self._lay_out()
        self._soon = _timer(self, REST, self._make)
        self._patience = _timer(self, PATIENCE, self.work.show)
        self.before.clicked.connect(lambda: self.view.go_to(self.view.page - 1))
        self.after.clicked.connect(lambda: self.view.go_to(self.view.page + 1))
        self.zoom.activated.connect(lambda: self.view.set_zoom(self.zoom.currentData()))
        self.view.zoom_wanted.connect(self.step_zoom)
        for keys, direction in ((QKeySequence.StandardKey.ZoomIn, 1), (QKeySequence.StandardKey.ZoomOut, -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self.step_zoom, direction))
        self.view.moved.connect(self._show_place)
        self.view.resized.connect(self._sharpen)
        jobs.ended.connect(self._receive)
        self._show_place()

    @property
    def is_under_way(self) -> bool:
        """Whether the pages in sight are not those that were asked for last."""
        return bool(self._asked) or self._soon.isActive()

    def show_order(self, order: Order) -> None:
        """Shows the pages of a report a moment later; until then, those before."""
        if order == self._order and (self.is_under_way or self.view.count):
            return
        self._order = order
        self._asked = 0  # what is under way comes late
        if not self.view.count:
            self.view.show_words(say("The pages are being made…"))
        self._soon.start()

    def show_words(self, words: str) -> None:
        """Shows why there is no report."""
        self._order = None
        self._end()
        self._soon.stop()
        self.view.show_words(words)

    def stop(self) -> None:
        """Asks for nothing more, and keeps nothing: nobody looks."""
        self.show_words("")

    def step_zoom(self, direction: int) -> None:
        """Shows the pages in the next larger (1) or smaller (-1) of the sizes offered."""
        now = self.view.share
        sizes = sorted(zoom for zoom in ZOOMS if isinstance(zoom, float))
        further = [size for size in sizes if (size - now) * direction > 0.01]
        if further:
            self.zoom.setCurrentIndex(self.zoom.findData(further[0 if direction > 0 else -1]))
            self.view.set_zoom(self.zoom.currentData())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(6)
        for part in (self.before, self.after, self.where):
            bar.addWidget(part)
        bar.addSpacing(10)
        bar.addWidget(self.work)
        bar.addStretch(1)
        bar.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def _sharpen(self) -> None:
        """Has the pages made anew where they are not as sharp as the screen is, or far too large for it."""
        if self._order is None or not (self.view.count or self._asked):
            return
        share = self.view.wanted_ppi(INCHES[self._order.paper]) / (self._asked_ppi or 1.0)
        least = 1 / SOFT if self.view.count <= FEW else DENSE
        if share > SOFT or share < least:
            self._soon.start()

    def _make(self) -> None:
        order = self._order
        if order is None:
            return
        ppi = self._asked_ppi = self.view.wanted_ppi(INCHES[order.paper])
        self._patience.start()
        self._asked = self._jobs.run("preview of the report", lambda: order.sheets(ppi))

    def _receive(self, number: int, answer: object, error: object) -> None:
        from desktop.shell.press import Sheets

        if number != self._asked:
            return  # not asked here, or a late answer to an old question
        self._end()
        if isinstance(answer, Sheets):
            self.view.show_sheets(answer)
            self.counted.emit(answer.counts)
        else:
            self.view.show_words(say("The pages could not be made: {error}", error=error))

    def _end(self) -> None:
        self._asked = 0
        self._patience.stop()
        self.work.hide()

    def _show_place(self) -> None:
        page, count = self.view.page, self.view.count
        self.where.setText(say("Page {page} of {count}", page=page, count=count) if count else "")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(0 < page < count)


def _button(words: str, name: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("choice")
    button.setText(words)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
    button.setShortcut(keys)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _timer(owner: QWidget, wait: int, call: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(call)
    return timer
