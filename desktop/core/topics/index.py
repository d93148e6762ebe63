"""Finds the strands of one article by what they state and by what they can be recognised by."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from desktop.core.claims import Mark
from desktop.core.quantities import Kind
from desktop.core.text import Span
from desktop.core.topics.features import Feature, Group, Profile

_ALIKE, _EXCHANGED = 0.1, 0.3
"""How far apart two amounts may be, relative to the greater, that may fit: a hedge of 5 % and the rounding of a
conversion; and in two currencies, whose rate changes from year to year."""

_SAME = 1e-9
_MOST_ALIKE = 12
"""How many strands of about one value are tried with each of that value in the other article."""


class Held(NamedTuple):
    """A feature as a strand holds it.

    key: the feature and the group it is of. strength: 1 at most. alike, any: how many strands of the article hold it:
    of those that the same marks set apart, and of all. close: of the former, those that hold it in full.
    """

    key: str
    feature: Feature
    strength: float
    alike: int
    any: int
    close: int


class Holder(NamedTuple):
    """A strand that holds a feature: its place, what sets it apart, and how it holds it."""

    at: int
    marks: frozenset[Mark]
    held: Held


class Index:
    """The strands of one article, made once however many articles it is compared with.

    held: what each holds, by its place. holders: who holds a feature, by its key. sizes: how many there are of each
    group. values: the strands by what they state. is_unique: whether a strand is the only one that states its value.
    sharp: those that state one value. places: where the figures of each group are. in_sentence: those that stand in a
    sentence. dating: sentences with the dates that something in them is dated to. nouns: what the article counts.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        keyed = [[(_key(p, feature), feature, strength) for feature, strength in p.features.items()] for p in profiles]
        counted = [
            (p.marks, key, strength)
            for p, row in zip(profiles, keyed, strict=True)
            if p.counted
            for key, _, strength in row
        ]
        any_of = Counter(key for _, key, _ in counted)
        alike = Counter((marks, key) for marks, key, _ in counted)
        close = Counter((marks, key) for marks, key, strength in counted if strength == 1)
        self.held = tuple(
            tuple(
                Held(key, feature, strength, alike[p.marks, key], any_of[key], close[p.marks, key])
                for key, feature, strength in row
            )
            for p, row in zip(profiles, keyed, strict=True)
        )
        self.holders: dict[str, list[Holder]] = defaultdict(list)
        for at, features in enumerate(self.held):
            for held in features:
                self.holders[held.key].append(Holder(at, profiles[at].marks, held))
        self.sizes = Counter(p.group for p in profiles)
        self.values = Values(profiles)
        self.is_unique = tuple(self.values.only(p) == at for at, p in enumerate(profiles))
        self.sharp = frozenset(at for at, p in enumerate(profiles) if p.is_sharp)
        self.places: dict[Group, set[str]] = defaultdict(set)
        for p in profiles:
            self.places[p.group].update(feature.what for feature in p.features if feature.sort == "place")
        self.in_sentence = _by_sentence(profiles)
        self.dating = frozenset((p.claim.sentence, p.claim.as_of) for p in profiles if p.claim.as_of)
        self.nouns = frozenset(p.noun for p in profiles)


def _by_sentence(profiles: Sequence[Profile]) -> Mapping[Span, list[int]]:
    found: dict[Span, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for sentence in profile.strand.sentences:
            found[sentence].append(at)
    return found


def _key(profile: Profile, feature: Feature) -> str:
    kind, base = profile.group
    return f"{kind}/{base}/{feature.sort}/{feature.what}"


class Values:
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
