"""Reads what each figure of an article is about."""

from desktop.core.claims.claim import Claim, Modality
from desktop.core.claims.clauses import same_name
from desktop.core.claims.read import EARLIER, PAYMENT, TOTAL, read_claims

__all__ = ["EARLIER", "PAYMENT", "TOTAL", "Claim", "Modality", "read_claims", "same_name"]
