"""Whether the two passages of what is selected are shown, and what only one of them says is set apart."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCharFormat

from desktop.shell.selection import Selection
from desktop.shell.theme import PATTERNS
from desktop.shell.views.wording_view import WordingView


@pytest.fixture
def view(qtbot, session, selection, appearance) -> WordingView:
    shown = WordingView(session, selection, appearance)
    qtbot.addWidget(shown)
    shown.resize(300, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def looks(view: WordingView, words: str) -> QTextCharFormat:
    """How these words look the last time that they stand in the view."""
    document = view.text.document()
    found = place = document.find(words)
    while not place.isNull():
        found, place = place, document.find(words, place)
    assert not found.isNull(), words
    found.setPosition(found.selectionStart() + 1)
    return found.charFormat()


def test_it_says_what_to_do_while_nothing_is_selected(view):
    assert "Choose a figure" in view.text.toPlainText()
    assert view.pair is None


def test_what_was_compared_with_nothing_says_so(view, selection, rent):
    selection.select([rent.gates.figure])
    assert view.text.toPlainText() == "“3” was compared with no other passage: only one article says so."


def test_both_passages_with_names_status_and_why(view, selection, rent):
    selection.select([rent.yearly.figure])
    lines = view.text.toPlainText().splitlines()
    assert lines[0].endswith("conflict: payment, Harbour to Pier")
    assert lines[1].startswith("Ledger says $12 a year, Wire $12 a month")
    assert lines[2] == "A · Ledger"
    assert lines[4] == "B · Wire"
    assert lines[5] == "Harbour pays Pier $12 a month, about $144 yearly, until May 2029."
    assert "Only in Wire: $12 a month" in view.text.accessibleDescription()


def test_what_only_one_says_is_set_apart_by_more_than_colour(view, selection, rent):
    selection.select([rent.yearly.figure])
    shared, only = looks(view, "Harbour pays Pier"), looks(view, "about")
    assert not shared.fontUnderline()
    assert only.fontUnderline()
    assert only.background().color() != shared.background().color()


def test_figures_look_as_in_the_panes(view, selection, rent):
    selection.select([rent.yearly.figure])
    figure = looks(view, "$12 a month")
    assert figure.underlineStyle() == PATTERNS["conflict"]
    assert figure.fontWeight() > 400, "it is not the same in both"
    same = looks(view, "May 2029")
    assert same.underlineStyle() == PATTERNS["agree"]
    assert same.fontWeight() == 400


def test_the_article_on_the_left_stands_above(view, selection, session, rent):
    selection.select([rent.yearly.figure])
    session.swap()
    text = view.text.toPlainText()
    assert text.index("B · Wire") < text.index("A · Ledger")


def test_stepping_through_several_pairs(view, selection, session, rent):
    selection.select([rent.yearly.figure])
    assert not view.after.isVisible()
    session.face("wire", "spark")
    assert view.pair.b == rent.tenfold
    session.include("spark", False)
    session.face("ledger", "wire")
    assert view.pair.b == rent.monthly


def test_the_pairs_of_articles_in_no_pane_are_gone_through(qtbot, appearance, rent, session):
    selection = Selection()
    session.facing = (None, None)
    view = WordingView(session, selection, appearance)
    qtbot.addWidget(view)
    view.show()
    selection.select([rent.yearly.figure])
    assert view.place.text() == "Pair 1 of 2"
    assert view.pair.b == rent.monthly
    view.after.click()
    assert view.place.text() == "Pair 2 of 2"
    assert view.pair.b == rent.tenfold
    view.after.click()
    view.before.click()
    assert view.pair.b == rent.tenfold


def test_articles_are_never_taken_for_markup(view, selection, session, rent):
    first, *others = session.analysis.articles
    text = first.text.replace("🚢 The rent", "<b>ren</b>", 1)  # every figure stays where it was
    session.analysis_changed.emit(replace(session.analysis, articles=(replace(first, text=text), *others)))
    selection.select([rent.yearly.figure])
    assert "<b>ren</b> Harbour pays" in view.text.toPlainText()
