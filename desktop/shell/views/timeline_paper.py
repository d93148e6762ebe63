"""Knows what payments look like on paper: in light colours, with a title, and with the names behind the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core import wording
from desktop.core.chart import FONTS, Drawing, Mode, Palette, notes, svg
from desktop.core.language import say
from desktop.shell.theme import LIGHT

if TYPE_CHECKING:
    from desktop.shell.session import Session

WIDTH, HEIGHT, AROUND, LABEL = 960, 480, 170, 17
"""Of a picture in pixels: its width, its least height, what is above and below the curves, and what a label needs."""


def picture(session: Session, drawing: Drawing, font: str = "") -> str:
    """A drawing as SVG. font: the family of its letters, "" for a list that a viewer chooses from."""
    letters, names = session.letters, session.names
    drawn = {article for series in drawing.chart.series for article in series.articles}
    sources = [f"{letters[article]} {names[article]}" for article in letters if article in drawn]
    return svg(
        drawing,
        Palette(LIGHT.base, LIGHT.text, LIGHT.muted, LIGHT.border, LIGHT.series),
        width=WIDTH,
        height=max(HEIGHT, AROUND + LABEL * len(drawing.curves)),
        title=session.workspace.title,
        below=(*([wording.commas(sources)] if sources else []), *notes(drawing.chart, names)),
        fonts=font or FONTS,
    )


def file_name(title: str, mode: Mode) -> str:
    """What to call a file, without its ending: what is shown, in letters that every file system takes."""
    plain = "".join(sign if sign.isalnum() or sign in " -_." else " " for sign in title)
    return " ".join(filter(None, (" ".join(plain.split())[:60].strip(" ."), say("payments"), mode.value)))
