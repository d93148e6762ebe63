"""Asks what is to become of rulings and notes before the window closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from desktop.core import wording
from desktop.core.language import say, say_count

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.core.wording import Names
    from desktop.core.workspace import Workspace


def ask_before_leaving(owner: QWidget, workspace: Workspace, names: Names) -> bool:
    """Whether the window may close. What was ruled and noted can be copied first."""
    box = QMessageBox(owner)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(say("Close Crossread"))
    box.setText(
        say(
            "{rulings}, {notes} and {corrections} will be gone when Crossread closes.",
            rulings=say_count("{count} ruling", "{count} rulings", len(workspace.rulings)),
            notes=say_count("{count} note", "{count} notes", len(workspace.annotations)),
            corrections=say_count("{count} corrected figure", "{count} corrected figures", len(workspace.corrections)),
        )
    )
    box.setInformativeText(say("This version does not keep them. You can copy rulings and notes as text first."))
    copy = box.addButton(say("Copy and close"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(say("Close without them"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(say("Stay"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(copy)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(wording.reviewed(workspace.rulings, workspace.annotations, names))
    return box.clickedButton() in (copy, close)
