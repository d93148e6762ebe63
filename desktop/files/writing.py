"""Writes files whole or not at all: what was there before stays until all of the new is on the disk."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from desktop.core.language import phrase, say
from desktop.files.errors import FileTrouble

_CAUSES = {
    errno.EACCES: phrase("may not be written (no permission)"),
    errno.EPERM: phrase("may not be written (no permission)"),
    errno.EROFS: phrase("may not be written (the disk is read-only)"),
    errno.ENOENT: phrase("there is no such folder"),
    errno.ENOTDIR: phrase("there is no such folder"),
    errno.EISDIR: phrase("is a folder"),
    errno.ENOSPC: phrase("cannot be written (the disk is full)"),
    errno.EDQUOT: phrase("cannot be written (the disk is full)"),
    errno.ENAMETOOLONG: phrase("cannot be written (its name is too long)"),
}
_HELD = {5, 32, 33}
"""What Windows says (winerror) where it does not let a file be replaced that a program has open."""


_WORKSPACE = (b"SQLite format 3\0", b"CrRd")
"""What the file of a workspace begins with, and has at its 69th byte."""


def spare(path: Path, inputs: Iterable[str]) -> None:
    """FileTrouble where a file to write is one of those inputs by whatever name: what was read would be lost.

    inputs: paths, and whatever else may stand in their place (addresses, paths of another machine).
    """
    for one in inputs:
        with contextlib.suppress(OSError, ValueError):  # one of them is not there, or no path at all
            if path.samefile(one):
                raise FileTrouble(path, say("is one of the articles that are compared; choose another name"))


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file, by way of a temporary one beside it; FileTrouble where that cannot be, the old file untouched.

    Nothing takes the place of a workspace.
    """
    try:
        target = Path(os.path.realpath(path))  # a link stays a link
        _refuse_what_is_no_file(target)
        _refuse_a_workspace(path, target)
        _write(target, data)
    except OSError as error:
        raise FileTrouble(path, cause_of_writing(error)) from error
    except ValueError as error:
        raise FileTrouble(path, say("is no name for a file")) from error


def _refuse_what_is_no_file(target: Path) -> None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):  # a folder may let go of what its owner protects
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _refuse_a_workspace(path: Path, target: Path) -> None:
    try:
        with target.open("rb") as file:
            start = file.read(72)
    except OSError:  # not there, or not to be read by us
        return
    if start.startswith(_WORKSPACE[0]) and start.endswith(_WORKSPACE[1]):
        raise FileTrouble(path, say("is a workspace, which would be lost; choose another name"))


def _write(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    # Created anew, so that nothing that another program left there is written to.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def cause_of_writing(error: OSError) -> str:
    """What the operating system holds against writing, in words for an editor."""
    if error.filename2 is not None and getattr(error, "winerror", None) in _HELD:  # the new one was written beside it
        return say("cannot be replaced (another program has it open, or it is write-protected)")
    known = _CAUSES.get(error.errno or 0)
    return say(known) if known else say("cannot be written ({cause})", cause=(error.strerror or str(error)).lower())
