"""Knows in which order claims and comparisons are told, and which pairs are vague."""

from collections.abc import Sequence

from desktop.core.agreement.status import SEVERITY, Comparison, Pair
from desktop.core.claims import Claim
from desktop.core.quantities import Kind
from desktop.core.text import Article


def in_order(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of articles and text."""
    place = {article.id: number for number, article in enumerate(articles)}
    return tuple(sorted(claims, key=lambda claim: (place[claim.article], claim.figure.span)))


def rank(comparison: Comparison, articles: Sequence[Article]) -> tuple[int, int, int, int]:
    """A key that puts the worst comparison first, money before the rest, then the order of articles and text."""
    place = {article.id: number for number, article in enumerate(articles)}
    first = comparison.claims[0]
    severity = SEVERITY[comparison.status] if comparison.status else -1
    return -severity, 0 if comparison.topic.kind is Kind.MONEY else 1, place[first.article], first.figure.span.start


def is_vague(pair: Pair) -> bool:
    """Whether one of two amounts is a vague size ("dozens")."""
    return pair.a.figure.quantity.is_vague or pair.b.figure.quantity.is_vague
