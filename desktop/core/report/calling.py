"""Knows what articles and figures are called in a report: letters, names, numbers, lines."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from desktop.core import wording
from desktop.core.analysis import Analysis
from desktop.core.anchors import Anchor
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.text import Article, letters_of, names_of
from desktop.core.workspace import Workspace


class Calling:
    """What everything is called, asked for by id, figure or place."""

    def __init__(self, workspace: Workspace, analysis: Analysis) -> None:
        """Articles that are not compared keep their letters, so that these are the same wherever they are told."""
        known = {article.id for article in workspace.articles}
        articles = (*workspace.articles, *(article for article in analysis.articles if article.id not in known))
        self.letters: Mapping[str, str] = letters_of(articles)
        self.names: Mapping[str, str] = names_of(articles)
        self._articles = {article.id: article for article in articles}
        self._starts = {article.id: _line_starts(article.text) for article in analysis.articles}
        self.figures: Sequence[Figure] = tuple(dict.fromkeys(analysis.figures))
        self._both_ways = _both_ways(analysis)
        self._numbers = {figure: number for number, figure in enumerate(self.figures, 1)}

    def article(self, article: str) -> Article:
        """The article of that id."""
        return self._articles[article]

    def line(self, article: str, place: int) -> int:
        """The number of the line, from 1, that a place of an article (id) is in."""
        return bisect_right(self._starts[article], place)

    def number(self, figure: Figure) -> int:
        """The number of a figure among all, from 1."""
        return self._numbers[figure]

    def tells_both_ways(self, claim: Claim) -> bool:
        """Whether the article of a claim has its payee pay its payer elsewhere: who pays whom cannot be taken from the
        rest of it then."""
        return (claim.article, frozenset((claim.payer, claim.payee))) in self._both_ways

    def places(self, anchors: Sequence[Anchor]) -> str:
        """Where something is: the quotes with the letters of their articles."""
        return wording.places(anchors, self.letters)


def _both_ways(analysis: Analysis) -> frozenset[tuple[str, frozenset[str | None]]]:
    """Articles (ids) and the parties that each says pay one another."""
    stated = {(one.article, one.payer, one.payee) for one in analysis.claims if one.parties_stated and one.payer}
    return frozenset(
        (article, frozenset((payer, payee))) for article, payer, payee in stated if (article, payee, payer) in stated
    )


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]
