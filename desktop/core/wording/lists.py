"""Says several things in one breath."""

from collections.abc import Sequence
from functools import reduce

from desktop.core.language import say


def commas(words: Sequence[str]) -> str:
    """Parts of one heading: "payment, Globex, earlier"; "" for none."""
    return reduce(lambda first, second: say("{first}, {second}", first=first, second=second), words) if words else ""


def listed(words: Sequence[str]) -> str:
    """Things of one sentence: "A, B and C"."""
    *others, last = words
    return say("{first} and {last}", first=commas(others), last=last) if others else last


def clauses(words: Sequence[str]) -> str:
    """Reasons of one sentence, each a clause of its own: "it says so; most others say so"."""
    return reduce(lambda first, second: say("{first}; {second}", first=first, second=second), words)
