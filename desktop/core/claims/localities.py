"""Finds the places that narrow a count, a share or a distance."""

from desktop.core.claims.clauses import Clauses, Name
from desktop.core.figures import Figure
from desktop.core.quantities import Kind

_PLACED = frozenset({Kind.COUNT, Kind.PERCENT, Kind.DISTANCE})
_TO_A_PEOPLE = 3


def localities_of(clauses: Clauses, figure: Figure, first: int, end: int) -> tuple[str, ...]:
    """The places and bodies that narrow a count, share or distance: names behind a preposition near it."""
    if figure.quantity.kind not in _PLACED:
        return ()
    low, high = first, end
    while low > 0 and clauses.tokens[low - 1].text not in ",;:()" and not clauses.is_taken(low - 1):
        low -= 1
    while high < len(clauses.tokens) and clauses.tokens[high].text not in ",;:()" and not clauses.is_taken(high):
        high += 1
    found = []
    for name in clauses.names_near(first):
        if low <= name.first < high and name.first > 0:
            before = name.first - 1
            while before > 0 and clauses.tokens[before].lower in clauses.lexicon.grammar["place_adjectives"]:
                before -= 1
            if clauses.tokens[before].lower in clauses.lexicon.grammar["places"] and not _describes(clauses, name):
                found.append(name.text.lower())
    land = _land(clauses, end) if figure.quantity.kind is Kind.COUNT else None
    return (*found, land) if land and land not in found else tuple(found)


def _land(clauses: Clauses, end: int) -> str | None:
    """The country whose people are counted: "six Indians", "six Indian sailors"."""
    for at, token in enumerate(clauses.tokens[end : end + _TO_A_PEOPLE], end):
        if not token.is_word:
            return None
        if token.is_capital:
            lexicon = clauses.lexicon
            behind = clauses.tokens[at + 1] if at + 1 < len(clauses.tokens) else None
            if behind is not None and behind.is_capital:
                return None  # "two American Airlines jets"
            return lexicon.peoples.get(token.lower) or lexicon.peoples.get(lexicon.singular(token.lower))
    return None


def _describes(clauses: Clauses, name: Name) -> bool:
    """Whether a name only describes the noun behind it: "off the Somali coast"."""
    behind = clauses.tokens[name.end] if name.end < len(clauses.tokens) else None
    if behind is None or not behind.is_word or behind.is_capital or behind.lower in clauses.lexicon.names["plain"]:
        return False
    return name.text.lower().endswith(("i", "an", "ese", "ish", "ch", "ic")) and not behind.lower.endswith(
        ("ed", "ing")
    )
