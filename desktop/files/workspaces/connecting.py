"""Opens a workspace's file as SQLite, in the way that its folder and its other readers allow."""

import contextlib
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from desktop.core.language import say
from desktop.files.errors import FileTrouble, cause_of
from desktop.files.workspaces.rows import Held, read_held
from desktop.files.workspaces.schema import STEPS, Step, migrate, version_after, version_of
from desktop.files.workspaces.troubles import Damaged, NewerVersion, NotAWorkspace, trouble_of

PATIENCE = 2.0
"""How long another program may keep a file from being written, in seconds."""

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file, by the ending of its name."""


def real_path(path: str | Path) -> Path:
    """Where the file lies, links followed; FileTrouble where none can be, NotAWorkspace where it is no plain file."""
    try:
        real = Path(os.path.realpath(path))
        mode = real.stat().st_mode
    except (OSError, ValueError) as error:
        raise FileTrouble(path, cause_of(error)) from error
    if not os.access(real, os.R_OK):
        raise FileTrouble(path, say("may not be read (no permission)"))
    if stat.S_ISDIR(mode):
        raise NotAWorkspace(path, say("is a folder, not a workspace"))
    if not stat.S_ISREG(mode):
        raise NotAWorkspace(path, say("is a device or a pipe, not a file"))
    return real


def connect(real: Path, mode: str = "rw", *, immutable: bool = False) -> sqlite3.Connection:
    """An open file that is there. immutable: nobody writes it meanwhile, and nothing is put beside it."""
    text = real.as_posix()
    place = quote(os.fsencode(text) if os.name != "nt" else text)
    slash = "" if place.startswith("/") else "/"
    uri = f"file://{slash}{place}?mode={mode}{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def beside(real: Path, ending: str) -> Path:
    """What SQLite puts beside the file under that ending."""
    return real.with_name(real.name + ending)


def holds_something(path: Path) -> bool:
    """Whether a file is there and not empty."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def require_workspace(path: str | Path, real: Path, steps: Sequence[Step] = STEPS) -> int:
    """The version of the file, which is at most that after `steps`; NotAWorkspace, NewerVersion or Damaged otherwise.

    Nothing is changed by looking, but for what a crash left half written.
    """
    if not holds_something(real):
        raise NotAWorkspace(path, say("is empty"))
    try:
        with contextlib.ExitStack() as open_now:
            if holds_something(beside(real, "-journal")) and os.access(real, os.W_OK):
                # What a crash left half written is taken back before anything can be read.
                connection = open_now.enter_context(contextlib.closing(connect(real)))
            else:
                connection = _for_reading(real, open_now)
            version = version_of(connection)
            program = _program(connection) if version > version_after(steps) else ""
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB and not _was_a_workspace(real):
            raise NotAWorkspace(path, say("is no workspace of Crossread")) from error
        raise trouble_of(path, error) from error
    except OSError as error:
        raise trouble_of(path, error) from error
    if version > version_after(steps):
        raise NewerVersion(path, program)
    if version < 1:
        raise NotAWorkspace(path, say("is a database of another program"))
    return version


def _program(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'program'").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row and str(row[0]).isprintable() else ""


def _was_a_workspace(real: Path) -> bool:
    """Whether the first page of what SQLite does not know still tells of our tables."""
    try:
        with real.open("rb") as file:
            return b"CREATE TABLE thing" in file.read(4096)
    except OSError:
        return False


def check(path: str | Path, connection: sqlite3.Connection) -> None:
    """Damaged where SQLite finds a page, an index or a reference broken."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise Damaged(path, str(found).strip().splitlines()[-1])
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged(path, say("the order of the articles is lost"))


def read_apart(path: str | Path, real: Path, steps: Sequence[Step] = STEPS) -> Held:
    """What stands in a file of any known version that may not be written, or shall not: it stays as it is."""
    with contextlib.ExitStack() as open_now:
        connection = _for_reading(real, open_now)
        if version_of(connection) < version_after(steps):
            memory = open_now.enter_context(contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)))
            connection.backup(memory)
            migrate(memory, steps)
            connection = memory
        check(path, connection)
        return read_held(connection)


def _for_reading(real: Path, open_now: contextlib.ExitStack) -> sqlite3.Connection:
    """A connection that leaves nothing behind, where the file, or even its folder, may perhaps not be written."""
    if not any(holds_something(beside(real, ending)) for ending in BESIDE):
        return open_now.enter_context(contextlib.closing(connect(real, "ro", immutable=True)))
    if holds_something(beside(real, "-shm")):
        with contextlib.suppress(sqlite3.OperationalError):
            connection = open_now.enter_context(contextlib.closing(connect(real, "ro")))
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return connection
    # SQLite would want to put a file beside it, which may not be or would stay: a copy is read.
    folder = Path(open_now.enter_context(tempfile.TemporaryDirectory()))
    for ending in ("", "-wal", "-journal"):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(beside(real, ending), folder / f"copy{ending}")
    return open_now.enter_context(contextlib.closing(connect(folder / "copy")))
