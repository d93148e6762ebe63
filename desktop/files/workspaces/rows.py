"""Knows what the rows of a workspace's file say: every one is read, or trouble names it."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from desktop.core import annotations, corrections, links, rulings
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.language import say
from desktop.core.links import Link
from desktop.core.rulings import Ruling
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.files.workspaces.troubles import DamagedRow
from desktop.files.workspaces.values import Thing, read

Stored = str | bytes
"""Text in the file: as text where SQLite can hold it, else its bytes, lone surrogates included."""

VERSION_COLUMNS = ("article", "title", "outlet", "published", "source", "notice", "imported", "sha256", "text")

LISTS = ("article", "earlier")


T = TypeVar("T")


@dataclass(slots=True)
class Held:
    """What is known to stand in a file.

    versions, things: the number of a row and what stands there, by the id() of that, so that what is the same object
    needs no second look. positions: numbers of versions, by list. meta: values by key.
    """

    versions: dict[int, tuple[int, Article]] = field(default_factory=dict)
    things: dict[int, tuple[int, Thing]] = field(default_factory=dict)
    positions: dict[str, tuple[int, ...]] = field(default_factory=lambda: dict.fromkeys(LISTS, ()))
    meta: dict[str, str] = field(default_factory=dict)


def seal_of(parts: Iterable[Stored]) -> bytes:
    """A short checksum of what a row says: SQLite itself does not notice when a letter in a row became another."""
    seal = blake2b(digest_size=8)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        seal.update(b"%d:" % len(data))
        seal.update(data)
    return seal.digest()


def stored(text: str) -> Stored:
    """A text as it can stand in a row."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_of(value: object) -> str:
    """The text that stands in a row."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogatepass")
    if isinstance(value, str):
        return value
    raise ValueError(f"no text: {value!r:.60}")


def version_row(article: Article) -> tuple[Stored, ...]:
    """What is written of an article, in the order of VERSION_COLUMNS."""
    day = article.published.isoformat() if article.published else ""
    words = (article.id, article.title, article.outlet, day, article.source, article.notice, article.imported)
    return tuple([stored(word) for word in (*words, article.sha256, article.text)])


def article_in(row: Iterable[object]) -> Article:
    """The article of a row; ValueError where there is none."""
    id_, title, outlet, day, source, notice, imported, sha256, text = map(text_of, row)
    published = date.fromisoformat(day) if day else None
    return Article(id_, title, text, sha256, outlet, published, source, notice, imported)


def texts_in(value: str) -> tuple[str, ...]:
    """The texts of a JSON list; ValueError where it is none."""
    found = json.loads(value)
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ValueError(f"no list of texts: {value!r:.60}")
    return tuple(found)


def view_in(value: str) -> dict[str, str]:
    """The texts by name of a JSON object; ValueError where it is none."""
    found = json.loads(value)
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise ValueError(f"no texts by name: {value!r:.60}")
    return found


def read_held(connection: sqlite3.Connection, known: Held | None = None) -> Held:
    """All that stands in a file, at one moment; DamagedRow for what cannot be. known: what needs not be read again."""
    known = known or Held()
    with _one_moment(connection):
        meta = read_meta(connection)
        versions = dict(_kept(connection, "version", known.versions))
        for number, row in _rows(connection, "version", VERSION_COLUMNS, {number for number, _ in versions.values()}):
            article = article_of(number, row)
            versions[id(article)] = (number, article)
        things = dict(_kept(connection, "thing", known.things))
        for number, row in _rows(connection, "thing", ("kind", "body"), {number for number, _ in things.values()}):
            thing = thing_of(number, row)
            things[id(thing)] = (number, thing)
        positions = dict(_positions(connection, {number for number, _ in versions.values()}))
        return Held(versions, things, positions, meta)


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def workspace_in(held: Held) -> Workspace:
    """The workspace that stands in a file."""
    versions = dict(held.versions.values())
    things = [thing for _, thing in held.things.values()]
    try:
        blind = texts_in(held.meta.get("blind", "[]"))
    except ValueError as error:
        raise DamagedRow(say("{name} cannot be read: {cause}", name="blind", cause=error)) from error
    return Workspace(
        title=held.meta.get("title", ""),
        articles=tuple([versions[number] for number in held.positions["article"]]),
        corrections=corrections.in_order(thing for thing in things if isinstance(thing, Correction)),
        rulings=rulings.in_order(thing for thing in things if isinstance(thing, Ruling)),
        annotations=annotations.in_order(thing for thing in things if isinstance(thing, Annotation)),
        links=links.in_order(thing for thing in things if isinstance(thing, Link)),
        earlier=tuple([versions[number] for number in held.positions["earlier"]]),
        blind=blind,
    )


def article_of(number: int, row: tuple[object, ...]) -> Article:
    """The article of a row with its seal; DamagedRow where it is none, or another than was written."""
    try:
        _check(row)
        return article_in(row[:-1])
    except ValueError as error:
        words = say("article in row {number} cannot be read: {cause}", number=number, cause=error)
        raise DamagedRow(words) from error


def thing_of(number: int, row: tuple[object, ...]) -> Thing:
    """The annotation, ruling, correction or link of a row with its seal; DamagedRow where it is none."""
    try:
        _check(row)
        return read(text_of(row[0]), text_of(row[1]))
    except ValueError as error:
        words = say("{kind} in row {number} cannot be read: {cause}", kind=row[0], number=number, cause=error)
        raise DamagedRow(words) from error


def _check(row: tuple[object, ...]) -> None:
    parts = [part for part in row[:-1] if isinstance(part, str | bytes)]
    if len(parts) != len(row) - 1 or seal_of(parts) != row[-1]:
        raise ValueError(say("it is not what was written"))


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What is said of the workspace as a whole; DamagedRow for what cannot be."""
    found = {}
    for key, value, seal in connection.execute("SELECT key, value, seal FROM meta"):
        try:
            _check((key, value, seal))
            found[text_of(key)] = text_of(value)
        except ValueError as error:
            raise DamagedRow(say("{name} cannot be read: {cause}", name=key, cause=error)) from error
    return found


def _kept(connection: sqlite3.Connection, table: str, known: dict[int, tuple[int, T]]) -> dict[int, tuple[int, T]]:
    """What is known and stands there still; a row is never changed, only removed."""
    if not known:
        return {}
    there = {number for (number,) in connection.execute(f"SELECT id FROM {table}")}
    return {key: entry for key, entry in known.items() if entry[0] in there}


def _rows(
    connection: sqlite3.Connection, table: str, columns: Collection[str], known: set[int]
) -> Iterator[tuple[int, tuple[object, ...]]]:
    """The rows of a table whose numbers are not known, in their order."""
    asked = f"SELECT id, {', '.join(columns)}, seal FROM {table}"
    if not known:
        for row in connection.execute(f"{asked} ORDER BY id"):
            yield row[0], row[1:]
        return
    there = [number for (number,) in connection.execute(f"SELECT id FROM {table} ORDER BY id")]
    for number in there:
        if number not in known:
            row = connection.execute(f"{asked} WHERE id = ?", (number,)).fetchone()
            yield number, row[1:]


def _positions(connection: sqlite3.Connection, versions: set[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    placed: set[int] = set()
    for each in LISTS:
        asked = "SELECT version FROM position WHERE list = ? ORDER BY number"
        numbers = tuple([number for (number,) in connection.execute(asked, (each,))])
        placed.update(numbers)
        yield each, numbers
    if placed != versions:
        raise DamagedRow(say("the order of the articles is lost"))
