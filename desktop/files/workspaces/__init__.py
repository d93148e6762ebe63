"""Knows workspaces as files: kept at every edit, opened again after any accident, and backed up; what is left of
damaged ones is in a module of its own, `salvage`."""

from desktop.files.workspaces.backups import BackedUp, Backup, back_up, backups_of, read_backup
from desktop.files.workspaces.reading import Read, read_workspace
from desktop.files.workspaces.schema import ENDING, VERSION
from desktop.files.workspaces.store import WorkspaceFile
from desktop.files.workspaces.troubles import (
    Damaged,
    DiskFull,
    Failing,
    InUse,
    NewerVersion,
    NotAWorkspace,
    Unwritable,
    Vanished,
)

__all__ = [
    "ENDING",
    "VERSION",
    "BackedUp",
    "Backup",
    "Damaged",
    "DiskFull",
    "Failing",
    "InUse",
    "NewerVersion",
    "NotAWorkspace",
    "Read",
    "Unwritable",
    "Vanished",
    "WorkspaceFile",
    "back_up",
    "backups_of",
    "read_backup",
    "read_workspace",
]
