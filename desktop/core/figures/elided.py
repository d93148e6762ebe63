"""Fills in what a figure leaves to its neighbours: the currency of a bare "509 million", the kind of a bare "5.2"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.figures.conventions import Conventions
from desktop.core.figures.figure import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span
from desktop.core.tokens import Token

_LARGE = Decimal(1_000_000)
_TENTH = Decimal("0.1")
_LINKS = frozenset({"to", "and", "or", "&", ", and", ", or"})
_LISTS = _LINKS | {","}
_CENTS = re.compile(r"[\w.,½¼¾-]+[ -]cents?\b")
_OLDEST = 120
_REACH = 6
_LEAVING = frozenset({Kind.COUNT, Kind.MONEY})
"""What may leave its scale or unit to the figure behind it."""
_ALONE = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.RATIO, Kind.AGE, Kind.MAGNITUDE, Kind.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds figures: its span, its tokens, and each figure with the tokens it takes."""

    span: Span
    tokens: tuple[Token, ...]
    figures: tuple[tuple[Figure, int, int], ...]
    title_case: bool


def with_elided_kinds(sentences: Iterable[Sentence], text: str, habits: Conventions) -> Iterator[Sentence]:
    """The sentences of a text with their bare numbers read in the light of the figures of the same paragraph."""
    currency: str | None = None
    before: Sentence | None = None
    for sentence in sentences:
        if before is not None and text.find("\n", before.span.end, sentence.span.start) >= 0:
            currency = before = None
        figures = _with_kinds(sentence, before, currency, habits)
        for figure, _, _ in figures:
            if _is_large_money(figure):
                currency = figure.quantity.unit
        before = sentence
        if figures is not sentence.figures:
            sentence = Sentence(sentence.span, sentence.tokens, figures, sentence.title_case)
        yield sentence


