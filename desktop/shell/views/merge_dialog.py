"""Shows what a merge would bring in, before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence


class MergeDialog(QDialog):
    """What comes in, a line each, and that nothing goes."""

    def __init__(self, parent: QWidget, called: str, sentences: Sequence[str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Merge with {name}", name=called))
        first, *others = sentences
        head = QLabel(first)
        head.setObjectName("heading")
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.told = QLabel("\n".join(f"•  {one}" for one in others))
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setVisible(bool(others))
        rest = QLabel(say("Nothing of yours is lost. The merge is one step that can be undone."))
        rest.setObjectName("quiet")
        rest.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(say("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setToolTip(say("Take in what is new (Return)"))
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(10)
        for part in (head, self.told, rest, buttons):
            box.addWidget(part)
        self.setAccessibleDescription(" ".join(sentences))
        self.setMinimumWidth(440)
