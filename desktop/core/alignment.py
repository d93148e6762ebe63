"""Knows which words two passages share, in their order, and which only one of them has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diff_match_patch import diff_match_patch

from desktop.core.text import Span
from desktop.core.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Presence(StrEnum):
    """Which of two passages has some words."""

    BOTH = "same"
    A = "only in A"
    B = "only in B"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both passages have, or only one.

    words: as printed in A, or in B where only B has them. a, b: where they stand in the text of each; None where the
    passage does not have them.
    """

    kind: Presence
    words: str
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text. whole: stretches in it that are never cut in two, in order, as figures are not."""

    text: str
    span: Span
    whole: tuple[Span, ...] = ()


SHORTEST = 4
"""A single word of fewer letters, with nothing in common around it, says nothing of what two passages share."""

LONGEST = 200
"""Words of a passage that are compared at most: the work grows with the square of what differs."""

_FIRST = 0x100
_SURROGATES = range(0xD800, 0xE000)


def differences(a: Passage, b: Passage) -> tuple[Run, ...]:
    """What two passages share and what only one of them has, word by word; in each place what only A has first.

    White space counts for nothing, capitals do. Beyond LONGEST words each the rest is said to differ.
    """
    left, right = _words(a), _words(b)
    characters: dict[str, str] = {}
    coded = ["".join(_character(_key(passage.text, word), characters) for word in words[:LONGEST])
             for passage, words in ((a, left), (b, right))]  # fmt: skip
    comparer = diff_match_patch()
    comparer.Diff_Timeout = 0  # else the answer would depend on how fast the machine is
    steps = [(step, len(signs)) for step, signs in comparer.diff_main(coded[0], coded[1], False)]
    steps += [(-1, len(left[LONGEST:])), (1, len(right[LONGEST:]))]
    return tuple(_runs(a, b, left, right, steps))


def _words(passage: Passage) -> list[Span]:
    """The words, signs and uncut stretches of a passage, in order."""
    found: list[Span] = []
    start = passage.span.start
    for whole in passage.whole:
        if whole.start < start or whole.end > passage.span.end:
            continue
        found += _plain(passage.text, start, whole.start)
        found.append(whole)
        start = whole.end
    return found + _plain(passage.text, start, passage.span.end)


def _plain(text: str, start: int, end: int) -> list[Span]:
    return [Span(word.start, word.end) for word in tokens(text, Span(start, end))] if start < end else []


def _key(text: str, word: Span) -> str:
    """What makes two words the same: their characters, any white space in them as one blank."""
    return " ".join(word.of(text).split())


def _character(key: str, characters: dict[str, str]) -> str:
    """The one character that stands for a word."""
    if key not in characters:
        number = _FIRST + len(characters)
        characters[key] = chr(number + len(_SURROGATES) if number >= _SURROGATES.start else number)
    return characters[key]


def _runs(
    a: Passage, b: Passage, left: Sequence[Span], right: Sequence[Span], steps: Iterable[tuple[int, int]]
) -> Iterable[Run]:
    """The runs, neighbours of one kind joined, between two that are shared what only A has first."""
    here = there = 0
    only_a: list[Span] = []
    only_b: list[Span] = []
    for step, count in _telling(a, left, [step for step in steps if step[1]]):
        if step <= 0:
            mine = left[here : here + count]
            here += count
        if step >= 0:
            theirs = right[there : there + count]
            there += count
        if step < 0:
            only_a += mine
        elif step > 0:
            only_b += theirs
        else:
            yield from _only(a, b, only_a, only_b)
            only_a, only_b = [], []
            stretch = mine[0].joined(mine[-1])
            yield Run(Presence.BOTH, stretch.of(a.text), stretch, theirs[0].joined(theirs[-1]))
    yield from _only(a, b, only_a, only_b)


def _only(a: Passage, b: Passage, only_a: Sequence[Span], only_b: Sequence[Span]) -> Iterable[Run]:
    if only_a:
        stretch = only_a[0].joined(only_a[-1])
        yield Run(Presence.A, stretch.of(a.text), stretch, None)
    if only_b:
        stretch = only_b[0].joined(only_b[-1])
        yield Run(Presence.B, stretch.of(b.text), None, stretch)


def _telling(a: Passage, left: Sequence[Span], steps: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The steps, those of nothing but one short word or sign between two differences taken for differences."""
    here = 0
    for number, (step, count) in enumerate(steps):
        between = 0 < number < len(steps) - 1
        if step == 0 and between and count == 1 and _is_slight(a, left[here]):
            yield -1, 1
            yield 1, 1
        else:
            yield step, count
        here += count if step <= 0 else 0


def _is_slight(a: Passage, word: Span) -> bool:
    letters = word.of(a.text)
    return word not in a.whole and len(letters) < SHORTEST and not any(letter.isdecimal() for letter in letters)
