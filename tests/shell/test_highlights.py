"""Whether a figure is marked where it stands, whatever the text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.core.agreement import Status
from desktop.core.text import Span
from desktop.shell.highlights import BATCH, Places, painting
from desktop.shell.theme import LIGHT, PATTERNS

AWKWARD = st.text(st.sampled_from("a1 $\n\r\0\t🚢👩‍🚀é\u2029\u2028\ufdd0\ufdd1\u202e\xa0\x85"), max_size=40)


def document_of(text: str) -> tuple[QTextDocument, Places]:
    places = Places(text)
    document = QTextDocument()
    document.setPlainText(places.shown)
    return document, places


def paint_figures(document, places, figures, first=0) -> int:
    """Paints all spans and returns in how many steps."""
    spans = [span for span, _ in figures]
    return sum(1 for _ in painting(document, places, spans, lambda number: figures[number][1], LIGHT, first))


def shown_between(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@pytest.mark.parametrize(
    "text",
    [
        "pays $12 a year",
        "🚢 pays $12 a year",
        "🚢🚢 one\r\ntwo\r\n\r\n$12 a year",
        "lone\rreturn 👩‍🚀 $12 a year",
        "a\0b $12 a year",
        "mark\u2029 and \ufdd0 $12 a year",
    ],
)
def test_a_figure_is_found_behind_everything_that_shifts_it(text):
    document, places = document_of(text)
    start = text.index("$12")
    assert shown_between(document, places.position(start), places.position(start + 10)) == "$12 a year"


@given(AWKWARD)
def test_every_character_has_its_place(text):
    document, places = document_of(text)
    assert document.characterCount() - 1 == places.position(len(text))
    for point, character in enumerate(text):
        position = places.position(point)
        if not (character == "\n" and point and text[point - 1] == "\r"):
            assert places.point(position) == point
        if character in "a1$é🚢":
            assert shown_between(document, position, places.position(point + 1)) == character


def test_looks_lie_on_the_figures_and_nowhere_else(qapp):
    text = "🚢 pays $12\nuntil May\n2029 or 3"
    document, places = document_of(text)
    date = Span(text.index("May"), text.index("2029") + 4)
    paint_figures(document, places, [(Span(7, 10), Status.CONFLICT), (date, Status.AGREE)])
    assert looks(document) == [
        ("$12", PATTERNS[Status.CONFLICT]),
        ("May", PATTERNS[Status.AGREE]),
        ("2029", PATTERNS[Status.AGREE]),
    ]


def test_looks_given_before_are_taken_away(qapp):
    document, places = document_of("one 1\ntwo 2")
    paint_figures(document, places, [(Span(4, 5), Status.CONFLICT)])
    paint_figures(document, places, [(Span(10, 11), None)])
    assert looks(document) == [("2", PATTERNS[None])]
    paint_figures(document, places, [])
    assert looks(document) == []


def looks(document: QTextDocument) -> list[tuple[str, object]]:
    found = []
    block = document.begin()
    while block.isValid():
        for look in block.layout().formats():
            # Qt counts in UTF-16 units.
            units = block.text().encode("utf-16-le")[2 * look.start : 2 * (look.start + look.length)]
            found.append((units.decode("utf-16-le"), look.format.underlineStyle()))
        block = block.next()
    return found


def test_a_long_text_is_painted_step_by_step_from_what_is_in_sight(qapp):
    text = "It took 5 days.\n" * 1000
    document, places = document_of(text)
    spans = [Span(start, start + 6) for start in range(8, len(text), 16)]
    work = painting(document, places, spans, lambda _number: None, LIGHT, first=16 * 500)
    next(work)
    painted = [number for number in range(1000) if document.findBlockByNumber(number).layout().formats()]
    assert painted == list(range(500, 500 + BATCH // 2))
    assert sum(1 for _ in work) >= 10
    assert looks(document) == [("5 days", PATTERNS[None])] * 1000
