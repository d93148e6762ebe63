"""Knows which sorts of file a comparison goes out as, and makes each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core import wording
from desktop.core.language import phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.core.analysis import Analysis
    from desktop.core.report import Report
    from desktop.core.workspace import Workspace
    from desktop.printing import Printed


class Kind(StrEnum):
    """A sort of file, by its usual ending."""

    PDF = "pdf"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    JSONLD = "jsonld"


WORDS = {
    Kind.PDF: phrase("PDF report"),
    Kind.HTML: phrase("Web page (HTML)"),
    Kind.XLSX: phrase("Spreadsheet (XLSX)"),
    Kind.CSV: phrase("Table of pairs (CSV)"),
    Kind.JSON: phrase("Comparison as data (JSON)"),
    Kind.JSONLD: phrase("Notes and rulings (JSON-LD, Web Annotation)"),
}
"""What each is called."""

MOST_SIGNS = 8
"""How many signs that could not be printed are named in one sentence."""


@dataclass(frozen=True, slots=True)
class Output:
    """The bytes of a file, and what has to be said of them, in sentences."""

    data: bytes
    remarks: tuple[str, ...] = ()


def make(
    kind: Kind, report: Report, analysis: Analysis, workspace: Workspace, *, paper: str = "a4", mark: bool = False
) -> Output:
    """A file of that sort. paper: "a4" or "letter", of PDF. mark: whether CSV begins with the mark (BOM) that
    spreadsheets know UTF-8 by. Bytes depend on nothing but what is handed in; FileTrouble where a shipped file that is
    needed is missing."""
    # what lays out one sort is imported for that sort alone
    match kind:
        case Kind.PDF:
            from desktop.printing import pdf

            printed = pdf(report, paper)
            return Output(printed.data, tuple(_said_of(printed)))
        case Kind.HTML:
            from desktop.exports.html import html

            return Output(html(report))
        case Kind.XLSX:
            from desktop.exports.xlsx import xlsx

            return Output(xlsx(report))
        case Kind.CSV:
            from desktop.exports.pairs_csv import csv

            return Output(csv(report, mark=mark))
        case Kind.JSON:
            from desktop.exports import json_bytes

            return Output(json_bytes(analysis))
        case Kind.JSONLD:
            from desktop.exports.web import jsonld

            return Output(jsonld(workspace))


def _said_of(printed: Printed) -> Iterator[str]:
    """What is not as it should be in a document."""
    signs = [one.code for one in printed.replaced]
    if signs:
        shown = [*signs[:MOST_SIGNS], *["…"][: len(signs) > MOST_SIGNS]]
        yield say(
            "Signs that no bundled font has are printed as their numbers and listed at the end: {signs}.",
            signs=wording.commas(shown),
        )
    if not printed.has_pictures:
        yield say("A drawing could not be set, and is told in words.")
    if not printed.is_archival:
        yield say("The document holds what an archive’s standards refuse; it is no PDF/A and no PDF/UA.")
