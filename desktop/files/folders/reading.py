"""Reads a workspace from a folder, even if somebody changed the articles there by hand."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from desktop.core.language import phrases, say, say_count
from desktop.core.merging.placing import anchors_of_all, put_elsewhere, unplaced_in
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.files.articles import LARGEST
from desktop.files.decoding import NoText, decode
from desktop.files.errors import FileTrouble, cause_of
from desktop.files.folders.fields import Fields, NotAsItShouldBe, from_json_bytes
from desktop.files.folders.layout import FORMAT, NOTES, WORKSPACE, is_article_file
from desktop.files.folders.plain import article_from, correction_from, link_from
from desktop.files.folders.settling import Settling
from desktop.files.folders.web import Made, from_web_annotations

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Imported:
    """What was in a folder. changed: files that were changed by hand.

    lost: how many notes, rulings, corrections and links have a place that is not in them any more.
    """

    workspace: Workspace
    changed: tuple[str, ...] = ()
    lost: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is not as it was exported, in words for an editor; nothing where all is."""
        told = []
        if self.changed:
            words = phrases(
                "{count} text was changed by hand: {files}.", "{count} texts were changed by hand: {files}."
            )
            told.append(say_count(*words, len(self.changed), files=", ".join(map(os.path.basename, self.changed))))
        if self.lost:
            words = phrases(
                "{count} entry of the Notes panel is to be placed by hand: its place is in no text any more.",
                "{count} entries of the Notes panel are to be placed by hand: their places are in no text any more.",
            )
            told.append(say_count(*words, self.lost))
        return tuple(told)


def read_folder(path: str | Path) -> Imported:
    """The workspace in a folder that `write_folder` wrote; FileTrouble, with the file's name, where it is not whole."""
    folder = Path(path)
    head = _document(folder / WORKSPACE, Fields)
    if folder_format(head) != FORMAT:
        newer = say("was written by a newer version of Crossread; this one cannot read it")
        raise FileTrouble(folder / WORKSPACE, newer if folder_format(head) else say("is no workspace of Crossread"))
    made = _document(folder / NOTES, from_web_annotations)
    texts = _Texts(folder)
    articles, earlier = (_read(folder / WORKSPACE, texts.articles, head, key) for key in ("articles", "earlier"))
    workspace = _read(
        folder / WORKSPACE,
        lambda: Workspace(
            head.text("title", ""),
            articles,
            tuple(map(correction_from, head.objects("corrections"))),
            made.rulings,
            made.annotations,
            tuple(map(link_from, head.objects("links"))),
            earlier,
            head.texts("blind"),
        ),
    )
    _check_ids(folder, workspace)
    if moved := _not_as_noted(workspace, texts.changed_ids):
        settling = Settling(moved)
        settled = put_elsewhere(workspace, settling.at)
        return Imported(settled, tuple(texts.changed), unplaced_in(settled) - unplaced_in(workspace))
    return Imported(workspace, tuple(texts.changed))


def read_notes(path: str | Path) -> Made:
    """The notes and rulings in a file of Web Annotations alone; FileTrouble where it is another, or cannot be read."""
    return _document(Path(path), from_web_annotations)


def folder_format(head: Fields) -> str:
    """The format that a folder says it has; "" where it is none of ours."""
    try:
        found = head.text("format", "")
    except NotAsItShouldBe:
        return ""
    return found if found.startswith("crossread-folder/") else ""


class _Texts:
    """The texts of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.changed: list[str] = []
        self.changed_ids: set[str] = set()

    def articles(self, head: Fields, key: str) -> tuple[Article, ...]:
        """The articles of a list, with their texts; FileTrouble where a text cannot be read."""
        return tuple(self._article(fields, is_present=key == "articles") for fields in head.objects(key))

    def _article(self, fields: Fields, *, is_present: bool) -> Article:
        name = fields.text("file")
        if not is_article_file(name):
            raise fields.wrong("file")
        data = _bytes_of(self._folder, name)
        if sha256(data).hexdigest() == fields.text("file_sha256"):
            return article_from(fields, data.decode("utf-8", "surrogatepass"), fields.text("sha256"))
        try:
            text = decode(data)
        except NoText as error:
            raise FileTrouble(self._folder / name, str(error)) from error
        self.changed.append(name)
        if is_present:
            self.changed_ids.add(fields.text("id"))
        return article_from(fields, text, sha256(data).hexdigest())


def _not_as_noted(workspace: Workspace, changed: set[str]) -> dict[str, str]:
    """The texts in which what was noted perhaps stands elsewhere now, by the article (id)."""
    texts = {article.id: article.text for article in workspace.articles}
    moved = {
        at.article for at in anchors_of_all(workspace) if not at.lost and at.span.of(texts[at.article]) != at.quote
    }
    return {article: texts[article] for article in changed | moved}


def _check_ids(folder: Path, workspace: Workspace) -> None:
    ids = [article.id for article in workspace.articles]
    if len(set(ids)) < len(ids):
        raise FileTrouble(folder / WORKSPACE, say("lists one article twice"))
    if any(article.id not in ids for article in workspace.earlier):
        raise FileTrouble(folder / WORKSPACE, say("lists an earlier version of an article that it does not list"))
    for noted, file in (
        (Workspace(rulings=workspace.rulings, annotations=workspace.annotations), NOTES),
        (Workspace(corrections=workspace.corrections, links=workspace.links), WORKSPACE),
    ):
        if any(anchor.article not in ids for anchor in anchors_of_all(noted)):
            raise FileTrouble(folder / file, say("speaks of an article that is not in the folder"))


def _document(path: Path, made: Callable[[object], _Value]) -> _Value:
    document = _read(path, lambda: from_json_bytes(_bytes_of(path.parent, path.name)))
    return _read(path, lambda: made(document))


def _read(path: Path, made: Callable[..., _Value], *parts: object) -> _Value:
    """What is made of a file; FileTrouble with its name where it is not as it should be."""
    try:
        return made(*parts)
    except NotAsItShouldBe as error:
        raise FileTrouble(path, str(error)) from error


def _bytes_of(folder: Path, name: str) -> bytes:
    """The bytes of a file in the folder, and never of one outside that a link leads to."""
    path = folder / name
    try:
        home, real = os.path.realpath(folder), os.path.realpath(path)
        if os.path.commonpath((home, real)) != home:
            raise FileTrouble(path, say("leads out of the folder"))
        if not stat.S_ISREG(os.stat(real).st_mode):
            raise FileTrouble(path, say("is not a file"))
        with open(real, "rb") as file:
            data = file.read(4 * LARGEST + 1)
    except (OSError, ValueError) as error:
        raise FileTrouble(path, cause_of(error)) from error
    if len(data) > 4 * LARGEST:
        raise FileTrouble(path, say("is larger than {number} MB", number=4 * LARGEST // 1024 // 1024))
    return data
