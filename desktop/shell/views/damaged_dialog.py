"""Asks what is to become of a damaged workspace: what can be read of it, or a backup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from desktop.core.language import say
from desktop.files.errors import FileTrouble
from desktop.files.places import free_path
from desktop.shell.moments import said_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.files.workspaces import Backup


@dataclass(frozen=True, slots=True)
class Mended:
    """A sound file in the place of a damaged one, and what to say of it."""

    path: Path
    words: str


def ask_how_to_mend(owner: QWidget, trouble: FileTrouble, path: Path, backups: Sequence[Backup]) -> Mended | None:
    """Lets the editor choose between what can be read and a backup.

    A sound file beside the damaged one, which is left as it is; None where the editor wants none, or none can be.
    backups: of that workspace, the newest first.
    """
    from desktop.files.workspaces import salvage

    box = QMessageBox(owner)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(say("A damaged workspace"))
    box.setText(str(trouble))
    box.setInformativeText(
        say("Crossread can write all that is readable into a new file beside it. The damaged file is left as it is.")
    )
    repair = box.addButton(say("Take out what is readable"), QMessageBox.ButtonRole.AcceptRole)
    newest = None
    if backups:
        words = say("Open the backup of {when}", when=said_at(backups[0].at))
        newest = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
    leave = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(repair)
    box.setEscapeButton(leave)
    box.exec()
    try:
        if box.clickedButton() is repair:
            target = free_path(path.parent, say("{name} (repaired)", name=path.stem))
            return Mended(target, " ".join(salvage(path, target).words))
        if newest is not None and box.clickedButton() is newest:
            target = free_path(path.parent, say("{name} (backup)", name=path.stem))
            _copied(backups[0].path, target)
            return Mended(target, say("This is the backup of {when}.", when=said_at(backups[0].at)))
    except FileTrouble as another:
        QMessageBox.critical(owner, say("A damaged workspace"), str(another))
    return None


def _copied(backup: Path, target: Path) -> None:
    from desktop.files.workspaces import WorkspaceFile, read_backup

    WorkspaceFile.create(target, read_backup(backup)).close()
