"""Checks what figures of different sentences say of each other: a month's and a year's amount, margins, growth."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.core.checks.bounds import computed, judged, meant, result, scale, slack, written
from desktop.core.checks.changes import share_of
from desktop.core.checks.check import Check, CheckVerdict, Rule
from desktop.core.checks.making import TOGETHER, made
from desktop.core.claims import PAYMENT, Claim, Mark, Modality, around, of_sentence, same_name
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article

_CLOSE = 160
_TWO_READINGS = Fraction(10, 100)
_WIDEST = Decimal("0.11")


def conversions(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """A month's and a year's amount of one payment: twelve of one make the other."""
    rates = [
        claim
        for claim in claims
        if claim.attribute and claim.figure.quantity.kind is Kind.MONEY and claim.figure.quantity.value is not None
    ]
    done: set[tuple[object, object]] = set()
    by_month = [claim for claim in rates if claim.figure.quantity.per == "month"]
    by_year = [claim for claim in rates if claim.figure.quantity.per == "year"]
    by_year.sort(key=_amount)
    near = sorted(
        (
            (abs(year.figure.span.start - month.figure.span.start), month, year)
            for month in by_month
            for year in _about(by_year, 12 * _amount(month))
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
        if off > _TWO_READINGS:
            continue  # two readings of the payment, told as a contradiction, not as arithmetic
        verdict = CheckVerdict.OK if off <= max(slack(other) / actual, Fraction(1, 1000)) else CheckVerdict.LOOSE
        factor = scale(Fraction(one.value))
        yield made(
            article,
            year.figure,
            [month.figure],
            rule=Rule.CONVERSION,
            computation=f"{written(Fraction(one.value) / factor)} * 12 = {written(actual / factor)}",
            actual=actual,
            verdict=verdict,
            unit=other.unit,
            per=other.per,
        )


def _amount(claim: Claim) -> Decimal:
    return claim.figure.quantity.value or Decimal(0)


def _about(claims: Sequence[Claim], amount: Decimal) -> Sequence[Claim]:
    """Of claims in the order of their amounts, those about as great as `amount`: others are other readings."""
    reach = abs(amount) * _WIDEST
    return claims[bisect_left(claims, amount - reach, key=_amount) : bisect_right(claims, amount + reach, key=_amount)]


def _same_payment(one: Claim, other: Claim) -> bool:
    if one.attribute != other.attribute or one.figure.quantity.unit != other.figure.quantity.unit:
        return False
    if one.attribute == PAYMENT:
        return one.payer is not None and same_name(one.payer, other.payer) and same_name(one.payee, other.payee)
    return same_name(one.subject, other.subject) or one.subject == other.subject


# ------------------------------------------------------------------------------------------------------- more than


def excesses(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Check]:
    """Excesses: "This income exceeds revenue of $20 billion by over 80%", the income in the sentence before."""
    verbs = lexicon.checks["lists"]["exceeding"]
    money = [c for c in claims if c.figure.quantity.kind is Kind.MONEY and c.figure.quantity.value]
    ends = [c.sentence.end for c in money]
    for claim in claims:
        percent = claim.figure.quantity
        if claim.attribute != "excess" or percent.kind is not Kind.PERCENT or not percent.low or claim.negated:
            continue
        start = claim.sentence.start
        words = article.text[start : claim.figure.span.start].lower()
        verb = max((words.rfind(f" {word} ") for word in verbs), default=-1)
        if verb < 0 or _word_before(article, claim.figure) != "by":
            continue
        inside = of_sentence(money, claim.sentence)
        less = [c for c in inside if start + verb < c.figure.span.start < claim.figure.span.start]
        more = [c for c in inside if c.figure.span.start < start + verb]
        if not more:
            more = money[: bisect_right(ends, start)][-1:]
        if len(less) != 1 or len(more) != 1:
            continue
        greater, base = more[0].figure, less[0].figure
        big, small = greater.quantity, base.quantity
        if big.unit != small.unit or (big.per and small.per and big.per != small.per):
            continue
        one, other = meant(big), meant(small)
        if one is None or other is None or other.low <= 0:
            continue
        actual = computed(lambda after, before: (after / before - 1) * 100, one, other)
        if actual is None:
            continue
        verdict = judged(percent, actual, least=Fraction(1, 2))
        factor = scale(other.point)
        computation = (
            f"{written(one.point / factor)}/{written(other.point / factor)} - 1 = {result(actual.point / 100)}"
        )
        if verdict is CheckVerdict.WRONG and not actual.firm:
            continue
        yield made(
            article,
            claim.figure,
            [greater, base],
            rule=Rule.EXCESS,
            computation=computation,
            actual=actual.point,
            verdict=verdict,
            share=share_of(base, percent),
            unit="%",
        )


def _word_before(article: Article, figure: Figure) -> str:
    start = figure.hedge.start if figure.hedge and figure.hedge.start < figure.span.start else figure.span.start
    words = article.text[max(0, start - 20) : start].lower().split()
    return words[-1] if words else ""


# --------------------------------------------------------------------------------------------------- growth and margins


def growths(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """Changes told apart from their amounts: "Profit: up 8 percent. It came to €43 million, after €40 million"."""
    for claim in claims:
        percent = claim.figure.quantity
        if claim.attribute not in ("growth", "decline") or percent.unit != "%" or not percent.low or percent.is_vague:
            continue
        ends = _of_one_attribute(claim, claims)
        if ends is None or claim.negated:
            continue
        new, old = ends
        after, before = meant(new.quantity), meant(old.quantity)
        if after is None or before is None or before.low <= 0:
            continue
        sign = 1 if claim.attribute == "growth" else -1
        actual = computed(lambda one, other, sign=sign: sign * (one / other - 1) * 100, after, before)
        if actual is None:
            continue
        factor = scale(before.point)
        yield made(
            article,
            claim.figure,
            [new, old],
            rule=Rule.GROWTH,
            computation=f"{written(after.point / factor)}/{written(before.point / factor)} - 1"
            f" = {result(sign * actual.point / 100)}",
            actual=actual.point,
            verdict=judged(percent, actual, least=Fraction(1, 2)),
            unit="%",
        )


def _of_one_attribute(claim: Claim, claims: Sequence[Claim]) -> tuple[Figure, Figure] | None:
    """The amounts close by of what changed: the one of now and the one of an earlier time."""
    near = [
        c
        for c in around(claims, claim, _CLOSE)
        if c.attribute == claim.of
        and c.figure.quantity.kind is Kind.MONEY
        and not c.marks & {Mark.CONVERTED, Mark.EXTRA, Mark.DEMANDED}
    ]
    if not _have_one_owner(near):
        return None
    old = [c.figure for c in near if Mark.EARLIER in c.marks]
    new = [c.figure for c in near if Mark.EARLIER not in c.marks and c.modality is not Modality.PROJECTED]
    if _is_of_another(claim, claims, (*old, *new)):
        return None
    if len(old) != 1 or len(new) != 1 or old[0].quantity.unit != new[0].quantity.unit:
        return None
    return new[0], old[0]


def _have_one_owner(claims: Sequence[Claim]) -> bool:
    """Whether amounts are one firm's, as far as it is told whose they are."""
    owners = [claim.subject for claim in claims if claim.subject]
    return all(same_name(one, owners[0]) for one in owners)


