"""Checks arithmetic that an article states against the article's own figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop.core.claims import PAYMENT, Claim, Mark, Modality, same_name
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span

_TOGETHER = 600
_CLOSE = 160
_MARGINS = {"operating": "operating_profit", "ebit": "operating_profit", "net": "profit", "profit": "profit"}
"""Which profit a margin is of, by the word in front of "margin"."""


class CheckVerdict(StrEnum):
    """Whether a statement holds (JSON `verdict`)."""

    OK = "ok"
    LOOSE = "loose"
    WRONG = "wrong"


class Rule(StrEnum):
    """What sort of statement is checked."""

    CONVERSION = "conversion"  # a month's amount and a year's
    EXCESS = "excess"  # "exceeds … by 80 %"
    GROWTH = "growth"  # "rose 12 % to … from …"
    MARGIN = "margin"  # "an operating margin of 14 %"


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that figures of the same article confirm or refute.

    span: from the first to the last figure of the statement that stands together. claimed: the figure that is
    checked. terms: the figures it is checked against. computation: the arithmetic, as "150/18.7 - 1 = 7.02".
    stated, actual: both in the unit of `claimed`, a percentage or an amount. share: for "more than" statements, the
    amount that the percentage would make as a share of the base, else None.
    """

    article: str
    span: Span
    verdict: CheckVerdict
    claimed: Figure
    terms: tuple[Figure, ...]
    computation: str
    rule: Rule
    stated: Decimal
    actual: Decimal
    share: Decimal | None = None


def check_article(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Check, ...]:
    """The arithmetic that an article states, checked against its own figures, in the order of its text."""
    found = [
        *_conversions(article, claims, lexicon),
        *_excesses(article, claims),
        *_growths(article, claims),
        *_margins(article, claims),
    ]
    return tuple(sorted(found, key=lambda check: (check.span, check.rule)))


def _made(
    article: Article,
    claimed: Figure,
    terms: Sequence[Figure],
    *,
    rule: Rule,
    computation: str,
    actual: Fraction,
    verdict: CheckVerdict,
    share: Decimal | None = None,
) -> Check:
    span = claimed.span
    for term in terms:
        if abs(term.span.start - claimed.span.start) < _TOGETHER:
            span = span.joined(term.span)
    stated = claimed.quantity.low
    assert stated is not None
    return Check(article.id, span, verdict, claimed, tuple(terms), computation, rule, stated, _short(actual), share)


def _short(value: Fraction) -> Decimal:
    return Decimal(f"{float(value):.6g}")


def _written(value: Decimal | Fraction) -> str:
    return f"{float(value):.6g}"


def _result(value: Fraction) -> str:
    return f"{float(value):.3g}"


# --------------------------------------------------------------------------------------------------------- conversions


def _conversions(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Check]:
    """A month's and a year's amount of one payment: twelve of one make the other."""
    rates = [
        claim
        for claim in claims
        if claim.attribute and claim.figure.quantity.kind is Kind.MONEY and claim.figure.quantity.value is not None
    ]
    done: set[tuple[Decimal | None, Decimal | None]] = set()
    by_month = [claim for claim in rates if claim.figure.quantity.per == "month"]
    by_year = [claim for claim in rates if claim.figure.quantity.per == "year"]
    near = sorted(
        (
            (abs(year.figure.span.start - month.figure.span.start), month, year)
            for month in by_month
            for year in by_year
        ),
        key=lambda row: (row[0], row[1].figure.span),
    )
    for _, month, year in near:
        one, other = month.figure.quantity, year.figure.quantity
        if (one.value, other.value) in done or not _same_payment(month, year):
            continue
        done.add((one.value, other.value))
        assert one.value is not None
        assert other.value is not None
        actual = Fraction(one.value) * 12
        if not actual:
            continue
        off = abs(actual - Fraction(other.value)) / actual
        slack = _slack(other) / actual
        if off > Fraction(10, 100):
            continue  # two readings of the payment, told as a contradiction, not as arithmetic
        verdict = CheckVerdict.OK if off <= max(slack, Fraction(1, 1000)) else CheckVerdict.LOOSE
        scale = _scale(one.value)
        computation = f"{_written(one.value / scale)} * 12 = {_written(actual / Fraction(scale))}"
        yield _made(
            article,
            year.figure,
            [month.figure],
            rule=Rule.CONVERSION,
            computation=computation,
            actual=actual,
            verdict=verdict,
        )


def _same_payment(one: Claim, other: Claim) -> bool:
    if one.attribute != other.attribute or one.figure.quantity.unit != other.figure.quantity.unit:
        return False
    if one.attribute == PAYMENT:
        return one.payer is not None and same_name(one.payer, other.payer) and same_name(one.payee, other.payee)
    return same_name(one.subject, other.subject) or one.subject == other.subject


