"""Knows what a check is: a statement of an article and whether the article's own figures bear it out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.core.figures import Figure
from desktop.core.text import Span


class CheckVerdict(StrEnum):
    """Whether a statement holds (JSON `verdict`)."""

    OK = "ok"
    LOOSE = "loose"
    WRONG = "wrong"


class Rule(StrEnum):
    """What sort of statement is checked."""

    CONVERSION = "conversion"  # a month's amount and a year's
    EXCESS = "excess"  # "exceeds … by 80 %", "12 % more than …"
    GROWTH = "growth"  # "rose 12 % to … from …"
    MARGIN = "margin"  # "an operating margin of 14 %"
    DIFFERENCE = "difference"  # "fell by 40 to 160 from 200"
    MULTIPLE = "multiple"  # "doubled from … to …", "three times the …", "an order of magnitude more than …"
    SHARE = "share"  # "80 % of $20 billion", "half of the …"
    TERM = "term"  # "$300 million over five years, or $60 million a year"
    EACH = "each"  # "$240 million for 12 planes, or $20 million each"
    SUM = "sum"  # "120 dead, 80 in the north and 40 in the south"
    ORDER = "order"  # "a nine-figure deal worth $250 million"
    UNITS = "units"  # "40 miles (64 km)"
    EXCHANGE = "exchange"  # "€85 million ($108 million)", against the rates around it
    DATES = "dates"  # "from 2012 to 2019, seven years"
    AGE = "age"  # "born in 1950 … died in 2020 aged 70"


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that figures of the same article confirm or refute.

    span: from the first to the last figure of the statement that stands together. claimed: the figure that is
    checked. terms: the figures it is checked against. computation: the arithmetic, as "160/20 - 1 = 7".
    stated, actual: both in `unit` per `per`, a percentage, a multiple or an amount. share: for "more than" statements,
    the amount that the percentage would make as a share of the base, else None. said: what is claimed, as printed,
    where that is more or other than the figure ("an order of magnitude"), else "".
    """

    article: str
    span: Span
    verdict: CheckVerdict
    claimed: Figure
    terms: tuple[Figure, ...]
    computation: str
    rule: Rule
    stated: Decimal
    actual: Decimal
    share: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    said: str = ""
