"""Whether a file is written whole or not at all."""

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import WorkspaceFile
from desktop.files.writing import cause_of_writing, spare, write_whole


def test_a_new_file_is_written(tmp_path):
    write_whole(tmp_path / "plot.svg", b"<svg/>")
    assert (tmp_path / "plot.svg").read_bytes() == b"<svg/>"
    assert [path.name for path in tmp_path.iterdir()] == ["plot.svg"]


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "plot.csv"
    path.write_text("a longer text than the new one")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "kept").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "kept").read_bytes() == b"new"


def test_what_is_write_protected_stays(tmp_path):
    path = tmp_path / "kept.pdf"
    path.write_text("kept")
    path.chmod(0o444)
    with pytest.raises(FileTrouble, match="no permission"):
        write_whole(path, b"new")
    assert path.read_text() == "kept"
    path.chmod(0o644)  # or Windows would not take it away


def test_nothing_takes_the_place_of_a_workspace(tmp_path):
    path = tmp_path / "deal.crossread"
    WorkspaceFile.create(path, Workspace("A deal")).close()
    before = path.read_bytes()
    with pytest.raises(FileTrouble, match=r"deal\.crossread: is a workspace"):
        write_whole(path, b"%PDF")
    assert path.read_bytes() == before
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"SQLite format 3\0" + bytes(80))
    write_whole(other, b"new")
    assert other.read_bytes() == b"new"


def test_what_is_read_is_not_written_over_by_any_name(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("read")
    os.link(path, tmp_path / "same.txt")
    for name in ("a.txt", "same.txt"):
        with pytest.raises(FileTrouble, match="is one of the articles"):
            spare(tmp_path / name, ["https://example.org/a.txt", "nul\0l", "\ud800", "x" * 5000, "", str(path)])
    spare(tmp_path / "b.txt", [str(path)])
    (tmp_path / "b.txt").touch()
    spare(tmp_path / "b.txt", [str(path), "nowhere"])


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("missing/plot.svg", "there is no such folder"),
        ("kept.txt/plot.svg", "there is no such folder"),
        ("folder", "is a folder"),
        ("x" * 300, "its name is too long"),
        ("nul\0l", "is no name for a file"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path, name, cause):
    (tmp_path / "folder").mkdir()
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(FileTrouble, match=cause):
        write_whole(tmp_path / name, b"data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept.txt"]
    assert (tmp_path / "kept.txt").read_text() == "kept"


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a file be kept from growing")
def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path):
    import resource
    import signal

    path = tmp_path / "plot.svg"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(FileTrouble, match=r"plot\.svg: cannot be written \(file too large\)"):
            write_whole(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["plot.svg"]


def test_a_file_that_another_program_has_open_is_told_as_that_on_windows(tmp_path, monkeypatch):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def refuse(beside: Path, target: Path) -> None:
        error = PermissionError(errno.EACCES, "Access is denied", str(beside), None, str(target))
        error.winerror = 5
        raise error

    monkeypatch.setattr(type(path), "replace", refuse)
    with pytest.raises(FileTrouble, match=r"report\.pdf: cannot be replaced \(another program has it open"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_folder_without_permission_is_not_taken_for_a_file_that_is_open():
    error = PermissionError(errno.EACCES, "Access is denied", "beside")
    error.winerror = 5
    assert cause_of_writing(error) == "may not be written (no permission)"
