"""Says in the editor's own time when something was."""

from __future__ import annotations

from datetime import datetime

from desktop.core import wording


def short_time(at: str) -> str:
    """A moment that is kept (ISO date and time, UTC) in few words and in local time; as it stands where it is none."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return wording.moment(local, datetime.now().date())
