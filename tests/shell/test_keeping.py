"""Whether every edit is in the file at once, and what happens when it cannot be."""

import shutil
from dataclasses import replace

import pytest

from desktop.core.annotations import Annotation
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.places import Places
from desktop.files.sight import read_sight
from desktop.files.workspaces import DiskFull, WorkspaceFile, backups_of
from desktop.shell.keeping import Keeping
from desktop.shell.networks import is_shared
from desktop.shell.session import Session
from tests.shell.conftest import LEDGER, SPARK, WIRE


@pytest.fixture
def places(tmp_path) -> Places:
    return Places(tmp_path / "Workspaces", tmp_path / "Backups", tmp_path / "recent.json")


@pytest.fixture
def keeping(empty_session, places) -> Keeping:
    kept = Keeping(empty_session, places)
    yield kept
    kept.close()


@pytest.fixture
def told(keeping) -> list[str]:
    heard: list[str] = []
    keeping.told.connect(heard.append)
    keeping.troubled.connect(lambda words: heard.append(f"trouble: {words}"))
    return heard


RENT = Workspace("Rent", (LEDGER, WIRE, SPARK))


def note(session: Session, text: str) -> Workspace:
    anchor = session.analysis.figures[0].anchor if session.analysis.figures else None
    anchors = (anchor,) if anchor is not None else ()
    return session.workspace.with_annotation(Annotation(anchors, text, "Ada", session.now(), session.new_id()))


def in_file(keeping: Keeping) -> Workspace:
    """What another process would find in the file."""
    file = WorkspaceFile.open(keeping.path)
    try:
        return file.workspace
    finally:
        file.close()


def write(session: Session, text: str) -> None:
    session.edit("note", replace(session.workspace, title=text))


def test_a_workspace_is_in_a_file_from_the_beginning_and_with_every_edit(keeping, empty_session, places):
    keeping.begin(RENT)
    assert keeping.path.parent == places.drafts
    assert keeping.is_draft
    assert in_file(keeping) == RENT
    write(empty_session, "Rent of the harbour")
    assert in_file(keeping).title == "Rent of the harbour"
    empty_session.undo_stack.undo()
    assert in_file(keeping) == RENT
    assert keeping.trouble is None


def test_an_empty_workspace_gets_its_file_with_the_first_article(keeping, empty_session, places):
    keeping.begin(Workspace())
    assert keeping.path is None
    assert not places.drafts.exists()
    empty_session.edit("paste", empty_session.workspace.with_article(WIRE))
    assert in_file(keeping).articles == (WIRE,)


def test_each_workspace_has_a_file_of_its_own_and_can_be_opened_again(keeping, empty_session):
    keeping.begin(RENT)
    first = keeping.path
    keeping.begin(RENT)
    assert keeping.path != first
    write(empty_session, "another")
    keeping.open(first)
    assert empty_session.workspace == RENT
    assert not empty_session.undo_stack.canUndo()
    assert [one.path for one in keeping.recent.all][0] == first


def test_what_faces_each_other_and_what_is_left_out_is_as_it_was(keeping, empty_session, qtbot):
    keeping.begin(RENT)
    path = keeping.path
    empty_session.include("wire", False)
    empty_session.face("spark", "ledger")
    keeping.begin(Workspace("", (SPARK,)))
    keeping.open(path)
    assert empty_session.facing == ("spark", "ledger")
    assert empty_session.left_out == {"wire"}
    assert [article.id for article in empty_session.included] == ["ledger", "spark"]


def test_save_as_goes_on_in_the_copy_and_a_draft_is_moved(keeping, empty_session, tmp_path):
    keeping.begin(RENT)
    draft = keeping.path
    keeping.save_as(tmp_path / "rent.crossread")
    assert not draft.exists()
    assert (keeping.path, keeping.is_draft) == (tmp_path / "rent.crossread", False)
    write(empty_session, "later")
    keeping.save_as(tmp_path / "copy.crossread")
    write(empty_session, "later still")
    assert in_file(keeping).title == "later still"
    keeping.open(tmp_path / "rent.crossread")
    assert empty_session.workspace.title == "later"
    assert empty_session.undo_stack.canUndo() is False


def test_save_as_that_fails_leaves_all_as_it_was(keeping, empty_session, tmp_path):
    keeping.begin(RENT)
    before = keeping.path
    (tmp_path / "folder.crossread").mkdir()
    with pytest.raises(FileTrouble, match="folder"):
        keeping.save_as(tmp_path / "folder.crossread")
    write(empty_session, "goes on")
    assert keeping.path == before
    assert in_file(keeping).title == "goes on"


def test_a_file_that_is_gone_is_written_anew(keeping, empty_session, told):
    keeping.begin(RENT)
    path = keeping.path
    path.unlink()
    write(empty_session, "after")
    assert keeping.path == path.with_name(f"{path.stem} (rescued).crossread")
    assert in_file(keeping).title == "after"
    assert len(told) == 1
    assert path.name in told[0]
    assert keeping.path.name in told[0]
    shutil.rmtree(path.parent)
    write(empty_session, "nowhere to go")
    assert told[1].startswith("trouble: ")
    path.parent.mkdir()
    keeping.save()
    assert in_file(keeping).title == "nowhere to go"


