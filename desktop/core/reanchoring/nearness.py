"""Knows how far what stands around a place is what stood around another."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.reanchoring.pairing import NONE
from desktop.core.reanchoring.succession import FEWEST, Succession, Word, Worded

REACH = 10
"""How many words on each side of a place are looked at."""

_FAR = 2 * REACH


class Around(NamedTuple):
    """The words right before and right behind a place, in the order of the text."""

    before: Sequence[Word]
    behind: Sequence[Word]


def around(text: Worded, first: int, last: int) -> Around:
    """What stands around the words from `first` to `last` (inclusive): in their sentence, beyond it where that says
    little."""
    begin, end = text.sentence_of[first], text.sentence_of[last]
    least, most = max(first - REACH, 0), min(last + 1 + REACH, len(text.words))
    if sum(one.told for one in text.sentences[begin : end + 1]) >= FEWEST:
        least, most = max(least, text.sentences[begin].first), min(most, text.sentences[end].end)
    return Around(text.words[least:first], text.words[last + 1 : most])


def likeness(one: Around, other: Around) -> float:
    """How much of what stands around two places is the same, in the same order: 0 for nothing, 1 for all."""
    weight = sum(word.weight for side in (*one, *other) for word in side)
    if not weight:
        return 0.0
    shared = _shared(one.before, other.before) + _shared(one.behind, other.behind)
    return 2 * shared / weight


def _shared(one: Sequence[Word], other: Sequence[Word]) -> float:
    """The weight of the longest chain of words that stand in both in one order."""
    row = [0.0] * (len(other) + 1)
    for word in one:
        diagonal = 0.0
        for at, against in enumerate(other, start=1):
            longer = diagonal + word.weight if word.masked == against.masked else max(row[at], row[at - 1])
            diagonal, row[at] = row[at], longer
    return row[-1]


def kept(words: Succession, word: int) -> tuple[float, float]:
    """How much of what stands around an old word stands around its image: the share of it, and its weight."""
    image = words.images[word]
    found = whole = 0.0
    start, behind = around(words.old, word, word)
    first = word - len(start)
    for place in (*range(first, word), *range(word + 1, word + 1 + len(behind))):
        weight = words.old.words[place].weight
        whole += weight
        if words.images[place] != NONE and abs(words.images[place] - image) <= _FAR:
            found += weight
    return (found / whole if whole else 0.0), found
