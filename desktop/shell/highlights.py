"""Knows where an article's code points stand in a Qt document, and how a figure of each status looks there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor, QTextLayout

from desktop.core.agreement import Status
from desktop.shell.theme import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from desktop.core.text import Span
    from desktop.shell.theme import Mark, Theme

ORDER: tuple[Status | None, ...] = (Status.CONFLICT, Status.APPROX, Status.EQUIVALENT, Status.AGREE, None)
"""Statuses as they are shown, worst first; None is "only in one"."""

BATCH = 200
"""How many blocks and figures are painted between two pauses: about a millisecond."""

# Qt counts UTF-16 units, ends a block at CR as at LF, takes CRLF for one end, and drops or misreads these others.
_UNEVEN = re.compile("\r\n|[\U00010000-\U0010ffff]")
_STAND_INS = {"\0": "\u2400", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\u2029": "\n", "\r": "\n"}


class Places:
    """The one map between the code points of a text and the positions of the Qt document that shows it."""

    def __init__(self, text: str) -> None:
        # Five replacements are twenty times as fast as one translation.
        shown = text.replace("\r\n", "\n")
        for character, stand_in in _STAND_INS.items():
            shown = shown.replace(character, stand_in)
        self.shown = shown
        """What to put into the document, one character for each of the text but for CRLF."""
        self._points: list[int] = []
        self._positions: list[int] = []
        self._shifts: list[int] = [0]
        shift = 0
        if "\r\n" not in text and len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
            return  # looking for what is not there would take 20 ms a megabyte
        for uneven in _UNEVEN.finditer(text):
            # From the character after the first of the match on, text and document are one further apart.
            self._points.append(uneven.start() + 1)
            self._positions.append(uneven.start() + shift + 1)
            shift += -1 if uneven.group() == "\r\n" else 1
            self._shifts.append(shift)

    def position(self, point: int) -> int:
        """The document position of a code point."""
        return point + self._shifts[bisect_right(self._points, point)]

    def point(self, position: int) -> int:
        """The code point at a document position."""
        return position - self._shifts[bisect_right(self._positions, position)]


def format_of(status: Status | None, theme: Theme) -> QTextCharFormat:
    """How a figure of this status looks in the text: fill and underline pattern, so that colour is never alone."""
    mark = theme.marks[status]
    look = QTextCharFormat()
    if status is not None:
        look.setBackground(QBrush(QColor(mark.fill)))
    look.setForeground(QBrush(QColor(mark.ink if status is not None else theme.text)))
    look.setUnderlineStyle(PATTERNS[status])
    look.setUnderlineColor(QColor(mark.line))
    return look


def selected_format(mark: Mark) -> QTextCharFormat:
    """How a selected figure looks in the text."""
    look = QTextCharFormat()
    look.setBackground(QBrush(QColor(mark.strong)))
    look.setForeground(QBrush(QColor(mark.strong_ink)))
    return look


def hit_format(theme: Theme, *, current: bool) -> QTextCharFormat:
    """How a place that was looked for looks in the text, the one that the editor is at most of all."""
    look = QTextCharFormat()
    look.setBackground(QBrush(QColor(theme.accent if current else theme.found_fill)))
    look.setForeground(QBrush(QColor(theme.accent_text if current else theme.found)))
    return look


def painting(
    document: QTextDocument,
    places: Places,
    spans: Sequence[Span],
    status_of: Callable[[int], Status | None],
    theme: Theme,
    first: int = 0,
) -> Iterator[None]:
    """Gives every span of the text the look of its status and takes all looks given before away, step by step.

    spans: in order, none over another. status_of: the status of a span by its number. first: the position in the
    document where to begin; what stands before comes last. The text itself is not touched.
    """
    looks = {status: format_of(status, theme) for status in ORDER}
    middle = document.findBlock(first).blockNumber()
    for begin, end in ((middle, document.blockCount()), (0, middle)):
        block, number = document.findBlockByNumber(begin), begin
        # The last span that begins before the block may reach into it.
        span = max(0, bisect_left(spans, places.point(block.position()), key=_start) - 1)
        while number < end:
            batch = QTextCursor(document)
            batch.beginEditBlock()  # one announcement for some blocks instead of one each
            painted = 0
            while number < end and painted < BATCH:
                stretches, span = _stretches(block, places, spans, span, status_of, looks)
                layout = block.layout()
                if stretches or layout.formats():
                    layout.setFormats(stretches)
                painted += 1 + len(stretches)
                block, number = block.next(), number + 1
            batch.endEditBlock()
            yield


def _stretches(
    block: QTextBlock,
    places: Places,
    spans: Sequence[Span],
    number: int,
    status_of: Callable[[int], Status | None],
    looks: Mapping[Status | None, QTextCharFormat],
) -> tuple[list[QTextLayout.FormatRange], int]:
    """The looks of one block, from the span of that number on; and the first span that reaches behind the block."""
    first = block.position()
    last = first + block.length()
    stretches = []
    while number < len(spans):
        span = spans[number]
        start = places.position(span.start)
        if start >= last:
            break
        end = places.position(span.end)
        if end > first:
            stretch = QTextLayout.FormatRange()
            stretch.start = max(start, first) - first
            stretch.length = min(end, last) - first - stretch.start
            stretch.format = looks[status_of(number)]
            stretches.append(stretch)
        if end > last:
            break
        number += 1
    return stretches, number


def _start(span: Span) -> int:
    return span.start
