"""Reads what stands in a workspace's file without opening it for work: whoever has it open is not disturbed."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from desktop.core.workspace import Workspace
from desktop.files.sight import read_sight
from desktop.files.workspaces.connecting import read_apart, real_path, require_workspace
from desktop.files.workspaces.rows import view_in, workspace_in
from desktop.files.workspaces.troubles import trouble_of


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in a file. left_out: ids of the articles that its editor left out of the comparison."""

    workspace: Workspace
    left_out: frozenset[str] = frozenset()


def read_workspace(path: str | Path) -> Read:
    """What stands in the file, which stays as it is; FileTrouble where that cannot be read."""
    real = real_path(path)
    require_workspace(path, real)
    try:
        held = read_apart(path, real)
        left_out, _ = read_sight(view_in(held.meta.get("view", "{}")))
        return Read(workspace_in(held), left_out)
    except (OSError, sqlite3.Error, ValueError) as error:
        raise trouble_of(path, error) from error
