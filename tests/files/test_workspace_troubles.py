"""Whether a full disk, a missing right, a file that goes or another who has it costs nothing but a clear message."""

import errno
import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import (
    DiskFull,
    Failing,
    InUse,
    NewerVersion,
    Unwritable,
    Vanished,
    WorkspaceFile,
    back_up,
    connecting,
    locking,
)
from tests.files.test_workspace_backups import NOW
from tests.processes import FORKS, done_elsewhere, running, wait_for_ever
from tests.workspaces import exactly, small_workspace


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "deal.crossread"


@pytest.fixture
def anybodys():
    """A folder that everybody may enter, since the usual one of tests belongs to who runs them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@contextmanager
def small_disk(folder: Path, kilobytes: int):
    """A disk of its own; the test is skipped where none can be had."""
    folder.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder]
    if shutil.which("mount") is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be made here, only root may")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill_up(path: Path) -> None:
    """Leaves no room on the disk."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 1024):
            pass


def held(path: Path) -> str:
    """The title of what stands in the file."""
    with WorkspaceFile.open(path) as file:
        return file.workspace.title


def titled(file: WorkspaceFile, title: str, size: int = 0) -> Workspace:
    """The file's workspace with another title, and a note that takes room."""
    note = replace(file.workspace.annotations[0], text="x" * size)
    return replace(file.workspace.with_annotation(note), title=title)


@pytest.mark.parametrize("shared", [False, True], ids=["log", "journal"])
def test_a_full_disk_costs_nothing(tmp_path, shared):
    with small_disk(tmp_path / "disk", 1000) as disk:
        path = disk / "deal.crossread"
        with WorkspaceFile.create(path, small_workspace(), shared=shared) as file:
            file.save(titled(file, "before"))
            filler = disk / "filler"
            fill_up(filler)
            before = file.workspace
            wanted = titled(file, "after", 200_000)
            for _ in range(2):
                with pytest.raises(DiskFull, match="deal.crossread: cannot be written .the disk is full"):
                    file.save(wanted)
                assert file.workspace is before
            with pytest.raises(DiskFull):
                file.copy_to(disk / "copy.crossread")
            assert not (disk / "copy.crossread").exists()
            assert back_up(file, disk / "backups", NOW).trouble is not None
            elsewhere = tmp_path / "elsewhere"
            elsewhere.mkdir()
            for part in ("", "-wal", "-journal"):
                if Path(f"{path}{part}").exists():
                    shutil.copyfile(f"{path}{part}", elsewhere / f"{path.name}{part}")
            assert held(elsewhere / path.name) == "before"
            filler.unlink()
            file.save(replace(wanted, blind=("Ann",)))
        with WorkspaceFile.open(path) as file:
            assert exactly(file.workspace) == exactly(replace(wanted, blind=("Ann",)))


def test_on_a_full_disk_a_file_can_still_be_read(tmp_path):
    with small_disk(tmp_path / "disk", 200) as disk:
        path = disk / "deal.crossread"
        WorkspaceFile.create(path, small_workspace()).close()
        fill_up(disk / "filler")
        with WorkspaceFile.open(path) as file:
            assert file.read_only
            assert exactly(file.workspace) == exactly(small_workspace())


@FORKS
@pytest.mark.parametrize("shared", [False, True], ids=["log", "journal"])
def test_a_disk_that_takes_no_more_costs_nothing(path, shared):
    """As the one above, for who is not root: the system lets no file of this process grow."""
    resource = pytest.importorskip("resource")

    def action():
        with WorkspaceFile.create(path, small_workspace(), shared=shared) as file:
            file.save(titled(file, "before"))
            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            before = file.workspace
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
            with pytest.raises((Failing, DiskFull), match="deal.crossread: "):
                file.save(titled(file, "after", 400_000))
            assert file.workspace is before
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            file.save(titled(file, "later", 400_000))
        with WorkspaceFile.open(path) as file:
            assert file.workspace.title == "later"
            assert len(file.workspace.annotations[0].text) == 400_000

    done_elsewhere(action)


