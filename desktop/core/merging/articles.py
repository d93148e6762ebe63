"""Knows which articles of two workspaces are the same, and which of their versions is the present one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from desktop.core.text import Article
from desktop.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moved:
    """What an article's anchors spoke of, and what they speak of now. before: None where the text is the same."""

    article: str
    before: Article | None = None
    after: Article | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """The articles of two workspaces.

    mine, theirs: what became of the anchors on an article (id). added: how many articles are new here. newer: how many
    came in a newer version.
    """

    articles: tuple[Article, ...]
    earlier: tuple[Article, ...]
    mine: dict[str, Moved]
    theirs: dict[str, Moved]
    added: int
    newer: int


def joined(mine: Workspace, theirs: Workspace) -> Joined:
    """The articles of both: mine in my order, then what only they have.

    Where both have versions of an article that the other lacks, the one that was imported last is the present one.
    """
    same = _matches(mine, theirs)
    taken = {article.id for article in mine.articles} | {article.id for article in mine.earlier}
    articles = {article.id: article for article in mine.articles}
    chains = {article.id: mine.versions_of(article.id)[:-1] for article in mine.articles}
    moved: dict[str, Moved] = {article.id: Moved(article.id) for article in mine.articles}
    their_moves: dict[str, Moved] = {}
    added = newer = 0
    for article in theirs.articles:
        *others, present = theirs.versions_of(article.id)
        if article.id not in same:
            own = _free(article.id, taken)
            taken.add(own)
            articles[own], chains[own] = _called(own, present), tuple(_called(own, one) for one in others)
            their_moves[article.id] = Moved(own)
            added += 1
            continue
        known = articles[same[article.id]]
        present, others = _called(known.id, present), [_called(known.id, one) for one in others]
        if present.text == known.text:
            their_moves[article.id] = Moved(known.id)
            articles[known.id], chains[known.id] = _filled(known, present), _chained(chains[known.id], others)
        elif _is_newer(present, others, known, chains[known.id]):
            their_moves[article.id], moved[known.id] = Moved(known.id), Moved(known.id, known, present)
            articles[known.id] = present
            chains[known.id] = _chained((*chains[known.id], known), others)
            newer += 1
        else:
            their_moves[article.id] = Moved(known.id, present, known)
            chains[known.id] = _chained(chains[known.id], (*others, present))
    return Joined(
        _kept(mine.articles, articles.values()), _earlier(mine, chains), moved, their_moves, added=added, newer=newer
    )


def _matches(mine: Workspace, theirs: Workspace) -> dict[str, str]:
    """My article (id) for each of theirs (id) that is the same: the surest first, and none for two."""
    my_texts = {article.id: {one.text for one in mine.versions_of(article.id)} for article in mine.articles}
    their_texts = {article.id: {one.text for one in theirs.versions_of(article.id)} for article in theirs.articles}

    def share(one: Article, other: Article) -> bool:
        return bool(my_texts[one.id] & their_texts[other.id])

    ways: tuple[Callable[[Article, Article], bool], ...] = (
        lambda one, other: one.id == other.id and one.text == other.text,
        lambda one, other: one.id == other.id and share(one, other),
        lambda one, other: one.text == other.text,
        share,
        lambda one, other: one.id == other.id,
    )
    found: dict[str, str] = {}
    for is_same in ways:
        for other in theirs.articles:
            free = (one.id for one in mine.articles if one.id not in found.values() and is_same(one, other))
            if other.id not in found and (one := next(free, None)) is not None:
                found[other.id] = one
    return found


def _is_newer(present: Article, others: Sequence[Article], known: Article, chain: Sequence[Article]) -> bool:
    """Whether theirs took the place of what is present here."""
    was_theirs = any(one.text == known.text for one in others)
    was_mine = any(one.text == present.text for one in chain)
    if was_theirs is not was_mine:
        return was_theirs
    # Each is unknown to the other, or known as an earlier one (an outlet that took a change back).
    return (present.imported, present.sha256) > (known.imported, known.sha256)


def _chained(mine: Sequence[Article], theirs: Sequence[Article]) -> tuple[Article, ...]:
    """The earlier versions of both, oldest first."""
    if _is_within(theirs, mine):
        return tuple(mine)
    if _is_within(mine, theirs):
        return tuple(theirs)
    chain: list[Article] = []
    matcher = SequenceMatcher(None, [one.text for one in mine], [one.text for one in theirs], autojunk=False)
    for tag, start, end, their_start, their_end in matcher.get_opcodes():
        chain += mine[start:end]
        if tag != "equal":
            chain += theirs[their_start:their_end]
    return tuple(chain)


def _is_within(some: Sequence[Article], all_of: Sequence[Article]) -> bool:
    """Whether all of `some` is in `all_of`, in its order."""
    left = iter(one.text for one in all_of)
    return all(any(text == one.text for text in left) for one in some)


def _earlier(mine: Workspace, chains: dict[str, tuple[Article, ...]]) -> tuple[Article, ...]:
    """All earlier versions; those of articles whose versions are as they were, where they were."""
    before = {article.id: mine.versions_of(article.id)[:-1] for article in mine.articles}
    changed = {article for article, chain in chains.items() if chain != before.get(article, ())}
    kept = [one for one in mine.earlier if one.id not in changed]
    return _kept(mine.earlier, (*kept, *(one for article in chains if article in changed for one in chains[article])))


def _filled(mine: Article, theirs: Article) -> Article:
    """My article, with what only theirs says of itself."""
    return replace(
        mine,
        outlet=mine.outlet or theirs.outlet,
        published=mine.published or theirs.published,
        notice=mine.notice or theirs.notice,
    )


def _called(article: str, version: Article) -> Article:
    return version if version.id == article else replace(version, id=article)


def _free(article: str, taken: set[str]) -> str:
    """An id that no other article has."""
    if article not in taken:
        return article
    number = 2
    while f"{article}-{number}" in taken:
        number += 1
    return f"{article}-{number}"


def _kept(before: tuple[Article, ...], after: Iterable[Article]) -> tuple[Article, ...]:
    """The articles; the very same tuple where nothing changed, so that nothing is analysed again."""
    found = tuple(after)
    return before if found == before else found
