"""Puts an editor's readings in the place of what was found."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.core.corrections import Correction
from desktop.core.figures.elided import Sentence
from desktop.core.figures.figure import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article


def corrected(
    sentence: Sentence,
    article: Article,
    corrections: Sequence[Correction],
    read: Callable[[str], Quantity | None],
) -> Sentence:
    """The sentence with its figures as the editor reads them; `corrections` are those of this article.

    read: what a few words alone state.
    """
    printed = {figure.span: figure for figure, _, _ in sentence.figures}
    mine = [one for one in corrections if sentence.span.start <= one.span.start < sentence.span.end]
    if not mine:
        return sentence
    figures = [found for found in sentence.figures if not any(found[0].span.overlaps(one.span) for one in mine)]
    for one in mine:
        span = one.span
        places = [at for at, token in enumerate(sentence.tokens) if token.start < span.end and span.start < token.end]
        if one.quantity is not None and places:
            words = span.of(article.text)
            found = printed.get(span)
            stated = found.quantity if found is not None else read(words)
            found = found or Figure(article.id, span, words, one.quantity, span)
            figure = replace(found, quantity=one.quantity, is_reread=_is_reread(stated, one.quantity))
            figures.append((figure, places[0], places[-1] + 1))
    return replace(sentence, figures=tuple(sorted(figures, key=lambda found: found[0].span)))


def _is_reread(stated: Quantity | None, given: Quantity) -> bool:
    """Whether an editor reads something else than the words state; what is counted they need not say."""
    if stated is None:
        return True
    unit = given.unit if stated.kind is given.kind is Kind.COUNT and stated.unit is None else stated.unit
    return replace(stated, unit=unit, step=None) != replace(given, step=None)
