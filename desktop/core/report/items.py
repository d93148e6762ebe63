"""Tells a topic: what each article says of it and where, how far apart they are, and what slip would explain that."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.core import by_editor, reasons, wording
from desktop.core.agreement import Standing, Status, what_is_said
from desktop.core.analysis import Analysis
from desktop.core.claims import Claim
from desktop.core.language import say
from desktop.core.report.calling import Calling
from desktop.core.report.citing import read_as
from desktop.core.report.entries import Entry, NumberedCheck
from desktop.core.report.passages import passage, passage_of
from desktop.core.report.told import Decided, Item, Passage, Remark, Sum, Voice
from desktop.core.standpoints import Standpoint, main_claims, standpoints

MOST_REASONS = 8
"""How many pairs of a topic are told in sentences; of fifty articles there would be a thousand."""
MOST_PASSAGES = 4
"""How many sentences of one article are quoted for one topic."""


def item(
    entry: Entry,
    analysis: Analysis,
    calling: Calling,
    rulings: Sequence[Decided] = (),
    notes: Sequence[Remark] = (),
) -> Item:
    """A topic, or the contradictions of one article, in words."""
    told, more = _reasons(entry, calling.names)
    pairs = entry.pairs if entry.is_dispute else ()
    suggested = {id(one): one for pair in pairs for one in analysis.readings_of(pair)}
    return Item(
        number=entry.number,
        status=entry.status,
        status_words=wording.status(entry.status),
        topic=wording.capital(wording.topic(entry.comparison.topic)),
        verdict="" if entry.article else wording.verdict(entry.comparison, calling.names),
        voices=tuple(_inside(entry, analysis, calling) if entry.article else _between(entry, analysis, calling)),
        reasons=told,
        more=more,
        slips=tuple(dict.fromkeys(reasons.suggestion(one, calling.names) for one in suggested.values())),
        rulings=tuple(rulings),
        notes=tuple(notes),
        by_editor=by_editor.mark(analysis, (claim.figure for claim in entry.claims), entry.pairs),
    )


def sum_of(entry: NumberedCheck, analysis: Analysis, calling: Calling, notes: Sequence[Remark] = ()) -> Sum:
    """A check of an article's arithmetic in words."""
    return Sum(
        number=entry.number,
        status=entry.status,
        status_words={
            Status.CONFLICT: say("wrong"),
            Status.APPROX: say("loose"),
            Status.AGREE: say("holds"),
        }[entry.status],
        source=calling.letters[entry.check.article],
        computation=wording.computation(entry.check.computation),
        words=wording.check(entry.check),
        passage=passage_of(entry.check, entry.status, analysis, calling),
        notes=tuple(notes),
        claimed=wording.quoted_figure(entry.check.claimed),
    )


def _between(entry: Entry, analysis: Analysis, calling: Calling) -> Iterable[Voice]:
    comparison = entry.comparison
    held = {article: one for one in standpoints(comparison) for article in one.articles}
    is_disputed = comparison.verdict.standing is Standing.DISPUTED
    mains = main_claims(comparison)
    for article in held:
        main = mains[article]
        own = [claim for claim in comparison.claims if claim.article == article]
        yield Voice(
            source=calling.letters[article],
            sayings=_sayings(main, own),
            amount=read_as(main),
            apart=_apart(held[article], calling.names) if is_disputed else "",
            is_outlier=is_disputed and article in comparison.verdict.outliers,
            passages=_passages(main, own, entry, analysis, calling),
        )


def _inside(entry: Entry, analysis: Analysis, calling: Calling) -> Iterable[Voice]:
    """A voice for each thing that the one article says."""
    said: dict[object, list[Claim]] = {}
    for claim in entry.claims:
        said.setdefault(what_is_said(claim), []).append(claim)
    for claims in said.values():
        main = claims[0]
        yield Voice(
            source=calling.letters[entry.article],
            sayings=_sayings(main, claims),
            amount=read_as(main),
            passages=(passage(main, claims, entry.status, entry.comparison.topic, analysis, calling),),
        )


def _sayings(main: Claim, claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(wording.says(claim) for claim in (main, *claims)))


def _apart(held: Standpoint, names: Mapping[str, str]) -> str:
    return wording.standpoint(held, names)[1]


def _passages(
    main: Claim, own: Sequence[Claim], entry: Entry, analysis: Analysis, calling: Calling
) -> tuple[Passage, ...]:
    """The sentences of the main claim and of what else is in a dispute, each sentence once."""
    status = entry.status
    worst = {id(claim) for pair in entry.pairs if pair.status is status for claim in (pair.a, pair.b)}
    said = {what_is_said(main)}
    chosen = [main]
    for claim in sorted(own, key=lambda claim: id(claim) not in worst):
        if what_is_said(claim) in said or len(chosen) == MOST_PASSAGES or (id(claim) not in worst):
            continue
        said.add(what_is_said(claim))
        if all(claim.sentence != known.sentence for known in chosen):
            chosen.append(claim)
    in_order = [main, *sorted(chosen[1:], key=lambda claim: claim.figure.span)]
    return tuple(passage(claim, own, status, entry.comparison.topic, analysis, calling) for claim in in_order)


def _reasons(entry: Entry, names: Mapping[str, str]) -> tuple[tuple[str, ...], int]:
    """Why the worst pairs are what they are; and how many pairs are not told.

    Of several articles that dispute, only how each standpoint is to the first: the rest follows from it.
    """
    worst = [pair for pair in entry.pairs if pair.status is entry.status]
    chosen = worst
    if not entry.article and entry.is_dispute and len({claim.article for claim in entry.claims}) > 2:
        apart = [one.pair for one in standpoints(entry.comparison) if one.pair is not None]
        chosen = [pair for pair in apart if pair.status is entry.status] or worst
    told = tuple(dict.fromkeys(wording.why(pair, names) for pair in chosen))[:MOST_REASONS]
    return told, len(dict.fromkeys(wording.why(pair, names) for pair in worst)) - len(told)
