"""Puts an editor's readings in the place of what was found."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.corrections import Correction
from desktop.core.figures.elided import Sentence
from desktop.core.figures.figure import Figure
from desktop.core.text import Article


def corrected(sentence: Sentence, article: Article, corrections: Sequence[Correction]) -> Sentence:
    """The sentence with its figures as the editor reads them; `corrections` are those of this article."""
    mine = [one for one in corrections if sentence.span.start <= one.span.start < sentence.span.end]
    if not mine:
        return sentence
    figures = [found for found in sentence.figures if not any(found[0].span.overlaps(one.span) for one in mine)]
    for one in mine:
        span = one.span
        places = [at for at, token in enumerate(sentence.tokens) if token.start < span.end and span.start < token.end]
        if one.quantity is not None and places:
            figure = Figure(article.id, span, span.of(article.text), one.quantity, span)
            figures.append((figure, places[0], places[-1] + 1))
    return replace(sentence, figures=tuple(sorted(figures, key=lambda found: found[0].span)))
