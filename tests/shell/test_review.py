"""Whether the review knows what is meant, rules on it, and finds what comes next."""

from dataclasses import replace
from datetime import datetime

import pytest

from desktop.core.agreement import Status
from desktop.core.annotations import Annotation, Reply
from desktop.core.rulings import Decision
from desktop.core.workspace import Workspace
from desktop.shell.review import PAUSE, Review
from desktop.shell.selection import Selection
from desktop.shell.session import Session


@pytest.fixture
def review(qapp, session, selection) -> Review:
    return Review(session, selection)


def test_what_is_under_review_is_the_comparison_of_the_selected_figure(review, selection, rent):
    assert (review.comparison, review.ruling, review.anchors) == (None, None, ())
    selection.select([rent.monthly.figure])
    assert review.comparison is not None
    assert review.comparison.topic.attribute == "payment"
    assert [anchor.quote for anchor in review.sides] == ["$12 a year", "$12 a month"]
    selection.select([rent.gates.figure])
    assert (review.comparison, review.pairs) == (None, ())
    assert [anchor.quote for anchor in review.anchors] == ["3"]


def test_a_ruling_is_signed_and_can_be_undone(review, session, selection, rent):
    session.editor = "Ada"
    selection.select([rent.yearly.figure])
    assert review.unreviewed == 1
    review.rule(Decision.SOME_RIGHT, 1)
    ruling = review.ruling
    assert ruling is not None
    assert (ruling.right[0].quote, ruling.by, ruling.status) == ("$12 a month", "Ada", Status.CONFLICT)
    assert datetime.fromisoformat(ruling.at).tzinfo is not None
    assert review.unreviewed == 0
    assert session.undo_stack.undoText() == "ruling on “$12 a year”"
    session.undo_stack.undo()
    assert review.ruling is None
    assert review.unreviewed == 1


def test_left_and_right_are_those_of_the_panes(review, session, selection, rent):
    session.swap()
    selection.select([rent.yearly.figure])
    review.rule(Decision.SOME_RIGHT, 0)
    assert review.ruling.right[0].quote == "$12 a month"


def test_ruling_again_changes_the_ruling_and_withdrawing_leaves_none(review, session, selection, rent):
    selection.select([rent.yearly.figure])
    review.rule(Decision.BOTH_WRONG)
    review.rule(Decision.NEEDS_SOURCE)
    assert [ruling.decision for ruling in session.workspace.rulings] == [Decision.NEEDS_SOURCE]
    review.withdraw()
    assert session.workspace.rulings == ()
    review.withdraw()
    assert session.undo_stack.undoText() == "withdraw ruling on “$12 a year”"


def test_nothing_is_ruled_on_where_nothing_is_compared(review, session, selection, rent):
    review.rule(Decision.BOTH_WRONG)
    selection.select([rent.gates.figure])
    review.rule(Decision.BOTH_WRONG)
    assert session.workspace.rulings == ()


def test_the_next_comparison_comes_a_moment_after_a_ruling(qtbot, review, session, selection, rent):
    selection.select([rent.term.figure])
    with qtbot.waitSignal(selection.changed, timeout=PAUSE * 5) as told:
        review.rule(Decision.BOTH_RIGHT)
    assert told.args[0][:2] == (rent.yearly.figure, rent.monthly.figure)
    with qtbot.waitSignal(review.announced, timeout=PAUSE * 5) as told:
        review.rule(Decision.BOTH_WRONG)
    assert "All conflicts" in told.args[0]


def test_the_next_one_can_be_held_back_or_come_at_once(qtbot, review, selection, rent):
    selection.select([rent.term.figure])
    review.rule(Decision.BOTH_RIGHT)
    assert review.is_waiting
    with qtbot.waitSignal(review.waiting_changed):
        review.stay()
    assert not review.is_waiting
    review.rule(Decision.BOTH_WRONG)
    review.go_on()
    assert not review.is_waiting
    assert selection.figures[0] == rent.yearly.figure
    review.rule(Decision.BOTH_WRONG)  # the last: there is nothing to wait for
    assert not review.is_waiting


def test_it_stays_where_the_editor_wants_it_to(qtbot, review, selection, rent):
    review.goes_on = False
    selection.select([rent.term.figure])
    review.rule(Decision.BOTH_RIGHT)
    assert not review.is_waiting


def test_steps_lead_to_what_is_unreviewed_and_round(review, selection, rent):
    review.step(1)
    assert selection.figures[0] == rent.yearly.figure
    review.step(-1)
    assert selection.figures[0] == rent.yearly.figure


def test_typing_is_one_step_and_no_text_is_no_note(review, session, selection, rent):
    selection.select([rent.yearly.figure])
    steps = session.undo_stack.count()
    for text in ("a", "as", "ask"):
        review.write(text, review.anchors)
    assert review.annotation.text == "ask"
    assert session.undo_stack.count() == steps + 1
    selection.select([rent.gates.figure])
    assert review.annotation is None
    review.write("gates", review.anchors)
    assert session.undo_stack.count() == steps + 2
    review.write(" ", review.anchors)
    assert [note.text for note in session.workspace.annotations] == ["ask"]


