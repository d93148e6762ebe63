"""Shows every step since the workspace was opened, to go back and forward among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QUndoView, QVBoxLayout

from desktop.core.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent, QUndoStack
    from PySide6.QtWidgets import QWidget


class HistoryDialog(QDialog):
    """The steps by name, the last one at the end; the one that is marked is where the workspace stands."""

    def __init__(self, owner: QWidget, stack: QUndoStack) -> None:
        super().__init__(owner)
        self.setWindowTitle(say("History"))
        about = QLabel(
            say("Choose a step to go back to it, or forward again. Later steps stay until you change something.")
        )
        about.setWordWrap(True)
        self.steps = QUndoView(stack)
        self.steps.setEmptyLabel(say("As it was opened"))
        self.steps.setAccessibleName(say("Steps"))
        self.steps.setAccessibleDescription(say("The arrow keys go back and forward among what was done"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(about)
        column.addWidget(self.steps, 1)
        column.addWidget(buttons)
        self.resize(360, 420)
        self.steps.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.steps.scheduleDelayedItemsLayout()  # the rows were measured before the style was known
