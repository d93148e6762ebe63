"""Lets the editor rule on what is under review, and note why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from desktop.core.language import say
from desktop.core.rulings import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop.core.anchors import Anchor
    from desktop.core.rulings import Ruling
    from desktop.shell.review import Review
    from desktop.shell.session import Session

CHOICES: tuple[tuple[Decision, int | None], ...] = (
    (Decision.SOME_RIGHT, 0),
    (Decision.SOME_RIGHT, 1),
    (Decision.BOTH_WRONG, None),
    (Decision.BOTH_RIGHT, None),
    (Decision.NOT_THE_SAME, None),
    (Decision.NEEDS_SOURCE, None),
)
"""What can be decided, in the order of the keys 1 to 6; the number is the side that is right."""

TYPING = 800
"""How long typing rests before a note is taken over, in milliseconds."""


class _Note(QPlainTextEdit):
    """A field for a few words. Tab leaves it, and so does Escape."""

    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(say("Note: why, who was asked, what is still open"))
        self.setAccessibleName(say("Note"))
        self.setObjectName("note")
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 16)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING)
        self.textChanged.connect(self._rest.start)
        self.rested = self._rest.timeout

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.begun.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def finish(self) -> None:
        """Tells at once what was typed."""
        if self._rest.isActive():
            self._rest.stop()
            self._rest.timeout.emit()

    def show_note(self, text: str) -> None:
        """Shows a note that is kept; what is being typed here is left alone."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
        self._rest.stop()


class RulingBox(QFrame):
    """Six buttons with their keys, and the note."""

    def __init__(self, review: Review, session: Session) -> None:
        super().__init__()
        self._review = review
        self._session = session
        self.setObjectName("rulingBox")
        self.state = QLabel()
        self.state.setObjectName("about")
        self.state.setWordWrap(True)
        self._keys: Sequence[str] = [str(number + 1) for number in range(len(CHOICES))]
        self.buttons = tuple(self._button(number) for number in range(len(CHOICES)))
        self.note = _Note()
        self.next = QToolButton()
        self.next.setObjectName("choice")
        self.next.setText(say("Next"))
        self.next.clicked.connect(lambda: review.step(1))
        self._lay_out()
        self._noting: tuple[Anchor, ...] = ()
        self.note.rested.connect(self._annotate)
        self.note.begun.connect(review.stay)
        self.note.textChanged.connect(review.stay)
        review.changed.connect(self.show_state)
        self.show_state()

    def _button(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("ruling")
        button.setCheckable(True)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(lambda: self.choose(number))
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for number, button in enumerate(self.buttons):
            grid.addWidget(button, number // 2, number % 2)
        grid.addWidget(self.state, 3, 0)
        grid.addWidget(self.next, 3, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(5)
        column.addWidget(self.note)
        column.addLayout(grid)
        QWidget.setTabOrder(self.note, self.buttons[0])

    def choose(self, number: int) -> None:
        """Rules as the button of that number says, from 0; the same once more takes the ruling back."""
        self.note.finish()
        decision, side = CHOICES[number]
        if self._number_of(self._review.ruling) == number:
            self._review.withdraw()
        else:
            self._review.rule(decision, side)
        self.show_state()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Says other keys on the buttons, "" where one has none."""
        self._keys = keys
        self.show_state()

    def show_state(self) -> None:
        """Shows what is ruled and noted on what is under review."""
        review = self._review
        if review.anchors != self._noting:
            self.note.finish()  # what was typed belongs to what was under review until now
            self._noting = review.anchors
        chosen = self._number_of(review.ruling)
        for number, (button, (words, tip)) in enumerate(zip(self.buttons, self._words(), strict=True)):
            key = self._keys[number]
            button.setText(f"{key}  {words}" if key else words)
            button.setToolTip(f"{tip} ({key})" if key else tip)
            button.setAccessibleName(say("{words}, chosen", words=words) if number == chosen else words)
            button.setAccessibleDescription(tip)
            button.setEnabled(bool(review.pairs))
            with QSignalBlocker(button):
                button.setChecked(number == chosen)
        note = review.annotation
        self.note.show_note(note.text if note is not None else "")
        self.note.setEnabled(bool(review.anchors))
        self.state.setText(review.in_words() if self._session.analysis.articles else "")
        self.next.setEnabled(review.unreviewed > 0)
        self.next.setToolTip(say("Go to the next conflict without a ruling"))

    def _annotate(self) -> None:
        self._review.annotate(self.note.toPlainText(), self._noting)

    def _number_of(self, ruling: Ruling | None) -> int | None:
        sides = self._review.sides
        if ruling is None or not sides:
            return None
        decision, right = ruling.between(*sides)
        side = sides.index(right) if right is not None else None
        return CHOICES.index((decision, side))

    def _words(self) -> tuple[tuple[str, str], ...]:
        """The words of each button, and what they mean at length."""
        sides = self._review.sides
        if sides and sides[0].article == sides[1].article:
            first, second = say("First is right"), say("Second is right")
            longer = [
                say("Right is “{quote}”, where it is said first", quote=sides[0].quote),
                say("Right is “{quote}”, where it is said again", quote=sides[1].quote),
            ]
        else:
            letters = self._session.letters
            left, right = (letters.get(article or "", "") for article in self._session.facing)
            first = say("{letter} is right", letter=left) if left else say("Left is right")
            second = say("{letter} is right", letter=right) if right else say("Right is right")
            longer = [first, second]
            if sides:
                longer = [
                    say("{name} is right: “{quote}”", name=self._session.names.get(at.article, ""), quote=at.quote)
                    for at in sides
                ]
        return (
            (first, longer[0]),
            (second, longer[1]),
            (say("Both wrong"), say("Neither is right")),
            (say("Both right"), say("Both are right, each in its own terms")),
            (say("Not the same"), say("They do not speak of the same thing; they stay compared until you part them")),
            (say("Needs a source"), say("It cannot be decided without another source")),
        )
