"""Offers everything that can be done in the window in a list over its top, narrowed down as the editor types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.core.language import say
from desktop.shell.palette.entry_list import EntryList, EntryRows, spoken
from desktop.shell.palette.ranking import ranked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.shell.palette.entries import Entry
    from desktop.shell.theme import Appearance

WIDTH = 620
MOST_ROWS = 12
MOST_SHOWN = 200
TOP = 44
ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the focus goes while the editor stays in the palette: to another window, to a menu over it."""


class Palette(QFrame):
    """A field and the entries that fit what is typed into it; hidden until it is wanted."""

    ran = Signal(str)
    """The name of a command that was run from here."""

    def __init__(self, window: QWidget, appearance: Appearance, offers: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(window)
        self._window = window
        self._offers = offers
        self._entries: tuple[Entry, ...] = ()
        self._recent: tuple[int, ...] = ()
        self._focus_before: QWidget | None = None
        self.setObjectName("palette")
        self.setAccessibleName(say("Command palette"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Type a command, an article or a topic"))
        self.field.setAccessibleName(say("Command palette"))
        self.field.setAccessibleDescription(
            say("Type some letters of a command, an article or a topic; Up and Down choose, Return runs it")
        )
        self.field.setToolTip(say("Up and Down choose, Return runs, Esc closes"))
        self.field.installEventFilter(self)
        self.entries = EntryList()
        self.list = QListView()
        self.list.setAccessibleName(say("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else a click would take the focus, and so close it all
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = EntryRows(appearance)
        self.list.setItemDelegate(self._rows)
        self.list.setModel(self.entries)
        self.nothing = QLabel(say("Nothing fits. Fewer letters find more."))
        self.nothing.setObjectName("about")
        self.nothing.setContentsMargins(0, 6, 0, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.field.textChanged.connect(self._narrow)
        self.list.clicked.connect(self.run)
        window.installEventFilter(self)
        self.hide()

    def open(self, recent: Sequence[str] = ()) -> None:
        """Shows all there is; recent: names of commands, the last used first. A second time closes it."""
        if self.isVisible():
            self.close_up()
            return
        self._entries = tuple(self._offers())
        numbers = {entry.name: number for number, entry in enumerate(self._entries) if entry.name}
        self._recent = tuple(numbers[name] for name in recent if name in numbers)
        self._focus_before = QApplication.focusWidget()
        self.field.clear()
        self._narrow("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Closes it; the focus goes back to where it was."""
        before, self._focus_before = self._focus_before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def run(self) -> None:
        """Runs the current entry, if that can be done now."""
        index = self.list.currentIndex()
        entry = self.entries.entry(index.row()) if index.isValid() else None
        if entry is None or not entry.enabled:
            return
        # First the focus, because commands may ask where it is; then the command, when this key is dealt with.
        self.close_up()
        QTimer.singleShot(0, self, entry.run)
        if entry.name:
            self.ran.emit(entry.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if watched is self.field:
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
                event.accept()  # else it would dismiss a message instead
                return True
            if kind == QEvent.Type.KeyPress:
                return self._take_key(event)  # type: ignore[arg-type]
            if kind == QEvent.Type.FocusOut and event.reason() not in ELSEWHERE:  # type: ignore[attr-defined]
                self._focus_before = None  # the editor has put it elsewhere
                self.hide()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        rows = self.entries.rowCount()
        now = self.list.currentIndex().row()
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run()
        elif key == Qt.Key.Key_Down and rows:
            self._choose((now + 1) % rows)
        elif key == Qt.Key.Key_Up and rows:
            self._choose((now - 1) % rows)
        elif key == Qt.Key.Key_PageDown and rows:
            self._choose(min(now + MOST_ROWS - 1, rows - 1))
        elif key == Qt.Key.Key_PageUp and rows:
            self._choose(max(now - MOST_ROWS + 1, 0))
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _choose(self, row: int) -> None:
        index = self.entries.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        # The focus stays in the field, so a screen reader would not hear of the list.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken(self.entries.entry(row))))

    def _narrow(self, typed: str) -> None:
        found = ranked(typed, [(entry.words, entry.place) for entry in self._entries], self._recent)
        self.entries.show([(self._entries[number], fit) for number, fit in found[:MOST_SHOWN]])
        rows = self.entries.rowCount()
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        if rows:
            self._choose(0)
            self.list.setFixedHeight(min(rows, MOST_ROWS) * self.list.sizeHintForRow(0) + 2)
        self._place()

    def _place(self) -> None:
        width = min(WIDTH, self._window.width() - 40)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._window.width() - width) // 2, TOP)
