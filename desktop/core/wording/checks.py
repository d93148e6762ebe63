"""Says what a check of an article's arithmetic found."""

from decimal import Decimal

from desktop.core.checks import Check, CheckVerdict, Rule
from desktop.core.language import phrase, say, say_count
from desktop.core.quantities import Exactness
from desktop.core.wording.amounts import amount, figures, many, measured, number
from desktop.core.wording.citing import reading

_TOLD_BY_THEMSELVES = frozenset({Rule.DIFFERENCE, Rule.SUM, Rule.ORDER, Rule.UNITS, Rule.DATES, Rule.AGE})
"""Rules whose computation is in the unit of what is claimed."""

_MISLEADS = phrase('"{claimed}" misleads: {arithmetic}.')
_VERDICTS = {
    CheckVerdict.OK: phrase('"{claimed}" holds: {arithmetic}.'),
    CheckVerdict.LOOSE: phrase('"{claimed}" holds only loosely: {arithmetic}.'),
    CheckVerdict.WRONG: phrase('"{claimed}" does not hold: {arithmetic}.'),
}


def check(value: Check) -> str:
    """What a check found, in one or two sentences with the arithmetic."""
    figure = value.claimed
    claimed = value.said or " ".join(f"{figure.softener} {figure.quote}".split())
    verdict = _VERDICTS[value.verdict]
    is_least = figure.quantity.exactness in (Exactness.OVER, Exactness.AT_LEAST)
    if value.verdict is CheckVerdict.WRONG and is_least and value.actual > value.stated:
        verdict = _MISLEADS
    opening = say(verdict, claimed=claimed, arithmetic=arithmetic(value))
    read = [
        say(
            "The editor reads “{quote}” as {amount}.",
            quote=" ".join(known.quote.split()),
            amount=reading(known.quantity, known.quote),
        )
        for known in dict.fromkeys((figure, *value.terms))
        if known.is_reread
    ]
    opening = " ".join((opening, *read))
    if value.rule is not Rule.EXCESS or value.verdict is not CheckVerdict.WRONG or value.share is None:
        return opening
    base = value.terms[-1]
    share = say(
        '{part} of "{whole}" would be {amount}: a share may have been told as an excess.',
        part=figure.quote,
        whole=" ".join(base.quote.split()),
        amount=amount(value.share, base.quantity.unit),
    )
    return f"{opening} {share}"


def computation(told: str) -> str:
    """The arithmetic of a check, as the check holds it: "160/20 - 1 = 7", "40 mi = 64.4 km"."""
    match told.split():
        case [size, "has", digits, "figures"]:
            return say_count(
                "{number} has {count} figure", "{number} has {count} figures", int(digits), number=figures(size)
            )
        case [one, unit, "=", other, wanted]:
            return say("{one} = {other}", one=measured(figures(one), unit), other=measured(figures(other), wanted))
    return figures(told)


def arithmetic(value: Check) -> str:
    """A computation, and what it comes to in the unit of what is claimed, where it does not say so itself."""
    computed = computation(value.computation)
    if value.rule in _TOLD_BY_THEMSELVES:
        return computed
    actual = Decimal(f"{float(value.actual):.4g}")
    if value.rule is Rule.MULTIPLE:
        times = number(actual)
        comes_to = say_count("{number} times", "{number} times", many(times), number=times)
    else:
        stated = value.claimed.quantity
        kind = None if value.unit else stated.kind
        comes_to = amount(actual, value.unit or stated.unit, value.per, kind=kind)
    return say("{computation}, that is {amount}", computation=computed, amount=comes_to)
