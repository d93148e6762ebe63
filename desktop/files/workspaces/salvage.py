"""Makes a sound workspace of what can be read of a damaged one, and says what was lost."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core import annotations, corrections, links, rulings
from desktop.core.anchors import Anchor, told_apart
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.language import phrases, say, say_count
from desktop.core.links import Link
from desktop.core.rulings import Ruling
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces.connecting import real_path
from desktop.files.workspaces.found import Found, find_rows
from desktop.files.workspaces.fresh import place_for
from desktop.files.workspaces.rows import article_in, seal_of, texts_in
from desktop.files.workspaces.store import WorkspaceFile
from desktop.files.workspaces.troubles import trouble_of
from desktop.files.workspaces.values import Thing, read


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was got out. workspace: as it was written. altered: ids of articles whose text is not what was imported.

    missing: ids of articles of which only the places are left that something was made on. doubtful: how many notes and
    decisions can be read, but are not letter for letter what was written. unreadable: how many can not. faults: how
    much SQLite holds against the file. pages: how many its end lacks.
    """

    workspace: Workspace
    altered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    doubtful: int = 0
    unreadable: int = 0
    faults: int = 0
    pages: int = 0

    @property
    def is_all(self) -> bool:
        """Whether nothing is known to be lost."""
        return not (self.altered or self.missing or self.doubtful or self.unreadable or self.faults or self.pages)

    @property
    def words(self) -> tuple[str, ...]:
        """What was got out and what was lost, a sentence each."""
        kept, lost = self.workspace, []
        counts = [
            say_count("{count} article", "{count} articles", len(kept.articles) - len(self.missing)),
            say_count("{count} note", "{count} notes", len(kept.annotations)),
            say_count("{count} ruling", "{count} rulings", len(kept.rulings)),
            say_count("{count} correction", "{count} corrections", len(kept.corrections)),
            say_count("{count} link", "{count} links", len(kept.links)),
        ]
        if self.altered:
            one, many = phrases("The text of {count} article is damaged.", "The texts of {count} articles are damaged.")
            lost.append(say_count(one, many, len(self.altered)))
        if self.missing:
            one, many = phrases(
                "{count} article is lost; what was noted on it is kept.",
                "{count} articles are lost; what was noted on them is kept.",
            )
            lost.append(say_count(one, many, len(self.missing)))
        if self.doubtful:
            one, many = phrases(
                "{count} entry is perhaps not what was written.",
                "{count} entries are perhaps not what was written.",
            )
            lost.append(say_count(one, many, self.doubtful))
        if self.unreadable:
            one, many = phrases(
                "{count} entry was found and cannot be read.", "{count} entries were found and cannot be read."
            )
            lost.append(say_count(one, many, self.unreadable))
        if self.pages:
            lost.append(say("The end of the file is missing; what stood there is lost."))
        if self.faults and not lost:
            lost.append(
                say("Parts of the file cannot be read; what stood there may be lost, and what was removed may be back.")
            )
        if not lost:
            lost.append(say("Nothing is known to be lost."))
        return (say("Kept: {counts}.", counts=", ".join(counts)), *lost)


def salvage(path: str | Path, into: str | Path) -> Salvaged:
    """Writes what can be read of the file at `path` into a new one, with an id of its own; the old one stays as it is.

    FileTrouble where nothing can be read, or the new one cannot be written.
    """
    real = real_path(path)
    if place_for(into) == real:
        raise FileTrouble(into, say("is the damaged file itself"))
    try:
        found = find_rows(real)
    except (OSError, sqlite3.Error) as error:
        raise trouble_of(path, error) from error
    meta = _meta(found)
    salvaged = _put_together(found, meta)
    kept = salvaged.workspace
    if not (kept.articles or kept.has_work or (meta and salvaged.is_all)):
        raise FileTrouble(path, say("holds nothing that can be saved"))
    WorkspaceFile.create(into, kept, origin=meta.get("id", "")).close()
    return salvaged


def ids_in(path: str | Path) -> tuple[str, ...]:
    """What can be read in a damaged file of its own id and that of the workspace it was made from."""
    try:
        meta = _meta(find_rows(real_path(path)))
    except (FileTrouble, OSError, sqlite3.Error):
        return ()
    return tuple([meta[key] for key in ("id", "origin") if meta.get(key)])


def _meta(found: Found) -> dict[str, str]:
    rows = [found.rows["meta"][number] for number in sorted(found.rows["meta"])]
    return {_words(key): _words(value) for key, value, seal in rows if seal_of((key, value)) == seal}


