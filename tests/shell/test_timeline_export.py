"""Whether payments leave the window as they are shown in it."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.core.chart import Mode
from desktop.shell.views.timeline_view import TimelineView


@pytest.fixture
def view(qtbot, session, selection, appearance) -> TimelineView:
    shown = TimelineView(session, selection, appearance)
    qtbot.addWidget(shown)
    shown.resize(960, 480)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: bool(shown.plot.label_texts()))
    return shown


def painted(path) -> QImage:
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def counted(image: QImage, colour: str) -> int:
    """How many pixels are all but of that colour."""
    wanted = QColor(colour)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)[:, :, :3].astype(int)
    apart = np.abs(pixels - (wanted.blue(), wanted.green(), wanted.red())).sum(axis=2)
    return int((apart < 12).sum())


@pytest.mark.parametrize("mode", list(Mode))
def test_the_drawing_tells_the_same_as_the_screen(qtbot, view, tmp_path, appearance, mode):
    view.modes[mode].click()
    path = tmp_path / "rent.svg"
    view.export.save("svg", path)
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    qtbot.waitUntil(lambda: len(view.plot.label_texts()) == 3)
    assert all(f">{label}<" in text for label in view.plot.label_texts())
    on_screen, drawn = view.plot.grab().toImage(), painted(path)
    for colour in appearance.theme.series[:3]:
        assert counted(on_screen, colour) > 30
        assert counted(drawn, colour) > 30
    assert counted(drawn, appearance.theme.series[4]) == counted(on_screen, appearance.theme.series[4]) == 0


def test_the_drawing_says_who_the_letters_are_and_is_light_in_the_dark(view, tmp_path, appearance):
    view.export.save("svg", tmp_path / "light.svg")
    appearance.choose("dark")
    view.export.save("svg", tmp_path / "dark.svg")
    appearance.choose("light")
    text = (tmp_path / "light.svg").read_text(encoding="utf-8")
    assert "A Ledger, B Wire, C spark" in text
    assert (tmp_path / "dark.svg").read_text(encoding="utf-8") == text
    assert re.search(r"<title id=\S+>Rent</title>", text)


def test_the_picture_is_three_times_as_dense(view, tmp_path):
    view.export.save("png", tmp_path / "rent.png")
    image = QImage(str(tmp_path / "rent.png"))
    assert (image.width(), image.height()) == (2880, 1440)


def test_the_amounts_can_be_read_by_a_spreadsheet(view, tmp_path):
    view.modes[Mode.YEARLY].click()
    view.export.save("csv", tmp_path / "rent.csv")
    data = (tmp_path / "rent.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfYear,")
    assert data.decode("utf-8-sig").splitlines()[1:3] == ["2026,8,8,72,96,960,960", "2027,12,12,144,144,1440,1440"]


def test_the_picture_is_copied(view):
    view.export.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<svg")
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("kind", ["png", "svg", "csv"])
def test_a_file_that_cannot_be_written_is_told(qtbot, view, tmp_path, kind):
    with qtbot.waitSignal(view.trouble) as told:
        view.export.save(kind, tmp_path / "nowhere" / f"rent.{kind}")
    assert told.args == [f"{tmp_path / 'nowhere' / 'rent'}.{kind}: there is no such folder"]


def test_the_menu_offers_each_kind(view):
    offered = [action.text() for action in view.export.menu().actions() if action.text()]
    assert offered == ["Picture (PNG)…", "Drawing (SVG)…", "Amounts (CSV)…", "Copy picture"]
