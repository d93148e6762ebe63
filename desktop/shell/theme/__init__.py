"""The colours, fonts and signs of the window, light and dark."""

from desktop.shell.theme.appearance import INTERFACE_FONT, READING_FONT, Appearance, lend_emoji
from desktop.shell.theme.colours import DARK, LIGHT, PATTERNS, Mark, Theme, contrast

__all__ = [
    "DARK",
    "INTERFACE_FONT",
    "LIGHT",
    "PATTERNS",
    "READING_FONT",
    "Appearance",
    "Mark",
    "Theme",
    "contrast",
    "lend_emoji",
]
