"""Knows what an amount comes to per month, per year, or over its whole term.

A year has 12 months, 52 weeks or 365 days, as in the payment schedules. Totals are those of the article's own schedule.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop.core.analysis import Analysis
from desktop.core.figures import Figure
from desktop.core.language import phrase, phrases, say, say_count
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.timeline import Payment, months_in
from desktop.core.wording import EXACTNESS, assumption, date, quantity


class Lens(StrEnum):
    """In which terms amounts are shown."""

    AS_WRITTEN = "as_written"
    MONTH = "month"
    YEAR = "year"
    TERM = "term"


WORDS = {
    Lens.AS_WRITTEN: phrase("as written"),
    Lens.MONTH: phrase("per month"),
    Lens.YEAR: phrase("per year"),
    Lens.TERM: phrase("total over the term"),
}
"""What each lens is called; said with `say`."""

CONVERSION = phrase("A year is counted as 12 months, 52 weeks or 365 days.")
"""How amounts are converted; said with `say`."""

_MONTHS = {Lens.MONTH: 1, Lens.YEAR: 12}
_UNEVEN = frozenset({"week", "day"})
"""Periods of which no whole number makes a month."""
_SHORT_SCALES = (
    (phrases("{number} trillion", "{number} trillion"), phrase("{number}tn{unit}")),
    (phrases("{number} billion", "{number} billion"), phrase("{number}bn{unit}")),
    (phrases("{number} million", "{number} million"), phrase("{number}m{unit}")),
)
_TELLING = 4
"""How many digits of a converted amount are told."""
_CENT = -2
"""The last place that is told of money."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown in the place of an amount: in full, where there is less room, and the bare amount."""

    words: str
    short: str
    bare: str


def converted(value: Quantity, lens: Lens, lexicon: Lexicon) -> Quantity | None:
    """A rate per month or per year; None for what is no rate over time, is so already, or only an order of size."""
    if lens not in _MONTHS or value.per is None or value.per == lens.value or value.is_vague:
        return None
    months = months_in(value.per, lexicon)
    if months is None or value.low is None:
        return None
    factor = _MONTHS[lens] / months
    return _told(replace(value, per=lens.value), factor, is_rough=value.per in _UNEVEN)


def over_term(figure: Figure, payments: Iterable[Payment]) -> tuple[Quantity, Payment] | None:
    """What a rate comes to over the term of the payment that rests on it, and that payment; None without a term."""
    if figure.quantity.per is None or figure.quantity.kind is not Kind.MONEY:
        return None
    for payment in payments:
        if payment.total_low is not None and payment.total_high is not None and figure in payment.figures:
            total = replace(figure.quantity, per=None, low=payment.total_low, high=payment.total_high, step=None)
            return _told(total), payment
    return None


def shown(figure: Figure, lens: Lens, payments: Iterable[Payment], lexicon: Lexicon) -> Shown | None:
    """What an amount comes to under a lens, None where it stays as written. payments: of the figure's article."""
    if lens is Lens.AS_WRITTEN:
        return None
    if lens is Lens.TERM:
        total = over_term(figure, payments)
        value = None if total is None else total[0]
    else:
        value = converted(figure.quantity, lens, lexicon) or _spread(figure, lens, payments)
    if value is None:
        return None
    words = quantity(value)
    bare = _short(quantity(replace(value, per=None)))
    if lens is Lens.TERM:
        return Shown(say("{amount} in all", amount=words), say("{amount} in all", amount=bare), bare)
    short = {Lens.MONTH: phrase("{amount}/month"), Lens.YEAR: phrase("{amount}/year")}[lens]
    return Shown(words, say(short, amount=bare), bare)


def shown_in(analysis: Analysis, article: str, lens: Lens, lexicon: Lexicon) -> dict[Figure, Shown]:
    """What each amount of an article (id) comes to under a lens; those that stay as written are left out."""
    if lens is Lens.AS_WRITTEN:
        return {}
    payments = [payment for payment in analysis.payments if payment.article == article]
    found = ((claim.figure, shown(claim.figure, lens, payments, lexicon)) for claim in analysis.claims_of(article))
    return {figure: words for figure, words in found if words is not None}


_SUPPOSED = (
    "start_from_other",
    "start_at_publication",
    "start_at_ramp",
    "year_from_usual_term",
    "year_from_publication",
)
"""What may have been supposed of when a term begins, the furthest-fetched first."""


def term_words(payment: Payment) -> str:
    """How long a payment goes on, and what had to be supposed for it: "36 months", "May 2026 to May 2029; …"."""
    if payment.start is None or payment.end is None:
        return say_count("{count} month", "{count} months", payment.term or 0)
    words = say("{start} to {end}", start=date(payment.start), end=date(payment.end))
    supposed = next((slug for slug in _SUPPOSED if slug in payment.assumed), None)
    return words if supposed is None else f"{words}; {assumption(supposed)}"


def _spread(figure: Figure, lens: Lens, payments: Iterable[Payment]) -> Quantity | None:
    """A total over a stated term as a rate."""
    if figure.quantity.per is not None or figure.quantity.kind is not Kind.MONEY or figure.quantity.is_vague:
        return None
    for payment in payments:
        if figure in payment.figures:
            rate = replace(figure.quantity, low=payment.monthly_low, high=payment.monthly_high, per=lens.value)
            return _told(rate, Fraction(_MONTHS[lens]))
    return None


def _told(value: Quantity, factor: Fraction = Fraction(1), *, is_rough: bool = False) -> Quantity:
    """A quantity times a factor, in no more digits than one reads; what was rounded for it is "about"."""
    low, high = (None if bound is None else Fraction(bound) * factor for bound in (value.low, value.high))
    finest = _CENT if value.kind is Kind.MONEY else None
    one, other = (None if bound is None else _rounded(bound, finest) for bound in (low, high))
    rough = is_rough or (one is not None and Fraction(one) != low) or (other is not None and Fraction(other) != high)
    exactness = Exactness.ABOUT if rough and value.exactness is Exactness.EXACT else value.exactness
    return replace(value, low=one, high=other, step=None, exactness=exactness)


def _rounded(value: Fraction, finest: int | None) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if not exact:
        return Decimal(0)
    last = exact.adjusted() - _TELLING + 1
    if finest is not None:
        last = max(last, finest)
    return Decimal(f"{round(exact.scaleb(-last)) * Decimal(1).scaleb(last):f}")


def _short(words: str) -> str:
    """An amount in the fewest letters: "~$1.25bn", "$44–46bn"."""
    about = say(EXACTNESS[Exactness.ABOUT])
    words = f"~{words.removeprefix(about).lstrip()}" if words.startswith(f"{about} ") else words
    words = words.replace(say("{low} to {high}", low="", high="").rstrip() + " ", "–")
    for scale, letters in _SHORT_SCALES:
        for count in (2, 1):  # the longer word of the two may begin with the other
            words = words.replace(say_count(*scale, count, number=""), say(letters, number="", unit=""))
    return words
