"""Decides whether claims about one topic agree, and why not."""

from desktop.core.agreement.pairing import compare_all
from desktop.core.agreement.status import (
    SEVERITY,
    Basis,
    Comparison,
    Diagnosis,
    Pair,
    Standing,
    Status,
    Verdict,
    what_is_said,
)
from desktop.core.agreement.ties import can_be_compared, claim_at

__all__ = [
    "SEVERITY",
    "Basis",
    "Comparison",
    "Diagnosis",
    "Pair",
    "Standing",
    "Status",
    "Verdict",
    "can_be_compared",
    "claim_at",
    "compare_all",
    "what_is_said",
]