def test_a_ruling_and_its_note_go_with_a_changed_text(review, session, jobs, selection, rent):
    selection.select([rent.yearly.figure])
    review.rule(Decision.BOTH_WRONG)
    session.edit("remove", session.workspace.without_article("wire"))
    assert session.workspace.rulings == ()
    session.undo_stack.undo()
    assert len(session.workspace.rulings) == 1


def test_a_later_pair_of_one_comparison_keeps_its_ruling(review, session, selection, rent):
    selection.select([rent.yearly.figure])
    review.rule(Decision.SOME_RIGHT, 0)
    ruling = review.ruling
    session.edit("x", session.workspace.with_ruling(replace(ruling, reason="why")))
    assert review.ruling.reason == "why"
    assert len(session.workspace.rulings) == 1


def test_the_ruling_is_on_what_was_selected_and_each_dispute_has_its_own(qapp, jobs, rent):
    # Ledger also contradicts itself.
    payment, end = rent.analysis.comparisons
    own = replace(payment.pairs[1], b=rent.gates)
    comparison = replace(payment, claims=(*payment.claims, rent.gates), internal=(own,))
    session = Session(
        jobs, lambda articles, _corrections, _links, _before: replace(rent.analysis, comparisons=(comparison, end))
    )
    selection = Selection()
    review = Review(session, selection)
    review.goes_on = False
    session.begin(Workspace("", rent.analysis.articles))
    jobs.answer()
    selection.select([rent.gates.figure])
    review.rule(Decision.SOME_RIGHT, 0)
    assert {anchor.quote for anchor in session.workspace.rulings[0].anchors} == {"$12 a year", "3"}
    assert review.unreviewed == 1, "what the two articles say of each other is open still"
    review.step(1)
    assert [figure.quote for figure in selection.figures[:2]] == ["$12 a year", "$12 a month"]
    assert review.ruling is None
    review.rule(Decision.BOTH_WRONG)
    assert review.unreviewed == 0
    selection.select([rent.gates.figure])
    assert review.ruling.decision is Decision.SOME_RIGHT


def test_nothing_is_called_reviewed_before_it_is_compared(qtbot, empty_session, jobs, rent):
    selection = Selection()
    review = Review(empty_session, selection)
    empty_session.begin(Workspace("", rent.analysis.articles))
    assert review.in_words() == "not compared yet"
    with qtbot.waitSignal(review.announced) as told:
        review.step(1)
    assert "not compared" in told.args[0]
    jobs.answer()
    assert review.in_words() == "1 unreviewed"


def test_the_next_comparison_waits_for_what_is_being_written(qtbot, review, selection, rent):
    selection.select([rent.term.figure])
    review.rule(Decision.BOTH_RIGHT)
    assert review.is_waiting
    review.stay()
    assert not review.is_waiting
    assert selection.figures == (rent.term.figure,)


def test_a_note_becomes_the_reason_of_a_ruling_and_a_note_again_without_it(review, session, selection, rent):
    review.goes_on = False
    selection.select([rent.yearly.figure])
    review.write("The filing says so.", review.anchors)
    review.rule(Decision.BOTH_WRONG)
    assert session.workspace.annotations == ()
    assert (review.ruling.reason, review.written) == ("The filing says so.",) * 2
    review.rule(Decision.BOTH_RIGHT)
    assert review.ruling.reason == "The filing says so.", "ruling again keeps it"
    review.withdraw()
    assert [note.text for note in session.workspace.annotations] == ["The filing says so."]
    assert review.written == "The filing says so."
    for _ in range(3):
        session.undo_stack.undo()
    assert (review.ruling, review.written) == (None, "The filing says so.")


def test_a_note_with_more_than_a_text_stays_a_note(review, session, selection, rent):
    review.goes_on = False
    selection.select([rent.yearly.figure])
    review.write("Ask.", review.anchors)
    tagged = replace(review.annotation, tags=("press",))
    session.edit("tag", session.workspace.with_annotation(tagged))
    review.rule(Decision.BOTH_WRONG)
    assert session.workspace.annotations == (tagged,)
    assert review.written == ""


def test_the_reason_is_typed_in_one_step(review, session, selection, rent):
    review.goes_on = False
    selection.select([rent.yearly.figure])
    review.rule(Decision.BOTH_WRONG)
    steps = session.undo_stack.count()
    for text in ("I", "I asked", "I asked."):
        review.write(text, review.anchors)
    assert review.ruling.reason == "I asked."
    assert session.undo_stack.count() == steps + 1
    assert session.undo_stack.undoText() == "reason of the ruling on “$12 a year”"


