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

__all__ = [
    "SEVERITY",
    "Basis",
    "Comparison",
    "Diagnosis",
    "Pair",
    "Standing",
    "Status",
    "Verdict",
    "compare_all",
    "what_is_said",
]
