"""Opens what helps an editor: the guide at the page that fits, all keys, the first hints, what Crossread is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from desktop.core.language import say
from desktop.files.errors import FileTrouble
from desktop.shell.models.fixed_keys import FIXED_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.shell.commands.registry import Commands
    from desktop.shell.theme import Appearance
    from desktop.shell.views.guide_window import GuideWindow
    from desktop.shell.views.hint_strip import HintStrip
    from desktop.shell.views.key_sheet import KeySheet
    from desktop.shell.views.message_bar import MessageBar

PART = "guidePart"
"""What a window beside the main one is called where it says which part it is."""


class Helping(QObject):
    """Each window is made when it is asked for, and stays beside the main one."""

    def __init__(
        self,
        window: QWidget,
        commands: Commands,
        appearance: Appearance,
        messages: MessageBar,
        hint: HintStrip,
        part_in_focus: Callable[[], str],
        language: str,
    ) -> None:
        """part_in_focus: the part of the window that the editor is in, as "claims"."""
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._appearance = appearance
        self._messages = messages
        self._hint = hint
        self._part_in_focus = part_in_focus
        self._language = language
        self.guide: GuideWindow | None = None
        self.keys: KeySheet | None = None
        commands.keys_changed.connect(self._renew)

    def open_guide(self) -> None:
        """Opens the guide at the page about the part, or the window, that has the focus."""
        from desktop.files.guide import page_about, pages
        from desktop.shell.views.guide_window import GuideWindow

        active = QApplication.activeWindow()
        part = (active.property(PART) if active is not None else None) or self._part_in_focus()
        try:
            if self.guide is None:
                said = [page.said() for page in pages(self._language)]
                self.guide = GuideWindow(self._window, self._appearance, said, self._key_of)
            self.guide.open_page(page_about(part))
        except FileTrouble as error:
            self._messages.complain(str(error))

    def help_in(self, window: QWidget, part: str) -> None:
        """Lets the guide's key open the page about that part in a window beside the main one, too."""
        window.setProperty(PART, part)
        action = self._commands["help.guide"]
        if action not in window.actions():
            window.addAction(action)

    def open_keys(self) -> None:
        """Shows all keys."""
        from desktop.shell.views.key_sheet import KeySheet

        if self.keys is None:
            self.keys = KeySheet(self._window, self._appearance)
        self._renew()
        self.keys.show()
        self.keys.raise_()
        self.keys.activateWindow()
        self.keys.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_about(self) -> None:
        """Says what Crossread is."""
        from desktop.shell.views.about_dialog import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_hint(self) -> None:
        """Shows where to begin."""
        self._hint.tell(
            (
                (self._key_of("review.next-disagreement"), say("next disagreement")),
                (say("Click"), say("a figure or a row: the same is marked everywhere")),
                (self._key_of("help.guide"), say("guide")),
            )
        )

    def _key_of(self, command: str) -> str:
        """The key of a command, or how to find it where it has none."""
        if command not in self._commands.all:
            return command
        action = self._commands[command]
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return key or f"{self._commands.menu_of(command)} › {self._commands.words(command)}"

    def _renew(self) -> None:
        if self.keys is None:
            return
        from desktop.shell.views.key_sheet import KeySection

        by_menu: dict[str, list[tuple[str, str]]] = {}
        for name in self._commands.all:
            rows = by_menu.setdefault(self._commands.menu_of(name), [])
            rows.append((self._commands.words(name), _native(self._commands.keys(name))))
        sections = [KeySection(menu, tuple(rows)) for menu, rows in by_menu.items()]
        fixed = tuple((say(words), _native(keys)) for keys, words in FIXED_KEYS)
        self.keys.show_sections([*sections, KeySection(say("Everywhere"), fixed)])


def _native(keys: tuple[str, ...]) -> str:
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
