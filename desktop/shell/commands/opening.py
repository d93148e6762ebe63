"""Brings articles in: from files, from the clipboard, from the case that Crossread comes with."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.core.language import phrase, say
from desktop.core.text import Article, letters
from desktop.core.workspace import Workspace
from desktop.files import articles as article_files
from desktop.files.errors import FileTrouble
from desktop.files.resources import bundled_case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop.shell.session import Session
    from desktop.shell.views.compare_view import CompareView
    from desktop.shell.views.message_bar import MessageBar

FILES = phrase("Text (*.txt *.text *.md);;All files (*)")


class Opening(QObject):
    """Every way in. With one file in trouble all stays as it was, and the message bar names it and the cause."""

    def __init__(self, window: QWidget, session: Session, compare: CompareView, messages: MessageBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._messages = messages
        compare.opening_wanted.connect(self.ask_for_articles)
        compare.files_dropped.connect(self.drop)
        session.analysis_changed.connect(self._warn_of_twins)

    def ask_for_articles(self) -> None:
        """Lets the editor choose articles, and compares those."""
        self.open([Path(name) for name in self._asked(say("Open articles"))])

    def ask_for_more(self) -> None:
        """Lets the editor choose articles to add."""
        self.add([Path(name) for name in self._asked(say("Add articles"))])

    def open_bundled(self) -> None:
        """Opens the case that comes with Crossread."""
        try:
            case = article_files.read_case(bundled_case())
        except FileTrouble as error:
            self._messages.complain(str(error))
            return
        opened = Workspace(case.title, case.articles)
        if self._session.workspace.articles:
            self._session.edit(say("open the specimen case"), opened)
        else:
            self._session.begin(opened)

    def open(self, paths: Sequence[Path], published: Mapping[str, date] | None = None) -> None:
        """Compares these files instead of what is open; with one of them in trouble, all stays as it was."""
        found = self._read(paths, published or {})
        if found:
            self._messages.hide()
            self._session.edit(say("open articles"), Workspace("", found))

    def add(self, paths: Sequence[Path]) -> tuple[Article, ...]:
        """Adds these files to the comparison; with one of them in trouble, all stays as it was."""
        found = self._read(paths, {})
        workspace = self._session.workspace
        for article in found:
            workspace = workspace.with_article(article)
        if found:
            self._messages.hide()
            self._session.edit(say("add articles"), workspace)
        return found

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
        article = Article(
            id=self._session.new_id(),
            title=article_files.title_of(text) or say("Pasted text"),
            text=text,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            outlet=say("Pasted text"),
        )
        self._messages.hide()
        self._session.edit(say("paste article"), self._session.workspace.with_article(article))
        self._session.face(self._session.facing[0], article.id)

    def _read(self, paths: Sequence[Path], published: Mapping[str, date]) -> tuple[Article, ...]:
        found, troubles = [], []
        for letter, path in zip(letters(len(paths)), paths, strict=True):
            day = published.get(letter)
            try:
                found.append(article_files.read(path, article_id=self._session.new_id(), published=day))
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

    def _asked(self, title: str) -> list[str]:
        return QFileDialog.getOpenFileNames(self._window, title, "", say(FILES))[0]
