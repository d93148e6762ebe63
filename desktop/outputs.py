"""Knows which sorts of file a comparison goes out as, and makes each of them."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.analysis import Analysis
from desktop.core.language import phrase
from desktop.core.report import Report
from desktop.core.workspace import Workspace


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


@dataclass(frozen=True, slots=True)
class Output:
    """The bytes of a file, and what has to be said of them, in sentences."""

    data: bytes
    remarks: tuple[str, ...] = ()


def make(
    kind: Kind, report: Report, analysis: Analysis, workspace: Workspace, *, paper: str = "a4", mark: bool = False
) -> Output:
    """A file of that sort. paper: "a4" or "letter", of PDF. mark: whether CSV begins with the mark (BOM) that
    spreadsheets know UTF-8 by. Bytes depend on nothing but what is handed in."""
    raise NotImplementedError
