"""Asks which of many sources are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from desktop.core.anchors import Anchor
    from desktop.core.claims import Claim

MOST_QUOTES = 2
TALLEST = 420


class RightOnes(QDialog):
    """What each source says, with a tick where it is right."""

    chosen = Signal(tuple)
    """The Claims that are right."""

    def __init__(
        self,
        owner: QWidget,
        topic: str,
        voices: Sequence[Sequence[Claim]],
        right: Collection[Anchor],
        letters: Mapping[str, str],
        names: Mapping[str, str],
    ) -> None:
        """voices: the claims by what they say. right: what is ticked at first. letters, names: of articles, by id."""
        super().__init__(owner)
        self._voices = tuple(tuple(said) for said in voices)
        self._names = names
        self.setWindowTitle(say("Which are right?"))
        about = QLabel(say("Tick every source that is right about this: {topic}", topic=topic))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.ticks = tuple(self._tick(said, right, letters) for said in self._voices)
        self.outcome = QLabel()
        self.outcome.setObjectName("outcome")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        rule = self.buttons.addButton(say("Rule"), QDialogButtonBox.ButtonRole.AcceptRole)
        rule.setToolTip(say("Rule on all of them at once"))
        rule.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self._listed())
        column.addWidget(self.outcome)
        column.addWidget(self.buttons)
        self.setMinimumWidth(420)
        self._tell()

    def _listed(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for tick in self.ticks:
            rows.addWidget(tick)
        if inside.sizeHint().height() <= TALLEST:
            return inside
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(TALLEST)
        return area

    def _tick(self, said: Sequence[Claim], right: Collection[Anchor], letters: Mapping[str, str]) -> QCheckBox:
        article = said[0].article
        quotes = list(dict.fromkeys(wording.quoted(claim.figure.anchor) for claim in said))
        words = f"{wording.says(said[0])} · {', '.join(quotes[:MOST_QUOTES])}"
        tick = QCheckBox(f"{letters.get(article, '')}  {self._names.get(article, '')}: {words}".replace("&", "&&"))
        tick.setToolTip("\n".join(quotes))
        tick.setChecked(all(claim.figure.anchor in right for claim in said))
        tick.toggled.connect(self._tell)
        return tick

    def right(self) -> tuple[Claim, ...]:
        """The claims that are ticked."""
        return tuple(
            claim for tick, said in zip(self.ticks, self._voices, strict=True) if tick.isChecked() for claim in said
        )

    def _tell(self) -> None:
        right = self.right()
        if not right:
            words = say("Nothing ticked: all are wrong.")
        elif len(right) == sum(map(len, self._voices)):
            words = say("All ticked: all are right, each in its own terms.")
        else:
            called = wording.listed(list(dict.fromkeys(self._names.get(claim.article, "") for claim in right)))
            words = say("Right: {names}. All others are wrong.", names=called)
        self.outcome.setText(words)

    def _accept(self) -> None:
        self.chosen.emit(self.right())
        self.accept()
