"""Knows the open database of one workspace: what it holds, and how that is changed, whole or not at all."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.core.language import say
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import connecting
from desktop.files.workspaces.rows import Held, read_held
from desktop.files.workspaces.schema import Step, version_after
from desktop.files.workspaces.troubles import Vanished, trouble_of
from desktop.files.workspaces.watching import Stamp, close_without_writing, require_ours, stamp_of, tidy


class Base:
    """The database in a file. held: what stands in it, as far as this program knows.

    Its methods raise FileTrouble for what goes wrong, and `held` then stays as it was.
    """

    def __init__(self, path: Path, real: Path, steps: Sequence[Step], *, shared: bool, read_only: bool) -> None:
        """path: as it was given. real: where it lies. shared: on a network file system. steps: to this version."""
        self.held = Held()
        self._path = path
        self._real = real
        self._steps = steps
        self._shared = shared
        self._read_only = read_only
        self._connection: sqlite3.Connection | None = None
        self._seen: object = None
        self._which: tuple[int, int] | None = None
        self._log: tuple[int, int] | None = None
        self._written: Stamp | None = None

    def load(self) -> None:
        """Opens it, looks at every page, and reads every row."""
        try:
            self._which = _which(self._real)
            if self._read_only and not self._may_be_joined():
                self._seen = self._stamp()
                self.held = connecting.read_apart(self._path, self._real, self._steps)
                return
            connection = self._connection = self._connected()
            connecting.check(self._path, connection)
            self._seen = _changes_by_others(connection)
            self.held = read_held(connection)
            self._written = stamp_of(self._real)
        except (OSError, sqlite3.Error, ValueError) as error:
            raise trouble_of(self._path, error) from error

    def change(self, action: Callable[[sqlite3.Connection, Held], Held]) -> None:
        """Lets `action` write, in one transaction that is on the disk when this returns. It says what is held then."""
        self.require_kept()
        connection = self._for_writing()
        try:
            connection.execute("BEGIN IMMEDIATE")
            seen = _changes_by_others(connection)
            if seen != self._seen:  # a program that knows nothing of our lock; what is saved is what counts
                self.held = read_held(connection, self.held)
            held = action(connection, self.held)
            connection.execute("COMMIT")
        except BaseException as error:
            with contextlib.suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            if isinstance(error, OSError | sqlite3.Error | ValueError):
                raise trouble_of(self._path, error) from error
            raise
        self.held, self._seen = held, seen
        self._log = _which(connecting.beside(self._real, "-wal"))
        self._written = stamp_of(self._real)

    def require_kept(self) -> None:
        """Vanished where the file is gone, or another program wrote over it: SQLite would mend its pages into that."""
        self._require_place()
        if self._read_only or self._written is None:
            return
        stamp = stamp_of(self._real)
        if stamp == self._written:
            return
        connection = self._connection
        try:
            is_changed = connection is None or _changes_by_others(connection) != self._seen
        except sqlite3.Error:
            is_changed = False  # what cannot be asked is seen by looking
        require_ours(self._path, self._real, self.held, is_changed=is_changed)
        self._written = stamp

    def catch_up(self) -> bool:
        """Reads what others wrote since; whether they did."""
        try:
            self._require_place()
            if self._connection is None:
                seen = self._stamp()
                if seen == self._seen:
                    return False
                held = connecting.read_apart(self._path, self._real, self._steps)
            else:
                seen = _changes_by_others(self._connection)
                if seen == self._seen:
                    return False
                held = read_held(self._connection, self.held)
        except (OSError, sqlite3.Error, ValueError) as error:
            raise trouble_of(self._path, error) from error
        self.held, self._seen = held, seen
        return True

    def settle(self) -> None:
        """Brings what stands in the log into the file, as far as nobody waits for it; Vanished where it is not ours."""
        if self._connection is not None and not self._read_only:
            self.require_kept()
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            self._written = stamp_of(self._real)

    def close(self) -> None:
        """Brings all into the one file, as far as that can be."""
        connection = self._connection
        if connection is None:
            return
        try:
            self.require_kept()
        except Vanished:
            self._connection = None
            self._leave(connection)
            return
        except FileTrouble:
            pass  # it cannot be looked at now; SQLite does what it can
        self._connection = None
        with contextlib.suppress(sqlite3.Error):
            if not self._read_only:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with contextlib.suppress(sqlite3.Error):
            connection.close()

    def _leave(self, connection: sqlite3.Connection) -> None:
        """Closes what belongs to a file that is gone."""
        if _which(self._real) is not None and not self._read_only:
            log = connecting.beside(self._real, "-wal")
            is_our_log = self._log is not None and self._log == _which(log)
            close_without_writing(connection, self._real)
            if is_our_log or not connecting.holds_something(log):
                tidy(self._real)
            return
        is_settled = False
        with contextlib.suppress(sqlite3.Error):
            if not self._read_only:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # it may lie at another place now
                is_settled = True
        with contextlib.suppress(sqlite3.Error):
            connection.close()
        if is_settled and not self._read_only:
            tidy(self._real)

    def _may_be_joined(self) -> bool:
        """Whether it may be read together with its writer: the same version, and SQLite may put its files beside it."""
        if not (os.access(self._real, os.W_OK) and os.access(self._real.parent, os.W_OK)):
            return False
        if connecting.require_workspace(self._path, self._real, self._steps) < version_after(self._steps):
            return False
        try:
            with contextlib.closing(connecting.connect(self._real)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            return False  # no room for what SQLite puts beside it
        return True

    def _connected(self) -> sqlite3.Connection:
        connection = connecting.connect(self._real)
        try:
            if self._read_only:
                connection.execute("PRAGMA query_only = ON")
            elif self._shared:
                # A network has no memory to share: until it is no WAL any more, nobody else may come in.
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
                connection.execute("PRAGMA journal_mode = DELETE")
                connection.execute("PRAGMA locking_mode = NORMAL")
            else:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _for_writing(self) -> sqlite3.Connection:
        self._require_place()
        try:
            if self._log is not None and self._log != _which(connecting.beside(self._real, "-wal")):
                # What SQLite keeps beside the file was removed: closing takes over what it still holds open.
                connection, self._connection, self._log = self._connection, None, None
                if connection is not None:
                    connection.close()
            if self._connection is None:
                self._connection = self._connected()
                self._seen = None
        except (OSError, sqlite3.Error) as error:
            raise trouble_of(self._path, error) from error
        return self._connection

    def _require_place(self) -> None:
        """Vanished where the file that was opened is not at its place any more; SQLite would not notice."""
        try:
            now = _which(self._real)
        except OSError as error:
            raise trouble_of(self._path, error) from error
        if now is None:
            raise Vanished(self._path, say("was moved or removed while it was open"))
        # Windows does not let an open file be replaced, and on a network its number may not be the same twice.
        if sys.platform != "win32" and now != self._which:
            raise Vanished(self._path, say("was replaced by another file while it was open"))

    def _stamp(self) -> object:
        """What changes when somebody writes the file, as far as its folder tells."""
        found = []
        for ending in ("", "-wal"):
            with contextlib.suppress(FileNotFoundError):
                known = connecting.beside(self._real, ending).stat()
                found.append((known.st_ino, known.st_size, known.st_mtime_ns))
        return found


def _which(path: Path) -> tuple[int, int] | None:
    """Which file lies there, None where none does."""
    try:
        known = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return known.st_dev, known.st_ino


def _changes_by_others(connection: sqlite3.Connection) -> object:
    """A number that is another one after another program wrote."""
    return connection.execute("PRAGMA data_version").fetchone()[0]
