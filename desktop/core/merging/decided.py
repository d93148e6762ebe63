"""Knows how the rulings of two editors stand side by side: the same one once, and every other one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from desktop.core.merging.naming import Names, may_be_one
from desktop.core.ruled import Ruled
from desktop.core.rulings import Ruling, in_order


@dataclass(frozen=True, slots=True)
class Decided:
    """The rulings of two workspaces. added: how many came in. conflicting: how many of these contradict one of mine."""

    rulings: tuple[Ruling, ...]
    added: int = 0
    conflicting: int = 0


def joined_rulings(mine: tuple[Ruling, ...], theirs: Iterable[Ruling], names: Names) -> Decided:
    """My rulings and theirs. Where two of one name differ, theirs is told apart by its name."""
    before = Ruled(mine)
    found = list(mine)
    on: dict[frozenset[object], list[int]] = {}
    for place, ruling in enumerate(found):
        on.setdefault(_where(ruling), []).append(place)
    added = conflicting = 0
    for ruling in theirs:
        where = on.setdefault(_where(ruling), [])
        known = [found[place].by for place in where if found[place].places == ruling.places]
        for place in where:
            if _is_same(found[place], ruling, names, known):
                later = _later(found[place], ruling)
                if later.places == found[place].places or later.by not in known:
                    found[place] = later
                break
        else:
            where.append(len(found))
            found.append(replace(ruling, by=names.apart(ruling.by, known)))
            added += 1
            conflicting += _contradicts(ruling, before)
    return Decided(mine if tuple(found) == mine else in_order(found), added, conflicting)


def _where(ruling: Ruling) -> frozenset[object]:
    """What a ruling and the same one with lost places have in common."""
    return frozenset((anchor.article, anchor.quote) for anchor in ruling.anchors)


def _is_same(mine: Ruling, theirs: Ruling, names: Names, known: list[str]) -> bool:
    said, their_said = ((one.decision, {at.quote for at in one.right}, one.reason) for one in (mine, theirs))
    if said != their_said:
        return False
    is_at_once = bool(mine.at) and mine.at == theirs.at
    if mine.places == theirs.places:
        if set(mine.right) != set(theirs.right):
            return False
    elif not is_at_once or not (mine.is_orphan or theirs.is_orphan):
        return False
    if is_at_once:
        return may_be_one(mine.by, theirs.by) or names.is_one_of(mine.by, theirs.by, known)
    is_named = bool(theirs.by) or mine.at == theirs.at
    return (is_named and mine.by == theirs.by) or names.is_one_of(mine.by, theirs.by, known)


def _later(mine: Ruling, theirs: Ruling) -> Ruling:
    """The same ruling as it was made last, at places that hold."""
    if theirs.is_orphan is not mine.is_orphan:
        return mine if theirs.is_orphan else replace(theirs, by=mine.by)
    return mine if theirs.at <= mine.at else replace(theirs, by=mine.by)


def _contradicts(ruling: Ruling, before: Ruled) -> bool:
    return any(
        known.between(one, other) != ruling.between(one, other)
        for one, other in combinations(ruling.anchors, 2)
        for known in before.of(frozenset((one, other)))
    )
