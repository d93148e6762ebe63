"""Decides which strands of two articles speak of one thing."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.claims import Mark
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.topics.facts import Strand
from desktop.core.topics.features import Feature, Group, Profile, digits_of
from desktop.core.topics.vetoes import DOUBT, doubts, vetoed

AGREEING_SCORE, AGREEING_STRANGERS = 1.5, 3.5
"""What two fitting amounts need, in articles that tell of one event and in others."""
CONFLICT_EVIDENCE, BRIEF_CONFLICT, CONFLICT_MARGIN = 3.0, 2.0, 0.25
_COMMONEST = 400
"""A feature that more pairs of strands share says nothing of any of them."""

_WORTH = {
    "attribute": 2.5,
    "noun": 2.0,
    "place": 1.5,
    "name": 0.75,
    "subject": 1.5,
    "of": 1.5,
    "as of": 0.5,
    "per": 1.5,
    "kind": 0.0,
    "lead": 0.75,
    "value": 1.0,
    "people": 0.5,
    "main": 1.25,
}
_WORTH_ALONE = {"attribute": 1.5, "noun": 1.5, "place": 1.5, "name": 0.5, "per": 1.0, "kind": 1.5, "lead": 0.5}
_WORTH_OF_AN_AGED_NAME = 4.0
"""Two ages beside one name are of one person."""

_WORTH_OF_A_LIST = 1.0
"""Where two articles both tell a share for each of several countries, those of one country are the same share."""

_WORTH_OF_DIGITS = 2.0
"""Two amounts of the same digits in another order, or with another scale, period or unit, are one slip apart."""

_WORTH_OF_A_CLOSE_WORD = 0.75
_USUAL, _A_FAMILY_OF_ALIKE = 1.0, 4.0
_WORTH_OF_ALIKE, _MOST_OF_ALIKE = 0.2, 1.0
_WORTH_OF_SOLO, _MOST_OF_SOLO = 0.5, 2.0
"""What each further word or name says that the sentences of two figures share: more where both stand there alone."""

_MOST_OF_WORDS = 3.0
_A_FAMILY_OF_WORDS = 1.0


class Evidence(NamedTuple):
    """How much speaks for two strands being about one thing: points, from how many independent families, and how much
    the known differences speak against it. near: whether both state about the same."""

    points: float
    families: int
    doubts: float = 0
    near: bool = False


class Company:
    """The strands of two articles, and what they share.

    A feature that two strands share with nobody else in their articles is strong evidence: where each article tells one
    event and has one depth, the two depths are the same depth.
    """

    def __init__(
        self, left: Sequence[Profile], right: Sequence[Profile], lexicon: Lexicon, *, is_one_event: bool = True
    ) -> None:
        self._left, self._right, self._lexicon = left, right, lexicon
        self._counts = tuple(_counted(side) for side in (left, right))
        sizes = tuple(Counter(profile.group for profile in side) for side in (left, right))
        self._crowd = {group: sizes[0][group] * sizes[1][group] for group in sizes[0]}
        self.is_brief = all(len({p.claim.sentence for p in side}) <= _BRIEF for side in (left, right))
        self.is_one_event = is_one_event

    def candidates(self) -> Iterator[tuple[Strand, Strand, Evidence]]:
        """Every two strands that share something and are not kept apart, in the order of the texts."""
        found, near = self._shared()
        lists = self._lists(found)
        for (at, to), features in sorted(found.items()):
            one, other = self._left[at], self._right[to]
            if not vetoed(one.strand, other.strand, self._lexicon):
                listed = one.group in lists and any(feature.sort == "place" for feature, _ in features)
                weighed = self._weighed(one, other, features, listed=listed)
                yield one.strand, other.strand, weighed._replace(near=(at, to) in near)

    def _lists(self, found: Mapping[tuple[int, int], Iterable[tuple[Feature, float]]]) -> frozenset[Group]:
        """The sorts of figures that both articles tell place by place: two places at least are in both lists."""
        places: dict[Group, set[str]] = defaultdict(set)
        for (at, _), features in found.items():
            places[self._left[at].group].update(feature.what for feature, _ in features if feature.sort == "place")
        return frozenset(group for group, names in places.items() if len(names) > 1)

    def _shared(self) -> tuple[dict[tuple[int, int], list[tuple[Feature, float]]], set[tuple[int, int]]]:
        """The features that strands share, by their places in both articles, each with its strength; and which strands
        state about the same."""
        holders: dict[tuple[Group, Feature], list[tuple[int, float]]] = defaultdict(list)
        own, values = _Values(self._left), _Values(self._right)
        for to, profile in enumerate(self._right):
            for feature, strength in profile.features.items():
                holders[profile.group, feature].append((to, strength))
        found: dict[tuple[int, int], list[tuple[Feature, float]]] = {}
        near: set[tuple[int, int]] = set()
        for at, profile in enumerate(self._left):
            for to in values.like(profile):
                found[at, to] = []
                near.add((at, to))
            only = values.only(profile)
            if only is not None and own.only(profile) == at:
                found[at, only].append((_ONLY_VALUE, 1.0))
            for feature, strength in profile.features.items():
                key = profile.group, feature
                if self._counts[0][profile.group, None, feature] * len(holders.get(key, ())) > _COMMONEST:
                    continue
                for to, other in holders.get(key, ()):
                    found.setdefault((at, to), []).append((feature, strength * other))
        return found, near

    def _weighed(
        self, one: Profile, other: Profile, features: Iterable[tuple[Feature, float]], *, listed: bool
    ) -> Evidence:
        points, words = 0.0, 0.0
        sorts: set[str] = set()
        same = one.marks == other.marks
        for feature, strength in features:
            counts = [side[one.group, one.marks if same else None, feature] for side in self._counts]
            if feature.sort == "word":
                weight = self._lexicon.word_weights.get(feature.what, 1.0)
                close = strength == 1.0 and max(counts) <= 1  # in the clauses of these two alone
                words += weight * (strength * _rarity(max(counts)) + (_WORTH_OF_A_CLOSE_WORD if close else 0.0))
                continue
            alone = same and feature.sort in _WORTH_ALONE and max(counts) <= 1
            if feature.sort == "name" and one.group.kind is Kind.AGE:
                points, sorts = points + _WORTH_OF_AN_AGED_NAME, sorts | {"name", "aged"}
                continue
            if (
                feature is _ONLY_VALUE
                and not _of_one_sort(one, other)
                and self._crowd[one.group] > _FEW
                and max(telling_points(p.claim.figure.quantity) for p in (one, other)) < 1
            ):
                strength /= 2  # among many small numbers two are soon the same
            points += strength * (_WORTH[feature.sort] + (_WORTH_ALONE.get(feature.sort, 0.0) if alone else 0.0))
            if strength >= 0.3 and feature.sort != "value" and (feature.sort != "kind" or alone):
                sorts.add(feature.sort)
                if alone and feature.sort in ("attribute", "place", "noun"):
                    sorts.add(f"{feature.sort} alone")
        if listed:
            points, sorts = points + _WORTH_OF_A_LIST, sorts | {"list"}
        alike = sum(self._lexicon.word_weights.get(word, 1.0) for word in one.around & other.around)
        per, most = (
            (_WORTH_OF_SOLO, _MOST_OF_SOLO) if one.is_solo and other.is_solo else (_WORTH_OF_ALIKE, _MOST_OF_ALIKE)
        )
        points += min(most, per * max(0.0, alike - _USUAL))
        if alike >= _A_FAMILY_OF_ALIKE:
            sorts.add("alike")
        if _of_the_same_digits(one, other):
            points, sorts = points + _WORTH_OF_DIGITS, sorts | {"digits"}
        families = len(sorts) + (words >= _A_FAMILY_OF_WORDS) + (words >= 2 * _A_FAMILY_OF_WORDS)
        against = doubts(one.strand, other.strand, self._lexicon)
        return Evidence(points + min(_MOST_OF_WORDS, words), families, against)


def _of_one_sort(one: Profile, other: Profile) -> bool:
    """Whether two counts are known to count the same sort of thing."""
    return any(feature.sort == "noun" and feature in other.features for feature in one.features)


class _Values:
    """The strands of an article by what they state, to find those that state about the same."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._dates: dict[tuple[Kind, str], list[int]] = defaultdict(list)
        self._sizes: dict[Kind, list[tuple[float, int]]] = defaultdict(list)
        for at, profile in enumerate(profiles):
            quantity = profile.claim.figure.quantity
            if quantity.iso is not None:
                self._dates[quantity.kind, quantity.iso].append(at)
            elif profile.size is not None:
                self._sizes[profile.group.kind].append((profile.size, at))
        for found in self._sizes.values():
            found.sort()

    def only(self, profile: Profile) -> int | None:
        """The one strand that states just what this one does; None where there is none, or more than one."""
        quantity = profile.claim.figure.quantity
        if quantity.iso is not None:
            same: Sequence[int] = self._dates.get((quantity.kind, quantity.iso), ())
        elif profile.size is None:
            return None
        else:
            sizes, size = self._sizes.get(profile.group.kind, []), profile.size
            low = bisect_left(sizes, (size - abs(size) * 1e-9, -1))
            same = [at for _, at in sizes[low : bisect_right(sizes, (size + abs(size) * 1e-9, len(self._profiles)))]]
        return same[0] if len(same) == 1 else None

    def like(self, profile: Profile) -> Sequence[int]:
        """The strands that state the same as this one or nearly so, _MOST_ALIKE at most, the nearest first."""
        quantity = profile.claim.figure.quantity
        if quantity.iso is not None:
            return self._dates.get((quantity.kind, quantity.iso), ())[:_MOST_ALIKE]
        if profile.size is None:
            return ()
        sizes, size = self._sizes.get(profile.group.kind, []), profile.size
        reach = _EXCHANGED if quantity.kind is Kind.MONEY else _ALIKE
        low = bisect_left(sizes, (min(size * (1 - reach), size * (1 + reach)), -1))
        high = bisect_right(sizes, (max(size * (1 - reach), size * (1 + reach)), len(self._profiles)))
        near = sorted(sizes[low:high], key=lambda row: (abs(row[0] - size), row[1]))
        unit, alike = quantity.unit, _ALIKE * size
        near = [row for row in near if abs(row[0] - size) <= alike or self._unit(row[1]) != unit]
        return [at for _, at in near[:_MOST_ALIKE]]

    def _unit(self, at: int) -> str | None:
        return self._profiles[at].claim.figure.quantity.unit


