"""Whether an orphan is put on the words that the editor shows, with a question where they are other ones."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from desktop.core.agreement import Status
from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.rulings import Decision, Ruling


def lost(anchor, quote: str = ""):
    return replace(anchor, quote=quote or anchor.quote, lost=True)


@pytest.fixture
def place(window, rent):
    """The place of the rent in the ledger."""
    return anchor_at("ledger", rent.yearly.figure.span, window.session.workspace.article("ledger").text)


def selected(window, side: int, words: str) -> None:
    text = window.compare.panes[side].text
    cursor = text.document().find(words)
    assert not cursor.isNull()
    text.setTextCursor(cursor)


def orphan(window, work):
    """Adds something lost to the workspace."""
    session, workspace = window.session, window.session.workspace
    if isinstance(work, Annotation):
        session.edit("note", workspace.with_annotation(work))
    elif isinstance(work, Ruling):
        session.edit("rule", workspace.with_ruling(work))
    else:
        session.edit("correct", replace(workspace, corrections=(work,)))
    return work


def test_a_note_goes_on_the_same_words_without_a_question(window, place):
    note = orphan(window, Annotation((lost(place),), "Sure?", id="n"))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(note)
    assert window.placing.question is None
    assert window.session.workspace.annotations == (replace(note, anchors=(place,)),)
    assert window.session.undo_stack.undoText() == "place note on “$12 a year”"
    window.session.undo_stack.undo()
    assert window.session.workspace.annotations == (note,)


def test_a_rate_in_other_words_is_the_same(window, place):
    note = orphan(window, Annotation((lost(place, "$12 per year"),), "Sure?", id="n"))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(note)
    assert window.session.workspace.annotations[0].anchors == (place,)


def test_other_words_are_asked_about(window, place, qtbot):
    note = orphan(window, Annotation((lost(place, "$13 a year"),), "Sure?", id="n"))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(note)
    question = window.placing.question
    assert question.text() == "The words differ: “$13 a year” / “$12 a year”."
    assert window.session.workspace.annotations == (note,)
    with qtbot.waitSignal(question.finished):
        question.buttons()[0].click()
    assert window.session.workspace.annotations[0].anchors == (place,)
    assert window.placing.question is None


def test_no_is_an_answer(window, place, qtbot):
    note = orphan(window, Annotation((lost(place, "$13 a year"),), "Sure?", id="n"))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(note)
    question = window.placing.question
    with qtbot.waitSignal(question.finished):
        question.reject()
    assert window.session.workspace.annotations == (note,)


def test_what_was_undone_while_the_question_was_open_is_not_placed(window, place, qtbot):
    note = orphan(window, Annotation((lost(place, "$13 a year"),), "Sure?", id="n"))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(note)
    question = window.placing.question
    window.session.undo_stack.undo()
    with qtbot.waitSignal(question.finished):
        question.buttons()[0].click()
    assert window.session.workspace.annotations == ()


def test_without_a_selection_it_is_said_what_to_do(window, place):
    note = orphan(window, Annotation((lost(place),), "Sure?", id="n"))
    window.placing.place_selected(note)
    assert window.messages.label.text() == "First select in Ledger the words that “$12 a year” is to be placed on."
    assert window.session.workspace.annotations == (note,)


def test_words_of_another_article_do_not_count(window, place):
    note = orphan(window, Annotation((lost(place),), "Sure?", id="n"))
    selected(window, 1, "$12 a month")
    window.placing.place_selected(note)
    assert window.session.workspace.annotations == (note,)


def test_a_ruling_goes_on_the_whole_figure_that_is_selected_in_part(window, place, rent):
    other = anchor_at("wire", rent.monthly.figure.span, window.session.workspace.article("wire").text)
    ruling = orphan(window, Ruling((lost(place), other), Status.CONFLICT, Decision.SOME_RIGHT, (lost(place),)))
    selected(window, 0, "12")
    window.placing.place_selected(ruling)
    (placed,) = window.session.workspace.rulings
    assert (placed.anchors, placed.right) == ((place, other), (place,))
    assert window.session.undo_stack.undoText() == "place ruling on “$12 a year”"


def test_a_ruling_goes_on_no_words_without_a_figure(window, place, rent):
    other = anchor_at("wire", rent.monthly.figure.span, window.session.workspace.article("wire").text)
    ruling = orphan(window, Ruling((lost(place), other), Status.CONFLICT, Decision.BOTH_WRONG))
    selected(window, 0, "Nothing more")
    window.placing.place_selected(ruling)
    assert window.session.workspace.rulings == (ruling,)
    told = "First put the caret into the figure in Ledger that “$12 a year” is to be placed on."
    assert window.messages.label.text() == told


def test_a_correction_goes_on_the_figure_at_the_caret(window, place):
    correction = orphan(window, Correction(lost(place)))
    text = window.compare.panes[0].text
    cursor = text.document().find("$12 a year")
    cursor.clearSelection()
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    text.setTextCursor(cursor)
    window.placing.place_selected(correction)
    assert window.session.workspace.corrections == (Correction(place),)


def test_what_is_there_already_is_not_put_there_twice(window, place):
    note = orphan(window, Annotation((place, lost(place, "$12 per year")), "Sure?", id="n"))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(note)
    assert window.session.workspace.annotations == (note,)
    assert "already" in window.messages.label.text()


def test_what_is_not_lost_stays(window, place):
    note = orphan(window, Annotation((place,), "Sure?", id="n"))
    selected(window, 0, "gates")
    window.placing.place_selected(note)
    assert window.session.workspace.annotations == (note,)


def test_a_note_that_is_not_seen_whole_is_placed_whole(window, place):
    reply = Reply("No.", "Ben")
    session = window.session
    session.editor = "Ada"
    note = orphan(window, Annotation((lost(place),), "Sure?", "Ada", id="n", replies=(reply,)))
    session.edit("blind", replace(session.workspace, blind=("Ada",)))
    selected(window, 0, "$12 a year")
    window.placing.place_selected(session.seen.annotations[0])
    assert session.workspace.annotations == (replace(note, anchors=(place,)),)
