"""Measures a workspace's file: opening it, keeping an edit, backing it up."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, islice
from pathlib import Path

from benchmarks import texts
from benchmarks.measuring import line, median_ms, once_ms
from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation
from desktop.core.text import Span, letters
from desktop.core.workspace import Workspace
from desktop.files.workspaces import WorkspaceFile, back_up

ARTICLES, NOTES = 10, 5000


def large_workspace() -> Workspace:
    """Ten articles of 20,000 characters with 5,000 notes, each on two places."""
    articles = tuple(texts.article(texts.sparse(20_000, odd), name) for odd, name in enumerate(letters(ARTICLES)))

    def note(number: int) -> Annotation:
        start = number * 7 % 19_000
        sides = articles[number % ARTICLES], articles[(number + 1) % ARTICLES]
        anchors = tuple(anchor_at(side.id, Span(start, start + 12), side.text) for side in sides)
        at = f"2026-11-21T20:00:{number:06}"
        return Annotation(anchors, f"The release says otherwise, line {number}.", "Ann", at, f"n{number:05}")

    return Workspace("Deal", articles, annotations=tuple(note(number) for number in range(NOTES)))


def _edits(workspace: Workspace) -> Iterator[Workspace]:
    """The workspace after one edit of a note more each time."""
    for number in count(1):
        note = workspace.annotations[number * 37 % NOTES]
        workspace = workspace.with_annotation(replace(note, text=f"{note.text} Edited {number} times."))
        yield workspace


def measure_workspace(runs: int) -> None:
    """The largest workspace that an editor has, on the disk of the system's folder for what is kept a while."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "deal.crossread"
        workspace = large_workspace()
        spent = once_ms(lambda: WorkspaceFile.create(path, workspace).close())
        what = f"{ARTICLES} articles and {NOTES:,} notes"
        line(f"a new file with {what}", f"{spent:.0f} ms")
        line(f"opening {what}, all checked", f"{median_ms(lambda: WorkspaceFile.open(path).close(), runs):.0f} ms")
        for kind, shared, sync in (
            ("log, synchronous FULL (as it is)", False, "FULL"),
            ("log, synchronous NORMAL (to compare)", False, "NORMAL"),
            ("journal, as on a network", True, "FULL"),
        ):
            with WorkspaceFile.open(path, shared=shared) as file:
                _synchronise(file, sync)
                ready = iter(list(islice(_edits(file.workspace), 10 * runs + 1)))
                spent = median_ms(partial(_save_next, file, ready), 10 * runs)
                line(f"an edit kept: {kind}", f"{spent:.1f} ms")
        with WorkspaceFile.open(path) as file, WorkspaceFile.open(path) as second:
            edits, now = iter(list(islice(_edits(file.workspace), 2 * runs))), datetime.now(UTC)
            times = []
            for _ in range(runs):
                file.save(next(edits))
                times.append(once_ms(second.refresh))
            line("a second window reads it", f"{sorted(times)[runs // 2]:.1f} ms")
            made = (now + timedelta(days=day) for day in count())
            times = []
            for _ in range(runs):
                file.save(next(edits))
                times.append(once_ms(lambda: back_up(file, folder / "backups", next(made))))
            line("a backup", f"{sorted(times)[runs // 2]:.0f} ms")
            line(
                "finding that nothing changed",
                f"{median_ms(lambda: back_up(file, folder / 'backups', now), runs):.0f} ms",
            )


def _synchronise(file: WorkspaceFile, how: str) -> None:
    connection = file._base._connection  # noqa: SLF001
    if connection is not None:
        with contextlib.suppress(sqlite3.Error):
            connection.execute(f"PRAGMA synchronous = {how}")


def _save_next(file: WorkspaceFile, workspaces: Iterator[Workspace]) -> None:
    file.save(next(workspaces))
