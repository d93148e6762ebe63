"""Knows the window's empty frame: its menus, its docks, and where on the screen the editor left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from desktop.core.language import phrase, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

MENUS = {
    "file": phrase("&File"),
    "edit": phrase("&Edit"),
    "view": phrase("&View"),
    "sources": phrase("&Sources"),
    "review": phrase("&Review"),
    "help": phrase("&Help"),
}
_Area = Qt.DockWidgetArea
DOCKS = {
    "Sources": (phrase("Sources"), _Area.LeftDockWidgetArea),
    "Review": (phrase("Review"), _Area.RightDockWidgetArea),
    "Claims": (phrase("Claims"), _Area.BottomDockWidgetArea),
    "Payments": (phrase("Payments"), _Area.BottomDockWidgetArea),
    "Notes": (phrase("Notes"), _Area.RightDockWidgetArea),
    "Wording": (phrase("Wording"), _Area.RightDockWidgetArea),
}
"""What is docked around the panes, by the name that is kept: its words, and where it is at first."""

LAYOUT_VERSION = 3
SOURCES, REVIEW, PAYMENTS, BELOW = 1 / 8, 1 / 5, 0.4, 0.38
"""Usual shares: of the width for the sources and the review, of what is left for the payments; of the height for what
is below the panes."""


class Place(QWidget):
    """Where a part goes. It keeps its size when the part comes; a dock that is given another widget would not."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put(self, part: QWidget) -> None:
        """Puts a part below those that are here."""
        self._column.addWidget(part)


class Frame(QMainWindow):
    """The panes' place in the middle; sources, review, notes, wording, claims and payments docked around it."""

    painted = Signal()
    """Told once, after the window's first paint."""

    def __init__(self, settings: QSettings | None = None) -> None:
        """settings: where the layout is kept, if it is."""
        super().__init__()
        self._settings = settings
        self._is_painted = False
        self.setDockNestingEnabled(True)
        self.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, _Area.BottomDockWidgetArea)
        self.middle = Place()
        self.setCentralWidget(self.middle)
        self.places = {name: Place() for name in DOCKS}
        self.docks = {name: self._dock(name) for name in DOCKS}
        self.tabifyDockWidget(self.docks["Review"], self.docks["Notes"])
        self.tabifyDockWidget(self.docks["Notes"], self.docks["Wording"])
        self.docks["Review"].raise_()
        self.named_menus = {name: self.menuBar().addMenu(say(words)) for name, words in MENUS.items()}
        self.statusBar().setSizeGripEnabled(False)
        self.setWindowTitle("Crossread")
        self.setMinimumSize(900, 560)
        self.resize(1280, 800)

    def _dock(self, name: str) -> QDockWidget:
        words, area = DOCKS[name]
        dock = QDockWidget(say(words), self)
        dock.setObjectName(name)
        dock.setWidget(self.places[name])
        # What lies behind another tab would still take its turn of Tab, out of sight.
        dock.visibilityChanged.connect(self.places[name].setEnabled)
        self.addDockWidget(area, dock)
        return dock

    def place(self) -> None:
        """Puts the window where the editor left it; on a screen that is there in any case."""
        geometry = self._settings.value("window/geometry") if self._settings is not None else None
        if geometry is not None:
            self.restoreGeometry(geometry)
        if not any(screen.availableGeometry().intersects(self.frameGeometry()) for screen in QGuiApplication.screens()):
            self.setGeometry(QGuiApplication.primaryScreen().availableGeometry().adjusted(40, 40, -40, -40))

    def remember(self, settings: QSettings) -> None:
        """Notes where the window is, and how its docks are laid out."""
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/state", self.saveState(LAYOUT_VERSION))

    def _lay_out(self) -> None:
        """Gives the docks the sizes the editor gave them, or usual ones."""
        state = self._settings.value("window/state") if self._settings is not None else None
        if state is not None and self.restoreState(state, LAYOUT_VERSION):
            return
        across, down = self.width(), self.height()
        left, right = max(160, round(across * SOURCES)), max(270, round(across * REVIEW))
        self.resizeDocks([self.docks["Sources"], self.docks["Review"]], [left, right], Qt.Orientation.Horizontal)
        below = [self.docks["Claims"], self.docks["Payments"]]
        payments = round((across - right) * PAYMENTS)
        self.resizeDocks(below, [across - right - payments, payments], Qt.Orientation.Horizontal)
        self.resizeDocks(below, [round(down * BELOW)] * 2, Qt.Orientation.Vertical)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
