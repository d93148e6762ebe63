"""Applies what an editor prefers to the window, lets it be changed, and keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from desktop.core.language import say
from desktop.files.errors import FileTrouble
from desktop.shell.models.fixed_keys import is_fixed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.files.preferences import Preferences, PreferencesFile
    from desktop.shell.commands.registry import Commands
    from desktop.shell.theme import Appearance
    from desktop.shell.views.compare_view import CompareView
    from desktop.shell.views.message_bar import MessageBar

Keys = tuple[str, ...]


class Preferring(QObject):
    """The preferences of this moment. What is changed in the window itself (theme, size of the texts) counts too."""

    applied = Signal(object)
    """The Preferences that the window goes by from now on."""
    kept = Signal(object)
    """The Preferences that the editor has settled on."""

    def __init__(
        self,
        window: QWidget,
        file: PreferencesFile,
        commands: Commands,
        appearance: Appearance,
        compare: CompareView,
        messages: MessageBar,
        languages: Callable[[], Mapping[str, str]] = lambda: {"en": "English"},
    ) -> None:
        """languages: the own names of the languages that Crossread speaks, by code."""
        super().__init__(window)
        self._window = window
        self._file = file
        self._commands = commands
        self._appearance = appearance
        self._compare = compare
        self._messages = messages
        self._languages = languages
        self._preferences = file.read()
        self._asked_for: dict[str, str] = {}

    def begin(self) -> None:
        """Applies what was kept. The theme was chosen before, perhaps on the command line."""
        if self._file.trouble is not None:
            self._messages.complain(
                say(
                    "Some preferences could not be read; the usual ones are used: {trouble}", trouble=self._file.trouble
                )
            )
        kept = self._preferences.theme
        self.apply(replace(self._preferences, theme=self._appearance.choice))
        # What the command line asked for is for this time only, as long as the editor chooses nothing else.
        self._asked_for = {self._appearance.choice: kept}

    @property
    def preferences(self) -> Preferences:
        """What is preferred now."""
        # Commands that are not there (yet) keep the keys that were chosen for them.
        absent = {name: keys for name, keys in self._preferences.keys.items() if name not in self._commands.all}
        return replace(
            self._preferences,
            theme=self._asked_for.get(self._appearance.choice, self._appearance.choice),
            reading_points=self._compare.zoom,
            keys={**absent, **self._commands.chosen_keys()},
        )

    def apply(self, preferences: Preferences) -> None:
        """Makes the window as these preferences want it; does not keep them."""
        from desktop.shell.views.preferences import font_family

        self._preferences = preferences
        self._appearance.choose(preferences.theme)
        self._appearance.enlarge(preferences.interface_points)
        self._commands[f"view.{preferences.theme}"].setChecked(True)
        self._compare.set_reading_font(font_family(preferences.reading_font))
        self._compare.set_zoom(preferences.reading_points)
        self.apply_keys()
        self.applied.emit(preferences)

    def apply_keys(self) -> None:
        """Gives the commands the keys that were chosen; once more where commands have come since."""
        usual = {name: self._commands.usual_keys(name) for name in self._commands.all}
        self._commands.set_keys(sound_keys(self._preferences.keys, usual))

    def ask(self) -> None:
        """Lets the editor change them."""
        from desktop.shell.views.preferences import CommandKeys, PreferencesDialog
        from desktop.shell.views.reading_text import READING_POINTS

        commands = self._commands
        rows = [
            CommandKeys(name, commands.words(name), commands.menu_of(name), commands.usual_keys(name))
            for name in commands.all
        ]
        usual_points = (self._appearance.usual_points, READING_POINTS)
        now = replace(self.preferences, theme=self._appearance.choice)  # what is seen, whoever asked for it
        dialog = PreferencesDialog(self._window, now, rows, self._languages(), usual_points)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._try)
        dialog.accepted.connect(self.keep)
        dialog.open()

    def _try(self, wanted: Preferences) -> None:
        # What Crossread learned by itself while the dialog was open is not the dialog's to change.
        learned = self._preferences
        self.apply(replace(wanted, recent=learned.recent, hint_seen=learned.hint_seen))

    def note_use(self, command: str) -> None:
        """Remembers that a command was used just now."""
        self._preferences = self._preferences.with_recent(command)

    def note_hint_seen(self, seen: bool) -> None:
        """Remembers whether the hint of the first start has been read."""
        self._preferences = replace(self._preferences, hint_seen=seen)
        self.keep()

    def choose_paper(self, paper: str) -> None:
        """Remembers which paper ("a4", "letter") the editor wants for reports."""
        self._preferences = replace(self._preferences, paper=paper)
        self.keep()

    def keep(self) -> None:
        """Keeps them for the next start; where that is impossible, says so."""
        try:
            self._file.write(self.preferences)
        except FileTrouble as error:
            self._messages.complain(str(error))
        self.kept.emit(self.preferences)


def sound_keys(chosen: Mapping[str, Keys], usual: Mapping[str, Keys]) -> dict[str, Keys]:
    """What can be used of chosen keys, which may come from a file that somebody edited.

    Left out are commands that do not exist, keys that no keyboard has, and keys that another command has already; a
    command that loses all its chosen keys so gets its usual ones.
    """
    sound: dict[str, Keys] = {}
    for name, keys in chosen.items():
        if name not in usual:
            continue
        readable = (QKeySequence(key).toString() for key in keys)
        left = tuple(key for key in readable if key and not is_fixed(key))
        if left or not keys:
            sound[name] = left
    for name, keys in list(sound.items()):
        others = {key for other in usual if other != name for key in sound.get(other, usual[other])}
        left = tuple(key for key in keys if key not in others)
        if left != keys:
            sound[name] = left or tuple(key for key in usual[name] if key not in others)
    return {name: keys for name, keys in sound.items() if keys != usual[name]}
