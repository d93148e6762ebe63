"""Shows how many rows have which status, and lets the editor hide them by status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.language import say
from desktop.shell.highlights import ORDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.shell.theme import Appearance


class StatusChips(QObject):
    """A button for each status that shows and hides its rows, one for what is unreviewed, one for all rows again."""

    changed = Signal()

    def __init__(self, appearance: Appearance, owner: QWidget) -> None:
        super().__init__(owner)
        self._appearance = appearance
        self._counts: Mapping[Status | None, int] = {}
        self.chips = {status: _chip() for status in ORDER}
        self.conflicts_only = QAction(say("&Conflicts only"), self)
        self.conflicts_only.setCheckable(True)
        self.open_only = plain_button(say("Unreviewed"), say("Show nothing but conflicts that nobody has ruled on"))
        self.open_only.setCheckable(True)
        self.show_all = plain_button(say("Show all"), say("Show all rows again"))
        self.show_all.hide()
        for chip in self.chips.values():
            chip.toggled.connect(self._tell)
        self.conflicts_only.toggled.connect(self._show_conflicts_only)
        self.open_only.toggled.connect(self.changed)
        self.show_all.clicked.connect(self.reset)
        appearance.changed.connect(self._draw)

    @property
    def hidden(self) -> frozenset[Status | None]:
        """The statuses whose rows are hidden."""
        return frozenset(status for status, chip in self.chips.items() if not chip.isChecked())

    def count(self, counts: Mapping[Status | None, int]) -> None:
        """Shows how many rows have each status."""
        self._counts = counts
        self._draw()

    def reset(self) -> None:
        """Shows the rows of every status."""
        with QSignalBlocker(self.open_only):
            self.open_only.setChecked(False)
        self._check(set(ORDER))

    def _show_conflicts_only(self, only: bool) -> None:
        self._check({Status.CONFLICT} if only else set(ORDER))

    def _check(self, shown: set[Status | None]) -> None:
        for status, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(status in shown)
        self._tell()

    def _tell(self) -> None:
        with QSignalBlocker(self.conflicts_only):
            self.conflicts_only.setChecked(self.hidden == set(ORDER) - {Status.CONFLICT})
        self.changed.emit()

    def _draw(self) -> None:
        theme = self._appearance.theme
        for status, chip in self.chips.items():
            count, shown, name = self._counts.get(status, 0), chip.isChecked(), wording.status(status)
            chip.setText(f"{count}" if shown or not count else say("{count} hidden", count=count))
            chip.setIcon(self._appearance.sign(status, 14, None if shown else theme.muted))
            tip = (
                say("{status}: {count} shown; click to hide")
                if shown
                else say("{status}: {count} hidden; click to show")
            )
            chip.setToolTip(tip.format(status=name, count=count))
            chip.setAccessibleName(
                f"{name}, {count}" if shown else say("{status}, {count} hidden", status=name, count=count)
            )
        hidden = sum(self._counts.get(status, 0) for status in self.hidden)
        self._offer_way_back()
        self.show_all.setToolTip(say("Show all rows again; {count} are hidden", count=hidden))

    def _offer_way_back(self) -> None:
        offered = bool(self.hidden) or self.open_only.isChecked()
        if not offered and self.show_all.hasFocus():
            self.open_only.setFocus()
        self.show_all.setVisible(offered)


def plain_button(words: str, tip: str) -> QToolButton:
    """A small button with words."""
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setObjectName("choice")
    return button


def _chip() -> QToolButton:
    chip = QToolButton()
    chip.setObjectName("chip")
    chip.setCheckable(True)
    chip.setChecked(True)
    chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return chip
