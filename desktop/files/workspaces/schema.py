"""Knows the tables of a workspace's file, and how a file of an earlier version becomes one of this."""

import sqlite3
from collections.abc import Callable, Sequence

Step = Callable[[sqlite3.Connection], None]
"""Changes the tables and rows of one version into those of the next, inside a transaction that is not its own."""

APPLICATION = int.from_bytes(b"CrRd", "big")
"""Stands in the header of every workspace's file, at byte 68."""

ENDING = ".crossread"

TABLES = (
    # what is said of the workspace as a whole: id, origin, title, blind, view, program
    "CREATE TABLE meta (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, seal BLOB NOT NULL)",
    # an article as it was imported; a row is never changed
    "CREATE TABLE version (id INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, title TEXT NOT NULL,"
    " outlet TEXT NOT NULL, published TEXT NOT NULL, source TEXT NOT NULL, notice TEXT NOT NULL,"
    " imported TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, seal BLOB NOT NULL)",
    # list: "article" for the present versions in the editor's order, "earlier" for those before, oldest first
    "CREATE TABLE position (list TEXT NOT NULL CHECK (list IN ('article', 'earlier')), number INTEGER NOT NULL,"
    " version INTEGER NOT NULL UNIQUE REFERENCES version (id) ON DELETE CASCADE, PRIMARY KEY (list, number))",
    # an annotation, ruling, correction or link, whole in one row, so that a broken page costs as few as can be;
    # a row is never changed and its number never used again: what is edited is a new row
    "CREATE TABLE thing (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, body TEXT NOT NULL,"
    " seal BLOB NOT NULL)",
)

STEPS: tuple[Step, ...] = ()
"""The first makes a file of version 2 of one of version 1, and so on."""


def version_after(steps: Sequence[Step]) -> int:
    """The version of a file that went through these steps."""
    return len(steps) + 1


VERSION = version_after(STEPS)
"""What this Crossread writes."""


def lay_out(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Makes the tables, inside a transaction that is not its own."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {version}")
    for table in TABLES:
        connection.execute(table)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an open file; 0 where it is no workspace."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version) if application == APPLICATION else 0


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Brings a file to the version after `steps`, in one transaction: whatever an error leaves, nothing is changed."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version_of(connection) - 1 :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {version_after(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
