"""Edits articles by rules, and knows where each of their figures stands afterwards."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.figures import Figure, find_figures
from desktop.core.lexicon import Lexicon
from desktop.core.text import Article, Span
from desktop.core.tokens import sentences

REWORDED = {
    "said": "told reporters",
    "about": "roughly",
    "after": "once",
    "because": "since",
    "also": "too",
    "would": "will",
    "which": "that",
    "while": "as",
    "but": "yet",
    "however": "still",
    "police": "officers",
    "company": "firm",
    "people": "persons",
    "according": "going by",
    "the": "this",
    "and": "as well as",
}
"""Words for words, none of them part of an amount."""

CHANGES = (
    (re.compile(r"\d(?=\D*$)"), lambda found: str((int(found.group()) + 3) % 10)),
    (re.compile(r"\d"), lambda found: str(int(found.group()) % 9 + 1)),
    (re.compile(r"\bmillion\b"), lambda _: "billion"),
    (re.compile(r"\bbillion\b"), lambda _: "million"),
    (re.compile(r"\$"), lambda _: "€"),
    (re.compile(r"€"), lambda _: "£"),
    (re.compile(r"\bmonth"), lambda _: "year"),
    (re.compile(r"\byear"), lambda _: "month"),
    (re.compile(r"%|per cent|percent"), lambda _: "points"),
    (re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)\b"), lambda _: "eleven"),
)


@dataclass(frozen=True)
class Piece:
    """A stretch of text; number: of the figure that it is, None for words between figures."""

    words: str
    number: int | None = None


@dataclass(frozen=True)
class Edited:
    """An article, what became of it, and where each of its figures (by number) stands now; changed or gone ones are
    left out."""

    old: Article
    new: Article
    figures: tuple[Figure, ...]
    places: dict[int, Span]
    edits: tuple[str, ...]


def edited(article: Article, others: Sequence[str], lexicon: Lexicon, chance: random.Random) -> Edited:
    """The article with one to four edits. others: sentences of other articles, to be put in."""
    figures = find_figures(article, lexicon)
    parts = _parts(article, figures, lexicon)
    edits = []
    for _ in range(chance.randint(1, 4)):
        edit = chance.choice((_insert, _insert_twin, _delete, _move, _reword, _change))
        done = edit(parts, others, chance)
        if done:
            edits.append(edit.__name__.removeprefix("_"))
    text, places = "", {}
    for part in parts:
        for piece in part:
            if piece.number is not None:
                places[piece.number] = Span(len(text), len(text) + len(piece.words))
            text += piece.words
    return Edited(article, replace(article, text=text), figures, places, tuple(edits))


def _parts(article: Article, figures: Sequence[Figure], lexicon: Lexicon) -> list[list[Piece]]:
    """The sentences, each with the white space behind it."""
    text = article.text
    starts = [0, *(span.start for span in sentences(text, lexicon.abbreviations))][1:]
    parts = []
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True):
        part, at = [], start
        for number, figure in enumerate(figures):
            if start <= figure.span.start and figure.span.end <= end:
                part += [Piece(text[at : figure.span.start]), Piece(figure.quote, number)]
                at = figure.span.end
        parts.append([*part, Piece(text[at:end])])
    return parts


def _insert(parts: list[list[Piece]], others: Sequence[str], chance: random.Random) -> bool:
    parts.insert(chance.randint(0, len(parts)), [Piece(f"{chance.choice(others)}\n")])
    return True


def _insert_twin(parts: list[list[Piece]], _: Sequence[str], chance: random.Random) -> bool:
    """A sentence of its own about something else, with a figure that the article has."""
    figures = [piece for part in parts for piece in part if piece.number is not None]
    if not figures:
        return False
    twin = chance.choice(figures).words
    where = chance.randint(0, len(parts))
    parts.insert(where, [Piece(f"Elsewhere a committee wrote {twin} into its own report.\n")])
    return True


def _delete(parts: list[list[Piece]], _: Sequence[str], chance: random.Random) -> bool:
    del parts[chance.randrange(len(parts))]
    return True


def _move(parts: list[list[Piece]], _: Sequence[str], chance: random.Random) -> bool:
    part = parts.pop(chance.randrange(len(parts)))
    parts.insert(chance.randint(0, len(parts)), [*part, Piece("\n")])
    return True


def _reword(parts: list[list[Piece]], _: Sequence[str], chance: random.Random) -> bool:
    """Up to three words of a sentence, none of them inside a figure."""
    at = chance.randrange(len(parts))
    left = 3
    done = False
    for number, piece in enumerate(parts[at]):
        if piece.number is None and left:

            def other(found: re.Match[str]) -> str:
                return REWORDED.get(found.group(), found.group())

            words = re.sub(rf"\b(?:{'|'.join(REWORDED)})\b", other, piece.words, count=left)
            done = done or words != piece.words
            left -= sum(1 for word in piece.words.split() if word in REWORDED)
            left = max(left, 0)
            parts[at][number] = Piece(words)
    return done


def _change(parts: list[list[Piece]], _: Sequence[str], chance: random.Random) -> bool:
    """A figure into another, of the same sort or not."""
    found = [
        (at, number) for at, part in enumerate(parts) for number, piece in enumerate(part) if piece.number is not None
    ]
    chance.shuffle(found)
    for at, number in found:
        for pattern, change in chance.sample(CHANGES, len(CHANGES)):
            words = pattern.sub(change, parts[at][number].words, count=1)
            if words != parts[at][number].words:
                parts[at][number] = Piece(words)
                return True
    return False
