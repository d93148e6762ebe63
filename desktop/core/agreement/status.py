"""Knows what two claims about one topic can be to each other, and what all articles together can say of it."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.core.claims import Claim
from desktop.core.topics import Topic


class Status(StrEnum):
    """What two claims about one topic are to each other, mildest first (JSON `status`)."""

    AGREE = "agree"
    EQUIVALENT = "equivalent"
    APPROX = "approx"
    CONFLICT = "conflict"


SEVERITY = {status: rank for rank, status in enumerate(Status)}


class Diagnosis(StrEnum):
    """What sort of slip explains a difference (JSON `diag`)."""

    PERIOD = "period"
    SCALE_X10 = "scale_x10"
    SCALE_X1000 = "scale_x1000"
    SCALE_MISSING = "scale_missing"
    DIRECTION = "direction"
    TOTAL_VS_RATE = "total_vs_rate"
    CURRENCY = "currency"
    UNIT = "unit"
    DATE = "date"
    UPDATE = "update"
    SUM = "sum"
    ROUNDING = "rounding"
    ARITHMETIC = "arithmetic"
    VALUE = "value"


class Basis(StrEnum):
    """Why a pair was let pass as `approx` or `equivalent`: the tolerance or conversion that was used."""

    SAME = "same"
    PERIOD = "period"  # months and years and days brought to one
    UNIT = "unit"  # miles and kilometres
    FORM = "form"  # one date or time written two ways
    HEDGE = "hedge"  # "about" covers 5 % either way
    ROUNDING = "rounding"  # half the last digit written
    RANGE = "range"  # "over", "up to", a range or a vague size holds the other
    EXCHANGE = "exchange"  # an exchange rate that an article states
    YEARLY_RATE = "yearly rate"  # the average exchange rate of a year, give or take 15 %
    PRECISION = "precision"  # a date given to the month holds one given to the day


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims about one topic, and what they are to each other.

    a, b: `a` stands in the article given first (or earlier in the same article). ratio: the greater over the smaller
    common value, 1 where equal, None where there is none (dates). common_a, common_b: both amounts in `common_unit`
    (and, for rates, per `common_per`), the terms in which they were compared. rate_year: of the average exchange rate
    that was used, None where none was. diagnoses: most likely first, empty unless the status is CONFLICT (or an APPROX
    that rounding explains). by_editor: whether the two are held against each other because an editor linked them.
    """

    a: Claim
    b: Claim
    topic: Topic
    status: Status
    basis: Basis = Basis.SAME
    diagnoses: tuple[Diagnosis, ...] = ()
    ratio: Decimal | None = None
    common_a: Decimal | None = None
    common_b: Decimal | None = None
    common_unit: str | None = None
    common_per: str | None = None
    rate_year: int | None = None
    by_editor: bool = False

    @property
    def is_internal(self) -> bool:
        """Whether both claims stand in one article."""
        return self.a.article == self.b.article


class Standing(StrEnum):
    """What all articles together say about a topic."""

    CORROBORATED = "corroborated"
    COMPATIBLE = "compatible"
    DISPUTED = "disputed"
    SINGLE_SOURCE = "single_source"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all articles together say about a topic.

    agreeing: how many articles are in the largest group that does not contradict itself. independent: how many
    independent sources those articles are (each article counts as its own until it is known to repeat another).
    outliers: ids of the articles outside that group, empty where no group is larger than the others.
    """

    standing: Standing
    agreeing: int
    independent: int
    outliers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One topic, all claims about it in the order of articles and text, a status for each pair, a verdict over all.

    pairs: between articles. internal: between two claims of one article that contradict each other, or that an editor
    linked.
    """

    topic: Topic
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    internal: tuple[Pair, ...]
    verdict: Verdict

    @property
    def status(self) -> Status | None:
        """The worst status of its pairs, those inside one article included; None where there is no pair."""
        statuses = [pair.status for pair in (*self.pairs, *self.internal)]
        return max(statuses, key=SEVERITY.__getitem__, default=None)

    def mentions_of(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims of the same article that say what `claim` says, itself among them; a pair speaks for them all."""
        said = what_is_said(claim)
        return tuple(other for other in self.claims if what_is_said(other) == said)

    def between(self, first: str, second: str) -> tuple[Pair, ...]:
        """The pairs of two articles (ids): worst first, then those of whole rates, then those stated most often."""
        wanted = {first, second}
        found = [pair for pair in self.pairs if {pair.a.article, pair.b.article} == wanted]
        if len(found) < 2:
            return tuple(found)
        stated = Counter(what_is_said(claim) for claim in self.claims)

        def telling(pair: Pair) -> tuple[int, bool, int]:
            whole = pair.a.figure.quantity.per is not None and pair.b.figure.quantity.per is not None
            how_often = stated[what_is_said(pair.a)] + stated[what_is_said(pair.b)]
            return -SEVERITY[pair.status], not whole, -how_often

        return tuple(sorted(found, key=telling))


def what_is_said(claim: Claim) -> tuple[Hashable, ...]:
    """What two claims of one topic have in common when they are the same statement, made twice in one article."""
    quantity = claim.figure.quantity
    said = (quantity.kind, quantity.low, quantity.high, quantity.iso, quantity.per)
    return claim.article, *said, claim.payer, claim.payee, claim.marks
