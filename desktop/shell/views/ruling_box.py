"""Lets the editor rule on what is under review and say why, and shows what others ruled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.language import say
from desktop.core.rulings import Decision
from desktop.shell.views.next_soon import NextSoon
from desktop.shell.views.right_ones import RightOnes
from desktop.shell.views.told_rulings import ToldRulings
from desktop.shell.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Sequence

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

MANY = len(CHOICES)
"""The number of the button for all sources at once, behind those of the choices."""


class RulingBox(QFrame):
    """A button for each decision with its key, one for all sources at once, and a field for the reason.

    The field holds a note until there is a ruling; then the same words are its reason.
    """

    def __init__(self, review: Review, session: Session) -> None:
        super().__init__()
        self._review = review
        self._session = session
        self.setObjectName("rulingBox")
        self.state = QLabel()
        self.state.setObjectName("about")
        self.state.setWordWrap(True)
        self._keys: Sequence[str] = [str(number + 1) for number in range(MANY + 1)]
        self.buttons = tuple(self._button(number) for number in range(MANY))
        self.many = self._button(MANY)
        self.told = ToldRulings()
        self.caption = QLabel()
        self.caption.setObjectName("caption")
        # what it says for a moment is not to make the whole panel wider
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note = WordsField(2)
        self.soon = NextSoon(review, self)
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
        review.waiting_changed.connect(self._show_caption)
        review.stepped.connect(self._let_go)
        session.read_only_changed.connect(self.show_state)
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
        grid.addWidget(self.many, 3, 0, 1, 2)
        grid.addWidget(self.told, 4, 0, 1, 2)
        grid.addWidget(self.state, 5, 0)
        grid.addWidget(self.next, 5, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(5)
        column.addWidget(self.caption)
        column.addWidget(self.note)
        column.addWidget(self.soon)
        column.addLayout(grid)
        QWidget.setTabOrder(self.note, self.buttons[0])

    def _let_go(self) -> None:
        """Another comparison was asked for: the next key is a ruling, and no letter of a note on it."""
        if self.note.hasFocus():
            self.note.finish()
            self.note.clearFocus()

    def choose(self, number: int) -> None:
        """Rules as the button of that number says, from 0; the same once more takes the ruling back.

        One on an earlier reading, or on more sources, is not taken back but made anew, on what is under review.
        """
        self.note.finish()
        if number == MANY:
            self.ask_which()
            return
        decision, side = CHOICES[number]
        ruling = self._review.ruling
        is_same = self._number_of(ruling) == number and ruling is not None and len(ruling.anchors) == 2
        if is_same and not self._review.earlier_reading:
            self._review.withdraw()
        else:
            self._review.rule(decision, side)
        self.show_state()

    def ask_which(self) -> None:
        """Asks which of many sources are right, and rules on all of them at once."""
        review, session = self._review, self._session
        if session.read_only:
            session.edit_refused.emit(session.read_only)
        elif not review.is_of_many or review.comparison is None:
            review.announced.emit(say("Choose a topic first that more than two sources speak of."))
        else:
            review.stay()
            topic = wording.topic(review.comparison.topic)
            dialog = RightOnes(self.window(), topic, review.voices, review.until_now, session.letters, session.names)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(review.rule_on_all)
            dialog.finished.connect(self.show_state)
            dialog.open()

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
        ruling, why_not = review.ruling, self._session.read_only
        chosen = self._number_of(ruling)
        for number, (button, (words, tip)) in enumerate(zip((*self.buttons, self.many), self._words(), strict=True)):
            is_chosen = number == chosen or (number == MANY and ruling is not None and len(ruling.anchors) > 2)
            key = self._keys[number] if number < len(self._keys) else ""
            button.setText(f"{key}  {words}" if key else words)
            button.setToolTip(why_not or (f"{tip} ({key})" if key else tip))
            button.setAccessibleName(say("{words}, chosen", words=words) if is_chosen else words)
            button.setAccessibleDescription(why_not or tip)
            button.setEnabled(bool(review.pairs) and not why_not)
            with QSignalBlocker(button):
                button.setChecked(is_chosen)
        self.many.setVisible(review.is_of_many)
        self._show_note(why_not)
        self.told.tell(review, self._session)
        self.state.setText(review.in_words() if self._session.analysis.articles else "")
        self.next.setEnabled(review.unreviewed > 0)
        self.next.setToolTip(say("Go to the next conflict without a ruling"))

    def _show_note(self, why_not: str) -> None:
        """The field: a note, with a ruling its reason."""
        review = self._review
        is_reason = review.ruling is not None
        caption = say("Reason") if is_reason else say("Note")
        self._show_caption()
        self.note.show_words(review.written)
        self.note.setPlaceholderText(
            say("Why it is so ruled: who was asked, what bears it out")
            if is_reason
            else say("Why, who was asked, what is still open")
        )
        self.note.setAccessibleName(say("Why it is so ruled") if is_reason else caption)
        tip = say("Kept with the ruling") if is_reason else say("A note until you rule; then the reason of the ruling")
        self.note.setToolTip(why_not or tip)
        self.note.setEnabled(bool(review.anchors))
        self.note.setReadOnly(bool(why_not))

    def _show_caption(self) -> None:
        caption = say("Reason") if self._review.ruling is not None else say("Note")
        self.caption.setText(self.soon.words() or caption)

    def _annotate(self) -> None:
        self._review.write(self.note.toPlainText(), self._noting)

    def _number_of(self, ruling: Ruling | None) -> int | None:
        sides = self._review.sides
        if ruling is None or not sides:
            return None
        decision, right = self._review.as_told(ruling).between(*sides)
        side = sides.index(right) if right is not None else None
        return CHOICES.index((decision, side))

    def _words(self) -> tuple[tuple[str, str], ...]:
        """The words of each button, and what they mean at length."""
        sides, said = self._review.sides, self._review.said
        if sides and sides[0].article == sides[1].article:
            first, second = say("First is right"), say("Second is right")
            longer = [
                say("Right is {figure}, where it is said first", figure=said[0]),
                say("Right is {figure}, where it is said again", figure=said[1]),
            ]
        else:
            letters = self._session.letters
            left, right = (letters.get(article or "", "") for article in self._session.facing)
            first = say("{letter} is right", letter=left) if left else say("Left is right")
            second = say("{letter} is right", letter=right) if right else say("Right is right")
            longer = [first, second]
            if sides:
                longer = [
                    say("{name} is right: {figure}", name=self._session.names.get(at.article, ""), figure=words)
                    for at, words in zip(sides, said, strict=True)
                ]
        return (
            (first, longer[0]),
            (second, longer[1]),
            (say("Both wrong"), say("Neither is right")),
            (say("Both right"), say("Both are right, each in its own terms")),
            (say("Not the same"), say("They do not speak of the same thing; they stay compared until you part them")),
            (say("Needs a source"), say("It cannot be decided without another source")),
            (say("Which are right…"), say("Rule on what all sources say of this, at once")),
        )
