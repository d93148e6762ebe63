"""Knows the articles of the workspace as a list with ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.core import wording
from desktop.core.language import say, say_count
from desktop.core.text import letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.core.text import Article

Index = QModelIndex | QPersistentModelIndex
ArticleRole = Qt.ItemDataRole.UserRole


class ArticleList(QAbstractListModel):
    """The articles, ticked where they take part in the comparison."""

    ticked = Signal(str, bool)
    """The editor ticked an article (id), or took its tick away."""

    def __init__(self) -> None:
        super().__init__()
        self._articles: tuple[Article, ...] = ()
        self._included: frozenset[str] = frozenset()
        self._counts: Mapping[str, int] = {}
        self._versions: Mapping[str, int] = {}
        self._letters: tuple[str, ...] = ()

    def show(
        self,
        articles: tuple[Article, ...],
        included: frozenset[str],
        counts: Mapping[str, int],
        versions: Mapping[str, int] | None = None,
    ) -> None:
        """Shows these articles (ids of those that take part; number of figures, and of versions, by id)."""
        same = [article.id for article in articles] == [article.id for article in self._articles]
        if not same:
            self.beginResetModel()
        self._articles, self._included, self._counts = articles, included, counts
        self._versions = versions or {}
        self._letters = letters(len(articles))
        if not same:
            self.endResetModel()
        elif articles:
            self.dataChanged.emit(self.index(0), self.index(len(articles) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._articles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        article = self._articles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                name = f"{self._letters[index.row()]}  {' '.join(article.name.split())}"
                return "\n".join(part for part in (name, self._figures(article), self._told_versions(article)) if part)
            case Qt.ItemDataRole.ToolTipRole:
                when = wording.day(article.published) if article.published is not None else ""
                name = f"{self._letters[index.row()]}  {article.name}"
                told = (self._figures(article), self._told_versions(article))
                parts = (name, article.title, when, *told, article.source, article.notice)
                return "\n".join(part for part in parts if part)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if article.id in self._included else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                letter = self._letters[index.row()]
                return say("Article {letter}, {name}: {title}", letter=letter, name=article.name, title=article.title)
            case Qt.ItemDataRole.UserRole:
                return article.id
        return None

    def _figures(self, article: Article) -> str:
        count = self._counts.get(article.id)
        return "" if count is None else say_count("{count} figure", "{count} figures", count)

    def _told_versions(self, article: Article) -> str:
        count = self._versions.get(article.id, 1)
        return say_count("{count} version", "{count} versions", count) if count > 1 else ""

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self._articles[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
