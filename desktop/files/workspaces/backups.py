"""Keeps dated backups of a workspace, not too many, and reads them again."""

import contextlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces.connecting import connect, real_path
from desktop.files.workspaces.fresh import copy_base
from desktop.files.workspaces.naming import home_of, place_of_backup, time_of_backup
from desktop.files.workspaces.reading import read_workspace
from desktop.files.workspaces.schema import ENDING
from desktop.files.workspaces.store import WorkspaceFile
from desktop.files.workspaces.troubles import trouble_of

NEWEST = 10
DAYS = timedelta(days=30)
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup. at: when it was made, UTC. size: in bytes. trouble: why the rest is not known, "" where it is."""

    path: Path
    at: datetime
    size: int = 0
    articles: int = 0
    rulings: int = 0
    notes: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What came of backing up. made: the new backup, None where nothing changed since. trouble: why it failed."""

    made: Path | None = None
    trouble: FileTrouble | None = None


def back_up(file: WorkspaceFile, folder: Path, now: datetime) -> BackedUp:
    """Backs up what stands in the file, where it is another than last time, and removes what need not be kept.

    It may be called on any thread. now: with its time zone. Trouble is told and never raised, for no backup is no
    reason not to work.
    """
    home = home_of(folder, file.id)
    if file.read_only:
        return BackedUp()  # who writes it backs it up
    try:
        with contextlib.closing(connect(real_path(file.path), "ro")) as connection:
            last = next(iter(_dated(home)), None)
            if last is not None and _digest_of(last[1]) == _digest(connection):
                return BackedUp()
            home.mkdir(parents=True, exist_ok=True)
            made = place_of_backup(folder, file.id, now)
            copy_base(connection, made)
    except FileTrouble as trouble:
        return BackedUp(trouble=trouble)
    except (OSError, sqlite3.Error) as error:
        return BackedUp(trouble=trouble_of(home, error))
    there = _dated(home)
    kept = kept_of((at for at, _ in there), now)
    for at, path in there:
        if at not in kept and path != made:  # by a clock that was set back, the newest may be among the oldest
            with contextlib.suppress(OSError):
                path.unlink()
    return BackedUp(made)


def kept_of(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which backups are kept: the newest ten, of thirty days the last of each day, of a year the last of each month."""
    newest_first = sorted(set(times), reverse=True)
    kept = set(newest_first[:NEWEST])
    for age, form in ((DAYS, "%Y-%m-%d"), (YEAR, "%Y-%m")):
        last: dict[str, datetime] = {}
        for at in newest_first:
            if now - at <= age:
                last.setdefault(at.strftime(form), at)
        kept.update(last.values())
    return frozenset(kept)


def backups_of(folder: Path, workspace: str) -> tuple[Backup, ...]:
    """The backups of a workspace (id), the newest first; none where the folder cannot be read."""
    return tuple([_look_at(path, at) for at, path in _dated(home_of(folder, workspace))])


def read_backup(path: Path) -> Workspace:
    """What stands in a backup, which stays as it is; FileTrouble where that cannot be read."""
    return read_workspace(path).workspace


def _dated(home: Path) -> list[tuple[datetime, Path]]:
    found = []
    with contextlib.suppress(OSError):
        found = [(at, path) for path in home.glob(f"*{ENDING}") if (at := time_of_backup(path)) is not None]
    # "-2" was made after the one without a number
    return sorted(found, key=lambda each: (each[0], len(each[1].name), each[1].name), reverse=True)


def _look_at(path: Path, at: datetime) -> Backup:
    size = 0
    try:
        size = path.stat().st_size
        with contextlib.closing(connect(path.absolute(), "ro", immutable=True)) as connection:
            (articles,) = connection.execute("SELECT count(*) FROM position WHERE list = 'article'").fetchone()
            counts = dict(connection.execute("SELECT kind, count(*) FROM thing GROUP BY kind"))
    except (OSError, sqlite3.Error) as error:
        return Backup(path, at, size, trouble=trouble_of(path, error).cause)
    return Backup(path, at, size, articles, counts.get("ruling", 0), counts.get("annotation", 0))


def _digest_of(path: Path) -> bytes:
    try:
        with contextlib.closing(connect(path.absolute(), "ro", immutable=True)) as connection:
            return _digest(connection)
    except sqlite3.Error:
        return b""


def _digest(connection: sqlite3.Connection) -> bytes:
    """What tells two states of the work apart; how it was looked at does not count."""
    digest = blake2b()
    for asked in (
        "SELECT key, seal FROM meta WHERE key IN ('title', 'blind') ORDER BY key",
        "SELECT list, number, seal FROM position JOIN version ON version.id = version ORDER BY list, number",
        "SELECT seal FROM thing ORDER BY seal",
    ):
        for row in connection.execute(asked):
            digest.update(repr(row).encode())
    return digest.digest()
