"""Knows which two passages belong to a selected figure, and what stands in and around them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.agreement import SEVERITY
from desktop.core.alignment import LONGEST, Passage
from desktop.core.text import Span
from desktop.core.tokens import sentences
from desktop.files.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.core.agreement import Comparison, Pair, Status
    from desktop.core.analysis import Analysis
    from desktop.core.claims import Claim
    from desktop.core.figures import Figure

Facing = tuple[str | None, str | None]

SHORT = 90
"""A sentence of fewer characters is shown with one beside it, without which it may say little."""

REACH = 600
"""How far a sentence beside another is looked for, in characters."""

LONG = LONGEST * 5
"""Of a longer passage only what is around the figure is shown: more words are not compared."""


@dataclass(frozen=True, slots=True)
class Side:
    """The passage of one claim.

    figures: those in it, with their status against the other article. before, after: the words around it.
    """

    article: str
    passage: Passage
    figures: tuple[tuple[Figure, Status | None], ...]
    before: str
    after: str


class Passages:
    """The pairs of an analysis by figure, and the passages they stand in."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        # Made when first asked for: the window need not wait for it while it shows an analysis.
        self._places: dict[Figure, list[int]] | None = None
        self._figures: dict[str, list[Figure]] = {}
        self._texts = {article.id: article.text for article in analysis.articles}

    def pairs(self, figures: Sequence[Figure], facing: Facing) -> tuple[Pair, ...]:
        """The pairs of the topic of the first figure: those that hold it before others, then the worst first.

        Those of the two articles that face each other (ids), or inside one of them; where there is none, those of
        other articles that hold the figure.
        """
        if not figures:
            return ()
        figure = figures[0]
        pairs: dict[int, Pair] = {}
        others: dict[int, Pair] = {}
        held: set[int] = set()
        for comparison in self._comparisons(figure):
            mentions = _mentions(comparison, figure)
            for pair in (*comparison.pairs, *comparison.internal):
                holds = pair.a.figure in mentions or pair.b.figure in mentions
                if {pair.a.article, pair.b.article} <= set(facing):
                    pairs[id(pair)] = pair
                elif holds:
                    others[id(pair)] = pair
                if holds:
                    held.add(id(pair))
        found = list((pairs or others).values())
        found.sort(
            key=lambda pair: (
                id(pair) not in held,
                -SEVERITY[pair.status],
                pair.is_internal,
                figure not in (pair.a.figure, pair.b.figure),
            )
        )
        return tuple(found)

    def sides(self, pair: Pair, facing: Facing) -> tuple[Side, Side]:
        """The passages of both claims of a pair: that of the article on the left first."""
        one, other = pair.a, pair.b
        if one.article != other.article and (other.article == facing[0] or one.article == facing[1]):
            one, other = other, one
        return self._side(one, other.article), self._side(other, one.article)

    def _side(self, claim: Claim, opposite: str) -> Side:
        text = self._texts[claim.article]
        span = _around(claim.sentence, claim.figure.span)
        figures = self._inside(claim.article, span)
        before, after = _beside(text, span)
        if span.start > claim.sentence.start:
            before = "…"
        if span.end < claim.sentence.end:
            after = "…"
        passage = Passage(text, span, tuple(figure.span for figure in figures))
        statuses = tuple((figure, self._status(figure, opposite)) for figure in figures)
        return Side(claim.article, passage, statuses, before, after)

    def _inside(self, article: str, span: Span) -> list[Figure]:
        """The figures in a stretch of an article (id), of two that overlap the first."""
        self._learn()
        known = self._figures.get(article, [])
        found: list[Figure] = []
        for figure in known[bisect_left(known, span.start, key=lambda figure: figure.span.start) :]:
            if figure.span.start >= span.end:
                break
            if span.covers(figure.span) and (not found or found[-1].span.end <= figure.span.start):
                found.append(figure)
        return found

    def _status(self, figure: Figure, opposite: str) -> Status | None:
        """The worst status of a figure against another article (id), or against its own."""
        worst: Status | None = None
        for comparison in self._comparisons(figure):
            mentions = _mentions(comparison, figure)
            for pair in (*comparison.pairs, *comparison.internal):
                here = figure.article if pair.is_internal else opposite
                if here in (pair.a.article, pair.b.article) and mentions & {pair.a.figure, pair.b.figure}:
                    worst = pair.status if worst is None else max(worst, pair.status, key=SEVERITY.__getitem__)
        return worst

    def _comparisons(self, figure: Figure) -> list[Comparison]:
        self._learn()
        places = self._places or {}
        return [self._analysis.comparisons[number] for number in dict.fromkeys(places.get(figure, ()))]

    def _learn(self) -> None:
        if self._places is not None:
            return
        self._places = {}
        for number, comparison in enumerate(self._analysis.comparisons):
            for claim in comparison.claims:
                self._places.setdefault(claim.figure, []).append(number)
        for claim in self._analysis.claims:
            self._figures.setdefault(claim.article, []).append(claim.figure)
        for figures in self._figures.values():
            figures.sort(key=lambda figure: figure.span.start)


def _mentions(comparison: Comparison, figure: Figure) -> set[Figure]:
    """The figures by which an article says the same as by this one."""
    claim = next(claim for claim in comparison.claims if claim.figure == figure)
    return {mention.figure for mention in comparison.mentions_of(claim)}


def _around(sentence: Span, figure: Span) -> Span:
    """The sentence, or what is around the figure of one that is very long."""
    if sentence.end - sentence.start <= LONG:
        return sentence
    start = max(sentence.start, min(figure.start - LONG // 2, sentence.end - LONG))
    return Span(start, max(figure.end, min(sentence.end, start + LONG)))


def _beside(text: str, span: Span) -> tuple[str, str]:
    """The sentence before a short one, in its paragraph, or else the one behind it."""
    if span.end - span.start >= SHORT:
        return "", ""
    abbreviations = load().abbreviations
    start = max(0, span.start - REACH)
    lead = text[start : span.start].rpartition("\n")[2]
    found = list(sentences(lead, abbreviations))
    if found:
        return lead[found[-1].start :], ""
    rest = text[span.end : span.end + REACH].partition("\n")[0]
    found = list(sentences(rest, abbreviations))
    return ("", rest[: found[0].end]) if found else ("", "")
