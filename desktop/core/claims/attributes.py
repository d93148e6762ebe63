"""Finds the attribute of a figure: what it is an amount of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from desktop.core.claims.clauses import Clauses
from desktop.core.figures import Figure
from desktop.core.lexicon import Attribute
from desktop.core.quantities import Kind

_REACH = 22
_LEAST = 0.12
_NEARLY = 0.6
"""How near to the strength that a cue has for its best figure it must be for another, to speak for that one in full."""

_HOLDER = 4
_OF_A_LIST, _LIST_REACH = 0.8, 7


class Cue(NamedTuple):
    """An attribute and the token that speaks for it."""

    attribute: Attribute
    place: int
    strength: float


def attributes_of(clauses: Clauses) -> tuple[Cue | None, ...]:
    """The attribute of each figure of the sentence, with its cue; None where nothing tells.

    A cue speaks first of all for the figure that stands nearest to it: in "a ferry carrying 217 people sank, killing
    19" the killing is of the 19.
    """
    figures = list(clauses.sentence.figures)
    moves = [place for place in range(len(figures) - 1) if _is_a_move(clauses, place)]
    for place in moves:
        # "profit fell $2m to $10m": the profit is of what it led to
        figures[place + 1] = (figures[place + 1][0], figures[place][1], figures[place + 1][2])
    direct = [None if place in moves else _direct(clauses, *row) for place, row in enumerate(figures)]
    offered = [
        () if direct[place] is not None or place in moves else tuple(_cues(clauses, *row))
        for place, row in enumerate(figures)
    ]
    wholes = {place for place in range(1, len(figures)) if _is_whole(clauses, place)}
    # "at 98 km/h, well above the limit of 48 km/h": that limit is of nothing else
    governed = {first - 2: place for place, (_, first, _) in enumerate(figures) if _is_governed(clauses, first)}
    offered = [
        tuple(
            cue
            for cue in cues
            # "cut 350 of Globex's 4,300 jobs": what is cut are not the 4,300
            if governed.get(cue.place, place) == place and not (place in wholes and cue.place < figures[place - 1][1])
        )
        for place, cues in enumerate(offered)
    ]
    best: dict[tuple[int, str], float] = {}
    for cues in offered:
        for cue in cues:
            key = cue.place, cue.attribute.slug
            best[key] = max(cue.strength, best.get(key, 0.0))
    found = [known or _strongest(cues, best) for known, cues in zip(direct, offered, strict=True)]
    for place in range(1, len(found)):
        if found[place] is None and (head := found[place - 1]) is not None and _lists_on(clauses, place, head):
            found[place] = head._replace(strength=head.strength * _OF_A_LIST)
    return tuple(found)


def _is_whole(clauses: Clauses, place: int) -> bool:
    """Whether a count is what the count in front of it is a part of: "350 of Globex's 4,300 jobs"."""
    (part, _, end), (whole, first, _) = clauses.sentence.figures[place - 1 : place + 1]
    if part.quantity.kind is not Kind.COUNT or whole.quantity.kind is not Kind.COUNT:
        return False
    between = range(end + 1, first)
    determiners = clauses.lexicon.grammar["determiners"]
    named = all(clauses.tokens[at].lower in determiners or clauses.name_at(at) is not None for at in between)
    return end < first and clauses.tokens[end].lower == "of" and named


def _is_governed(clauses: Clauses, first: int) -> bool:
    """Whether a figure stands right behind a noun and "of": "the limit of 48 km/h"."""
    return first > 1 and clauses.tokens[first - 1].lower == "of" and not clauses.is_taken(first - 2)


def _is_a_move(clauses: Clauses, place: int) -> bool:
    """Whether a figure tells by how much the one behind it has moved: "fell $2m to $10m", "rose by 12p to 340p"."""
    figure, first, end = clauses.sentence.figures[place]
    other, then, _ = clauses.sentence.figures[place + 1]
    if figure.quantity.kind is not other.quantity.kind or then - end != 1 or clauses.tokens[end].lower != "to":
        return False
    before = first - 2 if first > 1 and clauses.tokens[first - 1].lower == "by" else first - 1
    return before >= 0 and clauses.tokens[before].lower in clauses.lexicon.grammar["moved"]


def _lists_on(clauses: Clauses, place: int, head: Cue) -> bool:
    """Whether a figure goes on with a list that the one before it heads: "55 percent of all in Norland, 52 in …"."""
    one, _, end = clauses.sentence.figures[place - 1]
    other, first, _ = clauses.sentence.figures[place]
    if one.quantity.kind is not other.quantity.kind or not _counts(clauses, other, head.attribute):
        return False
    if not 0 < first - end <= _LIST_REACH:
        return False
    between = [clauses.tokens[at].lower for at in range(end, first)]
    return between[-1] in (",", "and") or between[0] in (",", "and", ";")


def _strongest(cues: Iterable[Cue], best: Mapping[tuple[int, str], float]) -> Cue | None:
    shared = [
        cue
        if cue.strength >= _NEARLY * best[cue.place, cue.attribute.slug]
        else cue._replace(strength=cue.strength / 2)
        for cue in cues
    ]
    return max(
        (cue for cue in shared if cue.strength > _LEAST), key=lambda cue: (cue.strength, -cue.place), default=None
    )


def _direct(clauses: Clauses, figure: Figure, first: int, end: int) -> Cue | None:
    """What the figure's own unit or the word right behind it says."""
    attributes = clauses.lexicon.attributes
    unit, kind = figure.quantity.unit, figure.quantity.kind
    if kind is Kind.MAGNITUDE:
        return Cue(attributes["magnitude"], first, 1.0)
    if kind is Kind.PERCENT and end < len(clauses.tokens) and clauses.tokens[end].lower == "of":
        held = attributes["stake"]
        if any(clauses.stems[at] in held.cues for at in range(max(0, first - _HOLDER), first)):
            return Cue(held, end, 2.0)
        return Cue(attributes["share"], end, 2.0)
    if kind is Kind.DATE and _recalls(clauses, end):
        return Cue(attributes["event_date"], end, 2.0)  # "since 2011, when 34 people died"
    if kind is Kind.DISTANCE and end + 1 < len(clauses.tokens) and _leads_from(clauses, end):
        return Cue(attributes["distance"], end, 2.0)
    if first:
        for attribute in clauses.lexicon.told_before.get(clauses.tokens[first - 1].lower, ()):
            if kind in attribute.kinds:
                return Cue(attribute, first - 1, 3.0)
    counted = clauses.lexicon.told_by_noun.get(unit) if kind is Kind.COUNT and unit is not None else None
    if counted is not None:
        # "350 employees" is the headcount, "350 employees were injured" is not
        person = [
            c
            for c in _cues(clauses, figure, first, end)
            if c.attribute is not counted and (c.attribute.person or unit in c.attribute.takes)
        ]
        best = max(person, key=lambda cue: cue.strength, default=None)
        return best if best is not None and best.strength > 0.5 else Cue(counted, end, 1.5)
    return None


