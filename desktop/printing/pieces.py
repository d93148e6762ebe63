"""Knows how the text of an article is divided into lines, each with its figures."""

from collections.abc import Container
from typing import Any

from desktop.core.report.told import Pieces
from desktop.printing.signs import Signs


def lines_of(letter: str, pieces: Pieces, signs: Signs, asked_for: Container[tuple[str, int]]) -> list[dict[str, Any]]:
    """The lines of a text that are not empty: number (from 1), pieces, and whether something in the report leads there.

    A line ends where "\n" stands, as everywhere in Crossread. A figure that goes over the end of a line is marked on
    both.
    """
    found: list[dict[str, Any]] = []
    current: list[Any] = []
    number = 1

    def end_line() -> None:
        is_asked_for = (letter, number) in asked_for
        if current or is_asked_for:
            found.append({"number": number, "pieces": current, "is_asked_for": is_asked_for})

    for piece in pieces:
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                end_line()
                current = []
                number += 1
            text = signs.line(part.removesuffix("\r"))
            if not text.strip() and not (current and text):
                continue
            if piece.is_figure:
                current.append({"text": text, "status": piece.status.value if piece.status else "none"})
            else:
                current.append(text)
    end_line()
    return found
