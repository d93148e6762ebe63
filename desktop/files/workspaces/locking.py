"""Knows who writes a workspace's file: one at a time, by a lock that the system releases when its holder dies.

No package is needed for it: the system's own lock on a small file beside the workspace, which also says who holds it.
It is flock and not lockf: the latter would be lost as soon as this process closed another handle on the same file.
"""

import contextlib
import json
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.core.language import say

if sys.platform == "win32":
    import msvcrt

    # Behind what is written: on Windows, locked bytes cannot be read by others.
    FAR = 1 << 30

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(Exception):
    """Another holds the lock; its message says who, where and since when."""


class Impossible(Exception):
    """No lock can be had here; its message says why."""


class Lock:
    """The right to write a file, until it is released or the process ends."""

    def __init__(self, path: Path, by: str) -> None:
        """path: the workspace's. by: the editor's name. Taken or Impossible where the right cannot be had."""
        self._path = lock_beside(path)
        self._card = _card(by)
        self._descriptor = self._taken()

    def renew(self) -> None:
        """Takes it again where its file was removed meanwhile; Taken or Impossible where that cannot be."""
        if sys.platform != "win32" and not _is_there(self._path, self._descriptor):
            renewed = self._taken()
            os.close(self._descriptor)
            self._descriptor = renewed

    def _taken(self) -> int:
        descriptor = -1
        while descriptor < 0:
            descriptor = self._attempt()
        with contextlib.suppress(OSError):  # a full disk keeps nobody from writing to what is there
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, self._card)
        return descriptor

    def _attempt(self) -> int:
        descriptor = _open(self._path)
        try:
            _take(descriptor)
        except (BlockingIOError, PermissionError) as error:
            os.close(descriptor)
            raise Taken(_who(self._path)) from error
        except OSError as error:
            os.close(descriptor)
            cause = (error.strerror or str(error)).lower()
            raise Impossible(
                say("its folder knows no locks, so two editors could write at once ({cause})", cause=cause)
            ) from error
        if sys.platform != "win32" and not _is_there(self._path, descriptor):
            os.close(descriptor)  # its last holder removed it in this moment
            return -1
        return descriptor

    def release(self) -> None:
        """Lets others write."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if sys.platform == "win32":
            os.close(descriptor)  # an open file cannot be removed there
        if sys.platform == "win32" or _is_there(self._path, descriptor):  # else it is another's
            with contextlib.suppress(OSError):
                self._path.unlink()
        if sys.platform != "win32":
            os.close(descriptor)


def lock_beside(path: Path) -> Path:
    """The small file that is locked."""
    return path.with_name(f".{path.name}.lock")


def _open(path: Path) -> int:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        with contextlib.suppress(OSError, AttributeError):
            os.fchmod(descriptor, 0o666)  # the next editor may be another user of this folder
    except OSError as error:
        with contextlib.suppress(OSError):
            return os.open(path, os.O_RDONLY)
        words = say("its folder may not be written ({cause})", cause=(error.strerror or str(error)).lower())
        raise Impossible(words) from error
    return descriptor


def _is_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:  # its folder may be gone too, or be none any more
        return False


def _card(by: str) -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"by": by, "machine": socket.gethostname(), "since": since, "process": os.getpid()}).encode()


def _who(path: Path) -> str:
    """Who holds the lock, as far as its file says."""
    try:
        found = json.loads(path.read_bytes()[:4096])
        by, machine, since = found["by"], found["machine"], datetime.fromisoformat(found["since"]).astimezone()
        if not all(isinstance(word, str) and (word.isprintable() or not word) for word in (by, machine)):
            raise ValueError("no names")
    except (OSError, ValueError, TypeError, LookupError, OverflowError):
        return say("somebody else has it open")
    today = since.date() == datetime.now().astimezone().date()
    when = f"{since:%H:%M}" if today else f"{since:%Y-%m-%d %H:%M}"
    if not by:
        return say("it is open on {machine} since {when}", machine=machine, when=when)
    return say("{who} has it open on {machine} since {when}", who=by, machine=machine, when=when)
