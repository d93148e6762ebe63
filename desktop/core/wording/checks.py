"""Says in English what a check of an article's arithmetic found."""

from decimal import Decimal

from desktop.core.checks import Check, CheckVerdict, Rule
from desktop.core.quantities import Exactness
from desktop.core.wording.amounts import amount, number

_TOLD_BY_THEMSELVES = frozenset({Rule.DIFFERENCE, Rule.SUM, Rule.ORDER, Rule.UNITS, Rule.DATES, Rule.AGE})
"""Rules whose computation is in the unit of what is claimed."""


def check(value: Check) -> str:
    """What a check found, in one or two sentences with the arithmetic."""
    figure = value.claimed
    claimed = value.said or " ".join(f"{figure.softener} {figure.quote}".split())
    verdict = {
        CheckVerdict.OK: "holds",
        CheckVerdict.LOOSE: "holds only loosely",
        CheckVerdict.WRONG: "does not hold",
    }[value.verdict]
    if value.verdict is CheckVerdict.WRONG and figure.quantity.exactness in (Exactness.OVER, Exactness.AT_LEAST):
        verdict = "misleads" if value.actual > value.stated else verdict
    opening = f'"{claimed}" {verdict}: {value.computation}{_comes_to(value)}.'
    if value.rule is Rule.EXCESS and value.verdict is CheckVerdict.WRONG and value.share is not None:
        base = value.terms[-1]
        opening += (
            f' {figure.quote} of "{" ".join(base.quote.split())}" would be {amount(value.share, base.quantity.unit)}:'
            " a share may have been told as an excess."
        )
    return opening


def _comes_to(value: Check) -> str:
    """What a computation comes to in the unit of what is claimed, where it does not say so itself."""
    if value.rule in _TOLD_BY_THEMSELVES:
        return ""
    actual = Decimal(f"{float(value.actual):.4g}")
    if value.rule is Rule.MULTIPLE:
        return f", that is {number(actual)} times"
    return f", that is {amount(actual, value.unit or value.claimed.quantity.unit, value.per)}"
