"""Puts a report on paper: as a PDF for the archive, or as pictures of its pages, the same in both."""

from dataclasses import dataclass

from desktop.core.report.values import Report
from desktop.printing.signs import Replaced
from desktop.printing.typesetting import PAPERS, compiled

__all__ = ["PAPERS", "Printed", "Replaced", "pages", "pdf"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF document.

    replaced: the signs in it that the fonts could not show, by code point. is_archival: whether it is PDF/UA and PDF/A;
    False only where the compiler refused that whatever was replaced. has_pictures: whether all drawings are drawn, and
    not told in words, because one could not be set.
    """

    data: bytes
    replaced: tuple[Replaced, ...] = ()
    is_archival: bool = True
    has_pictures: bool = True


def pdf(report: Report, paper: str = "a4") -> Printed:
    """The report as a tagged document (PDF/UA-1 and PDF/A-2a) on that paper, "a4" or "letter".

    The same report gives the same bytes. No text can make it fail. ValueError for another paper; FileTrouble where a
    file that belongs to Crossread is missing.
    """
    (data,), replaced, attempt = compiled(report, paper, "pdf", 72)
    return Printed(data, replaced, attempt.is_archival, attempt.with_pictures)


def pages(report: Report, paper: str = "a4", ppi: float = 144) -> tuple[bytes, ...]:
    """The pages of the same document as PNG pictures with that many pixels an inch; errors as of `pdf`."""
    return tuple(compiled(report, paper, "png", ppi).parts)
