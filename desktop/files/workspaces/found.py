"""Finds the rows of a damaged workspace's file: by SQLite as far as it goes, then page by page."""

import contextlib
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from desktop.files.workspaces.connecting import beside, connect
from desktop.files.workspaces.pages import Row, pages_of, rows_in
from desktop.files.workspaces.rows import VERSION_COLUMNS, seal_of

COLUMNS = {"meta": ("key", "value"), "version": VERSION_COLUMNS, "thing": ("kind", "body")}

_WIDEST_GAP = 100_000
"""So many row numbers are tried one by one between the rows that were reached from both ends."""

_SEAL = 8
_THINGS = (b"annotation", b"ruling", b"correction", b"link")


@dataclass(slots=True)
class Found:
    """What was found. rows: by table and number, each with its seal. positions: numbers of versions, by list.

    faults: how many things SQLite holds against the file. missing: pages that it should have and has not.
    """

    rows: dict[str, dict[int, tuple[bytes, ...]]] = field(default_factory=lambda: {table: {} for table in COLUMNS})
    positions: dict[str, list[int]] = field(default_factory=lambda: {"article": [], "earlier": []})
    faults: int = 0
    missing: int = 0


def find_rows(real: Path) -> Found:
    """All rows that can be read; the file itself is only copied."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for ending in ("", "-wal", "-journal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(beside(real, ending), beside(copy, ending))
        file = copy.read_bytes()
        log = beside(copy, "-wal").read_bytes() if beside(copy, "-wal").exists() else b""
        is_whole = False
        with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(copy)) as connection:
            connection.text_factory = bytes
            is_whole = _ask(connection, found)
    if not is_whole:
        pages = pages_of(file, log)
        found.missing = pages.missing
        for row in rows_in(pages):
            _take(row, found)
    return found


def _ask(connection: sqlite3.Connection, found: Found) -> bool:
    """What SQLite finds; whether that is all there is."""
    try:
        faults = connection.execute("PRAGMA integrity_check").fetchall()
        found.faults = 0 if faults == [(b"ok",)] else len(faults)
    except sqlite3.Error:
        found.faults = 1
    with contextlib.suppress(sqlite3.Error):
        for each, number in connection.execute("SELECT list, version FROM position ORDER BY list, number"):
            found.positions[each.decode()].append(number)
    is_whole = found.faults == 0
    for table, rows in found.rows.items():
        asked = f"SELECT id, {', '.join(COLUMNS[table])}, seal FROM {table}"
        up = _reach(connection, f"{asked} WHERE id > ? ORDER BY id", -(1 << 62), rows)
        if up is None:
            continue
        is_whole = False
        down = _reach(connection, f"{asked} WHERE id < ? ORDER BY id DESC", 1 << 62, rows) or up
        for number in range(up + 1, min(down, up + _WIDEST_GAP)):
            with contextlib.suppress(sqlite3.Error):
                _keep(connection.execute(f"{asked} WHERE id = ?", (number,)).fetchone(), rows)
    return is_whole


def _reach(connection: sqlite3.Connection, asked: str, start: int, rows: dict[int, tuple[bytes, ...]]) -> int | None:
    """Reads rows until one is broken; None where none is, else the number of the last that was not."""
    last = start
    try:
        for row in connection.execute(asked, (start,)):
            _keep(row, rows)
            last = row[0]
    except sqlite3.Error:
        return max(last, 0) if last != 1 << 62 else None
    return None


def _keep(row: tuple[object, ...] | None, rows: dict[int, tuple[bytes, ...]]) -> None:
    if row is not None and isinstance(row[0], int):
        rows[row[0]] = tuple([cell if isinstance(cell, bytes) else str(cell).encode() for cell in row[1:]])


def _take(row: Row, found: Found) -> None:
    """Keeps a row from a page, where it is surely one of ours and SQLite did not find it."""
    number, (first, *cells) = row
    values = [cell for cell in cells if cell is not None]
    if first is not None or len(values) != len(cells):
        return
    is_sealed = len(values) > 1 and seal_of(values[:-1]) == values[-1]
    if len(values) == 3 and is_sealed:
        table = "thing" if values[0] in _THINGS else "meta"
    elif len(values) == len(VERSION_COLUMNS) + 1 and (is_sealed or _is_cut(values)):
        table = "version"
    else:
        return
    found.rows[table].setdefault(number, tuple(values))


def _is_cut(values: list[bytes]) -> bool:
    """Whether this is an article whose end, or middle, is not what it was; a short digest tells it from others."""
    digest, text = values[-3], values[-2]
    return len(values[-1]) in (0, _SEAL) and len(digest) == 64 and digest.isalnum() and bool(text)
