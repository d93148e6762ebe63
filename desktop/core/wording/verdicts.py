"""Says what all articles together say about a topic."""

from desktop.core.agreement import Comparison, Standing, Verdict
from desktop.core.language import say, say_count
from desktop.core.wording.labels import Names
from desktop.core.wording.lists import listed


def verdict(value: Comparison, names: Names) -> str:
    """What all articles together say about a topic, and how many independent sources that is."""
    known = value.verdict
    match known.standing:
        case Standing.CORROBORATED:
            return _corroborated(known)
        case Standing.COMPATIBLE:
            return _compatible(known)
        case Standing.SINGLE_SOURCE:
            return say("Said by one article only.")
    if known.outliers:
        return _with_outliers(known, names)
    articles = len({claim.article for claim in value.claims})
    if known.agreeing != 1 and known.agreeing == articles:
        return _with_others(known)
    return say("Disputed: the two articles differ.") if articles == 2 else say("Disputed: no reading has a majority.")


def _corroborated(known: Verdict) -> str:
    if known.independent == known.agreeing:
        return say_count("Corroborated by {count} article.", "Corroborated by {count} articles.", known.agreeing)
    return say_count(
        "Corroborated by {count} article ({independent} independent).",
        "Corroborated by {count} articles ({independent} independent).",
        known.agreeing,
        independent=known.independent,
    )


def _compatible(known: Verdict) -> str:
    if known.independent == known.agreeing:
        return say_count("Compatible in {count} article.", "Compatible in {count} articles.", known.agreeing)
    return say_count(
        "Compatible in {count} article ({independent} independent).",
        "Compatible in {count} articles ({independent} independent).",
        known.agreeing,
        independent=known.independent,
    )


def _with_outliers(known: Verdict, names: Names) -> str:
    apart = say_count(
        "{names} stands apart",
        "{names} stand apart",
        len(known.outliers),
        names=listed([names.get(name, name) for name in known.outliers]),
    )
    if known.independent == known.agreeing:
        return say_count(
            "Disputed: {count} article agrees, {apart}.",
            "Disputed: {count} articles agree, {apart}.",
            known.agreeing,
            apart=apart,
        )
    return say_count(
        "Disputed: {count} article ({independent} independent) agrees, {apart}.",
        "Disputed: {count} articles ({independent} independent) agree, {apart}.",
        known.agreeing,
        independent=known.independent,
        apart=apart,
    )


def _with_others(known: Verdict) -> str:
    """All agree in what they say most often."""
    if known.independent == known.agreeing:
        return say_count(
            "Disputed: {count} article agrees in its main reading, and differs in others.",
            "Disputed: {count} articles agree in their main reading, and differ in others.",
            known.agreeing,
        )
    return say_count(
        "Disputed: {count} article ({independent} independent) agrees in its main reading, and differs in others.",
        "Disputed: {count} articles ({independent} independent) agree in their main reading, and differ in others.",
        known.agreeing,
        independent=known.independent,
    )
