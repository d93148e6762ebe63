"""Knows what an editor can do: every command with its words, its key and its place in the menus."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from desktop import __version__
from desktop.core.text import Article, letters
from desktop.core.workspace import Workspace
from desktop.files import articles as article_files
from desktop.files.errors import FileTrouble
from desktop.files.resources import bundled_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QMainWindow, QMenu

    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.compare_view import CompareView
    from desktop.shell.views.message_bar import MessageBar

FILES = "Text (*.txt *.text *.md);;All files (*)"
ZOOM_STEP = 1.0
ZOOM_RANGE = (-4.0, 12.0)


class Commands(QObject):
    """The commands. Each does its work through the session; trouble is told in the message bar."""

    review_step = Signal(int, bool)
    """1 or -1, and whether only conflicts count."""
    zoomed = Signal(float)

    def __init__(
        self, window: QMainWindow, session: Session, compare: CompareView, messages: MessageBar, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._compare = compare
        self._messages = messages
        self._appearance = appearance
        self.zoom = 0.0
        compare.opening_wanted.connect(self.ask_for_articles)
        compare.files_dropped.connect(self.drop)
        session.analysis_changed.connect(self._warn_of_twins)

    def fill_menus(self, menus: Mapping[str, QMenu], docks: Sequence[QAction], next_pane: Callable[[], None]) -> None:
        """Fills the menus (by title). docks: what shows and hides the docks."""
        self._menus = menus
        for menu in menus.values():
            menu.setToolTipsVisible(True)
        file = self._menus["&File"]
        self._add(file, "&Open articles…", "Ctrl+O", self.ask_for_articles, "Compare other articles")
        self._add(file, "&Add articles…", "Ctrl+Shift+O", self.ask_for_more, "Add articles to this comparison")
        self._add(file, "Open the &specimen case", None, self.open_bundled, "The case that comes with Crossread")
        file.addSeparator()
        self._add(file, "&Quit", QKeySequence.StandardKey.Quit, self._window.close, "End Crossread")
        edit = self._menus["&Edit"]
        for name, action in (
            ("Undo", self._session.undo_stack.createUndoAction(self, "&Undo")),
            ("Redo", self._session.undo_stack.createRedoAction(self, "&Redo")),
        ):
            action.setShortcut(QKeySequence("Ctrl+Z" if name == "Undo" else "Ctrl+Shift+Z"))
            edit.addAction(action)
        edit.addSeparator()
        self._add(edit, "&Paste as article", "Ctrl+Shift+V", self.paste_article, "Add the copied text as an article")
        self._fill_view_menu(docks)
        sources = self._menus["&Sources"]
        self._add(sources, "&Swap the two articles", "Ctrl+T", self._session.swap, "Left to right and back")
        review = self._menus["&Review"]
        for words, key, direction, conflicts in (
            ("&Next difference", "Alt+Down", 1, False),
            ("&Previous difference", "Alt+Up", -1, False),
            ("Next &disagreement", "Alt+Shift+Down", 1, True),
            ("Previous d&isagreement", "Alt+Shift+Up", -1, True),
        ):
            self._add(review, words, key, partial(self.review_step.emit, direction, conflicts), "")
        review.addSeparator()
        self._add(review, "Next &pane", "F6", next_pane, "Give the focus to the next part of the window")
        about = self._menus["&Help"]
        self._add(about, "&About Crossread", None, self._tell_about, "")

    def _fill_view_menu(self, docks: Sequence[QAction]) -> None:
        view = self._menus["&View"]
        group = QActionGroup(self)
        for words, choice in (("&Light", "light"), ("&Dark", "dark"), ("&Follow the system", "system")):
            action = self._add(view, words, None, partial(self._appearance.choose, choice), "")
            action.setCheckable(True)
            action.setChecked(self._appearance.choice == choice)
            group.addAction(action)
        view.addSeparator()
        self._add(view, "&Larger article text", "Ctrl++", lambda: self.set_zoom(self.zoom + ZOOM_STEP), "")
        self._add(view, "&Smaller article text", "Ctrl+-", lambda: self.set_zoom(self.zoom - ZOOM_STEP), "")
        self._add(view, "&Usual article text", "Ctrl+0", lambda: self.set_zoom(0), "")
        view.addSeparator()
        view.addActions(list(docks))

    def set_zoom(self, points: float) -> None:
        """Makes the article text larger or smaller than usual, by points."""
        self.zoom = min(max(points, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        self._compare.zoom(self.zoom)

    def ask_for_articles(self) -> None:
        """Lets the editor choose articles, and compares those."""
        self.open([Path(name) for name in self._asked("Open articles")])

    def ask_for_more(self) -> None:
        """Lets the editor choose articles to add."""
        self.add([Path(name) for name in self._asked("Add articles")])

    def open_bundled(self) -> None:
        """Opens the case that comes with Crossread."""
        try:
            case = article_files.read_case(bundled_case())
        except FileTrouble as error:
            self._messages.complain(str(error))
            return
        self._session.begin(Workspace(case.title, case.articles))

    def open(self, paths: Sequence[Path], published: Mapping[str, date] | None = None) -> None:
        """Compares these files instead of what is open; with one of them in trouble, all stays as it was."""
        found = self._read(paths, published or {})
        if found:
            self._session.edit("open articles", Workspace("", found))

    def add(self, paths: Sequence[Path]) -> tuple[Article, ...]:
        """Adds these files to the comparison; with one of them in trouble, all stays as it was."""
        found = self._read(paths, {})
        workspace = self._session.workspace
        for article in found:
            workspace = workspace.with_article(article)
        if found:
            self._session.edit("add articles", workspace)
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
            self._messages.complain("The clipboard holds no text to add as an article.")
            return
        article = Article(
            id=self._session.new_id(),
            title=article_files.title_of(text) or "Pasted text",
            text=text,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            outlet="Pasted text",
        )
        self._session.edit("paste article", self._session.workspace.with_article(article))
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
                self._messages.tell(f"{there} and {here} are the same text: {article.source or article.name}.")
                return
            seen[article.sha256] = here

    def _asked(self, title: str) -> list[str]:
        return QFileDialog.getOpenFileNames(self._window, title, "", FILES)[0]

    def _tell_about(self) -> None:
        self._messages.tell(f"Crossread {__version__}. It compares the figures of news articles. MIT licence.")

    def _add(
        self,
        menu: QMenu,
        words: str,
        key: str | QKeySequence.StandardKey | None,
        call: Callable[[], object],
        tip: str,
    ) -> QAction:
        action = QAction(words, self)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        if tip:
            action.setToolTip(tip)
        action.triggered.connect(lambda _checked=False: call())
        menu.addAction(action)
        return action