_FEW, _BRIEF = 16, 2
_ONLY_VALUE = Feature("value", "")
"""What two strands share that state a value which no other strand of their articles states."""

_ALIKE, _EXCHANGED = 0.1, 0.3
"""How far apart two amounts may be, relative, that may fit: a hedge of 5 % and the rounding of a conversion; and in two
currencies, whose rate changes from year to year."""

_MOST_ALIKE = 12
"""How many strands of about one value are tried with each of that value in the other article."""


def _counted(profiles: Sequence[Profile]) -> Counter[tuple[Group, frozenset[Mark] | None, Feature]]:
    """How many strands hold a feature: of those set apart by the same marks, and (under None) of all."""
    return Counter(
        (p.group, marks, feature) for p in profiles if p.counted for feature in p.features for marks in (p.marks, None)
    )


def _rarity(holders: int) -> float:
    """How much a shared word says, by how many strands of an article stand beside it."""
    return 1.25 if holders <= 1 else 0.6 if holders == 2 else 0.35 if holders <= 4 else 0.15


def value_points(one: Quantity, other: Quantity) -> float:
    """What two values that fit add: much where they are telling (three digits but noughts), little where round."""
    return min(telling_points(one), telling_points(other))


def is_telling(one: Quantity, other: Quantity) -> bool:
    """Whether two values that fit are so particular that chance hardly brings them together."""
    return value_points(one, other) >= _TELLING