def _is_of_another(claim: Claim, claims: Sequence[Claim], ends: Sequence[Figure]) -> bool:
    """Whether a change hangs on another amount: "$50 million, a gain of 8%, and revenue $621 million, up from …"."""
    money = [c.figure for c in of_sentence(claims, claim.sentence) if c.figure.quantity.kind is Kind.MONEY]
    before = [figure for figure in money if figure.span < claim.figure.span]
    nearest = before[-1] if before else money[0] if money else None
    return nearest is not None and nearest not in ends


def margins(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Check]:
    """Margins: "An operating margin of 14 %", against the profit and the revenue around it."""
    for claim in claims:
        percent = claim.figure.quantity
        if claim.attribute != "margin" or percent.unit != "%" or not percent.low:
            continue
        part = lexicon.checks["margins"].get(_word_of_margin(article, claim))
        profit = _nearest(claims, claim, part) if part else None
        revenue = _nearest(claims, claim, "revenue")
        if profit is None or revenue is None or profit.quantity.unit != revenue.quantity.unit:
            continue
        if not _have_one_owner([c for c in around(claims, claim, TOGETHER) if c.figure in (profit, revenue)]):
            continue
        one, other = meant(profit.quantity), meant(revenue.quantity)
        if one is None or other is None or other.low <= 0:
            continue
        share = computed(lambda gain, sales: gain / sales * 100, one, other)
        if share is None or not 0 < share.point < 100:
            continue
        factor = scale(one.point)
        yield made(
            article,
            claim.figure,
            [profit, revenue],
            rule=Rule.MARGIN,
            computation=f"{written(one.point / factor)}/{written(other.point / factor)} = {result(share.point / 100)}",
            actual=share.point,
            verdict=judged(percent, share, least=Fraction(1, 10), loose=Fraction(1, 2)),
            unit="%",
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
        for claim in around(claims, to, TOGETHER)
        if claim.attribute == attribute
        and claim.figure.quantity.kind is Kind.MONEY
        and claim.figure.quantity.value
        and not claim.marks & {Mark.EARLIER, Mark.CONVERTED}
        and claim.as_of == to.as_of
        and claim.modality is not Modality.PROJECTED
    ]
    return min(fitting, key=lambda figure: abs(figure.span.start - to.figure.span.start), default=None)
