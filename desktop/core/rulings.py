"""Knows what editors decided about claims that were compared."""

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from desktop.core.agreement import SEVERITY, Comparison, Pair, Status
from desktop.core.anchors import Anchor
from desktop.core.quantities import Quantity
from desktop.core.statements import Key, Statements


class Decision(StrEnum):
    """What an editor can decide."""

    SOME_RIGHT = "some_right"
    BOTH_WRONG = "both_wrong"
    BOTH_RIGHT = "both_right"
    NOT_THE_SAME = "not_the_same"
    NEEDS_SOURCE = "needs_source"


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's own decision on a Comparison: between two articles, inside one, or of many.

    anchors: the claims that the editor saw, two or more, in the order of articles and text. status: the worst that they
    were to each other then. right: the places that are right, where the decision is SOME_RIGHT; never all of them.
    readings: what each place was read as then. by: the editor's name. at: ISO date and time, UTC. reason: in the
    editor's words.
    """

    anchors: tuple[Anchor, ...]
    status: Status
    decision: Decision
    right: tuple[Anchor, ...] = ()
    readings: tuple[Quantity, ...] = ()
    by: str = ""
    at: str = ""
    reason: str = ""
    places: frozenset[Anchor] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if bool(self.right) is not (self.decision is Decision.SOME_RIGHT):
            raise ValueError("the places that are right are named where some are right, and only there")
        if len(self.anchors) < 2 or not set(self.right) < set(self.anchors):
            raise ValueError("the places that are right are some of the two or more that were compared, and not all")
        if self.readings and len(self.readings) != len(self.anchors):
            raise ValueError("there is one reading for each place")
        object.__setattr__(self, "places", frozenset(self.anchors))

    @property
    def is_orphan(self) -> bool:
        """Whether a place it is on is not found in the present version of its article."""
        return any(anchor.lost for anchor in self.anchors)

    def between(self, one: Anchor, other: Anchor) -> tuple[Decision, Anchor | None]:
        """What it says of two of its places alone, and which of the two is right where one is."""
        if self.decision is not Decision.SOME_RIGHT:
            return self.decision, None
        right = [anchor for anchor in (one, other) if anchor in self.right]
        if len(right) == 1:
            return Decision.SOME_RIGHT, right[0]
        return (Decision.BOTH_RIGHT if right else Decision.BOTH_WRONG), None


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


def judged(rulings: Iterable[Ruling]) -> dict[Anchor, bool]:
    """Which places rulings, the last one last, call right, and which wrong; what they do not decide is left out."""
    found: dict[Anchor, bool] = {}
    for ruling in rulings:
        match ruling.decision:
            case Decision.SOME_RIGHT:
                found.update((anchor, anchor in ruling.right) for anchor in ruling.anchors)
            case Decision.BOTH_RIGHT | Decision.BOTH_WRONG:
                found.update(dict.fromkeys(ruling.anchors, ruling.decision is Decision.BOTH_RIGHT))
            case _:
                for anchor in ruling.anchors:
                    found.pop(anchor, None)
    return found


def is_contested(told: Iterable[Ruling], one: Anchor, other: Anchor) -> bool:
    """Whether rulings, the last first, say different things of two places; of each editor the last word counts."""
    said: dict[str, tuple[Decision, Anchor | None]] = {}
    for ruling in told:
        said.setdefault(ruling.by, ruling.between(one, other))
    return len(set(said.values())) > 1


def is_of_an_earlier_reading(ruling: Ruling, pair: Pair) -> bool:
    """Whether a figure of the pair is read otherwise now than when it was ruled on, or they differ otherwise."""
    read = dict(zip(ruling.anchors, ruling.readings, strict=False))
    now = {claim.figure.anchor: claim.figure.quantity for claim in (pair.a, pair.b)}
    if any(anchor in read and read[anchor] != quantity for anchor, quantity in now.items()):
        return True
    return len(ruling.anchors) == 2 and ruling.status is not pair.status


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


def pairs_between(comparison: Comparison, left: str | None, right: str | None) -> tuple[Pair, ...]:
    """What two articles (ids) say of one topic, pair by pair: of each other and of themselves, worst first."""
    pairs = [
        *comparison.between(left or "", right or ""),
        *(pair for pair in comparison.internal if pair.a.article in (left, right)),
    ]
    return tuple(sorted(pairs, key=lambda pair: -SEVERITY[pair.status]))


def worst_between(comparison: Comparison, left: str | None, right: str | None) -> Status | None:
    """The worst that two articles (ids) say of one topic, of each other and of themselves; None where they say nothing.

    The status of the first of `pairs_between`, without putting them in order: asked of all comparisons at once.
    """
    sides = (left, right)
    found = [pair.status for pair in comparison.pairs if pair.a.article in sides and pair.b.article in sides]
    found += [pair.status for pair in comparison.internal if pair.a.article in sides]
    return max(found, key=SEVERITY.__getitem__, default=None)


def anchors_of(pair: Pair) -> tuple[Anchor, Anchor]:
    """The places of the two claims of a pair."""
    return pair.a.figure.anchor, pair.b.figure.anchor


def with_ruling(rulings: Iterable[Ruling], new: Ruling) -> tuple[Ruling, ...]:
    """The rulings (in order), the new one in the place of the same editor's on the same claims."""
    known = list(without_ruling(rulings, new))
    insort(known, new, key=_order)
    return tuple(known)


def without_ruling(rulings: Iterable[Ruling], old: Ruling) -> tuple[Ruling, ...]:
    """The rulings without that of the same editor on the same claims."""
    return tuple(one for one in rulings if one.by != old.by or one.places != old.places)


def in_order(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings in the order in which they were made."""
    return tuple(sorted(rulings, key=_order))


def _order(ruling: Ruling) -> tuple[str, tuple[Anchor, ...], str]:
    return ruling.at, ruling.anchors, ruling.by


def disputes(pairs: Iterable[Pair]) -> tuple[tuple[Pair, ...], ...]:
    """The contradictions among these pairs, those between the same two articles together: one ruling is enough for
    each. A contradiction inside one article is a dispute of its own."""
    found: dict[frozenset[str], list[Pair]] = {}
    for pair in pairs:
        if pair.status is Status.CONFLICT:
            found.setdefault(frozenset((pair.a.article, pair.b.article)), []).append(pair)
    return tuple(map(tuple, found.values()))


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
