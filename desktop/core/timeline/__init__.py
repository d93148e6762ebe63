"""Knows the payment schedules that articles imply, and the curves they draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from desktop.core.claims import PAYMENT, Claim, Mark, Modality, of_sentence, same_name
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.timeline.schedule import (
    AS_WRITTEN,
    CurvePoint,
    Month,
    Payment,
    YearTotal,
    by_year,
    curve,
    month_of,
    number_of,
    with_totals,
)
from desktop.core.timeline.terms import Terms, is_open, month, months_of, ramp_of, ramp_time, term_of, terms_of

__all__ = [
    "AS_WRITTEN",
    "CurvePoint",
    "Month",
    "Payment",
    "YearTotal",
    "by_year",
    "curve",
    "month_of",
    "months_in",
    "number_of",
    "payments_of",
]

_PAY, _CONTRACT = "salary", "contract"
_PAID_TO_PEOPLE = frozenset({"week", "day"})
_WEEKS, _DAYS = 52, 365
_ALIKE = Fraction(1, 100)
"""How far apart a week's and a year's amount may be and still be one payment in round numbers."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """What one claim makes of a payment: bounds a month, the total and term it states, and how it was read."""

    claim: Claim
    low: Fraction
    high: Fraction
    term: Claim | None = None
    is_total: bool = False
    count: "_Instalments | None" = None


class _Instalments(NamedTuple):
    """In how many instalments an amount is paid, and how often."""

    claim: Claim
    number: Fraction
    period: str
    months: Fraction


def payments_of(
    articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]], lexicon: Lexicon
) -> tuple[Payment, ...]:
    """The schedules that articles imply, each article's best attested first. claims: by article id."""
    found = [payment for article in articles for payment in _schedules(article, claims[article.id], lexicon)]
    started = [payment for payment in found if payment.start is not None]
    return tuple(_with_start(payment, started, articles) for payment in found)


# ------------------------------------------------------------------------------------------------- what is paid a month


