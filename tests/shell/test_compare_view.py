"""Whether the two panes show the articles that face each other, and what joins them."""

import pytest

from desktop.core.agreement import Status
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.shell.views.article_pane import ArticlePane
from desktop.shell.views.compare_view import CompareView


@pytest.fixture
def view(qtbot, session, selection, appearance) -> CompareView:
    shown = CompareView(session, selection, appearance)
    qtbot.addWidget(shown)
    shown.resize(1000, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def badges(view: CompareView) -> list[str]:
    return [pane.badge.text() for pane in view.panes]


def looks(view: CompareView, side: int) -> list[str]:
    """What is marked as a figure on one side."""
    found = []
    block = view.panes[side].text.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        found += [
            units[2 * look.start : 2 * (look.start + look.length)].decode("utf-16-le")
            for look in block.layout().formats()
        ]
        block = block.next()
    return found


def test_the_first_two_articles_and_their_figures(view):
    assert badges(view) == ["A", "B"]
    assert looks(view, 0) == ["$12 a year", "May 2029", "3"]
    assert looks(view, 1) == ["$12 a month", "$144 yearly", "May 2029"]


def test_another_article_keeps_its_letter(view, session):
    session.face("spark", "ledger")
    assert badges(view) == ["C", "A"]
    assert looks(view, 0) == ["$120 a month"]


def test_the_swap_button(view, session):
    view.gutter.swap.click()
    assert badges(view) == ["B", "A"]
    assert looks(view, 0) == ["$12 a month", "$144 yearly", "May 2029"]


def test_choosing_the_other_sides_article_swaps(view, session):
    view.panes[0].article_wanted.emit("wire")
    assert badges(view) == ["B", "A"]


def test_ribbons_join_pairs_in_sight(view, selection, rent):
    assert [(status, chosen) for _, _, status, chosen in view.ribbons()] == [
        (Status.AGREE, False),
        (Status.CONFLICT, False),
    ]
    selection.select([rent.yearly.figure, rent.monthly.figure])
    assert view.ribbons()[-1][2:] == (Status.CONFLICT, True)


def test_a_chosen_figure_selects_its_companions(view, selection, rent):
    view.panes[0].figure_chosen.emit(rent.yearly.figure)
    assert selection.figures[0] == rent.yearly.figure
    assert rent.monthly.figure in selection.figures
    assert [mark.cursor.selectedText() for mark in view.panes[1].text.extraSelections()][0] == "$12 a month"


def test_marks_outlive_a_swap(view, session, selection, rent):
    selection.select([rent.term.figure, rent.term_too.figure])
    session.swap()
    for pane in view.panes:
        assert [mark.cursor.selectedText() for mark in pane.text.extraSelections()] == ["May 2029"]


def test_hundreds_of_marks_are_laid_where_they_can_be_seen(qtbot, appearance, jobs):
    article = Article("many", "Many", "It took 5 days. " * 4000, "d" * 64)
    spans = [Span(start, start + 6) for start in range(8, 16 * 4000, 16)]
    figures = tuple(Figure("many", span, "5 days", Quantity(Kind.DURATION), span) for span in spans)
    pane = ArticlePane("left", appearance)
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_article(article, "A")
    pane.show_figures(figures, {})
    pane.mark(figures)
    assert 10 < len(pane.text.extraSelections()) < 200
    pane.text.go_to_share(0.5)
    middle = [mark.cursor.selectionStart() for mark in pane.text.extraSelections()]
    assert min(middle) < 8 * 4000 < max(middle)
    assert {mark.cursor.selectedText() for mark in pane.text.extraSelections()} == {"5 days"}


def test_figures_disappear_with_their_article(view, session, jobs):
    session.include("ledger", False)
    assert badges(view) == ["C", "B"]
    jobs.answer()
    assert looks(view, 0) == ["$120 a month"]
