"""Knows which members of one sequence are those of another, where that can be told without a guess.

Members are paired by their masked keys first (a sentence with its figures blanked out), for what stands where is told
by the words; by their exact keys only where the masked ones leave a choice. What could be paired in two ways is not
paired at all.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

NONE = -1
"""Stands for no partner."""

_DEEPEST = 24
"""How often a gap is looked into again. Natural texts need five; without end, built ones would take for ever."""

Keys = Sequence[str]
_Gap = tuple[int, int, int, int]


def paired(old: Keys, new: Keys, old_exact: Keys, new_exact: Keys) -> list[int]:
    """For each member of the old sequence, which one of the new it is; NONE where that cannot be told.

    The first two sequences are the masked keys, the last two the exact ones. The order is kept.
    """
    found = [NONE] * len(old)
    gaps: list[tuple[_Gap, int]] = [((0, len(old), 0, len(new)), 0)]
    while gaps:
        (first, end, there, last), depth = gaps.pop()
        if first >= end or there >= last or depth > _DEEPEST:
            continue
        here = slice(first, end), slice(there, last)
        pairs = (
            _once(old[here[0]], new[here[1]])
            or _as_often(old[here[0]], new[here[1]])
            or _once(old_exact[here[0]], new_exact[here[1]])
        )
        before = (first - 1, there - 1)
        for one, other in [*((first + a, there + b) for a, b in pairs), (end, last)] if pairs else ():
            if one < end:
                found[one] = other
            gaps.append(((before[0] + 1, one, before[1] + 1, other), depth + 1))
            before = (one, other)
    spread(found, old, new)
    return found


def spread(found: list[int], old: Keys, new: Keys) -> None:
    """Pairs what stands right before or behind members that are paired, and is alike; both ends of the sequences count
    as paired. What two neighbours claim differently stays alone."""
    taken = {other for other in found if other != NONE}
    claims: dict[int, set[int]] = {}
    wanted: dict[int, set[int]] = {}
    seeds = [(-1, -1), *((one, other) for one, other in enumerate(found) if other != NONE), (len(old), len(new))]
    for step in (1, -1):
        for start, there in seeds:
            one, other = start + step, there + step
            while 0 <= one < len(old) and 0 <= other < len(new) and found[one] == NONE and other not in taken:
                if old[one] != new[other]:
                    break
                claims.setdefault(one, set()).add(other)
                wanted.setdefault(other, set()).add(one)
                one, other = one + step, other + step
    for one, others in claims.items():
        if len(others) == 1 and len(wanted[next(iter(others))]) == 1:
            found[one] = next(iter(others))


def _once(old: Keys, new: Keys) -> list[tuple[int, int]]:
    """The members that stand in each sequence once, in the longest order that both share."""
    here, there = Counter(old), Counter(new)
    places = {key: place for place, key in enumerate(new) if there[key] == 1}
    return in_order([(place, places[key]) for place, key in enumerate(old) if here[key] == 1 and key in places])


def _as_often(old: Keys, new: Keys) -> list[tuple[int, int]]:
    """The members that stand in both sequences equally often, first with first, in the longest order both share."""
    here, there = Counter(old), Counter(new)
    alike = {key for key, count in here.items() if there.get(key) == count}
    places: dict[str, list[int]] = {}
    for place, key in enumerate(new):
        if key in alike:
            places.setdefault(key, []).append(place)
    rest = {key: iter(found) for key, found in places.items()}
    return in_order([(place, next(rest[key])) for place, key in enumerate(old) if key in alike])


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs, given in the order of the first, that are in the order of the second as well."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(at[length - 1] if length else NONE)
        ends[length : length + 1] = [other]
        at[length : length + 1] = [number]
    chain = []
    number = at[-1] if at else NONE
    while number != NONE:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
