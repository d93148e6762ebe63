"""Whether a pane shows an article for reading, marks its figures and tells what the editor points at."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent

from desktop.core.agreement import Status
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.shell.views.article_pane import ArticlePane
from desktop.shell.views.reading_text import MEASURE, READING_POINTS


@pytest.fixture
def pane(qtbot, appearance, rent) -> ArticlePane:
    shown = ArticlePane("left", appearance)
    qtbot.addWidget(shown)
    shown.resize(520, 420)
    with qtbot.waitExposed(shown):
        shown.show()
    ledger = rent.analysis.articles[0]
    shown.show_choice(rent.analysis.articles, {"ledger": "A", "wire": "B", "spark": "C"})
    shown.show_article(ledger, "A")
    shown.show_figures([rent.yearly.figure, rent.term.figure, rent.gates.figure], {rent.yearly.figure: Status.CONFLICT})
    return shown


def place_of(pane: ArticlePane, article: Article, words: str) -> QPoint:
    """The middle of the words in the text's viewport."""
    text = pane.text
    cursor = text.textCursor()
    cursor.setPosition(len(article.text[: article.text.index(words)].encode("utf-16-le")) // 2 + len(words) // 2)
    return text.cursorRect(cursor).center()


def test_name_day_figures_and_notice_stand_outside_the_text(pane):
    assert pane.badge.text() == "A"
    assert pane.chooser.currentText().startswith("A   Ledger")
    assert pane.about.text() == "Ledger · 22 May 2026 · 3 figures"
    assert pane.notice.text() == "Specimen, contains deliberate errors"
    assert "Specimen" not in pane.text.toPlainText()


def test_a_text_without_figures_says_so(pane):
    pane.show_figures([], {})
    assert pane.about.text().endswith("no figures found")


def test_a_click_on_a_figure_is_told(qtbot, pane, rent):
    ledger = rent.analysis.articles[0]
    with qtbot.waitSignal(pane.figure_chosen) as told:
        qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, ledger, "May 2029"))
    assert told.args == [rent.term.figure]


def test_a_click_beside_figures_tells_nothing(qtbot, pane, rent):
    ledger = rent.analysis.articles[0]
    with qtbot.assertNotEmitted(pane.figure_chosen):
        qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, ledger, "Harbour"))
        qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 400))


def test_return_chooses_the_figure_at_the_caret(qtbot, pane, rent):
    cursor = pane.text.textCursor()
    cursor.setPosition(rent.yearly.figure.span.start + 1 + 1)
    pane.text.setTextCursor(cursor)
    with qtbot.waitSignal(pane.figure_chosen) as told:
        qtbot.keyClick(pane.text, Qt.Key.Key_Return)
    assert told.args == [rent.yearly.figure]


def test_marks_lie_on_the_selected_figures_of_this_article(pane, rent):
    pane.mark((rent.monthly.figure, rent.term.figure, rent.yearly.figure))
    assert [mark.cursor.selectedText() for mark in pane.text.extraSelections()] == ["May 2029", "$12 a year"]
    pane.mark(())
    assert pane.text.extraSelections() == []


def test_a_figure_out_of_sight_is_brought_to_the_middle(qtbot, pane):
    words = "word " * 4000
    article = Article("long", "Long", f"{words}\n$5 here\n{words}", "d" * 64)
    start = article.text.index("$5")
    figure = figure_on(article, Span(start, start + 2))
    pane.show_article(article, "A")
    pane.show_figures([figure], {})
    assert pane.text.stretch_of(figure) is None
    pane.mark((figure,))
    stretch = pane.text.stretch_of(figure)
    assert stretch is not None
    assert 0.25 < stretch[0] / pane.text.viewport().height() < 0.75


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("paragraphs", [12, 400])
def test_the_last_line_comes_to_rest_at_the_bottom(pane, paragraphs, end):
    words = "\n".join(f"Paragraph {number}. " + "Some more words. " * 12 for number in range(paragraphs)) + end
    pane.show_article(Article("long", "", words, "d" * 64), "D")
    text, bar = pane.text, pane.text.verticalScrollBar()
    for _ in range(3):  # lines are laid out, and counted, as they come into sight
        bar.setValue(bar.maximum())
    cursor = text.textCursor()
    cursor.setPosition(len(words) - 1)
    last = text.cursorRect(cursor)
    below = text.viewport().height() - last.bottom()
    assert 0 <= below < 3 * last.height()
    assert text.points_in_sight()[0] < len(words) - 400


