"""Whether the two panes show the articles that face each other, and what joins them."""

import pytest

from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.shell.views.article_pane import ArticlePane
from desktop.shell.views.compare_view import CompareView


@pytest.fixture
def view(compare_view) -> CompareView:
    return compare_view


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
    assert [(ribbon.status, ribbon.selected) for ribbon in view.gutter.ribbons()] == [
        (Status.AGREE, False),
        (Status.CONFLICT, False),
    ]
    selection.select([rent.yearly.figure, rent.monthly.figure])
    worst = view.gutter.ribbons()[-1]
    assert (worst.status, worst.selected) == (Status.CONFLICT, True)


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


def test_a_ribbon_leads_to_both_its_figures(view, selection, rent):
    view.gutter.chosen.emit((rent.monthly.figure, rent.yearly.figure))
    assert selection.figures[:2] == (rent.monthly.figure, rent.yearly.figure)


def test_a_ribbon_under_the_pointer_marks_both_its_figures(view, rent):
    view.gutter.pointed.emit((rent.yearly.figure, rent.monthly.figure))
    marked = [[mark.cursor.selectedText() for mark in pane.text.extraSelections()] for pane in view.panes]
    assert marked == [["$12 a year"], ["$12 a month"]]
    view.gutter.pointed.emit(())
    assert [pane.text.extraSelections() for pane in view.panes] == [[], []]


def test_a_ribbon_says_what_it_joins_and_why(view, rent):
    pair = rent.analysis.comparisons[0].pairs[0]
    card = view.describe_pair(pair)
    assert card.startswith("“$12 a year” and “$12 a month”: conflict\n")
    assert "Ledger says" in card


def test_long_articles_are_shown_piece_by_piece(qtbot, view, session, jobs, rent):
    long = [Article(letter, letter, "Nothing happened.\n" * 60_000, letter * 64) for letter in "xy"]
    session.begin(Workspace("Long", tuple(long)))
    assert not view.is_complete
    session.begin(Workspace("Rent", rent.analysis.articles))
    jobs.answer(max(jobs.waiting))
    qtbot.waitUntil(lambda: view.is_complete)
    assert badges(view) == ["A", "B"]
    assert looks(view, 0) == ["$12 a year", "May 2029", "3"]


def test_stepping_is_on_until_it_is_switched_off(qtbot, view):
    assert view.is_in_step
    assert view.gutter.step.isChecked()
    with qtbot.waitSignal(view.step_changed) as told:
        view.gutter.step.click()
    assert told.args == [False]
    assert not view.is_in_step
    view.set_step(True)
    assert view.gutter.step.isChecked()


def test_a_selection_leaves_each_text_at_its_own_figure(qtbot, view, session, jobs):
    lines = "Nothing happened here at all.\n" * 400
    texts = [f"First.\n{lines}Rent is $5 now.\n{lines}", f"Rent is $6 now.\n{lines}"]
    articles = [Article(letter, letter, text, letter * 64) for letter, text in zip("xy", texts, strict=True)]
    figures = [
        Figure(article.id, Span(start := article.text.index("$"), start + 2), "$5", Quantity(Kind.MONEY), Span(0, 1))
        for article in articles
    ]
    claims = tuple(Claim(figure, figure.span) for figure in figures)
    session.begin(Workspace("Long", tuple(articles)))
    for number in list(jobs.waiting):
        jobs.waiting[number] = lambda: Analysis(tuple(articles), claims)
    jobs.answer()
    qtbot.waitUntil(lambda: view.is_complete)
    view.mark(tuple(figures))
    for pane, figure in zip(view.panes, figures, strict=True):
        assert pane.text.stretch_of(figure) is not None
    # and a text that holds none of what is selected goes along with the other
    view.panes[0].text.verticalScrollBar().setValue(0)
    view.mark(())
    view.mark((figures[0],))
    assert view.panes[0].text.stretch_of(figures[0]) is not None
    assert view.panes[1].text.points_in_sight()[0] > 1000


def test_the_reading_font_is_that_of_both_texts(view):
    view.set_reading_font("Inter")
    assert view.reading_font == "Inter"
    assert {pane.text.fontInfo().family() for pane in view.panes} == {"Inter"}
    view.set_reading_font("")
    assert {pane.text.fontInfo().family() for pane in view.panes} == {"Source Serif 4"}


def test_the_wheel_zooms_both_texts(view):
    view.panes[1].text.zoom_asked.emit(2)
    assert view.zoom == 2
