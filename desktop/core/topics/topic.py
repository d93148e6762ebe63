"""Knows what claims that may be compared have in common, and calls it a topic."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.claims import PAYMENT, Claim
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind


@dataclass(frozen=True, slots=True)
class Topic:
    """What claims that may be compared have in common ("payment, Acme to Globex").

    kind: of the figures. attribute: slug, None where only the counted noun or the words tell. subject: the name it is
    about. payer, payee: of payments, as most of the claims have it. noun: the counted thing, or a distinguishing word.
    """

    kind: Kind
    attribute: str | None = None
    subject: str | None = None
    payer: str | None = None
    payee: str | None = None
    noun: str | None = None


def topic_of(claims: Sequence[Claim], lexicon: Lexicon) -> Topic:
    """The topic that claims have in common."""
    first = claims[0]
    attribute = next((claim.attribute for claim in claims if claim.attribute), None)
    payer, payee = _main_direction(claims)
    subject = next((claim.subject for claim in claims if claim.subject), None)
    noun = first.figure.quantity.unit if first.figure.quantity.kind is Kind.COUNT else None
    if attribute is None and noun is None:
        shared = frozenset.intersection(*(claim.words for claim in claims)) if claims else frozenset()
        ranked = sorted(shared, key=lambda word: (-lexicon.word_weights.get(word, 1.0), -len(word), word))
        noun = ranked[0] if ranked else None
    return Topic(first.figure.quantity.kind, attribute, subject if attribute != PAYMENT else None, payer, payee, noun)


def _main_direction(claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    counts: dict[tuple[str, str], int] = {}
    for claim in claims:
        if claim.payer and claim.payee:
            counts[claim.payer, claim.payee] = counts.get((claim.payer, claim.payee), 0) + 1
    if not counts:
        return None, None
    return max(counts, key=lambda key: (counts[key], -list(counts).index(key)))
