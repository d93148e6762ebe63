"""Checks shares and sums: "80 percent of $20 billion", "half of the …", "120 dead, 80 here and 40 there"."""

from collections.abc import Sequence
from fractions import Fraction

from desktop.core.checks.bounds import Meant, computed, judged, result, scale, slack, written
from desktop.core.checks.changes import in_percent
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.making import alike, amounts, told
from desktop.core.checks.statements import Slot, Statement
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article


def share(article: Article, statement: Statement) -> Check | None:
    """A percentage or fraction that one amount is of another."""
    part, whole = statement.slots["part"], statement.slots["whole"]
    name = "percent" if "percent" in statement.slots else "fraction"
    slot = statement.slots[name]
    percent, found = in_percent(slot), amounts(part, whole)
    if percent is None or not percent.low or found is None:
        return None
    counted = part.quantity.kind is whole.quantity.kind is Kind.COUNT
    if not counted and not alike(part.quantity, whole.quantity):
        return None
    actual = computed(lambda one, other: one / other * 100, *found)
    if actual is None or found[0].point == found[1].point:
        return None
    exact = name == "percent" and slot.quantity.unit == "%"
    least = Fraction(1, 2) if exact and (percent.step or 0) >= 1 else Fraction(1, 10)
    verdict = judged(percent, actual, least=least)
    if verdict is not CheckVerdict.OK and not alike(part.quantity, whole.quantity):
        return None  # "30 percent of the 1,200 workers, or 360 people": other nouns may be other things
    factor = scale(*(amount.point for amount in found))
    one, other = (written(amount.point / factor) for amount in found)
    return told(
        article,
        statement,
        name,
        rule=Rule.SHARE,
        computation=f"{one}/{other} = {result(actual.point / 100)}",
        actual=actual,
        verdict=verdict,
        unit="%",
        stated=Fraction(percent.low),
    )


def total(article: Article, statement: Statement) -> Check | None:
    """Parts, and then what they are said to come to."""
    return _sum(article, statement, exhaustive=True)


def parts(article: Article, statement: Statement, lexicon: Lexicon) -> Check | None:
    """A whole, and then its parts: a rest may be left unsaid, so that only a sum that is too great is surely wrong.

    Behind a colon, men and women leave no rest. Behind a mere comma, a list of like things is no whole with its parts:
    the parts must go on alike ("80 in Torvela and 40 in Menduro") and otherwise than the whole.
    """
    sexes = lexicon.checks["persons"]["sexes"]
    whole, found = statement.slots["total"], statement.all("part")
    units = [slot.quantity.unit for slot in found]
    behind = _behind(statement)
    if whole.quantity.unit in sexes:
        return None
    if not _is_introduced(statement):
        named = {unit for unit in units if unit is not None and whole.quantity.kind is Kind.COUNT}
        people = named and named.union(lexicon.checks["persons"]["words"]) == set(lexicon.checks["persons"]["words"])
        if not people and (len(set(behind[1:])) > 1 or behind[0] == behind[1] or named - {whole.quantity.unit}):
            return None
    exhaustive = ":" in statement.text and len(set(units)) == len(units) and set(units) <= set(sexes)
    return _sum(article, statement, exhaustive=exhaustive)


def votes(article: Article, statement: Statement) -> Check | None:
    """Votes for and against, out of all: some may have stayed away, so only too many are surely wrong."""
    return _sum(article, statement, exhaustive=False, parallel=True)


def _is_introduced(statement: Statement) -> bool:
    """Whether a colon, dash or bracket opens the parts."""
    return any(sign in statement.text.split() for sign in (":", "–", "—", "-", "("))


def _behind(statement: Statement) -> list[str]:
    """The word behind the whole and behind each part, "" where there is none."""
    words = statement.text.split()
    places = [at for at, word in enumerate(words) if word.startswith(("<M", "<C"))]
    return [words[at + 1] if at + 1 < len(words) else "" for at in places]


def _sum(article: Article, statement: Statement, *, exhaustive: bool, parallel: bool = False) -> Check | None:
    whole, found = statement.slots["total"], statement.all("part")
    meanings = amounts(*found)
    if meanings is None or amounts(whole) is None or not _add_up(whole, found):
        return None
    if " of them " in statement.text or " of whom " in statement.text:
        return None
    actual = Meant(
        sum((part.point for part in meanings), Fraction(0)),
        sum((part.low for part in meanings), Fraction(0)),
        sum((part.high for part in meanings), Fraction(0)),
        all(part.firm for part in meanings),
    )
    verdict = judged(whole.quantity, actual, loose=Fraction(0))
    low = whole.quantity.low
    assert low is not None
    if (
        verdict is not CheckVerdict.OK
        and not exhaustive
        and (actual.point < low or not (parallel or _parallel(statement)))
    ):
        return None
    if verdict is CheckVerdict.OK and abs(actual.point - Fraction(low)) > max(
        slack(slot.quantity) for slot in (whole, *found)
    ):
        return None  # only all roundings together would make it fit: nothing is sure
    factor = scale(*(part.point for part in meanings))
    added = " + ".join(written(part.point / factor) for part in meanings)
    return told(
        article,
        statement,
        "total",
        rule=Rule.SUM,
        computation=f"{added} = {written(actual.point / factor)}",
        actual=actual,
        verdict=verdict,
        unit=whole.quantity.unit if whole.quantity.kind is Kind.MONEY else None,
        per=whole.quantity.per,
    )


def _add_up(whole: Slot, found: Sequence[Slot]) -> bool:
    """Whether parts and whole are amounts of one kind and, money, of one currency and period."""
    quantity = whole.quantity
    if quantity.kind not in (Kind.MONEY, Kind.COUNT) or len(found) < 2:
        return False
    for slot in found:
        part = slot.quantity
        if part.kind is not quantity.kind or part.per != quantity.per:
            return False
        if part.kind is Kind.MONEY and part.unit != quantity.unit:
            return False
        if part.low is not None and quantity.low is not None and part.low >= quantity.low:
            return False
    return True


def _parallel(statement: Statement) -> bool:
    """Whether the same word stands behind each part ("80 in Torvela and 40 in Menduro"): then none holds another."""
    behind = set(_behind(statement)[1:])
    return len(behind) == 1 and behind.isdisjoint({"", ",", "and"})
