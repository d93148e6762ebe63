"""Brings articles in: from files, from the clipboard, from the case that Crossread comes with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.core.language import phrase, say
from desktop.core.text import Article, letters
from desktop.core.workspace import Workspace
from desktop.files import articles as article_files
from desktop.files.errors import FileTrouble
from desktop.files.places import ENDING
from desktop.files.resources import bundled_case
from desktop.shell.commands.choosing import TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop.shell.commands.renewing import Renewing
    from desktop.shell.commands.workspaces import Workspaces
    from desktop.shell.session import Session
    from desktop.shell.views.compare_view import CompareView
    from desktop.shell.views.message_bar import MessageBar

FILES = phrase("Articles and workspaces (*.txt *.text *.md *.crossread {file});;All files (*)")


class Opening(QObject):
    """Every way in. With one file in trouble all stays as it was, and the message bar names it and the cause."""

    folder_wanted = Signal(object)
    """The Path of a folder that a workspace was exported to, which is to be opened."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        workspaces: Workspaces,
        renewing: Renewing,
        compare: CompareView,
        messages: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspaces = workspaces
        self._renewing = renewing
        self._messages = messages
        compare.opening_wanted.connect(self.ask_for_articles)
        compare.files_dropped.connect(self.drop)
        session.analysis_changed.connect(self._warn_of_twins)

    def ask_for_articles(self) -> None:
        """Lets the editor choose articles to compare, or a workspace."""
        from desktop.files.folders import WORKSPACE  # not needed at the start

        self.open([Path(name) for name in self._asked(say("Open"), say(FILES, file=WORKSPACE))])

    def ask_for_more(self) -> None:
        """Lets the editor choose articles to add."""
        self.add([Path(name) for name in self._asked(say("Add articles"), say(TEXTS))])

    def open_bundled(self) -> None:
        """Opens the case that comes with Crossread."""
        try:
            case = article_files.read_case(bundled_case())
        except FileTrouble as error:
            self._messages.complain(str(error))
            return
        now = self._session.now()
        self._workspaces.begin(Workspace(case.title, tuple(replace(one, imported=now) for one in case.articles)))

    def open(self, paths: Sequence[Path], published: Mapping[str, date] | None = None) -> None:
        """Compares these files in a workspace of their own, or opens the one workspace among them.

        With one of them in trouble, all stays as it was.
        """
        kept = [path for path in paths if _is_workspace(path)]
        if kept:
            if len(paths) > 1:
                self._messages.complain(say("A workspace is opened alone: {name}", name=kept[0].name))
            elif (folder := _export_at(kept[0])) is not None:
                self.folder_wanted.emit(folder)
            else:
                self._workspaces.open(kept[0])
            return
        found = self._read(paths, published or {})
        if found and self._workspaces.begin(Workspace("", found)):
            self._messages.hide()

    def add(self, paths: Sequence[Path]) -> tuple[Article, ...]:
        """Adds these files to the comparison; with one of them in trouble, all stays as it was.

        A file that is open already and has another text now is a new version of its article.
        """
        if any(map(_is_workspace, paths)):
            self.open(paths)
            return ()
        found = self._read(paths, {})
        workspace, taken, news = self._renewing.take_in(self._session.workspace, found)
        if taken:
            self._messages.hide()
            self._session.edit(say("add articles"), workspace)
            self._renewing.tell(news if self._session.workspace is workspace else "")
        return taken

    def drop(self, side: int, paths: Sequence[Path]) -> None:
        """Adds the files that were dropped on a pane and shows the first of them there."""
        found = self.add(paths)
        if found:
            left, right = self._session.facing
            self._session.face(*((found[0].id, right) if side == 0 else (left, found[0].id)))

    def paste_article(self) -> None:
        """Adds the text on the clipboard as an article."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._messages.complain(say("The clipboard holds no text to add as an article."))
            return
        article = article_files.pasted(text, article_id=self._session.new_id())
        called = say("Pasted text")
        article = replace(article, title=article.title or called, outlet=called, imported=self._session.now())
        self._messages.hide()
        self._session.edit(say("paste article"), self._session.workspace.with_article(article))
        self._session.face(self._session.facing[0], article.id)

    def _read(self, paths: Sequence[Path], published: Mapping[str, date]) -> tuple[Article, ...]:
        found, troubles = [], []
        for letter, path in zip(letters(len(paths)), paths, strict=True):
            day = published.get(letter)
            try:
                article = article_files.read(path, article_id=self._session.new_id(), published=day)
                found.append(replace(article, imported=self._session.now()))
            except FileTrouble as error:
                troubles.append(str(error))
        if troubles:
            if found:
                troubles.append(say("Nothing was opened."))
            self._messages.complain("\n".join(troubles))
            return ()
        return tuple(found)

    def _warn_of_twins(self) -> None:
        """Says so where one text is open twice: its figures agree with themselves."""
        articles = self._session.workspace.articles
        by_letter = self._session.letters
        seen: dict[str, str] = {}
        for article in articles:
            here = by_letter[article.id]
            if article.sha256 in seen:
                there = seen[article.sha256]
                named = article.source or article.name
                self._messages.tell(
                    say("{there} and {here} are the same text: {name}.", there=there, here=here, name=named)
                )
                return
            seen[article.sha256] = here

    def _asked(self, title: str, files: str) -> list[str]:
        return QFileDialog.getOpenFileNames(self._window, title, "", files)[0]


def _is_workspace(path: Path) -> bool:
    return path.suffix.lower() == ENDING or _export_at(path) is not None


def _export_at(path: Path) -> Path | None:
    """The folder that a workspace was exported to, where a path is that folder or the file that says so."""
    if not path.is_dir() and path.suffix.lower() != ".json":
        return None
    from desktop.files.folders import WORKSPACE, is_export

    folder = path.parent if path.name == WORKSPACE else path
    return folder if folder.is_dir() and is_export(folder) else None
