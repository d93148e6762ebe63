"""Knows the figures, pairs and months of a report as values, for tables that are counted and sorted in."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from desktop.core.agreement import Status


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure as values. number: its place among all, from 1. low, high: bounds in the unit written. iso: of dates.
    line, start, end: where, the last two in code points of the article's text. item: the number of the Item, or 0."""

    number: int
    source: str
    quote: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str
    exactness: str
    iso: str
    topic: str
    status: Status | None
    status_words: str
    sentence: str
    line: int
    start: int
    end: int
    item: int = 0


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two claims that were compared, as values. item: the number of the Item. a, b: numbers of their figures in
    `Report.figures`. ratio: of the greater to the lesser, None where there is none."""

    item: int
    status: Status
    status_words: str
    topic: str
    is_internal: bool
    a: int
    b: int
    says_a: str
    says_b: str
    ratio: Decimal | None
    why: str
    slip: str
    ruling: str = ""
    reason: str = ""
    ruled_by: str = ""
    ruled_at: str = ""


class MonthRecord(NamedTuple):
    """What a schedule pays in one month, as values. who: the sources that say so. month: "2026-05", or its number where
    nobody knows when. low, high: bounds of the month; total_low, total_high: from the start to its end."""

    who: str
    month: str
    low: Decimal
    high: Decimal
    total_low: Decimal
    total_high: Decimal
    currency: str
