"""Knows how a text file on disk, with what its case says of it, becomes an Article."""

import hashlib
import os
import stat
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop.core.language import say
from desktop.core.text import Article, title_of
from desktop.files.decoding import NoText, decode
from desktop.files.errors import FileTrouble, cause_of

LARGEST = 64 * 1024 * 1024
"""The largest article, in bytes: some hundred novels."""

CASE_FILE = "case.toml"

_PIPES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


@dataclass(frozen=True, slots=True)
class Case:
    """Articles on one event that belong together. folder: where they lie; notice: what is shown beside all of them."""

    title: str
    articles: tuple[Article, ...]
    folder: Path
    notice: str = ""


def read(path: str | Path, *, article_id: str, published: date | None = None) -> Article:
    """The article in a plain text file; FileTrouble where there is none.

    The text is kept as it is, line ends included; a byte-order mark is not counted. Title, outlet, day and notice come
    from a `case.toml` beside the file where that lists it; `published` overrides its day.
    """
    given = Path(path)
    data = _bytes_of(path)
    entry, case_notice = _entry_beside(given)
    try:
        text = decode(data)
    except NoText as error:
        raise FileTrouble(path, str(error)) from error
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise FileTrouble(path, say("is empty") if not data else say("holds nothing but white space"))
    return Article(
        id=article_id,
        title=_text_of(entry, "title", given) or title_of(text) or given.name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        outlet=_text_of(entry, "outlet", given),
        published=published or _day_of(entry, given),
        source=str(path),
        notice=_text_of(entry, "notice", given) or case_notice,
    )


def pasted(text: str, *, article_id: str) -> Article:
    """The article that a text is which lay in no file; its title is "" where no line can be one."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(id=article_id, title=title_of(text), text=text, sha256=digest)


def read_case(folder: str | Path) -> Case:
    """The articles that a folder's `case.toml` lists, in its order; their ids are their file names without ending."""
    home = Path(folder)
    path = home / CASE_FILE
    table = _case_table(path)
    articles = tuple(read(file, article_id=file.stem) for file in _listed(path, table))
    return Case(_text_of(table, "title", path) or home.name, articles, home, _text_of(table, "notice", path))


def title_of_case(folder: str | Path) -> str:
    """What a folder's `case.toml` calls the case; "" where there is none."""
    path = Path(folder) / CASE_FILE
    return _text_of(_case_table(path), "title", path) if len(files_of(folder)) > 1 else ""


def files_of(path: str | Path) -> tuple[str | Path, ...]:
    """The file itself; of a folder with a `case.toml`, the files that this lists, in its order."""
    case_file = Path(path) / CASE_FILE
    try:
        if not case_file.is_file():
            return (path,)
    except ValueError:  # a path that cannot be one; reading it will say so
        return (path,)
    return _listed(case_file, _case_table(case_file))


def _bytes_of(path: str | Path) -> bytes:
    try:
        known = os.stat(path)
        if stat.S_ISDIR(known.st_mode):
            raise FileTrouble(path, say("is a folder, not an article"))
        piped = stat.S_ISFIFO(known.st_mode) and str(path).startswith(_PIPES)
        # A named pipe or a device would keep the program waiting for ever.
        if not stat.S_ISREG(known.st_mode) and not piped:
            raise FileTrouble(path, say("is a device or a pipe, not a file"))
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise FileTrouble(path, cause_of(error)) from error
    if len(data) > LARGEST:
        most = LARGEST // 1024 // 1024
        raise FileTrouble(path, say("is larger than {number} MB, the most an article may have", number=most))
    return data


def _entry_beside(path: Path) -> tuple[dict[str, Any], str]:
    """What a `case.toml` beside the file says of it, and the case's notice; nothing where no case lists it."""
    beside = path.parent / CASE_FILE
    try:
        if not beside.is_file():
            return {}, ""
        table = _case_table(beside)
    except (OSError, ValueError, FileTrouble):
        # Somebody else's case.toml, or a broken one, is no reason not to read the text that was asked for.
        return {}, ""
    entries = table.get("article")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and entry.get("file") == path.name:
            return entry, _text_of(table, "notice", beside)
    return {}, ""


def _listed(path: Path, table: dict[str, Any]) -> tuple[Path, ...]:
    """The files that a case lists."""
    entries = table.get("article")
    if not isinstance(entries, list) or not entries:
        raise FileTrouble(path, say("lists no articles"))
    names = [_text_of(entry, "file", path) if isinstance(entry, dict) else "" for entry in entries]
    if not all(names):
        raise FileTrouble(path, say("has an article without a file name"))
    if len({Path(name).stem for name in names}) < len(names):
        raise FileTrouble(path, say("lists one file twice"))
    return tuple(path.parent / name for name in names)


def _case_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise FileTrouble(path, say("is not UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        raise FileTrouble(path, say("is not TOML: {cause}", cause=error)) from error
    except OSError as error:
        raise FileTrouble(path, cause_of(error)) from error


def _text_of(table: dict[str, Any], key: str, path: Path) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise FileTrouble(path, say("its case file gives no text as {key}: {value}", key=key, value=repr(value)))
    return value


def _day_of(table: dict[str, Any], path: Path) -> date | None:
    value = table.get("published")
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, date):
        words = say("its case file gives no day as published: {value}; write 2026-05-22", value=repr(value))
        raise FileTrouble(path, words)
    return value
