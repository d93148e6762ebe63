"""Finds the statements of a sentence that bind its figures to one another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from desktop.core.checks.patterns import Pattern, mark, patterns
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.progress import reached
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.tokens import Token, glued, tokens

_LETTERS = {
    Kind.MONEY: "M",
    Kind.COUNT: "C",
    Kind.PERCENT: "P",
    Kind.MULTIPLE: "X",
    Kind.DURATION: "D",
    Kind.DATE: "T",
    Kind.AGE: "A",
    Kind.RATIO: "F",
    **dict.fromkeys((Kind.DISTANCE, Kind.AREA, Kind.MASS, Kind.SPEED, Kind.QUANTITY), "L"),
}
_OTHER = "Z"
_SCALED = frozenset("MCXPQF")
_SIZE = 60
"""How many times one amount may be another and still be what a sentence goes on about."""
_BACK = 2
"""How many sentences with figures back a sentence may go on about."""


class Slot(NamedTuple):
    """What stands in one place of a pattern: a figure, or words that are none ("a woman"), with what they are worth."""

    said: str
    quantity: Quantity
    figure: Figure | None


class Statement(NamedTuple):
    """A statement as found: which sort, which way it goes, what stands in its places; parts in the order of the text.

    text: its words, figures as marks ("<M1>").
    """

    rule: str
    rising: bool | None
    slots: Mapping[str, Slot]
    text: str

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that it binds, in the order of its places."""
        return tuple(slot.figure for slot in self.slots.values() if slot.figure is not None)

    def all(self, name: str) -> tuple[Slot, ...]:
        """What stands in all places of a name ("part", "part2", …)."""
        return tuple(slot for key, slot in self.slots.items() if key.rstrip("0123456789") == name)


class Line(NamedTuple):
    """A sentence as patterns read it: its words in lower case, its figures as marks with a letter and their number."""

    text: str
    claims: Sequence[Claim]
    letters: frozenset[str]
    words: frozenset[str]
    plain: frozenset[int]  # figures whose hedge belongs to the statement: "12 percent more than $5 billion"


def statements(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Statement]:
    """The statements of an article, sentence by sentence."""
    groups: dict[Span, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.sentence, []).append(claim)
    earlier: list[Sequence[Claim]] = []
    for number, (sentence, group) in enumerate(groups.items()):
        reached(number, len(groups))
        if earlier and "\n" in article.text[earlier[-1][0].sentence.end : sentence.start]:
            earlier.clear()  # what a paragraph goes on about stands in it
        before = earlier[-_BACK:][::-1]
        earlier.append(group)
        if len(group) < 2 and not before:
            continue
        lines: dict[bool, Line] = {}
        for pattern in patterns(lexicon):
            if len(group) < (1 if pattern.before else 2) or (pattern.before and not before):
                continue
            if pattern.dated not in lines:
                lines[pattern.dated] = _line(article, sentence, group, lexicon, dated=pattern.dated)
            line = lines[pattern.dated]
            if any(map(line.letters.isdisjoint, pattern.needs)) or any(map(line.words.isdisjoint, pattern.words)):
                continue
            for match in pattern.found_in(line.text):
                found = _statement(pattern, match, line)
                if found is not None and pattern.before:
                    found = _with_earlier(found, pattern.before, before)
                if found is not None:
                    yield found


def _with_earlier(statement: Statement, name: str, earlier: Sequence[Sequence[Claim]]) -> Statement | None:
    """A statement that goes on about an amount of the sentences before ("It stands 24 percent above …").

    earlier: their claims, the nearest first. None where the nearest sentence that has such amounts has more than one:
    of the same kind and unit, and not of quite another size.
    """
    amounts = [slot.quantity for slot in statement.slots.values() if slot.quantity.kind in (Kind.MONEY, Kind.COUNT)]
    if not amounts or amounts[0].value is None:
        return None
    known = amounts[0]
    fitting: list[Claim] = []
    for claims in earlier:
        fitting = [claim for claim in claims if not claim.negated and _is_of_size(claim.figure.quantity, known)]
        if fitting:
            break
    if len(fitting) != 1:
        return None
    figure = fitting[0].figure
    said = " ".join(f"{figure.softener} {figure.quote}".split())
    return statement._replace(slots={name: Slot(said, figure.quantity, figure), **statement.slots})


