"""Writes a workspace as a folder that can be read without Crossread, whole or not at all."""

import contextlib
import os
import secrets
import shutil
from hashlib import sha256
from pathlib import Path

from desktop.core.language import say
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble, cause_of
from desktop.files.folders.fields import Fields, NotAsItShouldBe, from_json_bytes, json_bytes
from desktop.files.folders.layout import (
    ARTICLES,
    EARLIER,
    FORMAT,
    NOTES,
    README,
    WORKSPACE,
    article_files,
    is_article_file,
)
from desktop.files.folders.plain import plain_article, plain_correction, plain_link
from desktop.files.folders.web import web_annotations
from desktop.files.writing import cause_of_writing, write_whole

_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def write_folder(path: str | Path, workspace: Workspace) -> None:
    """Writes the workspace into a folder that is not there yet, is empty, or holds an earlier export and no more.

    Of each article's source only the file's name is written; all else comes back as it was. FileTrouble where that
    cannot be; what was there before then stays as it was.
    """
    files = _files(workspace)
    try:
        target = Path(os.path.realpath(path))
        _refuse_what_is_not_ours(path, target)
        beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
        beside.mkdir()
    except (OSError, ValueError) as error:
        cause = cause_of_writing(error) if isinstance(error, OSError) else say("is no name for a folder")
        raise FileTrouble(path, cause) from error
    try:
        for name, data in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(beside / name, data)
        _put_in_place(beside, target)
    except OSError as error:
        raise FileTrouble(path, cause_of_writing(error)) from error
    except FileTrouble as error:
        raise FileTrouble(path, error.cause) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def is_export(path: str | Path) -> bool:
    """Whether a folder holds a workspace that was written by `write_folder`."""
    try:
        return _names_in_export(Path(path)) is not None
    except FileTrouble:
        return False


def _files(workspace: Workspace) -> dict[str, bytes]:
    """What each file holds, by its name from the folder."""
    files: dict[str, bytes] = {}
    plain = []
    for article, name in article_files(workspace):
        files[name] = article.text.encode("utf-8", "surrogatepass")
        plain.append(plain_article(article, name, sha256(files[name]).hexdigest()))
    now = len(workspace.articles)
    files[WORKSPACE] = json_bytes(
        {
            "format": FORMAT,
            "title": workspace.title,
            "blind": list(workspace.blind),
            "articles": plain[:now],
            "earlier": plain[now:],
            "corrections": [plain_correction(one) for one in workspace.corrections],
            "links": [plain_link(one) for one in workspace.links],
        }
    )
    files[NOTES] = json_bytes(web_annotations(workspace))
    files[README] = _readme(workspace).encode("utf-8", "replace")
    return files


def _readme(workspace: Workspace) -> str:
    title = " ".join(workspace.title.split()) or say("A workspace without a title")
    lines = (
        title,
        "=" * min(len(title), 78),
        "",
        say("This folder is a workspace of Crossread, to be read without it."),
        "",
        say("{file}: the articles as they were imported, UTF-8. The letters are those of the window.", file=ARTICLES),
        say("{file}: earlier versions of them, the oldest first.", file=EARLIER),
        say("{file}: what is known of the articles, corrections of figures, links between them.", file=WORKSPACE),
        say("{file}: notes and rulings, as W3C Web Annotations (JSON-LD).", file=NOTES),
        "",
        say("Positions are counted in characters (Unicode code points) from the beginning of a text."),
        say("Of the files that the articles were read from, only the names are given, not where they lie."),
        say("File › Import a folder… makes a workspace of it again."),
        say("Texts may be changed by hand before: what was on places that are gone then waits to be placed again."),
    )
    return "\n".join(lines) + "\n"


def _refuse_what_is_not_ours(path: str | Path, target: Path) -> None:
    """FileTrouble where anything would be lost that no export of ours put there."""
    if not target.exists():
        return
    if not target.is_dir():
        raise FileTrouble(path, say("is a file, not a folder"))
    there = {name for name in os.listdir(target) if name not in _LEFT_BY_SYSTEMS}
    if not there:
        return
    known = _names_in_export(target)
    if known is None:
        raise FileTrouble(path, say("is a folder with something else in it; choose an empty or a new one"))
    for folder, folders, names in os.walk(target):
        within = Path(folder).relative_to(target)
        found = [(within / name).as_posix() for name in names if name not in _LEFT_BY_SYSTEMS]
        found += [
            (within / name).as_posix() for name in folders if (within / name).as_posix() not in (ARTICLES, EARLIER)
        ]
        for name in found:
            if name not in known or os.path.islink(target / name):
                raise FileTrouble(path, say("holds {name}, which an export would not put there", name=ascii(name)))


def _names_in_export(folder: Path) -> frozenset[str] | None:
    """The files that an export put into a folder, None where it is none."""
    try:
        fields = Fields(from_json_bytes((folder / WORKSPACE).read_bytes()))
        if not fields.text("format", "").startswith("crossread-folder/"):
            return None
        listed = [one.text("file") for key in ("articles", "earlier") for one in fields.objects(key)]
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileTrouble(folder / WORKSPACE, cause_of(error)) from error
    except NotAsItShouldBe:
        return None
    return frozenset({WORKSPACE, NOTES, README, *filter(is_article_file, listed)})


def _put_in_place(new: Path, target: Path) -> None:
    """Makes the new folder the one of that name; the old one is gone only when the new one is there."""
    if not target.exists():
        new.rename(target)
        return
    old = target.with_name(f"{new.name}.old")
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        with contextlib.suppress(OSError):
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
