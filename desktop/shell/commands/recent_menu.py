"""Lists the workspaces that were opened last, to open one again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

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
        for number, one in enumerate([one for one in self._keeping.recent.all if one.path != here and one.is_there]):
            words = one.title.replace("&", "&&")
            key = f"&{number + 1}  " if number < 9 else ""
            action = self._menu.addAction(f"{key}{words}")
            action.setToolTip(str(one.path))
            action.triggered.connect(partial(self._open, one.path))
        if self._menu.isEmpty():
            self._menu.addAction(say("No other workspace yet")).setEnabled(False)
