"""Shows what an editor looks for in both texts, and how often it was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton

from desktop.core.language import say


class FindBar(QFrame):
    """A field, what to heed, the way on and back. It tells what is wanted; somebody else looks."""

    wanted = Signal(str, bool, bool)
    """The words, whether capitals must be the same, whether only whole words count."""
    step_wanted = Signal(int)
    """1 for the next place, -1 for the one before."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find in both texts"))
        self.field.setAccessibleName(say("Find in both texts"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(180)
        self.field.setMaximumWidth(320)
        self.case = _choice("Aa", say("Match case"), say("Capitals must be the same"))
        self.whole = _choice(say("Words"), say("Whole words"), say("Only whole words"))
        self.previous = _step(Qt.ArrowType.UpArrow, say("Previous place"))
        self.next = _step(Qt.ArrowType.DownArrow, say("Next place"))
        self.told = QLabel()
        self.told.setObjectName("found")
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.away = QToolButton()
        self.away.setObjectName("choice")
        self.away.setText(say("Close"))
        self.away.setToolTip(say("Close the find bar (Escape)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        for part in (self.field, self.case, self.whole, self.previous, self.next):
            row.addWidget(part)
        row.addWidget(self.told, 1)
        row.addWidget(self.away)
        self.field.textChanged.connect(self._ask)
        self.case.toggled.connect(self._ask)
        self.whole.toggled.connect(self._ask)
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.away.clicked.connect(self.closed)

    def begin(self, words: str) -> None:
        """Lets the editor type, over `words` unless there are none."""
        if words and words != self.field.text():
            self.field.setText(words)
        else:
            self._ask()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, words: str, *, trouble: bool = False) -> None:
        """Says what was found; trouble: that it was nothing."""
        if words != self.told.text() and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))
        self.told.setText(words)
        for part in (self.told, self.field):
            if part.property("trouble") != trouble:
                part.setProperty("trouble", trouble)
                part.style().unpolish(part)
                part.style().polish(part)

    def allow_steps(self, allowed: bool) -> None:
        """Whether there are places to go to."""
        self.next.setEnabled(allowed)
        self.previous.setEnabled(allowed)

    def event(self, event: QEvent) -> bool:
        # The window has uses of its own for Escape: with the focus in here, it is for the bar first.
        overrides = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if overrides and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.wanted.emit(self.field.text(), self.case.isChecked(), self.whole.isChecked())


def _choice(sign: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("choice")
    button.setText(sign)
    button.setCheckable(True)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button


def _step(arrow: Qt.ArrowType, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("choice")
    button.setArrowType(arrow)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