def _recalls(clauses: Clauses, end: int) -> bool:
    """Whether what happened at a date follows: "since 2011, when"."""
    behind = [token.lower for token in clauses.tokens[end : end + 2]]
    return bool(behind) and (behind[1:] if behind[0] == "," else behind)[:1] == ["when"]


def _leads_from(clauses: Clauses, end: int) -> bool:
    """Whether a length is a way from somewhere: "22km off Cape Lorn", "12 miles northeast of the town"."""
    grammar, at = clauses.lexicon.grammar, end
    while at < min(len(clauses.tokens), end + 4) and clauses.tokens[at].lower in grammar["bearings"]:
        at += 1
    word = clauses.tokens[at].lower if at < len(clauses.tokens) else ""
    return word in grammar["origins"] or (at > end and word == "of")  # but not "120 mm of rain"


def _cues(clauses: Clauses, figure: Figure, first: int, end: int) -> Iterator[Cue]:
    kind = figure.quantity.kind
    timed = clauses.lexicon.is_time(figure.quantity.per)  # nobody's shares cost so much a month
    low, high = max(0, first - _REACH), min(len(clauses.tokens), end + _REACH)
    for index in range(low, high):
        if clauses.is_taken(index) or (
            index == first - 2 and clauses.tokens[first - 1].lower == "of" and kind is Kind.DATE
        ):
            continue  # "the end of March" ends nothing
        for attribute, size, pull in _speaking(clauses, index):
            if attribute.behind and (index > end + 1 or index + size == first):
                continue  # "lost more than 5 percent" tells of no excess
            if kind in attribute.kinds and _counts(clauses, figure, attribute) and not (timed and attribute.fleeting):
                yield Cue(attribute, index, pull * _nearness(clauses, figure, index, size, first, end))


