"""Knows which names are of one thing: "Winston" and "Harry Winston", "BBC" and "British Broadcasting Corporation"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

_SHORTEST = 3
"""How many letters a part of a name needs to stand for the whole."""


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are of one thing: equal, the initials of the other, or its first or last words."""
    if one is None or other is None:
        return False
    left, right = _words(one), _words(other)
    if left == right or _is_short_for(left, right) or _is_short_for(right, left):
        return True
    short, long = sorted((left, right), key=len)
    return len(" ".join(short)) >= _SHORTEST and (long[: len(short)] == short or long[-len(short) :] == short)


class Namesakes:
    """Names by what they can be recognised by, to find those of one thing without a look at all others."""

    def __init__(self, names: Iterable[str]) -> None:
        self._whole: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[str, list[str]] = defaultdict(list)
        self._joined: dict[str, list[str]] = defaultdict(list)
        self._initials: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            words = _words(name)
            self._whole[" ".join(words)].append(name)
            self._joined["".join(words)].append(name)
            self._initials[_initials(words)].append(name)
            for part in _parts(words):
                self._parts[part].append(name)

    def of(self, name: str) -> Sequence[str]:
        """The names that are of the same thing as this one, itself among them where it is known."""
        words = _words(name)
        near = [*self._whole.get(" ".join(words), ()), *self._parts.get(" ".join(words), ())]
        near += [other for part in _parts(words) for other in self._whole.get(part, ())]
        near += [*self._initials.get("".join(words), ()), *self._joined.get(_initials(words), ())]
        return [other for other in dict.fromkeys(near) if same_name(name, other)]


def _words(name: str) -> list[str]:
    return name.lower().split()


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(long) > 1 and _initials(long) == "".join(short)


def _parts(words: Sequence[str]) -> Iterator[str]:
    """The first words of a name, and its last ones."""
    for size in range(1, len(words)):
        yield " ".join(words[:size])
        yield " ".join(words[-size:])
