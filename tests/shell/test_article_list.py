"""Whether the list of sources says what there is and tells of ticks."""

import pytest
from PySide6.QtCore import Qt

from desktop.core.text import Article
from desktop.shell.models.article_list import ArticleList, letter, letters, names


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


def test_letters_go_on_after_z():
    assert [letter(number) for number in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_articles_of_one_name_are_told_apart():
    twins = [Article(id, "t", "text", "", outlet="Wire") for id in "12"] + [
        Article("3", "t", "text", "", outlet="Post")
    ]
    assert names(twins) == {"1": "Wire (A)", "2": "Wire (B)", "3": "Post"}
    assert letters(twins) == {"1": "A", "2": "B", "3": "C"}