def _is_of_size(one: Quantity, other: Quantity) -> bool:
    if one.kind is not other.kind or one.unit != other.unit or not one.value or not other.value:
        return False
    return 1 / _SIZE <= float(one.value) / float(other.value) <= _SIZE


def _line(article: Article, sentence: Span, claims: Sequence[Claim], lexicon: Lexicon, *, dated: bool) -> Line:
    found = tokens(article.text, sentence)
    dropped = frozenset(lexicon.checks["drop"]["words"])
    walls, dating = frozenset(lexicon.checks["walls"]["words"]), lexicon.checks["dating"]["words"]
    by_start = {claim.figure.span.start: number for number, claim in enumerate(claims)}
    hedges = {claim.figure.hedge.start: number for number, claim in enumerate(claims) if claim.figure.hedge}
    words: list[str] = []
    letters, plain = set[str](), set[int]()
    index = 0
    while index < len(found):
        token = found[index]
        number = by_start.get(token.start)
        if number is not None:
            figure = claims[number].figure
            letter = _letter(figure)
            index = _behind(found, index, figure.span)
            if not dated and letter == "T":
                if words and words[-1] in dating:
                    words.pop()
                continue
            if not dated and _says_again(claims, number) and words[-1:] == ["("] and _word(found, index) == ")":
                words.pop()
                index += 1
                continue
            letters.add(letter)
            words.append(f"<{letter}{number}>")
            if index + 1 < len(found) and found[index].text == "-" and glued(found[index], found[index + 1]):
                index += 1  # "the 24-member crew"
            continue
        hedged = hedges.get(token.start)
        if hedged is not None:
            hedge = claims[hedged].figure.hedge
            assert hedge is not None
            if _compares(words, hedge, article):
                plain.add(hedged)
            else:
                index = _behind(found, index, hedge)
                continue
        if token.lower not in dropped:
            words.append(mark(token.lower, walls) if token.text not in "<>^" else "/")
        index += 1
    return Line("".join(f"{word} " for word in words), claims, frozenset(letters), frozenset(words), frozenset(plain))


def _letter(figure: Figure) -> str:
    quantity = figure.quantity
    if quantity.is_vague:
        return "V"
    if quantity.kind is Kind.PERCENT and quantity.unit != "%":
        return "Q"
    if quantity.kind is Kind.RATIO and (quantity.value is None or not 0 < quantity.value < 1):
        return _OTHER
    return _LETTERS.get(quantity.kind, _OTHER)


def _behind(found: Sequence[Token], index: int, span: Span) -> int:
    while index < len(found) and found[index].start < span.end:
        index += 1
    return index


def _word(found: Sequence[Token], index: int) -> str:
    return found[index].lower if index < len(found) else ""


def _says_again(claims: Sequence[Claim], number: int) -> bool:
    """Whether a figure says the amount before it once more, in another currency or unit."""
    if not number:
        return False
    one, other = claims[number - 1].figure.quantity, claims[number].figure.quantity
    return one.kind is other.kind and one.unit != other.unit and one.unit is not None and other.unit is not None


def _compares(words: Sequence[str], hedge: Span, article: Article) -> bool:
    """Whether what looks like a hedge compares two amounts: "12 percent more than $5 billion", "half as much as $2"."""
    if not words:
        return False
    last = words[-1]
    before = last[1:2] in _SCALED if last.startswith("<") else last == "magnitude"
    return before and hedge.of(article.text).lower().split()[-1:] != ["about"]


def _statement(pattern: Pattern, match: re.Match[str], line: Line) -> Statement | None:
    slots: dict[str, Slot] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        name, _, sort = name.partition("_")
        if sort == "words":
            one = Decimal(1)
            slots[name] = Slot(text.strip(), Quantity(Kind.COUNT, one, one, text.split()[-1], step=one), None)
            continue
        number = int(text[1:])
        claim = line.claims[number]
        if claim.negated:
            return None
        quantity, said = claim.figure.quantity, " ".join(claim.figure.quote.split())
        if number in line.plain:
            quantity = replace(quantity, exactness=Exactness.EXACT)
        elif claim.figure.softener and claim.figure.hedge is not None:
            before = claim.figure.hedge < claim.figure.core
            said = f"{claim.figure.softener} {said}" if before else f"{said} {claim.figure.softener}"
        if sort == "count":
            quantity, said = replace(quantity, kind=Kind.MULTIPLE, unit=None), f"{said} times"
        slots[name] = Slot(said, quantity, claim.figure)
    return Statement(pattern.rule, pattern.rising, slots, match.group())
