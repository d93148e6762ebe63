"""Shows the articles of the workspace, to tick and to put into a pane."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.core.language import say
from desktop.shell.models.article_list import ArticleList, ArticleRole
from desktop.shell.views.source_rows import SourceRows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.core.workspace import Workspace
    from desktop.shell.session import Session


NARROWEST = 110
"""In pixels: less says nothing of a name."""


class SourcesPanel(QWidget):
    """The list; a tick lets an article take part, a double click or Return puts it into the left pane."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.articles = ArticleList()
        self.view = QListView()
        self.view.setModel(self.articles)
        self.view.setAccessibleName(say("Sources"))
        self.view.setAccessibleDescription(say("Ticked articles take part in the comparison"))
        self.view.setItemDelegate(SourceRows(self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMinimumWidth(NARROWEST)
        self.view.setSpacing(1)
        self.view.setToolTip(say("Double-click an article to show it on the left"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.articles.ticked.connect(session.include)
        self.view.activated.connect(self._put_left)
        session.workspace_changed.connect(self._follow_workspace)
        session.included_changed.connect(self.show_articles)
        session.analysis_changed.connect(self.show_articles)
        self.show_articles()

    def _follow_workspace(self, before: Workspace, after: Workspace) -> None:
        if before.articles is not after.articles:
            self.show_articles()

    def show_articles(self) -> None:
        """Shows the articles with the number of their figures."""
        counts: dict[str, int] = {article.id: 0 for article in self._session.analysis.articles}
        for claim in self._session.analysis.claims:
            counts[claim.article] = counts.get(claim.article, 0) + 1
        included = frozenset(article.id for article in self._session.included)
        workspace = self._session.workspace
        versions = Counter(article.id for article in (*workspace.articles, *workspace.earlier))
        self.articles.show(workspace.articles, included, counts, versions)

    def _put_left(self, index: QModelIndex) -> None:
        article = index.data(ArticleRole)
        if article in {known.id for known in self._session.included}:
            self._session.face(article, self._session.facing[1])
