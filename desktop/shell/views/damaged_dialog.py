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
    Where it turns out that nothing can be read, the backup is offered once more. backups: of that workspace, the
    newest first.
    """
    can_be_read = True
    while True:
        box = QMessageBox(owner)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(say("A damaged workspace"))
        box.setText(str(trouble))
        box.setInformativeText(_explained(can_be_read, bool(backups)))
        repair = newest = None
        if can_be_read:
            repair = box.addButton(say("Take out what is readable"), QMessageBox.ButtonRole.AcceptRole)
        if backups:
            words = say("Open the backup of {when}", when=said_at(backups[0].at))
            newest = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(repair or newest or leave)
        box.setEscapeButton(leave)
        box.exec()
        chosen = box.clickedButton()
        try:
            if repair is not None and chosen is repair:
                return _taken_out(path)
            if newest is not None and chosen is newest:
                return _gone_back(path, backups[0])
        except FileTrouble as another:
            if chosen is repair:
                trouble, can_be_read = another, False
                continue
            QMessageBox.critical(owner, say("A damaged workspace"), str(another))
        return None


def _explained(can_be_read: bool, has_backup: bool) -> str:
    if can_be_read:
        return say(
            "Crossread can write all that is readable into a new file beside it. The damaged file is left as it is."
        )
    if has_backup:
        return say("What was in it when it was last backed up can still be opened. The damaged file is left as it is.")
    return say("There is no backup of it either. The damaged file is left as it is.")


def _taken_out(path: Path) -> Mended:
    from desktop.files.workspaces.salvage import salvage

    target = free_path(path.parent, say("{name} (repaired)", name=path.stem))
    return Mended(target, " ".join(salvage(path, target).words))


def _gone_back(path: Path, backup: Backup) -> Mended:
    target = free_path(path.parent, say("{name} (backup)", name=path.stem))
    _copied(backup.path, target)
    return Mended(target, say("This is the backup of {when}.", when=said_at(backup.at)))


def _copied(backup: Path, target: Path) -> None:
    from desktop.files.workspaces import WorkspaceFile, read_backup

    WorkspaceFile.create(target, read_backup(backup)).close()
