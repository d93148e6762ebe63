"""Whether each error of SQLite and of the system is told as the trouble that it is."""

import errno
import sqlite3

import pytest

from desktop.files.errors import FileTrouble
from desktop.files.workspaces import Damaged, DiskFull, Failing, InUse, Unwritable, Vanished
from desktop.files.workspaces.troubles import DamagedRow, trouble_of


@pytest.mark.parametrize(
    ("code", "kind", "cause"),
    [
        (sqlite3.SQLITE_FULL, DiskFull, "cannot be written (the disk is full)"),
        (sqlite3.SQLITE_READONLY, Unwritable, "may not be written (no permission)"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, Unwritable, "may not be written (no permission)"),
        (sqlite3.SQLITE_READONLY_DBMOVED, Vanished, "was moved or removed while it was open"),
        (sqlite3.SQLITE_BUSY, InUse, "another program is using it"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, InUse, "another program is using it"),
        (sqlite3.SQLITE_CANTOPEN, Unwritable, "it, or a file beside it, cannot be opened"),
        (sqlite3.SQLITE_IOERR_FSYNC, Failing, "the disk reports an error (said SQLite)"),
        (sqlite3.SQLITE_CORRUPT_INDEX, Damaged, "is damaged (said SQLite)"),
        (sqlite3.SQLITE_NOTADB, Damaged, "is damaged (said SQLite)"),
        (sqlite3.SQLITE_ERROR, Damaged, "is damaged (said SQLite)"),
        (sqlite3.SQLITE_TOOBIG, FileTrouble, "said SQLite"),
    ],
)
def test_what_sqlite_says(code, kind, cause):
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorcode = code
    trouble = trouble_of("deal.crossread", error)
    assert (type(trouble), trouble.path, trouble.cause) == (kind, "deal.crossread", cause)


@pytest.mark.parametrize(
    ("error", "kind", "cause"),
    [
        (sqlite3.OperationalError("Could not decode to UTF-8"), Damaged, "is damaged (Could not decode to UTF-8)"),
        (sqlite3.ProgrammingError("another thread"), FileTrouble, "another thread"),
        (sqlite3.IntegrityError("no such version"), FileTrouble, "no such version"),
        (DamagedRow("row 7"), Damaged, "is damaged (row 7)"),
        (OSError(errno.ENOSPC, "No space"), DiskFull, "cannot be written (the disk is full)"),
        (OSError(errno.EDQUOT, "Quota"), DiskFull, "cannot be written (the disk is full)"),
        (OSError(errno.EROFS, "Read-only"), Unwritable, "may not be written (the disk is read-only)"),
        (OSError(errno.ESTALE, "Stale file handle"), Failing, "cannot be read (stale file handle)"),
        (OSError(errno.ENOENT, "No such file"), FileTrouble, "there is no such file"),
        (ValueError("embedded null byte"), FileTrouble, "cannot be read (embedded null byte)"),
    ],
)
def test_what_the_system_says(error, kind, cause):
    trouble = trouble_of("deal.crossread", error)
    assert (type(trouble), trouble.cause) == (kind, cause)
