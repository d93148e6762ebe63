"""Knows how amounts are said in three digits, short enough for an axis or the end of a curve."""

from decimal import ROUND_HALF_UP, Decimal

from desktop.core.language import phrase, say

_SCALES = (
    (Decimal(10) ** 12, phrase("{number} trillion")),
    (Decimal(10) ** 9, phrase("{number} billion")),
    (Decimal(10) ** 6, phrase("{number} million")),
    (Decimal(1), ""),
)
_BEYOND_WORDS = Decimal(10) ** 9
"""From so many trillions on, digits would fill the line."""
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def short_amount(amount: Decimal | float, currency: str) -> str:
    """An amount in three digits, as "$1.25 billion"; without a currency "1.25 billion"."""
    number, scale = _scaled(amount)
    return _with_scale(f"{_sign(currency)}{number}", scale)


def short_range(low: Decimal | float, high: Decimal | float, currency: str) -> str:
    """Two amounts in three digits each, as "$43.8–46.3 billion"; equal ones once."""
    if low == high:
        return short_amount(low, currency)
    (first, scale), (second, other) = _scaled(low), _scaled(high)
    if not low and high:
        return say("{low} to {high}", low=f"{_sign(currency)}0", high=short_amount(high, currency))
    if scale == other:
        number = first if first == second else f"{first}–{second}"
        return _with_scale(f"{_sign(currency)}{number}", scale)
    return say("{low} to {high}", low=short_amount(low, currency), high=short_amount(high, currency))


def _sign(currency: str) -> str:
    return _SIGNS.get(currency, f"{currency} " if currency else "")


def _with_scale(number: str, scale: str) -> str:
    return say(scale, number=number) if scale else number


def _scaled(amount: Decimal | float) -> tuple[str, str]:
    """Three digits, and the phrase of their scale; rounded first, so that 999.9 million is a billion."""
    value = amount if isinstance(amount, Decimal) else Decimal(str(amount))
    if value and abs(value) >= 10**6:
        value = value.quantize(Decimal(1).scaleb(value.adjusted() - 2), ROUND_HALF_UP)
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return (_three_digits(value / scale) if word or abs(value) < 1000 else f"{value:,.0f}"), word
    return _three_digits(value), ""


def _three_digits(value: Decimal) -> str:
    if abs(value) >= _BEYOND_WORDS:
        return f"{value:.2E}"
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return text.rstrip("0").rstrip(".") if "." in text else text
