"""Knows where words that somebody looks for stand in a text, in code points of the text as it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

_ALIKE = {
    "\xa0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\n": " ",
    "\u2019": "'",
    "\u2018": "'",
    "\u201c": '"',
    "\u201d": '"',
}
"""What is typed in one way and printed in several; one character for one."""


class Searched:
    """A text made ready to be looked through again and again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: str | None = None
        self._grown: list[int] = []
        self._grown_folded: list[int] = []
        self._shifts: list[int] = [0]

    @cached_property
    def _plain(self) -> str:
        return _alike(self.text)

    def occurrences(self, words: str, *, case: bool = False, whole: bool = False) -> Iterator[tuple[int, int]]:
        """Start and end of each place that says `words`, in order; they do not overlap.

        case: whether capitals must be the same. whole: whether letters or digits beside it forbid a place. Spaces that
        do not break, line ends and curly quotation marks count as plain ones.
        """
        wanted = _alike(words) if case else _alike(words).casefold()
        if not wanted:
            return
        searched = self._plain if case else self._fold()
        found = searched.find(wanted)
        while found >= 0:
            span = (found, found + len(wanted)) if case else self._unfolded(found, found + len(wanted))
            if span is not None and not (whole and self._is_inside_a_word(*span)):
                yield span
                found = searched.find(wanted, found + len(wanted))
            else:
                found = searched.find(wanted, found + 1)

    def _fold(self) -> str:
        if self._folded is None:
            self._folded = self._plain.casefold()
            if len(self._folded) != len(
                self._plain
            ):  # no character folds to nothing, so equal lengths are equal places
                self._note_shifts({one for one in set(self._plain) if len(one.casefold()) > 1})
        return self._folded

    def _note_shifts(self, growing: set[str]) -> None:
        """Notes behind which places the folded text is further on: "ß" is folded to "ss"."""
        shift = 0
        for grown in re.finditer(f"[{re.escape(''.join(sorted(growing)))}]", self._plain):
            shift += len(grown.group().casefold()) - 1
            self._grown.append(grown.end())
            self._grown_folded.append(grown.end() + shift)
            self._shifts.append(shift)

    def _unfolded(self, start: int, end: int) -> tuple[int, int] | None:
        """A place of the folded text in the text itself, None where it begins or ends inside a character."""
        if not self._grown:
            return start, end
        first, last = (place - self._shifts[bisect_right(self._grown_folded, place)] for place in (start, end))
        folded = [place + self._shifts[bisect_right(self._grown, place)] for place in (first, last)]
        return (first, last) if folded == [start, end] else None

    def _is_inside_a_word(self, start: int, end: int) -> bool:
        text = self._plain
        before = start > 0 and _is_wordly(text[start - 1]) and _is_wordly(text[start])
        return before or (end < len(text) and _is_wordly(text[end]) and _is_wordly(text[end - 1]))


def _is_wordly(character: str) -> bool:
    return character.isalnum() or character == "_"


def _alike(text: str) -> str:
    for printed, typed in _ALIKE.items():
        text = text.replace(printed, typed)
    return text
