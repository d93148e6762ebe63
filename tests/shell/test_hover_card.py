"""Whether a card says what it is given, as plain text, and lies beside its figure and on the screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.agreement import Status
from desktop.core.cards import Card, Voice
from desktop.shell.views.hover_card import HoverCard, place

SCREEN = QRect(0, 0, 1280, 720)
FULL = Card(
    quote="$12 a year",
    status=Status.CONFLICT,
    quantity="Amount of money: $12 per year",
    topic="Payment, Harbour to Pier",
    conversions=(("Per month", "$1"),),
    circumstances=("according to the filing",),
    voices=(Voice("B", "Wire", "$12 a month", Status.CONFLICT), Voice("C", "Spark", "<b>$120</b>", Status.APPROX)),
    more=3,
    why="A factor of 12.",
    checks=((Status.AGREE, "It holds."),),
    suggestion="It probably means $12 per month.",
    by_editor=True,
)


@pytest.fixture
def shown(qtbot, appearance) -> HoverCard:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    card = HoverCard(owner, appearance)
    card.owner = owner  # which would else be gone
    return card


def said(card: HoverCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text() and label.isVisible()]


def test_everything_is_said(shown):
    shown.show_card(FULL, QRect(100, 100, 80, 20), SCREEN)
    assert said(shown) == [
        "conflict",
        "read by the editor",
        "“$12 a year”",
        "Amount of money: $12 per year",
        "Per month",
        "$1",
        "Payment, Harbour to Pier · according to the filing",
        "B",
        "Wire",
        "$12 a month",
        "C",
        "Spark",
        "<b>$120</b>",
        "and 3 more in the review panel",
        "A factor of 12.",
        "It holds.",
        "It probably means $12 per month.",
    ]


def test_articles_bring_no_markup(shown):
    shown.show_card(FULL, QRect(100, 100, 80, 20), SCREEN)
    assert {label.textFormat().name for label in shown.findChildren(QLabel) if label.text()} == {"PlainText"}


def test_it_can_be_heard(shown):
    shown.show_card(FULL, QRect(100, 100, 80, 20), SCREEN, aloud=True)
    assert shown.accessibleName() == "About “$12 a year”"
    assert shown.accessibleDescription() == FULL.text


def test_the_next_card_takes_the_place_of_the_last(qtbot, shown):
    shown.show_card(FULL, QRect(100, 100, 80, 20), SCREEN)
    high = shown.height()
    shown.show_card(Card("3", None, "Count: 3 gates", "Gate"), QRect(100, 100, 80, 20), SCREEN)
    qtbot.waitUntil(lambda: said(shown) == ["only in one", "“3”", "Count: 3 gates", "Gate"])
    assert shown.height() < high


@pytest.mark.parametrize(
    ("figure", "corner"),
    [
        (QRect(100, 100, 80, 20), QPoint(100, 126)),  # below
        (QRect(1200, 100, 80, 20), QPoint(880, 126)),  # below, moved to the left
        (QRect(100, 600, 80, 20), QPoint(100, 294)),  # above
        (QRect(-30, 100, 80, 20), QPoint(0, 126)),
    ],
)
def test_it_lies_below_or_above(figure, corner):
    assert place(QSize(400, 300), figure, SCREEN) == corner


@pytest.mark.parametrize("figure", [QRect(100, 350, 80, 20), QRect(1100, 350, 80, 20)])
def test_it_lies_beside_where_it_is_too_high(figure):
    corner = place(QSize(400, 500), figure, SCREEN)
    lies = QRect(corner, QSize(400, 500))
    assert SCREEN.contains(lies)
    assert not lies.intersects(figure)


def test_nowhere_it_would_cover_the_figure():
    assert place(QSize(400, 500), QRect(100, 350, 1000, 20), SCREEN) is None
    assert place(QSize(400, 800), QRect(100, 350, 80, 20), SCREEN) is None


def test_where_there_is_little_room_it_says_less_and_still_covers_nothing(shown):
    figure = QRect(100, 180, 1000, 20)
    shown.show_card(FULL, figure, QRect(0, 0, 1280, 420))
    lies = QRect(shown.pos(), shown.size())
    assert not lies.intersects(figure)
    assert QRect(0, 0, 1280, 420).contains(lies)
    assert "A factor of 12." in said(shown)
    assert "It probably means $12 per month." not in said(shown)


LONG = replace(
    FULL,
    voices=tuple(Voice(letter, "The Lantern Quarterly", "$15 billion a year", Status.CONFLICT) for letter in "BCDE"),
    more=0,
    conversions=(("Per month", "$1"), ("Total over the term", "about $3.75 to $3.854 billion (to May 2029)")),
    why="Harbour Ledger says $1.25 billion annual, Quillmark Wire $1.25 billion per month: a factor of 12. " * 2,
    checks=((Status.AGREE, "It holds, for twelve times as much is what a year comes to."),) * 2,
)


def test_a_card_stays_small_and_says_where_the_rest_is(shown):
    shown.show_card(LONG, QRect(100, 100, 80, 20), SCREEN)
    assert shown.width() <= 340
    assert shown.height() <= 300
    assert [words for words in said(shown) if words.lower().endswith("more in the review panel")]
    assert LONG.why in said(shown)
    assert LONG.checks[0][1] in shown.accessibleDescription()


def test_on_another_screen_it_stays_on_that_screen(shown):
    second = QRect(1280, 0, 1280, 720)
    shown.show_card(FULL, QRect(2500, 20, 50, 20), second)
    assert second.contains(QRect(shown.pos(), shown.size()))
