"""Says in English what all articles together say about a topic."""

from collections.abc import Sequence

from desktop.core.agreement import Comparison, Standing
from desktop.core.wording.labels import Names


def verdict(value: Comparison, names: Names) -> str:
    """What all articles together say about a topic, and how many independent sources that is."""
    known = value.verdict
    many = known.agreeing != 1
    sources = f"{known.agreeing} article{'s' if many else ''}"
    if known.independent != known.agreeing:
        sources += f" ({known.independent} independent)"
    match known.standing:
        case Standing.CORROBORATED:
            return f"Corroborated by {sources}."
        case Standing.COMPATIBLE:
            return f"Compatible in {sources}."
        case Standing.SINGLE_SOURCE:
            return "Said by one article only."
    if known.outliers:
        out = _listed([names.get(name, name) for name in known.outliers])
        return f"Disputed: {sources} agree, {out} {'stands' if len(known.outliers) == 1 else 'stand'} apart."
    if many and known.agreeing == len({claim.article for claim in value.claims}):
        return f"Disputed: {sources} agree in their main reading, and differ in others."
    if len({claim.article for claim in value.claims}) == 2:
        return "Disputed: the two articles differ."
    return "Disputed: no reading has a majority."


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
