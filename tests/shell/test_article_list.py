"""Whether the list of sources says what there is and tells of ticks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.shell.models.article_list import ArticleList
from desktop.shell.views.source_rows import in_two_lines
from desktop.shell.views.sources_panel import SourcesPanel


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


@pytest.mark.parametrize("name", ["Frankfurter Allgemeine Sonntagszeitung, Rhein-Main edition", "A" * 90, "🚢" * 60])
def test_long_names_take_two_lines_and_leave_the_number_of_figures(qtbot, session, appearance, rent, name):
    panel = SourcesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(160, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    ledger, wire, _ = rent.analysis.articles
    panel.articles.show((replace(ledger, outlet=name), wire), frozenset({"ledger"}), {"ledger": 12, "wire": 1})
    option = QStyleOptionViewItem()
    panel.view.initViewItemOption(option)
    panel.view.itemDelegate().initStyleOption(option, panel.articles.index(0))
    first, second, figures = option.text.split("\u2028")
    assert (name[:6] in first + second, second[-1], figures) == (True, "…", "12 figures")
    long, short = (panel.view.visualRect(panel.articles.index(row)) for row in (0, 1))
    assert long.height() == short.height() + option.fontMetrics.lineSpacing()
    assert long.right() <= panel.view.viewport().width()
    assert panel.articles.index(0).data(Qt.ItemDataRole.ToolTipRole).splitlines()[0] == f"A  {name}"
    assert panel.minimumSizeHint().width() >= 100


def test_a_name_that_fits_stays_whole(qapp):
    assert in_two_lines("E  The Lantern", QFont(), 400) == ("E  The Lantern",)
