"""Shows how many topics have which status, and what is selected in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.core import wording
from desktop.core.agreement import SEVERITY, Status
from desktop.core.analysis import statuses_between
from desktop.shell.highlights import ORDER

if TYPE_CHECKING:
    from desktop.core.figures import Figure
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

WORDS = {
    Status.CONFLICT: ("conflict", "conflicts"),
    Status.APPROX: ("close", "close"),
    Status.EQUIVALENT: ("equivalent", "equivalent"),
    Status.AGREE: ("agrees", "agree"),
}


class Counts(QWidget):
    """How many topics of the two articles have which status, each with its sign."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._appearance = appearance
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
        session.facing_changed.connect(self.show_counts)
        appearance.changed.connect(self.show_counts)
        self.show_counts()

    def show_counts(self) -> None:
        """Counts the topics of the two articles that face each other."""
        counts = dict.fromkeys(WORDS, 0)
        left, right = self._session.facing
        for comparison in self._session.analysis.comparisons:
            pairs = [
                *comparison.between(left or "", right or ""),
                *(pair for pair in comparison.internal if pair.a.article in (left, right)),
            ]
            if pairs:
                counts[max((pair.status for pair in pairs), key=SEVERITY.__getitem__)] += 1
        for status, count in counts.items():
            words = f"{count} {WORDS[status][count != 1]}"
            self._signs[status].setPixmap(self._appearance.sign(status).pixmap(14, 14))
            self._texts[status].setText(words)
            # the bar gives a label no more room than it had before, and would cut the longer word
            self._texts[status].setMinimumWidth(self._texts[status].sizeHint().width())
        self.setAccessibleName(", ".join(label.text() for label in self._texts.values()))


class Selected(QLabel):
    """What is selected, in words."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        session.analysis_begun.connect(self._show_work)
        session.analysis_changed.connect(self._show_again)
        selection.changed.connect(self.show_selected)

    def show_selected(self, figures: tuple[Figure, ...]) -> None:
        """Says what the first of the selected figures is."""
        if not figures:
            self.setText("")
            return
        first = figures[0]
        statuses = statuses_between(self._session.analysis, *(article or "" for article in self._session.facing))
        called = self._session.names.get(first.article, "")
        quote = " ".join(first.quote.split())
        self.setText(f"“{quote}” in {called}: {wording.status(statuses.get(first))}")

    def _show_work(self) -> None:
        self.setText("Comparing…")

    def _show_again(self) -> None:
        self.show_selected(self._selection.figures)
