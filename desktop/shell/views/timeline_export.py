"""Offers the payments as a picture or a table for other programs: to a file, or to the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from desktop.core.language import phrase, say
from desktop.files.errors import FileTrouble
from desktop.files.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable

SCALE = 3
"""How many pixels of a PNG there are for one of the drawing."""

_KINDS = {
    "png": (phrase("Picture (PNG)…"), phrase("Picture (*.png)")),
    "svg": (phrase("Drawing (SVG)…"), phrase("Drawing (*.svg)")),
    "csv": (phrase("Amounts (CSV)…"), phrase("Comma-separated values (*.csv)")),
}


class ExportButton(QToolButton):
    """A button with a menu of what the payments can be kept as."""

    trouble = Signal(str)
    """What went wrong, naming the file and the cause."""

    def __init__(self, drawn: Callable[[str], str], listed: Callable[[], str], called: Callable[[], str]) -> None:
        """drawn: the SVG, told what fonts it may ask for ("" for any). listed: the CSV. called: a name for the file."""
        super().__init__()
        self._drawn, self._listed, self._called = drawn, listed, called
        self.setObjectName("choice")
        self.setText("⋮")
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setToolTip(say("Export: keep the payments as a picture or as a table"))
        self.setAccessibleName(say("Export payments"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for kind, (words, _) in _KINDS.items():
            menu.addAction(say(words)).triggered.connect(lambda _=False, kind=kind: self.ask(kind))
        menu.addSeparator()
        menu.addAction(say("Copy picture")).triggered.connect(self.copy)
        self.setMenu(menu)

    def ask(self, kind: str) -> None:
        """Asks where to, and writes there. kind: "png", "svg" or "csv"."""
        dialog = QFileDialog(self, say("Export payments"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say(_KINDS[kind][1]))
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{self._called()}.{kind}")
        if dialog.exec():
            self.save(kind, Path(dialog.selectedFiles()[0]))

    def save(self, kind: str, path: Path) -> None:
        """Writes a file of that kind; tells the trouble where it cannot."""
        try:
            write_whole(path, self._data(kind))
        except FileTrouble as trouble:
            self.trouble.emit(str(trouble))

    def copy(self) -> None:
        """Puts the picture on the clipboard, as pixels and as SVG."""
        data = QMimeData()
        data.setImageData(_painted(self._drawn(_painter_font())))
        data.setData("image/svg+xml", QByteArray(self._drawn("").encode("utf-8")))
        QGuiApplication.clipboard().setMimeData(data)

    def _data(self, kind: str) -> bytes:
        if kind == "svg":
            return self._drawn("").encode("utf-8")
        if kind == "csv":
            return self._listed().encode("utf-8-sig")  # with the mark that spreadsheets know UTF-8 by
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        _painted(self._drawn(_painter_font())).save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def _painter_font() -> str:
    # Qt's reader of SVG takes a list of families for the name of one.
    return QGuiApplication.font().family()


def _painted(drawing: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(drawing.encode("utf-8")))
    image = QImage(renderer.defaultSize() * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
