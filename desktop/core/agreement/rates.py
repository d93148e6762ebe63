"""Knows what one currency is in another: as articles state it, else by the average of a year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from desktop.core.claims import Claim
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article

_GAP = 14
"""How many characters may lie between an amount and the same in brackets."""


class Rate(NamedTuple):
    """What one unit of a currency is in another. year: of the average, None where an article states the rate."""

    value: Fraction
    year: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """The exchange rates that serve for a pair of articles.

    stated: how much of the second currency one unit of the first is. yearly: the averages of `year`, units of each
    currency to one US dollar.
    """

    stated: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    yearly: Mapping[str, Decimal] = field(default_factory=dict)
    year: int | None = None

    def is_same(self, other: "Rates") -> bool:
        """Whether another gives the same rates."""
        return (self.stated, self.yearly, self.year) == (other.stated, other.yearly, other.year)

    def rate(self, source: str, target: str) -> Rate | None:
        """The rate from one currency to another, None where it is not known."""
        if (source, target) in self.stated:
            return Rate(Fraction(self.stated[source, target]), None)
        if (target, source) in self.stated:
            return Rate(1 / Fraction(self.stated[target, source]), None)
        one, other = (Decimal(1) if code == "USD" else self.yearly.get(code) for code in (source, target))
        return None if one is None or other is None else Rate(Fraction(other) / Fraction(one), self.year)


def stated_rates(article: Article, claims: Sequence[Claim]) -> dict[tuple[str, str], Decimal]:
    """Exchange rates that an article states by giving one amount in two currencies: "85 million euros ($108 million)",
    "$1 = 0.7643 pounds"."""
    rates: dict[tuple[str, str], Decimal] = {}
    for one, other in zip(claims, claims[1:], strict=False):
        left, right = one.figure.quantity, other.figure.quantity
        if left.kind is not Kind.MONEY or right.kind is not Kind.MONEY or left.unit == right.unit:
            continue
        between = article.text[one.figure.span.end : other.figure.span.start]
        if len(between) > _GAP or not ("(" in between or "=" in between) or not left.value or not right.value:
            continue
        if left.unit and right.unit:
            rates.setdefault((left.unit, right.unit), right.value / left.value)
    return rates


def mean_of(stated: Iterable[Mapping[tuple[str, str], Decimal]]) -> dict[tuple[str, str], Decimal]:
    """The rates that several articles state, the mean where two state one: none of them comes first."""
    found: dict[tuple[str, str], list[Decimal]] = {}
    for rates in stated:
        for (source, target), rate in rates.items():
            turned = (target, source) in found
            found.setdefault((target, source) if turned else (source, target), []).append(1 / rate if turned else rate)
    return {pair: sum(rates, Decimal(0)) / len(rates) for pair, rates in found.items()}


def rates_of(
    stated: Sequence[Mapping[tuple[str, str], Decimal]],
    articles: Sequence[Article],
    claims: Sequence[Claim],
    lexicon: Lexicon,
) -> Rates:
    """The rates for a comparison of articles. stated: what they and others of the same event state, in that order.

    The averages are of the year of publication, else of the latest year that the claims speak of, else the last known.
    """
    merged: dict[tuple[str, str], Decimal] = {}
    for rates in stated:
        for pair, rate in rates.items():
            if pair not in merged and pair[::-1] not in merged:
                merged[pair] = rate
    years = [article.published.year for article in articles if article.published]
    if not years:
        years = [
            int(iso[:4])
            for claim in claims
            if (iso := claim.figure.quantity.iso) and claim.figure.quantity.kind is Kind.DATE and iso[:4].isdecimal()
        ]
    known = [year for year in years if year in lexicon.exchange]
    year = max(known, default=max(lexicon.exchange, default=None))
    return Rates(merged, lexicon.exchange[year] if year is not None else {}, year)
