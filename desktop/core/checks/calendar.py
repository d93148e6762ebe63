"""Checks times against dates: "from 2012 to 2019, seven years", "born in 1950 … died in 2020 at the age of 70"."""

import re
from fractions import Fraction
from typing import NamedTuple

from desktop.core.checks.bounds import Meant, judged, meant, written
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.making import made, told
from desktop.core.checks.statements import Statement
from desktop.core.checks.terms import months_of
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Quantity
from desktop.core.text import Article

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_LONGEST_LIFE = 125


class _Day(NamedTuple):
    """When something was, in months since the year 0, and within how many months that is known."""

    months: Fraction
    within: Fraction
    printed: str


def _day(quantity: Quantity) -> _Day | None:
    match = _ISO.match(quantity.iso or "")
    if match is None:
        return None
    year, month, day = match.groups()
    months = Fraction(int(year) * 12 + int(month or 1) - 1) + Fraction(int(day or 1) - 1, 31)
    within = Fraction(12) if month is None else Fraction(1) if day is None else Fraction(1, 31)
    return _Day(months, within, year if month is None else quantity.iso or "")


def dates(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """A stretch of time and the dates between which it lies; whether both ends count is left open."""
    start, end = _day(statement.slots["start"].quantity), _day(statement.slots["end"].quantity)
    time = statement.slots["time"]
    month = months_of(time.quantity.unit, lexicon)
    if start is None or end is None or month is None or end.months <= start.months or start.within != end.within:
        return None
    if start.within < 1 and month < 1:
        return None  # days counted from day to day: too many ways to count
    between = end.months - start.months
    actual = Meant(between / month, (between - start.within) / month, (between + end.within) / month)
    return _timed(article, statement, Rule.DATES, "time", actual, f"{end.printed} - {start.printed}")


def since(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """How long ago a date was, against the day of publication ("in 2010, 16 years ago"); None where it is not known."""
    start, ago = _day(statement.slots["start"].quantity), _day(statement.slots["ago"].quantity)
    figure, year = statement.slots["ago"].figure, statement.slots["start"].figure
    if start is None or ago is None or article.published is None or figure is None or year is None:
        return None
    if not any(word in figure.quote.lower().split() for word in lexicon.checks["ago"]["words"]):
        return None
    off = abs(int(start.months // 12) - int(ago.months // 12))
    now, then = article.published.year, int(start.months // 12)
    return made(
        article,
        figure,
        [year],
        rule=Rule.DATES,
        computation=f"{now} - {then} = {now - then}",
        stated=Fraction(now - int(ago.months // 12)),
        actual=Fraction(now - then),
        verdict=CheckVerdict.OK if off <= 1 else CheckVerdict.WRONG,
        unit="year",
    )


def _timed(
    article: Article, statement: Statement, rule: Rule, name: str, actual: Meant, computation: str
) -> Check | None:
    slot = statement.slots[name]
    stated = meant(slot.quantity)
    if stated is None or actual.high <= 0:
        return None
    # half a unit either way: "seven years" may be six and a half
    verdict = judged(slot.quantity, actual, loose=Fraction(0))
    return told(
        article,
        statement,
        name,
        rule=rule,
        computation=f"{computation} = {written(Fraction(round(actual.point * 10), 10))}",
        actual=actual,
        verdict=verdict,
        unit=slot.quantity.unit,
    )


def age(article: Article, statement: Statement) -> Check | None:
    """An age against the year of birth and that of death, or of publication."""
    birth = _day(statement.slots["birth"].quantity)
    stated = meant(statement.slots["age"].quantity)
    if birth is None or stated is None:
        return None
    if "death" in statement.slots:
        death = _day(statement.slots["death"].quantity)
    elif article.published is not None:
        published = article.published
        death = _Day(Fraction(published.year * 12 + published.month - 1), Fraction(1), str(published.year))
    else:
        death = None
    if death is None or stated.point > _LONGEST_LIFE:
        return None
    # in whole years lived: a year of birth leaves open whether the birthday had come
    low = int((death.months - birth.months - birth.within) // 12)
    high = int((death.months + death.within - birth.months) // 12)
    if high > _LONGEST_LIFE or high < 0:
        return None
    born, died = int(birth.months // 12), int(death.months // 12)
    actual = Meant(Fraction(died - born), Fraction(low), Fraction(high))
    verdict = CheckVerdict.OK if actual.low <= stated.point <= actual.high else CheckVerdict.WRONG
    return told(
        article,
        statement,
        "age",
        rule=Rule.AGE,
        computation=f"{died} - {born} = {died - born}",
        actual=actual,
        verdict=verdict,
        unit="year",
    )