def _put_together(found: Found, meta: dict[str, str]) -> Salvaged:
    versions, altered, broken = _versions(found)
    things, doubtful, unreadable = _things(found)
    present, earlier = _in_lists(found, versions)
    known = {article.id for article in present}
    missing: dict[str, list[Anchor]] = {}
    for anchor in (anchor for thing in things for anchor in _anchors(thing)):
        if anchor.article not in known:
            missing.setdefault(anchor.article, []).append(anchor)
    articles = {article.id: article for article in (*present, *(_remains(*each) for each in missing.items()))}
    texts = dict.fromkeys(missing, "") | {each: articles[each].text for each in altered if each not in missing}
    held = [_held_by(thing, texts) for thing in things]
    try:
        blind = texts_in(meta.get("blind", "[]"))
    except ValueError:
        blind = ()
    workspace = Workspace(
        title=meta.get("title", ""),
        articles=tuple(articles.values()),
        corrections=corrections.in_order(thing for thing in held if isinstance(thing, Correction)),
        rulings=rulings.in_order(thing for thing in held if isinstance(thing, Ruling)),
        annotations=annotations.in_order(thing for thing in held if isinstance(thing, Annotation)),
        links=links.in_order(thing for thing in held if isinstance(thing, Link)),
        earlier=earlier,
        blind=blind,
    )
    return Salvaged(
        workspace, tuple(altered), tuple(missing), doubtful, unreadable + broken, found.faults, found.missing
    )


def _versions(found: Found) -> tuple[dict[int, Article], list[str], int]:
    """The articles by row; the ids of those whose text is not what was written; how many rows cannot be read."""
    versions, altered, broken = {}, [], 0
    for number, row in sorted(found.rows["version"].items()):
        try:
            article = article_in([_words(cell) for cell in row[:-1]])
        except ValueError:
            broken += 1
            continue
        if seal_of(row[:-1]) != row[-1]:
            notice = say("This text was salvaged from a damaged file and is not as it was imported.")
            article = replace(article, notice=f"{notice} {article.notice}".strip())
            altered.append(article.id)
        versions[number] = article
    return versions, altered, broken


def _things(found: Found) -> tuple[list[Thing], int, int]:
    """What can be read of what was made; how much of that is not what was written; how much cannot be read."""
    things: dict[object, Thing] = {}
    doubtful = unreadable = 0
    for number, (kind, body, seal) in sorted(found.rows["thing"].items()):
        try:
            thing = read(_words(kind), _words(body))
        except ValueError:
            unreadable += 1
            continue
        doubtful += seal_of((kind, body)) != seal
        # Of two states of one note the later counts; the earlier was on a page that was written over only in part.
        things[(kind, thing.id) if isinstance(thing, Annotation) and thing.id else number] = thing
    return list(things.values()), doubtful, unreadable


def _in_lists(found: Found, versions: dict[int, Article]) -> tuple[list[Article], tuple[Article, ...]]:
    """The present articles and the earlier versions; what no list names is put where it can be."""
    present = {versions[number].id: number for number in found.positions["article"] if number in versions}
    earlier = [number for number in found.positions["earlier"] if number in versions]
    for number in sorted(versions.keys() - {*present.values(), *earlier}, reverse=True):
        if present.setdefault(versions[number].id, number) != number:
            earlier.append(number)
    return [versions[number] for number in present.values()], tuple([versions[number] for number in earlier])


def _remains(article: str, anchors: Iterable[Anchor]) -> Article:
    """What stands for an article that is lost: the places that something was made on."""
    pieces = {anchor.prefix + anchor.quote + anchor.suffix: None for anchor in anchors}
    text = "\n\n".join(piece for piece in pieces if piece.strip()) or say("(lost)")
    notice = say("This article is lost. Only the passages that something was made on are left of it.")
    return Article(article, say("Lost article"), text, "", notice=notice)


def _anchors(thing: Thing) -> tuple[Anchor, ...]:
    return (thing.anchor,) if isinstance(thing, Correction) else thing.anchors


def _held_by(thing: Thing, texts: dict[str, str]) -> Thing:
    """The same, its places lost where an article has them no more. texts: of the articles that are not as before."""

    def now(anchor: Anchor) -> Anchor:
        holds = anchor.article not in texts or anchor.span.of(texts[anchor.article]) == anchor.quote
        others = [other for other in _anchors(thing) if other != anchor]
        return anchor if holds else told_apart(replace(anchor, lost=True), others)

    if texts.keys().isdisjoint(anchor.article for anchor in _anchors(thing)):
        return thing
    if isinstance(thing, Correction):
        return replace(thing, anchor=now(thing.anchor))
    if isinstance(thing, Ruling):
        return replace(thing, anchors=tuple(map(now, thing.anchors)), right=tuple(map(now, thing.right)))
    if isinstance(thing, Link):
        return replace(thing, anchors=(now(thing.anchors[0]), now(thing.anchors[1])))
    return replace(thing, anchors=tuple(map(now, thing.anchors)))


def _words(cell: bytes) -> str:
    try:
        return cell.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return cell.decode("utf-8", "replace")
