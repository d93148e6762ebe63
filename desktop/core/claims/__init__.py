"""Reads what each figure of an article is about."""

from desktop.core.claims.claim import CONTRACT, PAYMENT, Claim, Mark, Modality
from desktop.core.claims.naming import Namesakes, same_name
from desktop.core.claims.places import around, of_sentence
from desktop.core.claims.read import read_claims

__all__ = [
    "CONTRACT",
    "PAYMENT",
    "Claim",
    "Mark",
    "Modality",
    "Namesakes",
    "around",
    "of_sentence",
    "read_claims",
    "same_name",
]
