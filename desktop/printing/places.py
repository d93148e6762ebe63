"""Knows where links of a document may lead: to addresses on the web, and to lines of the full texts."""

from collections.abc import Iterable

from desktop.core.report.values import Report

LONGEST_ADDRESS = 8000
"""Characters of an address that the compiler takes as one."""


def first_places(letters: Iterable[str]) -> dict[str, int]:
    """Where each letter comes first, from 0."""
    found: dict[str, int] = {}
    for place, letter in enumerate(letters):
        found.setdefault(letter, place)
    return found


def link_of(address: str) -> str:
    """The address where it is one on the web, else ""; whatever else it may be must not become something to click."""
    is_plain = address.isascii() and address.isprintable() and " " not in address and len(address) <= LONGEST_ADDRESS
    return address if is_plain and address.lower().startswith(("https://", "http://")) else ""


def places_quoted(report: Report) -> frozenset[tuple[str, int]]:
    """The lines of the full texts that passages lead to, by letter and number."""
    texts = {text.source: sum(piece.text.count("\n") for piece in text.pieces) + 1 for text in report.texts}
    passages = [passage for item in report.items for voice in item.voices for passage in voice.passages]
    passages += [sum_.passage for sum_ in report.sums]
    return frozenset(
        (passage.source, passage.line) for passage in passages if 1 <= passage.line <= texts.get(passage.source, 0)
    )
