"""Fills in what a figure leaves to its neighbours: the currency of a bare "509 million", the kind of a bare "5.2"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.figures.conventions import Conventions
from desktop.core.figures.figure import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span
from desktop.core.tokens import Token

_LARGE = Decimal(1_000_000)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds figures: its span, its tokens, and each figure with the tokens it takes."""

    span: Span
    tokens: tuple[Token, ...]
    figures: tuple[tuple[Figure, int, int], ...]
    title_case: bool


def with_elided_kinds(sentences: Sequence[Sentence], text: str, habits: Conventions) -> tuple[Sentence, ...]:
    """The sentences of a text with their bare numbers read in the light of the figures of the same paragraph."""
    found: list[Sentence] = []
    currency: str | None = None
    before: Sentence | None = None
    for sentence in sentences:
        if before is not None and text.find("\n", before.span.end, sentence.span.start) >= 0:
            currency = before = None
        bare = any(_is_bare(figure) for figure, _, _ in sentence.figures)
        figures = _with_kinds(sentence, before, currency, habits) if bare else sentence.figures
        for figure, _, _ in figures:
            if figure.quantity.kind is Kind.MONEY and figure.quantity.unit is not None:
                currency = figure.quantity.unit
        before = sentence
        found.append(replace(sentence, figures=figures) if bare else sentence)
    return tuple(found)


def _with_kinds(
    sentence: Sentence, before: Sentence | None, currency: str | None, habits: Conventions
) -> tuple[tuple[Figure, int, int], ...]:
    figures = []
    for place, (figure, first, end) in enumerate(sentence.figures):
        if _is_bare(figure) and (partner := _partner(sentence, place)) is not None:
            figure = replace(figure, quantity=replace(figure.quantity, kind=partner.kind, unit=partner.unit))
        if figure.quantity.kind is Kind.MONEY and figure.quantity.unit is not None:
            currency = figure.quantity.unit
        elif _is_bare(figure):
            figure = _read_again(figure, currency, sentence, before, habits)
        figures.append((figure, first, end))
    return tuple(figures)


def _is_bare(figure: Figure) -> bool:
    return figure.quantity.kind is Kind.COUNT and figure.quantity.unit is None and figure.quantity.low is not None


def _partner(sentence: Sentence, place: int) -> Quantity | None:
    """The quantity that a bare number shares its unit with: "from 10 to 20 percent"."""
    if place + 1 >= len(sentence.figures):
        return None
    figure, _, end = sentence.figures[place]
    behind, start, _ = sentence.figures[place + 1]
    if (
        start != end + 1
        or sentence.tokens[end].lower not in ("to", "and", "or")
        or behind.core.start != behind.span.start
    ):
        return None
    low, high = figure.quantity.low, behind.quantity.low
    if behind.quantity.kind is Kind.PERCENT and sentence.tokens[end].lower == "to":
        return behind.quantity
    if behind.quantity.kind is Kind.MONEY and low is not None and high is not None and high / 1000 < low < high * 1000:
        return behind.quantity if low >= _LARGE or high < _LARGE else None
    return None


def _read_again(
    figure: Figure, currency: str | None, sentence: Sentence, before: Sentence | None, habits: Conventions
) -> Figure:
    quantity = figure.quantity
    assert quantity.low is not None
    if quantity.low >= _LARGE and _has_scale(figure):
        # "revenue of 562 million euros against 509 million"; "Fifteen billion is the number"
        if (unit := currency or habits.currency) is not None:
            return replace(figure, quantity=replace(quantity, kind=Kind.MONEY, unit=unit))
    elif quantity.step == _TENTH and 1 <= quantity.low < 10:
        near = [token.lower for part in (sentence, before) if part is not None for token in part.tokens]
        if habits.shaken or not habits.lexicon.names["quakes"].isdisjoint(near):
            return replace(figure, quantity=replace(quantity, kind=Kind.MAGNITUDE))
    return figure


def _has_scale(figure: Figure) -> bool:
    return figure.quote[-1].isalpha() or figure.quantity.per is not None
