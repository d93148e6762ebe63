"""Knows the pages of the guide: their order, their words in a language, and which of them is about which part."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from desktop.core.language import say
from desktop.files.resources import resource

ENGLISH = "en"
PLACE = re.compile(r"\{say:([^}]*)\}")
"""The place of a control's name; in it stands the phrase that the window says on the control, mnemonic and all."""

_HEADING = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    name: as other pages link to it. html: its words, with places for keys as {key:edit.undo} and for the names of
    controls as {say:Unreviewed}. text: without marks.
    """

    name: str
    title: str
    html: str
    text: str

    def said(self) -> "Page":
        """The page with the names of controls in their places, in the language that the window speaks now."""
        html = PLACE.sub(lambda found: control(found[1]), self.html)
        return Page(self.name, self.title, html, _text_of(html))


def control(words: str) -> str:
    """How the guide writes the name of a control, from the phrase on it: in the language spoken, and on one line."""
    return escape(say(words).replace("&", "").rstrip(".…:")).replace(" ", "\N{NO-BREAK SPACE}")


class _Words(HTMLParser):
    """The words of a page without its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@cache
def pages(language: str = ENGLISH, root: Path | None = None) -> tuple[Page, ...]:
    """The guide's pages in their order, each in that language or else in English; FileTrouble where one is missing."""
    return tuple(_page(name, language, root) for name in _contents(root)["pages"])


def page_about(part: str, root: Path | None = None) -> str:
    """The name of the page about a part of the window ("claims"), or of the first."""
    contents = _contents(root)
    return str(contents["about"].get(part, contents["pages"][0]))


def picture(name: str, root: Path | None = None) -> Path:
    """Where a picture of the guide lies; FileTrouble where it is missing."""
    return resource("guide", "pictures", f"{name}.png", root=root)


@cache
def _contents(root: Path | None) -> Mapping[str, Any]:
    return tomllib.loads(resource("guide", "contents.toml", root=root).read_text(encoding="utf-8"))


def _page(name: str, language: str, root: Path | None) -> Page:
    folder = resource("guide", root=root)
    path = folder / language / f"{name}.html"
    if not path.is_file():
        path = resource("guide", ENGLISH, f"{name}.html", root=root)
    html = path.read_text(encoding="utf-8")
    heading = _HEADING.search(html)
    return Page(name, _text_of(heading[1]) if heading else name, html, _text_of(html))


def _text_of(html: str) -> str:
    words = _Words()
    words.feed(html)
    return " ".join(" ".join(words.found).split())
