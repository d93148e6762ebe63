"""Knows what of the payments over time the template is handed: drawings, and a table with the widths of its columns."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from desktop.core.report.values import Picture, Timeline
from desktop.printing.signs import Signs

_MOST_COLUMNS = 9
"""Of a table across the page; a wider one is set as one short table for each of its rows."""
_NARROW = 20
"""Characters in a column that is as wide as what is in it; wider ones share what is left of the page."""
_MOST_UNBROKEN = 1200
"""Characters in a row that is kept on one page."""


def timeline_values(timeline: Timeline | None, signs: Signs, *, with_pictures: bool) -> dict[str, Any] | None:
    """Its drawings and its table, None for none. with_pictures: whether drawings are set, else their words."""
    if timeline is None:
        return None
    rows = [_padded(row, len(timeline.headings)) for row in timeline.rows]
    return {
        "pictures": [_picture(picture, signs, with_pictures) for picture in timeline.pictures],
        "headings": [signs.line(heading) for heading in timeline.headings],
        "rows": [[signs.line(cell) for cell in row] for row in rows],
        "widths": [_width(column) for column in zip(timeline.headings, *rows, strict=True)],
        "is_short": all(sum(map(len, row)) < _MOST_UNBROKEN for row in rows),
        "is_wide": len(timeline.headings) > _MOST_COLUMNS,
        "notes": [signs.line(note) for note in timeline.notes],
    }


def _picture(picture: Picture, signs: Signs, with_pictures: bool) -> dict[str, Any]:
    # Breaks for long words would stand in the picture as signs of their own.
    return {
        "title": signs.name(picture.title),
        "svg": signs.lines(picture.svg, breakable=False) if with_pictures else "",
        "is_titled": bool(picture.title) and escape(picture.title, quote=False) in picture.svg,
        "words": "" if with_pictures else signs.line(picture.alt),
        "alt": signs.quiet(picture.alt) or signs.quiet(picture.title) or "–",
    }


def _width(cells: Iterable[str]) -> float:
    """The share of a column in the width of a page, 0 for one that is as wide as its longest cell."""
    longest = max(map(len, cells))
    return round(longest**0.4, 2) if longest > _NARROW else 0


def _padded(row: Sequence[str], length: int) -> Sequence[str]:
    return (*row, *[""] * (length - len(row)))[:length]
