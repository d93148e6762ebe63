"""Finds what a change is one of: revenue, wheat, prices as a whole."""

from desktop.core.claims.attributes import Cue
from desktop.core.claims.clauses import Clauses
from desktop.core.quantities import Kind
from desktop.core.stems import stem

_MOVES = frozenset({"growth", "decline"})
_CHANGES = _MOVES | {"excess"}
_PRICES_REACH = 8
_TOO_BROAD = frozenset({"payment", "value", "cost"})
"""Attributes of which a change says nothing."""


def change_of(
    clauses: Clauses, cue: Cue | None, slug: str | None, first: int, end: int
) -> tuple[str | None, str | None]:
    """The attribute (slug) of a figure where it is a change, and what changed; the slug as it is where it is none.

    first, end: the tokens of the figure (end exclusive).
    """
    if slug not in _CHANGES:
        return slug, None
    of = _amount_changed(clauses, first, end)
    if of is None and cue is not None and slug in _MOVES:
        # "butter rose by 14 percent and eggs by 19": the second is of what stands right before it
        listed = cue.place < first and clauses.figures_between(cue.place, first)
        by = first - 1 if first and clauses.tokens[first - 1].lower == "by" else first
        of = _thing_changed(clauses, by if listed else min(cue.place, first))
        if of is None and slug == "growth" and _are_all_prices(clauses, min(cue.place, first)):
            return "inflation", None
    if slug == "excess" and _is_then(clauses, end):
        slug = "growth"
    if slug in _MOVES and first and clauses.tokens[first - 1].lower in clauses.lexicon.grammar["levels"]:
        return None, of  # "rose to 4.5%" tells a level, not a growth
    return slug, of


def _amount_changed(clauses: Clauses, first: int, end: int) -> str | None:
    """What a change is one of: the nearest attribute of money, or the stock ("profit up 8 percent")."""
    best: tuple[int, str] | None = None
    for index in range(max(0, first - 14), min(len(clauses.tokens), end + 8)):
        if clauses.is_taken(index):
            continue
        stocks = clauses.stems[index] in clauses.lexicon.grammar["stocks"]
        slug = "shares" if stocks else _amount_named(clauses, index)
        if slug is None or slug in _TOO_BROAD:
            continue
        gap = first - index if index < first else index - end + 3
        gap += 4 * clauses.barriers(index, first if index < first else end - 1)
        if best is None or gap < best[0]:
            best = gap, slug
    return best[1] if best is not None and best[0] < 20 else None


def _thing_changed(clauses: Clauses, index: int) -> str | None:
    """What a change is one of, where it is no amount of money: "wheat" in front of "rose 2 percent"; None where nothing
    in front of token `index` tells."""
    grammar, lexicon = clauses.lexicon.grammar, clauses.lexicon
    low = index
    while low > 0 and clauses.tokens[low - 1].lower not in grammar["breaks"] and not clauses.is_taken(low - 1):
        low -= 1
    high = next((at for at in range(low + 1, index) if clauses.tokens[at].lower in lexicon.stance["within"]), index)
    while high > low and clauses.tokens[high - 1].lower in lexicon.names["plain"]:
        high -= 1
    if high <= low or clauses.name_at(high - 1) is not None and not clauses.may_be_no_name(high - 1):
        return None
    noun = lexicon.singular(clauses.tokens[high - 1].lower)
    if not noun.isalpha() or noun in lexicon.stance["no_objects"] or noun in lexicon.names["plain"]:
        return None
    root = stem(noun)
    return lexicon.notion_words.get(lexicon.notions.get(root, ""), noun)


def _amount_named(clauses: Clauses, index: int) -> str | None:
    """The attribute of money, the first of the lists, that a token or the phrase that begins with it names."""
    lexicon = clauses.lexicon
    named = {slug for slug, _, _ in clauses.cue_phrases.get(index, ())}
    if index not in clauses.in_cue_phrase:
        for word in (clauses.stems[index], clauses.tokens[index].lower):
            named.update(attribute.slug for attribute, _ in lexicon.cues.get(word, ()))
    if not named:
        return None
    for slug, attribute in lexicon.attributes.items():
        if slug in named and Kind.MONEY in attribute.kinds and not attribute.generic and slug != "dividend":
            return slug
    return None


def _are_all_prices(clauses: Clauses, index: int) -> bool:
    """Whether what rises in front of token `index` are prices, of nothing in particular."""
    for at in range(index - 1, max(-1, index - _PRICES_REACH), -1):
        if clauses.tokens[at].lower in clauses.lexicon.grammar["breaks"]:
            return False
        if clauses.tokens[at].lower == "prices":
            before = clauses.tokens[at - 1].lower if at else "the"
            behind = clauses.tokens[at + 1].lower
            return before in clauses.lexicon.stance["plain_prices"] and behind not in ("of", "for")
    return False


def _is_then(clauses: Clauses, end: int) -> bool:
    """As in "six percent more than a year ago": the comparison is with an earlier time."""
    words = {token.lower for token in clauses.tokens[end : end + 7]}
    return bool(words & clauses.lexicon.grammar["pasts"])