@FORKS
@pytest.mark.parametrize("is_crashed", [False, True], ids=["closed", "with a log beside it"])
@pytest.mark.parametrize("what", ["folder", "file"])
def test_without_the_right_to_write_it_is_read(anybodys, what, is_crashed):
    folder = anybodys / "folder"
    folder.mkdir()
    path = folder / "deal.crossread"
    file = WorkspaceFile.create(path, small_workspace())
    file.save(titled(file, "last"))
    if is_crashed:
        copies = {part: Path(f"{path}{part}").read_bytes() for part in ("", "-wal")}
        file.close()
        for part, data in copies.items():
            Path(f"{path}{part}").write_bytes(data)
    file.close()
    path.chmod(0o444 if what == "file" else 0o666)
    folder.chmod(0o555 if what == "folder" else 0o777)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}

    def action():
        with WorkspaceFile.open(path, by="Ann") as file:
            assert "written" in file.read_only
            assert exactly(file.workspace) == exactly(titled(file, "last"))
            with pytest.raises(Unwritable, match="written"):
                file.save(Workspace())
            assert file.refresh() is None
            file.copy_to(anybodys / "copy.crossread")
        assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
        if what == "folder":
            with pytest.raises(Unwritable, match="folder may not be written"):
                WorkspaceFile.create(folder / "new.crossread", Workspace())

    done_elsewhere(action, as_nobody=True)
    folder.chmod(0o777)
    assert held(anybodys / "copy.crossread") == "last"


