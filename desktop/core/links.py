"""Knows what an editor says of two figures: that they speak of the same, or that they do not."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.core.anchors import Anchor


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures that the engine has to compare because the editor says so, or may not.

    anchors: the two places, in no order. is_same: whether they speak of the same. by: the editor's name. at: ISO date
    and time, UTC.
    """

    anchors: tuple[Anchor, Anchor]
    is_same: bool
    by: str = ""
    at: str = ""
    places: frozenset[Anchor] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", frozenset(self.anchors))

    @property
    def holds(self) -> bool:
        """Whether both places still stand in their articles."""
        return not any(anchor.lost for anchor in self.anchors)


def with_link(known: Iterable[Link], new: Link) -> tuple[Link, ...]:
    """The links, the new one in the place of that between the same two figures."""
    return in_order((*(one for one in known if one.places != new.places), new))


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links in the order in which they were made."""
    return tuple(sorted(links, key=lambda one: (one.at, one.anchors)))
