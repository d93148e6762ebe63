"""Knows what the claims table says: the comparisons as rows, for two articles or for all.

Plain functions over an Analysis: where that is large, they are called beside the window's own thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from desktop.core import by_editor, wording
from desktop.core.agreement import SEVERITY, Standing
from desktop.core.language import say, say_count
from desktop.core.rulings import anchors_of, disputes, pairs_between
from desktop.core.topics import own_topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.core.agreement import Comparison, Pair
    from desktop.core.analysis import Analysis
    from desktop.core.anchors import Anchor
    from desktop.core.claims import Claim
    from desktop.core.figures import Figure

MOST_SAYINGS = 3
MOST_REASONS = 4
BESIDES = ("state", "rank", "figures", "reasons", "anchors", "disputes", "by_editor")
"""The columns of a Table's frame that are not read by the editor."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table shows.

    titles: the columns that are read, in order, and their heads. frame: one row a topic; besides those columns "rank"
    (worst first), "state" (a Status or None), "figures" (those of the row, a tuple), "reasons" (all that is to be
    said of why, a tuple of sentences), "anchors" (the two places of each pair, what rulings hang on), "disputes"
    (the anchors of what contradicts, for each two articles, of which one ruling is enough) and "by_editor" (what it
    owes to an editor, in a few words). sources: the article (id)
    that a column quotes. outliers: row label and column of each value that stands outside the largest group. ranks: of
    each column the place of each row's words in the alphabet, None where there are none. sought: the words of each row
    as they are searched. places: in which rows (by number) a figure stands.
    """

    titles: Mapping[str, str]
    frame: pd.DataFrame
    sources: Mapping[str, str] = field(default_factory=dict)
    outliers: frozenset[tuple[int, str]] = field(default_factory=frozenset)
    ranks: Mapping[str, Sequence[int | None]] = field(default_factory=dict)
    sought: Sequence[str] = ()
    places: Mapping[Figure, Sequence[int]] = field(default_factory=dict)


def pair_table(
    analysis: Analysis,
    facing: tuple[str | None, str | None],
    by_letter: Mapping[str, str],
    by_name: Mapping[str, str],
) -> Table:
    """One row a topic for two articles (ids): what each says, what they are to each other, and why.

    by_letter, by_name: the letter and the name of each article (id).
    """
    left, right = facing
    titles = {
        "status": say("Status"),
        "topic": say("About"),
        "left": _says(by_letter.get(left or "")) or say("Left says"),
        "right": _says(by_letter.get(right or "")) or say("Right says"),
        "why": say("Why"),
    }
    rows: list[dict[str, object]] = []
    told: set[Figure] = set()
    for comparison in analysis.comparisons:
        pairs = pairs_between(comparison, left, right)
        if pairs:
            rows.append(_pair_row(analysis, comparison, pairs, left, right, by_name))
            told.update(claim.figure for claim in comparison.claims)
    rows.extend(_single_rows(analysis, told, left, right))
    sources = {column: article for column, article in (("left", left), ("right", right)) if article is not None}
    return _table(titles, rows, sources)


def _says(letter: str | None) -> str:
    return say("{letter} says", letter=letter) if letter else ""


def _pair_row(
    analysis: Analysis,
    comparison: Comparison,
    pairs: Sequence[Pair],
    left: str | None,
    right: str | None,
    by_name: Mapping[str, str],
) -> dict[str, object]:
    worst = pairs[0]
    reasons, brief = _reasons(pairs, by_name), wording.reason(worst, by_name)
    # The figures of the worst pair lead, so that selecting the row brings those into sight.
    figures = dict.fromkeys([worst.a.figure, worst.b.figure, *(claim.figure for claim in comparison.claims)])
    return {
        "state": worst.status,
        "rank": -SEVERITY[worst.status],
        "status": wording.status(worst.status),
        "topic": wording.topic(comparison.topic),
        "left": _sayings(claim for claim in comparison.claims if claim.article == left),
        "right": _sayings(claim for claim in comparison.claims if claim.article == right),
        "why": brief if len(reasons) == 1 else _and_more(brief, len(reasons) - 1),
        "figures": tuple(figures),
        "reasons": reasons,
        "anchors": _anchors(pairs),
        "disputes": _disputes(pairs),
        "by_editor": by_editor.mark(analysis, (f for f in figures if f.article in (left, right)), pairs),
    }


def _disputes(pairs: Iterable[Pair]) -> tuple[tuple[frozenset[Anchor], ...], ...]:
    """The anchors of the pairs of each dispute."""
    return tuple(_anchors(dispute) for dispute in disputes(pairs))


def _anchors(pairs: Iterable[Pair]) -> tuple[frozenset[Anchor], ...]:
    return tuple(frozenset(anchors_of(pair)) for pair in pairs)


def _reasons(pairs: Sequence[Pair], by_name: Mapping[str, str]) -> tuple[str, ...]:
    """Why the worst of these pairs (worst first) are what they are."""
    return tuple(dict.fromkeys(wording.why(pair, by_name) for pair in pairs if pair.status is pairs[0].status))


def _single_rows(analysis: Analysis, told: set[Figure], left: str | None, right: str | None) -> list[dict[str, object]]:
    """Rows of what only one of the two articles says; a value that it repeats about one thing is one row."""
    rows: dict[tuple[str, str, str], dict[str, object]] = {}
    alike: dict[tuple[str, str, str], list[Figure]] = {}
    parted = by_editor.parted_between(analysis, (left, right))
    for claim in analysis.claims:
        if claim.article not in (left, right) or claim.figure in told:
            continue
        said, about = wording.says_briefly(claim), wording.topic(own_topic(claim))
        key = (claim.article, about, said)
        alike.setdefault(key, []).append(claim.figure)
        if key in rows:
            continue
        rows[key] = {
            "state": None,
            "rank": 1,
            "status": wording.status(None),
            "topic": about,
            "left": said if claim.article == left else "",
            "right": said if claim.article == right else "",
            "why": "",
            "reasons": (),
            "anchors": (),
            "disputes": (),
        }
    for key, row in rows.items():
        row["figures"] = tuple(alike[key])
        row["by_editor"] = by_editor.mark(analysis, alike[key], ())
        if not parted.isdisjoint(alike[key]):
            row["status"] = say("parted by the editor")
    return list(rows.values())


def matrix_table(analysis: Analysis, by_letter: Mapping[str, str], by_name: Mapping[str, str]) -> Table:
    """Topics by sources: what each of all articles says, those outside the largest group pointed out."""
    titles = {"status": say("Verdict"), "topic": say("About")}
    titles.update({article.id: f"{by_letter.get(article.id, '')} {article.name}" for article in analysis.articles})
    rows: list[dict[str, object]] = []
    outliers: set[tuple[int, str]] = set()
    for comparison in analysis.comparisons:
        pairs = sorted((*comparison.pairs, *comparison.internal), key=lambda pair: -SEVERITY[pair.status])
        verdict = wording.verdict(comparison, by_name)
        row: dict[str, object] = {
            "state": comparison.status,
            "rank": -SEVERITY[comparison.status] if comparison.status is not None else 1,
            "status": verdict,
            "topic": wording.topic(comparison.topic),
            "figures": tuple(claim.figure for claim in comparison.claims),
            "reasons": (verdict, *_reasons(pairs[:MOST_REASONS], by_name)),
            "anchors": _anchors(pairs),
            "disputes": _disputes(pairs),
            "by_editor": by_editor.mark(analysis, (claim.figure for claim in comparison.claims), pairs),
        }
        said: dict[str, list[Claim]] = {}
        for claim in comparison.claims:
            said.setdefault(claim.article, []).append(claim)
        for article in analysis.articles:
            row[article.id] = _sayings(said.get(article.id, ()))
        if comparison.verdict.standing is Standing.DISPUTED:
            outliers.update((len(rows), article) for article in comparison.verdict.outliers)
        rows.append(row)
    return _table(titles, rows, {article.id: article.id for article in analysis.articles}, frozenset(outliers))


def _sayings(claims: Iterable[Claim]) -> str:
    said = list(dict.fromkeys(wording.says_briefly(claim) for claim in claims))
    shown = "; ".join(said[:MOST_SAYINGS])
    return _and_more(shown, len(said) - MOST_SAYINGS) if len(said) > MOST_SAYINGS else shown


def _and_more(words: str, count: int) -> str:
    return say_count("{words} (and {count} more)", "{words} (and {count} more)", count, words=words)


def _table(
    titles: Mapping[str, str],
    rows: Sequence[Mapping[str, object]],
    sources: Mapping[str, str],
    outliers: frozenset[tuple[int, str]] = frozenset(),
) -> Table:
    # Column by column, for a frame of thousands of rows is made in one step that lets no other thread have its turn.
    columns = {name: [row[name] for row in rows] for name in (*BESIDES, *titles)}
    # Objects throughout: pandas would turn None into NaN, and an enumeration of text into text.
    frame = pd.DataFrame(columns, dtype=object)
    frame = frame.take(sorted(range(len(rows)), key=columns["rank"].__getitem__))  # type: ignore[arg-type]
    words = {name: [str(value).casefold() for value in frame[name]] for name in titles}
    places: dict[Figure, list[int]] = {}
    for number, figures in enumerate(frame["figures"]):
        for figure in figures:
            places.setdefault(figure, []).append(number)
    return Table(
        titles,
        frame,
        sources,
        outliers,
        {name: _ranks(column) for name, column in words.items()},
        ["\n".join(cells) for cells in zip(*words.values(), strict=True)],
        places,
    )


def _ranks(words: Sequence[str]) -> list[int | None]:
    """The place of each of these words among them in the alphabet."""
    known: dict[Any, int] = {word: number for number, word in enumerate(sorted(set(words)))}
    return [known[word] if word else None for word in words]
