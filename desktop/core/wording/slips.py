"""Says what slip would explain a difference."""

import re

from desktop.core.agreement import Diagnosis, Pair
from desktop.core.figures import Figure
from desktop.core.language import phrase, say
from desktop.core.quantities import has_changed_places
from desktop.core.wording.amounts import period
from desktop.core.wording.citing import reading, says
from desktop.core.wording.labels import Names

_SCALE_WORDS = re.compile(r"(?:thousand|million|billion|trillion|mln|bln|bn|tn|mn|[mbk])(?![a-z])")

# What was taken for a yearly amount: by an article, by one of two places in it, and by the other.
_TAKEN_FOR_YEARLY = {
    12: (
        phrase("It fits if {who} took a monthly amount for a yearly one (× {factor})."),
        phrase("It fits if {who} once took a monthly amount for a yearly one (× {factor})."),
        phrase("It fits if the article elsewhere took a monthly amount for a yearly one (× {factor})."),
    ),
    52: (
        phrase("It fits if {who} took a weekly amount for a yearly one (× {factor})."),
        phrase("It fits if {who} once took a weekly amount for a yearly one (× {factor})."),
        phrase("It fits if the article elsewhere took a weekly amount for a yearly one (× {factor})."),
    ),
    365: (
        phrase("It fits if {who} took a daily amount for a yearly one (× {factor})."),
        phrase("It fits if {who} once took a daily amount for a yearly one (× {factor})."),
        phrase("It fits if the article elsewhere took a daily amount for a yearly one (× {factor})."),
    ),
}


def cause(diagnosis: Diagnosis, pair: Pair, names: Names) -> str:
    """What may have gone wrong, as one sentence."""
    match diagnosis:
        case Diagnosis.PERIOD:
            return _period_slip(pair, names)
        case Diagnosis.SCALE_X10:
            return _decimal_slip(pair)
        case Diagnosis.SCALE_X1000:
            return _scale_slip(pair)
        case Diagnosis.SCALE_MISSING:
            short = pair.a if (pair.common_a or 0) < (pair.common_b or 0) else pair.b
            return say(
                '"{amount}" seems to have lost a word such as "billion" or "million".',
                amount=_meant(short.figure) if short.figure.is_reread else says(short),
            )
        case Diagnosis.DIRECTION if pair.a.payer:
            return say("Payer and payee are swapped.")
        case Diagnosis.DIRECTION:
            return say("One tells of a rise, the other of a fall.")
        case Diagnosis.TOTAL_VS_RATE:
            return say("One is a total over the whole term, the other an amount per period.")
        case Diagnosis.CURRENCY:
            if pair.a.figure.quantity.value == pair.b.figure.quantity.value:
                return say("The same number stands with two different currencies.")
            return say("The exchange rate alone does not explain it.")
        case Diagnosis.UNIT:
            return say("The same number stands with two different units.")
        case Diagnosis.DATE:
            return say("The dates differ.")
        case Diagnosis.UPDATE:
            return say("One of them may be a later count or a corrected value.")
        case Diagnosis.SUM:
            return say("One may be the sum of several parts.")
        case Diagnosis.ROUNDING:
            return say("Rounding may explain it.")
        case Diagnosis.ARITHMETIC:
            return say("One of them seems to be miscalculated.")
    if has_changed_places(pair.a.figure.quantity, pair.b.figure.quantity):
        return say("Two digits seem to have changed places.")
    return say("No common slip explains the difference.")


def _decimal_slip(pair: Pair) -> str:
    if pair.diagnoses[0] is not Diagnosis.SCALE_X10:
        return say("A decimal point seems to have moved as well.")
    if pair.ratio is not None and pair.ratio > 50:
        return say("A decimal point seems to have moved: a hundred times one is the other.")
    return say("A decimal point seems to have moved: ten times one is the other.")


def _scale_slip(pair: Pair) -> str:
    figures = pair.a.figure, pair.b.figure
    words = (_meant(one) if one.is_reread else one.quote for one in figures)
    found = [_SCALE_WORDS.findall(told.lower())[-1:] for told in words]
    if found[0] and found[1] and found[0] != found[1]:
        return say(
            'A scale word seems to be mistaken ("{one}" for "{other}", or the other way round).',
            one=found[0][0],
            other=found[1][0],
        )
    return say("A scale word seems to be mistaken: a factor of a thousand.")


def _meant(figure: Figure) -> str:
    return reading(figure.quantity, figure.quote)


def _period_slip(pair: Pair, names: Names) -> str:
    a, b = pair.a.figure.quantity, pair.b.figure.quantity
    if a.value is not None and a.value == b.value and a.per and b.per:
        return say(
            "The same number stands once {per_one} and once {per_other}: one of the two periods is mistaken.",
            per_one=period(a.per),
            per_other=period(b.per),
        )
    is_first = (pair.common_a or 0) < (pair.common_b or 0)
    low = pair.a if is_first else pair.b
    factor = next((factor for factor in _TAKEN_FOR_YEARLY if _fits(pair, factor)), 12)
    if low.figure.quantity.per != "year":
        return say("It fits if one period was taken for another (× {factor}).", factor=factor)
    plain, once, elsewhere = _TAKEN_FOR_YEARLY[factor]
    words = plain if not pair.is_internal else once if is_first else elsewhere
    return say(words, who=names.get(low.article, low.article), factor=factor)


def _fits(pair: Pair, factor: int) -> bool:
    return pair.ratio is not None and abs(pair.ratio - factor) <= pair.ratio / 50
