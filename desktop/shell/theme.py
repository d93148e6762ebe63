"""Knows the colours, fonts and signs of the window, light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
    QTextCharFormat,
)

from desktop.files.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

INTERFACE_FONT = "Inter"
READING_FONT = "Source Serif 4"
FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "SourceSerif4-Regular.ttf")
EMOJI_FILE = "NotoEmoji-Regular.woff2"

_Underline = QTextCharFormat.UnderlineStyle

# Statuses are named by their values here: the engine that knows them is imported after the first paint.
PATTERNS: Mapping[str | None, QTextCharFormat.UnderlineStyle] = {
    "conflict": _Underline.WaveUnderline,
    "approx": _Underline.DashUnderline,
    "equivalent": _Underline.DashDotLine,
    "agree": _Underline.SingleUnderline,
    None: _Underline.DotLine,
}
"""How a figure is underlined; None is a figure in no pair."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The colours of one status, as "#rrggbb".

    ink: text on `fill`, on the window and on its tables. fill: behind a figure. line: underlines, strips, ribbons.
    strong, strong_ink: behind and on a figure that is selected.
    """

    ink: str
    fill: str
    line: str
    strong: str
    strong_ink: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one appearance, as "#rrggbb".

    window: behind panels. base: behind text and tables. raised: behind headers. found: words looked for.
    marks: by status. series: curves.
    """

    name: str
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    accent_text: str
    hover: str
    chosen: str
    trouble: str
    trouble_fill: str
    note: str
    note_fill: str
    found: str
    found_fill: str
    marks: Mapping[str | None, Mark]
    series: tuple[str, ...]


# The hues are those of Okabe and Ito (2008), told apart by people with any common colour blindness; as inks they are
# darkened or lightened until text in them reaches 4.5:1.
LIGHT = Theme(
    name="light",
    window="#f3f4f6",
    base="#ffffff",
    raised="#e9ebef",
    text="#1b1f24",
    muted="#57606a",
    border="#cfd4da",
    accent="#0b5cad",
    accent_text="#ffffff",
    hover="#e3e7ec",
    chosen="#d6e6f7",
    trouble="#9c1c1c",
    trouble_fill="#fde8e6",
    note="#5f4400",
    note_fill="#fdf3d7",
    found="#6b1f66",
    found_fill="#f3d9f1",
    marks={
        "conflict": Mark("#8f3400", "#fde0cf", "#d55e00", "#a84300"),
        "approx": Mark("#6b4700", "#fdedc4", "#c98500", "#7d5300"),
        "equivalent": Mark("#00507f", "#d8ebfa", "#0072b2", "#005f96"),
        "agree": Mark("#00563f", "#d6f1e7", "#009e73", "#00694c"),
        None: Mark("#57606a", "#f0f1f3", "#8c959f", "#57606a"),
    },
    series=("#0072b2", "#b84f00", "#007a58", "#a3477f", "#806500", "#3a3f47", "#2f6f9f"),
)
DARK = Theme(
    name="dark",
    window="#1c1f24",
    base="#14171b",
    raised="#262a31",
    text="#e6e8eb",
    muted="#a3abb5",
    border="#3a4049",
    accent="#5aa9ef",
    accent_text="#0d1117",
    hover="#2b3038",
    chosen="#21405f",
    trouble="#ffb4a9",
    trouble_fill="#431c18",
    note="#f2d58a",
    note_fill="#3a2f12",
    found="#f5c6f0",
    found_fill="#512a4f",
    marks={
        "conflict": Mark("#ffb187", "#4a2410", "#ee7b2b", "#f39a5f", "#1a0d05"),
        "approx": Mark("#f5cc70", "#41320d", "#e69f00", "#efbd4d", "#171003"),
        "equivalent": Mark("#93cdf3", "#12354f", "#56b4e9", "#7cc4ee", "#04121c"),
        "agree": Mark("#73d9b8", "#0d3b2d", "#22b58c", "#4cc9a5", "#03140e"),
        None: Mark("#a3abb5", "#22262c", "#6e7681", "#8b949e", "#0d1117"),
    },
    series=("#56b4e9", "#f08a3c", "#2fc49a", "#dd9cc4", "#f0e442", "#c3c9d1", "#8fb8ff"),
)


def lend_emoji() -> None:
    """Lets emoji be drawn on a system without a font for them; in one colour, but not as boxes."""
    if not any("Emoji" in family for family in QFontDatabase.families()):
        number = QFontDatabase.addApplicationFont(str(resource("fonts", EMOJI_FILE)))
        QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationFontFamilies(number))


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Appearance(QObject):
    """The theme in use; changes when the editor chooses another or the system turns dark."""

    changed = Signal(Theme)

    def __init__(self, application: QApplication, choice: str = "system", points: float = 0.0) -> None:
        """points: how much larger than usual the letters of the interface are."""
        super().__init__()
        self._application = application
        self._choice = choice
        self._signs: dict[tuple[str | None, int, str], QIcon] = {}
        self.theme = self._wanted()
        for name in FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        self._style = Template(resource("styles", "window.qss").read_text(encoding="utf-8"))
        self.usual_points = max(9.5, QFontInfo(application.font()).pointSizeF())
        """The size of the interface's letters where the editor chose no other."""
        self.points = points
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._paint()

    @property
    def choice(self) -> str:
        """What the editor chose: "light", "dark" or "system"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Uses "light" or "dark", or follows the system ("system")."""
        self._choice = choice
        self._follow()

    def enlarge(self, points: float) -> None:
        """Makes the letters of the interface larger than usual, by points."""
        if points != self.points:
            self.points = points
            self._paint()
            self.changed.emit(self.theme)

    def mark(self, status: str | None) -> Mark:
        """The colours of a status in the theme in use."""
        return self.theme.marks[status]

    def sign(self, status: str | None, size: int = 14, colour: str | None = None) -> QIcon:
        """The sign of a status, drawn, because no font has all of them."""
        ink = colour or self.mark(status).line
        key = (status, size, ink)
        if key not in self._signs:
            self._signs[key] = QIcon(_drawn(status, size, ink))
        return self._signs[key]

    def _wanted(self) -> Theme:
        if self._choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _follow(self) -> None:
        theme = self._wanted()
        if theme is not self.theme:
            self.theme = theme
            self._paint()
            self.changed.emit(theme)

    def _paint(self) -> None:
        theme = self.theme
        font = QFont(INTERFACE_FONT)
        font.setPointSizeF(self.usual_points + self.points)
        self._application.setFont(font)
        self._application.setPalette(_palette(theme))
        colours = {name: getattr(theme, name) for name in Theme.__slots__ if isinstance(getattr(theme, name), str)}
        icons = {
            name.replace("-", "_"): resource("icons", f"{name}-{theme.name}.svg").as_posix()
            for name in ("tick", "chevron", "chevron-up")
        }
        self._application.setStyleSheet(self._style.substitute(colours, **icons))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.base),
        (role.AlternateBase, theme.window),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Link, theme.accent),
        (role.Light, theme.raised),
        (role.Midlight, theme.raised),
        (role.Mid, theme.border),
        (role.Dark, theme.border),
        (role.Shadow, theme.border),
        (role.Accent, theme.accent),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.muted))
    return palette


def _drawn(status: str | None, size: int, colour: str) -> QPixmap:
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
