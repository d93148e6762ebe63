"""Knows from when to when each payment schedule is drawn."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.chart.months import Month
from desktop.core.timeline import Payment, month_of, number_of

FIRST_MONTH, LAST_MONTH = "0001-01", "0003-12"
"""Where a schedule is drawn that has no start: its first three years."""

_FARTHEST = 60
"""How many months a schedule without an end is drawn at most, so as to reach the end that others state."""


def placed(payments: Sequence[Payment]) -> tuple[Payment | None, ...]:
    """Each schedule as it is drawn: None where it has no start but others do; in its first years where none has."""
    if not any(payment.start is not None for payment in payments):
        return tuple(replace(payment, start=FIRST_MONTH, end=LAST_MONTH, ramp=None, assumed=()) for payment in payments)
    return tuple(
        None if payment.start is None or (payment.end is not None and payment.end < payment.start) else payment
        for payment in payments
    )


def horizon_of(schedules: Sequence[Payment | None]) -> Month | None:
    """The last month that any of some placed schedules states."""
    return max((one.end for one in schedules if one is not None and one.end is not None), default=None)


def until(payment: Payment, horizon: Month | None) -> Month:
    """How far a schedule is drawn: to its end, else as far as others, else three years."""
    if payment.end is not None:
        return payment.end
    first = number_of(payment.start or FIRST_MONTH)
    if horizon is not None and first <= number_of(horizon) < first + _FARTHEST:
        return horizon
    return month_of(first + 35)
