"""Knows what claims that may be compared have in common, and calls it a topic."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop.core.claims import PAYMENT, Claim, Mark
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Topic:
    """What claims that may be compared have in common ("payment, Acme to Globex").

    kind: of the figures. attribute: slug, None where only the counted noun or the words tell. subject: the name it is
    about. payer, payee: of payments, as most of the claims have it. noun: the counted thing, or a distinguishing word.
    of: what changed, or which of several events. place: where, if all of it is said of one place. earlier: whether it
    is of an earlier time.
    """

    kind: Kind
    attribute: str | None = None
    subject: str | None = None
    payer: str | None = None
    payee: str | None = None
    noun: str | None = None
    of: str | None = None
    place: str | None = None
    earlier: bool = False


def topic_of(claims: Sequence[Claim], lexicon: Lexicon) -> Topic:
    """The topic that claims have in common."""
    first = claims[0]
    attribute = next((claim.attribute for claim in claims if claim.attribute), None)
    payer, payee = _commonest((claim.payer, claim.payee) for claim in claims if claim.payer and claim.payee) or (
        None,
        None,
    )
    noun = first.figure.quantity.unit if first.figure.quantity.kind is Kind.COUNT else None
    if attribute is None and noun is None:
        shared = frozenset.intersection(*(claim.words for claim in claims))
        named = [lexicon.notion_words[word] for word in shared if word in lexicon.notion_words]
        noun = min(named, key=lambda word: (-lexicon.word_weights.get(word, 1.0), -len(word), word), default=None)
    places = {claim.places[0] for claim in claims if claim.places}
    partial = any(Mark.PART in claim.marks for claim in claims)
    return Topic(
        kind=first.figure.quantity.kind,
        attribute=attribute,
        subject=_subject(claims) if attribute is None or lexicon.attributes[attribute].owned else None,
        payer=payer,
        payee=payee,
        noun=noun,
        of=next((claim.of for claim in claims if claim.of), None),
        place=next(iter(places)) if len(places) == 1 and (partial or all(claim.places for claim in claims)) else None,
        earlier=all(Mark.EARLIER in claim.marks for claim in claims),
    )


def own_topic(claim: Claim) -> Topic:
    """What a claim is about that stands alone."""
    quantity = claim.figure.quantity
    return Topic(
        kind=quantity.kind,
        attribute=claim.attribute,
        subject=claim.subject if claim.attribute != PAYMENT else None,
        payer=claim.payer,
        payee=claim.payee,
        noun=quantity.unit if quantity.kind is Kind.COUNT else None,
        of=claim.of,
        place=claim.places[0] if claim.places else None,
        earlier=Mark.EARLIER in claim.marks,
    )


def _subject(claims: Sequence[Claim]) -> str | None:
    """The subject that most sentences name, whichever of their names they take for it."""
    subjects = [claim.subject for claim in claims if claim.subject]
    named = Counter(name for claim in claims for name in claim.names)
    return max(subjects, key=lambda subject: named[subject], default=None)


def _commonest(found: Iterable[T]) -> T | None:
    """The value met most often, the first of several; None where there is none."""
    counts = Counter(found)
    return max(counts, key=lambda value: counts[value], default=None)
