"""Knows where backups lie, and what their names say of when they were made."""

from datetime import UTC, datetime
from pathlib import Path

from desktop.files.workspaces.schema import ENDING

_FORM = "%Y-%m-%dT%H%M%S"


def place_of_backup(folder: Path, workspace: str, now: datetime) -> Path:
    """Where a backup that is made now is to lie. workspace: the id. Two in one second get names of their own."""
    home = home_of(folder, workspace)
    name = now.astimezone(UTC).strftime(_FORM)
    place, number = home / f"{name}{ENDING}", 1
    while place.exists():
        number += 1
        place = home / f"{name}-{number}{ENDING}"
    return place


def home_of(folder: Path, workspace: str) -> Path:
    """The folder of one workspace's backups. workspace: the id; one that would lead elsewhere is written otherwise."""
    safe = workspace if workspace.isascii() and workspace.isalnum() else workspace.encode("utf-8", "replace").hex()
    return folder / (safe or "unnamed")


def time_of_backup(path: Path) -> datetime | None:
    """When a backup was made, as its name says; None where that is no name of one."""
    if path.suffix != ENDING:
        return None
    stamp, _, number = path.stem[:17], path.stem[17:18], path.stem[18:]
    try:
        at = datetime.strptime(stamp, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    return at if not path.stem[17:] or (path.stem[17] == "-" and number.isdecimal()) else None
