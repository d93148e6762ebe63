"""Finds how a sentence stands to its figures: its source, how firm it is, what it denies, what time it tells of."""

from itertools import pairwise

from desktop.core.claims.claim import Mark, Modality
from desktop.core.claims.clauses import Clauses
from desktop.core.figures import Figure
from desktop.core.quantities import Kind

_REACH = 10


def modality_of(clauses: Clauses, first: int) -> Modality:
    """How firmly the figure that begins at token `first` is stated."""
    words = clauses.lexicon.stance
    near = [clauses.tokens[at].lower for at in range(max(0, first - _REACH), first) if not clauses.is_taken(at)]
    for modality in (Modality.SPECULATED, Modality.PROJECTED, Modality.ESTIMATED, Modality.REPORTED):
        if any(word in words[modality.value] for word in near):
            return modality
    return Modality.ASSERTED


def is_negated(clauses: Clauses, first: int) -> bool:
    """Whether a "not" stands close in front of the figure, in its clause."""
    for at in range(first - 1, max(-1, first - 5), -1):
        word = clauses.tokens[at].lower
        if word in (",", ";", ":"):
            return False
        if word in clauses.lexicon.stance["negated"]:
            # "not just", "no less than" deny nothing
            return clauses.tokens[at + 1].lower not in clauses.lexicon.stance["undenied"]
    return False


def attribution_of(clauses: Clauses) -> str | None:
    """The source that the sentence names: "according to …", or a name in front of "said"."""
    tokens = clauses.tokens
    for at, token in enumerate(tokens):
        if token.lower == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
            end = at + 2
            while end < len(tokens) and end < at + 9 and (tokens[end].is_word or tokens[end].text in "-'’"):
                end += 1
            return _phrase(clauses, at + 2, end)
        if token.lower in clauses.lexicon.stance["saying"]:
            name = next((name for name in reversed(clauses.names) if name.end <= at and at - name.end <= 4), None)
            name = name or clauses.name_after(at + 1, 2)
            if name is not None:
                return name.text
    return None


def _phrase(clauses: Clauses, first: int, end: int) -> str | None:
    if end <= first:
        return None
    words = [token.text for token in clauses.tokens[first:end]]
    return " ".join(words).replace(" - ", "-")


def marks_of(clauses: Clauses, figure: Figure, first: int, end: int, places: tuple[str, ...]) -> frozenset[Mark]:
    """What sets the figure at tokens `first` to `end` apart: another time, a part of the whole, a quarter."""
    words, tokens = clauses.lexicon.stance, clauses.tokens
    found = set()
    changes = figure.quantity.kind is Kind.PERCENT
    if not changes and _near(clauses, first, end, words["elsewhen"]) is not None:
        found.add(Mark.EARLIER)
    instance = _near(clauses, first, end, words["instances"], across=True)
    if instance is not None and figure.quantity.kind not in (Kind.COUNT, Kind.MAGNITUDE):
        found.add(Mark.INSTANCE)
    if figure.quantity.kind is Kind.COUNT and end + 1 < len(tokens):
        behind = tokens[end].lower == "of" and tokens[end + 1].lower in words["partitive"]
        # "Of the dead, 31 were in the north"; but "Of the missing, 12 have yet to be found" are all who are missing
        opening = tokens[0].lower == "of" and first < 6 and bool(places)
        if behind or opening:
            found.add(Mark.PART)
    if is_of_which(clauses, first):
        found.add(Mark.PART)
    asked = figure.quantity.kind in (Kind.MONEY, Kind.PERCENT, Kind.DURATION)
    if asked and _near(clauses, first, end, words["demanded"]) is not None:
        found.add(Mark.DEMANDED)
    before = {token.lower for token in tokens[max(0, first - 3) : first]}
    # "another 27 are missing" are all who are missing, "15 more bodies" are not all the dead
    more = figure.quantity.kind is Kind.COUNT and end + 1 < len(tokens) and tokens[end].lower == "more"
    more = more and tokens[end + 1].lower != "than"
    money = figure.quantity.kind is Kind.MONEY
    if more or (money and (before & words["extra"] or _follows(clauses, end, "on_top"))):
        found.add(Mark.EXTRA)
    if not changes and _phrase_near(clauses, first, end, "past_years"):
        found.add(Mark.EARLIER)
    if {token.lower for token in tokens[max(0, first - 9) : end + 5]} & words["joint"]:
        found.add(Mark.JOINT)
    if opens_earlier(clauses):
        found.add(Mark.EARLIER)
    if figure.quantity.kind is not Kind.MAGNITUDE and _is_follow_up(clauses, figure, first):
        found.add(Mark.INSTANCE)
    if figure.quantity.kind is Kind.MONEY:
        if any(not clauses.is_a_share(at) for at in clauses.phrase_places("quarter")):
            found.add(Mark.QUARTER)
        if _has_phrase(clauses, "whole_year") or figure.quantity.per == "year":
            found.add(Mark.WHOLE_YEAR)
    return frozenset(found)