def test_a_short_text_does_not_scroll(pane):
    assert pane.text.verticalScrollBar().maximum() == 0


def test_showing_another_text_selects_nothing(qtbot, pane, rent):
    pane.mark((rent.term.figure,))
    with qtbot.assertNotEmitted(pane.figure_chosen):
        pane.show_article(rent.analysis.articles[1], "B")
    assert pane.text.extraSelections() == []
    assert pane.text.toPlainText() == rent.analysis.articles[1].text


def test_lines_stand_apart_and_are_not_too_long(qtbot, pane):
    article = Article("long", "Long", "many words in a row " * 200, "d" * 64)
    pane.resize(1600, 500)
    pane.show_article(article, "A")
    block = pane.text.document().firstBlock()
    pane.text.document().documentLayout().blockBoundingRect(block)
    lines = [block.layout().lineAt(number) for number in range(3)]
    size = pane.text.fontInfo().pixelSize()
    assert lines[1].y() - lines[0].y() == pytest.approx(1.5 * size, rel=0.12)
    # Average characters are wider than those of English prose, so that some more fit.
    assert 55 <= lines[1].textLength() <= MEASURE * 1.35


def test_the_text_has_a_size_of_its_own(pane):
    assert pane.text.fontInfo().pointSizeF() == pytest.approx(READING_POINTS, abs=0.6)
    pane.text.set_zoom(4)
    assert pane.text.fontInfo().pointSizeF() == pytest.approx(READING_POINTS + 4, abs=0.6)
    assert pane.about.fontInfo().pointSizeF() < READING_POINTS


def test_another_article_can_be_wanted(qtbot, pane):
    with qtbot.waitSignal(pane.article_wanted) as told:
        pane.chooser.activated.emit(2)
    assert told.args == ["spark"]


def test_an_empty_pane_invites(qtbot, pane):
    pane.show_choice([], {})
    pane.show_article(None)
    assert not pane.text.isVisible()
    assert not pane.notice.isVisible()
    assert not pane.badge.isVisible()


