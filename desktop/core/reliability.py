"""Knows how far two editors agree in what both ruled on, and where they do not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from desktop.core.anchors import Anchor
from desktop.core.rulings import Decision, Ruling
from desktop.core.statements import Statements

Category = tuple[Decision, tuple[int, ...]]
"""What an editor decided, and which of the places are right (their numbers in the order of articles and text)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Claims that both editors ruled on. anchors: in the order of articles and text. one, other: their rulings."""

    anchors: tuple[Anchor, ...]
    one: Ruling
    other: Ruling
    said: tuple[Category, Category] = field(compare=False)

    @property
    def is_agreed(self) -> bool:
        """Whether both decided the same."""
        return self.said[0] == self.said[1]


@dataclass(frozen=True)
class Reliability:
    """How two editors ruled on the same claims. one, other: their names. judged: in the order of articles and text."""

    one: str
    other: str
    judged: tuple[Judged, ...]

    @property
    def agreed(self) -> int:
        """How often both decided the same."""
        return sum(both.is_agreed for both in self.judged)

    @property
    def apart(self) -> tuple[Judged, ...]:
        """What they ruled differently on."""
        return tuple(both for both in self.judged if not both.is_agreed)

    @cached_property
    def observed(self) -> Fraction | None:
        """The share of the claims on which both decided the same; None where there are none."""
        return Fraction(self.agreed, len(self.judged)) if self.judged else None

    @cached_property
    def by_chance(self) -> Fraction | None:
        """The share on which two would agree who decide as often for each thing as these, but blindly; None where
        there are no claims."""
        if not self.judged:
            return None
        ones, others = (Counter(both.said[who] for both in self.judged) for who in (0, 1))
        return Fraction(sum(ones[said] * others[said] for said in ones), len(self.judged) ** 2)

    @cached_property
    def kappa(self) -> Fraction | None:
        """Cohen's kappa: what they agree beyond chance, of what could be agreed beyond chance; 1 is all, 0 chance.

        None where there are no claims, and where chance alone agrees always: both said one and the same of everything.

        Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
        (1960), 37-46.
        """
        if self.observed is None or self.by_chance is None or self.by_chance == 1:
            return None
        return (self.observed - self.by_chance) / (1 - self.by_chance)


def editors_of(rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """The names of those who ruled, who ruled most first."""
    counted = Counter(ruling.by for ruling in rulings)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def reliability(
    rulings: Iterable[Ruling],
    one: str,
    other: str,
    order: Sequence[str] = (),
    statements: Statements | None = None,
) -> Reliability:
    """How two editors (names) ruled on the same claims.

    order: the articles (ids), in theirs. Where both ruled on the same claims, that is one judgement, however many
    claims there are; else every two claims on which both ruled are one. Of an editor's rulings the last counts.
    statements: what the articles say, so that rulings on two mentions of one statement are on the same.
    """
    places = {article: number for number, article in enumerate(order)}

    def where(anchor: Anchor) -> tuple[int, Anchor]:
        return places.get(anchor.article, len(places)), anchor

    mine, theirs = ({}, {})  # type: dict[frozenset[Anchor], Ruling], dict[frozenset[Anchor], Ruling]
    for made in sorted(rulings, key=lambda ruling: ruling.at):
        if made.by in (one, other):
            ruling = _on_first_mentions(made, statements) if statements is not None else made
            (mine if ruling.by == one else theirs)[ruling.places] = ruling
    found: dict[frozenset[Anchor], tuple[Ruling, Ruling]] = {}
    covered: set[frozenset[Anchor]] = set()
    for both in mine.keys() & theirs.keys():
        found[both] = mine[both], theirs[both]
        covered.update(_twos(both))
    two_of_mine, two_of_theirs = _by_two(mine.values()), _by_two(theirs.values())
    for two in (two_of_mine.keys() & two_of_theirs.keys()) - covered:
        found[two] = two_of_mine[two], two_of_theirs[two]
    judged = []
    for both, (ruled, other_ruled) in found.items():
        anchors = tuple(sorted(both, key=where))
        said = _category(ruled, anchors), _category(other_ruled, anchors)
        judged.append(Judged(anchors, ruled, other_ruled, said))
    return Reliability(one, other, tuple(sorted(judged, key=lambda both: tuple(map(where, both.anchors)))))


def _on_first_mentions(ruling: Ruling, statements: Statements) -> Ruling:
    """The ruling on the first mention of each thing that it is on, the others left out."""
    first = statements.first_mentions(ruling.anchors)
    readings = dict(zip(ruling.anchors, ruling.readings, strict=False))
    kept = {first[anchor]: anchor for anchor in reversed(ruling.anchors)}
    anchors = tuple(dict.fromkeys(first[anchor] for anchor in ruling.anchors))
    right = tuple(dict.fromkeys(first[anchor] for anchor in ruling.right))
    wrong = {first[anchor] for anchor in ruling.anchors if anchor not in ruling.right}
    if len(anchors) < 2 or (right and wrong.intersection(right)):  # they said different things when it was made
        return ruling
    read = tuple(readings[kept[anchor]] for anchor in anchors) if readings else ()
    return replace(ruling, anchors=anchors, right=right, readings=read)


def _by_two(rulings: Iterable[Ruling]) -> dict[frozenset[Anchor], Ruling]:
    return {two: ruling for ruling in sorted(rulings, key=lambda one: one.at) for two in _twos(ruling.places)}


def _twos(places: frozenset[Anchor]) -> Iterable[frozenset[Anchor]]:
    return map(frozenset, combinations(places, 2))


def _category(ruling: Ruling, anchors: tuple[Anchor, ...]) -> Category:
    if len(anchors) == 2:
        decision, right = ruling.between(*anchors)
        return decision, () if right is None else (anchors.index(right),)
    return ruling.decision, tuple(number for number, anchor in enumerate(anchors) if anchor in ruling.right)
