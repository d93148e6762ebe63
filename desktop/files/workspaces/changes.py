"""Writes into a workspace's file what differs from what it holds, inside a transaction that is not its own."""

import copy
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import TypeVar

from desktop.core.workspace import Workspace
from desktop.files.workspaces.rows import LISTS, VERSION_COLUMNS, Held, Stored, seal_of, stored, version_row
from desktop.files.workspaces.values import KINDS, Thing, compact, written

T = TypeVar("T")

_COLUMNS = {"version": VERSION_COLUMNS, "thing": ("kind", "body")}


def write(connection: sqlite3.Connection, held: Held, workspace: Workspace) -> Held:
    """Makes the file hold `workspace`, where it holds what `held` says; what it holds then."""
    made: Iterable[Thing] = chain(workspace.annotations, workspace.rulings, workspace.corrections, workspace.links)
    things, gone = _add(connection, "thing", held.things, _by_identity(made), _thing_row)
    _remove(connection, "thing", gone)
    lists = {"article": workspace.articles, "earlier": workspace.earlier}
    versions, gone = _add(connection, "version", held.versions, _by_identity(chain(*lists.values())), version_row)
    numbers = iter([number for number, _ in versions.values()])
    positions = {each: tuple([next(numbers) for _ in lists[each]]) for each in LISTS}
    _place(connection, {each: positions[each] for each in LISTS if positions[each] != held.positions[each]})
    _remove(connection, "version", gone)
    meta = {"title": workspace.title, "blind": compact(workspace.blind)}
    return Held(versions, things, positions, write_meta(connection, held.meta, meta))


def write_meta(connection: sqlite3.Connection, held: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """Writes the values that differ; all there are then."""
    for key, value in wanted.items():
        if held.get(key) != value:
            row = (key, stored(value))
            words = (
                "INSERT INTO meta (key, value, seal) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value, seal = excluded.seal"
            )
            connection.execute(words, (*row, seal_of(row)))
    return {**held, **wanted}


def _thing_row(thing: Thing) -> tuple[Stored, ...]:
    return KINDS[type(thing)], stored(written(thing))


def _by_identity(items: Iterable[T]) -> dict[int, T]:
    """Each by its id(), in their order; an object that comes twice is two."""
    found: dict[int, T] = {}
    for item in items:
        each = copy.copy(item) if id(item) in found else item
        found[id(each)] = each
    return found


def _add(
    connection: sqlite3.Connection,
    table: str,
    held: Mapping[int, tuple[int, T]],
    wanted: Mapping[int, T],
    row_of: Callable[[T], tuple[Stored, ...]],
) -> tuple[dict[int, tuple[int, T]], list[int]]:
    """Writes what is not there yet; the numbers of all that is wanted, in its order, and of the rows that are not."""
    gone: dict[tuple[Stored, ...], list[int]] = {}
    for key in held.keys() - wanted.keys():
        number, item = held[key]
        gone.setdefault(row_of(item), []).append(number)
    columns = _COLUMNS[table]
    words = f"INSERT INTO {table} ({', '.join(columns)}, seal) VALUES ({', '.join('?' * len(columns))}, ?)"
    found: dict[int, tuple[int, T]] = {}
    for key, item in wanted.items():
        if key in held:
            found[key] = held[key]
            continue
        row = row_of(item)
        if gone.get(row):
            found[key] = (gone[row].pop(), item)
        else:
            found[key] = (_inserted(connection, words, row), item)
    return found, [number for numbers in gone.values() for number in numbers]


def _remove(connection: sqlite3.Connection, table: str, numbers: Iterable[int]) -> None:
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(number,) for number in numbers])


def _place(connection: sqlite3.Connection, moved: Mapping[str, tuple[int, ...]]) -> None:
    """Writes the order of articles; both lists are cleared first, for a version stands in one of them only."""
    connection.executemany("DELETE FROM position WHERE list = ?", [(each,) for each in moved])
    for each, numbers in moved.items():
        rows = [(each, place, number) for place, number in enumerate(numbers)]
        connection.executemany("INSERT INTO position (list, number, version) VALUES (?, ?, ?)", rows)


def _inserted(connection: sqlite3.Connection, words: str, row: tuple[Stored, ...]) -> int:
    number = connection.execute(words, (*row, seal_of(row))).lastrowid
    if number is None:
        raise sqlite3.InternalError("a row that was written has no number")
    return number
