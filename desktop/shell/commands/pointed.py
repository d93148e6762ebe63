"""Knows what an editor points at: an article, by the pane with the focus, or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.figures import Figure
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.article_pane import ArticlePane


def in_sight(panes: Iterable[ArticlePane], session: Session) -> list[tuple[ArticlePane, str]]:
    """The panes with an article (id), the one that has the focus first."""
    found = [(pane, article) for pane, article in zip(panes, session.facing, strict=True) if article is not None]
    return sorted(found, key=lambda entry: not entry[0].text.hasFocus())


def selected(selection: Selection, session: Session) -> Figure | None:
    """The first of the selected figures; none of an article that is not open any more."""
    figure = next(iter(selection.figures), None)
    return figure if figure is not None and figure.article in session.letters else None


def pointed_at(panes: Iterable[ArticlePane], selection: Selection, session: Session) -> Figure | None:
    """The figure at the caret of the pane that has the focus, else the first of those selected."""
    for pane, _ in in_sight(panes, session):
        figure = pane.text.figure_at_caret() if pane.text.hasFocus() else None
        if figure is not None:
            return figure
    return selected(selection, session)
