"""Knows what a claim is: a figure together with what it is about."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Figure
from desktop.core.text import Span

PAYMENT = "payment"
"""The slug of the attribute that payers and payees belong to."""

CONTRACT = "contract"
"""The slug of what an amount is whose payer and payee are not told."""


class Mark(StrEnum):
    """What sets a claim apart from others of its attribute."""

    EARLIER = "earlier"  # of an earlier time
    TOTAL = "total"  # over the whole term, not per period
    PART = "part"  # "74 of the deaths"
    QUARTER = "quarter"  # of a quarter of a year
    WHOLE_YEAR = "whole year"
    INSTANCE = "instance"  # a foreshock or an aftershock
    DEMANDED = "demanded"  # asked for, not given
    JOINT = "joint"  # of several together
    EXTRA = "extra"  # on top of another amount
    OPEN = "open"  # a date before or after which something is
    CONVERTED = "converted"  # the amount before it once more, in another currency or time zone


class Modality(StrEnum):
    """How firmly a claim is made."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PROJECTED = "projected"
    ESTIMATED = "estimated"
    SPECULATED = "speculated"


@dataclass(frozen=True, slots=True)
class Claim:
    """A Figure with what it is about.

    sentence: the sentence it stands in. attribute: a slug of the attribute lexicon ("payment", "revenue", "killed"),
    None where none is known. subject: the name the attribute belongs to ("Globex" of "Globex's revenue").
    payer, payee: of payments; `parties_stated` is False where both were taken from the rest of the article.
    as_of: ISO date the amount holds for. attribution: the source named ("the filing"), None where the article
    speaks for itself. places: lower-case names of places and bodies
    that narrow the claim. marks: what else sets it apart. of: for changes and margins, what changed (another
    attribute's slug, "shares"); for magnitudes, which shock.
    revision: whether the sentence tells of a value that was corrected or counted anew.
    leads: whether it stands in the headline or the first sentence behind it.
    noun: of counts, what is counted, in the singular ("24 sailors", "a crew of 24", "24 of the sailors").
    zone: of clock times, the minutes that its time zone is ahead of Greenwich, None where none is told.
    firm: whether what spoke for the attribute stands close by, so that another attribute rules it out.
    revises: the sentence that tells an old and a new value of one thing, its own; None elsewhere.
    words: notions (stems, synonyms as one) of the content words around it; near: of those in its own clause.
    names: the names in its sentence; near_names: the last words of those in its own clause, lower case.
    """

    figure: Figure
    sentence: Span
    attribute: str | None = None
    subject: str | None = None
    payer: str | None = None
    payee: str | None = None
    parties_stated: bool = False
    as_of: str | None = None
    attribution: str | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    headline: bool = False
    leads: bool = False
    revision: bool = False
    revises: Span | None = None
    places: tuple[str, ...] = ()
    marks: frozenset[Mark] = frozenset()
    of: str | None = None
    noun: str | None = None
    zone: int | None = None
    firm: bool = False
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    near_names: frozenset[str] = frozenset()

    @property
    def article(self) -> str:
        """The id of the Article that makes the claim."""
        return self.figure.article
