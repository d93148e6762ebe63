"""Takes newer versions of articles in, and says what became of the notes and rulings on the older ones."""

from __future__ import annotations

from dataclasses import replace
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.core.language import say
from desktop.core.text import still_stands, title_of
from desktop.files import articles as article_files
from desktop.files.errors import FileTrouble
from desktop.shell.commands.choosing import TEXTS
from desktop.shell.commands.pointed import in_sight
from desktop.shell.views.announcing import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.core.figures import Figure
    from desktop.core.lexicon import Lexicon
    from desktop.core.text import Article
    from desktop.core.workspace import Workspace
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.message_bar import MessageBar
    from desktop.shell.views.versions_dialog import VersionsDialog


class Renewing(QObject):
    """Every way to a newer version of an article, each one step that can be undone; and the view of all versions."""

    opened = Signal(object, str)
    """A window beside the main one, and which part of the guide's contents it is."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        selection: Selection,
        panes: Sequence[ArticlePane],
        messages: MessageBar,
        lexicon: Callable[[], Lexicon],
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._selection = selection
        self._panes = tuple(panes)
        self._messages = messages
        self._lexicon = lexicon
        self._appearance = appearance
        self.versions: VersionsDialog | None = None

    def ask_for_version(self) -> None:
        """Lets the editor choose the file with a newer version of the article in the pane that has the focus."""
        old = self._in_focus()
        if old is None:
            return
        title = say("New version of {name}", name=self._session.names[old.id])
        chosen = QFileDialog.getOpenFileName(self._window, title, _start(old), say(TEXTS))[0]
        if chosen:
            self.read(old.id, Path(chosen))

    def read(self, article: str, path: Path) -> None:
        """Takes the text in a file as the newer version of an article (id)."""
        try:
            new = article_files.read(path, article_id=article)
        except FileTrouble as error:
            self._messages.complain(str(error))
            return
        self._take(new, say("import new version"))

    def paste_version(self) -> None:
        """Takes the text on the clipboard as the newer version of the article in the pane that has the focus."""
        old = self._in_focus()
        if old is None:
            return
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._messages.complain(say("The clipboard holds no text to take as a new version."))
            return
        new = article_files.pasted(text, article_id=old.id)
        title = new.title or old.title
        pasted = replace(old, title=title, text=text, sha256=new.sha256, outlet=old.outlet or old.name, source="")
        self._take(pasted, say("paste new version"))

    def take_in(self, workspace: Workspace, found: Sequence[Article]) -> tuple[Workspace, tuple[Article, ...], str]:
        """A workspace with articles that were read added, those from a file that is open as its newer version.

        Gives the articles as they stand there now, and what to tell the editor, "" for nothing.
        """
        taken, told = [], []
        for article in found:
            known = _from_same_file(workspace, article)
            if known is None or known.text == article.text:
                workspace = workspace.with_article(article)
                taken.append(article)
                continue
            new = self._dressed(replace(article, id=known.id), known)
            workspace, words = self._renewed(workspace, new)
            taken.append(new)
            told.append(words)
        return workspace, tuple(taken), "\n".join(told)

    def tell(self, words: str) -> None:
        """Tells the editor in the message bar, and those who hear the window."""
        if words:
            self._messages.tell(words)
            announce(self._window, words)

    def _take(self, new: Article, name: str) -> None:
        session = self._session
        known = session.workspace.article(new.id)
        if new.text == known.text:
            called = session.names[known.id]
            self.tell(say("Nothing has changed in {name}: the text is the same, letter for letter.", name=called))
            return
        workspace, words = self._renewed(session.workspace, self._dressed(new, known))
        self._messages.hide()
        session.edit(name, workspace)
        if session.workspace is workspace:  # not where nothing may be changed
            self.tell(words)

    def _renewed(self, workspace: Workspace, new: Article) -> tuple[Workspace, str]:
        # Imported when the first newer version comes, not at the start.
        from desktop.core.reanchoring import renewed
        from desktop.core.wording.versions import renewal

        done = renewed(workspace, new, self._lexicon())
        called = self._session.names.get(new.id, new.name)
        parts = (
            say("{name} has a new version.", name=called),
            renewal(done, self._session.editor),
            say("Sources › Versions… shows what is different."),
        )
        return done.workspace, " ".join(part for part in parts if part)

    def _dressed(self, new: Article, known: Article) -> Article:
        """A newer version with what only the older one tells of the outlet and the day.

        Where the old headline still stands in the text it stays the headline, whatever line was put in front of it.
        """
        is_first_line = new.title == title_of(new.text)
        return replace(
            new,
            title=known.title if is_first_line and still_stands(known.title, new.text) else new.title,
            outlet=new.outlet or known.outlet,
            published=new.published or known.published,
            notice=new.notice or known.notice,
            imported=self._session.now(),
        )

    def _in_focus(self) -> Article | None:
        """The article of the pane that has the focus, else the first in sight."""
        article = next((article for _, article in in_sight(self._panes, self._session)), None)
        if article is None:
            self.tell(say("Open an article first."))
            return None
        return self._session.workspace.article(article)

    def show_versions(self) -> None:
        """Shows what the outlet changed in the article of the pane that has the focus, else in the first that has
        earlier versions."""
        from desktop.shell.views.versions_dialog import VersionsDialog

        article = self._in_focus()
        if article is None:
            return
        earlier = [one.id for one in self._session.workspace.earlier]
        if not earlier:
            self.tell(
                say("No article here has an earlier version; Sources › Import a new version… brings a newer one in.")
            )
            return
        if self.versions is None:
            self.versions = VersionsDialog(self._window, self._session, self._lexicon, self._appearance)
            self.versions.figure_wanted.connect(self._go_to)
        self.versions.show_article(article.id if article.id in earlier else earlier[0])
        self.versions.show()
        self.versions.raise_()
        self.versions.activateWindow()
        self.opened.emit(self.versions, "versions")

    def _go_to(self, figure: Figure) -> None:
        """Puts the article of a figure of its present version into a pane, and selects the figure there."""
        from desktop.shell.selection import companions

        session = self._session
        if figure.article not in session.facing:
            session.include(figure.article, True)
            session.face(figure.article, session.facing[1])
        analysis = session.analysis
        for claim in analysis.claims_of(figure.article):
            if claim.figure.span.overlaps(figure.span):
                self._selection.select(companions(analysis, claim.figure))
                return


def _start(old: Article) -> str:
    """Where a file dialog begins: at the file that an article is from, if its folder is still there."""
    path = Path(old.source)
    try:
        return str(path) if old.source and path.parent.is_dir() else ""
    except OSError:
        return ""


def _from_same_file(workspace: Workspace, article: Article) -> Article | None:
    """The article of which a version was read from the same file as this one; None where none was."""
    if not article.source:
        return None
    here = realpath(article.source)
    for known in workspace.articles:
        if any(version.source and realpath(version.source) == here for version in workspace.versions_of(known.id)):
            return known
    return None
