"""Says how far what an article said is from what is right, without saying why."""

from decimal import Decimal

from desktop.core import wording
from desktop.core.agreement import Basis, Diagnosis, Pair
from desktop.core.claims import Claim
from desktop.core.language import say
from desktop.core.quantities import Kind

_TWICE = Decimal(2)


def differing(pair: Pair, own: Claim) -> str:
    """How far one claim of a pair, its own, is from the other, in one sentence or two; "" where nothing says it."""
    other = pair.b if own is pair.a else pair.a
    told = []
    if is_of_parties(pair):
        told.append(
            say(
                "It had {payer} pay {payee}, not {payer_b} {payee_b}.",
                payer=own.payer,
                payee=own.payee,
                payer_b=other.payer,
                payee_b=other.payee,
            )
        )
    told += [_apart_in_time(own, other), _in_same_terms(pair, own), _by_factor(pair, own)]
    return " ".join(part for part in told if part)


def is_of_parties(pair: Pair) -> bool:
    """Whether two claims differ in who pays whom."""
    named = pair.a.payer and pair.a.payee and pair.b.payer and pair.b.payee
    return Diagnosis.DIRECTION in pair.diagnoses and bool(named)


def _apart_in_time(own: Claim, other: Claim) -> str:
    if own.figure.quantity.kind not in (Kind.DATE, Kind.TIME):
        return ""
    apart = wording.apart_in_time(own.figure.quantity.iso or "", other.figure.quantity.iso or "")
    return say("That is {apart}.", apart=apart) if apart else ""


def _in_same_terms(pair: Pair, own: Claim) -> str:
    """Both in the terms in which they were compared, where these are not their own."""
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    is_one_value = one.value is not None and other.value is not None
    if not is_one_value or pair.common_a is None or pair.common_b is None or pair.ratio in (None, 1):
        return ""
    if one.per == other.per and (one.unit == other.unit or one.kind is Kind.COUNT):  # the unit of a count is a noun
        return ""
    if pair.basis in (Basis.EXCHANGE, Basis.YEARLY_RATE):  # an exchange rate is no sharper than three digits
        return ""
    mine, theirs = (pair.common_a, pair.common_b) if own is pair.a else (pair.common_b, pair.common_a)
    kind = one.kind if one.kind is other.kind else None
    return say(
        "In the same terms that is {own} against {right}.",
        own=wording.amount(wording.tidy(mine), pair.common_unit, pair.common_per, kind=kind),
        right=wording.amount(wording.tidy(theirs), pair.common_unit, pair.common_per, kind=kind),
    )


def _by_factor(pair: Pair, own: Claim) -> str:
    if pair.ratio is None or pair.ratio == 1 or pair.common_a is None or pair.common_b is None:
        return ""
    if pair.ratio < _TWICE:
        return say("The two are {apart}.", apart=wording.apart(pair))
    mine, theirs = (pair.common_a, pair.common_b) if own is pair.a else (pair.common_b, pair.common_a)
    factor = wording.amount(wording.tidy(pair.ratio), None)
    if mine > theirs:
        return say("What it said was too high by a factor of {factor}.", factor=factor)
    return say("What it said was too low by a factor of {factor}.", factor=factor)
