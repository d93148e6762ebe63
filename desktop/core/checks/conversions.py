"""Checks amounts that are told once more: "40 miles (64 km)", "€85 million ($108 million)"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median

from desktop.core.checks.bounds import Meant, meant, result, scale, short, slack, written
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.making import made
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article

_MEASURED = frozenset({Kind.DISTANCE, Kind.AREA, Kind.MASS, Kind.SPEED, Kind.TEMPERATURE, Kind.QUANTITY})
_MANY = frozenset({"ton", "gal"})
"""Units of several sizes: a short, a long and a metric ton."""
_SIGN = re.compile(r"\s*(\S)")
_FITS, _NEAR = Fraction(3, 100), Fraction(12, 100)
_RATE_FITS, _RATE_NEAR, _RATE_FAR = Fraction(3, 100), Fraction(20, 100), Fraction(40, 100)


def units(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Check]:
    """Measures that a bracket, or an "or", tells once more in another unit."""
    for place, (first, second) in enumerate(zip(claims, claims[1:], strict=False)):
        one, other = first.figure.quantity, second.figure.quantity
        if one.kind not in _MEASURED or one.kind is not other.kind or one.unit == other.unit:
            continue
        if first.sentence != second.sentence or not _told_again(article, first.figure, second.figure, lexicon):
            continue
        if place and _is_compound(article, claims[place - 1].figure, first.figure):
            continue  # "6 feet 2 inches (1.88 m)"
        if (check := _unit(article, first.figure, second.figure, lexicon)) is not None:
            yield check


def _told_again(article: Article, one: Figure, other: Figure, lexicon: Lexicon) -> bool:
    between = " ".join(article.text[one.span.end : other.span.start].split())
    table = lexicon.checks["told_again"]
    ends = table["brackets"] if between in table["openings"] else table["stops"] if between in table["links"] else ""
    match = _SIGN.match(article.text, other.span.end)
    return match is not None and match[1] in ends


def _is_compound(article: Article, before: Figure, figure: Figure) -> bool:
    between = article.text[before.span.end : figure.span.start].strip()
    return between in ("", "and", ",", "-") and before.quantity.kind is figure.quantity.kind


def _unit(article: Article, one: Figure, other: Figure, lexicon: Lexicon) -> Check | None:
    left, right = one.quantity, other.quantity
    if None in (left.low, left.high, right.low, right.high) or left.is_vague or right.is_vague:
        return None
    known, wanted = lexicon.unit_by_symbol.get(left.unit or ""), lexicon.unit_by_symbol.get(right.unit or "")
    if known is None or wanted is None or (known.base != wanted.base and left.kind is not Kind.TEMPERATURE):
        return None
    if left.kind is Kind.TEMPERATURE:
        converted = _temperature(left, right)
    else:
        factor = Fraction(known.factor) / Fraction(wanted.factor)
        converted = [(Fraction(left.low or 0) * factor, Fraction(left.high or 0) * factor, slack(left) * factor)]
    if not converted:
        return None
    gaps = [_off(low, high, margin, right) for low, high, margin in converted]
    place = next((at for at, gap in enumerate(gaps) if gap <= _FITS), 0)
    off, best = gaps[place], converted[place]
    verdict = CheckVerdict.OK if off <= _FITS else CheckVerdict.LOOSE if off <= _NEAR else CheckVerdict.WRONG
    if verdict is not CheckVerdict.OK and _MANY.intersection((left.unit, right.unit)):
        return None
    return made(
        article,
        other,
        [one],
        rule=Rule.UNITS,
        computation=f"{written(Fraction(left.low or 0))} {left.unit} = {result(best[0])} {right.unit}",
        actual=best[0],
        verdict=verdict,
        unit=right.unit,
    )


def _off(low: Fraction, high: Fraction, margin: Fraction, stated: Quantity) -> Fraction:
    """How far the stated amount lies off, as a share of it, beyond what the digits allow."""
    allowed = max(margin, slack(stated))
    gap = max(abs(Fraction(stated.low or 0) - low), abs(Fraction(stated.high or 0) - high)) - allowed
    base = max(abs(low), abs(high), Fraction(1, 1000))
    return max(gap, Fraction(0)) / base


def _temperature(left: Quantity, right: Quantity) -> list[tuple[Fraction, Fraction, Fraction]]:
    """A temperature in the other scale; also as a difference ("3 degrees Celsius warmer (5.4 Fahrenheit)")."""
    low, high, margin = Fraction(left.low or 0), Fraction(left.high or 0), slack(left)
    match left.unit, right.unit:
        case "C", "F":
            factor, zero = Fraction(9, 5), Fraction(32)
        case "F", "C":
            factor, zero = Fraction(5, 9), Fraction(-160, 9)
        case _:
            return []
    return [
        (low * factor + zero, high * factor + zero, margin * factor),
        (low * factor, high * factor, margin * factor),
    ]


# -------------------------------------------------------------------------------------------------------- currencies


def exchange(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Check]:
    """Amounts that a bracket tells once more in another currency, against the rate of all others in the article.

    Where no rate is stated ("$1 = 0.87 euros"), it takes two others to tell that one is wrong: of two that differ
    nobody knows which is.
    """
    told: dict[tuple[str, str], list[tuple[Figure, Figure, Meant, Meant]]] = {}
    rates: dict[tuple[str, str], Fraction] = {}
    for first, second in zip(claims, claims[1:], strict=False):
        one, other = first.figure.quantity, second.figure.quantity
        if one.kind is not Kind.MONEY or other.kind is not Kind.MONEY or one.unit == other.unit:
            continue
        if not one.unit or not other.unit or one.per != other.per and one.per and other.per:
            continue
        left, right = meant(one), meant(other)
        if left is None or right is None or left.low <= 0 or right.low <= 0:
            continue
        between = " ".join(article.text[first.figure.span.end : second.figure.span.start].split())
        key = (one.unit, other.unit)
        if between in lexicon.checks["equals"]["words"]:
            rates.setdefault(key, right.point / left.point)
            rates.setdefault((other.unit, one.unit), left.point / right.point)
        elif _told_again(article, first.figure, second.figure, lexicon):
            told.setdefault(key, []).append((first.figure, second.figure, left, right))
    for key, found in told.items():
        rate = rates.get(key)
        if rate is None and len(found) > 2:
            rate = median(right.point / left.point for _, _, left, right in found)
        if rate is not None:
            for one_figure, other_figure, left, right in found:
                yield from _exchanged(article, one_figure, other_figure, left, right, rate)


def _exchanged(
    article: Article, one: Figure, other: Figure, left: Meant, right: Meant, rate: Fraction
) -> Iterator[Check]:
    actual = left.point * rate
    low, high = left.low * rate, left.high * rate
    off = max(right.low - high, low - right.high, Fraction(0)) / actual
    if _RATE_NEAR >= off > _RATE_FITS:
        return  # amounts of another day, at the rate of that day
    verdict = CheckVerdict.OK if off <= _RATE_FITS else CheckVerdict.LOOSE
    if off > _RATE_FAR:
        verdict = CheckVerdict.WRONG
    if verdict is CheckVerdict.WRONG and not (left.firm and right.firm):
        return
    factor = scale(actual, left.point)
    computation = f"{written(left.point / factor)} * {written(short(rate))} = {result(actual / factor)}"
    yield made(
        article,
        other,
        [one],
        rule=Rule.EXCHANGE,
        computation=computation,
        actual=actual,
        verdict=verdict,
        unit=other.quantity.unit,
        per=other.quantity.per,
    )
