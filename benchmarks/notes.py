"""Measures what an edit of a note takes in the whole window: list, marks, claims table, file on the disk, painting."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import line, once_ms
from benchmarks.window import started
from benchmarks.workspace import ARTICLES, NOTES, large_workspace
from desktop.files.places import Places
from desktop.files.workspaces import WorkspaceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.annotations import Annotation
    from desktop.core.workspace import Workspace


def measure_notes(runs: int) -> None:
    """Edits among as many notes as the largest workspace has, with the list in sight."""
    from desktop.shell.app import analyse
    from desktop.shell.jobs import Jobs
    from desktop.shell.main_window import MainWindow
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session

    application, appearance = started()
    jobs = Jobs()
    session = Session(jobs, analyse)
    window = MainWindow(appearance)
    window.resize(1280, 720)
    window.show()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        WorkspaceFile.create(folder / "deal.crossread", large_workspace()).close()
        window.fill(session, Selection(), Places(folder / "drafts", folder / "backups", folder / "recent.json"))
        window.complete()
        window.docks["Notes"].raise_()
        application.processEvents()
        spent = once_ms(lambda: window.workspaces.open(folder / "deal.crossread"))
        line(f"the window opens {ARTICLES} articles and {NOTES:,} notes, before they are compared", f"{spent:.0f} ms")
        while not session.is_analysed:
            application.processEvents()

        def measure(what: str, after: Callable[[Workspace, int], Workspace], thing: object = None) -> None:
            heard, painted = [], []
            for number in range(4 * runs):
                workspace = after(session.workspace, number)
                begun = time.perf_counter()
                session.edit(what, workspace, thing)
                heard.append(1000 * (time.perf_counter() - begun))
                application.processEvents()
                painted.append(1000 * (time.perf_counter() - begun))
            worst = f"{statistics.median(heard):.1f} ms, {statistics.median(painted):.1f} ms"
            line(f"  {what}: kept and told, painted too", worst)

        measure("a letter typed", _typed, "typing")
        measure("a note resolved", _resolved)
        measure("a note more", lambda workspace, number: workspace.with_annotation(_new(workspace, number)))
        measure("a note less", lambda workspace, n: workspace.without_annotation(workspace.annotations[n * 31]))
        window.keeping.close()
        window.close()
        jobs.finish()


def _typed(workspace: Workspace, number: int) -> Workspace:
    note = workspace.annotations[NOTES // 2]
    return workspace.with_annotation(replace(note, text=f"{note.text}{number % 10}"))


def _resolved(workspace: Workspace, number: int) -> Workspace:
    note = workspace.annotations[number * 37]
    return workspace.with_annotation(replace(note, is_resolved=not note.is_resolved))


def _new(workspace: Workspace, number: int) -> Annotation:
    return replace(workspace.annotations[number * 41], id=f"new{number}", at=f"2026-11-22T20:00:{number:06}")
