"""Knows what of an analysis is an editor's doing: how figures are read, and which are linked or parted."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.core import wording
from desktop.core.agreement import Pair, Status, claim_at, what_is_said
from desktop.core.analysis import Analysis
from desktop.core.claims import PAYMENT, Claim
from desktop.core.figures import Figure
from desktop.core.language import say
from desktop.core.links import Link
from desktop.core.text import Span
from desktop.core.topics import own_topic
from desktop.core.wording import Names, topic, who_pays


class Linked(NamedTuple):
    """A link, the claim that it is asked for, and the other one."""

    link: Link
    mine: Claim
    other: Claim


def is_read(analysis: Analysis, article: str, span: Span) -> bool:
    """Whether the figure at a place of an article (id) is an editor's reading."""
    return any(one.span == span and one.quantity is not None for one in analysis.corrections_of(article))


def parties(analysis: Analysis, figure: Figure) -> str:
    """Who pays whom at a figure, where an editor gave any of it; "" elsewhere."""
    given = (one for one in analysis.corrections_of(figure.article) if one.span == figure.span)
    if not any(one.payer or one.payee for one in given):
        return ""
    claim = claim_at(analysis.claims_of(figure.article), figure.anchor)
    told = who_pays(claim.payer, claim.payee) if claim is not None else ""
    return say("{parties}, as the editor has it", parties=told) if told else ""


def is_compared(analysis: Analysis, figure: Figure) -> bool:
    """Whether a figure, or another mention of what it says, is in any pair."""
    for comparison in analysis.comparisons:
        claim = next((known for known in comparison.claims if known.figure == figure), None)
        if claim is not None:
            mine = {mention.figure for mention in comparison.mentions_of(claim)}
            if any(
                pair.a.figure in mine or pair.b.figure in mine for pair in (*comparison.pairs, *comparison.internal)
            ):
                return True
    return False


def stands_alone(claim: Claim) -> str:
    """What to say of a claim that was compared until an editor read its figure otherwise."""
    if claim.attribute == PAYMENT and claim.payer and claim.payee:
        return say(
            "It is compared with nothing now: nobody else speaks of a payment by {payer} to {payee}.",
            payer=claim.payer,
            payee=claim.payee,
        )
    return say(
        "It is compared with nothing now: nobody else speaks of the same ({topic}).", topic=topic(own_topic(claim))
    )


def links_at(analysis: Analysis, figure: Figure) -> tuple[Linked, ...]:
    """The links of a figure, or of another mention of what it says."""
    if not analysis.links:
        return ()
    claim = next((known for known in analysis.claims_of(figure.article) if known.figure == figure), None)
    return () if claim is None else tuple(_links_of(analysis, claim))


def links_of(analysis: Analysis, pair: Pair) -> tuple[Link, ...]:
    """The links that hold a pair together: those of its two claims, else those of one of them."""
    found = [linked for linked in links_at(analysis, pair.a.figure) if linked.link.is_same]
    there = {linked.link.places for linked in links_at(analysis, pair.b.figure)}
    both = tuple(linked.link for linked in found if linked.link.places in there)
    rest = [*found, *(linked for linked in links_at(analysis, pair.b.figure) if linked.link.is_same)]
    return both or tuple({linked.link.places: linked.link for linked in rest}.values())


def told(analysis: Analysis, figure: Figure, names: Names) -> tuple[str, ...]:
    """What an editor linked a figure with and parted it from, in words."""
    return tuple(in_words(linked, names) for linked in links_at(analysis, figure))


def in_words(linked: Linked, names: Names) -> str:
    """A link as it is told beside one of its figures."""
    quote = " ".join(linked.other.figure.quote.split())
    name = names.get(linked.other.article, linked.other.article)
    if linked.link.is_same:
        return say("Linked by the editor with “{quote}” ({name})", quote=quote, name=name)
    return say("Parted by the editor from “{quote}” ({name})", quote=quote, name=name)


def status_in_words(analysis: Analysis, figure: Figure, status: Status | None, facing: Iterable[str | None]) -> str:
    """What a figure is called of that status between two articles (ids): one in no pair was perhaps parted from what
    the other says."""
    sides = set(facing)
    if status is None and any(
        not linked.link.is_same and {linked.mine.article, linked.other.article} <= sides
        for linked in links_at(analysis, figure)
    ):
        return say("parted by the editor")
    return wording.status(status)


def parted_between(analysis: Analysis, facing: Iterable[str | None]) -> frozenset[Figure]:
    """The figures that an editor parted from what the other of two articles (ids) says, other mentions among them."""
    sides = set(facing)
    ends = [
        claim
        for link in analysis.links
        if not link.is_same and {anchor.article for anchor in link.anchors} <= sides
        for both in [[claim_at(analysis.claims_of(anchor.article), anchor) for anchor in link.anchors]]
        if None not in both
        for claim in both
        if claim is not None
    ]
    return frozenset(known.figure for end in ends for known in analysis.claims_of(end.article) if _is_said(known, end))


def mark(analysis: Analysis, figures: Iterable[Figure], pairs: Iterable[Pair]) -> str:
    """What a row of these figures and pairs owes to an editor, in a few words; "" for nothing."""
    read = {(one.article, one.span) for one in analysis.corrections if one.quantity is not None}
    is_linked = any(pair.by_editor for pair in pairs)
    is_corrected = bool(read) and any((figure.article, figure.span) in read for figure in figures)
    if is_linked and is_corrected:
        return say("linked and read by the editor")
    return say("linked by the editor") if is_linked else say("read by the editor") if is_corrected else ""


def _links_of(analysis: Analysis, claim: Claim) -> Iterator[Linked]:
    for link in analysis.links:
        one, other = (claim_at(analysis.claims_of(anchor.article), anchor) for anchor in link.anchors)
        if one is None or other is None:
            continue
        for mine, theirs in ((one, other), (other, one)):
            if _is_said(claim, mine):
                yield Linked(link, mine, theirs)
                break


def _is_said(claim: Claim, mine: Claim) -> bool:
    """Whether a claim is one of the two of a link, or another mention of it."""
    return mine.figure == claim.figure or (
        mine.attribute == claim.attribute and what_is_said(mine) == what_is_said(claim)
    )
