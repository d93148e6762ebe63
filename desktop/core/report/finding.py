"""Says in plain sentences what a comparison found: how much, who is out of line and by what factor."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from desktop.core import wording
from desktop.core.agreement import Standing, Status
from desktop.core.analysis import Analysis
from desktop.core.language import phrase, say, say_count
from desktop.core.report.calling import Calling
from desktop.core.report.entries import Entries, Entry
from desktop.core.report.values import Count, Outlier
from desktop.core.standpoints import Standpoint, main_claims, standpoints

_ON: Mapping[Status, str] = {
    Status.CONFLICT: phrase("on {count} they contradict each other"),
    Status.APPROX: phrase("on {count} they come close"),
    Status.EQUIVALENT: phrase("on {count} they say the same in other terms"),
    Status.AGREE: phrase("on {count} they agree"),
}

MOST_TOPICS = 3
"""How many disputed topics the finding tells one by one."""


def finding(analysis: Analysis, entries: Entries, calling: Calling) -> tuple[str, ...]:
    """What was found, in sentences that stand for themselves."""
    disputed = entries.of(Status.CONFLICT)
    told = [_how_much(analysis, entries)]
    told += [_dispute(entry, calling.names) for entry in disputed[:MOST_TOPICS]]
    if len(disputed) > MOST_TOPICS:
        told.append(
            say_count(
                "They contradict each other on {count} more topic.",
                "They contradict each other on {count} more topics.",
                len(disputed) - MOST_TOPICS,
            )
        )
    told += _of_themselves(entries, calling)
    return tuple(told)


def counts(entries: Entries, singles: int) -> tuple[Count, ...]:
    """How many topics have each status, the worst first, and how many figures only one article has."""
    found = Counter(entry.status for entry in entries.between)
    told = [Count(status, found[status], wording.status(status)) for status in reversed(Status)]
    return (*told, Count(None, singles, wording.status(None)))


def outliers(analysis: Analysis, entries: Entries, calling: Calling) -> tuple[Outlier, ...]:
    """Who is out of line: outside the largest group, or where there is none, whose words are probably a slip."""
    return tuple(
        Outlier(
            source=calling.letters[article],
            name=calling.names[article],
            topic=wording.topic(entry.comparison.topic),
            said=wording.says(main_claims(entry.comparison)[article]),
            apart=apart,
            number=entry.number,
        )
        for entry in entries.of(Status.CONFLICT)
        for article, apart in _out_of_line(entry, analysis, calling.names)
    )


def _out_of_line(entry: Entry, analysis: Analysis, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The articles (ids) with how far each is from the others."""
    comparison = entry.comparison
    held = standpoints(comparison)
    if comparison.verdict.outliers:
        for one in held:
            for article in one.articles:
                if article in comparison.verdict.outliers:
                    yield article, wording.standpoint(one, names)[1]
        return
    slips = [reading for pair in entry.pairs for reading in analysis.readings_of(pair)]
    mains = {claim.figure for claim in main_claims(comparison).values()}
    slipped = {reading.article for reading in slips if mains.intersection(reading.mentions)}
    if len(slipped) == 1 and len(held) == 2:
        (article,) = slipped
        yield article, wording.standpoint(held[1], names)[1]


def _how_much(analysis: Analysis, entries: Entries) -> str:
    figures = say_count("{count} figure", "{count} figures", len(set(analysis.figures)))
    articles = say_count("{count} article", "{count} articles", len(analysis.articles))
    if not entries.between:
        nothing = say("No figures that speak of the same thing were found.")
        return " ".join((say("Compared: {articles} with {figures}.", articles=articles, figures=figures), nothing))
    topics = say_count("{count} topic", "{count} topics", len(entries.between))
    head = say("{articles} with {figures} meet on {topics}", articles=articles, figures=figures, topics=topics)
    found = Counter(entry.status for entry in entries.between)
    if not found[Status.CONFLICT]:
        return say("{head}, and contradict each other on none of them.", head=head)
    parts = [say(_ON[status], count=found[status]) for status in reversed(Status) if found[status]]
    return say("{head}: {parts}.", head=head, parts=wording.listed(parts))


def _dispute(entry: Entry, names: Mapping[str, str]) -> str:
    topic = wording.topic(entry.comparison.topic)
    held = standpoints(entry.comparison)
    if len(held) < 2 or entry.comparison.verdict.standing is not Standing.DISPUTED:
        return say("On {topic}: {verdict}", topic=topic, verdict=wording.verdict(entry.comparison, names))
    first, *others = held
    agreeing = say_count(
        "{names} says {said}",
        "{names} say {said}",
        len(first.articles),
        names=wording.listed([names[article] for article in first.articles]),
        said=say("“{quote}”", quote=wording.says(first.claim)),
    )
    apart = [_stands(one, names) for one in others]
    return say("On {topic}: {one}; {others}.", topic=topic, one=agreeing, others=wording.clauses(apart))


def _stands(held: Standpoint, names: Mapping[str, str]) -> str:
    said, apart = wording.standpoint(held, names)
    parts: Mapping[str, object] = {
        "names": wording.listed([names[article] for article in held.articles]),
        "said": say("“{quote}”", quote=said),
    }
    factor = apart.partition(". ")[0].rstrip(".") if apart[:1] in "×÷" and apart else ""
    if factor:
        several = ("{names} says {said} ({factor})", "{names} say {said} ({factor})")
        return say_count(*several, len(held.articles), factor=factor, **parts)
    return say_count("{names} says {said}", "{names} say {said}", len(held.articles), **parts)


def _of_themselves(entries: Entries, calling: Calling) -> list[str]:
    told = []
    inside: Sequence[str] = tuple(dict.fromkeys(entry.article for entry in entries.internal if entry.is_dispute))
    if inside:
        told.append(
            say_count(
                "{names} contradicts itself.",
                "{names} contradict themselves.",
                len(inside),
                names=wording.listed([calling.names[article] for article in inside]),
            )
        )
    wrong = Counter(entry.check.article for entry in entries.checks if entry.status is Status.CONFLICT)
    if wrong:
        told.append(
            say_count(
                "{count} calculation is wrong ({names}).",
                "{count} calculations are wrong ({names}).",
                wrong.total(),
                names=wording.listed([calling.names[article] for article in wrong]),
            )
        )
    return told
