"""Knows how trouble with a file is told: which file, and what is wrong with it."""

from pathlib import Path

from desktop.core.language import say


class FileTrouble(Exception):
    """A file that cannot be used. Its message names the file and the cause, in words for an editor.

    path: as it was given. cause: why it cannot be used, to be read after the path.
    """

    def __init__(self, path: str | Path, cause: str) -> None:
        super().__init__(path, cause)
        self.path = str(path)
        self.cause = cause

    def __str__(self) -> str:
        return f"{printable(self.path)}: {self.cause}"


def printable(path: str) -> str:
    """A path as a message can show it: line breaks or undecodable bytes in a name would spoil the line."""
    return (path if path.isprintable() else ascii(path)) or say("(no file name)")


def cause_of(error: OSError | ValueError) -> str:
    """What the operating system holds against a file, in words for an editor."""
    if isinstance(error, FileNotFoundError):
        return say("there is no such file")
    if isinstance(error, PermissionError):
        return say("may not be read (no permission)")
    if isinstance(error, OSError) and error.strerror:
        return say("cannot be read ({cause})", cause=error.strerror.lower())
    return say("cannot be read ({cause})", cause=error)
