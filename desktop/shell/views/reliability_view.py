"""Shows how far two editors agree, and what they ruled differently on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.core import wording
from desktop.core.language import say, say_count
from desktop.core.reliability import Reliability, editors_of, reliability

if TYPE_CHECKING:
    from desktop.core.figures import Figure
    from desktop.core.reliability import Judged
    from desktop.core.rulings import Ruling
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session

MOST_CLAIMS = 3
"""How many claims are quoted where editors ruled on many at once."""


class ReliabilityView(QDialog):
    """A window beside the main one: two editors, their agreement in words, and each difference, to be gone to."""

    def __init__(self, parent: QWidget, session: Session, selection: Selection) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = selection
        self._found = Reliability("", "", ())
        self.setWindowTitle(say("Editors compared"))
        self.one, self.other = QComboBox(), QComboBox()
        for box, words in ((self.one, say("First editor")), (self.other, say("Second editor"))):
            box.setAccessibleName(words)
            box.setToolTip(words)
            box.currentIndexChanged.connect(self._compare)
        self.agreed = QLabel()
        self.agreed.setObjectName("heading")
        self.beyond = QLabel()
        self.beyond.setToolTip(
            say("Cohen's kappa: 1 is full agreement, 0 what two would reach who decided by chance (Cohen 1960)")
        )
        self.reasons = QLabel()
        for label in (self.agreed, self.beyond, self.reasons):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = QTreeWidget()
        self.list.setAccessibleName(say("What they ruled differently on"))
        self.list.setToolTip(say("Choose one to go to it in the articles"))
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        policy = self.list.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the words above stay where they are
        self.list.setSizePolicy(policy)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.currentItemChanged.connect(self._go)
        self._lay_out()
        for signal in (session.workspace_changed, session.seen_changed, session.analysis_changed):
            signal.connect(self._follow)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._who = QWidget()
        who = QHBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.addWidget(self.one, 1)
        who.addWidget(QLabel(say("and")))
        who.addWidget(self.other, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(8)
        for part in (self._who, self.agreed, self.beyond):
            box.addWidget(part)
        box.addWidget(self.list, 1)
        for part in (self.reasons, buttons):
            box.addWidget(part)
        self.resize(880, 460)

    def show_agreement(self) -> None:
        """Shows the two editors who were chosen, as far as they ruled; at first the editor and who ruled most."""
        names = editors_of(self._session.seen.rulings)
        mine = self._session.editor
        if mine in names:
            names = (mine, *(name for name in names if name != mine))
        chosen = [box.currentData() for box in (self.one, self.other)]
        for number, box in enumerate((self.one, self.other)):
            with QSignalBlocker(box):
                box.clear()
                for name in names:
                    box.addItem(wording.editor(name), name)
                box.setCurrentIndex(names.index(chosen[number]) if chosen[number] in names else number)
        self._compare()

    def _compare(self) -> None:
        one, other = self.one.currentData(), self.other.currentData()
        is_two = isinstance(one, str) and isinstance(other, str) and one != other
        order = tuple(self._session.names)
        rulings, statements = self._session.seen.rulings if is_two else (), self._session.ruled.statements
        self._found = reliability(rulings, one or "", other or "", order, statements)
        self.agreed.setText(wording.agreed(self._found) if is_two else self._why_none())
        self.beyond.setText(wording.beyond_chance(self._found))
        self.beyond.setVisible(bool(self.beyond.text()))
        self._who.setVisible(self.one.count() > 1)
        self._fill()

    def _why_none(self) -> str:
        if self._session.editor in self._session.workspace.blind:
            return say("You review blind: end the blind review first to see what others ruled.")
        if self.one.count() > 1:
            return say("Choose two editors to compare.")
        if self.one.count():
            return say("Only one editor has ruled here; File › Merge with another workspace… takes in others.")
        return say("Nobody has ruled on anything yet.")

    def _fill(self) -> None:
        names = self._session.names
        apart = self._found.apart
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.setHeaderLabels(
                [say("About"), say("Claims"), *map(wording.editor, (self._found.one, self._found.other))]
            )
            for both in apart:
                cells = [
                    self._topic(both),
                    self._claims(both),
                    wording.ruling(both.one, names),
                    wording.ruling(both.other, names),
                ]
                item = QTreeWidgetItem(cells)
                for column, cell in enumerate(cells):
                    item.setToolTip(column, f"<qt>{escape(cell).replace(chr(10), '<br>')}</qt>")
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.list.addTopLevelItem(item)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(self.list.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.list.setVisible(bool(apart))
        self._tell_reasons(None)

    def _topic(self, both: Judged) -> str:
        places = set(both.anchors)
        for comparison in self._session.analysis.comparisons:
            if any(claim.figure.anchor in places for claim in comparison.claims):
                return wording.topic(comparison.topic)
        return ""

    def _claims(self, both: Judged) -> str:
        """The words that both ruled on, each on a line with the letter of its article."""
        letters = self._session.letters
        quotes = [(letters.get(at.article, ""), " ".join(at.quote.split())) for at in both.anchors]
        told = [say("{letter} “{quote}”", letter=letter, quote=quote) for letter, quote in quotes[:MOST_CLAIMS]]
        if (more := len(quotes) - MOST_CLAIMS) > 0:
            told.append(say_count("and {count} more", "and {count} more", more))
        return "\n".join(told)

    def _go(self) -> None:
        row = self.list.indexOfTopLevelItem(self.list.currentItem())
        if not 0 <= row < len(self._found.apart):
            return
        both = self._found.apart[row]
        self._tell_reasons(both)
        first, second = both.anchors[:2]
        if not {first.article, second.article} <= set(self._session.facing) and first.article != second.article:
            self._session.face(first.article, second.article)
        if figures := self._figures(both):
            self._selection.select(figures)

    def _figures(self, both: Judged) -> list[Figure]:
        """The figures at the places that were ruled on."""
        there = {figure.anchor: figure for figure in self._session.analysis.figures}
        return [there[anchor] for anchor in both.anchors if anchor in there]

    def _tell_reasons(self, both: Judged | None) -> None:
        told = [self._reason(ruling) for ruling in (both.one, both.other)] if both is not None else []
        self.reasons.setText("<br>".join(told))
        self.reasons.setVisible(bool(told))

    def _reason(self, ruling: Ruling) -> str:
        reason = " ".join(ruling.reason.split()) or say("no reason given")
        return f"<b>{escape(wording.editor(ruling.by))}:</b> {escape(reason)}"

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self.show_agreement()
