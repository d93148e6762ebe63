"""Whether pages and workbooks have the colours of the light window; those of the web page are seen to where it is."""

import re

from desktop.core.report.timeline import PALETTE
from desktop.exports.looks import COLOURS
from desktop.files.resources import resource
from desktop.shell.theme import LIGHT


def test_a_workbook_has_the_colours_of_the_window():
    for status, (ink, fill) in COLOURS.items():
        mark = LIGHT.marks[status.value if status is not None else None]
        assert (ink, fill) == (mark.ink, mark.fill)


def test_pages_have_the_colours_of_the_window():
    found = set(re.findall(r"#[0-9a-f]{6}", resource("report", "look.typ").read_text(encoding="utf-8")))
    for mark in LIGHT.marks.values():
        assert {mark.ink, mark.fill, mark.line} <= found


def test_curves_on_paper_have_the_colours_of_the_window():
    assert PALETTE.series == LIGHT.series
    assert (PALETTE.background, PALETTE.text, PALETTE.muted, PALETTE.grid) == (
        *(LIGHT.base, LIGHT.text, LIGHT.muted, LIGHT.border),
    )
