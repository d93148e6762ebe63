"""Reads counts, shares and vague sums: numbers that measure nothing, with the noun that they count."""

from collections.abc import Sequence

from desktop.core.figures.amount import Amount, amount_of
from desktop.core.figures.number import Number
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.tokens import DASHES, Token, glued, word_at

_MILLION = 1_000_000
_VICTIM_REACH = 4
_MARKS = frozenset("+†‡*⁺¹²³⁰⁴⁵⁶⁷⁸⁹")


def count(found: Sequence[Token], number: Number, lexicon: Lexicon) -> Amount | None:
    """What a number counts, or is a part of; None where it is no figure ("one" as a pronoun, "half-hearted")."""
    word, end = found[number.first].lower, number.end
    if number.share:
        if number.vague:
            return amount_of(Kind.PERCENT, number, "%", end)
        if word_at(found, end) in DASHES and end < len(found) and glued(found[end - 1], found[end]):
            return None if word == "half" else amount_of(Kind.RATIO, number, None, end)
        behind = end + 1 if word_at(found, end) in lexicon.grammar["determiners"] else end  # "half the ships"
        return amount_of(Kind.RATIO, number, counted_noun(found, behind, lexicon), end)
    noun = counted_noun(found, end, lexicon)
    if word == "zero" and number.scale == 1:
        plural = end < len(found) and is_plural(found[end].lower, lexicon)
        return amount_of(Kind.COUNT, number, noun, end) if plural else None
    if word == "one" and number.scale == 1 and end == number.first + 1 and number.high is None:
        # "one dead", "one person was killed"; "one person said" is no count
        hurt = any(token.lower in lexicon.names["victims"] for token in found[end : end + _VICTIM_REACH])
        who = word_at(found, end) in lexicon.person_nouns or word_at(found, end) in lexicon.grammar["remaining"]
        named = word_at(found, end) in lexicon.names["victims"]
        return amount_of(Kind.COUNT, number, noun or "person", end) if named or hurt and who else None
    if number.vague and (noun is None or noun in lexicon.names["sums"]):
        flows = word_at(found, end) in ("in", "of") and _names_flow(found, end + 1, lexicon)
        if (flows or _speaks_of_money(found, number.first, lexicon)) and number.low >= _MILLION:
            return amount_of(Kind.MONEY, number, "USD", end)
        if word_at(found, end - 1) in ("figure", "figures"):
            return amount_of(Kind.MONEY, number, "USD", end)
    return amount_of(Kind.COUNT, number, noun, end)


def _names_flow(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    return any(word_at(found, at) in lexicon.flow_words for at in range(index, index + 3))


def _speaks_of_money(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if any(token.lower in lexicon.names["money_verbs"] for token in found[max(0, index - 4) : index]):
        return True
    return any(token.lower in lexicon.flow_words for token in found[max(0, index - 6) : index])


def counted_noun(found: Sequence[Token], at: int, lexicon: Lexicon) -> str | None:
    """The counted noun, in the singular, that follows a number ("data center cluster"'s head), None where none does."""
    size = len(found)
    while at < size and found[at].text in _MARKS:
        at += 1  # "100+ people", a footnote mark
    start = at
    if at + 1 < size and found[at].text in DASHES and glued(found[at - 1], found[at]):
        behind = found[at + 1]
        if behind.lower == "strong":
            return None  # "a 14-strong team": of what tells nothing
        if behind.lower in ("plus", "odd"):
            at = start = at + 2
        else:
            named = behind.is_word and behind.lower not in lexicon.names["plain"]
            return lexicon.singular(behind.lower) if named else None
    if word_at(found, at) == "of":
        at = _behind_of(found, at + 1, start, lexicon)
    plain = lexicon.names["plain"]
    for place in range(at, min(at + 6, size)):
        token = found[place]
        word = token.lower
        if place > at and place + 1 < size and found[place + 1].is_word:
            if token.text in DASHES and glued(found[place - 1], token) and glued(token, found[place + 1]):
                continue  # "60 short-haul jets"
            if word in lexicon.grammar["adjective_joiners"] and not found[place + 1].is_capital:
                continue  # "14,200 current and former workers"
        if not token.text[0].isalpha():
            return None
        if place == at and word in lexicon.names["victims"]:
            return "person"
        if (
            word in plain
            or word in lexicon.cardinals
            or word.endswith(("'s", "’s"))
            or place > at
            and len(word) > 4
            and word.endswith("ed")
        ):
            return None
        if is_plural(word, lexicon):
            # "two companies means": the first plural is the noun, what follows is more often a verb
            return lexicon.singular(word)
    return None


def _behind_of(found: Sequence[Token], at: int, start: int, lexicon: Lexicon) -> int:
    """The token of the noun behind "of the 40", "of its", "of Globex's 40"."""
    while word_at(found, at) in lexicon.grammar["determiners"] or word_at(found, at).endswith(("'s", "’s")):
        at += 1
    at += _is_number(found, at, lexicon)
    if at > start + 1 and word_at(found, at).endswith(("'s", "’s")):
        at += 1
        at += _is_number(found, at, lexicon)
    return at


def _is_number(found: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return at < len(found) and (found[at].is_number or found[at].lower in lexicon.cardinals)


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether a word looks like the plural of a noun."""
    if word in lexicon.irregular_plurals or lexicon.is_of_men(word):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
