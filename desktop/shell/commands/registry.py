"""Knows what an editor can do by name: every command with its words, its keys and its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QAbstractButton, QMenu


class Commands(QObject):
    """All commands of the window, each an action in one of its menus.

    A command is called by a name that stays ("review.next-difference"), which keys are remembered under.
    """

    keys_changed = Signal()
    starting = Signal()
    """A command is about to be done: it has to find what is being typed."""

    def __init__(self, menus: Mapping[str, QMenu], owner: QObject) -> None:
        """menus: the menus by name, as "file"."""
        super().__init__(owner)
        self._menus = dict(menus)
        self._actions: dict[str, QAction] = {}
        self._words: dict[str, str] = {}
        self._tips: dict[str, str] = {}
        self._usual: dict[str, tuple[str, ...]] = {}
        for menu in menus.values():
            menu.setToolTipsVisible(True)

    @property
    def all(self) -> Mapping[str, QAction]:
        """The actions by the name of their command, in the order of the menus."""
        return self._actions

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def add(
        self,
        menu: str,
        name: str,
        words: str,
        keys: str | Sequence[str],
        call: Callable[[], object],
        tip: str = "",
    ) -> QAction:
        """A new command at the end of a menu. keys: "Ctrl+O", several, or "" for none."""
        action = self._made(name, words, keys, tip)
        action.triggered.connect(self.starting)
        action.triggered.connect(lambda _checked=False: call())
        self._menus[menu].addAction(action)
        return action

    def add_choice(
        self,
        menu: str,
        name: str,
        words: str,
        keys: str | Sequence[str],
        call: Callable[[bool], object],
        tip: str = "",
        *,
        checked: bool = False,
        group: QActionGroup | None = None,
    ) -> QAction:
        """A new command that is on or off; of a group, one is on. `call` is told only what the editor chose."""
        action = self._made(name, words, keys, tip)
        action.setCheckable(True)
        action.setChecked(checked)
        if group is not None:
            group.addAction(action)
        action.triggered.connect(self.starting)
        action.triggered.connect(lambda on: call(on))
        self._menus[menu].addAction(action)
        return action

    def adopt(self, menu: str, name: str, action: QAction, keys: str | Sequence[str] = "", tip: str = "") -> QAction:
        """An action that somebody else made (undo, a dock's) as a command at the end of a menu."""
        self._dress(action, name, keys, tip)
        self._menus[menu].addAction(action)
        return action

    def add_menu(self, menu: str, name: str, words: str) -> None:
        """A new menu inside another, at its end; commands are added to it by its name."""
        self._menus[name] = self._menus[menu].addMenu(words)
        self._menus[name].setToolTipsVisible(True)

    def menu(self, name: str) -> QMenu:
        """The menu of that name."""
        return self._menus[name]

    def separate(self, menu: str) -> None:
        """A line at the end of a menu."""
        self._menus[menu].addSeparator()

    def allow(self, name: str, why_not: str) -> None:
        """Lets a command be used, or not, and why not."""
        action = self._actions[name]
        action.setEnabled(not why_not)
        action.setToolTip(why_not or with_keys(self._tips[name] or self._words[name], action))

    def words(self, name: str) -> str:
        """What a command is called wherever commands are listed, whatever its menu says at the moment."""
        return self._words[name]

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of a command in the form that is kept ("Ctrl+O")."""
        return tuple(key.toString(QKeySequence.SequenceFormat.PortableText) for key in self._actions[name].shortcuts())

    def usual_keys(self, name: str) -> tuple[str, ...]:
        """The keys that a command has where the editor chose no others."""
        return self._usual[name]

    def set_keys(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Gives commands other keys than the usual ones; those that are not named, and unknown names, stay as usual."""
        for name in self._actions:
            self._set_keys(name, chosen.get(name, self._usual[name]))
        self.keys_changed.emit()

    def chosen_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that differ from the usual ones, by command."""
        return {name: self.keys(name) for name in self._actions if self.keys(name) != self._usual[name]}

    def menu_of(self, name: str) -> str:
        """The words of the menu that a command stands in."""
        action = self._actions[name]
        return next((plain(menu.title()) for menu in self._menus.values() if action in menu.actions()), "")

    def _made(self, name: str, words: str, keys: str | Sequence[str], tip: str) -> QAction:
        action = QAction(words, self)
        self._dress(action, name, keys, tip)
        return action

    def _dress(self, action: QAction, name: str, keys: str | Sequence[str], tip: str) -> None:
        if name in self._actions:
            raise ValueError(f"two commands are called {name!r}")
        action.setObjectName(name)
        self._actions[name] = action
        self._words[name] = plain(action.text())
        self._tips[name] = tip
        wanted = (keys,) if isinstance(keys, str) else keys
        self._usual[name] = tuple(QKeySequence(key).toString() for key in wanted if key)
        self._set_keys(name, self._usual[name])

    def _set_keys(self, name: str, keys: Sequence[str]) -> None:
        action = self._actions[name]
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setToolTip(with_keys(self._tips[name] or self._words[name], action))
        action.setStatusTip("")


def plain(words: str) -> str:
    """The words of a menu without the mark of its mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def with_keys(words: str, action: QAction) -> str:
    """What a tooltip says: the words, and the key in brackets."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({key})" if key else words


def tell_key(button: QAbstractButton, action: QAction) -> None:
    """Says the key of a command in the tooltip of a button that does the same, whichever key the editor chose."""

    def tell() -> None:
        button.setToolTip(with_keys(button.accessibleName(), action))

    action.changed.connect(tell)
    tell()
