"""Opens, starts, copies and closes workspaces, and leads back to earlier states of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.core.language import phrase, say
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.places import ENDING, file_name
from desktop.shell.commands.choosing import usual_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.files.workspaces import Backup
    from desktop.shell.keeping import Keeping
    from desktop.shell.session import Session
    from desktop.shell.views.message_bar import MessageBar

FILES = phrase("Crossread workspaces (*.crossread)")


class Workspaces(QObject):
    """Every way from one workspace to another. With a file in trouble all stays as it was, and the editor is told."""

    opened = Signal(object, str)
    """A window beside the main one, and which part of the guide's contents it is."""
    leaving = Signal()
    """The file is about to be left or copied: what is being typed has to be in it."""

    def __init__(self, window: QWidget, session: Session, keeping: Keeping, messages: MessageBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._keeping = keeping
        self._messages = messages
        self.may_ask = True
        """Whether somebody is there to answer."""
        keeping.troubled.connect(self._tell_not_kept)
        keeping.told.connect(messages.tell)
        session.edit_refused.connect(self._tell_refused)

    def new(self) -> None:
        """Starts an empty workspace."""
        if self.may_leave():
            self._keeping.begin(Workspace())

    def begin(self, workspace: Workspace) -> bool:
        """Starts a workspace with articles in it; whether the editor let go of the one before."""
        if not self.may_leave():
            return False
        self._keeping.begin(workspace)
        return True

    def open(self, path: Path) -> bool:
        """Opens the workspace in a file; whether it is open now."""
        if not self.may_leave():
            return False
        from desktop.files.workspaces import Damaged, NotAWorkspace

        try:
            self._keeping.open(path)
        except FileTrouble as trouble:
            # a file that was one, and is empty or something else now, is damaged too
            is_damaged = isinstance(trouble, Damaged)
            backups = self._backups_of(path, is_damaged) if isinstance(trouble, Damaged | NotAWorkspace) else ()
            if self.may_ask and (backups or is_damaged):
                return self._mend(trouble, path, backups)
            self._messages.complain(str(trouble))
            self._keeping.recent.forget(path)
            return False
        if not self._session.read_only:
            self._messages.hide()
        return True

    def save_as(self) -> None:
        """Lets the editor choose where the workspace goes on."""
        start = self._keeping.path
        name = start.stem if start is not None else file_name(self._session.workspace.title, "") or say("Workspace")
        is_named = start is not None and not self._keeping.is_draft
        folder = str(start.parent) if start is not None and is_named else usual_folder()
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, say("Save as"), str(Path(folder) / f"{name}{ENDING}"), say(FILES)
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Goes on in a copy of the workspace at that place."""
        if path.suffix.lower() != ENDING:
            path = path.with_name(f"{path.name}{ENDING}")
        self.leaving.emit()
        try:
            self._keeping.save_as(path)
        except FileTrouble as trouble:
            self._messages.complain(str(trouble))
        else:
            self._messages.tell(say("Kept in {path} from now on.", path=path))

    def tell_where(self) -> None:
        """Says where the workspace is kept; nobody need save it, but hands are used to it."""
        keeping = self._keeping
        self.leaving.emit()
        if keeping.trouble is not None:
            keeping.save()
        if keeping.trouble is not None:
            self._tell_not_kept(str(keeping.trouble))
        elif keeping.path is None:
            self._messages.tell(say("There is nothing to keep yet."))
        elif self._session.read_only:
            self._messages.tell(self._session.read_only)
        else:
            keeping.settle()
            self._messages.tell(say("Everything is kept as you work, in {path}", path=keeping.path))

    def ask_for_backup(self) -> None:
        """Lets the editor go back to an earlier state of the workspace."""
        from desktop.files.workspaces import backups_of
        from desktop.shell.views.backups_dialog import BackupsDialog

        file, folder = self._keeping.file, self._keeping.backups
        found = backups_of(folder, file.id) if file is not None and folder is not None else ()
        dialog = BackupsDialog(self._window, found, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.go_back)
        self._keeping.changed.connect(dialog.reject)  # they are backups of the file that was open when they were listed
        dialog.show()
        self.opened.emit(dialog, "backups")

    def go_back(self, path: Path, when: str) -> None:
        """Makes the workspace what a backup holds, by a step that can be undone. when: what the backup is called."""
        from desktop.files.workspaces import read_backup

        try:
            workspace = read_backup(path)
        except FileTrouble as trouble:
            self._messages.complain(str(trouble))
            return
        if workspace == self._session.workspace:
            self._messages.tell(say("The workspace is just as it was then."))
            return
        self._session.edit(say("go back to the backup of {when}", when=when), workspace)

    def may_leave(self) -> bool:
        """Whether the workspace may be left: it is kept, or the editor gives it up."""
        self.leaving.emit()
        if self._keeping.trouble is not None:
            self._keeping.save()
        while self._keeping.trouble is not None:
            box = QMessageBox(self._window)
            box.setIcon(QMessageBox.Icon.Warning)
            box.setWindowTitle(say("Not kept"))
            box.setText(say("What you did last is not kept: {trouble}", trouble=self._keeping.trouble))
            box.setInformativeText(say("Save it at another place, or make room there and try again."))
            elsewhere = box.addButton(say("Save as…"), QMessageBox.ButtonRole.AcceptRole)
            again = box.addButton(say("Try again"), QMessageBox.ButtonRole.ActionRole)
            leave = box.addButton(say("Leave without it"), QMessageBox.ButtonRole.DestructiveRole)
            stay = box.addButton(say("Stay"), QMessageBox.ButtonRole.RejectRole)
            box.setDefaultButton(elsewhere)
            box.setEscapeButton(stay)
            box.exec()
            if box.clickedButton() is leave:
                return True
            if box.clickedButton() is elsewhere:
                self.save_as()
            elif box.clickedButton() is again:
                self._keeping.save()
            else:
                return False
        return True

    def _backups_of(self, path: Path, is_damaged: bool) -> tuple[Backup, ...]:
        """Those of the workspace that was last found in this file, or of the nearest that it was made from.

        is_damaged: it is still known as a workspace, and may say itself which.
        """
        from desktop.files.workspaces import backups_of
        from desktop.files.workspaces.salvage import ids_in

        folder = self._keeping.backups
        if folder is None:
            return ()
        known = (*self._keeping.recent.ids_of(path), *(ids_in(path) if is_damaged else ()))
        return next((found for each in known if (found := backups_of(folder, each))), ())

    def _mend(self, trouble: FileTrouble, path: Path, backups: Sequence[Backup]) -> bool:
        """Asks what is to become of a damaged file: a new one with what can be read, or a backup."""
        from desktop.shell.views.damaged_dialog import ask_how_to_mend

        mended = ask_how_to_mend(self._window, trouble, path, backups)
        if mended is None:
            return False
        try:
            self._keeping.open(mended.path)
        except FileTrouble as another:
            self._messages.complain(str(another))
            return False
        self._messages.tell(mended.words)
        return True

    def _tell_not_kept(self, trouble: str) -> None:
        words = say(
            "Not kept: {trouble}. It is tried again; File › Save as… keeps it at another place.", trouble=trouble
        )
        self._messages.complain(words)

    def _tell_refused(self, reason: str) -> None:
        words = say("Nothing can be changed here: {reason}. File › Save as… makes a copy of your own.", reason=reason)
        self._messages.complain(words)
