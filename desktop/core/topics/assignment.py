"""Decides which of the strands that may be about one thing are taken to be: one for one, agreements first."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from desktop.core.topics.doubts import DOUBT
from desktop.core.topics.facts import Strand
from desktop.core.topics.matching import CONFLICT_MARGIN, Evidence


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two strands of two articles that may be about one thing. agrees: whether two of their facts fit each other."""

    one: Strand
    other: Strand
    evidence: Evidence
    value: float
    agrees: bool

    @property
    def strands(self) -> tuple[Strand, Strand]:
        """Both strands."""
        return self.one, self.other

    @property
    def total(self) -> float:
        """All points, for ranking."""
        return self.evidence.points + self.value - DOUBT * self.evidence.doubts


def assign(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best one-to-one matches: agreements first, then differences among what is left.

    A difference needs a margin over the runners-up of both its strands. Ties go to the earlier place in the texts, so
    that the same input always gives the same matches.
    """
    ranked = sorted(candidates, key=lambda c: (not c.agrees, -c.total, c.one.start + c.other.start, c.one.start))
    taken: set[Strand] = set()
    chosen: list[Candidate] = []
    for candidate in ranked:
        if candidate.one in taken or candidate.other in taken:
            continue
        if not candidate.agrees:
            rivals = [
                rival.evidence.points
                for rival in ranked
                if rival is not candidate
                and not rival.agrees
                and rival.one not in taken
                and rival.other not in taken
                and (rival.one is candidate.one or rival.other is candidate.other)
            ]
            if rivals and max(rivals) > candidate.evidence.points - CONFLICT_MARGIN:
                continue
        taken.update((candidate.one, candidate.other))
        chosen.append(candidate)
    return chosen


T = TypeVar("T", bound=Hashable)


def connected(links: Iterable[tuple[T, T]], apart: Collection[frozenset[T]] = (), sure: int = 0) -> list[list[T]]:
    """The groups of strands that links join, each in the order in which its strands were first seen.

    apart: what must not come into one group, two by two; of several links that would bring them together, the first
    ones count. sure: how many links, from the first on, join whatever else is said.
    """
    leader: dict[T, T] = {}
    rivals: dict[T, set[T]] = {}
    for one, other in map(tuple, apart):
        rivals.setdefault(one, set()).add(other)
        rivals.setdefault(other, set()).add(one)

    def find(strand: T) -> T:
        while leader[strand] is not strand:
            strand = leader[strand]
        return strand

    for number, (one, other) in enumerate(links):
        leader.setdefault(one, one)
        leader.setdefault(other, other)
        head, tail = find(one), find(other)
        if head is tail or (rivals and number >= sure and _would_meet(leader, rivals, find, head, tail)):
            continue
        leader[tail] = head
    groups: dict[T, list[T]] = {}
    for strand in leader:
        groups.setdefault(find(strand), []).append(strand)
    return list(groups.values())


def _would_meet(
    leader: Iterable[T], rivals: Mapping[T, Collection[T]], find: Callable[[T], T], head: T, tail: T
) -> bool:
    """Whether two that must stay apart are in the groups of `head` and `tail`."""
    known = set(leader)
    return any(
        find(one) is head and any(find(other) is tail for other in others if other in known)
        for one, others in rivals.items()
        if one in known
    )
