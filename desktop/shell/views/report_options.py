"""Lets an editor choose what goes into a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.core.agreement import Status
from desktop.core.language import phrase, say
from desktop.core.report import Choice
from desktop.shell.highlights import ORDER
from desktop.shell.views.preferences import PAPER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.core.report import Count
    from desktop.shell.theme import Appearance

STATUSES: dict[Status | None, str] = {
    Status.CONFLICT: phrase("Disagreements"),
    Status.APPROX: phrase("Close together"),
    Status.EQUIVALENT: phrase("The same in other terms"),
    Status.AGREE: phrase("In agreement"),
    None: phrase("Only in one article"),
}
"""The parts of a report by the status of what is in them."""

LEAST = 230
"""Pixels across that the options have at least."""


class ReportOptions(QScrollArea):
    """What goes in, tick by tick, and the paper."""

    changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._counts: dict[Status | None, int] = {}
        self.statuses = {status: QCheckBox() for status in ORDER}
        self.notes = _tick(say("Editors' &notes"), say("What editors noted, each with its author and time"))
        self.questions = _tick(
            say("&Questions and drafts"), say("Questions to put to the outlets, and drafts of corrections")
        )
        self.payments = _tick(
            say("Pa&yments over time"), say("The payments as curves and as a table, if there are any")
        )
        self.title = QLineEdit()
        self.title.setAccessibleName(say("Title"))
        self.title.setPlaceholderText(say("As the workspace is called"))
        self.title.setToolTip(say("What the report is called, where not by the name of the workspace"))
        self.full_texts = _tick(say("&Full texts"), say("All articles with their figures marked, as an appendix"))
        self.paper = QComboBox()
        for paper, words in PAPER_WORDS.items():
            self.paper.addItem(words, paper)
        self.paper.setAccessibleName(say("Paper"))
        self.paper.setToolTip(say("Paper of the PDF; printing uses that of the printer"))
        self.blind = QLabel(say("You review blind: what others ruled and noted is left out."))
        self.blind.setObjectName("told")
        self.blind.setWordWrap(True)
        self.blind.hide()
        self._lay_out()
        for tick in (*self.statuses.values(), self.notes, self.questions, self.payments, self.full_texts):
            tick.toggled.connect(self._tell)
        self.title.textEdited.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        appearance.changed.connect(self._draw)
        self._draw()

    @property
    def choice(self) -> Choice:
        """What goes in."""
        statuses = frozenset(status for status, tick in self.statuses.items() if tick.isChecked())
        return Choice(
            statuses,
            notes=self.notes.isChecked(),
            questions=self.questions.isChecked(),
            payments=self.payments.isChecked(),
            full_texts=self.full_texts.isChecked(),
            title=self.title.text().strip(),
        )

    def show_choice(self, choice: Choice, paper: str) -> None:
        """Shows what goes in. paper: "a4" or "letter"."""
        with QSignalBlocker(self):
            for status, tick in self.statuses.items():
                tick.setChecked(status in choice.statuses)
            self.notes.setChecked(choice.notes)
            self.questions.setChecked(choice.questions)
            self.payments.setChecked(choice.payments)
            self.full_texts.setChecked(choice.full_texts)
            self.paper.setCurrentIndex(self.paper.findData(paper))
            if self.title.text().strip() != choice.title:
                self.title.setText(choice.title)

    def count(self, counts: Iterable[Count]) -> None:
        """Shows how many topics have which status."""
        self._counts = {each.status: each.number for each in counts}
        self._draw()

    def _lay_out(self) -> None:
        self._inside = inside = QWidget()
        inside.setObjectName("noteDetail")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 12, 12)
        column.setSpacing(7)
        for words, parts in (
            (say("Topics to include"), tuple(self.statuses.values())),
            (say("Also"), (self.notes, self.questions, self.payments, self.full_texts)),
            (say("Title"), (self.title,)),
            (say("Paper"), (self.paper,)),
        ):
            caption = QLabel(words)
            caption.setObjectName("caption")
            if column.count():
                column.addSpacing(10)
            column.addWidget(caption)
            for part in parts:
                column.addWidget(part)
        column.addSpacing(10)
        column.addWidget(self.blind)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("What goes into the report"))

    def _draw(self) -> None:
        # As wide as it takes with any count: pages that fit the width would else be made anew when the counts come.
        self._call(dict.fromkeys(ORDER, 999))
        self.setFixedWidth(max(LEAST, self._inside.sizeHint().width() + self.verticalScrollBar().sizeHint().width()))
        self._call(self._counts)
        for status, tick in self.statuses.items():
            tick.setIcon(self._appearance.sign(status.value if status else None))

    def _call(self, counts: Mapping[Status | None, int]) -> None:
        for status, tick in self.statuses.items():
            words = say(STATUSES[status])
            tick.setText(f"{words} ({counts[status]})" if status in counts else words)

    def _tell(self) -> None:
        self.changed.emit()


def _tick(words: str, tip: str) -> QCheckBox:
    tick = QCheckBox(words)
    tick.setToolTip(tip)
    tick.setAccessibleDescription(tip)
    return tick
