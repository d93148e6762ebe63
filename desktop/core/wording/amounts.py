"""Says amounts as they are written in the language spoken."""

from decimal import Decimal

from desktop.core.language import phrase, phrases, say, say_count
from desktop.core.quantities import Kind

# Translators: how a number is written, with the sign between thousands and the decimal one; only these two change.
_SAMPLE = phrase("1,234.5")

_MOST_DIGITS = 60
"""How many digits before the point a number is written out with."""

_CURRENCIES = {
    "USD": phrase("${number}"),
    "GBP": phrase("£{number}"),
    "EUR": phrase("€{number}"),
    "JPY": phrase("¥{number}"),
    "INR": phrase("₹{number}"),
    "CAD": phrase("C${number}"),
    "AUD": phrase("A${number}"),
}
_SCALES = (
    (Decimal(10**12), phrases("{number} trillion", "{number} trillion")),
    (Decimal(10**9), phrases("{number} billion", "{number} billion")),
    (Decimal(10**6), phrases("{number} million", "{number} million")),
)
_SIGNS = {
    "pp": phrases("{number} pp", "{number} pp"),
    "bp": phrases("{number} bp", "{number} bp"),
    "C": phrases("{number} °C", "{number} °C"),
    "F": phrases("{number} °F", "{number} °F"),
}
TIMES = {
    "ms": phrases("{number} millisecond", "{number} milliseconds"),
    "s": phrases("{number} second", "{number} seconds"),
    "minute": phrases("{number} minute", "{number} minutes"),
    "hour": phrases("{number} hour", "{number} hours"),
    "day": phrases("{number} day", "{number} days"),
    "week": phrases("{number} week", "{number} weeks"),
    "fortnight": phrases("{number} fortnight", "{number} fortnights"),
    "month": phrases("{number} month", "{number} months"),
    "quarter": phrases("{number} quarter", "{number} quarters"),
    "year": phrases("{number} year", "{number} years"),
    "decade": phrases("{number} decade", "{number} decades"),
    "century": phrases("{number} century", "{number} centuries"),
}
"""Lengths of time, by their names in the units table; said with `say_count`."""


def amount(value: Decimal, unit: str | None, per: str | None = None, *, kind: Kind | None = None) -> str:
    """An amount in words and figures: "$1.25 billion per month", "12.4 km"; the unit of a count is a noun."""
    told, how_many = _scaled(value)
    if kind is Kind.COUNT and unit:
        text = say("{number} {noun}", number=told, noun=unit)
    else:
        text = _in_unit(told, how_many, unit)
    return say("{amount} {per}", amount=text, per=period(per)) if per else text


def amounts(low: Decimal, high: Decimal, unit: str | None) -> str:
    """Two bounds of one amount: "$43.8–46.3 billion", "$900 million to $1.2 billion"; equal ones once."""
    if low == high:
        return amount(high, unit)
    if low and _size(low) == _size(high):
        factor, words = _size(high)
        told = f"{number(low / factor)}–{number(high / factor)}"
        return _in_unit(say_count(*words, 2, number=told) if words else told, 2, unit)
    return say("{low} to {high}", low=amount(low, unit), high=amount(high, unit))


def _size(value: Decimal) -> tuple[Decimal, tuple[str, str] | tuple[()]]:
    return next(((factor, words) for factor, words in _SCALES if abs(value) >= factor), (Decimal(1), ()))


def _scaled(value: Decimal) -> tuple[str, int]:
    """A number in words and figures, and which number a unit behind it takes its form from."""
    for factor, words in _SCALES:
        if abs(value) >= factor:
            scaled = number(value / factor)
            return say_count(*words, many(scaled), number=scaled), 2  # "one million euros" are many
    told = number(value)
    return told, many(told)


def _in_unit(told: str, how_many: int, unit: str | None) -> str:
    if not unit:
        return told
    if unit in _CURRENCIES and told.startswith("-"):
        return f"−{_in_unit(told[1:], how_many, unit)}"  # "−$5 million": the sign stands before that of the currency
    if unit in _CURRENCIES:
        return say(_CURRENCIES[unit], number=told)
    if unit == "%":
        return say("{number} %", number=told)
    if unit in _SIGNS:
        return say_count(*_SIGNS[unit], how_many, number=told)
    if unit in TIMES:
        return say_count(*TIMES[unit], how_many, number=told)
    # The symbols of the units table are phrases too, all others are codes of currencies.
    words = "{number} " + unit.replace("{", "{{").replace("}", "}}")
    return say_count(words, words, how_many, number=told)


def measured(told: str, unit: str) -> str:
    """A number as it is told, with the symbol of its unit."""
    return _in_unit(told, many(told), unit)


def time(value: Decimal, unit: str) -> str:
    """A length of time, an age: "3 years"."""
    told = number(value)
    return say_count(*TIMES[unit], many(told), number=told) if unit in TIMES else measured(told, unit)


def period(per: str) -> str:
    """What an amount is for, by its period: "per month", "per share"."""
    return say("per " + per)


def number(value: Decimal) -> str:
    """A number with thousands marked and no more than four telling digits behind the point."""
    if not value.is_finite() or value.adjusted() > _MOST_DIGITS:
        return str(value)  # "Infinity", "1E+999999": no number of an article, but a file may hold it
    rounded = Decimal(f"{float(value):.6g}") if abs(value) < 10**6 else value
    text = f"{rounded:,f}"
    return figures(text.rstrip("0").rstrip(".") if "." in text else text)


def figures(text: str) -> str:
    """A text of numbers, as "1,250.5" or "18.7 - 3", with the signs of the language spoken."""
    sample = say(_SAMPLE)
    if sample == _SAMPLE:
        return text
    thousands, _, rest = sample[1:].partition("234")  # "1" + thousands + "234" + point + "5"
    return text.translate({ord(","): thousands, ord("."): rest[:-1]})


def many(told: str) -> int:
    """Which number a word takes its form from beside a number as it is told: "1.5" and "1,200" are more than one."""
    return int(told) if told.isdecimal() else 2
