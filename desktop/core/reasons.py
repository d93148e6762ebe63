"""Says in English what a disputed claim should probably be read as, and why."""

from desktop.core.readings import Evidence, Ground, Reading
from desktop.core.wording import Names, amount


def suggestion(reading: Reading, names: Names) -> str:
    """What a claim probably means and all that speaks for it, in one sentence."""
    who = names.get(reading.article, reading.article)
    said = " ".join(reading.claim.figure.quote.split())
    reasons = "; ".join(_reason(found, reading, names) for found in reading.evidence)
    return f'With "{said}", {who} probably means {_meant(reading)}: {reasons}.'


def _meant(reading: Reading) -> str:
    parts = []
    quantity = reading.quantity
    if quantity is not None and quantity.low is not None:
        words = amount(quantity.low, quantity.unit, quantity.per)
        if quantity.high is not None and quantity.high != quantity.low:
            words = f"{amount(quantity.low, quantity.unit)} to {amount(quantity.high, quantity.unit, quantity.per)}"
        parts.append(f"{words} in all" if reading.is_total else words)
    if reading.payer and reading.payee:
        parts.append(f"that {reading.payer} pays {reading.payee}")
    return ", and ".join(parts)


def _reason(found: Evidence, reading: Reading, names: Names) -> str:
    match found.ground:
        case Ground.OWN:
            return f'it says so itself elsewhere ("{found.quote}")'
        case Ground.SPOKEN:
            return f'it speaks of "{found.quote}" itself'
        case Ground.ARITHMETIC:
            return f"its own arithmetic then holds ({found.quote})"
        case Ground.SHARE:
            base = " ".join(found.figures[-1].quote.split())
            return f'"{found.quote}" is what that makes of "{base}", as a share'
        case Ground.TOTAL:
            whose = (
                "its own total"
                if found.article == reading.article
                else f"the total in {names.get(found.article, found.article)}"
            )
            return f'{whose} fits ("{found.quote}")'
    several = [names.get(name, name) for name in found.sources]
    many = "most" if 2 * len(several) > len(names) - 1 else str(len(several))
    return f"{many} other articles say so ({', '.join(several[:-1])} and {several[-1]})"
