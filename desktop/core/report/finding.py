"""Says in plain sentences what a comparison found: how much, what is disputed, and who contradicts itself."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.language import phrase, phrases, say, say_count
from desktop.core.report.calling import Calling
from desktop.core.report.disputes import MOST_TOPICS, dispute, of_itself
from desktop.core.report.entries import Entries
from desktop.core.report.values import Count

_ON: Mapping[Status, tuple[tuple[str, str], str]] = {
    Status.CONFLICT: (
        phrases("contradict each other on {count} topic", "contradict each other on {count} topics"),
        phrase("contradict each other on {count}"),
    ),
    Status.APPROX: (
        phrases("come close on {count} topic", "come close on {count} topics"),
        phrase("come close on {count}"),
    ),
    Status.EQUIVALENT: (
        phrases("say the same in other terms on {count} topic", "say the same in other terms on {count} topics"),
        phrase("say the same in other terms on {count}"),
    ),
    Status.AGREE: (phrases("agree on {count} topic", "agree on {count} topics"), phrase("agree on {count}")),
}
"""What articles do on so many topics: where it is told first, and behind that."""

MOST_NAMED = 8
"""How many further disputed topics are named."""


def finding(analysis: Analysis, entries: Entries, calling: Calling) -> tuple[str, ...]:
    """What was found, in sentences that stand for themselves."""
    disputed = entries.of(Status.CONFLICT)
    told = [_how_much(analysis, entries)]
    told += [dispute(entry, calling) for entry in disputed[:MOST_TOPICS]]
    told += _further([wording.topic(entry.comparison.topic) for entry in disputed[MOST_TOPICS:]])
    told += _of_themselves(entries, calling)
    return tuple(told)


def counts(entries: Entries, singles: int) -> tuple[Count, ...]:
    """How many topics have each status, the worst first, and how many figures only one article has."""
    found = Counter(entry.status for entry in entries.between)
    told = [Count(status, found[status], wording.status(status)) for status in reversed(Status)]
    return (*told, Count(None, singles, wording.status(None)))


def _how_much(analysis: Analysis, entries: Entries) -> str:
    if not analysis.articles:
        return say("No articles were compared.")
    figures = say_count("{count} figure", "{count} figures", len(set(analysis.figures)))
    articles = say_count("{count} article", "{count} articles", len(analysis.articles))
    if len(analysis.articles) == 1:
        return say("{articles} with {figures}: there is nothing to compare.", articles=articles, figures=figures)
    if not entries.between:
        nothing = say("No figures that speak of the same thing were found.")
        return " ".join((say("Compared: {articles} with {figures}.", articles=articles, figures=figures), nothing))
    topics = say_count("{count} topic", "{count} topics", len(entries.between))
    head = say("{articles} with {figures} have {topics} in common.", articles=articles, figures=figures, topics=topics)
    found = Counter(entry.status for entry in entries.between)
    there = [status for status in reversed(Status) if found[status]]
    parts = [
        say(_ON[status][1], count=found[status]) if place else say_count(*_ON[status][0], found[status])
        for place, status in enumerate(there)
    ]
    if found[Status.CONFLICT]:
        return " ".join((head, say("They {parts}.", parts=wording.listed(parts))))
    return " ".join((head, say("They do not contradict each other: they {parts}.", parts=wording.listed(parts))))


def _further(topics: Sequence[str]) -> list[str]:
    """Which topics are disputed besides those that are told."""
    named = list(dict.fromkeys(topics))
    if not named:
        return []
    if len(named) > MOST_NAMED:
        told = wording.clauses(named[:MOST_NAMED])
        return [
            say_count(
                "Also disputed: {topics}; and {count} more.",
                "Also disputed: {topics}; and {count} more.",
                len(named) - MOST_NAMED,
                topics=told,
            )
        ]
    return [say("Also disputed: {topics}.", topics=wording.clauses(named))]


def _of_themselves(entries: Entries, calling: Calling) -> list[str]:
    inside = [entry for entry in entries.internal if entry.is_dispute]
    told = [of_itself(entry, calling) for entry in inside[:MOST_TOPICS]]
    named = {entry.article for entry in inside[:MOST_TOPICS]}
    rest = list(dict.fromkeys(entry.article for entry in inside if entry.article not in named))
    if rest:
        told.append(
            say_count(
                "{names} contradicts itself, too.",
                "{names} contradict themselves, too.",
                len(rest),
                names=wording.listed([calling.names[article] for article in rest]),
            )
        )
    wrong = Counter(entry.check.article for entry in entries.checks if entry.status is Status.CONFLICT)
    if wrong:
        told.append(
            say_count(
                "{count} calculation does not hold ({names}).",
                "{count} calculations do not hold ({names}).",
                wrong.total(),
                names=wording.listed([calling.names[article] for article in wrong]),
            )
        )
    return told
