"""Says when something was, in the time of the editor's own place."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.core import wording

AT_IT = timedelta(minutes=5)


def said(at: str) -> str:
    """A stored time (ISO, UTC) as beside a note; as it stands where it is no time."""
    try:
        return said_at(datetime.fromisoformat(at))
    except ValueError:
        return at


def is_soon_after(at: str, later: str) -> bool:
    """Whether of two stored times the later is within minutes of the first: who writes a note is still at it."""
    try:
        return abs(datetime.fromisoformat(later) - datetime.fromisoformat(at)) < AT_IT
    except (ValueError, TypeError):
        return False


def said_at(at: datetime) -> str:
    """A time, which knows its zone, in the editor's own: "21 Nov, 20:31", with the year where it is another."""
    return wording.moment(at.astimezone(), datetime.now().date())
