"""Whether files of every version that was ever written open, and become ones of this version whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import ENDING, VERSION, Damaged, WorkspaceFile, backups_of, read_backup
from desktop.files.workspaces.schema import STEPS, version_of
from tests.workspaces import exactly, small_workspace

KEPT = Path(__file__).parent / "workspaces"


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "deal.crossread"
    WorkspaceFile.create(path, small_workspace()).close()
    return path


def add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE thing ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def add_weather(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE weather (id INTEGER PRIMARY KEY)")
    connection.execute("INSERT INTO weather SELECT id FROM thing WHERE mood = 'calm'")


def break_off(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE position")
    raise RuntimeError("the power of this test")


def stumble(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM thing")
    connection.execute("SELECT nothing FROM nowhere")


NEXT = (*STEPS, add_mood)
LATER = (*NEXT, add_weather)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_every_version_opens(version, tmp_path):
    kept = KEPT / f"v{version}{ENDING}"
    assert kept.exists(), f"keep a file of version {version}: small_workspace() saved by the program that wrote it"
    assert read_backup(kept) is not None
    path = tmp_path / kept.name
    shutil.copyfile(kept, path)
    with WorkspaceFile.open(path) as file:
        assert exactly(file.workspace) == exactly(small_workspace())
        assert file.view == {"left": "x", "right": "y"}
        assert file.id
        file.save(Workspace("edited"))
    with WorkspaceFile.open(path) as file:
        assert file.workspace.title == "edited"


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_the_kept_files_say_their_version(version):
    data = (KEPT / f"v{version}{ENDING}").read_bytes()
    assert data[68:72] == b"CrRd"
    assert int.from_bytes(data[60:64], "big") == version


def test_there_is_a_step_to_each_version():
    assert len(STEPS) + 1 == VERSION == len(list(KEPT.iterdir()))


@pytest.mark.parametrize("steps", [NEXT, LATER])
def test_an_earlier_file_becomes_one_of_this_version_and_is_kept_as_it_was(path, steps):
    with WorkspaceFile.open(path, steps=steps) as file:
        assert file.read_only == ""
        assert exactly(file.workspace) == exactly(small_workspace())
        file.save(Workspace("edited"))
    with closing(sqlite3.connect(path)) as connection:
        assert version_of(connection) == len(steps) + 1
    kept = path.with_name(f"deal.v{VERSION}.crossread")
    assert sorted(each.name for each in path.parent.iterdir()) == sorted([path.name, kept.name])
    with WorkspaceFile.open(kept) as before:
        assert exactly(before.workspace) == exactly(small_workspace())
    with WorkspaceFile.open(path, steps=steps) as again:
        assert again.workspace.title == "edited"
    assert len(list(path.parent.iterdir())) == 2, "of a file of this version no copy is made"


def test_a_copy_of_an_earlier_file_is_among_the_backups_where_there_are_some(path, tmp_path):
    backups = tmp_path / "backups"
    with WorkspaceFile.open(path, steps=NEXT, backups=backups) as file:
        (backup,) = backups_of(backups, file.id)
    assert exactly(read_backup(backup.path)) == exactly(small_workspace())
    assert abs((datetime.now(UTC) - backup.at).total_seconds()) < 600
    assert not path.with_name(f"deal.v{VERSION}.crossread").exists()


def test_nothing_that_was_kept_is_written_over(path):
    kept = path.with_name(f"deal.v{VERSION}.crossread")
    kept.write_text("mine")
    WorkspaceFile.open(path, steps=NEXT).close()
    assert kept.read_text() == "mine"
    assert path.with_name(f"deal.v{VERSION}-2.crossread").exists()


@pytest.mark.parametrize(("step", "error"), [(break_off, RuntimeError), (stumble, Damaged)])
def test_a_step_that_fails_changes_nothing(path, step, error):
    before = path.read_bytes()
    with pytest.raises(error):
        WorkspaceFile.open(path, steps=(*NEXT, step))
    with WorkspaceFile.open(path) as file:
        assert file.read_only == ""
        assert exactly(file.workspace) == exactly(small_workspace())
    assert path.read_bytes() == before


def test_an_earlier_file_that_cannot_be_kept_is_read_only(path, tmp_path):
    backups = tmp_path / "backups"
    backups.write_text("a file where the folder should be")
    before = path.read_bytes()
    with WorkspaceFile.open(path, steps=LATER, backups=backups) as file:
        assert "earlier version" in file.read_only
        assert str(backups) in file.read_only
        assert exactly(file.workspace) == exactly(small_workspace())
        with pytest.raises(FileTrouble):
            file.save(Workspace())
    assert path.read_bytes() == before


def test_an_earlier_file_that_another_has_open_is_read_as_it_is(path):
    with WorkspaceFile.open(path, by="Ann") as first, WorkspaceFile.open(path, steps=LATER) as second:
        assert "Ann" in second.read_only
        assert exactly(second.workspace) == exactly(small_workspace())
        first.save(Workspace("edited"))
        assert second.refresh() == Workspace("edited")
    with WorkspaceFile.open(path) as file:
        assert file.workspace.title == "edited"
