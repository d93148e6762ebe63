"""Knows whether an open file still is what this program wrote, or another wrote over it."""

import contextlib
import sqlite3
from pathlib import Path

from desktop.core.language import say
from desktop.files.workspaces import connecting
from desktop.files.workspaces.rows import Held, read_held, workspace_in
from desktop.files.workspaces.troubles import Damaged, Vanished, trouble_of

Stamp = tuple[int, int, int]
"""What is another one after the file itself was written: its size and its times."""


def stamp_of(real: Path) -> Stamp | None:
    """That of the file, None where there is none."""
    try:
        known = real.stat()
    except OSError:
        return None
    return known.st_size, known.st_mtime_ns, known.st_ctime_ns


def require_ours(path: Path, real: Path, held: Held, *, is_changed: bool) -> None:
    """Vanished where the file does not hold what it should any more, FileTrouble where that cannot be seen.

    It is looked at anew: an open connection remembers pages that are no longer there. held: what it should hold.
    is_changed: SQLite knows of another writer, whose changes need not be ours, but in this workspace.
    """
    overwritten = Vanished(path, say("was overwritten by another program while it was open"))
    try:
        with contextlib.closing(connecting.connect(real, "ro")) as connection:
            connecting.check(path, connection)
            found = read_held(connection)
            is_ours = found.meta.get("id") == held.meta.get("id")
            if not is_ours or (not is_changed and workspace_in(found) != workspace_in(held)):
                raise overwritten
    except Damaged as damage:
        raise overwritten from damage
    except (OSError, sqlite3.Error, ValueError) as error:
        trouble = trouble_of(path, error)
        raise (overwritten if isinstance(trouble, Damaged) else trouble) from error


def close_without_writing(connection: sqlite3.Connection, real: Path) -> None:
    """Closes what belongs to a file that is not ours any more: nothing of ours is brought into it."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connecting.connect(real, "ro")) as other:
        other.execute("SELECT count(*) FROM sqlite_master").fetchone()  # who is not the last does not tidy up
        connection.close()
    connection.close()


def tidy(real: Path) -> None:
    """Removes what SQLite left beside a file of ours that is not there, or not ours, any more."""
    for ending in connecting.BESIDE:
        with contextlib.suppress(OSError):
            connecting.beside(real, ending).unlink()
