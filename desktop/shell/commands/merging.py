"""Brings another editor's workspace into the open one, after saying what will come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.core.language import phrase, say
from desktop.files.errors import FileTrouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.core.lexicon import Lexicon
    from desktop.core.merging import Merge
    from desktop.core.workspace import Workspace
    from desktop.shell.session import Session
    from desktop.shell.views.message_bar import MessageBar

FILES = phrase("Workspaces, folder exports, notes and rulings (*.crossread {file} *.jsonld)")
NOTES = ".jsonld"
"""How a file of nothing but notes and rulings ends."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a merge would make. called: the other file. mine: the workspace that it was asked for. notes: what else."""

    called: str
    mine: Workspace
    merge: Merge
    notes: tuple[str, ...] = ()


class Merging(QObject):
    """The way of another editor's workspace into this one. With a file in trouble all stays as it was."""

    def __init__(self, window: QWidget, session: Session, messages: MessageBar, load: Callable[[], Lexicon]) -> None:
        """load: where the word lists come from."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._messages = messages
        self._load = load
        self._asked = 0
        self._path = Path()
        self._open: Callable[[], Path | None] = lambda: None
        session.jobs.ended.connect(self._receive)

    def refuse(self, opened: Callable[[], Path | None]) -> None:
        """Lets the file that is open be no file to merge with. opened: its path, None where none is."""
        self._open = opened

    def ask(self) -> None:
        """Lets the editor choose a workspace, or one that was exported as a folder."""
        from desktop.files.folders import WORKSPACE  # as all of merging, not at the start

        words = say(FILES, file=WORKSPACE)
        chosen, _ = QFileDialog.getOpenFileName(self._window, say("Merge with another workspace"), "", words)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Finds out beside the window what would come in, and asks. path: of a workspace, an exported folder, or notes
        and rulings alone (JSON-LD)."""
        session = self._session
        if session.read_only:
            session.edit_refused.emit(session.read_only)
            return
        opened = self._open()
        if opened is not None and opened.resolve() == path.resolve():
            self._messages.complain(say("{name} is the workspace that is open.", name=path.name))
            return
        mine, load = session.workspace, self._load
        self._path = path
        self._asked = session.jobs.run("merge", lambda: _offer(mine, path, load()))

    def _receive(self, number: int, answer: object, error: object) -> None:
        if number != self._asked:
            return
        self._asked = 0
        if isinstance(answer, Offer):
            self._show(answer)
        elif isinstance(error, FileTrouble):
            self._messages.complain(str(error))
        elif error is not None:
            words = say("{name} could not be merged: {error}", name=self._path.name, error=error)
            self._messages.complain(words)

    def _show(self, offer: Offer) -> None:
        from desktop.shell.views.merge_dialog import MergeDialog

        if offer.mine is not self._session.workspace:  # it was changed meanwhile, or another was opened
            if any(article.id in self._session.letters for article in offer.mine.articles):
                self.look_at(self._path)
            return
        if offer.merge.workspace is offer.mine:
            self._messages.tell(" ".join((say("{name}:", name=offer.called), *self._sentences(offer))))
            return
        dialog = MergeDialog(self._window, offer.called, self._sentences(offer))
        dialog.accepted.connect(lambda: self._merge(offer))
        dialog.open()

    def _merge(self, offer: Offer) -> None:
        if offer.mine is not self._session.workspace:  # what was typed last was kept when the question came up
            self.look_at(self._path)
            return
        self._session.edit(say("merge with {name}", name=offer.called), offer.merge.workspace)
        if self._session.workspace is offer.merge.workspace:
            told = [say("Merged with {name}.", name=offer.called), *self._sentences(offer)]
            if offer.merge.conflicting and not self._is_blind(offer):
                told.append(say("Review › Compare editors… lists what was ruled differently."))
            self._messages.tell(" ".join((*told, say("Edit › Undo takes it back."))))

    def _is_blind(self, offer: Offer) -> bool:
        return self._session.editor in offer.mine.blind

    def _sentences(self, offer: Offer) -> tuple[str, ...]:
        """What comes in; who reviews blind is not told that others ruled otherwise."""
        merge = replace(offer.merge, conflicting=0) if self._is_blind(offer) else offer.merge
        return (*merge.sentences, *offer.notes)


def _offer(mine: Workspace, path: Path, lexicon: Lexicon) -> Offer:
    """Reads another workspace and merges it; FileTrouble where it cannot be read."""
    from desktop.core.merging import merged
    from desktop.files.folders import WORKSPACE, merged_with_notes, read_folder
    from desktop.files.workspaces import read_backup

    if path.suffix.lower() == NOTES and not path.is_dir():
        return Offer(path.name, mine, merged_with_notes(mine, path))
    if path.name == WORKSPACE or path.is_dir():
        folder = path if path.is_dir() else path.parent
        found = read_folder(folder)
        return Offer(folder.name, mine, merged(mine, found.workspace, folder.name, lexicon), found.sentences)
    return Offer(path.name, mine, merged(mine, read_backup(path), path.stem, lexicon))