def test_dropped_files_are_told(qtbot, pane, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(pane.files_dropped) as told:
        pane.dropEvent(drop)
    assert told.args == [[tmp_path / "a.txt"]]


def test_the_overview_goes_where_it_is_clicked(qtbot, pane):
    article = Article("long", "Long", "word " * 8000, "d" * 64)
    pane.show_article(article, "A")
    qtbot.mouseClick(pane.strip, Qt.MouseButton.LeftButton, pos=QPoint(5, pane.strip.height() // 2))
    first, last = pane.text.visible_share()
    assert first < 0.5 < last


def figure_on(article: Article, span: Span) -> Figure:
    return Figure(article.id, span, span.of(article.text), Quantity(Kind.MONEY), span)


def test_walking_from_figure_to_figure_selects_and_says_each(qtbot, pane, rent):
    said, chosen = [], []
    pane.text.said.connect(said.append)
    pane.figure_chosen.connect(chosen.append)
    for direction in (1, 1, 1, 1, -1):
        pane.text.step_figure(direction)
    assert chosen == [rent.yearly.figure, rent.term.figure, rent.gates.figure, rent.term.figure]
    assert said == [
        "“$12 a year”: conflict, figure 1 of 3",
        "“May 2029”: only in one, figure 2 of 3",
        "“3”: only in one, figure 3 of 3",
        "No more figures in this text.",
        "“May 2029”: only in one, figure 2 of 3",
    ]


def test_walking_brings_a_figure_into_sight(qtbot, pane):
    words = "word " * 4000
    article = Article("long", "Long", f"{words}\n$5 here\n{words}", "d" * 64)
    start = article.text.index("$5")
    figure = figure_on(article, Span(start, start + 2))
    pane.show_article(article, "A")
    pane.show_figures([figure], {})
    pane.text.step_figure(1)
    assert pane.text.stretch_of(figure) is not None


def test_what_there_is_to_find_is_described(pane, rent):
    assert pane.text.accessibleDescription().startswith("3 figures: 1 conflict, 2 only in one.")
    pane.show_figures([], {})
    assert pane.text.accessibleDescription() == "No figures found."


def test_tab_leaves_the_text(qtbot, pane):
    with qtbot.waitActive(pane):
        pane.activateWindow()
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_Tab)
    assert not pane.text.hasFocus()


def test_arrows_walk_the_caret(qtbot, pane):
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_Down)
    qtbot.keyClick(pane.text, Qt.Key.Key_Right)
    assert pane.text.textCursor().position() == len("🚢 The rent\n") + 1 + 1
    assert pane.text.cursorWidth() == 2


@pytest.mark.parametrize(("turns", "asked"), [((120,), [1]), ((-120,), [-1]), ((40, 40, 40), [1]), ((40, -40), [])])
def test_the_wheel_with_control_asks_for_another_size(pane, turns, asked):
    told = []
    pane.text.zoom_asked.connect(told.append)
    for turn in turns:
        pane.text.wheelEvent(wheel(turn, Qt.KeyboardModifier.ControlModifier))
    assert told == asked


def test_another_family_of_fonts_keeps_the_size(pane):
    usual = pane.text.fontInfo().family()
    pane.text.set_zoom(2)
    pane.text.set_reading_font("Inter")
    assert pane.text.fontInfo().family() == "Inter" != usual
    assert pane.text.document().defaultFont().family() == "Inter"
    assert pane.text.fontInfo().pointSizeF() == pytest.approx(READING_POINTS + 2, abs=0.6)
    pane.text.set_reading_font("")
    assert pane.text.fontInfo().family() == usual


def test_what_is_pointed_at_is_marked_for_that_long(pane, rent):
    pane.mark((rent.term.figure,))
    pane.text.point_out((rent.yearly.figure, rent.monthly.figure))
    assert [mark.cursor.selectedText() for mark in pane.text.extraSelections()] == ["May 2029", "$12 a year"]
    pane.text.point_out(())
    assert [mark.cursor.selectedText() for mark in pane.text.extraSelections()] == ["May 2029"]


def test_a_later_article_drops_the_painting_of_the_one_before(qtbot, pane, rent):
    many = Article("many", "Many", "It took 5 days.\n" * 20_000, "d" * 64)
    figures = [figure_on(many, Span(start, start + 6)) for start in range(8, 16 * 20_000, 16)]
    pane.show_article(many, "A")
    pane.show_figures(figures, {})
    assert not pane.text.is_painted
    assert pane.text.document().begin().layout().formats()  # what is in sight comes first
    pane.show_article(rent.analysis.articles[1], "B")
    pane.show_figures([rent.monthly.figure], {})
    qtbot.waitUntil(lambda: pane.text.is_painted)
    assert len(pane.text.document().begin().layout().formats()) == 1
    assert pane.text.document().blockCount() == 1


def wheel(turn: int, keys: Qt.KeyboardModifier) -> QWheelEvent:
    place = QPointF(50, 50)
    turned = QPoint(0, turn)
    return QWheelEvent(
        place, place, QPoint(), turned, Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )


LONG_NAME = "Frankfurter Allgemeine Sonntagszeitung, Rhein-Main edition of the morning"


def test_a_long_name_is_shortened_and_costs_no_width(pane, rent):
    usual = pane.minimumSizeHint().width()
    pane.show_article(replace(rent.analysis.articles[0], outlet=LONG_NAME), "A")
    pane.show_figures([rent.yearly.figure], {})
    pane.resize(300, 420)
    assert pane.minimumSizeHint().width() == usual < 260
    assert pane.about.text() == f"{LONG_NAME} · 22 May 2026 · 1 figure"
    assert pane.about.text() in pane.about.toolTip()
    assert pane.about.shown.endswith("… · 22 May 2026 · 1 figure")
    assert pane.about.shown.startswith("Frankf")


def test_a_long_notice_is_one_line_until_all_of_it_is_wanted(qtbot, pane, rent):
    words = "Specimen, contains deliberate errors, " * 8
    pane.show_article(replace(rent.analysis.articles[0], notice=words), "A")
    notice = pane.notice
    one_line = notice.heightForWidth(pane.width()) if notice.hasHeightForWidth() else notice.sizeHint().height()
    assert one_line < 2 * notice.fontMetrics().height() + 8
    assert notice.line.shown.endswith("…")
    assert notice.toolTip() == notice.text() == words
    assert notice.more.focusPolicy() & Qt.FocusPolicy.TabFocus
    notice.more.setFocus()
    qtbot.keyClick(notice.more, Qt.Key.Key_Space)
    assert notice.whole.isVisible()
    qtbot.waitUntil(lambda: notice.height() > 3 * notice.fontMetrics().height())
    qtbot.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert not notice.whole.isVisible()


def test_a_short_notice_needs_no_button(pane):
    assert pane.notice.line.isVisible()
    assert not pane.notice.more.isVisible()
    assert pane.notice.line.shown == pane.notice.text()
