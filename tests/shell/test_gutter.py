"""Whether the gutter joins what is in sight, points to what is not, and tells what the editor points at."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.core.agreement import Pair, Status
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.topics import Topic
from desktop.shell.views.article_text import ArticleText
from desktop.shell.views.gutter import GUTTER, Gutter
from desktop.shell.views.ribbons import Link, Links

TEXT = "\n".join(f"line {number} costs $5 or so" for number in range(200))
TOPIC = Topic(Kind.MONEY)


def figure(article: str, line: int) -> Figure:
    start = TEXT.index(f"line {line} ") + len(f"line {line} costs ")
    span = Span(start, start + 2)
    return Figure(article, span, "$5", Quantity(Kind.MONEY), span)


def link(left: int, right: int, status: Status = Status.CONFLICT) -> Link:
    a, b = figure("a", left), figure("b", right)
    return Link(a, b, Pair(Claim(a, a.span), Claim(b, b.span), TOPIC, status))


@pytest.fixture
def gutter(qtbot, appearance) -> Gutter:
    """A gutter between two texts of 200 lines; the window keeps them apart as the panes do."""
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    window = QWidget()
    texts = [ArticleText(appearance) for _ in range(2)]
    for text, letter in zip(texts, "ab", strict=True):
        text.show_article(Article(letter, "", TEXT, letter))
    shown = Gutter((texts[0], texts[1]), appearance, lambda pair: f"why {pair.status.value}")
    row = QHBoxLayout(window)
    for part in (texts[0], shown, texts[1]):
        row.addWidget(part)
    window.resize(900, 400)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    shown.texts, shown.whole = texts, window  # what is not held is gone
    return shown


def middle_of(gutter: Gutter, ribbon) -> QPoint:
    return QPoint(GUTTER // 2, round((sum(ribbon.left) + sum(ribbon.right)) / 4))


def test_ribbons_lie_between_figures_in_sight(gutter):
    gutter.show_links(Links([link(1, 3), link(2, 150), link(150, 2)]))
    (ribbon,) = gutter.ribbons()
    assert (ribbon.link.left, ribbon.link.right) == (figure("a", 1), figure("b", 3))
    assert 0 < ribbon.left[0] < ribbon.left[1] <= ribbon.right[0] < ribbon.right[1] < gutter.height()


def test_the_worst_lies_on_top_and_the_selected_above_it(gutter):
    agreed, worst, close = link(1, 1, Status.AGREE), link(2, 2), link(3, 3, Status.APPROX)
    gutter.show_links(Links([worst, agreed, close]))
    assert [ribbon.status.value for ribbon in gutter.ribbons()] == ["agree", "approx", "conflict"]
    gutter.show_selected((agreed.left, agreed.right))
    assert [(ribbon.status.value, ribbon.selected) for ribbon in gutter.ribbons()] == [
        ("approx", False),
        ("conflict", False),
        ("agree", True),
    ]


def test_pairs_between_the_same_two_lines_are_drawn_once(gutter):
    gutter.show_links(Links([link(1, 1), link(1, 1), link(1, 1, Status.AGREE)]))
    assert [ribbon.status.value for ribbon in gutter.ribbons()] == ["agree", "conflict"]


@pytest.mark.parametrize(("partner", "away"), [(150, 1), (0, -1)])
def test_a_selected_partner_out_of_sight_is_pointed_to(gutter, partner, away):
    far = link(100, partner)
    gutter.show_links(Links([far, link(101, partner)]))
    gutter.texts[0].go_to_share(0.5)
    gutter.texts[1].go_to_share(0.25)
    assert gutter.ribbons() == []
    gutter.show_selected((far.left, far.right))
    (stub,) = gutter.ribbons()
    assert stub.left is not None
    assert (stub.right, stub.away, stub.selected) == (None, away, True)


def test_a_pair_out_of_sight_on_both_sides_shows_nothing(gutter):
    far = link(100, 150)
    gutter.show_links(Links([far]))
    gutter.show_selected((far.left, far.right))
    assert gutter.ribbons() == []


def test_what_is_under_the_pointer_is_told_and_told_to_be_gone(qtbot, gutter):
    near = link(1, 3)
    gutter.show_links(Links([near]))
    gutter.grab()  # what was never drawn cannot be pointed at
    (ribbon,) = gutter.ribbons()
    with qtbot.waitSignal(gutter.pointed) as told:
        qtbot.mouseMove(gutter, middle_of(gutter, ribbon))
    assert told.args == [(near.left, near.right)]
    assert gutter.cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(gutter.pointed) as told:
        qtbot.mouseMove(gutter, QPoint(GUTTER // 2, gutter.height() - 3))
    assert told.args == [()]


def test_a_click_chooses_both_figures(qtbot, gutter):
    near = link(1, 3)
    gutter.show_links(Links([near]))
    gutter.grab()
    (ribbon,) = gutter.ribbons()
    with qtbot.waitSignal(gutter.chosen) as told:
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=middle_of(gutter, ribbon))
    assert told.args == [(near.left, near.right)]
    with qtbot.assertNotEmitted(gutter.chosen):
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(GUTTER // 2, gutter.height() - 3))


def test_a_click_on_a_stub_leads_from_the_figure_that_is_seen(qtbot, gutter):
    far = link(150, 1)
    gutter.show_links(Links([far]))
    gutter.show_selected((far.left, far.right))
    gutter.grab()
    (stub,) = gutter.ribbons()
    place = QPointF(GUTTER - 4, sum(stub.right) / 2)
    assert gutter.ribbon_at(place) == stub
    assert gutter.ribbon_at(QPointF(12, place.y())) == stub  # the arrow
    with qtbot.waitSignal(gutter.chosen) as told:
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert told.args == [(far.right, far.left)]


def test_of_a_thousand_pairs_only_those_in_sight_are_looked_for(gutter, monkeypatch):
    asked = []
    for text in gutter.texts:
        stretch_of = text.stretch_of
        monkeypatch.setattr(text, "stretch_of", lambda figure, real=stretch_of: asked.append(figure) or real(figure))
    gutter.show_links(Links([link(line, line) for line in range(200)] * 5))
    assert 3 < len(gutter.ribbons()) < 30
    assert len(asked) < 200