def _slack(quantity: Quantity) -> Fraction:
    """Half the worth of the last digit, or 5 % for "about"."""
    half = Fraction(quantity.step or 0) / 2
    if quantity.exactness is Exactness.ABOUT and quantity.low is not None:
        return max(half, Fraction(quantity.low) / 20)
    return half


# ------------------------------------------------------------------------------------------------------- more than


def _excesses(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """Excesses: "This income exceeds revenue of $18.7 billion by over 80%"."""
    for place, claim in enumerate(claims):
        percent = claim.figure.quantity
        if claim.attribute != "excess" or percent.kind is not Kind.PERCENT or not percent.low:
            continue
        inside = [
            c
            for c in claims
            if c.sentence == claim.sentence and c.figure.quantity.kind is Kind.MONEY and c.figure.quantity.value
        ]
        before = [
            c
            for c in claims[:place]
            if c.figure.quantity.kind is Kind.MONEY and c.figure.quantity.value and c.sentence != claim.sentence
        ]
        if len(inside) >= 2:
            greater, base = inside[0], inside[1]
        elif len(inside) == 1 and before:
            greater, base = before[-1], inside[0]
        else:
            continue
        big, small = greater.figure.quantity, base.figure.quantity
        if (
            big.unit != small.unit
            or (big.per and small.per and big.per != small.per)
            or not small.value
            or not big.value
        ):
            continue
        actual = (Fraction(big.value) / Fraction(small.value) - 1) * 100
        verdict = _judged(Fraction(percent.low), actual, percent)
        scale = _scale(small.value)
        computation = f"{_written(big.value / scale)}/{_written(small.value / scale)} - 1 = {_result(actual / 100)}"
        yield _made(
            article,
            claim.figure,
            [greater.figure, base.figure],
            rule=Rule.EXCESS,
            computation=computation,
            actual=actual,
            verdict=verdict,
            share=_short(Fraction(small.value) * Fraction(percent.low) / 100),
        )


def _scale(value: Decimal) -> Decimal:
    """The greatest of a billion, a million, a thousand and one that an amount holds."""
    return next((scale for scale in (Decimal(10**9), Decimal(10**6), Decimal(1000)) if value >= scale), Decimal(1))


def _judged(stated: Fraction, actual: Fraction, quantity: Quantity) -> CheckVerdict:
    """A percentage against what the figures give; "over 80 %" is no fair word for 702 %."""
    slack = max(_slack(quantity), Fraction(1, 2))
    if quantity.exactness in (Exactness.OVER, Exactness.AT_LEAST) and actual >= stated - slack:
        if actual <= stated * Fraction(115, 100) + slack:
            return CheckVerdict.OK
        return CheckVerdict.LOOSE if actual <= stated * 2 else CheckVerdict.WRONG
    if abs(actual - stated) <= slack:
        return CheckVerdict.OK
    return CheckVerdict.LOOSE if abs(actual - stated) <= max(slack * 2, abs(stated) / 10) else CheckVerdict.WRONG


# --------------------------------------------------------------------------------------------------- growth and margins


def _growths(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """Changes: "Revenue rose 12 percent to $5.6 billion from $5.0 billion"."""
    for claim in claims:
        percent = claim.figure.quantity
        if claim.attribute not in ("growth", "decline") or percent.unit != "%" or not percent.low or percent.is_vague:
            continue
        ends = _new_and_old(article, claim, claims) or _of_one_attribute(claim, claims)
        if ends is None:
            continue
        new, old = ends
        after, before = new.quantity.value, old.quantity.value
        if not after or not before:
            continue
        change = (Fraction(after) / Fraction(before) - 1) * 100
        signed = Fraction(percent.low) if claim.attribute == "growth" else -Fraction(percent.low)
        # both amounts are rounded, so the change is only known within what their last digits allow
        slack = 100 * (
            _slack(new.quantity) / Fraction(before) + Fraction(after) * _slack(old.quantity) / Fraction(before) ** 2
        )
        if abs(change - signed) <= slack + max(_slack(percent), Fraction(1, 2)):
            verdict = CheckVerdict.OK
        else:
            verdict = CheckVerdict.LOOSE if abs(change - signed) <= abs(signed) / 10 else CheckVerdict.WRONG
        scale = _scale(before)
        computation = f"{_written(after / scale)}/{_written(before / scale)} - 1 = {_result(change / 100)}"
        actual = change if claim.attribute == "growth" else -change
        yield _made(
            article, claim.figure, [new, old], rule=Rule.GROWTH, computation=computation, actual=actual, verdict=verdict
        )


def _new_and_old(article: Article, claim: Claim, claims: Sequence[Claim]) -> tuple[Figure, Figure] | None:
    """The amount after the change and the one before it: behind "to" and behind "from", in the claim's sentence."""
    inside = [
        c.figure for c in claims if c.sentence == claim.sentence and c.figure.quantity.kind in (Kind.MONEY, Kind.COUNT)
    ]
    old = [figure for figure in inside if _word_before(article, figure) in ("from", "against", "versus")]
    if len(old) != 1:
        return None
    new = [
        figure
        for figure in inside
        if figure is not old[0]
        and figure.quantity.unit == old[0].quantity.unit
        and figure.quantity.kind is old[0].quantity.kind
        and abs(figure.span.start - old[0].span.start) < 160
    ]
    return (new[0], old[0]) if len(new) == 1 else None


def _of_one_attribute(claim: Claim, claims: Sequence[Claim]) -> tuple[Figure, Figure] | None:
    """The amounts close by of what changed: "Profit: up 8 percent. It came to €43 million, after €40 million"."""
    near = [
        c
        for c in claims
        if c.attribute == claim.of
        and c.figure.quantity.kind is Kind.MONEY
        and not c.marks & {Mark.CONVERTED, Mark.EXTRA, Mark.DEMANDED}
        and abs(c.figure.span.start - claim.figure.span.start) < _CLOSE
    ]
    old = [c.figure for c in near if Mark.EARLIER in c.marks]
    new = [c.figure for c in near if Mark.EARLIER not in c.marks and c.modality is not Modality.PROJECTED]
    if len(old) != 1 or len(new) != 1 or old[0].quantity.unit != new[0].quantity.unit:
        return None
    return new[0], old[0]


def _word_before(article: Article, figure: Figure) -> str:
    start = figure.hedge.start if figure.hedge and figure.hedge.start < figure.span.start else figure.span.start
    words = article.text[max(0, start - 20) : start].lower().split()
    return words[-1] if words else ""


def _margins(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """Margins: "An operating margin of 14 %", against the profit and the revenue around it."""
    for claim in claims:
        percent = claim.figure.quantity
        if claim.attribute != "margin" or percent.unit != "%" or not percent.low:
            continue
        part = _MARGINS.get(_word_of_margin(article, claim))
        profit = _nearest(claims, claim, part) if part else None
        revenue = _nearest(claims, claim, "revenue")
        if profit is None or revenue is None or profit.quantity.unit != revenue.quantity.unit:
            continue
        assert profit.quantity.value is not None
        assert revenue.quantity.value is not None
        share = Fraction(profit.quantity.value) / Fraction(revenue.quantity.value) * 100
        if not 0 < share < 100:
            continue
        slack = (
            100 * (_slack(profit.quantity) + share / 100 * _slack(revenue.quantity)) / Fraction(revenue.quantity.value)
        )
        off = abs(share - Fraction(percent.low))
        fits = off <= slack + max(_slack(percent), Fraction(1, 10))
        verdict = CheckVerdict.OK if fits else CheckVerdict.LOOSE if off <= Fraction(1, 2) else CheckVerdict.WRONG
        scale = _scale(profit.quantity.value)
        part_of, all_of = profit.quantity.value / scale, revenue.quantity.value / scale
        computation = f"{_written(part_of)}/{_written(all_of)} = {_result(share / 100)}"
        yield _made(
            article,
            claim.figure,
            [profit, revenue],
            rule=Rule.MARGIN,
            computation=computation,
            actual=share,
            verdict=verdict,
        )


def _word_of_margin(article: Article, claim: Claim) -> str:
    """The word in front of "margin" that is nearest to the figure, "" where there is none."""
    words = claim.sentence.of(article.text).lower().split()
    places = [at for at, word in enumerate(words) if word.startswith("margin") and at]
    return words[places[-1] - 1] if places else ""


def _nearest(claims: Sequence[Claim], to: Claim, attribute: str) -> Figure | None:
    """The nearest amount of an attribute in the same or a neighbouring sentence, of the same time."""
    fitting = [
        claim.figure
        for claim in claims
        if claim.attribute == attribute
        and claim.figure.quantity.kind is Kind.MONEY
        and claim.figure.quantity.value
        and not claim.marks & {Mark.EARLIER, Mark.CONVERTED}
        and claim.as_of == to.as_of
        and claim.modality is not Modality.PROJECTED
        and abs(claim.figure.span.start - to.figure.span.start) < _TOGETHER
    ]
    return min(fitting, key=lambda figure: abs(figure.span.start - to.figure.span.start), default=None)
