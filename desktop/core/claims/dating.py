"""Finds the time that an amount is of, and where a clock hangs."""

from desktop.core.claims.attributes import Cue
from desktop.core.claims.clauses import Clauses
from desktop.core.figures import Figure
from desktop.core.quantities import Kind

_NEIGHBOURS = 5


def time_of(clauses: Clauses, place: int, cue: Cue | None) -> str | None:
    """The year, quarter or month that an amount is dated to, from a date close by in the same clause."""
    figure, first, end = clauses.sentence.figures[place]
    if figure.quantity.kind in (Kind.DATE, Kind.TIME):
        return None
    for other, other_first, other_end in clauses.sentence.figures[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]:
        if other.quantity.kind is not Kind.DATE or other.quantity.iso is None:
            continue
        gap = first - other_end if other_end <= first else other_first - end
        between = (other_end - 1, first) if other_end <= first else (end - 1, other_first)
        apart = clauses.barriers(*between)
        near = 0 <= gap <= 5 and not apart
        # "revenue for 2023, driven by …, was about $9 billion": the year hangs on what the amount is of
        named = cue is not None and 0 <= other_first - cue.place <= 3
        # "In 2009, 288 people drowned" is of 2009, but not "built in 1994, is licensed for 320 passengers"
        opens = other_first <= 3 and other_end <= first
        counted = (
            figure.quantity.kind in (Kind.COUNT, Kind.MAGNITUDE)
            and 0 <= gap <= 14
            and (opens or not apart or (apart == 1 and other_end <= first and _goes_on(clauses, other_end)))
        )
        # a year or quarter tells which period an amount is of; a day only tells when it was counted
        period = other.quantity.iso.isdecimal() or "Q" in other.quantity.iso
        if (near or named or counted) and period:
            before = {token.lower for token in clauses.tokens[max(0, other_first - 4) : other_first]}
            through = "through" in before and figure.quantity.kind is not Kind.COUNT
            bounds = clauses.lexicon.grammar["bounds"]
            if figure.quantity.kind is Kind.COUNT:
                bounds -= {"by"}  # "200,000 killed by 2022" and "230,000 by 2023" are two counts
            if not before & bounds and not through:
                return other.quantity.iso
    return None


def _goes_on(clauses: Clauses, at: int) -> bool:
    """Whether what stands behind a comma belongs to what stands before it: ", killing 1,100 people", ", when …"."""
    behind = clauses.tokens[at + 1].lower if at + 1 < len(clauses.tokens) else ""
    return behind.endswith("ing") or behind in clauses.lexicon.grammar["relatives"] or behind == "when"


def is_open(clauses: Clauses, first: int) -> bool:
    """Whether a date is one before or after which something is: "before 2028"."""
    return clauses.tokens[first - 1].lower in clauses.lexicon.grammar["open_dates"]


def zone_of(clauses: Clauses, figure: Figure, end: int) -> int | None:
    """The time zone that stands with a clock time: "10:42 p.m. EDT", "0610 GMT"."""
    if figure.quantity.kind is not Kind.TIME:
        return None
    zones = clauses.lexicon.calendar["zone_minutes"]
    for token in clauses.tokens[max(0, end - 1) : end + 1]:
        if token.lower in zones:
            return int(zones[token.lower])
    return None
