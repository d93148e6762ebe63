"""Checks amounts over time and amounts for each: "$300 million over five years, or $60 million a year"."""

from fractions import Fraction

from desktop.core.checks.bounds import Meant, computed, judged, scale, written
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.making import alike, amounts, told
from desktop.core.checks.statements import Statement
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Quantity
from desktop.core.text import Article

_DAYS = {"week": 7, "day": 1}


def conversion(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """One rate told twice, for a shorter and for a longer period."""
    first, second = statement.slots["one"], statement.slots["other"]
    if first.quantity.unit != second.quantity.unit:
        return None
    one = months_of(first.quantity.per, lexicon)
    other = months_of(second.quantity.per, lexicon)
    if one is None or other is None or one == other:
        return None
    (short, name) = (first, "other") if one < other else (second, "one")
    long = statement.slots[name]
    found = amounts(short, long)
    if found is None:
        return None
    times = max(one, other) / min(one, other)
    rounded = Fraction(round(times))
    sharp = Meant(found[0].point * rounded, found[0].point * min(times, rounded), found[0].point * max(times, rounded))
    verdict = judged(long.quantity, sharp, least=found[0].point * rounded / 1000)
    if verdict is not CheckVerdict.OK:
        within = Meant(sharp.point, found[0].low * min(times, rounded), found[0].high * max(times, rounded))
        verdict = judged(long.quantity, within)
        verdict = CheckVerdict.LOOSE if verdict is CheckVerdict.OK else verdict
    actual = sharp._replace(firm=found[0].firm)
    factor = scale(found[0].point)
    return told(
        article,
        statement,
        name,
        rule=Rule.CONVERSION,
        computation=f"{written(found[0].point / factor)} * {rounded} = {written(sharp.point / factor)}",
        actual=actual,
        verdict=verdict,
        unit=long.quantity.unit,
        per=long.quantity.per,
    )


def months_of(per: str | None, lexicon: Lexicon) -> Fraction | None:
    """How many months a period has; a week is a fifty-second of a year, a day a 365th; None for what is no time."""
    if per is None:
        return None
    if per in lexicon.period_months:
        return lexicon.period_months[per]
    return Fraction(12 * _DAYS[per] * 10, 3652) if per in _DAYS else None


def term(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """A total, the time it is for, and the rate it comes to."""
    total, time, rate = (statement.slots[name] for name in ("total", "time", "rate"))
    months, lasting = months_of(rate.quantity.per, lexicon), months_of(time.quantity.unit, lexicon)
    if months is None or lasting is None or total.quantity.per or total.quantity.unit != rate.quantity.unit:
        return None
    found = amounts(total, time, rate)
    if found is None:
        return None
    whole, length, each = found
    periods = length.point * lasting / months
    if periods <= 1:
        return None
    if _last_is_total(statement):
        actual, name = computed(lambda one, times: one * times, each, _exactly(periods)), "total"
        sign, first = "*", each.point
    else:
        actual, name = computed(lambda one, times: one / times, whole, _exactly(periods)), "rate"
        sign, first = "/", whole.point
    if actual is None:
        return None
    claimed = statement.slots[name]
    factor = scale(first)
    return told(
        article,
        statement,
        name,
        rule=Rule.TERM,
        computation=f"{written(first / factor)} {sign} {written(periods)} = {written(actual.point / factor)}",
        actual=actual._replace(firm=all(amount.firm for amount in found)),
        verdict=judged(claimed.quantity, actual, loose=_loosely(claimed.quantity)),
        unit=claimed.quantity.unit,
        per=claimed.quantity.per,
    )


def _loosely(quantity: Quantity) -> Fraction:
    """How far off a product may be and still hold loosely: what rounding explains is allowed for already."""
    return Fraction(quantity.low or 0) / 20


def _last_is_total(statement: Statement) -> bool:
    total, rate = statement.slots["total"].figure, statement.slots["rate"].figure
    return total is not None and rate is not None and rate.span.start < total.span.start


def _exactly(value: Fraction) -> Meant:
    return Meant(value, value, value)


def each(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """A total, how many share it, and what each has of it."""
    total, count, one = (statement.slots[name] for name in ("total", "count", "each"))
    if total.quantity.unit != one.quantity.unit or total.quantity.per:
        return None
    if one.quantity.per is not None and months_of(one.quantity.per, lexicon) is not None:
        return None
    found = amounts(total, count, one)
    if found is None or found[1].point < 2 or not alike(_bare(total.quantity), _bare(one.quantity)):
        return None
    whole, many, single = found
    if total.figure is not None and one.figure is not None and one.figure.span.start < total.figure.span.start:
        name, actual = "total", computed(lambda amount, number: amount * number, single, many)
        computation = (single.point, "*")
    else:
        name, actual = "each", computed(lambda amount, number: amount / number, whole, many)
        computation = (whole.point, "/")
    if actual is None:
        return None
    first, sign = computation
    claimed = statement.slots[name]
    factor = scale(first)
    return told(
        article,
        statement,
        name,
        rule=Rule.EACH,
        computation=f"{written(first / factor)} {sign} {written(many.point)} = {written(actual.point / factor)}",
        actual=actual._replace(firm=all(amount.firm for amount in found)),
        verdict=judged(claimed.quantity, actual, loose=_loosely(claimed.quantity)),
        unit=one.quantity.unit,
        per=claimed.quantity.per,
    )


def priced(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """A price for each, how many, and the total: "$500 a share for 2 million shares, for a total of $1 billion"."""
    per, noun = statement.slots["each"].quantity.per, statement.slots["count"].quantity.unit
    return each(article, statement, lexicon) if per is not None and per == noun else None


def _bare(quantity: Quantity) -> Quantity:
    return Quantity(quantity.kind, quantity.low, quantity.high, quantity.unit)
