"""Knows what a claim is: a figure together with what it is about."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Figure
from desktop.core.text import Span


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
    None where none is known. subject: the name the attribute belongs to ("SpaceX" of "SpaceX's revenue").
    payer, payee: of payments; `parties_stated` is False where they were taken from the rest of the article.
    as_of: ISO date the amount holds for. attribution: the source named ("the filing"), None where the article
    speaks for itself. scope: lower-case words that narrow the claim (a place, a branch, "foreshock").
    words: stems of the content words around it. names: the names in its sentence.
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
    scope: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def article(self) -> str:
        """The id of the Article that makes the claim."""
        return self.figure.article
