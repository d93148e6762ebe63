"""Whether words are found in both texts, told, marked and gone through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop.core.text import Article
from desktop.shell.theme import DARK, LIGHT, contrast
from desktop.shell.views.article_pane import ArticlePane
from desktop.shell.views.find_bar import FindBar
from desktop.shell.views.finder import Finder

LEFT = "🚢 The Rent\nHarbour pays rent. Straße, STRASSE.\r\nrents and more"
RIGHT = "filler\n" * 300 + "The rent is due. Rental is not.\n" + "filler\n" * 300


class Bench:
    """Two panes and the bar, side by side."""

    def __init__(self, qtbot, appearance) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        self.window = QWidget()
        self.panes = [ArticlePane(side, appearance) for side in ("left", "right")]
        self.bar = FindBar()
        self.finder = Finder(self.bar, self.panes)
        column = QVBoxLayout(self.window)
        for part in (*self.panes, self.bar):
            column.addWidget(part)
        for side, (pane, text) in enumerate(zip(self.panes, (LEFT, RIGHT), strict=True)):
            article = Article("ab"[side], "", text, "ab"[side])
            pane.show_article(article, "AB"[side])
            self.finder.show_article(side, article, "AB"[side])
        self.window.resize(500, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def told(self, qtbot) -> str:
        """What the bar says once all is found."""
        qtbot.waitUntil(lambda: self.finder.is_done)
        return self.bar.told.text()

    def marked(self, side: int) -> list[str]:
        """What is marked on a side."""
        return [mark.cursor.selectedText() for mark in self.panes[side].text.extraSelections()]

    def current(self) -> list[str]:
        """What is marked as the place that the editor is at."""
        accent = LIGHT.accent
        marks = [mark for pane in self.panes for mark in pane.text.extraSelections()]
        return [mark.cursor.selectedText() for mark in marks if mark.format.background().color().name() == accent]


@pytest.fixture
def bench(qtbot, appearance) -> Bench:
    return Bench(qtbot, appearance)


def find(qtbot, bench: Bench, words: str) -> None:
    bench.finder.open()
    qtbot.keyClicks(bench.bar.field, words)
    qtbot.waitUntil(lambda: bench.finder.is_done)


def test_all_places_are_marked_and_counted_while_typing(qtbot, bench):
    find(qtbot, bench, "rent")
    assert bench.told(qtbot) == "3 in A, 2 in B"
    assert bench.marked(0) == ["Rent", "rent", "rent"]
    assert bench.marked(1) == []  # out of sight
    assert bench.current() == []
    qtbot.keyClicks(bench.bar.field, "s")
    assert bench.told(qtbot) == "1 in A, 0 in B"


def test_return_goes_through_both_texts_and_round(qtbot, bench):
    find(qtbot, bench, "rent")
    told = []
    for _ in range(6):
        qtbot.keyClick(bench.bar.field, Qt.Key.Key_Return)
        told.append(bench.bar.told.text())
        assert len(bench.current()) == 1
    assert told == [
        "1 of 3 in A, 2 in B",
        "2 of 3 in A, 2 in B",
        "3 of 3 in A, 2 in B",
        "3 in A, 1 of 2 in B",
        "3 in A, 2 of 2 in B",
        "1 of 3 in A, 2 in B",
    ]
    qtbot.keyClick(bench.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bench.told(qtbot) == "3 in A, 2 of 2 in B"
    assert "rent" in bench.marked(1)


def test_it_begins_with_what_is_in_sight_of_the_text_that_had_the_focus(qtbot, bench):
    bench.panes[1].text.setFocus()
    find(qtbot, bench, "rent")
    bench.finder.step(1)
    assert bench.told(qtbot) == "3 in A, 1 of 2 in B"


def test_case_and_whole_words(qtbot, bench):
    find(qtbot, bench, "rent")
    bench.bar.case.click()
    assert bench.told(qtbot) == "2 in A, 1 in B"
    bench.bar.whole.click()
    assert bench.told(qtbot) == "1 in A, 1 in B"
    bench.bar.case.click()
    assert bench.told(qtbot) == "2 in A, 1 in B"


def test_characters_that_fold_to_two_are_marked_where_they_stand(qtbot, bench):
    find(qtbot, bench, "strasse")
    assert bench.marked(0) == ["Straße", "STRASSE"]


def test_nothing_found_is_said_in_words_and_colour(qtbot, bench):
    find(qtbot, bench, "rentx")
    assert bench.told(qtbot) == "Not found"
    assert bench.bar.told.property("trouble")
    assert not bench.bar.next.isEnabled()
    assert bench.marked(0) == []
    bench.finder.step(1)
    qtbot.keyClick(bench.bar.field, Qt.Key.Key_Backspace)
    assert bench.told(qtbot) == "3 in A, 2 in B"
    assert not bench.bar.told.property("trouble")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_on_marks_and_troubles_can_be_read(theme):
    for ink, paper in (
        (theme.found, theme.found_fill),
        (theme.accent_text, theme.accent),
        (theme.trouble, theme.window),
    ):
        assert contrast(ink, paper) >= 4.5


def test_escape_closes_takes_marks_away_and_gives_the_focus_back(qtbot, bench):
    bench.panes[1].text.setFocus()
    find(qtbot, bench, "rent")
    assert bench.bar.field.hasFocus()
    qtbot.keyClick(bench.bar.field, Qt.Key.Key_Escape)
    assert not bench.bar.isVisible()
    assert bench.panes[1].text.hasFocus()
    assert bench.marked(0) == []
    assert bench.panes[0].strip.describe(bench.panes[0].strip.height() / 2) == ""


def test_f3_with_the_bar_closed_opens_it_and_goes_on(qtbot, bench):
    bench.finder.step(1)
    assert bench.bar.isVisible()
    qtbot.keyClicks(bench.bar.field, "rent")
    qtbot.keyClick(bench.bar.field, Qt.Key.Key_Escape)
    bench.finder.step(1)
    assert bench.bar.isVisible()
    assert bench.told(qtbot) == "1 of 3 in A, 2 in B"


def test_selected_words_fill_the_field(qtbot, bench):
    text = bench.panes[0].text
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(len("🚢 The ") + 1)  # an emoji is two units to Qt
    cursor.setPosition(len("🚢 The Rent\nHar") + 1, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    bench.finder.open()
    assert bench.bar.field.text() == "Rent"
    assert bench.bar.field.selectedText() == "Rent"
    assert bench.told(qtbot) == "3 in A, 2 in B"


def test_another_article_is_looked_through_in_turn(qtbot, bench):
    find(qtbot, bench, "rent")
    other = Article("c", "", "no such word, but one rent", "c")
    bench.panes[0].show_article(other, "C")
    bench.finder.show_article(0, other, "C")
    qtbot.waitUntil(lambda: bench.finder.is_done)
    assert bench.told(qtbot) == "1 in C, 2 in B"
    assert bench.marked(0) == ["rent"]


def test_a_side_without_an_article_is_not_spoken_of(qtbot, bench):
    bench.panes[1].show_article(None)
    bench.finder.show_article(1, None, "")
    find(qtbot, bench, "rent")
    assert bench.told(qtbot) == "3 in A"


def test_the_overview_shows_where_they_are(qtbot, bench):
    find(qtbot, bench, "rent")
    strip = bench.panes[1].strip
    assert strip.describe(strip.height() / 2) == "2 places found"
    assert strip.describe(4) == ""


def test_thousands_of_places_are_found_while_the_window_breathes(qtbot, bench):
    many = Article("m", "", "e" * 120_000, "m")
    bench.panes[0].show_article(many, "A")
    bench.finder.show_article(0, many, "A")
    find(qtbot, bench, "e")
    qtbot.waitUntil(lambda: bench.finder.is_done)
    assert bench.told(qtbot).startswith("120000 in A")
    assert 10 < len(bench.marked(0)) < 3000  # those in sight


def test_marks_follow_when_the_pane_grows(qtbot, bench):
    many = Article("m", "", "line with an e\n" * 500, "m")
    bench.panes[0].show_article(many, "A")
    bench.finder.show_article(0, many, "A")
    find(qtbot, bench, "line")
    before = len(bench.marked(0))
    bench.window.resize(500, 1100)
    qtbot.waitUntil(lambda: len(bench.marked(0)) > before)
    bench.panes[0].text.set_zoom(-3)
    qtbot.waitUntil(lambda: len(bench.marked(0)) > before + 3)


def test_escape_while_typing_is_for_the_bar_before_any_message(qtbot, window):
    window.messages.tell("Something worth knowing")
    window.compare.finder.open()
    assert window.compare.find_bar.field.hasFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert not window.compare.find_bar.isVisible()
    assert window.messages.isVisible()
