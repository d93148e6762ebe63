"""Knows in which of the theme's colours payments are drawn on paper."""

from __future__ import annotations

from desktop.core.chart import Palette
from desktop.shell.theme import LIGHT, Theme


def paper(theme: Theme = LIGHT) -> Palette:
    """The colours of a picture; light ones, because it leaves the window."""
    return Palette(theme.base, theme.text, theme.muted, theme.border, theme.series)
