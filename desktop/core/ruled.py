"""Knows which rulings are on what claims say, whichever mention of it they are on, and what is without one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from desktop.core.agreement import Comparison, Pair, Status
from desktop.core.anchors import Anchor
from desktop.core.quantities import Quantity
from desktop.core.rulings import (
    Ruling,
    anchors_of,
    disputes,
    is_contested,
    is_of_an_earlier_reading,
    pairs_between,
    worst_between,
)
from desktop.core.statements import Key, Statements


class Ruled:
    """The rulings of a workspace, to be asked for by place; made once for each change of them.

    A ruling on any mention of what two claims say is one on all of them: a pair may be told by another mention as soon
    as an article has a newer version.
    """

    def __init__(self, rulings: Iterable[Ruling] = (), editor: str = "", statements: Statements | None = None) -> None:
        """editor: who asks. Of several rulings on one pair the editor's own counts, else the last. statements: what
        the articles say, as they are compared."""
        self._editor = editor
        self.statements = statements or Statements()
        self._rulings = tuple(rulings)
        self._by_places: dict[frozenset[Anchor], list[int]] = {}
        self._by_key: dict[Key, list[int]] = {}
        for number, ruling in enumerate(self._rulings):
            two = (ruling.places,) if len(ruling.anchors) == 2 else map(frozenset, combinations(ruling.anchors, 2))
            keys: set[Key] = set()
            for places in two:
                self._by_places.setdefault(places, []).append(number)
                keys.update(self.statements.of_two(places))
            for key in keys:
                self._by_key.setdefault(key, []).append(number)

    def all_on(self, pair: Pair) -> tuple[Ruling, ...]:
        """Every ruling on a pair, of all editors, the last first."""
        return self.of(frozenset(anchors_of(pair))) if self._rulings else ()

    def on(self, pairs: Iterable[Pair]) -> Ruling | None:
        """The ruling on any of these pairs, that on an earlier one of them first; None where there is none."""
        for pair in pairs if self._rulings else ():
            found = self.all_on(pair)
            if found:
                return next((ruling for ruling in found if ruling.by == self._editor), found[0])
        return None

    def is_contested(self, pair: Pair) -> bool:
        """Whether editors decided a pair differently; of each editor the last word counts."""
        one, other = anchors_of(pair)
        return is_contested((self.as_on(ruling, one, other) for ruling in self.all_on(pair)), one, other)

    @property
    def contested(self) -> tuple[Ruling, ...]:
        """The rulings on what editors decided differently; of each editor the last word counts."""
        found: dict[tuple[frozenset[Anchor], str], Ruling] = {}
        if len({ruling.by for ruling in self._rulings}) < 2:
            return ()
        for places in self._by_places:
            rulings = self.of(places)
            if len(rulings) < 2:
                continue
            one, other = sorted(places)
            if is_contested((self.as_on(ruling, one, other) for ruling in rulings), one, other):
                last = {ruling.by: ruling for ruling in reversed(rulings)}
                found.update(((ruling.places, ruling.by), ruling) for ruling in last.values())
        return tuple(found.values())

    def of(self, places: frozenset[Anchor]) -> tuple[Ruling, ...]:
        """Every ruling that is on what two places say, of all editors, the last first."""
        if not self._rulings:
            return ()
        lists = [
            self._by_places.get(places, []),
            *(self._by_key.get(key, []) for key in self.statements.of_two(places)),
        ]
        found = [each for each in lists if each]
        if not found:
            return ()
        numbers = found[0] if len(found) == 1 else sorted(set().union(*found))
        return tuple(self._rulings[number] for number in reversed(numbers))

    def as_on(self, ruling: Ruling, one: Anchor, other: Anchor) -> Ruling:
        """A ruling as one on these very places, where it is on other mentions of what is said there."""
        return as_on(ruling, one, other, self.statements)

    def superseded(self, places: Iterable[Anchor], by: str) -> tuple[Ruling, ...]:
        """What an editor ruled on nothing but what these places say: a new ruling on them takes its place."""
        known = tuple(places)
        mine = (ruling for ruling in self._rulings if ruling.by == by)
        return tuple(ruling for ruling in mine if self.statements.say_all_of(known, ruling.anchors))


def as_on(ruling: Ruling, one: Anchor, other: Anchor, statements: Statements) -> Ruling:
    """A ruling as one on these very places: itself, where it is on them, else what it says of other mentions of what
    is said there."""
    if one in ruling.places and other in ruling.places:
        return ruling
    known = statements.standing_for(one, other, ruling.anchors)
    if known is None:
        return ruling
    instead = dict(zip(known, (one, other), strict=True))

    def at(anchor: Anchor) -> Anchor:
        return instead.get(anchor, anchor)

    def read(anchor: Anchor, quantity: Quantity) -> Quantity:
        """What a place was read as, in the terms of the other mention, where nothing has changed."""
        now = statements.reading(at(anchor))
        return now if now is not None and statements.reading(anchor) == quantity else quantity

    anchors = tuple(map(at, ruling.anchors))
    if len(set(anchors)) < len(anchors):  # a place of it is named as another already
        return ruling
    readings = tuple(map(read, ruling.anchors, ruling.readings))
    return replace(ruling, anchors=anchors, right=tuple(map(at, ruling.right)), readings=readings)


class Compared:
    """The pairs of an analysis, to be asked what became of what rulings are on."""

    def __init__(
        self, articles: Iterable[str] = (), pairs: Iterable[Pair] = (), statements: Statements | None = None
    ) -> None:
        """articles: the ids of those that were compared. statements: what they say, as they were compared."""
        self._statements = statements or Statements()
        self._articles = frozenset(articles)
        self._pairs = {frozenset(anchors_of(pair)): pair for pair in pairs}

    def is_over(self, ruling: Ruling) -> bool:
        """Whether nothing that a ruling is on is compared any more, though all its places are there."""
        return (
            not ruling.is_orphan
            and self._articles.issuperset(at.article for at in ruling.anchors)
            and next(self._of(ruling), None) is None
        )

    def on_an_earlier_reading(self, ruling: Ruling) -> Pair | None:
        """The first pair that is not what it was when it was ruled on, None where there is none."""
        pairs = self._of(ruling)
        return next((pair for pair in pairs if is_of_an_earlier_reading(self.as_on(ruling, pair), pair)), None)

    def as_on(self, ruling: Ruling, pair: Pair) -> Ruling:
        """A ruling as one on the very places of a pair, where it is on other mentions of what is said there."""
        return as_on(ruling, *anchors_of(pair), self._statements)

    def _of(self, ruling: Ruling) -> Iterator[Pair]:
        for two in map(frozenset, combinations(ruling.anchors, 2)):
            if two in self._pairs:
                yield self._pairs[two]
            else:
                yield from (self._pairs[places] for places in self._statements.compared_as(two))


def open_disputes(
    comparison: Comparison, ruled: Ruled, left: str | None, right: str | None
) -> tuple[tuple[Pair, ...], ...]:
    """The disputes of two articles (ids) about one topic that nobody has ruled on."""
    found = disputes(pairs_between(comparison, left, right))
    return tuple(dispute for dispute in found if ruled.on(dispute) is None)


def unreviewed(
    comparisons: Iterable[Comparison], ruled: Ruled, left: str | None, right: str | None
) -> tuple[Comparison, ...]:
    """The comparisons in which two articles (ids) contradict each other or themselves, and nobody has ruled yet."""
    disputed = [found for found in comparisons if worst_between(found, left, right) is Status.CONFLICT]
    return tuple(found for found in disputed if open_disputes(found, ruled, left, right))


def reviewed_of_all(comparisons: Iterable[Comparison], ruled: Ruled) -> tuple[int, int]:
    """How many of the disputes of all articles are ruled on, and how many there are."""
    every = [dispute for one in comparisons for dispute in disputes((*one.pairs, *one.internal))]
    return sum(ruled.on(dispute) is not None for dispute in every), len(every)
