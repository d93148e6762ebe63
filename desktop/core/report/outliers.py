"""Says who is out of line, by what factor, and which slip would explain it."""

from collections.abc import Iterator, Mapping

from desktop.core import wording
from desktop.core.agreement import Diagnosis, Pair, Status, what_is_said
from desktop.core.analysis import Analysis
from desktop.core.claims import Claim
from desktop.core.language import say, say_count
from desktop.core.report.calling import Calling
from desktop.core.report.citing import as_said
from desktop.core.report.disputes import is_update
from desktop.core.report.entries import Entries, Entry, NumberedCheck
from desktop.core.report.values import Outlier
from desktop.core.standpoints import Standpoint, main_claims, standpoints

MOST_OUTLIERS = 16
"""How many are told; the first page of a report has no room for two hundred."""


def outliers(analysis: Analysis, entries: Entries, calling: Calling) -> tuple[Outlier, ...]:
    """Who is out of line in which topic: outside the largest group, probably by a slip, against itself, or by its own
    arithmetic; and where two articles simply differ, both. Counts that grew from day to day are out of no line."""
    against_itself = {(id(entry.comparison), entry.article): entry for entry in entries.internal if entry.is_dispute}
    found: list[Outlier] = []
    told: set[tuple[int, str]] = set()
    for entry in entries.of(Status.CONFLICT):
        lone = list(_out_of_line(entry, analysis))
        for article, held in lone:
            itself = against_itself.get((id(entry.comparison), article))
            found.append(_outlier(entry, article, held, itself, calling))
            told.add((id(entry.comparison), article))
        if not lone:
            found += _both(entry, calling)
    for entry in against_itself.values():
        if (id(entry.comparison), entry.article) not in told:
            found.append(_with_itself(entry, calling))
    wrong = (one for one in entries.checks if one.status is Status.CONFLICT)
    return (*found, *(_by_arithmetic(one, calling) for one in wrong))


def more_outliers(count: int) -> str:
    """That so many are not told; "" where all are."""
    if count <= 0:
        return ""
    return say_count("And {count} more, told at its topic.", "And {count} more, told at their topics.", count)


def _outlier(entry: Entry, article: str, held: Standpoint, itself: Entry | None, calling: Calling) -> Outlier:
    apart = wording.standpoint(held, calling.names)[1]
    if (
        itself is not None
        and held.pair is not None
        and _is_of_direction(held.pair)
        and any(map(_is_of_direction, itself.pairs))
    ):
        apart = say("It has it both ways, see No. {number}.", number=itself.number)
    elif itself is not None:
        aside = say("It says both, see No. {number}.", number=itself.number)
        apart = f"{apart} {aside}" if apart else aside
    return Outlier(
        source=calling.letters[article],
        name=calling.names[article],
        topic=wording.topic(entry.comparison.topic),
        said=as_said(_meant(article, held, main_claims(entry.comparison)[article])),
        apart=apart,
        number=entry.number,
    )


def _both(entry: Entry, calling: Calling) -> Iterator[Outlier]:
    """Two that simply differ, by name: neither is set against the other."""
    held = standpoints(entry.comparison)
    if len(held) != 2 or held[1].pair is None or is_update(held[1].pair):
        return
    own, other = (held[1].pair.a, held[1].pair.b)
    yield Outlier(
        source="",
        name=wording.listed([calling.names[article] for one in held for article in one.articles]),
        topic=wording.topic(entry.comparison.topic),
        said=say("{one} or {other}", one=as_said(own), other=as_said(other)),
        apart=_factor(held[1].pair, calling.names),
        number=entry.number,
    )


def _with_itself(entry: Entry, calling: Calling) -> Outlier:
    pair = entry.pairs[0]
    return Outlier(
        source=calling.letters[entry.article],
        name=calling.names[entry.article],
        topic=wording.topic(entry.comparison.topic),
        said=say("{one} or {other}", one=as_said(pair.a), other=as_said(pair.b)),
        apart=_factor(pair, calling.names),
        number=entry.number,
    )


def _by_arithmetic(one: NumberedCheck, calling: Calling) -> Outlier:
    return Outlier(
        source=calling.letters[one.check.article],
        name=calling.names[one.check.article],
        topic=say("its own arithmetic"),
        said=say("“{quote}”", quote=" ".join((one.check.said or one.check.claimed.quote).split())),
        apart=wording.check(one.check),
        number=one.number,
    )


def _factor(pair: Pair, names: Mapping[str, str]) -> str:
    """How far two claims are apart, neither against the other, and which slip would explain it."""
    told = []
    if pair.ratio is not None and pair.ratio != 1:
        if pair.ratio < 2:
            told.append(say("{apart}.", apart=wording.apart(pair)))
        else:
            told.append(say("A factor of {number}.", number=wording.amount(wording.tidy(pair.ratio), None)))
    told += [wording.cause(diagnosis, pair, names) for diagnosis in pair.diagnoses[:1]]
    return " ".join(part for part in told if part)


def _out_of_line(entry: Entry, analysis: Analysis) -> Iterator[tuple[str, Standpoint]]:
    """The articles (ids) with where each stands."""
    comparison = entry.comparison
    held = standpoints(comparison)
    if comparison.verdict.outliers:
        for one in held:
            for article in one.articles:
                is_later = one.pair is not None and is_update(one.pair)
                if article in comparison.verdict.outliers and not is_later:
                    yield article, one
        return
    slips = [reading for pair in entry.pairs for reading in analysis.readings_of(pair)]
    mains = {claim.figure for claim in main_claims(comparison).values()}
    slipped = {reading.article for reading in slips if mains.intersection(reading.mentions)}
    if len(slipped) == 1 and len(held) == 2:
        (article,) = slipped
        yield article, held[1]


def _is_of_direction(pair: Pair) -> bool:
    """Whether two differ in who pays whom."""
    return Diagnosis.DIRECTION in pair.diagnoses


def _meant(article: str, held: Standpoint, main: Claim) -> Claim:
    """Which claim of an article its standpoint is measured by."""
    claims = (held.pair.a, held.pair.b) if held.pair is not None else ()
    mine = [claim for claim in claims if claim.article == article]
    return main if not mine or what_is_said(mine[0]) == what_is_said(main) else mine[0]
