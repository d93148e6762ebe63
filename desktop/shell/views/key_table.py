"""Lets the editor give commands other keys, and says whom a key belongs to before it changes hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.core.language import say
from desktop.shell.models.fixed_keys import is_fixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommandKeys:
    """A command by name, its words, the words of its menu, and the keys that it has where no others were chosen."""

    name: str
    words: str
    menu: str
    usual: Keys


def native(keys: Sequence[str]) -> str:
    """Keys as the system writes them, with commas between."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


class KeyTable(QWidget):
    """A row for each command; below, the field that takes a new key for the row that is selected."""

    changed = Signal()

    def __init__(self, commands: Sequence[CommandKeys], chosen: Mapping[str, Keys]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._chosen = dict(chosen)
        self._wanted = ""
        self.table = QTableWidget(len(self._commands), 3)
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(say("New key"))
        self.field.setToolTip(say("Press the new key for the selected command"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.move_here = _button(say("&Move it here"), say("Take the key from the other command"))
        self.remove = _button(say("&No key"), say("Leave the selected command without a key"))
        self.reset = _button(say("&Usual key"), say("Give the selected command its usual key again"))
        self.reset_all = _button(say("&All usual"), say("Give all commands their usual keys again"))
        self._dress_table()
        self._lay_out()
        self.table.currentCellChanged.connect(self._forget_wanted)
        self.field.editingFinished.connect(self._take)
        self.move_here.clicked.connect(self._move)
        self.remove.clicked.connect(lambda: self._give(self._current, ()))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.table.setCurrentCell(0, 0)

    @property
    def chosen(self) -> dict[str, Keys]:
        """The keys that differ from the usual ones, by command."""
        return dict(self._chosen)

    def keys(self, command: CommandKeys) -> Keys:
        """The keys that a command has now."""
        return self._chosen.get(command.name, command.usual)

    @property
    def _current(self) -> CommandKeys:
        return self._commands[max(0, self.table.currentRow())]

    def _dress_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([say("Command"), say("Menu"), say("Keys")])
        table.setAccessibleName(say("Keys of the commands"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row, command in enumerate(self._commands):
            for column, words in enumerate((command.words, command.menu, "")):
                table.setItem(row, column, QTableWidgetItem(words))
        self._show_keys()

    def _lay_out(self) -> None:
        label = QLabel(say("New &key:"))
        label.setBuddy(self.field)
        # Qt's own words in it, whatever their length in the language spoken.
        for asking in self.field.findChildren(QLineEdit):
            self.field.setMinimumWidth(asking.fontMetrics().horizontalAdvance(asking.placeholderText()) + 24)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.field, 1)
        for button in (self.remove, self.reset, self.reset_all):
            row.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.move_here)
        # The line keeps its room while it is empty: else the table would jump.
        self.told.setMinimumHeight(self.move_here.sizeHint().height())
        self.move_here.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addLayout(below)

    def _take(self) -> None:
        key = self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not key:
            return
        self._forget_wanted()
        if is_fixed(key):
            self.told.setText(say("{key} means the same everywhere and cannot be given away.", key=native([key])))
            return
        owner = next((each for each in self._commands if key in self.keys(each)), None)
        if owner is None:
            self._give(self._current, (key,))
        elif owner is self._current:
            self.told.setText(say("{key} is its key already.", key=native([key])))
        else:
            self._wanted = key
            self.told.setText(say("{key} belongs to “{command}”.", key=native([key]), command=owner.words))
            self.move_here.show()

    def _move(self) -> None:
        key = self._wanted
        for owner in self._commands:
            if key in self.keys(owner):
                self._note(owner, tuple(each for each in self.keys(owner) if each != key))
        self._give(self._current, (key,))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        command = self._current
        taken = [each for each in self._commands if each is not command and set(self.keys(each)) & set(command.usual)]
        if taken:
            self.told.setText(
                say(
                    "{key} belongs to “{command}” now; give that its usual key first.",
                    key=native(command.usual),
                    command=taken[0].words,
                )
            )
            return
        self._give(command, command.usual)

    def _reset_all(self) -> None:
        self._chosen.clear()
        self._show_keys()
        self._forget_wanted()
        self.told.setText(say("All commands have their usual keys."))
        self.changed.emit()

    def _give(self, command: CommandKeys, keys: Keys) -> None:
        self._note(command, keys)
        self._show_keys()
        self._forget_wanted()
        self.told.setText(
            say("“{command}” has {key} now.", command=command.words, key=native(keys))
            if keys
            else say("“{command}” has no key now.", command=command.words)
        )
        self.changed.emit()

    def _note(self, command: CommandKeys, keys: Keys) -> None:
        if keys == command.usual:
            self._chosen.pop(command.name, None)
        else:
            self._chosen[command.name] = keys

    def _forget_wanted(self) -> None:
        self._wanted = ""
        self.told.clear()
        self.move_here.hide()
        with QSignalBlocker(self.field):
            self.field.clear()

    def _show_keys(self) -> None:
        for row, command in enumerate(self._commands):
            item = QTableWidgetItem(native(self.keys(command)))
            font = item.font()
            font.setBold(command.name in self._chosen)
            item.setFont(font)
            item.setToolTip(say("Usually {keys}", keys=native(command.usual)) if command.usual else "")
            self.table.setItem(row, 2, item)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
