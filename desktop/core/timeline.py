"""Knows the payment schedules that articles imply, and the curves they draw."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from desktop.core.claims import PAYMENT, Claim, Mark, same_name
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article

Month = str
"""A calendar month, "2026-05"."""

AS_WRITTEN = "as written"
_MONTH = re.compile(r"\d{4}-\d\d")
_USUAL_TERM = 3
_OPEN_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Payment:
    """A schedule that one article implies in one reading.

    payer, payee: names, None where the article does not say. monthly_low, monthly_high: amount a month in `currency`,
    equal unless a range. start, end: months, both paid, None where unknown. ramp: the first and last month of a
    start-up time with reduced payments. total_low, total_high: over the whole term, None where the term is open.
    reading: "as written", or what was repaired. figures: those it rests on. stated, assumed: slugs of the wording
    catalogue, what the article says and what had to be supposed.
    """

    article: str
    payer: str | None
    payee: str | None
    monthly_low: Decimal
    monthly_high: Decimal
    currency: str
    start: Month | None
    end: Month | None
    ramp: tuple[Month, Month] | None
    total_low: Decimal | None
    total_high: Decimal | None
    reading: str
    figures: tuple[Figure, ...]
    stated: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a schedule pays in one month, and from its start to the end of that month: bounds in its currency."""

    month: Month
    low: Decimal
    high: Decimal
    total_low: Decimal
    total_high: Decimal


def number_of(month: Month) -> int:
    """Months since the year 0; ValueError where it is no month."""
    year, _, rest = month.partition("-")
    if not rest or not 1 <= int(rest) <= 12:
        raise ValueError(f"not a month: {month!r}")
    return int(year) * 12 + int(rest) - 1


def month_of(number: int) -> Month:
    """The month that is `number` months after the year 0."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def payments_of(
    articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]], lexicon: Lexicon
) -> tuple[Payment, ...]:
    """The schedules that articles imply, each article's best attested first. claims: by article id."""
    found = [payment for article in articles for payment in _schedules(article, claims[article.id], lexicon)]
    return tuple(_with_start(payment, found, articles) for payment in found)


def _schedules(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> list[Payment]:
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        quantity = claim.figure.quantity
        if claim.attribute != PAYMENT or quantity.kind is not Kind.MONEY or quantity.is_vague or claim.negated:
            continue
        if not claim.payer or not claim.payee or Mark.TOTAL in claim.marks:
            continue
        if quantity.per is None or quantity.low is None or quantity.high is None or quantity.unit is None:
            continue
        if quantity.per not in lexicon.period_months:
            continue
        months = lexicon.period_months[quantity.per]
        key = (
            claim.payer.lower(),
            claim.payee.lower(),
            Fraction(quantity.low) / months,
            Fraction(quantity.high) / months,
            quantity.unit,
        )
        groups.setdefault(key, []).append(claim)
    ranked = sorted(groups.values(), key=lambda group: (-len(group), group[0].figure.span))
    return [_schedule(article, group, claims, lexicon) for group in ranked]


def _schedule(article: Article, group: Sequence[Claim], claims: Sequence[Claim], lexicon: Lexicon) -> Payment:
    first = next((claim for claim in group if claim.figure.quantity.per == "month"), group[0])
    quantity = first.figure.quantity
    assert quantity.per is not None
    assert quantity.low is not None
    assert quantity.high is not None
    months = lexicon.period_months[quantity.per]
    stated, assumed = ["rate"], ["flat"]
    if quantity.per != "month":
        assumed.append("spread_evenly")
    if not any(claim.parties_stated for claim in group):
        assumed.append("parties_from_context")
    if any(claim.attribute == "notice" for claim in claims):
        assumed.append("no_exit")
    end = _end(claims)
    figures = [claim.figure for claim in group]
    if end is not None:
        figures.append(end.figure)
        stated.append("end")
        if _is_open(article, end.figure, lexicon):
            assumed.append("end_paid")
    last = end.figure.quantity.iso[:7] if end is not None and end.figure.quantity.iso else None
    ramp_claims = [c for c in claims if c.attribute == "ramp" and c.figure.quantity.iso and not c.negated]
    ramp, guesses = _ramp(article, ramp_claims, last)
    if ramp is not None:
        figures.extend(claim.figure for claim in ramp_claims)
        stated.append("ramp")
        assumed.extend(("ramp_reduced", *guesses))
    start = _start(claims)
    if start is not None and start.figure.quantity.iso:
        figures.append(start.figure)
        stated.append("start")
    begin = (
        start.figure.quantity.iso[:7] if start is not None and start.figure.quantity.iso else ramp[0] if ramp else None
    )
    if begin is not None and start is None:
        assumed.append("start_at_ramp")
    payment = Payment(
        article=article.id,
        payer=first.payer,
        payee=first.payee,
        monthly_low=_decimal(Fraction(quantity.low) / months),
        monthly_high=_decimal(Fraction(quantity.high) / months),
        currency=quantity.unit or "",
        start=begin,
        end=last,
        ramp=ramp,
        total_low=None,
        total_high=None,
        reading=AS_WRITTEN,
        figures=tuple(sorted(set(figures), key=lambda figure: figure.span)),
        stated=tuple(stated),
        assumed=tuple(assumed),
    )
    return _with_totals(payment)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator) if value.denominator != 1 else Decimal(value.numerator)


