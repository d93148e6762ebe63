"""Says in a sentence what articles contradict each other about: who says what, how far that is from what most say, and
what slip would explain it; and what one says of itself."""

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.core import wording
from desktop.core.agreement import Comparison, Diagnosis, Pair, Status, what_is_said
from desktop.core.claims import Claim
from desktop.core.language import phrase, phrases, say, say_count
from desktop.core.quantities import Kind, Quantity, has_changed_places
from desktop.core.report.calling import Calling
from desktop.core.report.citing import as_said
from desktop.core.report.entries import Entry
from desktop.core.standpoints import Standpoint, main_claims, standpoints

MOST_TOPICS = 3
"""How many disputed topics are told one by one."""
MOST_STANDPOINTS = 6
"""How many different things that articles say of one topic are told."""

_SLIPS: Mapping[Diagnosis, str] = {
    Diagnosis.PERIOD: phrase("perhaps another period"),
    Diagnosis.SCALE_X10: phrase("perhaps a moved decimal point"),
    Diagnosis.SCALE_X1000: phrase("perhaps another scale word"),
    Diagnosis.SCALE_MISSING: phrase("perhaps a lost scale word"),
    Diagnosis.TOTAL_VS_RATE: phrase("perhaps a total for an amount per period"),
    Diagnosis.CURRENCY: phrase("perhaps another currency"),
    Diagnosis.UNIT: phrase("perhaps another unit"),
    Diagnosis.UPDATE: phrase("perhaps another day’s count"),
    Diagnosis.SUM: phrase("perhaps a sum of several parts"),
    Diagnosis.ROUNDING: phrase("perhaps rounded"),
    Diagnosis.ARITHMETIC: phrase("perhaps miscalculated"),
}


def dispute(entry: Entry, calling: Calling) -> str:
    """Who says what of a topic, and how far they are apart."""
    opening = wording.capital(wording.topic(entry.comparison.topic))
    held = [one for one in standpoints(entry.comparison) if one.pair is None or _is_of_mains(one)]
    if len(held) < 2:
        worst = next(pair for pair in entry.pairs if pair.status is Status.CONFLICT)
        return say("{topic}: {why}", topic=opening, why=wording.why(worst, calling.names))
    if _is_over_time(held, calling):
        return _over_time(opening, held, entry.comparison, calling)
    first, *others = held
    if len(others) == 1 and not entry.comparison.verdict.outliers:
        return _face_to_face(opening, first, others[0], entry.comparison, calling)
    comparison = entry.comparison
    told = [_says(first, comparison, calling)]
    told += [_says(one, comparison, calling, _aside(one)) for one in others[:MOST_STANDPOINTS]]
    more = len(others) - MOST_STANDPOINTS
    if more > 0:
        told.append(say_count("{count} more says another thing", "{count} more say other things", more))
    return say("{topic}: {told}.", topic=opening, told=wording.clauses(told))


def of_itself(entry: Entry, calling: Calling) -> str:
    """What an article says in one place, and in another."""
    topic = wording.capital(wording.topic(entry.comparison.topic))
    return say("{topic}: {why}", topic=topic, why=wording.why(entry.pairs[0], calling.names))


def is_update(pair: Pair) -> bool:
    """Whether one is probably the other's count of a later day."""
    return pair.diagnoses[:1] == (Diagnosis.UPDATE,)


def _is_of_mains(one: Standpoint) -> bool:
    """Whether what sets it apart from the first is what it says in the main."""
    return one.pair is not None and what_is_said(one.claim) in (what_is_said(one.pair.a), what_is_said(one.pair.b))


def _says(held: Standpoint, comparison: Comparison, calling: Calling, aside: str = "") -> str:
    """What some articles say: in their words where these are one, else as it is read."""
    mains = main_claims(comparison)
    alike = [article for article in held.articles if _is_worded_as(mains[article], held.claim)]
    names, others = (
        [calling.names[article] for article in held.articles if (article in alike) is wanted]
        for wanted in (True, False)
    )
    printed = {as_said(mains[article]) for article in alike} | {as_said(held.claim)}
    said = printed.pop() if len(printed) == 1 else wording.quantity(held.claim.figure.quantity)
    told = say_count("{names} says {said}", "{names} say {said}", len(names), names=wording.listed(names), said=said)
    if others:  # their words are others
        several = phrases("{told}, which fits what {names} says", "{told}, which fits what {names} say")
        told = say_count(*several, len(others), told=told, names=wording.listed(others))
    return say("{told} ({aside})", told=told, aside=aside) if aside else told


