"""Sets a report on pages with Typst, and knows what to do when a text cannot be set."""

import json
import re
from datetime import datetime
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.core.report.values import Report
from desktop.files.resources import resource
from desktop.printing.content import Content
from desktop.printing.coverage import fonts
from desktop.printing.dates import NO_MOMENT, without_time
from desktop.printing.signs import Replaced, Signs

if TYPE_CHECKING:
    import typst

PAPERS = ("a4", "letter")
"""The sizes of paper."""

_TEMPLATE = ("report.typ", "look.typ", "marks.typ", "items.typ", "front.typ", "back.typ")
_STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
_USED = Lock()
_MOST_NAMED = 6
"""How often signs that the compiler names are taken out, before all but the plainest are."""
_NAMED = re.compile(r'`"(.*?)"`', re.DOTALL)
_GENERATIONS = 11
"""For how many documents the compiler remembers what it worked out for one; there is no other way to make it forget."""
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2013, 0x2014, *range(0x2018, 0x201F), 0x2026)))


class Attempt(NamedTuple):
    """How to go about setting a report.

    refused: signs to replace although a font has them. is_plain: whether to replace all but Latin letters and common
    punctuation. with_pictures: whether drawings are set, else their words. is_archival: whether the document must be
    PDF/UA and PDF/A.
    """

    refused: frozenset[str] = frozenset()
    is_plain: bool = False
    with_pictures: bool = True
    is_archival: bool = True


class Compiled(NamedTuple):
    """The document alone, or its pages as pictures; what was replaced in it, and in which attempt it was made."""

    parts: list[bytes]
    replaced: tuple[Replaced, ...]
    attempt: Attempt


def compiled(report: Report, paper: str, form: Literal["pdf", "png"], ppi: float) -> Compiled:
    """The report set on pages.

    No text makes it fail: what the compiler refuses is replaced, more and more, until it is content. ValueError for a
    paper that is not one of PAPERS; FileTrouble where a shipped file is missing.
    """
    if paper not in PAPERS:
        raise ValueError(f"no such paper: {paper}")
    from typst import TypstError  # 76 MB that a window is not to wait for

    attempt, earlier = Attempt(), 0
    while True:
        content = Content(report, Signs(_shown(attempt), attempt.refused), with_pictures=attempt.with_pictures)
        values = content.values()
        try:
            parts = _set(values, paper, form, ppi, attempt, _moment(report))
            return Compiled(parts, content.replaced, attempt)
        except BaseException as error:
            # A fault in the compiler itself arrives as "PanicException", which is no Exception and has no module.
            has_panicked = type(error).__name__ == "PanicException"
            if not has_panicked and not isinstance(error, TypstError):
                raise
            if has_panicked:
                _compiler.cache_clear()
            earlier += 1
            after = _milder(attempt, str(error), earlier)
            if after is None:
                raise
            attempt = after


def _milder(attempt: Attempt, message: str, earlier: int) -> Attempt | None:
    """What to try after an attempt that failed with this message; None where nothing is left."""
    named = frozenset("".join(map(_unescaped, _NAMED.findall(message)))) - attempt.refused - _PLAIN
    if named and not attempt.is_plain and earlier <= _MOST_NAMED:
        return attempt._replace(refused=attempt.refused | named)
    if attempt.with_pictures and not attempt.is_plain and not named:
        return attempt._replace(with_pictures=False)
    if not attempt.is_plain:
        return attempt._replace(is_plain=True)
    if attempt.with_pictures:
        return attempt._replace(with_pictures=False)
    return attempt._replace(is_archival=False) if attempt.is_archival else None


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda escape: chr(min(int(escape[1], 16), 0x10FFFF)), text)


def _shown(attempt: Attempt) -> tuple[frozenset[str], ...]:
    return tuple(font & _PLAIN for font in fonts()) if attempt.is_plain else fonts()


def _moment(report: Report) -> int:
    """The time that the document bears, in seconds: of the last change, so that the same report has the same bytes."""
    try:
        return max(NO_MOMENT, int(datetime.fromisoformat(report.as_of_iso).timestamp()))
    except (ValueError, OverflowError, OSError):
        return NO_MOMENT


def _forget() -> None:
    """Lets the compiler forget documents: it would keep some 50 MB of each, and uses next to nothing of it."""
    for _ in range(_GENERATIONS):
        _nothing().compile(b"", format="svg")


def _set(
    values: dict[str, object], paper: str, form: Literal["pdf", "png"], ppi: float, attempt: Attempt, moment: int
) -> list[bytes]:
    compiler = _compiler()
    # It lets other threads run meanwhile, but cannot be used by two at once.
    with _USED:
        done, _ = compiler.compile_with_warnings(
            format=form,
            ppi=ppi,
            sys_inputs={"report": json.dumps(values), "paper": paper},
            pdf_standards=_STANDARDS if form == "pdf" and attempt.is_archival else [],
            timestamp=moment,
        )
        _forget()
    parts = done if isinstance(done, list) else [done or b""]
    return [without_time(part) for part in parts] if form == "pdf" and moment == NO_MOMENT else parts


@cache
def _compiler() -> "typst.Compiler":
    """The compiler with the template and the bundled fonts, and nothing else that it could read."""
    import typst

    folder = resource("report")
    for name in _TEMPLATE:
        resource("report", name)
    bundled = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")])
    return typst.Compiler(
        folder / "report.typ",
        root=folder,
        font_paths=bundled,
        ignore_system_fonts=True,
        package_path=folder,
        package_cache_path=folder,
    )


@cache
def _nothing() -> "typst.Compiler":
    """A compiler for a document without anything in it."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    folder = resource("report")
    return typst.Compiler(b"", root=folder, font_paths=fonts, package_path=folder, package_cache_path=folder)