def _schedules(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> list[Payment]:
    groups: list[list[_Flow]] = []
    by_parties: dict[tuple[object, ...], list[list[_Flow]]] = {}
    whole = terms_of(article, claims, lexicon)
    for claim in claims:
        flow = _flow(article, claim, claims, whole, lexicon)
        if flow is None:
            continue
        alike = by_parties.setdefault(_parties(claim), [])
        group = next((known for known in alike if _is_one_payment(known[0], flow)), None)
        if group is None:
            group = []
            groups.append(group)
            alike.append(group)
        group.append(flow)
    ranked = sorted(groups, key=lambda group: (-len(group), group[0].claim.figure.span))
    return [_schedule(article, group, claims, whole, lexicon) for group in ranked]


def _flow(article: Article, claim: Claim, claims: Sequence[Claim], whole: Terms, lexicon: Lexicon) -> _Flow | None:
    quantity = claim.figure.quantity
    if quantity.kind is not Kind.MONEY or quantity.is_vague or claim.negated or not _is_paid(claim, whole):
        return None
    if quantity.low is None or quantity.high is None or quantity.unit is None or quantity.low < 0:
        return None
    if quantity.per is not None and claim.payer is None and claim.payee is None:
        return None  # wages, rents and prices, which nobody is said to pay
    low, high = Fraction(quantity.low), Fraction(quantity.high)
    if quantity.per is not None:
        months = months_in(quantity.per, lexicon)
        if months is None or Mark.TOTAL in claim.marks:
            return None
        if claim.attribute == PAYMENT and quantity.per in _PAID_TO_PEOPLE and not claim.parties_stated:
            return None  # somebody's pay, not what the companies of the article pay each other
        count = _instalments(article, claim, claims, lexicon)
        return _Flow(claim, low / months, high / months, term_of(article, claim, claims, whole, lexicon), count=count)
    if claim.attribute == _PAY:
        return None
    count = _instalments(article, claim, claims, lexicon)
    if count is not None:
        time = count.number * count.months
        return _Flow(claim, low / time, high / time, is_total=True, count=count)
    if Mark.TOTAL not in claim.marks and claim.attribute != _CONTRACT:
        return None
    term = term_of(article, claim, claims, whole, lexicon)
    length = months_of(term, lexicon) if term is not None else None
    if term is None or length is None or term.sentence != claim.sentence:
        return None
    return _Flow(claim, low / length, high / length, term, is_total=True)


def _is_paid(claim: Claim, whole: Terms) -> bool:
    """Whether an amount passes from one to the other: payer and payee are known; of pay, one of them or a contract.

    A contract's worth is paid over its term, whoever pays it.
    """
    if claim.attribute == PAYMENT:
        return bool(claim.payer and claim.payee)
    if claim.attribute == _CONTRACT:
        bound = claim.figure.quantity.per is None or whole.is_bound
        return bound and claim.modality is not Modality.SPECULATED
    if claim.attribute != _PAY or Mark.EARLIER in claim.marks or Mark.DEMANDED in claim.marks:
        return False
    return bool(claim.payer or claim.payee) or whole.is_bound


def months_in(period: str, lexicon: Lexicon) -> Fraction | None:
    """How many months a period has: of a week 12/52, of a day 12/365; None for what is no period of time."""
    if period in lexicon.period_months:
        return lexicon.period_months[period]
    return {"week": Fraction(12, _WEEKS), "day": Fraction(12, _DAYS)}.get(period)


def _instalments(article: Article, claim: Claim, claims: Sequence[Claim], lexicon: Lexicon) -> _Instalments | None:
    """The instalments that an amount is paid in: "in 12 monthly instalments"."""
    words = lexicon.grammar["instalments"]
    for other in of_sentence(claims, claim.sentence):
        if other.figure.quantity.kind is not Kind.COUNT:
            continue
        per = other.figure.quantity.per
        behind = article.text[other.figure.span.end : other.figure.span.end + 40].lower().replace("-", " ").split()
        if per is None and behind and behind[0] in lexicon.period_adjectives:
            per = lexicon.period_adjectives[behind.pop(0)]
        months, number = months_in(per or "", lexicon), other.figure.quantity.value
        if per is not None and months and number and behind and behind[0].strip(".,;") in words:
            return _Instalments(other, Fraction(number), per, months)
    return None


def _parties(claim: Claim) -> tuple[str, str, str | None]:
    """Between whom and in what currency a payment is made."""
    return (claim.payer or "").lower(), (claim.payee or "").lower(), claim.figure.quantity.unit


def _is_one_payment(one: _Flow, other: _Flow) -> bool:
    """Whether two claims between the same parties are of one payment: what they come to a month is all but the same."""
    first, second = one.claim, other.claim
    if (one.low, one.high) == (other.low, other.high):
        return True
    # "£180,000 a week", "£9.4 million a year": one of them is rounded
    terms = {first.figure.quantity.per, second.figure.quantity.per}
    return len(terms) > 1 and all(
        abs(left - right) <= _ALIKE * max(left, right) for left, right in ((one.low, other.low), (one.high, other.high))
    )


# ------------------------------------------------------------------------------------------------------- one schedule


def _schedule(
    article: Article, group: Sequence[_Flow], claims: Sequence[Claim], whole: Terms, lexicon: Lexicon
) -> Payment:
    first = next((flow for flow in group if flow.claim.figure.quantity.per == "month"), None)
    first = first or next((flow for flow in group if not flow.is_total), group[0])
    period = first.claim.figure.quantity.per
    stated, assumed = (["total"] if first.is_total else ["rate"]), ["flat"]
    if period != "month" and not (first.count and first.count.period == "month"):
        assumed.append("spread_evenly")
    if period in ("week", "day"):
        assumed.append("weeks_of_a_year" if period == "week" else "days_of_a_year")
    named = first.claim.payer or first.claim.payee
    if named and not any(flow.claim.parties_stated for flow in group):
        assumed.append("parties_from_context")
    if whole.has_notice:
        assumed.append("no_exit")
    figures = [flow.claim.figure for flow in group]
    if not first.is_total and any(flow.is_total for flow in group):
        stated.append("total")
    length = _length(group, lexicon)
    if length is not None:
        figures.append(length[0].figure)
        stated.append(length[2])
    end = whole.end
    if end is not None:
        figures.append(end.figure)
        stated.append("end")
        if is_open(article, end.figure, lexicon):
            assumed.append("end_paid")
    last = month(end) if end is not None else None
    ramp, guesses = ramp_of(article, whole.ramp, last)
    if ramp is not None:
        figures.extend(claim.figure for claim in whole.ramp)
        stated.append("ramp")
        assumed.extend(("ramp_reduced", *guesses))
    start = whole.start
    begin = month(start) if start is not None else None
    if start is not None:
        figures.append(start.figure)
        stated.append("start")
    elif ramp is not None:
        begin = ramp[0]
        assumed.append("start_at_ramp")
    time = ramp_time(article, claims, lexicon) if ramp is None and begin is not None else None
    if time is not None and begin is not None:
        ramp = begin, month_of(number_of(begin) + time[1] - 1)
        figures.append(time[0].figure)
        stated.append("ramp")
        assumed.extend(("ramp_reduced", "ramp_at_start"))
    payment = Payment(
        article=article.id,
        payer=first.claim.payer,
        payee=first.claim.payee,
        monthly_low=_decimal(first.low),
        monthly_high=_decimal(first.high),
        currency=first.claim.figure.quantity.unit or "",
        start=begin,
        end=last,
        ramp=ramp,
        total_low=None,
        total_high=None,
        reading=AS_WRITTEN,
        figures=tuple(sorted(set(figures), key=lambda figure: figure.span)),
        stated=tuple(stated),
        assumed=tuple(assumed),
        term=length[1] if length is not None else None,
    )
    return _with_term(payment)


def _length(group: Sequence[_Flow], lexicon: Lexicon) -> tuple[Claim, int, str] | None:
    """How many months a payment goes on, by its term or the number of its instalments, and which of the two says so."""
    for flow in group:
        if flow.count is not None:
            months = flow.count.months * flow.count.number
            if months.denominator == 1:
                return flow.count.claim, int(months), "instalments"
    for flow in group:
        if flow.term is not None and (length := months_of(flow.term, lexicon)) is not None:
            return flow.term, length, "term"
    return None


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator) if value.denominator != 1 else Decimal(value.numerator)


