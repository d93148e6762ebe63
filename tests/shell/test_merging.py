"""Whether another workspace comes in as one step, after it was said what would come, and whatever is wrong is told."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.annotations import Annotation
from desktop.core.rulings import Decision, Ruling
from desktop.core.workspace import Workspace
from desktop.exports.web import jsonld
from desktop.files.folders import read_folder, write_folder
from desktop.files.folders.plain import file_in
from desktop.files.lexicon import load
from desktop.files.workspaces import WorkspaceFile
from desktop.shell.commands.exchanging import Exchanging, free_folder
from desktop.shell.commands.merging import Merging
from desktop.shell.jobs import Jobs
from desktop.shell.session import Session
from desktop.shell.views.merge_dialog import MergeDialog
from tests.shell.conftest import LEDGER, WIRE


@pytest.fixture
def merging(session, messages, owner) -> Merging:
    return Merging(owner, session, messages, load)


@pytest.fixture
def bens(session, rent, tmp_path):
    """Ben's file on the same articles: one ruling, one note."""
    anchors = (rent.yearly.figure.anchor, rent.monthly.figure.anchor)
    ruling = Ruling(anchors, Status.CONFLICT, Decision.BOTH_RIGHT, by="Ben", at="2026-11-21T10:00:00.000+00:00")
    note = Annotation(anchors[:1], "Asked Pier.", "Ben", "2026-11-21T10:00:00.000+00:00", "n1")
    workspace = session.workspace.with_ruling(ruling).with_annotation(note)
    WorkspaceFile.create(tmp_path / "ben.crossread", workspace).close()
    return workspace


def as_exported(workspace: Workspace) -> Workspace:
    """As a folder gives it back: of sources the file's name."""
    articles = tuple(replace(one, source=file_in(one.source)) for one in workspace.articles)
    return replace(workspace, articles=articles)


def dialog_of(owner) -> MergeDialog:
    return next(found for found in owner.findChildren(MergeDialog) if found.isVisible())


def test_what_comes_in_is_said_before_and_is_one_step(session, merging, messages, owner, jobs, bens, tmp_path):
    before = session.workspace
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    assert session.workspace is before
    dialog = dialog_of(owner)
    assert dialog.accessibleDescription() == "New here: 1 ruling and 1 note."
    dialog.accept()
    assert session.workspace == bens
    assert session.undo_stack.undoText() == "merge with ben.crossread"
    assert messages.label.text().startswith("Merged with ben.crossread. New here: 1 ruling and 1 note.")
    session.undo_stack.undo()
    assert session.workspace is before


def test_nothing_changes_where_the_editor_does_not_want_it(session, merging, owner, jobs, bens, tmp_path):
    before = session.workspace
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    dialog_of(owner).reject()
    assert session.workspace is before
    assert session.undo_stack.count() == 0


def test_a_workspace_with_nothing_new_needs_no_question(session, merging, messages, owner, jobs, bens, tmp_path):
    session.show_workspace(bens)
    jobs.answer()
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    assert messages.label.text() == "ben.crossread: Nothing in it is new here."
    assert not owner.findChildren(MergeDialog)


@pytest.mark.parametrize("chosen", ["out", "out/workspace.json"])
def test_an_exported_folder_is_merged_too(session, merging, owner, jobs, bens, tmp_path, chosen):
    write_folder(tmp_path / "out", bens)
    merging.look_at(tmp_path / chosen)
    jobs.answer()
    dialog_of(owner).accept()
    assert session.workspace == bens


def test_notes_and_rulings_alone_come_in_as_they_went_out(session, merging, messages, owner, jobs, bens, tmp_path):
    (tmp_path / "ben.jsonld").write_bytes(jsonld(bens))
    merging.look_at(tmp_path / "ben.jsonld")
    jobs.answer()
    dialog_of(owner).accept()
    assert session.workspace == bens
    merging.look_at(tmp_path / "ben.jsonld")
    jobs.answer()
    assert messages.label.text() == "ben.jsonld: Nothing in it is new here."