def _is_worded_as(claim: Claim, other: Claim) -> bool:
    """Whether two claims state one amount in one unit, for one period, and as sharply."""
    one, two = claim.figure.quantity, other.figure.quantity
    return (one.low, one.high, one.unit, one.per, one.iso, one.exactness) == (
        *(two.low, two.high, two.unit, two.per, two.iso, two.exactness),
    )


def _face_to_face(topic: str, first: Standpoint, other: Standpoint, comparison: Comparison, calling: Calling) -> str:
    """Two that simply differ: neither is set against the other."""
    parts = {"topic": topic, "one": _says(first, comparison, calling), "other": _says(other, comparison, calling)}
    aside = _aside(other, is_even=True)
    if aside:
        return say("{topic}: {one}, {other}: {aside}.", aside=aside, **parts)
    return say("{topic}: {one}, {other}.", **parts)


def _aside(held: Standpoint, *, is_even: bool = False) -> str:
    """How far a standpoint is from the first, and what slip would explain it. is_even: of either from the other."""
    if held.pair is None:
        return ""
    told = [part for part in (_apart(held, held.pair, is_even=is_even), _slip(held.pair)) if part]
    return wording.commas(told) if told else ""


def _apart(held: Standpoint, pair: Pair, *, is_even: bool) -> str:
    own, other = _own(held, pair)
    if own.figure.quantity.kind in (Kind.DATE, Kind.TIME):
        return wording.apart_in_time(other.figure.quantity.iso or "", own.figure.quantity.iso or "")
    if pair.ratio is None or pair.ratio == 1 or pair.common_a is None or pair.common_b is None:
        return ""
    if pair.ratio < 2:
        return wording.apart(pair)
    factor = wording.amount(wording.tidy(pair.ratio), None)
    if is_even:
        return say("a factor of {number}", number=factor)
    mine, theirs = (pair.common_a, pair.common_b) if own is pair.a else (pair.common_b, pair.common_a)
    return say("×\u00a0{factor}", factor=factor) if mine > theirs else say("÷\u00a0{factor}", factor=factor)


def _slip(pair: Pair) -> str:
    """What would explain a difference, in a few words; "" where nothing would."""
    for diagnosis in pair.diagnoses[:1]:
        if diagnosis is Diagnosis.DIRECTION:
            return say("payer and payee swapped") if pair.a.payer and pair.b.payer else say("a rise for a fall")
        if diagnosis in _SLIPS:
            return say(_SLIPS[diagnosis])
    return say("perhaps digits changed places") if has_changed_places(*_quantities(pair)) else ""


def _quantities(pair: Pair) -> tuple[Quantity, Quantity]:
    return pair.a.figure.quantity, pair.b.figure.quantity


def _own(held: Standpoint, pair: Pair) -> tuple[Claim, Claim]:
    """The claim of a pair that is of a standpoint, and the one that is not."""
    return (pair.a, pair.b) if pair.a.article in held.articles else (pair.b, pair.a)


def _is_over_time(held: Sequence[Standpoint], calling: Calling) -> bool:
    """Whether all that is said may be true, each of its own day: one count after another."""
    days = [_day(one, calling) for one in held]
    if None in days or len(set(days)) < len(days):
        return False
    return all(one.pair is None or is_update(one.pair) for one in held)


def _over_time(topic: str, held: Sequence[Standpoint], comparison: Comparison, calling: Calling) -> str:
    in_order = sorted(held, key=lambda one: _day(one, calling) or date.min)
    told = [_says(one, comparison, calling, _days(one, calling)) for one in in_order]
    return say("{topic}, as told from day to day: {told}.", topic=topic, told=wording.clauses(told))


def _days(held: Standpoint, calling: Calling) -> str:
    """On which days something was said."""
    days = sorted({day for article in held.articles if (day := calling.article(article).published) is not None})
    return wording.listed([wording.day(day) for day in days])


def _day(held: Standpoint, calling: Calling) -> date | None:
    """The first day on which something was said; None where one article does not tell its day."""
    days = [calling.article(article).published for article in held.articles]
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None