def _speaking(clauses: Clauses, index: int) -> Iterable[tuple[Attribute, int, float]]:
    """The attributes that a token, or the phrase that begins with it, speaks for: how many tokens, with what pull."""
    lexicon = clauses.lexicon
    phrases = clauses.cue_phrases.get(index)
    if phrases:
        return [(lexicon.attributes[slug], size, pull) for slug, size, pull in phrases]
    if index in clauses.in_cue_phrase:
        return ()
    stem, word = clauses.stems[index], clauses.tokens[index].lower
    by_stem = lexicon.cues.get(stem, ())
    known = {attribute.slug for attribute, _ in by_stem}
    by_word = lexicon.cues.get(word, ()) if word != stem else ()
    return [
        (attribute, 1, pull) for attribute, pull in (*by_stem, *(row for row in by_word if row[0].slug not in known))
    ]


def _counts(clauses: Clauses, figure: Figure, attribute: Attribute) -> bool:
    """Whether a count's noun lets it have the attribute: houses are not killed."""
    if figure.quantity.kind is not Kind.COUNT:
        return True
    unit = figure.quantity.unit
    if unit is None or unit in attribute.takes:
        return True
    lexicon = clauses.lexicon
    people = lexicon.counts_people(unit) and unit not in lexicon.stance["remains"]
    return attribute.person and (people or unit in attribute.nouns)


def _is_apposed(clauses: Clauses, first: int, end: int) -> bool:
    """Whether a figure stands between two commas, or between a comma and the end."""
    behind = clauses.tokens[end].text if end < len(clauses.tokens) else "."
    return clauses.tokens[first - 1].text == "," and behind in (",", ".")


def _is_interrupted(clauses: Clauses, between: Iterable[int]) -> bool:
    """Whether a preposition or joining word stands between a figure and a cue behind it: "$5 billion and profit"."""
    words = {clauses.tokens[at].lower for at in between if clauses.tokens[at].is_word}
    grammar = clauses.lexicon.grammar
    return not words.isdisjoint(grammar["governors"]) or not words.isdisjoint(grammar["soft_breaks"])


def _nearness(clauses: Clauses, figure: Figure, index: int, size: int, first: int, end: int) -> float:
    """How near a cue is, between 0 and 1: further with each token, barrier and other figure between."""
    before = index < first
    grammar = clauses.lexicon.grammar
    gap = first - index - size if before else index - end
    subject = not before and any(
        clauses.tokens[at].lower in grammar["remaining"] for at in range(end, min(index, end + 4))
    )
    between = range(index + size, first) if before else range(end, index)
    distance = float(max(gap, 0))
    distance += 2.5 * sum(clauses.tokens[at].lower in grammar["soft_breaks"] for at in between)
    distance += 8 * sum(clauses.tokens[at].text in grammar["hard_breaks"] for at in between)
    for other, _, _ in clauses.figures_between(index, first):
        distance += 7 if other.quantity.kind is figure.quantity.kind else 2
    inner = range(max(0, index - 2), index)
    included = not before and any(clauses.tokens[at].lower in grammar["inclusions"] for at in inner if at >= end)
    if included:
        distance += 8  # "$2.4 billion including debt" is not the debt
    if before and first and _is_apposed(clauses, first, end):
        distance -= 2.5  # "its profit, $121m, was held down": the comma parts nothing
    elif before and first and clauses.tokens[first - 1].lower in ("and", ","):
        distance += 4  # "640 people were injured and 58 are missing": a new statement begins
    if subject and gap <= 6:
        distance *= 0.4  # "58 are still missing": the figure is the subject
    elif not before and gap <= 1 and not included and not _is_interrupted(clauses, between):
        distance = 0  # "$15 billion annual commitment", "$500 million revenue"
    elif not before and end < len(clauses.tokens) and clauses.tokens[end].lower == "in" and gap <= 2:
        distance = 0  # "$18 billion in annual revenue"
    elif (
        before
        and first
        and any(clauses.tokens[at].lower in grammar["links"] for at in range(max(index, first - 4), first))
    ):
        distance *= 0.6
    elif not before:
        distance += 1.5
    return 1 / (1 + distance / 4)
