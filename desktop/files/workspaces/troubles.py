"""Knows what can be wrong with a workspace's file, in words for an editor."""

import errno
import sqlite3
from pathlib import Path

from desktop.core.language import say
from desktop.files.errors import FileTrouble, cause_of


class NotAWorkspace(FileTrouble):
    """The file is something else."""


class NewerVersion(FileTrouble):
    """A later Crossread wrote it; nothing of it was touched. program: which, "" where it does not say."""

    def __init__(self, path: str | Path, program: str) -> None:
        made_by = f"Crossread {program}" if program else say("a later Crossread")
        super().__init__(path, say("was made by {program}, which knows more than this one", program=made_by))
        self.program = program


class Damaged(FileTrouble):
    """Not all of it can be read; `salvage` gets out what can. what: what was found broken first."""

    def __init__(self, path: str | Path, what: str) -> None:
        super().__init__(path, say("is damaged ({what})", what=what))
        self.what = what


class Vanished(FileTrouble):
    """The file was removed, moved, replaced or written over while it was open."""


class DiskFull(FileTrouble):
    """There is no room for what should be written."""


class Unwritable(FileTrouble):
    """It, or its folder, may not be written."""


class InUse(FileTrouble):
    """Another program or editor has it, so that it cannot be written now."""


class Failing(FileTrouble):
    """The disk, or the network it is reached by, reports an error."""


class DamagedRow(ValueError):
    """A row that cannot be what it should; its message says which and why."""


def trouble_of(path: str | Path, error: sqlite3.Error | OSError | ValueError) -> FileTrouble:
    """What went wrong with the file at `path`, as the trouble that it is."""
    if isinstance(error, DamagedRow):
        return Damaged(path, str(error))
    if isinstance(error, sqlite3.Error):
        return _trouble_in_the_base(path, error)
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path, say("cannot be written (the disk is full)"))
    if number == errno.EROFS:
        return Unwritable(path, say("may not be written (the disk is read-only)"))
    if number in (errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.ENOTCONN):
        return Failing(path, cause_of(error))
    return FileTrouble(path, cause_of(error))


def _trouble_in_the_base(path: str | Path, error: sqlite3.Error) -> FileTrouble:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Vanished(path, say("was moved or removed while it was open"))
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path, say("cannot be written (the disk is full)"))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return Unwritable(path, say("may not be written (no permission)"))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return InUse(path, say("another program is using it"))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return Damaged(path, str(error))
        case sqlite3.SQLITE_CANTOPEN:
            return Unwritable(path, say("it, or a file beside it, cannot be opened"))
        case sqlite3.SQLITE_IOERR:
            return Failing(path, say("the disk reports an error ({cause})", cause=error))
    # A table or column that is not there, or a text that is none, is damage; what we did wrong ourselves is not.
    is_damage = isinstance(error, sqlite3.OperationalError) and code & 0xFF in (0, sqlite3.SQLITE_ERROR)
    return Damaged(path, str(error)[:200]) if is_damage else FileTrouble(path, str(error))
