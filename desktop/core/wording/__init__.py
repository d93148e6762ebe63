"""Knows how the engine's findings are said in plain words."""

from desktop.core.wording.amounts import amount, amounts, figures, number, period
from desktop.core.wording.brief import brief, step
from desktop.core.wording.capitals import capital
from desktop.core.wording.checks import arithmetic, check, computation
from desktop.core.wording.citing import printed, quoted_figure, says, says_briefly
from desktop.core.wording.dates import date, day, moment, month
from desktop.core.wording.intervals import apart as apart_in_time
from desktop.core.wording.labels import Names, assumption, attribute, status, topic
from desktop.core.wording.lists import clauses, commas, listed
from desktop.core.wording.pairs import apart, reason, tidy, why
from desktop.core.wording.payments import parties, who_pays
from desktop.core.wording.quantities import EXACTNESS, KINDS, quantity
from desktop.core.wording.readings import correction, link
from desktop.core.wording.reliability import agreed, beyond_chance, contested, editor
from desktop.core.wording.rulings import earlier_reading, places, quoted, reviewed, ruling, ruling_between
from desktop.core.wording.slips import cause
from desktop.core.wording.standpoints import standpoint
from desktop.core.wording.verdicts import verdict

__all__ = [
    "EXACTNESS",
    "KINDS",
    "Names",
    "agreed",
    "amount",
    "amounts",
    "apart",
    "apart_in_time",
    "arithmetic",
    "assumption",
    "attribute",
    "beyond_chance",
    "brief",
    "capital",
    "cause",
    "check",
    "clauses",
    "commas",
    "computation",
    "contested",
    "correction",
    "date",
    "day",
    "earlier_reading",
    "editor",
    "figures",
    "link",
    "listed",
    "moment",
    "month",
    "number",
    "parties",
    "places",
    "period",
    "printed",
    "quantity",
    "quoted",
    "quoted_figure",
    "reason",
    "reviewed",
    "ruling",
    "ruling_between",
    "says",
    "says_briefly",
    "standpoint",
    "status",
    "step",
    "tidy",
    "topic",
    "verdict",
    "who_pays",
    "why",
]
