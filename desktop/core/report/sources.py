"""Tells the sources of a comparison: what each is, where it is from and by what it is known."""

from collections import Counter
from collections.abc import Iterator, Mapping

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.figures import Figure
from desktop.core.language import say
from desktop.core.report.calling import Calling
from desktop.core.report.passages import full_text
from desktop.core.report.reviewing import time_in_words
from desktop.core.report.told import Single
from desktop.core.report.values import FullText, Source, Version
from desktop.core.text import last_part
from desktop.core.topics import own_topic
from desktop.core.workspace import Workspace


def sources(workspace: Workspace, analysis: Analysis, calling: Calling) -> tuple[Source, ...]:
    """The articles that were compared, in their order."""
    figures = Counter(figure.article for figure in calling.figures)
    return tuple(
        Source(
            letter=calling.letters[article.id],
            name=calling.names[article.id],
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            published_words=wording.day(article.published) if article.published is not None else "",
            file=_file(article.source),
            address=article.source if _is_address(article.source) else "",
            sha256=article.sha256,
            imported=time_in_words(article.imported),
            figures=figures[article.id],
            notice=article.notice,
            earlier=tuple(
                Version(known.sha256, time_in_words(known.imported))
                for known in workspace.earlier
                if known.id == article.id
            ),
        )
        for article in analysis.articles
    )


def singles(analysis: Analysis, calling: Calling) -> Iterator[Single]:
    """What only one article says, by article and topic, in the order of the texts."""
    told = {claim.figure for one in analysis.comparisons if one.pairs for claim in one.claims}
    found: dict[tuple[str, str], dict[str, Figure]] = {}
    for claim in analysis.claims:
        if claim.figure not in told:
            key = claim.article, wording.topic(own_topic(claim))
            found.setdefault(key, {}).setdefault(wording.says_briefly(claim), claim.figure)
    for (article, topic), sayings in found.items():
        first = next(iter(sayings.values()))
        yield Single(calling.letters[article], topic, tuple(sayings), calling.number(first))


def full_texts(analysis: Analysis, calling: Calling, worst: Mapping[Figure, Status]) -> tuple[FullText, ...]:
    """The articles with all their figures marked. worst: the worst status of each figure, where it has any."""
    return tuple(
        FullText(
            calling.letters[article.id],
            full_text(
                article.text,
                {figure: worst.get(figure) for figure in calling.figures if figure.article == article.id},
            ),
        )
        for article in analysis.articles
    )


def left_out(workspace: Workspace, analysis: Analysis, calling: Calling) -> str:
    """Which articles of the workspace were not compared, in a sentence; "" where all were."""
    compared = {article.id for article in analysis.articles}
    out = [article for article in workspace.articles if article.id not in compared]
    named = [f"{calling.letters[article.id]} {calling.names[article.id]}" for article in out]
    return say("Not compared: {names}.", names=wording.listed(named)) if named else ""


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _file(source: str) -> str:
    """The name of the file that a path of any system ends in; a report says nothing of anybody's folders."""
    return "" if _is_address(source) else last_part(source)
