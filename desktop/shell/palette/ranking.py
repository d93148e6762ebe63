"""Knows how well a few typed letters fit the words of an entry, and in which order entries are offered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
BY_PLACE = 0.4
"""What a term counts that is found in the place only."""
NEVER = float("-inf")
POOREST = 0.25
"""What fits worse than this share of the best is letters strewn over other words."""
LONGEST = 160
"""Of longer words only the beginning is looked at."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How typed letters fit: the more the better; places: of the letters found, in the words."""

    score: float
    places: tuple[int, ...]


def fit(typed: str, words: str, place: str = "") -> Fit | None:
    """How the typed terms fit; each has to be found with its letters in their order, the terms in any order.

    A term that is not found in the words may name the place instead; that counts for little.
    """
    score, places = 0.0, list[int]()
    for term in typed.split():
        found = _fit(term, words[:LONGEST])
        if found is not None:
            score += found.score
            places.extend(found.places)
        elif place and (found := _fit(term, place[:LONGEST])) is not None:
            score += found.score * BY_PLACE
        else:
            return None
    return Fit(score, tuple(sorted(set(places))))


def ranked(typed: str, entries: Sequence[tuple[str, str]], recent: Sequence[int] = ()) -> list[tuple[int, Fit]]:
    """The numbers of the entries (words, and where they stand) that fit, best first.

    recent: the numbers of entries in the order in which they were used last; those come first where nothing is typed,
    and before their equals else.
    """
    used = {number: place for place, number in enumerate(recent)}
    found: list[tuple[float, int, int, Fit]] = []
    for number, (words, place) in enumerate(entries):
        fits = fit(typed, words, place)
        if fits is not None:
            found.append((-fits.score, used.get(number, len(used)), number, fits))
    found.sort(key=lambda entry: entry[:3])
    best = max((fits.score for *_, fits in found), default=0.0)
    least = min(best, POOREST * best)
    found = [entry for entry in found if entry[3].score >= least]
    return [(number, shown) for *_, number, shown in found]


def _folded(words: str) -> list[str]:
    """Its letters without their case; one stays one, where "ß" would become two and shift all places behind it."""
    return [folded if len(folded := letter.casefold()) == 1 else letter for letter in words]


def _fit(term: str, words: str) -> Fit | None:
    where, worth = _laid_out(words)
    # For each letter of the term: where it may stand, the best score that ends there, and whence that came.
    rounds: list[tuple[Sequence[int], list[float], list[int]]] = []
    for number, wanted in enumerate(_folded(term)):
        places: Sequence[int] = where.get(wanted, ())
        scores: list[float] = []
        came: list[int] = []
        before: Sequence[int] = rounds[-1][0] if rounds else ()
        scored = rounds[-1][1] if rounds else []
        following, ahead, ahead_at = 0, NEVER, -1  # ahead: the best of those further back than the neighbour
        for place in places:
            while following < len(before) and before[following] < place - 1:
                # What is skipped up to here weighs the same for all that follow, so it is taken away beforehand.
                chance = scored[following] - GAP + SKIPPED * (before[following] + 2)
                if chance > ahead:
                    ahead, ahead_at = chance, following
                following += 1
            best, source = (0.0, -1) if number == 0 else (ahead - SKIPPED * place, ahead_at)
            if following < len(before) and before[following] == place - 1 and scored[following] + NEIGHBOUR >= best:
                best, source = scored[following] + NEIGHBOUR, following
            scores.append(best + worth[place])
            came.append(source)
        if not any(score > NEVER for score in scores):
            return None
        rounds.append((places, scores, came))
    last = rounds[-1][1]
    at = max(range(len(last)), key=last.__getitem__)
    score, found = last[at], list[int]()
    for stood, _, came in reversed(rounds):
        found.append(stood[at])
        at = came[at]
    return Fit(score, tuple(reversed(found)))


@lru_cache(maxsize=10_000)
def _laid_out(words: str) -> tuple[dict[str, list[int]], list[float]]:
    """Where each letter stands in the words, without its case, and what a letter found at each place is worth."""
    where: dict[str, list[int]] = {}
    for place, letter in enumerate(_folded(words)):
        where.setdefault(letter, []).append(place)
    return where, [LETTER + _start(words, place) for place in range(len(words))]


def _start(words: str, place: int) -> float:
    if not words[place].isalnum():
        return 0.0
    if place == 0:
        return WORD_START + FIRST
    return 0.0 if words[place - 1].isalnum() else WORD_START
