"""Knows which places of the articles say the same, so that what is on one mention of a statement is on all of them."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from desktop.core.agreement import Comparison, what_is_said
from desktop.core.anchors import Anchor
from desktop.core.quantities import Quantity

Two = frozenset[Anchor]
Key = tuple[int, frozenset[int]]
"""Two statements of one comparison, by their numbers."""


class Statements:
    """What is said in some comparisons, by place; read when it is first asked for."""

    def __init__(self, comparisons: Iterable[Comparison] = ()) -> None:
        self._comparisons = tuple(comparisons)

    @cached_property
    def _said(self) -> dict[Anchor, tuple[tuple[int, int], ...]]:
        """For each place the comparisons that hold it, and which of their statements it makes."""
        found: dict[Anchor, tuple[tuple[int, int], ...]] = {}
        for number, comparison in enumerate(self._comparisons):
            numbers: dict[object, int] = {}
            for claim in comparison.claims:
                anchor = claim.figure.anchor
                said = number, numbers.setdefault(what_is_said(claim), len(numbers))
                known = found.get(anchor, ())
                if said not in known:
                    found[anchor] = (*known, said)
        return found

    @cached_property
    def _readings(self) -> dict[Anchor, Quantity]:
        claims = (claim for comparison in self._comparisons for claim in comparison.claims)
        return {claim.figure.anchor: claim.figure.quantity for claim in claims}

    @cached_property
    def _compared(self) -> dict[Key, list[Two]]:
        """The places of the pairs that speak for every two statements."""
        found: dict[Key, list[Two]] = {}
        for comparison in self._comparisons:
            for pair in (*comparison.pairs, *comparison.internal):
                two = frozenset((pair.a.figure.anchor, pair.b.figure.anchor))
                for key in self.of_two(two):
                    found.setdefault(key, []).append(two)
        return found

    def of_two(self, places: Two) -> tuple[Key, ...]:
        """The two statements that two places make, in every comparison that holds both; none where they make one."""
        one, *rest = (self._said.get(place, ()) for place in places)
        if not one or not rest:
            return ()
        return tuple(
            (at, frozenset((said, told))) for at, said in one for to, told in rest[0] if at == to and said != told
        )

    def compared_as(self, places: Two) -> Iterator[Two]:
        """The places of the pairs that speak for the statements that two places make."""
        for key in self.of_two(places):
            yield from self._compared.get(key, ())

    def reading(self, place: Anchor) -> Quantity | None:
        """What a place is read as now; None where it is not compared."""
        return self._readings.get(place)

    def standing_for(self, one: Anchor, other: Anchor, places: Iterable[Anchor]) -> tuple[Anchor, Anchor] | None:
        """Of some places those that say what two others do, in one comparison; None where there are no such two."""
        known = tuple(places)
        if one in known and other in known:
            return one, other
        for at, said in self._said.get(one, ()):
            for to, told in self._said.get(other, ()):
                mine = [place for place in known if (at, said) in self._said.get(place, ())]
                theirs = [place for place in known if (to, told) in self._said.get(place, ())]
                if at == to and said != told and mine and theirs:
                    # the place itself before another mention of it
                    return (one if one in mine else mine[0]), (other if other in theirs else theirs[0])
        return None

    def say_all_of(self, places: Iterable[Anchor], others: Iterable[Anchor]) -> bool:
        """Whether some places say in one comparison all that others do."""
        wanted, known = set(others), set(places)
        if wanted <= known:
            return True
        said = {each for place in known for each in self._said.get(place, ())}
        held = [{at for at, told in self._said.get(place, ()) if (at, told) in said} for place in wanted]
        return bool(set.intersection(*held))

    def first_mentions(self, places: Iterable[Anchor]) -> dict[Anchor, Anchor]:
        """For each of some places the first that says the same, in the first comparison that holds them all; each
        itself where there is none."""
        known = tuple(places)
        held = [dict(self._said.get(place, ())) for place in known]
        together = set(held[0]).intersection(*held[1:]) if held else set()
        if not together:
            return {place: place for place in known}
        number = min(together)
        first = self._firsts[number]
        return {place: first[said[number]] for place, said in zip(known, held, strict=True)}

    @cached_property
    def _firsts(self) -> list[list[Anchor]]:
        """For each comparison the first place of each of its statements."""
        found: list[dict[object, Anchor]] = [{} for _ in self._comparisons]
        for number, comparison in enumerate(self._comparisons):
            for claim in comparison.claims:
                found[number].setdefault(what_is_said(claim), claim.figure.anchor)
        return [list(each.values()) for each in found]
