"""Puts the payer and the payee that an editor gives in the place of those that were read."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.core.claims.claim import PAYMENT
from desktop.core.claims.context import Draft
from desktop.core.claims.naming import same_name
from desktop.core.corrections import Correction
from desktop.core.quantities import Kind
from desktop.core.text import Span


def with_given(draft: Draft, given: Mapping[Span, Correction]) -> Draft:
    """A draft with the parties that the correction of its figure gives, if there is one. given: by place.

    Who was read for the one role and is given for the other has it no longer.
    """
    claim = draft.claim
    correction = given.get(claim.figure.span)
    if correction is None or claim.figure.quantity.kind is not Kind.MONEY:
        return draft
    payer, payee = correction.payer or claim.payer, correction.payee or claim.payee
    if same_name(payer, payee):
        payer, payee = correction.payer or None, correction.payee or None
    named = replace(
        claim,
        attribute=PAYMENT if payer and payee else claim.attribute,
        subject=None if payer and payee else claim.subject,
        payer=payer,
        payee=payee,
        parties_stated=True,
    )
    roles = frozenset(role for role, name in (("payer", correction.payer), ("payee", correction.payee)) if name)
    parties = draft.parties._replace(payer=payer, payee=payee, foreign=False)
    return replace(draft, claim=named, parties=parties, given=roles)
