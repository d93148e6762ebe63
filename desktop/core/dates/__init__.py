"""Reads calendar dates and clock times."""

from desktop.core.dates.read import Calendar, read_date
from desktop.core.dates.words import year_of

__all__ = ["Calendar", "read_date", "year_of"]
