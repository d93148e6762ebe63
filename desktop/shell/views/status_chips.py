"""Shows how many rows have which status, and lets the editor hide them by status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.language import say
from desktop.shell.highlights import ORDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.shell.theme import Appearance


class StatusChips(QObject):
    """A button for each status that shows and hides its rows, one for conflicts alone, one for all rows again."""

    changed = Signal()

    def __init__(self, appearance: Appearance, owner: QWidget) -> None:
        super().__init__(owner)
        self._appearance = appearance
        self._counts: Mapping[Status | None, int] = {}
        self.chips = {status: _chip() for status in ORDER}
        self.conflicts_only = plain_button(say("Conflicts only"), say("Show nothing but conflicts"))
        self.conflicts_only.setCheckable(True)
        self.show_all = plain_button(say("Show all"), say("Show all rows again"))
        for chip in self.chips.values():
            chip.toggled.connect(self._tell)
        self.conflicts_only.toggled.connect(self._show_conflicts_only)
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
        """Puts "Show all" in the place of "Conflicts only" where that would not lead back to all rows itself."""
        offered = bool(self.hidden) and not self.conflicts_only.isChecked()
        coming, going = (self.show_all, self.conflicts_only) if offered else (self.conflicts_only, self.show_all)
        coming.setVisible(True)
        if going.hasFocus():
            coming.setFocus()
        going.setVisible(False)


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
