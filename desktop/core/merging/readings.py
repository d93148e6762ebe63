"""Knows how two editors' corrections and links stand together: what is said against mine is kept as a note on it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from desktop.core import wording
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction, with_correction
from desktop.core.corrections import in_order as corrections_in_order
from desktop.core.language import phrase, say
from desktop.core.links import Link, with_link
from desktop.core.merging.naming import Names

MERGED = "merge"
"""The tag of a note that tells what another editor said and what cannot hold beside what is said here."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The corrections and links of two workspaces. aside: what cannot hold beside mine, as notes."""

    corrections: tuple[Correction, ...]
    links: tuple[Link, ...]
    aside: tuple[Annotation, ...] = ()
    added_corrections: int = 0
    added_links: int = 0


def joined_readings(
    corrections: tuple[Correction, ...],
    links: tuple[Link, ...],
    their_corrections: Iterable[Correction],
    their_links: Iterable[Link],
    names: Names,
) -> Readings:
    """Mine, and theirs as far as both can hold."""
    read, linked, aside = corrections, links, []
    for correction in their_corrections:
        said = (correction.anchor, correction.quantity, correction.payer, correction.payee)
        if any((one.anchor, one.quantity, one.payer, one.payee) == said for one in read):
            continue
        signed = replace(correction, by=names.of(correction.by))
        if correction.holds and any(_overlap(one, correction) for one in read):
            aside.append(_correction_aside(signed, correction.by))
        elif correction.holds:
            read = with_correction(read, signed)
        else:
            read = corrections_in_order((*read, signed))
    for link in their_links:
        known = next((one for one in linked if one.places == link.places), None)
        signed_link = replace(link, by=names.of(link.by))
        if known is None:
            linked = with_link(linked, signed_link)
        elif known.is_same is not link.is_same:
            aside.append(_link_aside(signed_link, link.by))
    return Readings(read, linked, tuple(aside), len(read) - len(corrections), added_links=len(linked) - len(links))


def _overlap(mine: Correction, theirs: Correction) -> bool:
    return mine.holds and mine.article == theirs.article and mine.span.overlaps(theirs.span)


def _correction_aside(correction: Correction, author: str) -> Annotation:
    quantity = correction.quantity
    what = say("no figure here") if quantity is None else wording.quantity(quantity)
    if correction.payer and correction.payee:
        what = say("{amount}, {payer} pays {payee}", amount=what, payer=correction.payer, payee=correction.payee)
    elif correction.payer or correction.payee:
        who = phrase("{amount}, {name} pays") if correction.payer else phrase("{amount}, {name} is paid")
        what = say(who, amount=what, name=correction.payer or correction.payee)
    text = say("{name} reads: {amount}", name=correction.by or say("The other editor"), amount=what)
    told = (author, quantity, correction.payer, correction.payee)
    return _aside((correction.anchor,), text, correction.by, correction.at, told)


def _link_aside(link: Link, author: str) -> Annotation:
    words = phrase("{name} says: these two speak of the same")
    if not link.is_same:
        words = phrase("{name} says: these two do not speak of the same")
    text = say(words, name=link.by or say("The other editor"))
    return _aside(link.anchors, text, link.by, link.at, (author, link.is_same))


def _aside(anchors: tuple[Anchor, ...], text: str, by: str, at: str, told: tuple[object, ...]) -> Annotation:
    """A note whose id follows from what it tells, so that it comes in once: even if its place moved meanwhile."""
    quotes = sorted(anchor.quote for anchor in anchors)
    when = at or sorted(anchors)
    own = f"{MERGED}-{sha256(repr((*told, quotes, when)).encode()).hexdigest()[:24]}"
    return Annotation(anchors, text, by, at, own, tags=(MERGED,))
