"""Says what a disputed claim should probably be read as, and why."""

from dataclasses import replace

from desktop.core.language import say, say_count
from desktop.core.quantities import Exactness, Kind
from desktop.core.readings import Evidence, Ground, Reading
from desktop.core.wording import Names, amount, clauses, computation, listed
from desktop.core.wording import quantity as in_words


def suggestion(reading: Reading, names: Names) -> str:
    """What a claim probably means and all that speaks for it, in one sentence."""
    said = " ".join(reading.claim.figure.quote.split())
    who = names.get(reading.article, reading.article)
    reasons = clauses([_reason(found, reading, names) for found in reading.evidence])
    meant = _meant(reading)
    if not (reading.payer and reading.payee):
        return say(
            'With "{said}", {who} probably means {amount}: {reasons}.',
            said=said,
            who=who,
            amount=meant,
            reasons=reasons,
        )
    if not meant:
        return say(
            'With "{said}", {who} probably means that {payer} pays {payee}: {reasons}.',
            said=said,
            who=who,
            payer=reading.payer,
            payee=reading.payee,
            reasons=reasons,
        )
    return say(
        'With "{said}", {who} probably means {amount}, and that {payer} pays {payee}: {reasons}.',
        said=said,
        who=who,
        amount=meant,
        payer=reading.payer,
        payee=reading.payee,
        reasons=reasons,
    )


def _meant(reading: Reading) -> str:
    """The amount meant, "" where only payer and payee are."""
    quantity = reading.quantity
    if quantity is None or quantity.low is None:
        return ""
    words = amount(quantity.low, quantity.unit, quantity.per, kind=quantity.kind)
    if quantity.kind is Kind.COUNT:  # as many as there are: "212 people"
        words = in_words(replace(quantity, exactness=Exactness.EXACT))
    elif quantity.high is not None and quantity.high != quantity.low:
        low = amount(quantity.low, quantity.unit, kind=quantity.kind)
        high = amount(quantity.high, quantity.unit, quantity.per, kind=quantity.kind)
        words = say("{low} to {high}", low=low, high=high)
    return say("{amount} in all", amount=words) if reading.is_total else words


def _reason(found: Evidence, reading: Reading, names: Names) -> str:
    match found.ground:
        case Ground.OWN:
            return say('it says so itself elsewhere ("{quote}")', quote=found.quote)
        case Ground.SPOKEN:
            return say('it speaks of "{quote}" itself', quote=found.quote)
        case Ground.ARITHMETIC:
            return say("its own arithmetic then holds ({computation})", computation=computation(found.quote))
        case Ground.SHARE:
            whole = " ".join(found.figures[-1].quote.split())
            return say('"{part}" is what that makes of "{whole}", as a share', part=found.quote, whole=whole)
        case Ground.TOTAL if found.article == reading.article:
            return say('its own total fits ("{quote}")', quote=found.quote)
        case Ground.TOTAL:
            other = names.get(found.article, found.article)
            return say('the total in {other} fits ("{quote}")', other=other, quote=found.quote)
    several = [names.get(name, name) for name in found.sources]
    if 2 * len(several) > len(names) - 1:
        return say("most other articles say so ({names})", names=listed(several))
    return say_count(
        "{count} other article says so ({names})",
        "{count} other articles say so ({names})",
        len(several),
        names=listed(several),
    )
