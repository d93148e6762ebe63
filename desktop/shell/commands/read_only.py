"""Takes the commands that change a workspace away while it may only be read, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.shell.commands.registry import Commands
    from desktop.shell.session import Session

CHANGING = (
    "file.add",
    "edit.paste-article",
    "edit.mark-figure",
    "edit.no-figure",
    "review.rule-",
    "review.withdraw",
    "review.link",
    "review.part",
    "review.take-link-back",
    "review.note",
    "review.sign",
    "sources.new-version",
    "sources.paste-version",
)
"""The names of the commands that change what is open; one that ends in a dash is the beginning of several."""


class ReadOnly(QObject):
    """Follows the session; what the commands say of themselves otherwise comes back with them."""

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(commands)
        self._session = session
        self._commands = commands
        session.read_only_changed.connect(self.apply)
        commands.keys_changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Makes the commands as they have to be now."""
        why_not = self._session.read_only
        for name in self._commands.all:
            if name in CHANGING or any(name.startswith(each) for each in CHANGING if each.endswith("-")):
                self._commands.allow(name, why_not)
