"""Knows how amounts are rounded to three digits, short enough for an axis or the end of a curve."""

from decimal import ROUND_HALF_UP, Decimal

from desktop.core import wording
from desktop.core.language import phrase, phrases, say, say_count

_SCALES = (
    # Translators: the short forms of the number words, if there are any: the axis of a chart has little room.
    (phrases("{number} trillion", "{number} trillion"), phrase("{number} trillion{unit}"), phrase("{number} tn{unit}")),
    (phrases("{number} billion", "{number} billion"), phrase("{number} billion{unit}"), phrase("{number} bn{unit}")),
    (phrases("{number} million", "{number} million"), phrase("{number} million{unit}"), phrase("{number} m{unit}")),
)
"""Number words as they are said elsewhere, as a chart has them, and as briefly as they can be."""
_SMALL = Decimal(10) ** 6
_BEYOND_WORDS = Decimal(10) ** 21
"""From here on, digits would fill the line."""


def short_amount(amount: Decimal | float, currency: str, *, brief: bool = False) -> str:
    """An amount in three digits, as "$1.25 billion", in brief "$1.25 bn"; without a currency "1.25 billion"."""
    value = _rounded(amount)
    return (
        _abbreviated(wording.amount(value, currency or None), brief)
        if value < _BEYOND_WORDS
        else f"{value:.2E} {currency}".strip()
    )


def short_range(low: Decimal | float, high: Decimal | float, currency: str, *, brief: bool = False) -> str:
    """Two amounts in three digits each, as "$43.8–46.3 billion", in brief "$43.8–46.3 bn"; equal ones once."""
    first, second = _rounded(low), _rounded(high)
    if second >= _BEYOND_WORDS:
        return short_amount(high, currency, brief=brief)
    return _abbreviated(wording.amounts(first, second, currency or None), brief)


def _abbreviated(words: str, brief: bool) -> str:
    for scale, usual, briefest in _SCALES:
        short = briefest if brief else usual
        for count in (2, 1):  # the longer word of the two may begin with the other
            whole = say_count(*scale, count, number="")
            words = words.replace(whole, say(short, number="", unit=""))
    return words


def _rounded(amount: Decimal | float) -> Decimal:
    """Three digits; below a million all digits before the point, and of less than a hundred two behind it."""
    value = amount if isinstance(amount, Decimal) else Decimal(str(amount))
    if not value:
        return Decimal(0)
    last = value.adjusted() - 2 if value >= _SMALL else 0 if value >= 100 else -1 if value >= 10 else -2
    rounded = value.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP)
    return Decimal(f"{rounded:f}") if rounded < _BEYOND_WORDS else rounded
