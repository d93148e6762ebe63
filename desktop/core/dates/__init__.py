"""Reads calendar dates and clock times."""

from desktop.core.dates.read import Calendar, read_date
from desktop.core.dates.words import ORDINAL_ENDS, is_of_life, year_of

__all__ = ["ORDINAL_ENDS", "Calendar", "is_of_life", "read_date", "year_of"]
