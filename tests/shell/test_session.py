"""Whether the session answers the last question asked, and undoes what was done."""

import threading
from dataclasses import replace

import pytest

from desktop.core.analysis import Analysis
from desktop.core.anchors import Anchor
from desktop.core.corrections import Correction
from desktop.core.progress import reached
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.shell.jobs import Jobs
from desktop.shell.session import Session

ONE, TWO, THREE = (Article(id, id, f"text {id}", id * 64) for id in "123")


@pytest.fixture
def session(jobs) -> Session:
    return Session(jobs, lambda articles, _corrections, _links, _before: Analysis(articles))


def ids(analysis: Analysis) -> str:
    return "".join(article.id for article in analysis.articles)


def test_articles_lead_to_an_analysis(session, jobs):
    session.begin(Workspace("", (ONE, TWO)))
    assert not session.is_analysed
    jobs.answer()
    assert session.is_analysed
    assert ids(session.analysis) == "12"


def test_the_last_analysis_is_handed_to_the_next(jobs):
    heard = []

    def analyse(articles, _corrections, _links, before):
        heard.append(ids(before))
        return Analysis(articles)

    session = Session(jobs, analyse)
    session.begin(Workspace("", (ONE,)))
    jobs.answer()
    session.edit("add", session.workspace.with_article(TWO))
    jobs.answer()
    session.include("1", False)
    jobs.answer()
    assert heard == ["", "1", "12"]


def test_a_late_answer_to_an_old_question_is_dropped(session, jobs):
    told = []
    session.analysis_changed.connect(lambda analysis: told.append(ids(analysis)))
    session.begin(Workspace("", (ONE,)))
    session.begin(Workspace("", (ONE, TWO)))
    jobs.answer(2)
    jobs.answer(1)
    assert told == ["12"]
    assert ids(session.analysis) == "12"


def test_an_error_is_told_and_the_last_analysis_stays(session, jobs):
    session.begin(Workspace("", (ONE,)))
    jobs.answer()
    told = []
    session.analysis_failed.connect(told.append)
    session.begin(Workspace("", (ONE, TWO)))
    error = ValueError("cannot be")
    jobs.ended.emit(2, None, error)
    assert told == [error]
    assert ids(session.analysis) == "1"
    assert session.has_failed
    session.analyse_again()
    assert not session.has_failed


def test_an_edit_can_be_undone_and_done_again(session, jobs):
    session.begin(Workspace("", (ONE,)))
    session.edit("add", session.workspace.with_article(TWO))
    assert session.undo_stack.undoText() == "add"
    session.undo_stack.undo()
    assert session.workspace.articles == (ONE,)
    session.undo_stack.redo()
    assert session.workspace.articles == (ONE, TWO)
    jobs.answer()
    assert ids(session.analysis) == "12"


def test_an_edit_that_changes_nothing_leaves_no_step(session):
    session.begin(Workspace("", (ONE,)))
    session.edit("nothing", Workspace("", (ONE,)))
    assert not session.undo_stack.canUndo()


def test_what_does_not_touch_the_articles_is_not_analysed_again(session, jobs):
    session.begin(Workspace("", (ONE,)))
    jobs.answer()
    session.edit("rename", replace(session.workspace, title="New"))
    assert jobs.waiting == {}


def test_the_first_two_articles_face_each_other(session):
    session.begin(Workspace("", (ONE, TWO, THREE)))
    assert session.facing == ("1", "2")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (("3", "2"), ("3", "2")),
        (("2", "2"), ("2", "1")),
        (("1", "1"), ("2", "1")),
        (("1", "nobody"), ("1", "2")),
    ],
)
def test_any_two_articles_can_face_each_other(session, wanted, expected):
    session.begin(Workspace("", (ONE, TWO, THREE)))
    session.face(*wanted)
    assert session.facing == expected


def test_swapping_changes_places(session):
    session.begin(Workspace("", (ONE, TWO)))
    session.swap()
    assert session.facing == ("2", "1")


def test_an_article_that_is_left_out_is_replaced_in_its_pane(session, jobs):
    session.begin(Workspace("", (ONE, TWO, THREE)))
    jobs.answer()
    session.include("1", False)
    assert session.facing == ("3", "2")
    jobs.answer()
    assert ids(session.analysis) == "23"
    session.include("3", False)
    assert session.facing == (None, "2")
    session.include("1", True)
    jobs.answer()
    assert session.facing == ("1", "2")
    assert ids(session.analysis) == "12"


def test_a_correction_is_a_step_that_is_analysed_and_undone(jobs):
    heard = []

    def analyse(articles, corrections, _links, _before):
        heard.append(corrections)
        return Analysis(articles)

    session = Session(jobs, analyse)
    session.begin(Workspace("", (ONE,)))
    jobs.answer()
    correction = Correction(Anchor("1", Span(0, 4), ONE.text[:4]))
    session.edit("not a figure", session.workspace.with_correction(correction))
    jobs.answer()
    session.undo_stack.undo()
    jobs.answer()
    assert heard == [(), (correction,), ()]


def test_work_is_told_of_and_can_be_stopped(qtbot):
    begun, told = threading.Event(), []

    def analyse(articles, _corrections, _links, _before):
        while articles:
            begun.set()
            reached(1, 2)
        return Analysis()

    jobs = Jobs()
    session = Session(jobs, analyse)
    session.analysis_reached.connect(told.append)
    session.begin(Workspace("", (ONE,)))
    begun.wait(10)
    with qtbot.waitSignal(session.analysis_reached):
        pass
    with qtbot.waitSignal(session.analysis_stopped):
        session.stop()
    assert set(told) == {0.5}
    assert session.analysis == Analysis()
    session.stop()
    with qtbot.waitSignal(session.analysis_changed):
        session.begin(Workspace())
    jobs.finish()


def test_a_new_question_stops_the_work_on_the_old_one(qtbot):
    begun = threading.Event()

    def analyse(articles, _corrections, _links, _before):
        while len(articles) < 2:
            begun.set()
            reached(1, 2)
        return Analysis(articles)

    jobs = Jobs()
    session = Session(jobs, analyse)
    session.begin(Workspace("", (ONE,)))
    begun.wait(10)
    with qtbot.assertNotEmitted(session.analysis_stopped), qtbot.waitSignal(session.analysis_changed):
        session.begin(Workspace("", (ONE, TWO)))
    assert ids(session.analysis) == "12"
    jobs.finish()


def test_nothing_is_undone_where_nothing_may_be_changed(session):
    session.edit("open", Workspace("", (ONE,)))
    session.read_only = "Ann has it open"
    session.undo_stack.undo()
    assert session.workspace.articles == (ONE,)
    assert not session.undo_stack.canUndo()
