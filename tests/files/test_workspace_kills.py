"""Whether all that was reported as kept is there after a kill, or after the power went, at any moment."""

import os
import select
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.files.workspaces import WorkspaceFile
from tests.processes import FORKS, begun, struck, the_rest_of, wait_for_ever
from tests.workspaces import exactly, large_workspace, small_workspace

pytestmark = [FORKS, pytest.mark.timeout(600)]

KILLS = 300
PARTS = ("", "-wal", "-journal")


def edited(workspace: Workspace, number: int) -> Workspace:
    """The workspace after the edit of that number, always the same; its title is the number."""
    chance = Random(number)
    workspace = replace(workspace, title=str(number))
    article = chance.choice(workspace.articles)
    at = f"2026-11-21T20:00:{number:06}"
    here, there = (anchor_at(article.id, Span(start, start + 5), article.text) for start in (number % 9, 10))
    notes = workspace.annotations
    match chance.randrange(10):
        case 0 | 1 | 2:
            return workspace.with_annotation(Annotation((here, there), f"note {number}", "Ann", at, f"n{number}"))
        case 3 if notes:
            return workspace.with_annotation(replace(chance.choice(notes), text="x" * chance.randrange(20_000)))
        case 4 if notes:
            note = chance.choice(notes)
            return workspace.with_annotation(replace(note, replies=(*note.replies, Reply("yes", "Bob", at))))
        case 5 if notes:
            return workspace.without_annotation(chance.choice(notes))
        case 6:
            text = f"Pier pays ${number} a month. " * chance.randrange(1, 1000)
            return workspace.with_article(Article(f"a{number}", "New", text, "d" * 64))
        case 7 if len(workspace.articles) > 2:
            return workspace.without_article(workspace.articles[-1].id)
        case 8:
            return workspace.with_link(Link((here, there), is_same=True, by="Ann", at=at))
        case 9:
            return workspace.with_correction(Correction(here, None, by="Bob", at=at))
    return workspace.without_ruling(workspace.rulings[0]) if workspace.rulings else workspace


def editing(path: Path, *, shared: bool) -> Callable[[int], None]:
    """Work that edits a file until it is killed, and reports the number of each edit when it is kept."""

    def work(report: int) -> None:
        with WorkspaceFile.open(path, shared=shared) as file:
            workspace, number = file.workspace, int(file.workspace.title)
            while True:
                number += 1
                workspace = edited(workspace, number)
                file.save(workspace)
                os.write(report, b"%d\n" % number)

    return work


def numbers_in(reports: bytes) -> list[int]:
    """What was reported whole."""
    return [int(line) for line in reports.splitlines(keepends=True) if line.endswith(b"\n")]


def sound(path: Path) -> Workspace:
    """What the file holds; opening it looks at every page and row, and this at every page once more."""
    with WorkspaceFile.open(path) as file:
        assert file.read_only == ""
        workspace = file.workspace
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return workspace


def test_a_kill_at_any_moment_loses_nothing_that_was_reported(tmp_path):
    path = tmp_path / "deal.crossread"
    state = replace(small_workspace(), title="0")
    WorkspaceFile.create(path, state).close()
    chance, reported_in_all, killed_while_editing = Random(5), 0, 0
    for kill in range(KILLS):
        child, reading = begun(editing(path, shared=chance.random() < 0.4))
        if chance.random() < 0.7:  # else it is killed while it opens the file, or before
            select.select([reading], [], [], 20)
        status = struck(child, signal.SIGKILL, chance.uniform(0, 0.02))
        assert os.WIFSIGNALED(status), f"the editing process ended by itself before kill {kill}"
        reported = numbers_in(the_rest_of(reading))
        for number in reported:
            state = edited(state, number)
        found = sound(path)
        if found.title != state.title:  # written, and killed before it was reported
            state = edited(state, int(state.title) + 1)
        assert exactly(found) == exactly(state), f"after kill {kill}"
        reported_in_all += len(reported)
        killed_while_editing += bool(reported)
    assert reported_in_all > KILLS, "too few edits for the kills to mean anything"
    assert killed_while_editing > KILLS / 2


def synced_part(log: bytes) -> int:
    """Where the last whole transaction of a write-ahead log ends; what is behind need not have reached the disk."""
    end, size = 32, int.from_bytes(log[8:12], "big") + 24
    for at in range(32, len(log) - size + 1, size):
        if log[at + 8 : at + 16] != log[16:24]:
            break
        if log[at + 4 : at + 8] != bytes(4):
            end = at + size
    return min(end, len(log))


def test_a_kill_while_a_copy_is_written_leaves_the_old_or_the_new(tmp_path):
    path, copy = tmp_path / "deal.crossread", tmp_path / "copy.crossread"
    old, new = Workspace("old"), large_workspace(300)
    WorkspaceFile.create(path, new).close()
    chance, news = Random(9), 0

    def copying(report: int) -> None:
        with WorkspaceFile.open(path) as file:
            os.write(report, b"0")
            file.copy_to(copy)
            wait_for_ever()

    for _ in range(60):
        WorkspaceFile.create(copy, old).close()
        child, reading = begun(copying)
        select.select([reading], [], [], 20)
        struck(child, signal.SIGKILL, chance.uniform(0, 0.03))
        os.close(reading)
        found = sound(copy)
        assert exactly(found) in (exactly(old), exactly(new))
        news += found.title == "Deal"
    assert 0 < news < 60, "all kills came too early or too late to mean anything"
    WorkspaceFile.create(copy, old).close()
    assert exactly(sound(path)) == exactly(new)
    assert sorted(each.name for each in tmp_path.iterdir()) == [copy.name, path.name], "nothing half written stays"


@pytest.mark.parametrize("shared", [False, True], ids=["log", "journal"])
def test_the_power_may_go_at_any_moment(tmp_path, shared):
    """The process is halted and its files copied as they stand, and once more with a torn or wild end of the log."""
    path, after = tmp_path / "deal.crossread", tmp_path / "after"
    state = replace(small_workspace(), title="0")
    WorkspaceFile.create(path, state).close()
    child, reading = begun(editing(path, shared=shared))
    states, chance, cuts_with_a_log = {"0": state}, Random(7), 0

    def held(folder: Path) -> str:
        found = sound(folder / path.name)
        while found.title not in states:
            number = len(states)
            states[str(number)] = edited(states[str(number - 1)], number)
        assert exactly(found) == exactly(states[found.title])
        return found.title

    os.set_blocking(reading, False)
    reported = 0
    try:
        for cut in range(80):
            struck(child, signal.SIGSTOP, chance.uniform(0, 0.02))
            with suppress(BlockingIOError):
                reported = int(os.read(reading, 1 << 20).splitlines()[-1])
            whole, torn = (after / f"{cut}-{name}" for name in ("whole", "torn"))
            for folder in (whole, torn):
                folder.mkdir(parents=True)
                for part in PARTS:
                    with suppress(FileNotFoundError):
                        shutil.copyfile(f"{path}{part}", folder / f"{path.name}{part}")
            os.kill(child, signal.SIGCONT)
            assert int(held(whole)) >= reported
            log = torn / f"{path.name}-wal"
            if log.exists() and log.stat().st_size:
                cuts_with_a_log += 1
                with log.open("r+b") as file:
                    end = synced_part(file.read())
                    file.truncate(end + chance.randrange(log.stat().st_size - end + 1))
                    if chance.random() < 0.7:
                        file.seek(0, os.SEEK_END)
                        file.write(chance.randbytes(5000))
                assert int(held(torn)) >= reported
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
    assert reported > 80
    assert shared or cuts_with_a_log > 20
