"""Makes checks of statements: what all rules have in common."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.core.checks.bounds import Meant, meant, short
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.statements import Slot, Statement
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article

TOGETHER = 600
"""How far apart, in characters, figures of one statement stand together."""


def made(
    article: Article,
    claimed: Figure,
    terms: Sequence[Figure],
    *,
    rule: Rule,
    computation: str,
    stated: Decimal | Fraction | None = None,
    actual: Fraction,
    verdict: CheckVerdict,
    share: Decimal | None = None,
    unit: str | None = None,
    per: str | None = None,
    said: str = "",
) -> Check:
    """A Check over the figures that stand together; stated: by default what the claimed figure says."""
    span = claimed.span
    for term in terms:
        if abs(term.span.start - claimed.span.start) < TOGETHER:
            span = span.joined(term.span)
    value = claimed.quantity.low if stated is None else stated
    assert value is not None
    printed = value if isinstance(value, Decimal) else short(value)
    return Check(
        article.id,
        span,
        verdict,
        claimed,
        tuple(terms),
        computation,
        rule,
        printed,
        short(actual),
        share,
        unit,
        per,
        said,
    )


def told(
    article: Article,
    statement: Statement,
    name: str,
    *,
    rule: Rule,
    computation: str,
    actual: Meant,
    verdict: CheckVerdict,
    unit: str | None = None,
    per: str | None = None,
    said: str = "",
    stated: Fraction | None = None,
    point: Fraction | None = None,
) -> Check | None:
    """The Check of what stands in the place `name` against all the other places; None where nothing is sure.

    point: what was computed, in the unit of what is claimed, where that differs from `actual`.
    """
    if verdict is CheckVerdict.WRONG and not actual.firm:
        return None
    slot = statement.slots[name]
    others = [figure for figure in statement.figures if figure is not slot.figure]
    claimed = slot.figure or others.pop(0)
    words = said or ("" if slot.figure is not None else slot.said)
    low = slot.quantity.low
    assert low is not None
    value = Fraction(low) if stated is None else stated
    return made(
        article,
        claimed,
        others,
        rule=rule,
        computation=computation,
        stated=value,
        actual=actual.point if point is None else point,
        verdict=verdict,
        unit=unit,
        per=per,
        said=words,
    )


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts can be set against each other as they stand: one kind, unit, and period."""
    if one.kind is not other.kind or (one.per and other.per and one.per != other.per):
        return False
    if one.kind is Kind.COUNT:
        return one.unit == other.unit or one.unit is None or other.unit is None
    return one.unit == other.unit


def amounts(*slots: Slot) -> tuple[Meant, ...] | None:
    """What the amounts in some places mean, None where one is no single amount above nought."""
    found = []
    for slot in slots:
        amount = meant(slot.quantity)
        if amount is None or amount.point <= 0 or amount.low < 0:
            return None
        found.append(amount)
    return tuple(found)
