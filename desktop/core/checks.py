"""Checks arithmetic that an article states against the article's own figures."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Figure
from desktop.core.text import Span


class CheckVerdict(StrEnum):
    """Whether a statement holds (JSON `verdict`)."""

    OK = "ok"
    LOOSE = "loose"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that figures of the same article confirm or refute.

    span: from the first to the last figure of the statement that stands together. claimed: the figure that is
    checked. terms: the figures it is checked against. computation: the arithmetic, as "150/18.7 - 1 = 7.02".
    stated, actual: both in the unit of `claimed`, formatted. rule: what sort of statement it is.
    share: for "more than" statements, what the percentage would fit as a share, formatted, else "".
    """

    article: str
    span: Span
    verdict: CheckVerdict
    claimed: Figure
    terms: tuple[Figure, ...]
    computation: str
    rule: str
    stated: str
    actual: str
    share: str = ""