def _with_term(payment: Payment) -> Payment:
    """The payment with the end that follows from its start and term, or the start from its end, and its totals."""
    if payment.term is not None and payment.start is not None and payment.end is None:
        end = month_of(number_of(payment.start) + payment.term - 1)
        payment = replace(payment, end=end, assumed=(*payment.assumed, "end_from_term"))
    elif payment.term is not None and payment.end is not None and payment.start is None:
        first = number_of(payment.end) - payment.term + 1
        if first > 0:
            payment = replace(payment, start=month_of(first), assumed=(*payment.assumed, "start_from_term"))
    return with_totals(payment)


def _with_start(payment: Payment, started: Sequence[Payment], articles: Sequence[Article]) -> Payment:
    """The payment with a start from another article or the day of publication, where its own article has none.

    started: the payments of all articles whose start is known.
    """
    if payment.start is not None:
        return payment
    for other in started:
        if other.article != payment.article and _same_parties(payment, other):
            return _with_term(replace(payment, start=other.start, assumed=(*payment.assumed, "start_from_other")))
    published = next((article.published for article in articles if article.id == payment.article), None)
    if published is not None:
        start = f"{published.year:04}-{published.month:02}"
        return _with_term(replace(payment, start=start, assumed=(*payment.assumed, "start_at_publication")))
    return payment


def _same_parties(one: Payment, other: Payment) -> bool:
    straight = same_name(one.payer, other.payer) and same_name(one.payee, other.payee)
    return straight or (same_name(one.payer, other.payee) and same_name(one.payee, other.payer))
