"""Names what would be undone or done again in the menu's own words, and shows all steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from desktop.core.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QUndoStack
    from PySide6.QtWidgets import QWidget

    from desktop.shell.views.history_dialog import HistoryDialog


class History(QObject):
    """The window with all steps; one for the whole time."""

    opened = Signal(object, str)
    """A window beside the main one, and which part of the guide's contents it is."""

    def __init__(self, owner: QWidget, stack: QUndoStack) -> None:
        super().__init__(owner)
        self._owner, self._stack = owner, stack
        self.dialog: HistoryDialog | None = None

    def open(self) -> None:
        """Shows it, or brings it to the front."""
        from desktop.shell.views.history_dialog import HistoryDialog

        if self.dialog is None:
            self.dialog = HistoryDialog(self._owner, self._stack)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.opened.emit(self.dialog, "history")


class NamedAction(QObject):
    """Keeps the text of an action at "Undo" or "Undo ruling"; Qt's own way to join the two is an English one."""

    def __init__(self, action: QAction, text_changed: SignalInstance, bare: str, named: str) -> None:
        """bare, named: phrases, the second with a place for `what`."""
        super().__init__(action)
        self._action, self._bare, self._named = action, bare, named
        text_changed.connect(self.tell)

    def tell(self, what: str) -> None:
        """Names another thing, or "" for nothing."""
        if isValid(self._action):  # at the end of the program the stack empties itself when the menus are gone
            shown = what.replace("&", "&&")  # a quote may have one, which is no mnemonic
            self._action.setText(say(self._named, what=shown) if what else say(self._bare))
