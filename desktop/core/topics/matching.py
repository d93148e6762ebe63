"""Decides which strands of two articles speak of one thing."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from desktop.core.claims import Mark
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.topics.facts import Strand
from desktop.core.topics.features import ANYBODY, Feature, Group, Profile
from desktop.core.topics.values import telling_points
from desktop.core.topics.vetoes import doubts, vetoed

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

_BOTH_COUNTED = 1.5
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


class _Bond(NamedTuple):
    """A feature that two strands share. strength: the product of theirs. alike, any: how many strands of an article
    hold it, of the article that has more of them: of those that the same marks set apart, and of all."""

    feature: Feature
    strength: float
    alike: int
    any: int


_Bonds = dict[tuple[int, int], list[_Bond]]
"""What strands share, by their places in both articles."""


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
        self._nouns = tuple(frozenset(profile.noun for profile in side) for side in (left, right))

    def candidates(self) -> Iterator[tuple[Strand, Strand, Evidence]]:
        """Every two strands that share something and are not kept apart, in the order of the texts."""
        found, near = self._shared()
        lists = self._lists(found)
        for (at, to), bonds in sorted(found.items()):
            one, other = self._left[at], self._right[to]
            if not vetoed(one.strand, other.strand, self._lexicon):
                listed = one.group in lists and any(bond.feature.sort == "place" for bond in bonds)
                weighed = self._weighed(one, other, bonds, listed=listed)
                yield one.strand, other.strand, weighed._replace(near=(at, to) in near)

    def _lists(self, found: _Bonds) -> frozenset[Group]:
        """The sorts of figures that both articles tell place by place: two places at least are in both lists."""
        places: dict[Group, set[str]] = defaultdict(set)
        for (at, _), bonds in found.items():
            places[self._left[at].group].update(b.feature.what for b in bonds if b.feature.sort == "place")
        return frozenset(group for group, names in places.items() if len(names) > 1)

    def _shared(self) -> tuple[_Bonds, set[tuple[int, int]]]:
        """The features that strands share, and which strands state about the same."""
        holders: dict[tuple[Group, Feature], list[tuple[int, float]]] = defaultdict(list)
        own, values = _Values(self._left), _Values(self._right)
        for to, profile in enumerate(self._right):
            for feature, strength in profile.features.items():
                holders[profile.group, feature].append((to, strength))
        found: _Bonds = {}
        near: set[tuple[int, int]] = set()
        for at, profile in enumerate(self._left):
            for to in values.like(profile):
                found[at, to] = []
                near.add((at, to))
            only = values.only(profile)
            if only is not None and own.only(profile) == at:
                found[at, only].append(_Bond(_ONLY_VALUE, 1.0, 1, 1))
            for feature, strength in profile.features.items():
                sharing = holders.get((profile.group, feature))
                if not sharing:
                    continue
                left, right = (side[profile.group, None, feature] for side in self._counts)
                if left * len(sharing) > _COMMONEST:
                    continue
                most, alike = (
                    max(left, right),
                    max(side[profile.group, profile.marks, feature] for side in self._counts),
                )
                for to, other in sharing:
                    found.setdefault((at, to), []).append(_Bond(feature, strength * other, alike, most))
        return found, near

    def _weighed(self, one: Profile, other: Profile, bonds: Iterable[_Bond], *, listed: bool) -> Evidence:
        points, words = 0.0, 0.0
        sorts: set[str] = set()
        same = one.marks == other.marks
        weights = self._lexicon.word_weights
        for feature, strength, alike, most in bonds:
            holding = alike if same else most
            if feature.sort == "word":
                close = strength == 1.0 and holding <= 1  # in the clauses of these two alone
                worth = strength * _rarity(holding) + (_WORTH_OF_A_CLOSE_WORD if close else 0.0)
                words += weights.get(feature.what, 1.0) * worth
                continue
            alone = same and feature.sort in _WORTH_ALONE and holding <= 1
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
        common = round(sum(weights.get(word, 1.0) for word in one.around & other.around), 6)
        per, top = (
            (_WORTH_OF_SOLO, _MOST_OF_SOLO) if one.is_solo and other.is_solo else (_WORTH_OF_ALIKE, _MOST_OF_ALIKE)
        )
        points += min(top, per * max(0.0, common - _USUAL))
        if common >= _A_FAMILY_OF_ALIKE:
            sorts.add("alike")
        if _of_the_same_digits(one, other):
            points, sorts = points + _WORTH_OF_DIGITS, sorts | {"digits"}
        words = round(words, 6)
        families = len(sorts) + (words >= _A_FAMILY_OF_WORDS) + (words >= 2 * _A_FAMILY_OF_WORDS)
        against = doubts(one.strand, other.strand, self._lexicon) + self._tell_apart(one, other)
        # rounded, because the order in which a set gives its words must not tip a scale
        return Evidence(round(points + min(_MOST_OF_WORDS, words), 6), families, against)

    def _tell_apart(self, one: Profile, other: Profile) -> float:
        """How much it speaks against two counts that both articles count both things: the goals and the games."""
        left, right = one.noun, other.noun
        if not left or not right or left == right or ANYBODY in (left, right):
            return 0.0
        return _BOTH_COUNTED if right in self._nouns[0] and left in self._nouns[1] else 0.0


def _of_one_sort(one: Profile, other: Profile) -> bool:
    """Whether two counts are known to count the same sort of thing."""
    return any(feature.sort == "noun" and feature in other.features for feature in one.features)


class _Values:
    """The strands of an article by what they state, to find those that state about the same."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._dates: dict[tuple[Kind, str], list[int]] = defaultdict(list)
        self._sizes: dict[Kind, list[tuple[float, int, str | None]]] = defaultdict(list)
        for at, profile in enumerate(profiles):
            quantity = profile.claim.figure.quantity
            if quantity.iso is not None:
                self._dates[quantity.kind, quantity.iso].append(at)
            elif profile.size is not None:
                self._sizes[profile.group.kind].append((profile.size, at, quantity.unit))
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
            off = abs(size) * _SAME
            low, high = bisect_left(sizes, (size - off,)), bisect_right(sizes, (size + off, len(self._profiles)))
            same = [at for _, at, _ in sizes[low:high]]
        return same[0] if len(same) == 1 else None

    def like(self, profile: Profile) -> Sequence[int]:
        """The strands that state the same as this one or nearly so, _MOST_ALIKE at most, the nearest first."""
        quantity = profile.claim.figure.quantity
        if quantity.iso is not None:
            return self._dates.get((quantity.kind, quantity.iso), ())[:_MOST_ALIKE]
        if profile.size is None:
            return ()
        sizes, size = self._sizes.get(profile.group.kind, []), profile.size
        reach = 1 - (_EXCHANGED if quantity.kind is Kind.MONEY else _ALIKE)
        least, most = sorted((size * reach, size / reach))
        near = (
            (abs(other - size), at)
            for other, at, unit in sizes[
                bisect_left(sizes, (least,)) : bisect_right(sizes, (most, len(self._profiles)))
            ]
            if abs(other - size) <= _ALIKE * max(abs(other), abs(size)) or unit != quantity.unit
        )
        return [at for _, at in nsmallest(_MOST_ALIKE, near)]


_FEW, _BRIEF = 16, 2
_ONLY_VALUE = Feature("value", "")
"""What two strands share that state a value which no other strand of their articles states."""

_ALIKE, _EXCHANGED = 0.1, 0.3
"""How far apart two amounts may be, relative to the greater, that may fit: a hedge of 5 % and the rounding of a
conversion; and in two currencies, whose rate changes from year to year."""

_SAME = 1e-9
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


def _of_the_same_digits(one: Profile, other: Profile) -> bool:
    """Whether two different amounts are written with the same digits: shifted by a scale, or changed round."""
    left, right = one.digits, other.digits
    if len(left) < 2 or len(left) != len(right):
        return False
    a, b = one.claim.figure.quantity, other.claim.figure.quantity
    if left == right:
        return a.value != b.value or a.per != b.per
    return sorted(left) == sorted(right) and (len(left) > 2 or a.kind in (Kind.AGE, Kind.PERCENT))
