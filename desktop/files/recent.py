"""Keeps the list of the workspaces that were opened last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.files.errors import FileTrouble
from desktop.files.writing import write_whole

MOST = 12
LARGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class Recent:
    """A workspace that was open. title: what it was called in the window. id: its own, which its backups lie under.

    origin: the id of the workspace that it was made from, whose backups may be its own too; "" for none.
    """

    path: Path
    title: str
    id: str = ""
    origin: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the file can still be opened, as far as one can see."""
        try:
            return self.path.is_file()
        except (OSError, ValueError):
            return False


class RecentList:
    """The last ones first. A list that cannot be read is empty, one that cannot be written is not kept: it is a
    convenience, and the workspaces themselves are safe without it."""

    def __init__(self, path: Path | None = None) -> None:
        """path: where it is kept, None for nowhere."""
        self._path = path
        self._known: tuple[Recent, ...] | None = None

    @property
    def all(self) -> tuple[Recent, ...]:
        """The last ones first, at most MOST."""
        if self._known is None:
            self._known = self._read()
        return self._known

    def note(self, path: Path, title: str, workspace: str = "", origin: str = "") -> None:
        """Puts a workspace at the top. workspace: its id. origin: that of the one that it was made from."""
        self._known = None  # another window may have added to it
        self._keep((Recent(path, title, workspace, origin), *(one for one in self.all if one.path != path)))

    def ids_of(self, path: Path) -> tuple[str, ...]:
        """The id of the workspace that was last found in this file, then those that it was made from, one by one."""
        found: dict[str, None] = {}
        wanted = [one for one in self.all if one.path == path]
        while wanted:
            one = wanted.pop()
            found |= dict.fromkeys(each for each in (one.id, one.origin) if each)
            wanted = [other for other in self.all if other.id == one.origin and other.origin not in ("", *found)]
        return tuple(found)

    def forget(self, path: Path) -> None:
        """Takes a workspace out."""
        self._known = None
        self._keep(tuple(one for one in self.all if one.path != path))

    def _keep(self, recent: tuple[Recent, ...]) -> None:
        before, self._known = self.all, recent[:MOST]
        if self._path is None or before == self._known:
            return
        entries = [
            {"path": str(one.path), "title": one.title, "id": one.id, "origin": one.origin} for one in self._known
        ]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(entries, indent=2).encode("utf-8", "surrogateescape"))
        except (OSError, FileTrouble):
            return

    def _read(self) -> tuple[Recent, ...]:
        if self._path is None:
            return ()
        try:
            with self._path.open("rb") as file:
                found = json.loads(file.read(LARGEST))
        except (OSError, ValueError, RecursionError):
            return ()
        entries = found if isinstance(found, list) else []
        return tuple(
            Recent(Path(entry["path"]), *(str(entry.get(key, "")) for key in ("title", "id", "origin")))
            for entry in entries[:MOST]
            if isinstance(entry, dict) and isinstance(entry.get("path"), str) and entry["path"]
        )
