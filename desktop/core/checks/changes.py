"""Checks changes and comparisons: "rose 12 percent to … from …", "twice the …", "40 percent more than …"."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from desktop.core.checks.bounds import computed, judged, meant, result, scale, short, written
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.making import alike, amounts, told
from desktop.core.checks.statements import Slot, Statement
from desktop.core.figures import Figure
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article

_HUNDRED = Decimal(100)
_POINTS = {"pp": Fraction(1), "bp": Fraction(1, 100)}
_MAGNITUDE = ((5, 25), (3, 40))
"""What "an order of magnitude" may be at the least and the most, to hold and to hold loosely."""


def growth(article: Article, statement: Statement) -> Check | None:
    """A change in percent, or by a fraction, from an old amount to a new one."""
    return _relative(article, statement, Rule.GROWTH) if "old" in statement.slots else _stepped(article, statement)


def _stepped(article: Article, statement: Statement) -> Check | None:
    """A change in percent beside the same change as an amount, and where it led: "rose $2, or 4 percent, to $52"."""
    change, step, new = (statement.slots[name] for name in ("change", "step", "new"))
    found = amounts(new, step)
    percent = in_percent(change)
    if found is None or percent is None or not percent.low or not alike(new.quantity, step.quantity):
        return None
    sign = -1 if statement.rising is False else 1
    if found[0].low - sign * found[1].high <= 0:
        return None
    actual = computed(lambda after, by: by / (after - sign * by) * 100, *found)
    if actual is None:
        return None
    factor = scale(*(amount.point for amount in found))
    after, by = (amount.point / factor for amount in found)
    least = Fraction(1, 2) if (percent.step or 0) >= 1 else Fraction(1, 10)
    return told(
        article,
        statement,
        "change",
        rule=Rule.GROWTH,
        computation=f"{written(by)}/{written(after - sign * by)} = {result(actual.point / 100)}",
        actual=actual,
        verdict=judged(percent, actual, least=least),
        unit="%",
        stated=Fraction(percent.low),
    )


def excess(article: Article, statement: Statement) -> Check | None:
    """How much more or less, in percent, one amount is than another."""
    return _relative(article, statement, Rule.EXCESS)


def _relative(article: Article, statement: Statement, rule: Rule) -> Check | None:
    change, new, old = (statement.slots[name] for name in ("change", "new", "old"))
    found = amounts(new, old)
    percent = in_percent(change)
    if found is None or not alike(new.quantity, old.quantity) or percent is None or not percent.low:
        return None
    sign = -1 if statement.rising is False else 1
    actual = computed(lambda after, before: sign * (after / before - 1) * 100, *found)
    if actual is None:
        return None
    least = Fraction(1, 2) if (percent.step or 0) >= 1 else Fraction(1, 10)
    verdict = judged(percent, actual, least=least)
    factor = scale(*(amount.point for amount in found))
    after, before = (written(amount.point / factor) for amount in found)
    base = found[1].point
    return (
        told(
            article,
            statement,
            "change",
            rule=rule,
            computation=f"{after}/{before} - 1 = {result(sign * actual.point / 100)}",
            actual=actual,
            verdict=verdict,
            unit="%",
            stated=Fraction(percent.low),
        )
        if base
        else None
    )


def in_percent(slot: Slot) -> Quantity | None:
    """A percentage, or a fraction ("a third") as one; None for anything else."""
    quantity = slot.quantity
    if quantity.unit == "%":
        return quantity if quantity.value is not None and not quantity.is_vague else None
    if quantity.value is None or not 0 < quantity.value < 1:
        return None
    value = quantity.value * _HUNDRED
    return replace(quantity, kind=Kind.PERCENT, low=value, high=value, unit="%", step=Decimal(3))


def difference(article: Article, statement: Statement) -> Check | None:
    """A change in the unit of the amounts themselves, or in percentage points."""
    change, new, old = (statement.slots[name] for name in ("change", "new", "old"))
    found = amounts(new, old, change)
    worth = Fraction(1)
    if found is None or not alike(new.quantity, old.quantity):
        return None
    if change.quantity.kind is Kind.PERCENT:
        if change.quantity.unit not in _POINTS or new.quantity.unit != "%":
            return None
        worth = _POINTS[change.quantity.unit]
    elif not (alike(change.quantity, new.quantity) and alike(change.quantity, old.quantity)):
        return None
    elif change.quantity.per != new.quantity.per:
        return None  # "grew by 3,000 a year from 40,000 to 100,000"
    sign = -1 if statement.rising is False else 1
    actual = computed(lambda after, before: sign * (after - before) / worth, *found[:2])
    if actual is None:
        return None
    verdict = judged(change.quantity, actual)
    factor = scale(*(amount.point for amount in found[:2])) if worth == 1 else Fraction(1)
    after, before = (written(amount.point / factor) for amount in found[:2])
    first, second = (after, before) if sign > 0 else (before, after)
    return told(
        article,
        statement,
        "change",
        rule=Rule.DIFFERENCE,
        computation=f"{first} - {second} = {written(actual.point * worth / factor)}",
        actual=actual,
        verdict=verdict,
        unit=change.quantity.unit,
        per=change.quantity.per,
    )


def multiple(article: Article, statement: Statement) -> Check | None:
    """How many times another amount is: "doubled", "three times the …", "an order of magnitude more than …"."""
    new, old = statement.slots["new"], statement.slots["old"]
    found = amounts(new, old)
    if found is None or not alike(new.quantity, old.quantity):
        return None
    rising = statement.rising is not False
    actual = computed(lambda after, before: after / before if rising else before / after, *found)
    if actual is None:
        return None
    factor = scale(*(amount.point for amount in found))
    after, before = (written(amount.point / factor) for amount in found)
    one, other = (after, before) if rising else (before, after)
    computation = f"{one}/{other} = {result(actual.point)}"
    if "times" not in statement.slots:
        verdict = _magnitude(actual.point)
        said = "orders of magnitude" if "orders" in statement.text else "an order of magnitude"
        if said == "orders of magnitude" and actual.point > 25:
            verdict = CheckVerdict.OK
        return told(
            article,
            statement,
            "new",
            rule=Rule.MULTIPLE,
            computation=computation,
            actual=actual,
            verdict=verdict,
            said=said,
            stated=Fraction(10),
        )
    times = statement.slots["times"]
    if times.quantity.value is None:
        return None
    shrinks = times.quantity.value < 1
    stated = times.quantity
    if statement.rising is False and shrinks:
        return None
    verdict = judged(stated, actual, loose=abs(Fraction(times.quantity.value)) / 5)
    if verdict is not CheckVerdict.OK and "more" in statement.text.split() and not shrinks:
        # "three times more than" is meant as three times, or as four
        more = replace(stated, low=stated.value + 1, high=stated.value + 1) if stated.value else stated
        verdict = judged(more, actual, loose=Fraction(times.quantity.value) / 5)
    return told(
        article, statement, "times", rule=Rule.MULTIPLE, computation=computation, actual=actual, verdict=verdict
    )


def _magnitude(times: Fraction) -> CheckVerdict:
    for (low, high), verdict in zip(_MAGNITUDE, (CheckVerdict.OK, CheckVerdict.LOOSE), strict=True):
        if low <= times <= high:
            return verdict
    return CheckVerdict.WRONG


def order(article: Article, statement: Statement) -> Check | None:
    """Whether a "nine-figure" amount beside a stated one has as many figures."""
    sized, value = statement.slots["order"], statement.slots["value"]
    figure, amount = sized.figure, meant(value.quantity)
    if figure is None or "figure" not in figure.quote.lower() or amount is None:
        return None
    low, high = figure.quantity.low, figure.quantity.high
    if low is None or high is None or low <= 0:
        return None
    fits = amount.high >= Fraction(low) and amount.low < Fraction(high)
    digits = len(str(int(amount.point)))
    return told(
        article,
        statement,
        "order",
        rule=Rule.ORDER,
        computation=f"{written(amount.point)} has {digits} figures",
        actual=amount,
        verdict=CheckVerdict.OK if fits else CheckVerdict.WRONG,
        unit=value.quantity.unit,
    )


def share_of(base: Figure, percent: Quantity) -> Decimal | None:
    """What a percentage would make as a share of an amount."""
    if base.quantity.value is None or percent.low is None or percent.exactness is Exactness.VAGUE:
        return None
    return short(Fraction(base.quantity.value) * Fraction(percent.low) / 100)
