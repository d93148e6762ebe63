"""Says what to ask about a figure: the term that is in doubt, by the slip that would explain a difference and by what
sort of figure it is; never who is at fault."""

from collections.abc import Iterable, Mapping

from desktop.core import wording
from desktop.core.agreement import Diagnosis, Pair
from desktop.core.claims import Claim
from desktop.core.language import phrase, say
from desktop.core.quantities import Exactness, Kind, Quantity, has_changed_places
from desktop.core.report.differing import is_of_parties

_BY_DIAGNOSIS: Mapping[Diagnosis, str] = {
    Diagnosis.PERIOD: phrase("Which period does the amount cover, and from which day on?"),
    Diagnosis.SCALE_X10: phrase("How does the source write the figure out in full, to the last digit?"),
    Diagnosis.SCALE_X1000: phrase(
        "Is the figure counted in thousands, in millions or in billions, and how is it written out in full?"
    ),
    Diagnosis.SCALE_MISSING: phrase("On which scale is the amount told, and how is it written out in full?"),
    Diagnosis.DIRECTION: phrase("From which value to which did it go, up or down, and over which time?"),
    Diagnosis.TOTAL_VS_RATE: phrase(
        "Does the amount cover the whole term or each period of it, and how long is the term?"
    ),
    Diagnosis.CURRENCY: phrase(
        "In which currency does the source state the amount, and at the exchange rate of which day was it converted?"
    ),
    Diagnosis.UNIT: phrase("In which unit does the source give the figure, and how was it converted?"),
    Diagnosis.DATE: phrase("Which date does the source give, and which step or event does it belong to?"),
    Diagnosis.UPDATE: phrase("As of which day and hour does the figure hold, and what is the latest that you have?"),
    Diagnosis.SUM: phrase("Which parts does the figure take in?"),
    Diagnosis.ROUNDING: phrase("What was the figure before it was rounded?"),
    Diagnosis.ARITHMETIC: phrase("From which figures was it worked out, and how?"),
}
_BY_KIND: Mapping[Kind, str] = {
    Kind.MONEY: phrase("What does the amount take in, and as of which day?"),
    Kind.PERCENT: phrase("What is the percentage taken of, and over which period?"),
    Kind.DATE: phrase("Which date does the source give, and which step or event does it belong to?"),
    Kind.TIME: phrase("Which time does the source give, in which time zone, and for which moment of the event?"),
    Kind.DURATION: phrase("From when to when is the time counted?"),
    Kind.COUNT: phrase("Who or what is counted, by whom, and as of when?"),
    Kind.ORDINAL: phrase("In which ranking does it take that place, and as of when?"),
    Kind.MULTIPLE: phrase("Which two values are compared, and of which time is each?"),
    Kind.RATIO: phrase("Of which whole is it a part, and what are the two numbers behind it?"),
    Kind.DISTANCE: phrase("What was measured, where, how and in which unit?"),
    Kind.MAGNITUDE: phrase("Which institute measured it, on which scale, and in which revision?"),
    Kind.AGE: phrase("On which day was that the age, and what is the date of birth?"),
    Kind.RATE: phrase("What is the rate taken of, and over which period?"),
    Kind.TEMPERATURE: phrase("Where and when was it measured, and in which unit?"),
    Kind.AREA: phrase("What does the area take in, as of when, and in which unit was it measured?"),
    Kind.MASS: phrase("What was weighed, and in which unit?"),
    Kind.SPEED: phrase("Where and when was the speed measured, and in which unit?"),
    Kind.QUANTITY: phrase("What was measured, how, and in which unit?"),
}
"""What to ask about two figures that simply differ."""

MOST_ASKED = 2
"""How many terms one question asks about; of a figure that everything is doubtful of, the source says more."""


def terms(pairs: Iterable[Pair], own: Claim | None = None) -> tuple[str, ...]:
    """What to ask about disputed pairs, what most of them leave in doubt first. own: the claim of the one who is
    asked, None where it is none who made a claim."""
    asked = [*dict.fromkeys(words for _, words in _in_doubt(pairs))][:MOST_ASKED]
    if own is not None and _is_loose(own.figure.quantity):
        asked.append(say("What is the most exact figure that the source gives?"))
    return tuple(asked)


def asks_who_pays(pairs: Iterable[Pair]) -> bool:
    """Whether what is asked about these pairs is who pays whom."""
    return any(diagnosis is Diagnosis.DIRECTION for diagnosis, _ in _in_doubt(pairs)[:MOST_ASKED])


def _in_doubt(pairs: Iterable[Pair]) -> list[tuple[Diagnosis, str]]:
    """Each diagnosis once, that which sets the most articles apart first, with what to ask."""
    words: dict[Diagnosis, str] = {}
    between: dict[Diagnosis, set[tuple[str, str]]] = {}
    for pair in pairs:
        for diagnosis in pair.diagnoses or (Diagnosis.VALUE,):
            words.setdefault(diagnosis, _of_diagnosis(diagnosis, pair))
            between.setdefault(diagnosis, set()).add((pair.a.article, pair.b.article))
    return sorted(words.items(), key=lambda found: -len(between[found[0]]))


def _of_diagnosis(diagnosis: Diagnosis, pair: Pair) -> str:
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    match diagnosis:
        case Diagnosis.PERIOD if one.per and other.per and one.per != other.per:
            return say(
                "For which period is the amount meant, {one} or {other}?", one=_period(one), other=_period(other)
            )
        case Diagnosis.DIRECTION if is_of_parties(pair):
            return say(
                "Who pays and who is paid: does {payer} pay {payee}, or does {payer_b} pay {payee_b}?",
                payer=pair.a.payer,
                payee=pair.a.payee,
                payer_b=pair.b.payer,
                payee_b=pair.b.payee,
            )
        case Diagnosis.DATE if Kind.TIME in (one.kind, other.kind):
            return say(_BY_KIND[Kind.TIME])
        case Diagnosis.VALUE if has_changed_places(one, other):
            return say(_BY_DIAGNOSIS[Diagnosis.SCALE_X10])
        case Diagnosis.UPDATE if one.kind is Kind.MAGNITUDE:
            return say(_BY_KIND[one.kind])
        case Diagnosis.VALUE:
            return say(_BY_KIND[one.kind])
    return say(_BY_DIAGNOSIS[diagnosis])


def _period(quantity: Quantity) -> str:
    return wording.period(quantity.per or "")


def _is_loose(quantity: Quantity) -> bool:
    """Whether it is told with a softening word, as a bound or as a range."""
    return quantity.exactness is not Exactness.EXACT or quantity.low != quantity.high
