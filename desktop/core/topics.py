"""Knows which claims may be compared, and calls what they have in common a topic."""

from dataclasses import dataclass

from desktop.core.quantities import Kind


@dataclass(frozen=True, slots=True)
class Topic:
    """What claims that may be compared have in common ("payment, Anthropic to SpaceX").

    kind: of the figures. attribute: slug, None where only the counted noun or the words tell. subject: the name it is
    about. payer, payee: of payments, as most of the claims have it. noun: the counted thing, or a distinguishing word.
    """

    kind: Kind
    attribute: str | None = None
    subject: str | None = None
    payer: str | None = None
    payee: str | None = None
    noun: str | None = None
