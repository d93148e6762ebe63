"""Knows what a suggested reading is: what a disputed claim probably means, and what in the articles speaks for it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.agreement import Diagnosis, Pair
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Quantity
from desktop.core.text import Span


class Ground(StrEnum):
    """Why something speaks for a reading, strongest first."""

    OWN = "own"  # the article says so itself elsewhere
    SPOKEN = "spoken"  # it speaks of "monthly payments"
    ARITHMETIC = "arithmetic"  # a sum of the same article comes right
    SHARE = "share"  # a percentage that is wrong as an excess is right as a share
    TOTAL = "total"  # a total over a stated term comes right
    MAJORITY = "majority"  # most other articles say so, each of its own


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a reading.

    article: the id of the article it stands in, of the first where there are several. span: where, in that article.
    quote: the words there, or the arithmetic. figures: those it rests on. sources: ids of all articles that bear it,
    one for each independent source.
    """

    ground: Ground
    article: str
    span: Span
    quote: str
    figures: tuple[Figure, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim should probably be read as.

    claim: as it stands. mentions: the figures of all claims of its article that say the same. slips: what would
    explain it, one or two. quantity: the amount to read instead, None where only payer and payee are swapped. payer,
    payee: to read instead, None where they stay. is_total: whether the amount is one over the whole term. pairs: the
    pairs that it explains. evidence: what speaks for it, strongest first, some of it outside each of these pairs.
    """

    claim: Claim
    mentions: tuple[Figure, ...]
    slips: tuple[Diagnosis, ...]
    quantity: Quantity | None
    payer: str | None
    payee: str | None
    is_total: bool
    pairs: tuple[Pair, ...]
    evidence: tuple[Evidence, ...]

    @property
    def article(self) -> str:
        """The id of the Article whose claim is meant."""
        return self.claim.article

    def explains(self, pair: Pair) -> bool:
        """Whether it is offered for a pair."""
        return any(known is pair for known in self.pairs)
