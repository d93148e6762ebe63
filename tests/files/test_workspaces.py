"""Whether a workspace comes back from its file as it was saved, whatever is in it and however it was edited."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import NotAWorkspace, Unwritable, WorkspaceFile
from tests.workspaces import NOTES, WORKSPACES, exactly, small_workspace

QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "deal.crossread"


def reopened(path: Path, **given) -> Workspace:
    with WorkspaceFile.open(path, **given) as file:
        assert file.read_only == ""
        return file.workspace


@QUICK
@given(WORKSPACES, st.booleans())
def test_whatever_is_in_a_workspace_comes_back(workspace, shared):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.crossread"
        WorkspaceFile.create(path, workspace, shared=shared).close()
        assert exactly(reopened(path)) == exactly(workspace)


@QUICK
@given(st.lists(WORKSPACES, min_size=1, max_size=4), st.data())
def test_after_any_edits_and_undoings_the_file_holds_the_last(workspaces, data):
    mixed = st.builds(
        lambda one, other: replace(one, annotations=other.annotations, rulings=other.rulings, articles=other.articles),
        st.sampled_from(workspaces),
        st.sampled_from(workspaces),
    )
    edits = data.draw(st.lists(st.sampled_from(workspaces) | mixed, min_size=1, max_size=8))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.crossread"
        with WorkspaceFile.create(path, Workspace(), shared=data.draw(st.booleans())) as file:
            for workspace in edits:
                file.save(workspace)
                assert file.workspace is workspace
        assert exactly(reopened(path)) == exactly(edits[-1])


def test_only_what_differs_is_written(path):
    with WorkspaceFile.create(path, small_workspace()) as file, closing(sqlite3.connect(path)) as spy:

        def rows() -> set[tuple[int, bytes]]:
            return set(spy.execute("SELECT id, seal FROM thing")) | set(spy.execute("SELECT id, text FROM version"))

        before = rows()
        note = replace(file.workspace.annotations[0], text="Called.")
        file.save(file.workspace.with_annotation(note))
        assert len(before - rows()) == len(rows() - before) == 1
        after = rows()
        file.save(replace(file.workspace, annotations=tuple(replace(each) for each in file.workspace.annotations)))
        assert rows() == after, "equal values are the same row"


def test_what_stands_around_a_place_is_kept_too(path):
    workspace = small_workspace()
    note = workspace.annotations[0]
    moved = replace(note, anchors=tuple(replace(anchor, prefix="another") for anchor in note.anchors))
    assert moved == note
    with WorkspaceFile.create(path, workspace) as file:
        file.save(workspace.with_annotation(moved))
    assert reopened(path).annotations[0].anchors[0].prefix == "another"


@QUICK
@given(NOTES)
def test_a_note_that_comes_twice_is_kept_twice(note):
    """No editor makes such a workspace; a file that dropped one silently would hide who did."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.crossread"
        with WorkspaceFile.create(path, Workspace(annotations=(note, note))) as file:
            file.save(Workspace("again", annotations=(note, note)))
        assert len(reopened(path).annotations) == 2


def test_how_it_is_looked_at_is_kept_beside_the_work(path):
    with WorkspaceFile.create(path, small_workspace()) as file:
        assert file.view == {}
        file.save_view({"left": "x", "out": "\ud800"})
        file.save(file.workspace.without_article("y"))
    with WorkspaceFile.open(path) as file:
        assert file.view == {"left": "x", "out": "\ud800"}


@pytest.mark.parametrize("shared", [False, True])
def test_nothing_stays_beside_a_file_that_is_closed(path, shared):
    file = WorkspaceFile.create(path, small_workspace(), shared=shared)
    file.save(Workspace())
    file.close()
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(Unwritable, match="closed"):
        file.save(Workspace("late"))


def test_a_file_on_a_network_has_no_log_beside_it(path):
    WorkspaceFile.create(path, small_workspace()).close()
    with WorkspaceFile.open(path, shared=True) as file:
        file.save(Workspace("shared"))
        assert not path.with_name(f"{path.name}-wal").exists()
    assert reopened(path).title == "shared"


@pytest.mark.parametrize(
    "name", ["a b", "100%", "what?", "no#1", "ünïcödé 🚢", "a'b\"c", "file:x?mode=ro", "-", "a\nb"]
)
def test_any_name_will_do(tmp_path, name):
    path = tmp_path / f"{name}.crossread"
    WorkspaceFile.create(path, small_workspace()).close()
    assert exactly(reopened(path)) == exactly(small_workspace())
    assert list(tmp_path.iterdir()) == [path]


def test_a_copy_is_a_workspace_of_its_own_that_knows_where_it_came_from(path, tmp_path):
    other = tmp_path / "other.crossread"
    other.write_text("an old file of that name")
    with WorkspaceFile.create(path, small_workspace()) as file:
        file.save_view({"left": "x"})
        file.copy_to(other)
        with WorkspaceFile.open(other) as copy:
            assert exactly(copy.workspace) == exactly(file.workspace)
            assert copy.view == file.view
            assert copy.id != file.id == copy.origin
            copy.save(Workspace("changed"))
        assert file.workspace.title == "Rent"
        with pytest.raises(FileTrouble, match="that is open"):
            file.copy_to(path)


def test_a_copy_that_fails_leaves_what_was_there(path, tmp_path, monkeypatch):
    other = tmp_path / "other.crossread"
    other.write_text("an old file of that name")

    def break_off(*_):
        raise OSError(28, "No space left on device")

    with WorkspaceFile.create(path, small_workspace()) as file:
        monkeypatch.setattr(Path, "replace", break_off)
        with pytest.raises(FileTrouble, match="disk is full"):
            file.copy_to(other)
        with pytest.raises(FileTrouble, match="no such folder"):
            file.copy_to(tmp_path / "none" / "other.crossread")
    assert other.read_text() == "an old file of that name"
    assert sorted(tmp_path.iterdir()) == [path, other]


def test_a_link_to_a_file_leads_to_it_and_stays_a_link(path, tmp_path):
    link = tmp_path / "link.crossread"
    try:
        link.symlink_to(path)
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    WorkspaceFile.create(path, small_workspace()).close()
    with WorkspaceFile.open(link) as file:
        file.save(Workspace("through the link"))
        with WorkspaceFile.open(path) as second:
            assert second.read_only
    assert link.is_symlink()
    assert reopened(path).title == "through the link"


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "is empty"),
        (b"just words", "is no workspace"),
        (b"SQLite format 3\0 and then nothing", "is no workspace"),
        (b"\0" * 5000, "is no workspace"),
    ],
)
def test_what_is_no_workspace_is_named_and_left_alone(path, content, cause):
    path.write_bytes(content)
    with pytest.raises(NotAWorkspace, match=cause) as trouble:
        WorkspaceFile.open(path)
    assert trouble.value.path == str(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_a_missing_file_and_an_impossible_name_are_named(tmp_path):
    with pytest.raises(NotAWorkspace, match="is a folder"):
        WorkspaceFile.open(tmp_path)
    with pytest.raises(FileTrouble, match="no such file"):
        WorkspaceFile.open(tmp_path / "none.crossread")
    for make in (WorkspaceFile.open, lambda path: WorkspaceFile.create(path, Workspace())):
        with pytest.raises(FileTrouble):
            make(tmp_path / "\0.crossread")
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_another_program_is_left_alone(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE thing (x)")
    before = path.read_bytes()
    with pytest.raises(NotAWorkspace, match="another program"):
        WorkspaceFile.open(path)
    assert path.read_bytes() == before
