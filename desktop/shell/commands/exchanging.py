"""Writes the workspace as a readable folder, and makes a workspace of such a folder again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.core.language import say
from desktop.files.errors import FileTrouble, printable
from desktop.files.places import file_name
from desktop.shell.commands.choosing import usual_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.shell.commands.workspaces import Workspaces
    from desktop.shell.session import Session
    from desktop.shell.views.message_bar import MessageBar


class Exchanging(QObject):
    """The way to folders and back. With trouble all stays as it was, and the message bar names the file and cause."""

    def __init__(self, window: QWidget, session: Session, workspaces: Workspaces, messages: MessageBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspaces = workspaces
        self._messages = messages
        self._asked: dict[int, Path] = {}
        session.jobs.ended.connect(self._receive)

    @property
    def is_busy(self) -> bool:
        """Whether a folder is being written or read, or waits for it."""
        return bool(self._asked)

    def ask_for_export(self) -> None:
        """Lets the editor choose where the workspace is written as a folder."""
        if not self._session.workspace.articles:
            self._messages.tell(say("There is nothing to export yet."))
            return
        folder = self._chosen(say("Export as folder: choose where the new folder goes"))
        if folder is None:
            return
        from desktop.files.folders import is_export  # as all of it, not at the start

        if is_export(folder):
            if self._may_replace(folder):
                self.export_to(folder)
        else:
            self.export_to(free_folder(folder, self._name()))

    def export_to(self, folder: Path) -> None:
        """Writes the workspace into that folder, new or an earlier export; beside the window."""
        from desktop.files.folders import write_folder

        workspace = self._session.workspace
        self._run(folder, lambda: write_folder(folder, workspace))

    def ask_for_import(self) -> None:
        """Lets the editor choose a folder that a workspace was exported to."""
        folder = self._chosen(say("Import folder: choose one that Crossread exported"))
        if folder is not None:
            self.import_from(folder)

    def import_from(self, folder: Path) -> None:
        """Starts a workspace that is what the folder holds; it is read beside the window."""
        from desktop.files.folders import read_folder

        self._run(folder, lambda: read_folder(folder))

    def _run(self, folder: Path, call: Callable[[], object]) -> None:
        # of each folder alone the last: what was asked for before is not forgotten over it
        self._asked[self._session.jobs.run(f"exchange {folder}", call)] = folder

    def _receive(self, number: int, answer: object, error: object) -> None:
        path = self._asked.pop(number, None)
        if path is None or (answer is None and error is None and path in self._asked.values()):
            return
        from desktop.files.folders import Imported

        if error is not None:
            told = str(error) if isinstance(error, FileTrouble) else f"{printable(str(path))}: {error}"
            self._messages.complain(told)
        elif not isinstance(answer, Imported):
            self._messages.tell(say("Written to {path}", path=path))
        elif self._workspaces.begin(answer.workspace):
            self._messages.tell(" ".join((say("Imported from {path}.", path=path), *answer.sentences)))

    def _chosen(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, title, usual_folder())
        return Path(chosen) if chosen else None

    def _name(self) -> str:
        return file_name(self._session.workspace.name, self._session.now()[:10])

    def _may_replace(self, folder: Path) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(say("Export as folder"))
        box.setText(say("{name} holds an earlier export. Replace it?", name=folder.name))
        box.setInformativeText(say("What was changed in its files by hand is lost then."))
        replace = box.addButton(say("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace


def free_folder(parent: Path, name: str) -> Path:
    """A folder inside another that is not there yet: of that name, else "name 2", "name 3" …"""
    path, number = parent / name, 1
    while path.exists() or path.is_symlink():
        number += 1
        path = parent / f"{name} {number}"
    return path
