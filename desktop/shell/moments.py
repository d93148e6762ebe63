"""Says when something was, in the time of the editor's own place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from desktop.core import wording


def said(at: str) -> str:
    """A stored time (ISO, UTC) in the editor's own time, short; as it stands where it is no time."""
    try:
        return said_at(datetime.fromisoformat(at))
    except ValueError:
        return at


def said_at(at: datetime) -> str:
    """A time in the editor's own time, short, as the language writes it."""
    moment = QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def in_short(at: str) -> str:
    """A stored time in the editor's own time, in as few words as beside a note: "21 Nov, 20:31"."""
    try:
        return wording.moment(datetime.fromisoformat(at).astimezone(), datetime.now().date())
    except ValueError:
        return at
