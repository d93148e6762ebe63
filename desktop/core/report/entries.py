"""Knows which topics and sums a report tells of, in which order, and by which numbers others refer to them."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from desktop.core.agreement import SEVERITY, Comparison, Pair, Status, what_is_said
from desktop.core.analysis import Analysis
from desktop.core.cards import CHECK_STATUS
from desktop.core.checks import Check
from desktop.core.claims import Claim


@dataclass(frozen=True, slots=True)
class Entry:
    """A comparison between articles, or the contradictions of one article with itself. pairs: worst first. article: the
    id of that one article, "" between several."""

    number: int
    comparison: Comparison
    pairs: tuple[Pair, ...]
    article: str = ""

    @property
    def status(self) -> Status:
        """The worst of its pairs."""
        return self.pairs[0].status

    @property
    def is_dispute(self) -> bool:
        """Whether its articles, or its one article, contradict each other."""
        return self.status is Status.CONFLICT

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is said, in the order of articles and text; of one article what is in its contradictions."""
        if not self.article:
            return self.comparison.claims
        said = {what_is_said(claim) for pair in self.pairs for claim in (pair.a, pair.b)}
        mine = (claim for claim in self.comparison.claims if claim.article == self.article)
        return tuple(claim for claim in mine if what_is_said(claim) in said)


@dataclass(frozen=True, slots=True)
class NumberedCheck:
    """A check of an article's arithmetic."""

    number: int
    check: Check

    @property
    def status(self) -> Status:
        """What it comes to."""
        return CHECK_STATUS[self.check.verdict]


@dataclass(frozen=True, slots=True)
class Entries:
    """All of them. between: topics of several articles, those that are disputed first. internal: contradictions inside
    one article. checks: arithmetic, what is wrong first. Numbers run through disputes, internal, checks, the rest."""

    between: tuple[Entry, ...] = ()
    internal: tuple[Entry, ...] = ()
    checks: tuple[NumberedCheck, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter((*self.between, *self.internal))

    def of(self, status: Status) -> tuple[Entry, ...]:
        """The topics of several articles that have that status."""
        return tuple(entry for entry in self.between if entry.status is status)

    def of_these(self, statuses: Container[Status | None]) -> "Entries":
        """Those that have one of some statuses, by the same numbers."""
        return Entries(
            between=tuple(entry for entry in self.between if entry.status in statuses),
            internal=tuple(entry for entry in self.internal if entry.status in statuses),
            checks=tuple(one for one in self.checks if one.status in statuses),
        )


def entries_of(analysis: Analysis) -> Entries:
    """What there is to tell of an analysis."""
    between = [(comparison, _worst_first(comparison.pairs)) for comparison in analysis.comparisons if comparison.pairs]
    between.sort(key=lambda found: -SEVERITY[found[1][0].status])
    disputed = sum(pairs[0].status is Status.CONFLICT for _, pairs in between)
    inside = list(_inside(analysis))
    checks = sorted(analysis.checks, key=lambda check: -SEVERITY[CHECK_STATUS[check.verdict]])
    told = disputed + len(inside)
    return Entries(
        between=tuple(
            Entry(place + 1 if place < disputed else place + 1 + len(inside) + len(checks), *found)
            for place, found in enumerate(between)
        ),
        internal=tuple(
            Entry(disputed + place, comparison, pairs, article)
            for place, (comparison, pairs, article) in enumerate(inside, 1)
        ),
        checks=tuple(NumberedCheck(told + place, check) for place, check in enumerate(checks, 1)),
    )


def _inside(analysis: Analysis) -> Iterator[tuple[Comparison, tuple[Pair, ...], str]]:
    for comparison in analysis.comparisons:
        for article in dict.fromkeys(pair.a.article for pair in comparison.internal):
            mine = (pair for pair in comparison.internal if pair.a.article == article)
            yield comparison, _worst_first(mine), article


def _worst_first(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: -SEVERITY[pair.status]))
