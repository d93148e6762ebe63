"""Knows how well a few typed letters fit the words of an entry, and in which order entries are offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = 1.0
WORD_START = 6.0
NEIGHBOUR = 7.0
FIRST = 3.0
"""What a letter adds that is found at all, that begins a word, follows the one before, begins the entry."""
GAP = 3.0
SKIPPED = 0.05
"""What a gap between two letters takes away, and each letter in it."""
POOREST = 0.25
"""What fits worse than this share of the best is letters strewn over other words."""
LONGEST = 160
"""Of longer words only the beginning is looked at."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How typed letters fit: the more the better; places: of the letters found, in the words."""

    score: float
    places: tuple[int, ...]


def fit(typed: str, words: str) -> Fit | None:
    """How the typed terms fit; each has to be found with its letters in their order, the terms in any order."""
    score, places = 0.0, list[int]()
    for term in typed.split():
        found = _fit(_folded(term), words[:LONGEST])
        if found is None:
            return None
        score += found.score
        places.extend(found.places)
    return Fit(score, tuple(sorted(set(places))))


def ranked(typed: str, entries: Sequence[tuple[str, str]], recent: Sequence[int] = ()) -> list[tuple[int, Fit]]:
    """The numbers of the entries (words, and where they stand) that fit, best first.

    What fits only together with the place comes behind what fits by its words alone. recent: the numbers of entries in
    the order in which they were used last; those come first where nothing is typed, and before their equals else.
    """
    used = {number: place for place, number in enumerate(recent)}
    found: list[tuple[bool, float, int, int, Fit]] = []
    for number, (words, place) in enumerate(entries):
        by_words = fit(typed, words)
        fits = by_words or fit(typed, f"{words} {place}")
        if fits is not None:
            shown = Fit(fits.score, tuple(each for each in fits.places if each < len(words)))
            found.append((by_words is None, -fits.score, used.get(number, len(used)), number, shown))
    found.sort(key=lambda entry: entry[:4])
    best = max((fits.score for *_, fits in found), default=0.0)
    least = min(best, POOREST * best)
    found = [entry for entry in found if entry[4].score >= least]
    return [(number, shown) for *_, number, shown in found]


def _folded(words: str) -> list[str]:
    """Its letters without their case; one stays one, where "ß" would become two and shift all places behind it."""
    return [folded if len(folded := letter.casefold()) == 1 else letter for letter in words]


def _fit(term: Sequence[str], words: str) -> Fit | None:
    letters = _folded(words)
    if not _holds(term, letters):
        return None
    worth = [LETTER + _start(words, place) for place in range(len(words))]
    # best[place]: the best that ends with the letter of this round there, and the places that lead to it.
    best: list[Fit | None] = [
        Fit(worth[place], (place,)) if letter == term[0] else None for place, letter in enumerate(letters)
    ]
    for wanted in term[1:]:
        following: list[Fit | None] = [None] * len(letters)
        ahead: Fit | None = None  # the best before the neighbour, with what was skipped since taken away
        for place, letter in enumerate(letters):
            beside = best[place - 1] if place else None
            if letter == wanted:
                chances = [Fit(beside.score + NEIGHBOUR, beside.places)] if beside is not None else []
                chances += [ahead] if ahead is not None else []
                if chances:
                    chance = max(chances, key=lambda each: each.score)
                    following[place] = Fit(chance.score + worth[place], (*chance.places, place))
            if ahead is not None:
                ahead = Fit(ahead.score - SKIPPED, ahead.places)
            if beside is not None and (ahead is None or beside.score - GAP > ahead.score):
                ahead = Fit(beside.score - GAP, beside.places)
        best = following
    return max((each for each in best if each is not None), key=lambda each: each.score, default=None)


def _holds(term: Sequence[str], letters: Sequence[str]) -> bool:
    left = iter(letters)
    return all(wanted in left for wanted in term)


def _start(words: str, place: int) -> float:
    if not words[place].isalnum():
        return 0.0
    if place == 0:
        return WORD_START + FIRST
    return 0.0 if words[place - 1].isalnum() else WORD_START
