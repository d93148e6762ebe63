"""Lists the figures and pairs of a comparison as values, for tables that are counted and sorted in."""

from collections.abc import Iterator, Mapping

from desktop.core import reasons, wording
from desktop.core.agreement import Pair, Status
from desktop.core.analysis import Analysis
from desktop.core.figures import Figure
from desktop.core.language import say
from desktop.core.report.calling import Calling
from desktop.core.report.entries import Entries, Entry
from desktop.core.report.reviewing import Reviewed, time_in_words
from desktop.core.report.tables import FigureRecord, PairRecord
from desktop.core.topics import own_topic

LONGEST_SENTENCE = 1000
"""How much of a sentence stands in a record, in characters."""


def figure_records(
    analysis: Analysis, entries: Entries, calling: Calling, worst: Mapping[Figure, Status]
) -> Iterator[FigureRecord]:
    """Every figure once, in the order of articles and text. worst: the worst status of each, where it has any."""
    # the first of several claims on one figure, and the first entry that has it
    claims = {claim.figure: claim for claim in reversed(analysis.claims)}
    entry_of = {claim.figure: entry for entry in reversed(tuple(entries)) for claim in entry.claims}
    for number, figure in enumerate(calling.figures, 1):
        claim, found = claims[figure], entry_of.get(figure)
        quantity, text = figure.quantity, calling.article(figure.article).text
        yield FigureRecord(
            number=number,
            source=calling.letters[figure.article],
            quote=_line(figure.quote),
            kind=say(wording.KINDS[quantity.kind]),
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit or "",
            per=quantity.per or "",
            exactness=say(wording.EXACTNESS[quantity.exactness]),
            iso=quantity.iso or "",
            topic=wording.topic(found.comparison.topic if found is not None else own_topic(claim)),
            status=worst.get(figure),
            status_words=wording.status(worst.get(figure)),
            sentence=_line(claim.sentence.of(text)[:LONGEST_SENTENCE]),
            line=calling.line(figure.article, figure.span.start),
            start=figure.span.start,
            end=figure.span.end,
            item=found.number if found is not None else 0,
        )


def pair_records(analysis: Analysis, entries: Entries, calling: Calling, reviewed: Reviewed) -> Iterator[PairRecord]:
    """Every pair, in the order of the entries' numbers, the worst of each first."""
    for entry in sorted(entries, key=lambda entry: entry.number):
        for pair in entry.pairs:
            yield _pair(pair, entry, analysis, calling, reviewed)


def _pair(pair: Pair, entry: Entry, analysis: Analysis, calling: Calling, reviewed: Reviewed) -> PairRecord:
    names: Mapping[str, str] = calling.names
    ruling = reviewed.ruled.on((pair,))
    all_on = reviewed.ruled.all_on(pair)
    slips = (reasons.suggestion(reading, names) for reading in analysis.readings_of(pair))
    told = ""
    if ruling is not None:
        one, other = pair.a.figure.anchor, pair.b.figure.anchor
        told = wording.ruling_between(reviewed.ruled.as_on(ruling, one, other), one, other, names)
        if reviewed.ruled.is_contested(pair):
            told = wording.contested((reviewed.ruled.as_on(each, one, other) for each in all_on), one, other, names)
    return PairRecord(
        item=entry.number,
        status=pair.status,
        status_words=wording.status(pair.status),
        topic=wording.topic(pair.topic),
        is_internal=pair.is_internal,
        a=calling.number(pair.a.figure),
        b=calling.number(pair.b.figure),
        says_a=wording.says(pair.a),
        says_b=wording.says(pair.b),
        ratio=pair.ratio,
        why=wording.why(pair, names),
        slip=" ".join(dict.fromkeys(slips)),
        ruling=told,
        reason=ruling.reason.strip() if ruling is not None else "",
        ruled_by=wording.commas(list(dict.fromkeys(wording.editor(each.by) for each in all_on))) if all_on else "",
        ruled_at=time_in_words(ruling.at) if ruling is not None else "",
    )


def _line(words: str) -> str:
    return " ".join(words.split())
