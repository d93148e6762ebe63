"""Gives the application its colours, fonts and signs, and changes them while it runs."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QIcon, QPalette

from desktop.files.resources import resource
from desktop.shell.theme.colours import DARK, LIGHT, Mark, Theme
from desktop.shell.theme.signs import drawn_sign

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

INTERFACE_FONT = "Inter"
READING_FONT = "Source Serif 4"
FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "SourceSerif4-Regular.ttf")
EMOJI_FILE = "NotoEmoji-Regular.ttf"


def lend_emoji() -> None:
    """Lets emoji be drawn on a system without a font for them; in one colour, but not as boxes."""
    if not any("Emoji" in family for family in QFontDatabase.families()):
        number = QFontDatabase.addApplicationFont(str(resource("fonts", EMOJI_FILE)))
        QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationFontFamilies(number))


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
        # In halves, as it can be chosen: the system may say 9.75.
        self.usual_points = max(9.5, round(2 * QFontInfo(application.font()).pointSizeF()) / 2)
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
            self._signs[key] = QIcon(drawn_sign(status, size, ink))
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
