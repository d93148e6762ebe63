"""Compares dates and clock times at the coarser precision of the two."""

import re
from typing import NamedTuple

from desktop.core.agreement.status import Basis, Diagnosis, Pair, Status
from desktop.core.claims import Claim
from desktop.core.quantities import Exactness, Kind
from desktop.core.topics import Topic

_DATE = re.compile(r"(?:(\d{4})|-)(?:-(?:Q([1-4])|(\d\d)))?(?:-(\d\d))?$")
HEDGED_MINUTES = 15
_DAY = 24 * 60


class Day(NamedTuple):
    """A date as far as it is given; a quarter is the set of its months."""

    year: int | None
    months: frozenset[int]
    day: int | None


def parse(iso: str) -> Day | None:
    """Year, months and day of an ISO date of any precision ("2029-05", "--05", "2026-Q1"); None for anything else."""
    match = _DATE.match(iso)
    if match is None:
        return None
    year, quarter, month, day = match.groups()
    months = frozenset({int(month)}) if month else frozenset()
    if quarter:
        months = frozenset(range(int(quarter) * 3 - 2, int(quarter) * 3 + 1))
    return Day(int(year) if year else None, months, int(day) if day else None)


def compare_dates(a: Claim, b: Claim, topic: Topic) -> Pair | None:
    """What two dates or times are to each other, None where one of them has no ISO form."""
    left, right = a.figure.quantity, b.figure.quantity
    if left.iso is None or right.iso is None or left.kind is not right.kind:
        return None
    zoned = a.zone is not None and b.zone is not None and a.zone != b.zone
    if left.iso == right.iso and not zoned:
        return Pair(a, b, topic, Status.AGREE)
    if left.kind is Kind.TIME:
        if (a.zone is None) != (b.zone is None):
            return None  # of one of them nobody knows where its clock hangs
        apart = abs((_minutes(left.iso) - (a.zone or 0)) - (_minutes(right.iso) - (b.zone or 0))) % _DAY
        apart = min(apart, _DAY - apart)  # five to midnight and five past are close
        if not apart:
            return Pair(a, b, topic, Status.EQUIVALENT, Basis.FORM)
        hedged = any(quantity.exactness is not Exactness.EXACT for quantity in (left, right))
        whole = any(quantity.iso.endswith(":00") for quantity in (left, right) if quantity.iso)
        if hedged and apart <= (2 * HEDGED_MINUTES if whole else HEDGED_MINUTES):
            return Pair(a, b, topic, Status.APPROX, Basis.HEDGE)
        return Pair(a, b, topic, Status.CONFLICT, diagnoses=(Diagnosis.VALUE,))
    one, other = parse(left.iso), parse(right.iso)
    if one is None or other is None:
        return None
    if not _comparable(one, other):
        return None
    if _compatible(one, other):
        return Pair(a, b, topic, Status.EQUIVALENT, Basis.PRECISION)
    return Pair(a, b, topic, Status.CONFLICT, diagnoses=(Diagnosis.DATE,))


def _comparable(one: Day, other: Day) -> bool:
    """Whether two dates share a year or a month: "September" and "2029" say nothing of each other."""
    return bool((one.year and other.year) or (one.months and other.months))


def _compatible(one: Day, other: Day) -> bool:
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    if one.months and other.months and not one.months & other.months:
        return False
    return one.day is None or other.day is None or one.day == other.day


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)