@FORKS
def test_a_file_that_may_not_be_read_is_named(anybodys):
    path = anybodys / "deal.crossread"
    WorkspaceFile.create(path, small_workspace()).close()
    path.chmod(0)

    def action():
        with pytest.raises(FileTrouble, match="permission"):
            WorkspaceFile.open(path)

    done_elsewhere(action, as_nobody=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")
@pytest.mark.parametrize("shared", [False, True], ids=["log", "journal"])
@pytest.mark.parametrize("how", ["removed", "moved", "replaced", "its folder removed"])
def test_a_file_that_goes_while_it_is_open_is_noticed(tmp_path, how, shared):
    folder = tmp_path / "folder"
    folder.mkdir()
    path, other, copy = folder / "deal.crossread", tmp_path / "other.crossread", tmp_path / "copy.crossread"
    with WorkspaceFile.create(path, small_workspace(), shared=shared) as file:
        match how:
            case "removed":
                path.unlink()
            case "moved":
                path.rename(other)
            case "replaced":
                other.write_text("another file")
                other.replace(path)
            case _:
                shutil.rmtree(folder)
        wanted = titled(file, "after")
        for _ in range(2):
            with pytest.raises(Vanished, match="while it was open") as trouble:
                file.save(wanted)
            assert trouble.value.path == str(path)
        assert file.workspace.title == "Rent"
        file.copy_to(copy, wanted)
        if how == "moved":
            other.rename(path)
            file.save(wanted)
    assert held(copy) == "after"
    if how == "replaced":
        assert path.read_text() == "another file"
    if how == "moved":
        assert held(path) == "after"


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")
def test_a_log_that_is_removed_takes_nothing_with_it(path, tmp_path):
    with WorkspaceFile.create(path, small_workspace()) as file:
        file.save(titled(file, "in the log"))
        Path(f"{path}-wal").unlink()
        file.save(titled(file, "after"))
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for part in ("", "-wal"):
            shutil.copyfile(f"{path}{part}", crashed / f"{path.name}{part}")
        assert held(crashed / path.name) == "after"
    assert held(path) == "after"


@FORKS
@pytest.mark.parametrize("shared", [False, True], ids=["log", "journal"])
def test_of_two_processes_the_second_reads_what_the_first_writes(path, shared):
    WorkspaceFile.create(path, small_workspace()).close()
    commands, orders = os.pipe()

    def first(report: int) -> None:
        with WorkspaceFile.open(path, by="Ann", shared=shared) as file:
            os.write(report, b"open\n")
            while command := os.read(commands, 1):
                file.save(titled(file, command.decode(), 50_000))
                os.write(report, b"kept\n")

    with running(first) as reading:
        assert os.read(reading, 5) == b"open\n"
        with WorkspaceFile.open(path, by="Bob", shared=shared) as second:
            assert "Ann has it open on " in second.read_only
            assert second.refresh() is None
            untouched = second.workspace.rulings[0]
            for letter in "abc":
                os.write(orders, letter.encode())
                assert os.read(reading, 5) == b"kept\n"
                seen = second.refresh()
                assert seen is second.workspace
                assert seen.title == letter
                assert seen.rulings[0] is untouched, "what did not change is the same object"
                assert second.refresh() is None
            with pytest.raises(Unwritable, match="Ann has it open"):
                second.save(Workspace())
            with pytest.raises(Unwritable, match="Ann has it open"):
                second.save_view({})
            with pytest.raises(InUse, match="Ann has it open"):
                WorkspaceFile.create(path, Workspace())
            with WorkspaceFile.create(path.with_name("b.crossread"), Workspace()) as b, pytest.raises(InUse):
                b.copy_to(path)
    os.close(commands)
    os.close(orders)
    with WorkspaceFile.open(path) as third:  # the first was killed
        assert (third.read_only, third.workspace.title) == ("", "c")


def test_who_has_it_says_since_when_and_who_has_it_no_more_says_nothing(path):
    with WorkspaceFile.create(path, small_workspace(), by="Ann"):
        with WorkspaceFile.open(path) as second:
            assert second.read_only.startswith("Ann has it open on ")
            assert second.read_only[-5:].replace(":", "").isdecimal()
        lock = locking.lock_beside(path)
        for card in (b"", b"garbage", b"[1]", b'{"by": 1, "machine": "x", "since": "2026-11-21"}', b"\xff" * 9000):
            lock.write_bytes(card)
            with WorkspaceFile.open(path) as second:
                assert second.read_only == "somebody else has it open"
        lock.write_bytes(b'{"by": "", "machine": "desk-4", "since": "2020-03-01T12:00:00+00:00"}')
        with WorkspaceFile.open(path) as second:
            assert second.read_only.startswith("it is open on desk-4 since 2020-03-01 ")
    lock.write_text('{"by": "Ann", "machine": "desk-4", "since": "2026-11-21T14:02:00+00:00"}')  # of one who died
    with WorkspaceFile.open(path) as again:
        assert again.read_only == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")
def test_a_lock_whose_file_is_removed_is_taken_again_or_lost(path):
    with WorkspaceFile.create(path, small_workspace(), by="Ann") as first:
        locking.lock_beside(path).unlink()
        first.save(titled(first, "again"))
        with WorkspaceFile.open(path) as second:
            assert second.read_only.startswith("Ann has it open")
        locking.lock_beside(path).unlink()
        with WorkspaceFile.open(path, by="Bob") as second:
            assert second.read_only == ""
            with pytest.raises(InUse, match="Bob has it open"):
                first.save(titled(first, "both"))
        assert first.workspace.title == "again"
    assert held(path) == "again"


@pytest.mark.skipif(os.name == "nt", reason="there are other locks on Windows")
def test_where_no_locks_can_be_had_it_is_read_only(path, monkeypatch):
    import fcntl

    WorkspaceFile.create(path, small_workspace()).close()

    def refuse(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with WorkspaceFile.open(path) as file:
        assert "knows no locks" in file.read_only
        assert exactly(file.workspace) == exactly(small_workspace())
    with pytest.raises(Unwritable, match="knows no locks"):
        WorkspaceFile.create(path, Workspace())
    assert held(path) == "Rent"


@pytest.mark.parametrize("shared", [False, True], ids=["log", "journal"])
def test_a_program_that_keeps_the_file_locked_is_told_of(path, monkeypatch, shared):
    monkeypatch.setattr(connecting, "PATIENCE", 0.02)
    with (
        WorkspaceFile.create(path, small_workspace(), shared=shared) as file,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InUse, match="another program is using it"):
            file.save(titled(file, "now"))
        assert file.workspace.title == "Rent"
        other.execute("ROLLBACK")
        file.save(titled(file, "later"))
    assert held(path) == "later"


def test_what_another_program_changes_does_not_stay(path):
    """Nobody should; what the editor sees is what the file has to hold."""
    with (
        WorkspaceFile.create(path, small_workspace()) as file,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("DELETE FROM thing WHERE kind = 'ruling'")
        wanted = titled(file, "after")
        file.save(wanted)
    with WorkspaceFile.open(path) as file:
        assert exactly(file.workspace) == exactly(wanted)


@pytest.mark.parametrize("is_crashed", [False, True], ids=["closed", "with a log beside it"])
@pytest.mark.parametrize("program", ["", "4.0.0"])
def test_a_file_of_a_later_version_is_left_alone(path, is_crashed, program):
    WorkspaceFile.create(path, small_workspace()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as later:
        later.execute("PRAGMA user_version = 99")
        later.execute("UPDATE meta SET value = ? WHERE key = 'program'", (program,))
        if is_crashed:
            later.execute("PRAGMA journal_mode = WAL")
            later.execute("CREATE TABLE mood (x)")
            copies = {part: Path(f"{path}{part}").read_bytes() for part in ("", "-wal")}
    if is_crashed:
        for part, data in copies.items():
            Path(f"{path}{part}").write_bytes(data)
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    with pytest.raises(NewerVersion, match=f"made by {f'Crossread {program}' if program else 'a later Crossread'}"):
        WorkspaceFile.open(path)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before


@FORKS
def test_a_lock_goes_with_who_held_it(path):
    def first(report: int) -> None:
        with WorkspaceFile.create(path, small_workspace(), by="Ann"):
            os.write(report, b"open")
            wait_for_ever()

    with running(first) as reading:
        assert os.read(reading, 4) == b"open"
        with WorkspaceFile.open(path) as second:
            assert second.read_only
    with WorkspaceFile.open(path) as third:
        assert third.read_only == ""
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="a locked file cannot be removed on Windows")
def test_who_lost_the_lock_leaves_that_of_another(path):
    lost = locking.Lock(path, "Ann")
    locking.lock_beside(path).unlink()
    holder = locking.Lock(path, "Ben")
    lost.release()
    with pytest.raises(locking.Taken, match="Ben"):
        locking.Lock(path, "Cleo")
    holder.release()


def _write_over(path: Path, how: str) -> None:
    match how:
        case "cut off":
            os.truncate(path, 3000)
        case "emptied":
            os.truncate(path, 0)
        case "another text, as long":
            data = b"x" * path.stat().st_size
            with path.open("r+b") as file:
                file.write(data)
        case "another workspace":
            elsewhere = path.with_name("elsewhere.crossread")
            WorkspaceFile.create(elsewhere, replace(small_workspace(), title="Theirs")).close()
            with path.open("r+b") as file:
                file.write(elsewhere.read_bytes())
        case "an earlier state":
            with path.open("r+b") as file:
                file.write(path.with_name("earlier").read_bytes())


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody else write an open file")
@pytest.mark.parametrize(
    ("how", "shared"),
    [
        *((how, False) for how in ("cut off", "emptied", "another text, as long", "another workspace")),
        *((how, True) for how in ("cut off", "emptied", "another text, as long", "another workspace")),
        ("an earlier state", False),
    ],
)
def test_a_file_that_is_written_over_in_its_place_is_noticed_and_left_alone(path, tmp_path, how, shared):
    with WorkspaceFile.create(path, small_workspace(), shared=shared) as file:
        shutil.copyfile(path, tmp_path / "earlier")
        file.save(titled(file, "before"))
        file.settle()
        _write_over(path, how)
        theirs = path.read_bytes()
        wanted = titled(file, "after")
        for attempt in (file.settle, file.require_kept, lambda: file.save(wanted)):
            with pytest.raises(Vanished, match="was overwritten by another program while it was open"):
                attempt()
        file.copy_to(tmp_path / "copy.crossread", wanted)
    assert held(tmp_path / "copy.crossread") == "after"
    assert path.read_bytes() == theirs
    assert not list(tmp_path.glob("deal.crossread-*"))


def test_a_file_that_was_only_touched_is_still_ours(path):
    with WorkspaceFile.create(path, small_workspace()) as file:
        file.save(titled(file, "before"))
        os.utime(path, (1, 1))
        file.require_kept()
        file.save(titled(file, "after"))
        os.utime(path, (1, 1))
    assert held(path) == "after"


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")
@pytest.mark.parametrize("how", ["removed", "moved"])
def test_nothing_stays_beside_a_file_that_went_while_it_was_open(path, tmp_path, how):
    with WorkspaceFile.create(path, small_workspace()) as file:
        file.save(titled(file, "before"))
        if how == "removed":
            path.unlink()
        else:
            path.rename(tmp_path / "other.crossread")
    assert not list(tmp_path.glob("deal.crossread-*"))
    if how == "moved":
        assert held(tmp_path / "other.crossread") == "before"


def test_where_it_cannot_be_told_who_put_an_earlier_state_there_the_next_save_brings_all(path, tmp_path):
    with WorkspaceFile.create(path, small_workspace(), shared=True) as file:
        shutil.copyfile(path, tmp_path / "earlier")
        file.save(titled(file, "before"))
        _write_over(path, "an earlier state")
        file.save(file.workspace)
    assert held(path) == "before"
