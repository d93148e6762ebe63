"""Lays a report out as one HTML file that needs nothing else: no script, no font, nothing from outside."""

from collections.abc import Mapping
from functools import cache

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.report import Report
from desktop.core.report.undisputed import undisputed
from desktop.exports.html_parts import Links, parts
from desktop.exports.visible import is_address, visible
from desktop.files.errors import FileTrouble, cause_of
from desktop.files.resources import resource

SIGNS: Mapping[Status | None, str] = {
    Status.CONFLICT: "▲",
    Status.APPROX: "≈",
    Status.EQUIVALENT: "≡",
    Status.AGREE: "✓",
    None: "○",
}
"""What stands beside the words of a status, and behind a figure that has it."""
ARTICLES_SPEAK = "en"
"""The language of the articles: the one that their figures are read in."""


def html(report: Report) -> bytes:
    """The report as an HTML document in UTF-8, well-formed XML at the same time; FileTrouble where a shipped file that
    it is made from is missing. The same report always gives the same bytes."""
    page = _page().render(
        report=report,
        label=report.labels,
        parts=parts(report),
        undisputed=undisputed(report),
        links=Links(report),
        signs=SIGNS,
        words={**{status: wording.status(status) for status in SIGNS}, **_words(report)},
        status=Status,
        articles_speak=ARTICLES_SPEAK if report.language != ARTICLES_SPEAK else "",
    )
    return page.encode("utf-8")


def _words(report: Report) -> dict[Status | None, str]:
    """The words for each status in the language of the report."""
    return {count.status: count.words for count in report.counts}


@cache
def _page() -> Template:
    """The template. All that is put into it goes through `visible` and is escaped, but for what is marked as safe: the
    style sheet and the drawings, which are the program's own."""
    templates = {name: _shipped(name) for name in ("report.html", "parts.html")}
    environment = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["address"] = is_address
    environment.filters["as_printed"] = _as_printed
    environment.globals["style"] = Markup(_shipped("report.css"))  # noqa: S704 (shipped with the program)
    return environment.get_template("report.html")


def _shipped(name: str) -> str:
    path = resource("report", name)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileTrouble(path, cause_of(error)) from error


def _as_printed(text: str) -> Markup:
    """Text of an article that stands in an element of its own, with its own signs of direction."""
    return escape(visible(text, turns=True))


def _finished(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