def opens_earlier(clauses: Clauses) -> bool:
    """Whether the sentence goes back in time before it says anything else: "Earlier that day, …", "The last …"."""
    words = clauses.lexicon.stance
    opening = [token.lower for token in clauses.tokens[:3]]
    if (
        opening[:1] == ["in"]
        and clauses.is_taken(1)
        and any(token.lower in words["likewise"] for token in clauses.tokens)
    ):
        return True  # "In January, cables were also cut": another time, the same thing
    return any(word in words["elsewhen"] for word in opening) or opening[:2] == ["the", "last"]


def _is_follow_up(clauses: Clauses, figure: Figure, first: int) -> bool:
    """Whether a figure tells of what came after the event: "it was followed by a quake two miles away"."""
    places = clauses.phrase_places("followed")
    return bool(places) and (places[0] < first or figure.quantity.kind is Kind.TIME)


def is_of_which(clauses: Clauses, first: int) -> bool:
    """Whether a figure is a part of the one before it: "£218,000, of which £61,500 was found"."""
    before = [token.lower for token in clauses.tokens[max(0, first - 4) : first]]
    return any(one == "of" and other in ("which", "whom", "that") for one, other in pairwise(before))


def instance_of(clauses: Clauses, first: int) -> str | None:
    """Which of several events a magnitude belongs to: "foreshock", "aftershock", "" for the main one, None unsaid."""
    best: tuple[int, str] | None = None
    for at, token in enumerate(clauses.tokens):
        instance = token.lower in clauses.lexicon.stance["instances"]
        if instance or token.lower in clauses.lexicon.stance["mainshocks"]:
            gap = first - at if at < first else (at - first) + 2
            if best is None or gap < best[0]:
                best = gap, clauses.stems[at] if instance else ""
    places = clauses.phrase_places("followed")
    if places and places[0] < first and (best is None or not best[1]):
        return "follow-up"
    return None if best is None else best[1]


def _near(clauses: Clauses, first: int, end: int, words: frozenset[str], *, across: bool = False) -> int | None:
    """The place of one of `words` in the figure's clause; across: other figures and a comma may stand between."""
    low, high = max(0, first - 9), min(len(clauses.tokens), end + 7)
    for at in range(low, high):
        if clauses.tokens[at].lower in words and clauses.barriers(at, first if at < first else end - 1) <= (
            2 if across else 1
        ):
            crossed = bool(clauses.figures_between(at, first))
            if not crossed or (across and at < first):
                return at
    return None


def _follows(clauses: Clauses, end: int, name: str) -> bool:
    return end in clauses.phrase_places(name)


def _phrase_near(clauses: Clauses, first: int, end: int, name: str) -> bool:
    """Whether one of the phrases stands in the figure's clause."""
    return any(
        first - 12 <= at < end + 9 and not clauses.barriers(at, first if at < first else end - 1)
        for at in clauses.phrase_places(name)
    )


def _has_phrase(clauses: Clauses, name: str) -> bool:
    return bool(clauses.phrase_places(name))
