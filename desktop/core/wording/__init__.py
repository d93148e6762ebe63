"""Knows how the engine's findings are said in plain words."""

from desktop.core.wording.amounts import amount, amounts, figures, number, says
from desktop.core.wording.checks import check, computation
from desktop.core.wording.dates import date, day, month
from desktop.core.wording.labels import Names, assumption, attribute, status, topic
from desktop.core.wording.lists import clauses, commas, listed
from desktop.core.wording.pairs import reason, why
from desktop.core.wording.payments import parties
from desktop.core.wording.quantities import EXACTNESS, KINDS, quantity
from desktop.core.wording.reliability import agreed, beyond_chance, contested, editor
from desktop.core.wording.rulings import reviewed, ruling
from desktop.core.wording.standpoints import standpoint
from desktop.core.wording.verdicts import verdict

__all__ = [
    "EXACTNESS",
    "KINDS",
    "Names",
    "agreed",
    "amount",
    "amounts",
    "assumption",
    "attribute",
    "beyond_chance",
    "check",
    "clauses",
    "commas",
    "computation",
    "contested",
    "date",
    "day",
    "editor",
    "figures",
    "listed",
    "month",
    "number",
    "parties",
    "quantity",
    "reason",
    "reviewed",
    "ruling",
    "says",
    "standpoint",
    "status",
    "topic",
    "verdict",
    "why",
]
