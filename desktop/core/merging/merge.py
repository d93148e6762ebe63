"""Knows how another editor's workspace comes into one's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.core import wording
from desktop.core.annotations import in_order
from desktop.core.language import phrases, say, say_count
from desktop.core.lexicon import Lexicon
from desktop.core.merging.articles import Moved, joined
from desktop.core.merging.decided import joined_rulings
from desktop.core.merging.naming import Names
from desktop.core.merging.notes import joined_notes
from desktop.core.merging.placing import put_elsewhere, unplaced_in
from desktop.core.merging.readings import joined_readings
from desktop.core.reanchoring import with_version
from desktop.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Merge:
    """A workspace with all of another in it, and what came in.

    articles, notes, rulings, corrections, links: how many are new. versions: articles that came in a newer version.
    extended: notes of mine that know more now (replies, tags). conflicting: rulings of theirs that say something else
    than one of mine on the same claims. aside: corrections and links of theirs that cannot hold beside mine and were
    kept as notes. lost: how many things have a place that is not in the version that is present now.
    """

    workspace: Workspace
    articles: int = 0
    versions: int = 0
    notes: int = 0
    extended: int = 0
    rulings: int = 0
    conflicting: int = 0
    corrections: int = 0
    links: int = 0
    aside: int = 0
    lost: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What came in, in words for an editor; the first is the whole in one sentence."""
        came = self._came()
        told = [say("New here: {things}.", things=wording.listed(came)) if came else say("Nothing in it is new here.")]
        if self.versions:
            words = phrases("{count} article comes in a newer version.", "{count} articles come in newer versions.")
            told.append(say_count(*words, self.versions))
        if self.extended:
            words = phrases(
                "{count} of your notes has new replies or tags.", "{count} of your notes have new replies or tags."
            )
            told.append(say_count(*words, self.extended))
        if self.conflicting:
            words = phrases(
                "{count} ruling contradicts one that was here; both stay.",
                "{count} rulings contradict ones that were here; all stay.",
            )
            told.append(say_count(*words, self.conflicting))
        if self.aside:
            words = phrases(
                "{count} correction or link cannot hold beside yours and is kept as a note.",
                "{count} corrections or links cannot hold beside yours and are kept as notes.",
            )
            told.append(say_count(*words, self.aside))
        if self.lost:
            words = phrases(
                "{count} entry of the Notes panel is to be placed by hand: its place is in no text any more.",
                "{count} entries of the Notes panel are to be placed by hand: their places are in no text any more.",
            )
            told.append(say_count(*words, self.lost))
        return tuple(told)

    def _came(self) -> list[str]:
        """What is new, each kind of thing with its number."""
        told = [
            (self.articles, say_count("{count} article", "{count} articles", self.articles)),
            (self.rulings, say_count("{count} ruling", "{count} rulings", self.rulings)),
            (self.notes, say_count("{count} note", "{count} notes", self.notes)),
            (self.corrections, say_count("{count} correction", "{count} corrections", self.corrections)),
            (self.links, say_count("{count} link", "{count} links", self.links)),
        ]
        return [words for number, words in told if number]


def merged(mine: Workspace, theirs: Workspace, called: str, lexicon: Lexicon) -> Merge:
    """My workspace with all of theirs in it; merging the same once more adds nothing.

    called: what to call an editor of theirs who gave no name, or has the name of one who ruled otherwise here; such as
    the file's name.
    """
    names = Names(called)
    articles = joined(mine, theirs)
    here, lost = _in_newer_versions(mine, articles.mine.values(), lexicon)
    there, their_lost = _in_newer_versions(_called_as_here(theirs, articles.theirs), articles.theirs.values(), lexicon)
    decided = joined_rulings(here.rulings, there.rulings, names)
    read = joined_readings(here.corrections, here.links, there.corrections, there.links, names)
    notes = joined_notes(here.annotations, there.annotations, names)
    known = {note.id for note in notes.notes}
    aside = tuple(note for note in read.aside if note.id not in known)
    workspace = replace(
        here,
        title=mine.title or theirs.title,
        articles=articles.articles,
        earlier=articles.earlier,
        corrections=read.corrections,
        links=read.links,
        rulings=decided.rulings,
        annotations=in_order((*notes.notes, *aside)) if aside else notes.notes,
        blind=(*mine.blind, *_still_blind(mine, theirs)),
    )
    return Merge(
        mine if workspace == mine else workspace,
        articles=articles.added,
        versions=articles.newer,
        notes=notes.added,
        extended=notes.extended,
        rulings=decided.added,
        conflicting=decided.conflicting,
        corrections=read.added_corrections,
        links=read.added_links,
        aside=len(aside),
        lost=lost + their_lost,
    )


def _called_as_here(theirs: Workspace, moved: Mapping[str, Moved]) -> Workspace:
    """Theirs, its articles under the ids that they have here."""
    ids = {article: where.article for article, where in moved.items()}
    articles = tuple(replace(one, id=ids[one.id]) for one in theirs.articles)
    if all(article == own for article, own in ids.items()):
        return theirs
    called = put_elsewhere(theirs, lambda anchor: replace(anchor, article=ids.get(anchor.article, anchor.article)))
    return replace(called, articles=articles)


def _in_newer_versions(workspace: Workspace, moved: Iterable[Moved], lexicon: Lexicon) -> tuple[Workspace, int]:
    """A workspace in which all places are in the versions present after the merge; how many things lost theirs."""
    after = workspace
    for where in moved:
        if where.after is not None:
            after = with_version(after, where.after, lexicon)
    return after, unplaced_in(after) - unplaced_in(workspace)


def _still_blind(mine: Workspace, theirs: Workspace) -> tuple[str, ...]:
    """Editors of theirs who may not see others' rulings yet; of those who worked here, this workspace knows better."""
    known = {ruling.by for ruling in mine.rulings} | {note.by for note in mine.annotations} | set(mine.blind)
    return tuple(name for name in theirs.blind if name not in known)
