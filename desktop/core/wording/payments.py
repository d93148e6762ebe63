"""Says who pays whom."""

from desktop.core.language import say
from desktop.core.timeline import Payment


def parties(payment: Payment) -> str:
    """Who pays whom, as far as the article says so; "" where it does not."""
    return who_pays(payment.payer, payment.payee)


def who_pays(payer: str | None, payee: str | None) -> str:
    """Who pays whom, as far as it is known."""
    if payer and payee:
        return say("{payer} to {payee}", payer=payer, payee=payee)
    if payer:
        return say("{payer} pays", payer=payer)
    return say("to {payee}", payee=payee) if payee else ""
