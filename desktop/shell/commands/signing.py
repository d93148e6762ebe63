"""Signs what an editor made before giving a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.language import say, say_count
from desktop.core.signing import signed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.files.preferences import Preferences
    from desktop.shell.commands.preferring import Preferring
    from desktop.shell.session import Session
    from desktop.shell.views.message_bar import MessageBar


class Signing(QObject):
    """When the first name is given the open workspace is signed with it; others when the editor wants it."""

    def __init__(self, window: QWidget, session: Session, messages: MessageBar) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._name = ""

    def follow(self, preferring: Preferring) -> None:
        """Takes the editor's name from the preferences: at once for what comes, when it is kept for what is there."""
        self._name = preferring.preferences.editor
        preferring.applied.connect(self._name_from_now_on)
        preferring.kept.connect(self._name_until_now)

    def sign(self) -> None:
        """Signs all that has no name in the open workspace, and says what came of it."""
        name = self._session.editor
        if not name:
            self._messages.tell(say("First give your name, under Edit › Preferences…"))
        elif self._session.read_only:
            self._session.edit_refused.emit(self._session.read_only)
        elif not self._sign(name):
            self._messages.tell(say("Everything here has a name already."))

    def _sign(self, name: str) -> bool:
        """Whether there was anything without a name to be told of."""
        found = signed(self._session.workspace, name)
        told = []
        if found.count:
            self._session.edit(say("sign with {name}", name=name), found.workspace)
            told.append(
                say("What was ruled and noted without a name is now signed {name}; Undo takes it back.", name=name)
            )
        if found.left:
            told.append(
                say_count(
                    "{count} ruling stays without a name: you have one of your own on the same figures.",
                    "{count} rulings stay without a name: you have ones of your own on the same figures.",
                    found.left,
                )
            )
        if told:
            self._messages.tell(" ".join(told))
        return bool(told)

    def _name_from_now_on(self, preferences: Preferences) -> None:
        self._session.editor = preferences.editor

    def _name_until_now(self, preferences: Preferences) -> None:
        """Not while the name is still being typed."""
        before, self._name = self._name, preferences.editor
        if before or not self._name or self._session.read_only:
            return
        if signed(self._session.workspace, self._name).count:
            self._sign(self._name)
