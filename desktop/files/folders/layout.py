"""Knows which files a workspace has as a folder, and what they are called."""

import re
from collections.abc import Iterator

from desktop.core.text import Article, letters_of
from desktop.core.workspace import Workspace

FORMAT = "crossread-folder/1"
WORKSPACE, NOTES, README = "workspace.json", "notes.jsonld", "README.txt"
ARTICLES, EARLIER = "articles", "articles/earlier"

_LONGEST = 60
# No system takes these in a name, or they would hide what the name is.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')


def article_files(workspace: Workspace) -> Iterator[tuple[Article, str]]:
    """Every version of every article with the name of its file, from the folder: those of today, then the earlier."""
    letters = letters_of(workspace.articles)
    for article in workspace.articles:
        yield article, f"{ARTICLES}/{_name(article, letters[article.id])}.txt"
    numbers: dict[str, int] = {}
    for place, article in enumerate(workspace.earlier):
        number = numbers[article.id] = numbers.get(article.id, 0) + 1
        letter = letters.get(article.id) or f"{place + 1:03}"
        yield article, f"{EARLIER}/{_name(article, f'{letter} {number}')}.txt"


def is_article_file(name: str) -> bool:
    """Whether a name is one that `article_files` may give, wherever it is read: inside the folder, and a text."""
    parts = name.split("/")
    folder, last = "/".join(parts[:-1]), parts[-1]
    return folder in (ARTICLES, EARLIER) and last.endswith(".txt") and not _UNFIT.search(last)


def _name(article: Article, begin: str) -> str:
    """The letter, that no two share, and what the article is called."""
    name = " ".join(_UNFIT.sub(" ", article.name).split())[:_LONGEST]
    while len(name.encode()) > 3 * _LONGEST:
        name = name[:-1]
    return f"{begin} {name}".rstrip(" .")
