"""Checks arithmetic that an article states against the article's own figures."""

from collections.abc import Iterator, Sequence

from desktop.core.checks import calendar, changes, conversions, related, shares, terms
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.statements import Statement, statements
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.text import Article

__all__ = ["Check", "CheckVerdict", "Rule", "check_article"]


def check_article(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Check, ...]:
    """The arithmetic that an article states, checked against its own figures, in the order of its text."""
    found: list[Check] = []
    by_claimed = dict[Figure, list[Check]]()
    for check in (
        *_stated(article, claims, lexicon),
        *related.conversions(article, claims),
        *related.excesses(article, claims, lexicon),
        *related.growths(article, claims),
        *related.margins(article, claims, lexicon),
        *conversions.units(article, claims, lexicon),
        *conversions.exchange(article, claims, lexicon),
    ):
        alike = by_claimed.setdefault(check.claimed, [])
        if not any(_same(check, known) for known in alike):
            alike.append(check)
            found.append(check)
    return tuple(sorted(found, key=lambda check: (check.span, check.rule)))


def _same(one: Check, other: Check) -> bool:
    """Whether two checks of one figure say the same; two sorts of rule may check one figure against others."""
    return set(one.terms) <= set(other.terms) or set(other.terms) <= set(one.terms) or one.rule is other.rule


def _stated(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Check]:
    """What a sentence states of its own figures."""
    for statement in statements(article, claims, lexicon):
        check = _checked(article, statement, lexicon)
        if check is not None:
            yield check


def _checked(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    match statement.rule:
        case "growth":
            return changes.growth(article, statement)
        case "difference":
            return changes.difference(article, statement)
        case "multiple":
            return changes.multiple(article, statement)
        case "excess":
            return changes.excess(article, statement)
        case "share":
            return shares.share(article, statement)
        case "conversion":
            return terms.conversion(article, statement, lexicon)
        case "term":
            return terms.term(article, statement, lexicon)
        case "each":
            return terms.each(article, statement, lexicon)
        case "priced":
            return terms.priced(article, statement, lexicon)
        case "sum":
            return shares.total(article, statement)
        case "parts":
            return shares.parts(article, statement, lexicon)
        case "votes":
            return shares.votes(article, statement)
        case "order":
            return changes.order(article, statement)
        case "dates":
            return calendar.dates(article, statement, lexicon)
        case "since":
            return calendar.since(article, statement, lexicon)
        case "age":
            return calendar.age(article, statement)
    raise ValueError(f"no such statement: {statement.rule!r}")
