"""Knows all colours, light and dark, and how a figure of each status is underlined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    series=("#0072b2", "#b84f00", "#007a58", "#a3477f", "#806500", "#3a3f47", "#6a4bc4"),
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
    series=("#56b4e9", "#f08a3c", "#2fc49a", "#dd9cc4", "#f0e442", "#c3c9d1", "#b39dff"),
)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
