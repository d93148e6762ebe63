"""Asks which of many sources are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.language import say, say_count
from desktop.core.rulings import judged

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from desktop.core.anchors import Anchor
    from desktop.core.claims import Claim
    from desktop.core.rulings import Ruling

LONGEST = 64
"""The longest words of a tick, in characters."""
TALLEST = 640
"""How high the dialog opens at most, and below how much its list never shrinks (LOWEST), in pixels."""
LOWEST = 140


class _Source:
    """A tick for a source, and one for each thing that it says where it says several."""

    def __init__(self, name: str, voices: Sequence[Sequence[Claim]], right: Collection[Anchor]) -> None:
        self._voices = tuple(voices)
        self.whole = QCheckBox()
        self.whole.setTristate(False)
        self.parts: tuple[QCheckBox, ...] = ()
        if len(self._voices) == 1:
            self.whole.setText(_tick_words(f"{name}   {_said(self._voices[0])}"))
            self.whole.setChecked(_is_right(self._voices[0], right))
        else:
            self.whole.setText(_tick_words(name))
            self.parts = tuple(self._part(said, right) for said in self._voices)
            self.whole.clicked.connect(self._tick_all)
            self._follow()

    def _part(self, said: Sequence[Claim], right: Collection[Anchor]) -> QCheckBox:
        part = QCheckBox(_tick_words(_said(said)))
        part.setToolTip("\n".join(dict.fromkeys(wording.quoted_figure(claim.figure) for claim in said)))
        part.setChecked(_is_right(said, right))
        part.toggled.connect(self._follow)
        return part

    @property
    def ticks(self) -> tuple[QCheckBox, ...]:
        """The ticks, that of the source first."""
        return self.whole, *self.parts

    def right(self) -> tuple[Claim, ...]:
        """The claims that are ticked."""
        ticks = self.parts or (self.whole,)
        return tuple(
            claim for tick, said in zip(ticks, self._voices, strict=True) if tick.isChecked() for claim in said
        )

    def clear(self) -> None:
        """Takes all its ticks away."""
        for tick in (*self.parts, self.whole):
            tick.setChecked(False)

    def _tick_all(self) -> None:
        on = not all(part.isChecked() for part in self.parts)
        for part in self.parts:
            part.setChecked(on)
        self._follow()

    def _follow(self) -> None:
        count = sum(part.isChecked() for part in self.parts)
        state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        with QSignalBlocker(self.whole):
            self.whole.setCheckState(Qt.CheckState.Checked if count == len(self.parts) else state)


class RightOnes(QDialog):
    """What each source says, with a tick where it is right."""

    chosen = Signal(tuple)
    """The Claims that are right."""

    def __init__(
        self,
        owner: QWidget,
        topic: str,
        voices: Sequence[Sequence[Claim]],
        until_now: Sequence[Ruling],
        letters: Mapping[str, str],
        names: Mapping[str, str],
    ) -> None:
        """voices: the claims by what they say, in the order of the sources. until_now: the editor's own rulings on
        them, the last one last, which the ticks show at first, and which this one takes the place of.

        letters, names: of articles, by id.
        """
        super().__init__(owner)
        self._count = sum(map(len, voices))
        self._names = names
        told = judged(until_now)
        right = {anchor for anchor, is_right in told.items() if is_right}
        by_article: dict[str, list[Sequence[Claim]]] = {}
        for said in voices:
            by_article.setdefault(said[0].article, []).append(said)
        self.sources = tuple(
            _Source(f"{letters.get(article, '')}  {names.get(article, '')}", said, right)
            for article, said in by_article.items()
        )
        self.none = QCheckBox(say("None is right"))
        self.none.setToolTip(say("Rule that all of them are wrong"))
        wrong = [any(told.get(claim.figure.anchor) is False for claim in said) for said in voices]
        self.none.setChecked(not right and bool(wrong) and all(wrong))
        self.none.toggled.connect(self._tick_none)
        self.setWindowTitle(say("Which are right?"))
        about = QLabel(say("Tick every source that is right about this: {topic}", topic=topic))
        self.outcome = QLabel()
        self.outcome.setObjectName("outcome")
        self.instead = QLabel(_instead(until_now))
        self.instead.setObjectName("quiet")
        self.instead.setVisible(bool(until_now))
        for label in (about, self.outcome, self.instead):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.rule = self.buttons.addButton(say("Rule on all"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.rule.setToolTip(say("Rule on all of them at once"))
        self.rule.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(about)
        self.list = self._listed()
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        column.addWidget(self.outcome)
        column.addWidget(self.instead)
        column.addWidget(self.buttons)
        self.setMinimumWidth(440)
        self._tell()

    def _listed(self) -> QScrollArea:
        inside = self._rows = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(5)
        for source in self.sources:
            for tick in source.ticks:
                tick.toggled.connect(self._tell)
                tick.clicked.connect(self._tell)
                if tick is not source.whole:
                    tick.setStyleSheet("margin-left: 24px;")
                rows.addWidget(tick)
            rows.addSpacing(4)
        # Always in something that scrolls: where the window has no room for all of them, rows would be squeezed.
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the ticks have it, and come into sight
        return area

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Opens as high as its rows ask for, as far as the screen has room."""
        super().showEvent(event)
        rows = self._rows.sizeHint()
        self.list.setMinimumWidth(rows.width() + self.list.verticalScrollBar().sizeHint().width())
        self.list.setMinimumHeight(min(rows.height(), LOWEST))
        self.list.setMaximumHeight(rows.height())
        width = max(self.width(), self.minimumSizeHint().width())
        rest = self._column.totalHeightForWidth(width) - self.list.sizeHint().height()
        most = min(self.screen().availableGeometry().height() * 9 // 10, TALLEST)
        self.resize(width, min(rest + rows.height(), most))

    def right(self) -> tuple[Claim, ...]:
        """The claims that are ticked."""
        return tuple(claim for source in self.sources for claim in source.right())

    def _tell(self) -> None:
        right = self.right()
        if right:
            with QSignalBlocker(self.none):
                self.none.setChecked(False)
        self.rule.setEnabled(bool(right) or self.none.isChecked())
        if self.none.isChecked():
            words = say("All are wrong.")
        elif not right:
            words = say("Nothing is ticked yet.")
        elif len(right) == self._count:
            words = say("All ticked: all are right, each in its own terms.")
        else:
            called = wording.listed(list(dict.fromkeys(self._names.get(claim.article, "") for claim in right)))
            words = say("Right: {names}. What is not ticked is wrong.", names=called)
        self.outcome.setText(words)

    def _tick_none(self, on: bool) -> None:
        if on:
            for source in self.sources:
                source.clear()
        self._tell()

    def _accept(self) -> None:
        self.chosen.emit(self.right())
        self.accept()


def _said(said: Sequence[Claim]) -> str:
    """What a source says, as it is printed; what that was read as, where it does not say the same."""
    if said[0].figure.is_reread:
        return wording.quoted_figure(said[0].figure)
    quotes = list(dict.fromkeys(" ".join(claim.figure.quote.split()) for claim in said))
    read = wording.says(said[0])
    words = say("“{quote}”", quote=quotes[0])
    return words if read.casefold() == quotes[0].casefold() else f"{words} · {read}"


def _is_right(said: Sequence[Claim], right: Collection[Anchor]) -> bool:
    # one mention is enough: a newer version may say it once more
    return any(claim.figure.anchor in right for claim in said)


def _instead(rulings: Sequence[Ruling]) -> str:
    """What becomes of the editor's rulings until now."""
    if not rulings:
        return ""
    told = say_count(
        "It takes the place of {count} ruling of yours.",
        "It takes the place of {count} rulings of yours.",
        len(rulings),
    )
    return f"{told} {say('What you wrote as a reason stays.')}" if any(one.reason for one in rulings) else told


def _tick_words(words: str) -> str:
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return shown.replace("&", "&&")
