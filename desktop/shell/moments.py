"""Says when something was, in the time of the editor's own place."""

from __future__ import annotations

from datetime import datetime

from desktop.core import wording


def said(at: str) -> str:
    """A stored time (ISO, UTC) as beside a note; as it stands where it is no time."""
    try:
        return said_at(datetime.fromisoformat(at))
    except ValueError:
        return at


def said_at(at: datetime) -> str:
    """A time, which knows its zone, in the editor's own: "21 Nov, 20:31", with the year where it is another."""
    return wording.moment(at.astimezone(), datetime.now().date())
