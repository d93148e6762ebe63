"""Keeps the workspace of the session in its file: every edit at once, without a Save button to forget."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.language import phrase, say
from desktop.files.errors import FileTrouble, printable
from desktop.files.places import Places, file_name, free_path
from desktop.files.recent import RecentList
from desktop.files.sight import read_sight, view_of
from desktop.shell.networks import is_shared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.core.workspace import Workspace
    from desktop.files.workspaces import WorkspaceFile
    from desktop.shell.session import Session

REST = 1000
"""How long after the last save the file is brought to where a copy of it holds all, in milliseconds."""
RETRY = 5000
"""How long after a failed save it is tried again, in milliseconds."""
LOOK = 2000
"""How often it is looked whether another window wrote to a file that is open to be read, in milliseconds."""


class Keeping(QObject):
    """Which file the workspace is in, and whether it holds all that was done.

    Without places (in tests, for a picture) nothing is kept, and a workspace lives as long as the window.
    """

    changed = Signal()
    """Another file, or it is kept again or no longer."""
    troubled = Signal(str)
    """Why something is not kept; told once for each cause."""
    told = Signal(str)
    """Something worth knowing about the file."""

    def __init__(self, session: Session, places: Places | None = None) -> None:
        super().__init__()
        self._session = session
        self._places = places
        self.recent = RecentList(places.recent if places is not None else None)
        self._file: WorkspaceFile | None = None
        self._trouble: FileTrouble | None = None
        self._is_beginning = False
        self._again = _timer(self, RETRY, self.save)
        self._looking = _timer(self, LOOK, self.look_again)
        self._rest = _timer(self, REST, self.settle)
        self._rest.setSingleShot(True)
        self._view = _timer(self, 0, self._save_view)
        self._view.setSingleShot(True)
        session.workspace_changed.connect(self._follow)
        session.facing_changed.connect(self._note_view)
        session.included_changed.connect(self._note_view)

    @property
    def path(self) -> Path | None:
        """Where the workspace is kept; None where it is not."""
        return self._file.path if self._file is not None else None

    @property
    def file(self) -> WorkspaceFile | None:
        """The open file."""
        return self._file

    @property
    def backups(self) -> Path | None:
        """The folder of the backups."""
        return self._places.backups if self._places is not None else None

    @property
    def is_draft(self) -> bool:
        """Whether the editor gave the workspace no place and no name yet."""
        return self.path is not None and self.is_among_drafts(self.path)

    def is_among_drafts(self, path: Path) -> bool:
        """Whether a file lies where workspaces do that the editor gave no place and no name yet."""
        return self._places is not None and path.parent == self._places.drafts

    @property
    def trouble(self) -> FileTrouble | None:
        """Why the file does not hold all that was done; None where it does."""
        return self._trouble

    def begin(self, workspace: Workspace) -> None:
        """Starts a new workspace in a file of its own; the one before stays in its file.

        One without anything in it gets its file with the first edit.
        """
        self.close()
        self._show(workspace, "")
        if workspace.articles:
            self._begin_file()

    def open(self, path: Path) -> None:
        """Opens a workspace that is kept; FileTrouble where that cannot be, and then all stays as it was."""
        from desktop.files.workspaces import WorkspaceFile

        # what is open to be read only is opened anew: who wrote it may be done by now
        if self._file is not None and not self._file.read_only and _is_same(self._file.path, path):
            self.told.emit(say("{name} is open already.", name=path.name))
            return
        backups = self._places.backups if self._places is not None else None
        file = WorkspaceFile.open(path, shared=is_shared(path), by=self._session.editor, backups=backups)
        self.close()
        self._take(file)
        self._show(file.workspace, file.read_only, file.view)
        if file.read_only:
            self._looking.start()
            self.told.emit(say("{name} is open to be read: {reason}", name=path.name, reason=file.read_only))
        self.recent.note(file.path, file.workspace.title or file.path.stem, file.id, file.origin)
        QTimer.singleShot(0, self, self.back_up)  # as it was opened, before anything is changed

    def save_as(self, path: Path) -> None:
        """Goes on in a copy of the workspace at another place; FileTrouble where that cannot be, and all stays.

        A draft is moved rather than copied: nobody looks for it where it was.
        """
        from desktop.files.workspaces import WorkspaceFile

        before, was_draft = self._file, self.is_draft and not self._session.read_only
        if before is not None:
            # what is in the window counts, even if the file could not take it
            before.copy_to(path, self._session.workspace, is_moved=was_draft)
            file = WorkspaceFile.open(path, shared=is_shared(path), by=self._session.editor)
        else:
            file = self._created(path)
        self._trouble = None
        self._close_file()
        if before is not None and was_draft:
            self.recent.forget(before.path)
            with suppress(OSError):  # a draft too many does no harm
                before.path.unlink()
        self._take(file)
        self._session.read_only = file.read_only
        self._save_view()
        self.recent.note(file.path, file.path.stem, file.id, file.origin)

    def save(self) -> None:
        """Brings the file to what the session has; where that fails, says why once and tries again later.

        A file that is gone is written anew.
        """
        if self._file is None and self._trouble is not None:
            self._begin_file()
            return
        if self._file is None or self._file.read_only:
            return
        from desktop.files.workspaces import Vanished

        try:
            self._file.save(self._session.workspace)
        except Vanished as trouble:
            self._rescue(trouble)
        except FileTrouble as trouble:
            self._fail(trouble)
        except Exception as error:
            self._fail(FileTrouble(self._file.path, f"{type(error).__name__}: {error}"))
            raise  # an error of our own; but nobody may be told meanwhile that all is kept
        else:
            self._succeed()

    def back_up(self) -> None:
        """Puts a dated copy of the file to the others; where that fails, says so."""
        from desktop.files.workspaces import back_up

        if self._file is None or self._places is None or self._file.read_only:
            return
        trouble = back_up(self._file, self._places.backups, datetime.now(UTC)).trouble
        if trouble is not None:
            self.told.emit(say("There is no backup of today: {trouble}", trouble=trouble))

    def close(self) -> None:
        """Lets go of the file, which holds all by now or never will."""
        self._close_file()
        self.changed.emit()

    def _rescue(self, trouble: FileTrouble) -> None:
        """Writes what the session has into a new file where the one that is gone was, and goes on there."""
        assert self._file is not None
        gone = self._file.path
        name = _rescued(gone.stem)
        path = free_path(gone.parent, name)
        if path == gone:  # its lock is still ours
            path = free_path(gone.parent, f"{name} 2")
        try:
            file = self._created(path, origin=self._file.id)
        except FileTrouble:
            self._fail(trouble)
            return
        self._file.close()
        self._take(file)
        self._save_view()
        self.recent.note(file.path, file.path.stem, file.id, file.origin)
        words = phrase("{file} {cause}. All that you did is kept in {name}.")
        self.told.emit(say(words, file=printable(gone.name), cause=trouble.cause, name=path.name))
        self.back_up()

    def _begin_file(self) -> None:
        if self._places is None:
            return
        title = self._session.workspace.name
        try:
            self._places.drafts.mkdir(parents=True, exist_ok=True)
            name = file_name(title, datetime.now().astimezone().date().isoformat())
            path = free_path(self._places.drafts, name)
            file = self._created(path)
        except OSError as error:
            self._fail(FileTrouble(self._places.drafts, (error.strerror or str(error)).lower()))
        except FileTrouble as trouble:
            self._fail(trouble)
        else:
            was_in_trouble = self._trouble is not None
            self._take(file)
            self._save_view()
            self.recent.note(path, title, file.id)
            if was_in_trouble:
                self.told.emit(say("All that you did is kept again."))

    def _created(self, path: Path, origin: str = "") -> WorkspaceFile:
        from desktop.files.workspaces import WorkspaceFile

        session = self._session
        return WorkspaceFile.create(path, session.workspace, shared=is_shared(path), by=session.editor, origin=origin)

    def _take(self, file: WorkspaceFile) -> None:
        self._file = file
        self._trouble = None
        self._again.stop()
        self.changed.emit()

    def _show(self, workspace: Workspace, read_only: str, view: dict[str, str] | None = None) -> None:
        left_out, facing = read_sight(view or {})
        self._is_beginning = True
        try:
            self._session.read_only = read_only
            self._session.begin(workspace, left_out, facing)
        finally:
            self._is_beginning = False

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if self._is_beginning:
            return
        if self._file is not None:
            self.save()
        elif after.articles and (self._trouble is not None or not before.articles):
            self._begin_file()  # not for one that was closed

    def look_again(self) -> None:
        """Shows what another window wrote into the file."""
        if self._file is None:
            return
        try:
            workspace = self._file.refresh()
        except FileTrouble as trouble:
            self._looking.stop()
            self.told.emit(str(trouble))
            return
        if self._file.is_let_go:
            self._take_over(self._file)
        elif workspace is not None:
            self._show(workspace, self._file.read_only, self._sight())

    def _take_over(self, before: WorkspaceFile) -> None:
        """Opens the file for writing, now that nobody else does."""
        from desktop.files.workspaces import WorkspaceFile

        try:
            file = WorkspaceFile.open(before.path, shared=is_shared(before.path), by=self._session.editor)
        except FileTrouble:
            return  # looked at again in a moment
        if file.read_only:
            file.close()
            return
        self._looking.stop()
        before.close()
        self._take(file)
        self._show(file.workspace, "", self._sight())
        self.told.emit(say("Nobody else has {name} open any more: it can be changed here now.", name=file.path.name))

    def _sight(self) -> dict[str, str]:
        return view_of(self._session.left_out, self._session.facing)

    def _note_view(self) -> None:
        if self._file is not None and not self._is_beginning:
            self._view.start()

    def _save_view(self) -> None:
        """Notes what faces each other and what is left out; not worth a message where it fails."""
        if self._file is None or self._file.read_only:
            return
        try:
            self._file.save_view(self._sight())
        except FileTrouble:
            return

    def _close_file(self) -> None:
        self._again.stop()
        self._looking.stop()
        self._rest.stop()
        if self._trouble is not None:
            self.save()  # a last time
        if self._file is not None:
            self._view.stop()
            self._save_view()
            self._look_a_last_time()
            self._file.close()
        self._file, self._trouble = None, None

    def _fail(self, trouble: FileTrouble) -> None:
        is_news = self._trouble is None or str(self._trouble) != str(trouble)
        self._trouble = trouble
        if not self._again.isActive():
            self._again.start()
        if is_news:
            self.changed.emit()
            self.troubled.emit(str(trouble))

    def settle(self) -> None:
        """Brings the file to where a copy of it holds all; one that another program wrote over is written anew."""
        from desktop.files.workspaces import Vanished

        if self._file is None:
            return
        try:
            self._file.settle()
        except Vanished as trouble:
            if self._file.path.exists():
                self._rescue(trouble)
        except FileTrouble:
            return  # the next edit says so, if it is still there

    def _look_a_last_time(self) -> None:
        """Writes the workspace anew where another program's file is in its place now.

        Of one that was moved or removed nothing is missing where it went, and who did that meant it.
        """
        from desktop.files.workspaces import Vanished

        assert self._file is not None
        if self._file.read_only:
            return
        try:
            self._file.save(self._session.workspace)
        except Vanished as trouble:
            if self._file.path.exists():
                self._rescue(trouble)
        except FileTrouble:
            return

    def _succeed(self) -> None:
        self._rest.start()
        self._again.stop()
        if self._trouble is not None:
            self._trouble = None
            self.changed.emit()
            self.told.emit(say("All that you did is kept again."))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _rescued(name: str) -> str:
    """What the file is called that takes the place of one that is gone, which may have done so itself."""
    added = say("{name} (rescued)", name="")
    before, found, rest = name.rpartition(added)
    return name[: len(before) + len(added)] if found and not rest.strip(" 0123456789") else f"{name}{added}"


def _timer(owner: QObject, interval: int, call: object) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(interval)
    timer.timeout.connect(call)
    return timer
