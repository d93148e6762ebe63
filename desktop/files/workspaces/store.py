"""Keeps a workspace in its file: every change is one transaction, written by one editor at a time."""

import contextlib
import os
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self
from uuid import uuid4

from desktop.core.language import say
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import connecting, locking
from desktop.files.workspaces.base import Base
from desktop.files.workspaces.changes import write, write_meta
from desktop.files.workspaces.fresh import keep_earlier, place_for, write_fresh
from desktop.files.workspaces.rows import view_in, workspace_in
from desktop.files.workspaces.schema import STEPS, Step, migrate, version_after
from desktop.files.workspaces.troubles import DiskFull, Failing, InUse, Unwritable, trouble_of
from desktop.files.workspaces.values import compact


class WorkspaceFile:
    """A workspace's file that is open. `create` and `open` make one; `close` ends it.

    path: as it was given. workspace: as it stands in the file. read_only: why nothing may be written, "" where it may.
    """

    def __init__(
        self,
        path: str | Path,
        real: Path,
        lock: locking.Lock | None,
        *,
        shared: bool,
        read_only: str = "",
        steps: Sequence[Step] = STEPS,
    ) -> None:
        """For `create` and `open`, which say what can go wrong. real: where it lies. lock: let go of at the end."""
        self.path = Path(path)
        self.read_only = read_only
        self._real = real
        self._lock = lock
        self._is_taken = bool(read_only) and locking.lock_beside(real).exists()
        self._base = Base(self.path, real, steps, shared=shared, read_only=bool(read_only))
        try:
            self._base.load()
            self.workspace = self._read()
        except BaseException:
            self._base.close()
            raise

    @classmethod
    def create(
        cls, path: str | Path, workspace: Workspace, *, shared: bool = False, by: str = "", origin: str = ""
    ) -> Self:
        """A new file with this workspace, in the place of one that lay there; FileTrouble where that cannot be.

        shared: it lies on a network file system. by: the editor's name. origin: the id of the workspace that it was
        made from.
        """
        real = place_for(path)
        lock = _lock_for_creating(path, real, by)
        try:
            write_fresh(path, real, workspace, {"id": uuid4().hex, "origin": origin, "view": "{}"})
            return cls(path, real, lock, shared=shared)
        except BaseException:
            lock.release()
            raise

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
        if backups is not None and real.is_relative_to(os.path.realpath(backups)):
            lock, read_only = None, say("it is a backup and stays as it is")
        else:
            lock, read_only = _lock_for_opening(real, by)
        try:
            if connecting.require_workspace(path, real, steps) < version_after(steps) and not read_only:
                read_only = _renew(path, real, backups, steps)
            try:
                return cls(path, real, lock, shared=shared, read_only=read_only, steps=steps)
            except (DiskFull, Failing, Unwritable) as trouble:
                if read_only:
                    raise
                return cls(path, real, lock, shared=shared, read_only=trouble.cause, steps=steps)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @property
    def is_let_go(self) -> bool:
        """Whether another had it open when this was opened to be read, and has closed it since."""
        return self._is_taken and not locking.lock_beside(self._real).exists()

    @property
    def id(self) -> str:
        """The workspace's own, for ever."""
        return self._base.held.meta.get("id", "")

    @property
    def origin(self) -> str:
        """The id of the workspace that this one was copied from, "" for none."""
        return self._base.held.meta.get("origin", "")

    @property
    def view(self) -> dict[str, str]:
        """How it was looked at last."""
        return view_in(self._base.held.meta.get("view", "{}"))

    def save(self, workspace: Workspace) -> None:
        """Makes the file hold this workspace, in one transaction that is on the disk when this returns.

        FileTrouble where that cannot be: the file is as it was then, and so is `workspace`, and the next one that is
        saved brings all that is missing.
        """
        self._require_right()
        self._base.change(lambda to, held: write(to, held, workspace))
        self.workspace = workspace

    def save_view(self, view: Mapping[str, str]) -> None:
        """Keeps how it is looked at; FileTrouble where that cannot be."""
        self._require_right()
        meta = {"view": compact(dict(view))}
        if self._base.held.meta.get("view") != meta["view"]:
            self._base.change(lambda to, held: replace(held, meta=write_meta(to, held.meta, meta)))

    def refresh(self) -> Workspace | None:
        """What another wrote since, where this one is read only; None where nothing, FileTrouble where it is gone."""
        if not self.read_only or not self._base.catch_up():
            return None
        workspace = self._read()
        if workspace == self.workspace:
            return None
        self.workspace = workspace
        return workspace

    def copy_to(self, path: str | Path, workspace: Workspace | None = None, *, is_moved: bool = False) -> None:
        """Writes it to another file, whole or not at all; this one stays open, and may even have vanished.

        The copy is a workspace of its own, with an id of its own, that knows from which it came. workspace: what to
        write, where that is more than this file could take. is_moved: it is the same workspace at another place, and
        this file will be removed: its backups stay its own.
        """
        real = place_for(path)
        if real == self._real:
            raise FileTrouble(path, say("is the workspace that is open"))
        lock = _lock_for_creating(path, real, "")
        try:
            meta = dict(self._base.held.meta)
            if not is_moved:
                meta |= {"id": uuid4().hex, "origin": self.id}
            write_fresh(path, real, self.workspace if workspace is None else workspace, meta)
        finally:
            lock.release()

    def settle(self) -> None:
        """Brings all into the one file, so that somebody may copy it while it is open. Not needed for its safety.

        FileTrouble as in `require_kept`.
        """
        self._base.settle()

    def require_kept(self) -> None:
        """Vanished where the file is gone or holds something else than what was saved; a cheap look, if all is well."""
        if not self.read_only:
            self._base.require_kept()

    def close(self) -> None:
        """Ends the work on it: all stands in the one file then, and others may write it."""
        self._base.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self.read_only = self.read_only or say("it is closed")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> Workspace:
        try:
            view_in(self._base.held.meta.get("view", "{}"))
            return workspace_in(self._base.held)
        except ValueError as error:
            raise trouble_of(self.path, error) from error

    def _require_right(self) -> None:
        if self.read_only:
            raise Unwritable(self.path, self.read_only)
        try:
            if self._lock is not None:
                self._lock.renew()
        except locking.Taken as error:
            raise InUse(self.path, str(error)) from error
        except locking.Impossible:
            pass  # the folder is gone, or none may write there any more: saving will say so


