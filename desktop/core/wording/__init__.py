"""Knows how the engine's findings are said in plain words."""

from desktop.core.wording.amounts import amount, number, says
from desktop.core.wording.checks import check
from desktop.core.wording.labels import Names, assumption, status, topic
from desktop.core.wording.pairs import why
from desktop.core.wording.payments import parties
from desktop.core.wording.verdicts import verdict

__all__ = ["Names", "amount", "assumption", "check", "number", "parties", "says", "status", "topic", "verdict", "why"]
