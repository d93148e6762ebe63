"""Brings the notes and rulings of a document into a workspace that has the same articles."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop.core.anchors import Anchor
from desktop.core.language import say
from desktop.core.merging import Merge
from desktop.core.merging.decided import joined_rulings
from desktop.core.merging.naming import Names
from desktop.core.merging.notes import joined_notes
from desktop.core.merging.placing import anchors_of_all, put_elsewhere
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.folders.fields import NotAsItShouldBe
from desktop.files.folders.reading import read_notes
from desktop.files.folders.web import Made


def merged_with_notes(workspace: Workspace, path: str | Path) -> Merge:
    """The workspace with what is in a file of Web Annotations; FileTrouble where that cannot be read, or is on articles
    that are not in the workspace."""
    made = read_notes(path)
    try:
        return with_web_annotations(workspace, made, Path(path).stem)
    except NotAsItShouldBe as error:
        raise FileTrouble(path, str(error)) from error


def with_web_annotations(workspace: Workspace, made: Made, called: str = "") -> Merge:
    """The workspace with these notes and rulings in it, as they are; what is there already does not come in twice.

    An article of the document is the one here of the same SHA-256, where the document names that; else the one of the
    same id. NotAsItShouldBe where there is none, or where the words that something is on do not stand there. called:
    what to call editors without a name, and to tell apart by those of one name who say different things here and there.
    """
    theirs = Workspace(rulings=made.rulings, annotations=made.annotations)
    here = _here(workspace, made, dict.fromkeys(anchor.article for anchor in anchors_of_all(theirs)))
    if any(article != one.id for article, one in here.items()):
        theirs = put_elsewhere(theirs, lambda anchor: replace(anchor, article=here[anchor.article].id))
    _check_words(theirs, {one.id: one for one in here.values()})
    names = Names(called)
    known_notes = {note.id: note for note in workspace.annotations}
    known_rulings = frozenset(workspace.rulings)
    notes = joined_notes(
        workspace.annotations, (note for note in theirs.annotations if known_notes.get(note.id) != note), names
    )
    rulings = joined_rulings(
        workspace.rulings, (ruling for ruling in theirs.rulings if ruling not in known_rulings), names
    )
    both = replace(workspace, annotations=notes.notes, rulings=rulings.rulings)
    return Merge(
        workspace if both == workspace else both,
        notes=notes.added,
        extended=notes.extended,
        rulings=rulings.added,
        conflicting=rulings.conflicting,
    )


def _here(workspace: Workspace, made: Made, wanted: Mapping[str, None]) -> dict[str, Article]:
    """The article here for each id of the document that is wanted, none for two as far as that can be."""
    found: dict[str, Article] = {}
    for article in wanted:
        about = made.articles.get(article)
        if about is None or not about.sha256:
            same = [one for one in workspace.articles if one.id == article]
        else:
            same = [one for one in workspace.articles if one.sha256 == about.sha256]
        if not same:
            raise NotAsItShouldBe(_missing(workspace, article, about.title if about is not None else ""))
        free = [one for one in same if one not in found.values()] or same
        found[article] = next((one for one in free if one.id == article), free[0])
    return found


def _missing(workspace: Workspace, article: str, title: str) -> str:
    """That an article is not here, or not in the version spoken of."""
    if any(one.id == article for one in (*workspace.articles, *workspace.earlier)):
        return say("is on another version of “{title}” than the one in this workspace", title=title or article)
    return say("is on “{title}”, which is not in this workspace", title=title or article)


def _check_words(theirs: Workspace, articles: Mapping[str, Article]) -> None:
    for anchor in anchors_of_all(theirs):
        if not anchor.lost and not _stands_there(anchor, articles[anchor.article]):
            name = articles[anchor.article].name
            raise NotAsItShouldBe(
                say("“{quote}” does not stand in {name} where it should", quote=anchor.quote[:80], name=name)
            )


def _stands_there(anchor: Anchor, article: Article) -> bool:
    return anchor.span.of(article.text) == anchor.quote
