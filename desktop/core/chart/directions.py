"""Knows which payment schedules run from payee to payer, by what most articles say of the two."""

from collections.abc import Sequence

from desktop.core.claims import Namesakes
from desktop.core.language import say
from desktop.core.timeline import Payment

TURNED = "↔"
"""Stands beside a curve that is paid the other way round."""


def turned_round(payments: Sequence[Payment]) -> tuple[bool, ...]:
    """Of each schedule, whether more articles have its payee pay its payer than the other way round.

    Of two articles that contradict each other the first is believed. Who names only one of the two, or neither, does
    not contradict anybody.
    """
    at: dict[tuple[str, str], list[int]] = {}
    for number, payment in enumerate(payments):
        if payment.payer and payment.payee:
            at.setdefault((payment.payer, payment.payee), []).append(number)
    names = Namesakes(name for both in at for name in both)

    def weight(payer: str, payee: str) -> tuple[int, int]:
        """How many articles say so, and how early the first of them does."""
        alike = [number for one in names.of(payer) for other in names.of(payee) for number in at.get((one, other), ())]
        return len({payments[number].article for number in alike}), -min(alike, default=len(payments))

    turned = {(payer, payee) for payer, payee in at if weight(payee, payer) > weight(payer, payee)}
    return tuple((payment.payer, payment.payee) in turned for payment in payments)


def other_way(words: str) -> str:
    """A name or who pays whom, with the word that it is the other way round: "E (the other way round)"."""
    return say("{what} (the other way round)", what=words)
