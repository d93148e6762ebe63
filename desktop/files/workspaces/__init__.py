"""Knows workspaces as files: kept at every edit, opened again after any accident, backed up, and salvaged."""

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
    "Damaged",
    "DiskFull",
    "Failing",
    "InUse",
    "NewerVersion",
    "NotAWorkspace",
    "Unwritable",
    "Vanished",
    "WorkspaceFile",
]