def test_a_file_that_was_replaced_is_left_alone(keeping, empty_session, told, tmp_path):
    keeping.begin(RENT)
    path = keeping.path
    other = tmp_path / "other"
    other.write_bytes(b"from elsewhere")
    other.replace(path)
    write(empty_session, "after")
    assert path.read_bytes() == b"from elsewhere"
    assert keeping.path != path
    assert in_file(keeping).title == "after"
    assert len(told) == 1


def test_what_cannot_be_kept_is_told_once_and_caught_up_on(keeping, empty_session, told, monkeypatch):
    keeping.begin(RENT)
    monkeypatch.setattr(keeping, "_file", FullDisk(keeping.file))
    write(empty_session, "first")
    write(empty_session, "second")
    assert len(told) == 1
    assert told[0].startswith("trouble: ")
    assert isinstance(keeping.trouble, DiskFull)
    keeping.file.is_full = False
    keeping.save()
    assert keeping.trouble is None
    assert in_file(keeping).title == "second"
    assert told[1] == "All that you did is kept again."


class FullDisk:
    """A workspace's file on a disk without room, for as long as it is full."""

    def __init__(self, file: WorkspaceFile) -> None:
        self._file = file
        self.is_full = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def save(self, workspace: Workspace) -> None:
        """Fails while there is no room."""
        if self.is_full:
            raise DiskFull(self._file.path, "cannot be written (the disk is full)")
        self._file.save(workspace)


def test_a_second_window_reads_along_and_changes_nothing(keeping, empty_session, jobs, rent, places, told):
    keeping.begin(RENT)
    second = Session(jobs, lambda articles, _c, _l, _b: rent.analysis)
    refused: list[str] = []
    second.edit_refused.connect(refused.append)
    reader = Keeping(second, places)
    reader.told.connect(told.append)
    reader.open(keeping.path)
    assert second.read_only
    assert second.read_only in told[0]
    write(second, "mine")
    assert refused == [second.read_only]
    assert second.workspace == RENT
    write(empty_session, "theirs")
    reader.look_again()
    assert second.workspace.title == "theirs"
    keeping.close()
    reader.look_again()
    assert second.read_only == ""
    assert "can be changed here now" in told[-1]
    write(second, "mine at last")
    assert in_file(reader).title == "mine at last"
    reader.close()


def test_a_backup_is_made_each_time_and_holds_what_was(keeping, empty_session, places, qtbot):
    from desktop.files.workspaces import backups_of, read_backup

    keeping.begin(RENT)
    path = keeping.path
    keeping.begin(Workspace("", (SPARK,)))
    keeping.open(path)
    qtbot.waitUntil(lambda: len(backups_of(places.backups, keeping.file.id)) == 1)
    write(empty_session, "later")
    (backup,) = backups_of(places.backups, keeping.file.id)
    assert read_backup(backup.path) == RENT


def test_a_copy_of_an_open_file_soon_holds_all(keeping, empty_session, qtbot, tmp_path):
    keeping.begin(RENT)
    write(empty_session, "later")

    def copied() -> str:
        path = tmp_path / "copy.crossread"
        path.write_bytes(keeping.path.read_bytes())
        with WorkspaceFile.open(path) as file:
            return file.workspace.title

    assert copied() == "Rent"
    qtbot.waitUntil(lambda: copied() == "later")


def test_without_places_nothing_is_kept(empty_session, tmp_path):
    keeping = Keeping(empty_session)
    keeping.begin(RENT)
    write(empty_session, "x")
    assert keeping.path is None
    assert empty_session.workspace.title == "x"


@pytest.mark.parametrize(
    ("view", "found"),
    [
        ({}, (frozenset(), (None, None))),
        ({"left_out": '["a"]', "facing": '["b", null]'}, (frozenset("a"), ("b", None))),
        ({"left_out": "{", "facing": "3"}, (frozenset(), (None, None))),
        ({"left_out": "7", "facing": "[1, 2]"}, (frozenset(), (None, None))),
        ({"facing": '["a", "b", "c"]'}, (frozenset(), (None, None))),
    ],
)
def test_a_view_that_says_nonsense_says_nothing(view, found):
    assert read_sight(view) == found


def test_a_folder_of_this_machine_is_not_shared(tmp_path):
    assert not is_shared(tmp_path / "deep" / "rent.crossread")


def test_a_first_file_that_could_not_be_made_is_made_later(keeping, empty_session, places, told):
    places.drafts.write_bytes(b"in the way")
    keeping.begin(RENT)
    assert keeping.trouble is not None
    places.drafts.unlink()
    keeping.save()
    assert keeping.trouble is None
    assert in_file(keeping) == RENT
    assert told[-1] == "All that you did is kept again."
    write(empty_session, "later")
    assert in_file(keeping).title == "later"


