"""Knows where on disk workspaces, their backups and the list of the last ones lie, and what a new one is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from platformdirs import user_data_path

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".crossread"
LONGEST_NAME = 60
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
"""What Windows takes for a device."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one user. drafts: workspaces that the editor gave no place yet. recent: the list of the last ones."""

    drafts: Path
    backups: Path
    recent: Path


def usual_places() -> Places:
    """Those of this user."""
    home = user_data_path("Crossread", appauthor=False)
    return Places(home / "Workspaces", home / "Backups", home / "recent.json")


def file_name(title: str, day: str) -> str:
    """What to call the file of a workspace, without its ending: a name that every system takes.

    title: as the editor knows it, "" for none. day: as "2026-11-21".
    """
    kept = "".join(character if character.isalnum() or character in " -_.,'" else " " for character in title)
    kept = " ".join(kept.split())[:LONGEST_NAME].strip(" .")
    if _RESERVED.match(kept):
        kept = f"_{kept}"
    return f"{kept} {day}" if kept else day


def free_path(folder: Path, name: str) -> Path:
    """A path in the folder that no file has: the name with the ending, else "name 2", "name 3" …"""
    path, number = folder / f"{name}{ENDING}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{name} {number}{ENDING}"
    return path
