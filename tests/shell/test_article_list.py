"""Whether the list of sources says what there is and tells of ticks."""

import pytest
from PySide6.QtCore import Qt

from desktop.shell.models.article_list import ArticleList


@pytest.fixture
def articles(rent) -> ArticleList:
    model = ArticleList()
    model.show(rent.analysis.articles, frozenset({"ledger", "spark"}), {"ledger": 3, "wire": 1})
    return model


def drawn(model: ArticleList) -> list[str]:
    """The list as a reader sees it."""
    ticks = {Qt.CheckState.Checked: "x", Qt.CheckState.Unchecked: " "}
    rows = [model.index(row) for row in range(model.rowCount())]
    return [f"[{ticks[row.data(Qt.ItemDataRole.CheckStateRole)]}] {row.data()}".replace("\n", " / ") for row in rows]


def test_it_behaves_as_a_model(qtmodeltester, articles):
    qtmodeltester.check(articles)


def test_what_an_editor_sees(articles):
    assert drawn(articles) == ["[x] A  Ledger / 3 figures", "[ ] B  Wire / 1 figure", "[x] C  spark"]


def test_a_tick_is_told_and_not_set(qtbot, articles):
    with qtbot.waitSignal(articles.ticked) as told:
        articles.setData(articles.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert told.args == ["wire", True]
    assert drawn(articles)[1].startswith("[ ]")