def test_notes_on_other_articles_are_refused(session, merging, messages, jobs, bens, tmp_path):
    others = replace(bens, articles=tuple(replace(one, sha256="0" * 64) for one in bens.articles))
    (tmp_path / "other.jsonld").write_bytes(jsonld(others))
    before = session.workspace
    merging.look_at(tmp_path / "other.jsonld")
    jobs.fail(max(jobs.waiting))
    assert "other.jsonld: is on another version" in messages.trouble
    assert session.workspace is before


def test_what_was_done_meanwhile_is_not_lost(session, merging, owner, jobs, bens, tmp_path):
    merging.look_at(tmp_path / "ben.crossread")
    mine = Annotation((bens.annotations[0].anchors), "Mine.", "Ann", "2026-11-21T11:00:00.000+00:00", "n2")
    session.edit("note", session.workspace.with_annotation(mine))
    jobs.answer()
    assert not owner.findChildren(MergeDialog)
    jobs.answer()
    dialog_of(owner).accept()
    assert {note.text for note in session.workspace.annotations} == {"Mine.", "Asked Pier."}


def test_who_reviews_blind_is_not_told_that_others_ruled_otherwise(session, merging, owner, jobs, bens, tmp_path):
    session.editor = "Ann"
    ruling = replace(bens.rulings[0], decision=Decision.BOTH_WRONG, by="Ann")
    session.show_workspace(replace(session.workspace.with_ruling(ruling), blind=("Ann",)))
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    assert "contradicts" not in dialog_of(owner).accessibleDescription()
    dialog_of(owner).reject()
    session.show_workspace(replace(session.workspace, blind=()))
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    assert "1 ruling contradicts" in dialog_of(owner).accessibleDescription()


@pytest.mark.parametrize("is_blind", [False, True])
def test_after_a_merge_with_contradictions_it_is_said_where_they_are(
    session, merging, messages, owner, jobs, bens, tmp_path, is_blind
):
    session.editor = "Ann"
    ruling = replace(bens.rulings[0], decision=Decision.BOTH_WRONG, by="Ann")
    blind = ("Ann",) if is_blind else ()
    session.show_workspace(replace(session.workspace.with_ruling(ruling), blind=blind))
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    dialog_of(owner).accept()
    told = (
        "1 ruling contradicts one that was here; both stay. Review › Compare editors… lists what was ruled differently."
    )
    assert (told in messages.label.text()) is not is_blind
    assert ("differently" in messages.label.text()) is not is_blind


def test_the_file_dialog_names_what_it_takes(merging, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (asked.append(given), ("", ""))[1])
    merging.ask()
    assert asked[0][3] == "Workspaces, folder exports, notes and rulings (*.crossread workspace.json *.jsonld)"


@pytest.mark.parametrize("chosen", ["out", "out/workspace.json"])
def test_an_exported_folder_is_opened_where_a_workspace_is(window, bens, jobs, tmp_path, chosen):
    write_folder(tmp_path / "out", bens)
    window.compare.files_dropped.emit(0, [tmp_path / chosen])
    jobs.answer()
    assert window.session.workspace == as_exported(bens)
    assert not window.messages.trouble
    now = window.session.workspace
    window.opening.open([tmp_path / chosen, tmp_path / "out/articles/B Wire.txt"])
    assert "opened alone" in window.messages.trouble
    assert window.session.workspace is now


def test_a_folder_that_is_no_export_is_a_trouble(window, tmp_path):
    (tmp_path / "some").mkdir()
    window.compare.files_dropped.emit(0, [tmp_path / "some"])
    assert "some" in window.messages.trouble


