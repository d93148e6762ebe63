"""Reads what each figure of an article is about."""

from desktop.core.claims.claim import Claim, Modality

__all__ = ["Claim", "Modality"]
