"""Keeps a workspace in its file: every change is one transaction, written by one editor at a time."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar
from uuid import uuid4

from desktop.core.language import say
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import connecting, locking
from desktop.files.workspaces.changes import write, write_meta
from desktop.files.workspaces.fresh import copy_base, earlier_place, place_for, write_fresh
from desktop.files.workspaces.rows import Held, read_held, read_meta, view_in, workspace_in
from desktop.files.workspaces.schema import STEPS, Step, migrate, version_after, version_of
from desktop.files.workspaces.troubles import InUse, Unwritable, Vanished, trouble_of
from desktop.files.workspaces.values import compact

T = TypeVar("T")


class WorkspaceFile:
    """A workspace's file that is open. `create` and `open` make one; `close` ends it.

    path: as it was given. id: the workspace's own, for ever. origin: the id of the workspace that it was copied from,
    "" for none. workspace: as it stands in the file. read_only: why nothing may be written, "" where it may.
    """

    def __init__(self, path: Path, real: Path, lock: locking.Lock | None, read_only: str, *, shared: bool) -> None:
        """For `create` and `open`. real: where it lies, links followed."""
        self.path = path
        self.read_only = read_only
        self.workspace = Workspace()
        self._real = real
        self._lock = lock
        self._shared = shared
        self._connection: sqlite3.Connection | None = None
        self._held = Held()
        self._seen: object = None
        self._steps: Sequence[Step] = STEPS
        self._which: tuple[int, int] | None = None
        self._log: tuple[int, int] | None = None

    @classmethod
    def create(
        cls, path: str | Path, workspace: Workspace, *, shared: bool = False, by: str = "", origin: str = ""
    ) -> Self:
        """A new file with this workspace, in the place of one that lay there; FileTrouble where that cannot be.

        shared: it lies on a network file system. by: the editor's name. origin: the id of the workspace that it
        was made from.
        """
        real = place_for(path)
        lock = _lock_for_creating(path, real, by)
        try:
            write_fresh(path, real, workspace, {"id": uuid4().hex, "origin": origin, "view": "{}"})
            file = cls(Path(path), real, lock, "", shared=shared)
            file._load()
        except BaseException:
            lock.release()
            raise
        return file

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        shared: bool = False,
        by: str = "",
        backups: Path | None = None,
        steps: Sequence[Step] = STEPS,
    ) -> Self:
        """The file at `path`, to be written where that may be, else to be read only; FileTrouble where it is none.

        shared: it lies on a network file system. by: the editor's name, for others who open it. backups: where a file
        of an earlier version is kept before it is made one of this (beside it, where none is given); steps: how.
        """
        real = connecting.real_path(path)
        lock, reason = _lock_for_opening(real, by)
        file = cls(Path(path), real, lock, reason, shared=shared)
        file._steps = steps
        try:
            if connecting.require_workspace(path, real, steps) < version_after(steps) and not file.read_only:
                file._renew(backups)
            file._load()
        except BaseException:
            file.close()
            raise
        return file

    @property
    def id(self) -> str:
        """The workspace's own, for ever."""
        return self._held.meta.get("id", "")

    @property
    def origin(self) -> str:
        """The id of the workspace that this one was copied from, "" for none."""
        return self._held.meta.get("origin", "")

    @property
    def view(self) -> dict[str, str]:
        """How it was looked at last."""
        return view_in(self._held.meta.get("view", "{}"))

    def save(self, workspace: Workspace) -> None:
        """Makes the file hold this workspace, in one transaction that is on the disk when this returns.

        FileTrouble where that cannot be: the file is as it was then, and so is `workspace`, and the next one that is
        saved brings all that is missing.
        """
        self._held = self._in_one_transaction(lambda connection: write(connection, self._held, workspace))
        self.workspace = workspace

    def save_view(self, view: Mapping[str, str]) -> None:
        """Keeps how it is looked at; FileTrouble where that cannot be."""
        meta = {"view": compact(dict(view))}
        if self._held.meta.get("view") != meta["view"]:
            self._held.meta = self._in_one_transaction(lambda to: write_meta(to, self._held.meta, meta))

    def refresh(self) -> Workspace | None:
        """What another wrote since, where this one is read only; None where nothing, FileTrouble where it is gone."""
        if not self.read_only:
            return None
        try:
            self._require_place()
            if self._connection is None:
                seen = self._stamp()
                if seen == self._seen:
                    return None
                held = connecting.read_apart(self.path, self._real, self._steps)
            else:
                seen = _changes_by_others(self._connection)
                if seen == self._seen:
                    return None
                held = read_held(self._connection, self._held)
            workspace = workspace_in(held)
        except (OSError, sqlite3.Error, ValueError) as error:
            raise trouble_of(self.path, error) from error
        self._held, self._seen = held, seen
        if workspace == self.workspace:
            return None
        self.workspace = workspace
        return workspace

    def copy_to(self, path: str | Path, workspace: Workspace | None = None) -> None:
        """Writes it to another file, whole or not at all; this one stays open, and may even have vanished.

        The copy is a workspace of its own, with an id of its own, that knows from which it came. workspace: what to
        write, where that is more than this file could take.
        """
        real = place_for(path)
        if real == self._real:
            raise FileTrouble(path, say("is the workspace that is open"))
        lock = _lock_for_creating(path, real, "")
        try:
            meta = {**self._held.meta, "id": uuid4().hex, "origin": self.id}
            write_fresh(path, real, self.workspace if workspace is None else workspace, meta)
        finally:
            lock.release()

    def close(self) -> None:
        """Ends the work on it: all stands in the one file then, and others may write it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                if not self.read_only:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            with contextlib.suppress(sqlite3.Error):
                connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self.read_only = self.read_only or say("it is closed")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _load(self) -> None:
        """Opens it and reads all of it."""
        try:
            self._which = which(self._real)
            if self.read_only and not self._may_be_joined():
                self._seen = self._stamp()
                held = connecting.read_apart(self.path, self._real, self._steps)
            else:
                connection = self._connection = self._connected()
                connecting.check(self.path, connection)
                self._seen = _changes_by_others(connection)
                held = read_held(connection)
            self.workspace = workspace_in(held)
            view_in(held.meta.get("view", "{}"))
        except (OSError, sqlite3.Error, ValueError) as error:
            raise trouble_of(self.path, error) from error
        self._held = held

    def _may_be_joined(self) -> bool:
        """Whether it may be read together with its writer: the same version, and SQLite may put its files beside it."""
        if not (os.access(self._real, os.W_OK) and os.access(self._real.parent, os.W_OK)):
            return False
        return connecting.require_workspace(self.path, self._real, self._steps) == version_after(self._steps)

    def _connected(self) -> sqlite3.Connection:
        connection = connecting.connect(self._real)
        try:
            if self.read_only:
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

    def _renew(self, backups: Path | None) -> None:
        """Makes a file of an earlier version one of this, after a copy of it was kept; read only where it cannot be."""
        try:
            with contextlib.closing(connecting.connect(self._real)) as connection:
                connecting.check(self.path, connection)
                self._keep_earlier(connection, backups)
                migrate(connection, self._steps)
        except FileTrouble as trouble:
            if trouble.path == str(self.path):
                raise
            self.read_only = say(
                "it is of an earlier version, and no copy of it could be kept: {trouble}", trouble=trouble
            )
        except (OSError, sqlite3.Error, ValueError) as error:
            raise trouble_of(self.path, error) from error

    def _keep_earlier(self, connection: sqlite3.Connection, backups: Path | None) -> None:
        meta = read_meta(connection)
        place = earlier_place(self._real, version_of(connection), meta.get("id", ""), backups)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise trouble_of(place, error) from error
        copy_base(connection, place)

    def _in_one_transaction(self, action: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._for_writing()
        try:
            connection.execute("BEGIN IMMEDIATE")
            seen = _changes_by_others(connection)
            if seen != self._seen:  # a program that knows nothing of our lock; what is saved is what counts
                self._held = read_held(connection, self._held)
            result = action(connection)
            connection.execute("COMMIT")
        except BaseException as error:
            with contextlib.suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            if isinstance(error, OSError | sqlite3.Error | ValueError):
                raise trouble_of(self.path, error) from error
            raise
        self._seen = seen
        self._log = which(connecting.beside(self._real, "-wal"))
        return result

    def _for_writing(self) -> sqlite3.Connection:
        if self.read_only:
            raise Unwritable(self.path, self.read_only)
        self._require_place()
        try:
            if self._log is not None and self._log != which(connecting.beside(self._real, "-wal")):
                # What SQLite keeps beside the file was removed: closing takes over what it still holds open.
                connection, self._connection, self._log = self._connection, None, None
                if connection is not None:
                    connection.close()
            if self._connection is None:
                self._connection = self._connected()
                self._seen = None
        except (OSError, sqlite3.Error) as error:
            raise trouble_of(self.path, error) from error
        return self._connection

    def _require_place(self) -> None:
        """Vanished where the file that was opened is not at its place any more; SQLite would not notice."""
        try:
            now = which(self._real)
        except (FileNotFoundError, NotADirectoryError):
            now = None
        except OSError as error:
            raise trouble_of(self.path, error) from error
        if now is None:
            raise Vanished(self.path, say("was moved or removed while it was open"))
        # Windows does not let an open file be replaced, and on a network its number may not be the same twice.
        if sys.platform != "win32" and now != self._which:
            raise Vanished(self.path, say("was replaced by another file while it was open"))

    def _stamp(self) -> object:
        """What changes when somebody writes the file, as far as its folder tells."""
        found = []
        for ending in ("", "-wal"):
            with contextlib.suppress(FileNotFoundError):
                known = connecting.beside(self._real, ending).stat()
                found.append((known.st_ino, known.st_size, known.st_mtime_ns))
        return found


def which(path: Path) -> tuple[int, int] | None:
    """Which file lies there, None where none does."""
    try:
        known = path.stat()
    except FileNotFoundError:
        return None
    return known.st_dev, known.st_ino


def _changes_by_others(connection: sqlite3.Connection) -> object:
    """A number that is another one after another program wrote."""
    return connection.execute("PRAGMA data_version").fetchone()[0]


def _lock_for_creating(path: str | Path, real: Path, by: str) -> locking.Lock:
    try:
        return locking.Lock(real, by)
    except locking.Held as error:
        raise InUse(path, str(error)) from error
    except locking.Impossible as error:
        raise Unwritable(path, str(error)) from error


def _lock_for_opening(real: Path, by: str) -> tuple[locking.Lock | None, str]:
    """The lock, or why the file can be read only."""
    try:
        lock = locking.Lock(real, by)
    except (locking.Held, locking.Impossible) as error:
        return None, str(error)
    if os.access(real, os.W_OK):
        return lock, ""
    lock.release()
    return None, say("it may not be written (no permission)")
