"""Finds whose an attribute is, and whose age."""

from desktop.core.claims.attributes import Cue
from desktop.core.claims.clauses import Clauses, Name


def subject_of(clauses: Clauses, cue: Cue, first: int) -> str | None:
    """Whose attribute it is: the possessor in front of the cue, the name behind "of", else the free subject."""
    for name in reversed(clauses.names_near(cue.place)):
        if name.possessive and 0 <= cue.place - name.end <= 5 and clauses.barriers(name.end, cue.place) == 0:
            return name.text
    if cue.place + 2 < len(clauses.tokens) and clauses.tokens[cue.place + 1].lower in clauses.lexicon.grammar["owners"]:
        owner = clauses.name_after(cue.place + 2, 2)
        if owner is not None:
            return owner.text
    free = [
        name
        for name in clauses.names_near(first)
        if len(name.text) > 1  # the U of "U.S."
        and not clauses.is_taken(name.first - 1)  # "a 2.84 ERA"
        and not _is_a_seat(clauses, name)
        and name.end <= max(first, cue.place)
        and clauses.in_aside(name.first) == clauses.in_aside(first)
        and not name.possessive
    ]
    governed = clauses.lexicon.grammar["governors"]
    free = [name for name in free if not _is_governed(clauses, name, governed)]
    return free[-1].text if free else None


def _is_a_seat(clauses: Clauses, name: Name) -> bool:
    """Whether a name only tells where somebody sits: "the Denver-based company"."""
    behind = [token.lower for token in clauses.tokens[name.end : name.end + 2]]
    return behind[1:] == ["based"]


def _is_governed(clauses: Clauses, name: Name, governors: frozenset[str]) -> bool:
    """Whether a name stands behind a preposition, or behind such a name and a comma: "in Toledo, Ohio"."""
    first = name.first
    aside = name.end < len(clauses.tokens) and clauses.tokens[name.end].text in ",.;"
    while aside and first > 1 and clauses.tokens[first - 1].text == ",":
        before = clauses.name_at(first - 2)
        if before is None or before.possessive:
            return False
        first = before.first
    return first > 0 and clauses.tokens[first - 1].lower in governors


def person_aged(clauses: Clauses, first: int, end: int) -> str | None:
    """Whose age it is: "Anna Bell, 34,", "34-year-old Anna Bell"; "a 34-year-old Dane" is of nobody known."""
    if first > 1 and clauses.tokens[first - 1].text == ",":
        name = clauses.name_at(first - 2)
        if name is not None and name.end == first - 1:
            return name.text
        word = clauses.tokens[first - 2]
        return word.text if word.is_capital and word.is_word else None  # "Bell, 34," opens the sentence
    behind = clauses.name_at(end) if end < len(clauses.tokens) else None
    if behind is None or behind.first != end or behind.text.lower() in clauses.lexicon.peoples:
        return None
    return behind.text
