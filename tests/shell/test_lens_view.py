"""Whether amounts can be seen in other terms while the text stays what it is, and nobody can mistake the two."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from desktop.core.figures import Figure
from desktop.core.lens import Lens, Shown
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.files.lexicon import load
from desktop.shell.lens import LensInUse
from desktop.shell.views.amount_badges import Badges, Colours, Size
from desktop.shell.views.compare_view import CompareView
from desktop.shell.views.lens_view import LensView
from desktop.shell.views.text_boxes import boxes_of

RATE = Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "year")
BLACK = Colours("#ffffff", "#000000", "#000000", "#ffffff")


@pytest.fixture
def view(compare_view) -> CompareView:
    return compare_view


@pytest.fixture
def lens(view, session, appearance) -> LensInUse:
    in_use = LensInUse()
    view.lens_view = LensView(session, view.panes, in_use, load, appearance)
    return in_use


def words(view: CompareView, side: int) -> dict[str, str]:
    return {figure.quote: shown.words for figure, shown in view.lens_view.marks[side].words.items()}


def notice(view: CompareView, side: int) -> str | None:
    found = view.lens_view.notices[side]
    return found.label.text() if found.isVisible() else None


def picture(view: CompareView) -> QImage:
    return view.panes[0].text.viewport().grab().toImage()


def boxes(view: CompareView, figure) -> list[QRectF]:
    text = view.panes[0].text
    return boxes_of(text, text.places.position(figure.span.start), text.places.position(figure.span.end))


def changed(one: QImage, other: QImage) -> set[tuple[int, int]]:
    """The pixels, in steps of two, that differ."""
    across, down = range(0, one.width(), 2), range(0, one.height(), 2)
    return {(x, y) for x in across for y in down if one.pixel(x, y) != other.pixel(x, y)}


def test_it_starts_with_the_articles_own_words(view, lens):
    assert lens.lens is Lens.AS_WRITTEN
    assert (words(view, 0), notice(view, 0)) == ({}, None)


@pytest.mark.parametrize(
    ("chosen", "left", "right"),
    [
        (Lens.MONTH, {"$12 a year": "$1 per month"}, {"$144 yearly": "$12 per month"}),
        (Lens.YEAR, {}, {"$12 a month": "$144 per year"}),
        (Lens.TERM, {"$12 a year": "$35 to $37 in all"}, {"$12 a month": "$420 to $444 in all"}),
    ],
)
def test_amounts_are_shown_in_other_terms(view, lens, chosen, left, right):
    lens.choose(chosen)
    assert (words(view, 0), words(view, 1)) == (left, right)


def test_above_each_text_stands_that_a_lens_is_in_use(qtbot, view, lens):
    lens.choose(Lens.YEAR)
    assert notice(view, 0) == "Per year: nothing to convert here"
    assert notice(view, 1) == "1 amount shown per year"
    assert "12 months" in view.lens_view.notices[0].label.toolTip()
    qtbot.mouseClick(view.lens_view.notices[0].back, Qt.MouseButton.LeftButton)
    assert lens.lens is Lens.AS_WRITTEN
    assert notice(view, 1) is None


def test_other_articles_are_seen_through_it_as_well(view, lens, session):
    lens.choose(Lens.YEAR)
    session.face("spark", "wire")
    assert words(view, 0) == {"$120 a month": "$1,440 per year"}


def test_amounts_stay_while_the_next_comparison_is_under_way(view, lens, session, jobs):
    lens.choose(Lens.MONTH)
    session.include("spark", False)
    assert words(view, 0) == {"$12 a year": "$1 per month"}
    jobs.answer()


def test_the_lens_is_the_same_far_down_in_a_long_article(view, lens):
    article = Article("long", "Long", "It pays $12 a year.\n" * 2000, "d" * 64)
    spans = [Span(start + 8, start + 18) for start in range(0, 20 * 2000, 20)]
    figures = [Figure("long", span, "$12 a year", RATE, span) for span in spans]
    pane, marks = view.panes[0], view.lens_view.marks[0]
    pane.show_article(article, "A")
    marks.show_words({figure: Shown("$1 per month", "$1/month", "$1") for figure in figures})
    pane.text.go_to_share(0.5)
    with_lens = picture(view)
    marks.show_words({})
    places = {(x // 4, y // 4) for x, y in changed(with_lens, picture(view))}
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    assert bottom - top > pane.text.viewport().height() / 4 * 0.8


def test_only_the_figure_is_drawn_over(view, lens, rent):
    before = picture(view)
    (box,) = boxes(view, rent.yearly.figure)
    view.lens_view.marks[0].show_words({})
    lens.choose(Lens.MONTH)
    view.lens_view.notices[0].hide()  # so that the text stays where it is
    view.panes[0].layout().activate()
    after = picture(view)
    touched = changed(before, after)
    assert any(box.contains(x, y) for x, y in touched)
    around = box.adjusted(-3, -1, 3, 1)
    assert [place for place in touched if not around.contains(*place)] == []


def test_text_and_what_is_copied_stay_as_written(view, lens, rent):
    lens.choose(Lens.MONTH)
    text = view.panes[0].text
    assert "$12 a year" in text.toPlainText()
    cursor = text.textCursor()
    cursor.setPosition(text.places.position(rent.yearly.figure.span.start))
    cursor.setPosition(text.places.position(rent.yearly.figure.span.end), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.copy()
    assert QGuiApplication.clipboard().text() == "$12 a year"


def test_a_selected_amount_looks_selected(view, lens, rent):
    lens.choose(Lens.MONTH)
    plain = picture(view)
    (box,) = boxes(view, rent.yearly.figure)
    view.panes[0].mark((rent.yearly.figure,))
    assert any(box.contains(x, y) for x, y in changed(plain, picture(view)))


@pytest.mark.parametrize(
    ("forms", "width", "fits"),
    [
        (("$15 billion per year", "$15bn/year", "$15bn"), 300, True),
        (("$15 billion per year", "$15bn/year", "$15bn"), 60, True),
        (("$15 billion per year", "$15bn/year", "$15bn"), 20, False),
    ],
)
def test_an_amount_is_never_cut_short(qapp, forms, width, fits):
    assert (Badges().amount(forms, BLACK, Size(width, 20, 17), 1.0) is not None) is fits


def test_a_badge_is_as_large_as_the_screen_is_dense(qapp):
    badge = Badges().amount(("$15bn",), BLACK, Size(80, 20, 17), 2.0)
    assert badge.devicePixelRatio() == 2
    assert badge.deviceIndependentSize().height() == 20


def test_a_badge_is_drawn_once(qapp):
    badges = Badges()
    first, again = (badges.amount(("$15bn",), BLACK, Size(80, 20, 17), 1.0) for _ in range(2))
    assert first is again
