"""Says who pays whom."""

from desktop.core.language import say
from desktop.core.timeline import Payment


def parties(payment: Payment) -> str:
    """Who pays whom, as far as the article says so; "" where it does not."""
    if payment.payer and payment.payee:
        return say("{payer} to {payee}", payer=payment.payer, payee=payment.payee)
    if payment.payer:
        return say("{payer} pays", payer=payment.payer)
    return say("to {payee}", payee=payment.payee) if payment.payee else ""
