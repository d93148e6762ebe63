"""Knows the commands that a comparison leaves the window with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.core.language import phrase, say

if TYPE_CHECKING:
    from desktop.shell.commands.parts import Parts
    from desktop.shell.commands.registry import Commands

KINDS = {
    "pdf": (phrase("&PDF report…"), phrase("The report as it was chosen last, without looking at it first")),
    "html": (phrase("&Web page (HTML)…"), phrase("The report as one file that any browser shows, without a network")),
    "xlsx": (phrase("&Spreadsheet (XLSX)…"), phrase("All topics, figures and sources as sheets with filters")),
    "csv": (phrase("&Table (CSV)…"), phrase("Every pair that was compared, a line each")),
    "json": (phrase("&Comparison as data (JSON)…"), phrase("What other programs can read: figures, pairs, payments")),
    "jsonld": (
        phrase("&Notes and rulings (JSON-LD)…"),
        phrase("What editors made, as Web Annotations that Crossread and others read"),
    ),
}
"""Words and tip by the ending of the file."""


def fill_export(commands: Commands, parts: Parts) -> None:
    """Adds them to the menu of files."""
    reporting = parts.reporting
    commands.add(
        "file",
        "file.report",
        say("&Export report…"),
        "Ctrl+E",
        reporting.open,
        say("Look at the report, choose what goes in, keep it as a PDF or print it"),
    )
    commands.add_menu("file", "export", say("E&xport"))
    for kind, (words, tip) in KINDS.items():
        commands.add("export", f"file.export-{kind}", say(words), "", partial(reporting.export, kind), say(tip))
    commands.separate("export")
    commands.add(
        "export",
        "file.export-folder",
        say("As a &folder…"),
        "",
        parts.exchanging.ask_for_export,
        say("The articles as text, all that was made on them as JSON-LD: readable without Crossread"),
    )
    commands.add(
        "file", "file.print", say("&Print…"), "Ctrl+P", reporting.print, say("Print the report as it was chosen last")
    )