def test_the_rulings_of_others_are_told_and_left_alone(review, session, selection, rent):
    review.goes_on = False
    session.editor = "Ada"
    selection.select([rent.yearly.figure])
    review.rule(Decision.BOTH_WRONG)
    session.editor = "Ben"
    assert review.ruling is None
    assert [one.by for one in review.others] == ["Ada"]
    assert review.unreviewed == 0, "somebody has ruled on it"
    review.withdraw()
    assert len(session.workspace.rulings) == 1
    review.rule(Decision.BOTH_WRONG)
    assert not review.is_contested
    review.rule(Decision.BOTH_RIGHT)
    assert review.is_contested
    assert {one.by: one.decision for one in session.workspace.rulings} == {
        "Ada": Decision.BOTH_WRONG,
        "Ben": Decision.BOTH_RIGHT,
    }


def test_one_ruling_on_all_sources_speaks_for_every_two(review, session, selection, rent):
    review.goes_on = False
    selection.select([rent.yearly.figure])
    session.face("ledger", "spark")
    review.rule(Decision.BOTH_WRONG)
    review.write("Asked.", review.anchors)
    session.face("ledger", "wire")
    review.write("See the contract.", review.anchors)
    review.rule(Decision.BOTH_WRONG)
    assert review.is_of_many
    said = [[claim.figure.quote for claim in voice] for voice in review.voices]
    assert said == [["$12 a year"], ["$12 a month"], ["$144 yearly"], ["$120 a month"]]
    review.rule_on_all([rent.monthly, rent.repeated])
    (ruling,) = session.workspace.rulings
    assert ruling.decision is Decision.SOME_RIGHT
    assert [anchor.quote for anchor in ruling.anchors] == ["$12 a year", "$12 a month", "$144 yearly", "$120 a month"]
    assert ruling.status is Status.CONFLICT
    assert ruling.reason == "See the contract.\nAsked.", "why one of them was ruled on before is not lost"
    assert len(ruling.readings) == 4
    for left, right, expected in (
        ("ledger", "wire", (Decision.SOME_RIGHT, rent.monthly.figure.anchor)),
        ("ledger", "spark", (Decision.BOTH_WRONG, None)),
        ("wire", "spark", (Decision.SOME_RIGHT, rent.monthly.figure.anchor)),
    ):
        session.face(left, right)
        assert review.unreviewed == 0
        assert review.ruling.between(*review.sides) == expected
    session.undo_stack.undo()
    assert [len(one.anchors) for one in session.workspace.rulings] == [2, 2]


@pytest.mark.parametrize(("right", "decision"), [(0, Decision.BOTH_WRONG), (4, Decision.BOTH_RIGHT)])
def test_of_all_sources_none_or_every_one_can_be_right(review, session, selection, rent, right, decision):
    selection.select([rent.yearly.figure])
    claims = (rent.yearly, rent.monthly, rent.repeated, rent.tenfold)
    review.rule_on_all(claims[:right])
    assert session.workspace.rulings[0].decision is decision


def test_nothing_is_ruled_where_nothing_may_be_changed(qtbot, review, session, selection, rent):
    selection.select([rent.yearly.figure])
    session.read_only = "Ben has it open."
    with qtbot.waitSignal(session.edit_refused) as told, qtbot.assertNotEmitted(selection.changed, wait=PAUSE + 100):
        review.rule(Decision.BOTH_WRONG)
    assert told.args == ["Ben has it open."]
    assert session.workspace.rulings == ()


def test_a_ruling_made_blind_does_not_lose_what_another_replied_to_ones_note(session, review, selection, rent):
    selection.select([rent.yearly.figure])
    reply = Reply("No.", "Ben", "2026-11-21T11:00:00.000+00:00")
    session.editor = "Ada"
    note = Annotation(review.anchors, "Ask.", "Ada", "2026-11-21T10:00:00.000+00:00", "n1", replies=(reply,))
    session.edit("note", replace(session.workspace.with_annotation(note), blind=("Ada",)))
    assert review.annotation.replies == ()
    review.write("Asked.", review.anchors)
    review.rule(Decision.BOTH_WRONG)
    assert [(one.text, one.replies) for one in session.workspace.annotations] == [("Asked.", (reply,))]


def test_the_reason_of_a_ruling_goes_into_the_note_that_is_there(review, session, selection, rent):
    review.goes_on = False
    selection.select([rent.yearly.figure])
    review.write("Ask them", review.anchors)
    (note,) = session.workspace.annotations
    session.edit("tags", session.workspace.with_annotation(replace(note, tags=("call",))))
    review.rule(Decision.BOTH_WRONG)
    review.write("The press office said so", review.anchors)
    review.withdraw()
    (note,) = session.workspace.annotations
    assert (note.text, note.tags) == ("Ask them\nThe press office said so", ("call",))


def test_what_is_right_of_another_comparison_is_not_ruled(review, session, selection, rent):
    told: list[str] = []
    review.announced.connect(told.append)
    selection.select([rent.term.figure])
    review.rule_on_all([rent.yearly])
    selection.select([])
    review.rule_on_all([rent.yearly])
    assert session.workspace.rulings == ()
    assert told == ["Choose a topic first that more than two sources speak of."] * 2


def test_voices_of_an_article_that_is_gone_are_the_last(review, session, selection, rent):
    selection.select([rent.monthly.figure])
    session.edit("remove", session.workspace.without_article("ledger"))
    assert [said[0].article for said in review.voices][-1] == "ledger"