def _renew(path: str | Path, real: Path, backups: Path | None, steps: Sequence[Step]) -> str:
    """Makes a file of an earlier version one of this, after a copy of it was kept; why not, where none can be kept."""
    try:
        with contextlib.closing(connecting.connect(real)) as connection:
            connecting.check(path, connection)
            try:
                keep_earlier(connection, real, backups)
            except FileTrouble as trouble:
                return say("it is of an earlier version, and no copy of it can be kept: {trouble}", trouble=trouble)
            migrate(connection, steps)
    except (OSError, sqlite3.Error, ValueError) as error:
        raise trouble_of(path, error) from error
    return ""


def _lock_for_creating(path: str | Path, real: Path, by: str) -> locking.Lock:
    try:
        return locking.Lock(real, by)
    except locking.Taken as error:
        raise InUse(path, str(error)) from error
    except locking.Impossible as error:
        raise Unwritable(path, str(error)) from error


def _lock_for_opening(real: Path, by: str) -> tuple[locking.Lock | None, str]:
    """The lock, or why the file can be read only."""
    try:
        lock = locking.Lock(real, by)
    except (locking.Taken, locking.Impossible) as error:
        return None, str(error)
    if os.access(real, os.W_OK):
        return lock, ""
    lock.release()
    return None, say("it may not be written (no permission)")
