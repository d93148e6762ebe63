"""Shows how many topics have which status, and what is selected in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.core import by_editor, wording
from desktop.core.agreement import Status
from desktop.core.analysis import statuses_between
from desktop.core.language import phrases, say, say_count
from desktop.core.rulings import worst_between
from desktop.shell.highlights import ORDER

if TYPE_CHECKING:
    from desktop.core.figures import Figure
    from desktop.shell.review import Review
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

WORDS = {
    Status.CONFLICT: phrases("{count} conflict", "{count} conflicts"),
    Status.APPROX: phrases("{count} close", "{count} close"),
    Status.EQUIVALENT: phrases("{count} equivalent", "{count} equivalent"),
    Status.AGREE: phrases("{count} agree", "{count} agree"),
}


class Counts(QWidget):
    """How many topics of the two articles have which status, each with its sign."""

    counted = Signal(str)
    """The counts in words, when another comparison was made or other articles face each other."""

    def __init__(self, session: Session, review: Review, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._review = review
        self._appearance = appearance
        self._told = ""
        self._open = QLabel()
        self._signs = {status: QLabel() for status in WORDS}
        self._texts = {status: QLabel() for status in WORDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(5)
        for status in (status for status in ORDER if status is not None):
            row.addWidget(self._signs[status])
            row.addWidget(self._texts[status])
            row.addSpacing(8)
        session.analysis_changed.connect(self.show_counts)
        row.addWidget(self._open)
        session.facing_changed.connect(self.show_counts)
        review.changed.connect(self._show_open)
        appearance.changed.connect(self.show_counts)
        self.show_counts()

    def show_counts(self) -> None:
        """Counts the topics of the two articles that face each other."""
        counts = dict.fromkeys(WORDS, 0)
        left, right = self._session.facing
        for comparison in self._session.analysis.comparisons:
            status = worst_between(comparison, left, right)
            if status is not None:
                counts[status] += 1
        for status, count in counts.items():
            words = say_count(*WORDS[status], count)
            self._signs[status].setPixmap(self._appearance.sign(status).pixmap(14, 14))
            self._texts[status].setText(words)
            # the bar gives a label no more room than it had before, and would cut the longer word
            self._texts[status].setMinimumWidth(self._texts[status].sizeHint().width())
        self._show_open()

    def _show_open(self) -> None:
        """Says how many of the conflicts are without a ruling."""
        conflicts = self._texts[Status.CONFLICT].text()
        left = self._review.unreviewed
        state = self._review.in_words() if self._session.analysis.articles else ""
        self._open.setText(f"· {state}" if state else "")
        self._open.setMinimumWidth(self._open.sizeHint().width())
        words = [*(label.text() for label in self._texts.values()), self._review.in_words()]
        self.setAccessibleName(", ".join(words))
        told = say("{conflicts}, {count} unreviewed", conflicts=conflicts, count=left)
        if self._session.is_analysed and told != self._told:
            self._told = told
            self.counted.emit(told)


class Selected(QLabel):
    """What is selected, in words."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        session.analysis_begun.connect(self._show_work)
        session.analysis_changed.connect(self._show_again)
        session.analysis_stopped.connect(self._show_again)
        selection.changed.connect(self.show_selected)

    def show_selected(self, figures: tuple[Figure, ...]) -> None:
        """Says what the first of the selected figures is."""
        if not figures or figures[0].article not in self._session.names:
            self.setText("")
            return
        first = figures[0]
        statuses = statuses_between(self._session.analysis, *(article or "" for article in self._session.facing))
        called = self._session.names.get(first.article, "")
        status = by_editor.status_in_words(self._session.analysis, first, statuses.get(first), self._session.facing)
        self.setText(
            say("{figure} in {name}: {status}", figure=wording.quoted_figure(first), name=called, status=status)
        )

    def _show_work(self) -> None:
        self.setText(say("Comparing…"))

    def _show_again(self) -> None:
        self.show_selected(self._selection.figures)
