"""Lists the workspaces that were opened last, to open one again."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core import wording
from desktop.core.language import say
from desktop.shell.moments import said_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from desktop.files.recent import Recent
    from desktop.shell.keeping import Keeping


class RecentMenu(QObject):
    """A menu that is made when it is opened, since another window may have added to the list."""

    def __init__(self, owner: QObject, keeping: Keeping, open_path: Callable[[Path], object]) -> None:
        super().__init__(owner)
        self._keeping = keeping
        self._open = open_path

    def fill(self, menu: QMenu) -> None:
        """Lets that menu list them."""
        self._menu = menu
        menu.aboutToShow.connect(self.make)
        self.make()

    def make(self) -> None:
        """Lists what can be opened again; what is gone is left out."""
        self._menu.clear()
        here = self._keeping.path
        listed = [one for one in self._keeping.recent.all if one.path != here and one.is_there]
        names = told_apart(listed, self._keeping.is_among_drafts)
        for number, (one, name) in enumerate(zip(listed, names, strict=True)):
            words = name.replace("&", "&&")
            key = f"&{number + 1}  " if number < 9 else ""
            action = self._menu.addAction(f"{key}{words}")
            action.setToolTip(str(one.path))
            action.triggered.connect(partial(self._open, one.path))
        if self._menu.isEmpty():
            self._menu.addAction(say("No other workspace yet")).setEnabled(False)


def told_apart(recent: Sequence[Recent], is_draft: Callable[[Path], bool]) -> list[str]:
    """What to call each: by its file, a draft by its title and day; by its folder or time too where two read alike."""
    names = [_with_day(one) if is_draft(one.path) else one.path.stem for one in recent]
    often = Counter(names)
    for number, one in enumerate(recent):
        if often[names[number]] == 1:
            continue
        if is_draft(one.path):
            names[number] = say("{title}, {when}", title=one.title, when=said_at(_changed(one.path)))
        else:
            names[number] = say("{name}, in {folder}", name=names[number], folder=one.path.parent)
    return names


def _with_day(one: Recent) -> str:
    return say("{title}, {when}", title=one.title, when=wording.day(_changed(one.path).date()))


def _changed(path: Path) -> datetime:
    """When something was written into it, in the editor's own time."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:  # it went just now
        return datetime.now().astimezone()