_TELLING, _LARGE = 1.75, 1000


def telling_points(quantity: Quantity) -> float:
    """How particular a value is: three digits but noughts say much, a small or round number little."""
    if quantity.kind is Kind.TIME:
        return 1.0 if quantity.iso is None or quantity.iso.endswith("00") else 2.5
    if quantity.kind is Kind.DATE:
        iso = quantity.iso or ""
        whole_day = len(iso) > 7 or (len(iso) == 7 and iso.startswith("--"))
        return 2.0 if whole_day else 1.5 if len(iso) == 7 else 1.0 if iso.isdecimal() else 0.5
    if quantity.value is None:
        return 1.0
    digits = digits_of(quantity)
    money = quantity.kind is Kind.MONEY
    if len(digits) >= 3:
        return 3.0
    if len(digits) == 2:
        return 2.5 if money else 1.75
    if quantity.kind is Kind.DURATION and quantity.value >= 10:
        return 1.5
    if quantity.value != int(quantity.value):
        return 1.0
    return 2.0 if money and quantity.value >= _LARGE else 1.5 if quantity.value >= _LARGE else 0.5


def _of_the_same_digits(one: Profile, other: Profile) -> bool:
    """Whether two different amounts are written with the same digits: shifted by a scale, or changed round."""
    left, right = one.digits, other.digits
    if len(left) < 2 or len(left) != len(right):
        return False
    a, b = one.claim.figure.quantity, other.claim.figure.quantity
    if left == right:
        return a.value != b.value or a.per != b.per
    return sorted(left) == sorted(right) and (len(left) > 2 or a.kind in (Kind.AGE, Kind.PERCENT))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two strands of two articles that may be about one thing. agrees: whether two of their facts fit each other."""

    one: Strand
    other: Strand
    evidence: Evidence
    value: float
    agrees: bool

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


def connected(links: Iterable[tuple[Strand, Strand]]) -> list[list[Strand]]:
    """The groups of strands that links join, each in the order in which its strands were first seen."""
    leader: dict[Strand, Strand] = {}

    def find(strand: Strand) -> Strand:
        while leader[strand] is not strand:
            strand = leader[strand]
        return strand

    for one, other in links:
        leader.setdefault(one, one)
        leader.setdefault(other, other)
        head, tail = find(one), find(other)
        if head is not tail:
            leader[tail] = head
    groups: dict[Strand, list[Strand]] = {}
    for strand in leader:
        groups.setdefault(find(strand), []).append(strand)
    return list(groups.values())