def test_trouble_is_told_and_leaves_all_as_it_was(session, merging, messages, jobs, bens, tmp_path):
    before = session.workspace
    (tmp_path / "no.crossread").write_text("This is no workspace.")
    for name, cause in (
        ("no.crossread", "no.crossread"),
        ("gone.crossread", "gone.crossread"),
        ("workspace.json", "no such"),
    ):
        merging.look_at(tmp_path / name)
        number = max(jobs.waiting)
        jobs.fail(number)
        assert cause in messages.trouble
    merging.refuse(lambda: tmp_path / "ben.crossread")
    merging.look_at(tmp_path / "ben.crossread")
    assert "is the workspace that is open" in messages.trouble
    assert session.workspace is before
    assert not jobs.waiting


def test_a_workspace_that_may_only_be_read_takes_nothing_in(qtbot, session, merging, jobs, bens, tmp_path):
    session.read_only = "Open elsewhere."
    with qtbot.waitSignal(session.edit_refused):
        merging.look_at(tmp_path / "ben.crossread")
    assert not jobs.waiting


def test_a_folder_there_and_back(window, tmp_path, bens, jobs):
    window.session.show_workspace(bens)
    jobs.answer()
    window.exchanging.export_to(tmp_path / "out")
    jobs.answer()
    assert str(tmp_path / "out") in window.messages.label.text()
    assert read_folder(tmp_path / "out").workspace == as_exported(bens)
    window.session.show_workspace(bens.without_article("spark"))
    path = tmp_path / "out/articles/B Wire.txt"
    path.write_bytes(path.read_bytes().replace(b"$12 a month", b"$15 a month"))
    window.exchanging.import_from(tmp_path / "out")
    jobs.answer()
    assert len(window.session.workspace.articles) == 3
    assert window.session.workspace.rulings[0].is_orphan
    assert "1 text was changed by hand: B Wire.txt." in window.messages.label.text()
    (tmp_path / "out/notes.jsonld").unlink()
    now = window.session.workspace
    window.exchanging.import_from(tmp_path / "out")
    jobs.fail(max(jobs.waiting))
    assert "notes.jsonld" in window.messages.trouble
    assert window.session.workspace is now
    window.exchanging.export_to(tmp_path / "missing/out")
    jobs.fail(max(jobs.waiting))
    assert "no such folder" in window.messages.trouble


def test_a_folder_of_one_name_is_numbered(tmp_path):
    assert free_folder(tmp_path, "Rent") == tmp_path / "Rent"
    (tmp_path / "Rent").mkdir()
    (tmp_path / "Rent 2").mkdir()
    assert free_folder(tmp_path, "Rent") == tmp_path / "Rent 3"


def test_what_was_done_while_the_question_stood_is_not_lost(session, merging, owner, jobs, bens, tmp_path):
    merging.look_at(tmp_path / "ben.crossread")
    jobs.answer()
    first = dialog_of(owner)
    session.edit("title", replace(session.workspace, title="Typed meanwhile"))
    first.accept()
    assert session.workspace.rulings == ()
    jobs.answer()
    dialog_of(owner).accept()
    assert session.workspace.title == "Typed meanwhile"
    assert session.workspace.rulings == bens.rulings


def test_two_folders_that_wait_are_both_written(qtbot, messages, owner, tmp_path):
    may_go = Event()
    jobs = Jobs()
    session = Session(jobs, lambda articles, _c, _l, _b: may_go.wait(10) and Analysis(articles))
    exchanging = Exchanging(owner, session, None, messages)
    session.begin(Workspace("Rent", (LEDGER, WIRE)))
    exchanging.export_to(tmp_path / "one")
    exchanging.export_to(tmp_path / "two")
    may_go.set()
    qtbot.waitUntil(lambda: str(tmp_path / "two") in messages.label.text())
    assert read_folder(tmp_path / "one").workspace == session.workspace
    assert read_folder(tmp_path / "two").workspace == session.workspace


def test_nobody_is_asked_in_another_workspace(session, merging, owner, jobs, bens, tmp_path):
    merging.look_at(tmp_path / "ben.crossread")
    session.begin(Workspace("Another", (replace(LEDGER, id="another"),)))
    while jobs.waiting:
        jobs.answer()
    assert owner.findChildren(MergeDialog) == []
    assert session.workspace.rulings == ()