def _end(claims: Sequence[Claim]) -> Claim | None:
    """The end of the term: the month or year that "until" and the like name most often."""
    ends = _months(claims, "end_date")
    counts: dict[str, int] = {}
    for claim in ends:
        assert claim.figure.quantity.iso is not None
        counts[claim.figure.quantity.iso[:7]] = counts.get(claim.figure.quantity.iso[:7], 0) + 1
    return max(ends, key=lambda c: (counts[(c.figure.quantity.iso or "")[:7]], -c.figure.span.start), default=None)


def _start(claims: Sequence[Claim]) -> Claim | None:
    return next(iter(_months(claims, "start_date")), None)


def _months(claims: Sequence[Claim], attribute: str) -> list[Claim]:
    """The claims of an attribute that name a month and its year."""
    return [c for c in claims if c.attribute == attribute and _MONTH.match(c.figure.quantity.iso or "")]


def _is_open(article: Article, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether "until" leaves open that the last month is paid ("through" does not)."""
    before = article.text[max(0, figure.span.start - 12) : figure.span.start].lower().split()
    return bool(before) and before[-1] in lexicon.grammar["openness"]


def _ramp(
    article: Article, claims: Sequence[Claim], end: Month | None
) -> tuple[tuple[Month, Month] | None, tuple[str, ...]]:
    """The first and last month of a start-up time, with a year where the article gives none, and what was guessed."""
    isos = [claim.figure.quantity.iso or "" for claim in claims]
    whole = sorted(iso[:7] for iso in isos if len(iso) >= 7 and iso[0] != "-" and "Q" not in iso)
    if whole:
        return (whole[0], whole[-1]), ()
    bare = [int(iso[2:4]) for iso in isos if iso.startswith("--")]
    if not bare:
        return None, ()
    # Only months that follow one another are one start-up time ("in May and June").
    run = [bare[0]]
    for month in bare[1:]:
        if month == run[-1] % 12 + 1:
            run.append(month)
    if article.published is not None:
        year = article.published.year
        guess = "year_from_publication"
    elif end is not None:
        year = int(end[:4]) - _USUAL_TERM if run[0] <= int(end[5:7]) else int(end[:4]) - _USUAL_TERM - 1
        guess = "year_from_usual_term"
    else:
        return None, ()
    first = year * 12 + run[0] - 1
    return (month_of(first), month_of(first + len(run) - 1)), (guess,)


def _with_start(payment: Payment, found: Sequence[Payment], articles: Sequence[Article]) -> Payment:
    """The payment with a start from another article or the day of publication, where its own article has none."""
    if payment.start is not None:
        return payment
    for other in found:
        if other.start is not None and other.article != payment.article and _same_parties(payment, other):
            return _with_totals(replace(payment, start=other.start, assumed=(*payment.assumed, "start_from_other")))
    published = next((article.published for article in articles if article.id == payment.article), None)
    if published is not None:
        start = f"{published.year:04}-{published.month:02}"
        return _with_totals(replace(payment, start=start, assumed=(*payment.assumed, "start_at_publication")))
    return payment


def _same_parties(one: Payment, other: Payment) -> bool:
    straight = same_name(one.payer, other.payer) and same_name(one.payee, other.payee)
    return straight or (same_name(one.payer, other.payee) and same_name(one.payee, other.payer))


def _with_totals(payment: Payment) -> Payment:
    points = curve(payment) if payment.end is not None else ()
    if not points:
        return payment
    low = points[-1].total_low
    if "end_paid" in payment.assumed:
        low -= points[-1].low
    return replace(payment, total_low=low, total_high=points[-1].total_high)


def curve(payment: Payment, *, until: Month | None = None) -> tuple[CurvePoint, ...]:
    """Month by month what a payment comes to; () where its start is unknown or lies behind its end.

    A payment without an end is drawn to `until`, or for three years.
    """
    if payment.start is None:
        return ()
    first = number_of(payment.start)
    end = payment.end or until
    last = number_of(end) if end is not None else first + _OPEN_MONTHS - 1
    ramp = range(0)
    if payment.ramp is not None:
        ramp = range(number_of(payment.ramp[0]), number_of(payment.ramp[1]) + 1)
    points: list[CurvePoint] = []
    total_low = total_high = Decimal(0)
    for number in range(first, min(last, first + 1200) + 1):
        # how much less is paid while the deal ramps up is not known: anything from nothing to all
        low = Decimal(0) if number in ramp else payment.monthly_low
        total_low, total_high = total_low + low, total_high + payment.monthly_high
        points.append(CurvePoint(month_of(number), low, payment.monthly_high, total_low, total_high))
    return tuple(points)
