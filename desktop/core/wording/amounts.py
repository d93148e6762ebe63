"""Says amounts in English."""

from decimal import Decimal

from desktop.core.claims import Claim, Mark

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹", "CAD": "C$", "AUD": "A$"}
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def amount(value: Decimal, unit: str | None, per: str | None = None) -> str:
    """An amount in words and figures: "$1.25 billion per month", "12.4 km"."""
    scaled, word = value, ""
    for factor, name in _SCALES:
        if abs(value) >= factor:
            scaled, word = value / factor, f" {name}"
            break
    text = number(scaled)
    if unit in _SIGNS:
        text = f"{_SIGNS[unit]}{text}{word}"
    elif unit == "%":
        text = f"{text}{word} %"
    elif unit:
        text = f"{text}{word} {unit}"
    else:
        text = f"{text}{word}"
    return f"{text} per {per}" if per else text


def number(value: Decimal) -> str:
    """A number with thousands marked and no more than four telling digits behind the point."""
    rounded = Decimal(f"{float(value):.6g}") if abs(value) < 10**6 else value
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def says(claim: Claim) -> str:
    """What a claim says, in the article's own words; a rate apart is set off ("$18 billion … annually")."""
    figure = claim.figure
    text = " ".join(figure.quote.split())
    if figure.hedge is not None:
        softener = " ".join(figure.softener.split())
        text = f"{softener} {text}" if figure.hedge < figure.core else f"{text} {softener}"
    if figure.rate and figure.period is not None:
        text = f"{figure.rate} … {text}" if figure.period < figure.core else f"{text} … {figure.rate}"
    if Mark.TOTAL in claim.marks:
        text = f"{text} in all"
    return text