def _is_large_money(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.kind is Kind.MONEY and quantity.low is not None and quantity.low >= _LARGE


def _with_kinds(
    sentence: Sentence, before: Sentence | None, currency: str | None, habits: Conventions
) -> tuple[tuple[Figure, int, int], ...]:
    """The figures of a sentence, the very same tuple where nothing was left to the neighbours."""
    printed = sentence.figures
    bare = near = cents = leaving = False
    before_end = 0
    for figure, first, end in printed:
        near = near or leaving and 0 < first - before_end < 3
        kind, before_end = figure.quantity.kind, end
        leaving = kind in _LEAVING
        if leaving:
            bare = bare or _is_bare(figure)
            cents = cents or kind is Kind.MONEY and _is_bare_cents(figure)
    if cents:
        printed = _with_cents(printed, currency, habits)
    if not near and not bare:
        return printed
    figures = list(printed)
    chained, scale = False, Decimal(1)
    for place in range(len(figures) - 2, -1, -1):
        # from the right: in "5, 6 and 7 million euros" the 6 takes after the 7, and the 5 after the 6
        figure, first, end = figures[place]
        behind, start, stop = figures[place + 1]
        if not 0 < start - end < 3:
            chained = False
            continue
        link = " ".join(token.lower for token in sentence.tokens[end:start])
        shared = link in _LINKS or link == "," and chained
        if shared and not chained:
            words = (token.lower for token in sentence.tokens[start:stop])
            scale = Decimal(next((habits.lexicon.scales[word] for word in words if word in habits.lexicon.scales), 1))
        taken = (
            _after(figure, behind, sentence.tokens[start : stop + 1], scale, link, habits.lexicon) if shared else None
        )
        chained = taken is not None
        if taken is not None:
            figures[place] = (replace(figure, quantity=taken), first, end)
    for place, (figure, first, end) in enumerate(figures):
        if place and _is_bare(figure):
            taken = _like_before(
                figures[place - 1], figure, sentence.tokens[figures[place - 1][2] : first], habits.lexicon
            )
            if taken is not None:
                figures[place] = (replace(figure, quantity=taken), first, end)
                continue
        if _is_large_money(figure):
            currency = figure.quantity.unit
        elif _is_bare(figure):
            figures[place] = (_read_again(figure, currency, (sentence, before), first, habits), first, end)
    return tuple(figures)


def _is_bare_cents(figure: Figure) -> bool:
    if figure.quantity.kind is not Kind.MONEY or "cent" not in figure.quote:
        return False
    return _CENTS.match(figure.quote) is not None


def _with_cents(
    printed: tuple[tuple[Figure, int, int], ...], currency: str | None, habits: Conventions
) -> tuple[tuple[Figure, int, int], ...]:
    """The figures with "30 cents" in the currency that the article speaks of, where that has cents."""
    unit = currency or habits.currency
    if unit not in habits.lexicon.currency_cents:
        return printed
    figures = []
    for figure, first, end in printed:
        if _is_bare_cents(figure):
            figure = replace(figure, quantity=replace(figure.quantity, unit=unit))
        figures.append((figure, first, end))
    return tuple(figures)


def _like_before(
    printed: tuple[Figure, int, int], figure: Figure, between: Sequence[Token], lexicon: Lexicon
) -> Quantity | None:
    """What a bare number reads that is like the figure before it: "aged 19, 22 and 31", "to 0.6 percent from 1.4"."""
    other, quantity = printed[0].quantity, figure.quantity
    low, like = quantity.low, other.value
    if low is None or quantity.is_vague or not between:
        return None
    words = [token.lower for token in between]
    if other.kind is Kind.AGE:
        listed = " ".join(words) in _LISTS and printed[0].quote.isdecimal() and low < _OLDEST
        return replace(quantity, kind=Kind.AGE, unit=other.unit) if listed else None
    if other.kind not in (Kind.PERCENT, Kind.MONEY) or like is None or not like / 5 < low < like * 5:
        return None
    while words and words[-1] in lexicon.grammar["compared_filler"]:
        words.pop()
    if not words or words[-1] not in lexicon.grammar["compared_with"]:
        return None
    return replace(quantity, kind=other.kind, unit=other.unit, per=other.per)


def _after(
    figure: Figure, behind: Figure, printed: Sequence[Token], scale: Decimal, link: str, lexicon: Lexicon
) -> Quantity | None:
    """What a number reads that shares scale and unit with the figure behind it, None where it shares nothing.

    printed: the tokens of the figure behind, and one more.
    """
    quantity, other = figure.quantity, behind.quantity
    low, high, step = quantity.low, other.low, quantity.step
    if low is None or high is None or step is None or quantity.is_vague or other.is_vague or other.kind in _ALONE:
        return None
    signed = printed[0].text in lexicon.currency_signs or printed[0].text in lexicon.currency_codes
    bare = _is_bare(figure)
    if bare == signed or not bare and (quantity.kind is not other.kind or quantity.unit != other.unit):
        return None
    if scale >= 1000 > low:
        low, step = low * scale, step * scale
    if not bare and low == quantity.low or not high / 1000 < low < high * 1000:
        return None
    if link in ("and", "or") and not high / 20 < low < high * 20:
        return None
    if other.kind is Kind.COUNT and scale == 1:
        return None
    if other.kind is Kind.DURATION and printed[-1].lower in lexicon.grammar["then"]:
        return None  # "killed 12, and 3 days later"
    return replace(quantity, kind=other.kind, unit=other.unit, low=low, high=low, step=step)


def _is_bare(figure: Figure) -> bool:
    return figure.quantity.kind is Kind.COUNT and figure.quantity.unit is None and figure.quantity.low is not None


def _read_again(
    figure: Figure,
    currency: str | None,
    near: tuple[Sentence, Sentence | None],
    first: int,
    habits: Conventions,
) -> Figure:
    quantity, lexicon, found = figure.quantity, habits.lexicon, near[0].tokens
    assert quantity.low is not None
    if quantity.low >= _LARGE and _has_scale(figure):
        # "revenue of 562 million euros against 509 million"; "Fifteen billion is the number"
        words = {token.lower for token in found[max(0, first - _REACH) : first]}
        if not words.isdisjoint(lexicon.grammar["peopled"]):
            return figure  # "a country of six million"
        if (unit := currency or habits.currency) is not None:
            return replace(figure, quantity=replace(quantity, kind=Kind.MONEY, unit=unit))
    elif quantity.step == _TENTH and 1 <= quantity.low < 10:
        words = {token.lower for part in near if part is not None for token in part.tokens}
        if habits.shaken or not words.isdisjoint(lexicon.names["quakes"]):
            return replace(figure, quantity=replace(quantity, kind=Kind.MAGNITUDE))
    return figure


def _has_scale(figure: Figure) -> bool:
    return figure.quote[-1].isalpha() or figure.quantity.per is not None