def test_of_a_workspace_that_was_closed_comes_no_other(keeping, empty_session, places):
    keeping.begin(RENT)
    path = keeping.path
    keeping.close()
    write(empty_session, "after the end")
    assert keeping.path is None
    assert list(places.drafts.glob("*.crossread")) == [path]


def test_the_workspace_that_a_copy_was_made_of_stays_among_the_last_ones(keeping, tmp_path):
    keeping.begin(RENT)
    draft = keeping.path
    keeping.save_as(tmp_path / "one.crossread")
    known = keeping.file.id
    keeping.save_as(tmp_path / "two.crossread")
    assert [one.path.name for one in keeping.recent.all] == ["two.crossread", "one.crossread"]
    assert keeping.recent.ids_of(tmp_path / "one.crossread")[0] == known
    assert known in keeping.recent.ids_of(tmp_path / "two.crossread")
    assert not draft.exists()


def test_a_backup_that_is_opened_stays_as_it_is(keeping, empty_session, places, tmp_path):
    from desktop.files.workspaces import backups_of, read_backup

    keeping.begin(RENT)
    keeping.back_up()
    (backup,) = backups_of(places.backups, keeping.file.id)
    keeping.open(backup.path)
    assert empty_session.read_only == "it is a backup and stays as it is"
    write(empty_session, "scribbled")
    keeping.save_as(tmp_path / "own.crossread")
    write(empty_session, "in a copy")
    assert read_backup(backup.path) == RENT
    assert in_file(keeping).title == "in a copy"


class Faulty(FullDisk):
    """A workspace's file that fails by a fault of the program."""

    def save(self, workspace: Workspace) -> None:
        """Fails, until it is mended."""
        if self.is_full:
            raise RuntimeError("no such thing")
        self._file.save(workspace)


def test_a_fault_of_our_own_is_no_reason_to_think_that_all_is_kept(keeping, empty_session, told, monkeypatch):
    keeping.begin(RENT)
    monkeypatch.setattr(keeping, "_file", Faulty(keeping.file))
    with pytest.raises(RuntimeError, match="no such thing"):
        keeping.save()
    assert "RuntimeError: no such thing" in str(keeping.trouble)
    assert told[0].startswith("trouble: ")
    keeping.file.is_full = False
    keeping.save()
    assert keeping.trouble is None


def test_a_draft_that_is_moved_keeps_its_backups(keeping, empty_session, places, tmp_path):
    from desktop.files.workspaces import backups_of

    keeping.begin(RENT)
    keeping.back_up()
    own = keeping.file.id
    keeping.save_as(tmp_path / "rent.crossread")
    assert (keeping.file.id, keeping.file.origin) == (own, "")
    assert len(backups_of(places.backups, keeping.file.id)) == 1
    keeping.save_as(tmp_path / "copy.crossread")
    assert (keeping.file.id != own, keeping.file.origin) == (True, own)


def test_who_only_read_can_write_once_the_other_is_done(keeping, empty_session, jobs, rent, places, told):
    keeping.begin(RENT)
    second = Session(jobs, lambda articles, _c, _l, _b: rent.analysis)
    reader = Keeping(second, places)
    reader.open(keeping.path)
    path = keeping.path
    keeping.close()
    reader.open(path)
    assert second.read_only == ""
    write(second, "mine")
    assert in_file(reader).title == "mine"
    reader.close()


@pytest.mark.parametrize("then", ["an edit", "a rest", "closing"])
def test_a_file_that_is_written_over_is_written_anew_beside_it(keeping, empty_session, places, told, then):
    keeping.begin(RENT)
    write(empty_session, "before")
    keeping.settle()
    path = keeping.path
    path.write_bytes(path.read_bytes()[:3000])
    match then:
        case "an edit":
            write(empty_session, "after")
        case "a rest":
            keeping.settle()
        case _:
            keeping.close()
    rescued = path.with_name(f"{path.stem} (rescued).crossread")
    assert path.stat().st_size == 3000
    assert "was overwritten by another program while it was open" in told[0]
    assert keeping.recent.all[0].path == rescued
    keeping.close()
    with WorkspaceFile.open(rescued) as file:
        assert file.workspace == empty_session.workspace
        assert len(backups_of(places.backups, file.id)) == 1


def test_a_rescued_file_that_goes_too_is_called_by_the_same_name(keeping, empty_session, told):
    keeping.begin(RENT)
    path = keeping.path
    for number in ("", " 2", " 3"):
        keeping.path.write_bytes(b"")
        write(empty_session, f"after{number}")
        assert keeping.path == path.with_name(f"{path.stem} (rescued){number}.crossread")


def test_a_file_that_was_removed_on_purpose_does_not_come_back_by_closing(keeping, empty_session):
    keeping.begin(RENT)
    path = keeping.path
    path.unlink()
    keeping.close()
    assert not list(path.parent.iterdir())
