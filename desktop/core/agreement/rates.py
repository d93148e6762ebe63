"""Finds the exchange rates that articles state."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop.core.claims import Claim
from desktop.core.quantities import Kind
from desktop.core.text import Article


def stated_rates(articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]]) -> dict[tuple[str, str], Decimal]:
    """Exchange rates that articles state by giving one amount in two currencies: "85 million euros ($108 million)"."""
    rates: dict[tuple[str, str], Decimal] = {}
    for article in articles:
        for one, other in zip(claims[article.id], claims[article.id][1:], strict=False):
            left, right = one.figure.quantity, other.figure.quantity
            if left.kind is not Kind.MONEY or right.kind is not Kind.MONEY or left.unit == right.unit:
                continue
            between = article.text[one.figure.span.end : other.figure.span.start]
            if len(between) > 14 or "(" not in between or not left.value or not right.value:
                continue
            if left.unit and right.unit:
                rates.setdefault((left.unit, right.unit), right.value / left.value)
    return rates
