"""Writes a workspace into a file of its own: whole, or not at all, so that what lay there before stays until then."""

import contextlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from desktop import __version__
from desktop.core.language import say
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces.changes import write, write_meta
from desktop.files.workspaces.connecting import BESIDE, beside, connect
from desktop.files.workspaces.naming import place_of_backup
from desktop.files.workspaces.rows import Held
from desktop.files.workspaces.schema import ENDING, lay_out, version_of
from desktop.files.workspaces.troubles import trouble_of


def place_for(path: str | Path) -> Path:
    """Where a file of that name is to lie, links followed; FileTrouble where there can be none."""
    try:
        real = Path(os.path.realpath(path))
        if not real.parent.is_dir():
            raise FileTrouble(path, say("there is no such folder"))
        if real.exists() and not real.is_file():
            raise FileTrouble(path, say("is a folder") if real.is_dir() else say("is a device or a pipe, not a file"))
    except (OSError, ValueError) as error:
        raise trouble_of(path, error) from error
    return real


def write_fresh(path: str | Path, real: Path, workspace: Workspace, meta: Mapping[str, str]) -> None:
    """Puts a file with this workspace at `real`, in the place of one that nobody writes. meta: what else is kept."""

    def fill(part: Path) -> None:
        part.touch()
        with contextlib.closing(connect(part)) as connection:
            connection.execute("PRAGMA journal_mode = MEMORY")  # what fails is thrown away whole
            connection.execute("BEGIN IMMEDIATE")
            lay_out(connection)
            kept = write_meta(connection, {}, {**meta, "program": __version__})
            write(connection, Held(meta=kept), workspace)
            connection.execute("COMMIT")

    put_whole(path, real, fill)


def copy_base(connection: sqlite3.Connection, real: Path) -> None:
    """Copies an open file to `real`, as it stands at one moment, into one file that needs none beside it."""

    def fill(part: Path) -> None:
        part.touch()
        with contextlib.closing(connect(part)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")

    put_whole(real, real, fill)


def keep_earlier(connection: sqlite3.Connection, real: Path, backups: Path | None) -> None:
    """Keeps a copy of a file of an earlier version that is open: among the workspace's backups, else beside it."""
    version, workspace = version_of(connection), _id_in(connection)
    if backups is not None and workspace:
        place = place_of_backup(backups, workspace, datetime.now(UTC))
    else:
        names = (f"{real.stem}.v{version}{number}{ENDING}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
        place = next(place for place in map(real.with_name, names) if not place.exists())
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble_of(place.parent, error) from error
    copy_base(connection, place)


def _id_in(connection: sqlite3.Connection) -> str:
    """The workspace's id, in a file of any version; what stands there is not to be relied upon yet."""
    with contextlib.suppress(sqlite3.Error):
        row = connection.execute("SELECT value FROM meta WHERE key = 'id'").fetchone()
        return row[0] if row and isinstance(row[0], str) else ""
    return ""


def put_whole(path: str | Path, real: Path, fill: Callable[[Path], None]) -> None:
    """Lets `fill` write a file beside `real` and then puts it there; FileTrouble, and all as before, where it fails."""
    stem = f".{real.name[:100]}."
    part = real.with_name(f"{stem}{secrets.token_hex(4)}.part")
    try:
        for left in real.parent.iterdir():  # by a program that was killed here
            if left.name.startswith(stem) and left.name.endswith(".part") and len(left.name) == len(part.name):
                left.unlink()
        fill(part)
        _settle(real)
        if real.exists():
            shutil.copymode(real, part)
        part.replace(real)
        sync_folder(real.parent)
    except (OSError, sqlite3.Error, ValueError) as error:
        raise trouble_of(path, error) from error
    finally:
        for ending in ("", *BESIDE):
            with contextlib.suppress(OSError):
                beside(part, ending).unlink()


def _settle(real: Path) -> None:
    """Leaves nothing beside a file that is to be replaced: SQLite would take it for the new one's."""
    if not any(beside(real, ending).exists() for ending in BESIDE):
        return
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(real)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in BESIDE:
        beside(real, ending).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes sure that a new name in a folder outlives a power cut, where the system can be asked to."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
