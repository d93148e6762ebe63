"""Whether two texts scroll in step, and neither drags the other about."""

import pytest

from desktop.core.steps import Steps
from desktop.core.text import Article
from desktop.shell.views.article_text import ArticleText
from desktop.shell.views.step_scrolling import StepScrolling

LEFT = "\n".join(f"left {number} " + "and some words more " * (number % 9) for number in range(300))
RIGHT = "\n".join(f"right {number} " + "or none " * (number % 5) for number in range(300))


@pytest.fixture
def texts(qtbot, appearance) -> tuple[ArticleText, ArticleText]:
    shown = []
    for letter, text in (("a", LEFT), ("b", RIGHT)):
        one = ArticleText(appearance)
        qtbot.addWidget(one)
        one.resize(400, 500)
        with qtbot.waitExposed(one):
            one.show()
        one.show_article(Article(letter, "", text, letter))
        shown.append(one)
    return shown[0], shown[1]


@pytest.fixture
def stepping(texts) -> StepScrolling:
    """Line 100 of the left text says what line 200 of the right one says."""
    joined = StepScrolling(texts)
    joined.show(Steps([(LEFT.index("left 100"), RIGHT.index("right 200"))], (len(LEFT), len(RIGHT))))
    return joined


def number_at(text: ArticleText, whole: str, share: float) -> int:
    """The number of the paragraph that stands at a share of the height."""
    point = text.point_at(share)
    start = whole.rindex("\n", 0, point) + 1 if "\n" in whole[:point] else 0
    return int(whole[start : start + 12].split()[1])


def bring(text: ArticleText, whole: str, words: str) -> None:
    text.scroll_to(whole.index(words), 0.5)


def test_a_place_is_brought_to_a_height(texts):
    bring(texts[0], LEFT, "left 150")
    assert abs(number_at(texts[0], LEFT, 0.5) - 150) <= 1
    assert texts[0].textCursor().position() == 0


def test_what_belongs_together_stands_opposite(texts, stepping):
    bring(texts[0], LEFT, "left 100 ")
    assert abs(number_at(texts[1], RIGHT, 0.5) - 200) <= 2
    bring(texts[1], RIGHT, "right 100 ")
    assert abs(number_at(texts[0], LEFT, 0.5) - 50) <= 3


def test_the_scrolled_text_stays_where_the_editor_put_it(texts, stepping):
    for value in (0, 37, 38, 39, 150, 12):
        for _ in range(2):  # at the first time, Qt still lays lines out and counts on
            texts[0].verticalScrollBar().setValue(value)
        assert texts[0].verticalScrollBar().value() == value


def test_both_beginnings_are_opposite_each_other(texts, stepping):
    bring(texts[0], LEFT, "left 100 ")
    texts[0].verticalScrollBar().setValue(0)
    assert texts[1].verticalScrollBar().value() <= 1


def test_both_ends_are_opposite_each_other(texts, stepping):
    bring(texts[0], LEFT, "left 100 ")
    bar = texts[0].verticalScrollBar()
    for _ in range(3):  # at the first time, Qt still lays lines out and counts on
        bar.setValue(bar.maximum())
    other = texts[1].verticalScrollBar()
    assert 0 < other.value() == other.maximum()


def test_reading_on_never_goes_back_on_the_other_side(texts, stepping):
    values = []
    for value in range(0, 250, 7):
        texts[0].verticalScrollBar().setValue(value)
        values.append(texts[1].point_at(0.0))
    assert values == sorted(values)
    assert values[-1] > values[0]


def test_off_means_each_for_itself(texts, stepping):
    stepping.is_on = False
    bring(texts[0], LEFT, "left 100 ")
    assert texts[1].verticalScrollBar().value() == 0


def test_nothing_follows_while_it_is_held_or_before_anything_is_known(texts, stepping):
    with stepping.held():
        bring(texts[0], LEFT, "left 100 ")
    assert texts[1].verticalScrollBar().value() == 0
    stepping.show(None)
    bring(texts[0], LEFT, "left 120 ")
    assert texts[1].verticalScrollBar().value() == 0
