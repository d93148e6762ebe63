"""Links the old and the new value of one thing where a sentence tells of a correction or a new count."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.claims.clauses import Clauses
from desktop.core.claims.context import Draft
from desktop.core.quantities import Kind

_REVISABLE = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.TIME, Kind.MAGNITUDE, Kind.DURATION)


def with_revisions(drafts: Sequence[Draft], clauses: Clauses) -> list[Draft]:
    """The drafts of one sentence, the two values of a revision linked and of one attribute.

    Only where the sentence says that something was revised, and holds just two values of a kind that could be of one
    thing: "put back from 12 January to 2 February", "revised to 5.6% from an initial 5.8%".
    """
    found = list(drafts)
    words = clauses.lexicon.stance["revising"]
    told = any(token.lower in words for token in clauses.tokens) or bool(clauses.phrase_places("revising_phrases"))
    moved = bool(clauses.phrase_places("moving_phrases"))
    if len(found) < 2 or not (told or moved):
        return found
    for kind in _REVISABLE:
        places = _two_of_a_unit([at for at, draft in enumerate(found) if _may_be_revised(draft, kind)], found)
        if len(places) != 2:
            continue
        one, other = (found[at] for at in places)
        left, right = one.claim.figure.quantity, other.claim.figure.quantity
        if left == right or (left.unit and right.unit and left.unit != right.unit):
            continue
        known = next((draft for draft in (one, other) if draft.claim.attribute), None)
        if not told and (known is None or known.cue is None or not known.cue.attribute.revised):
            continue  # "up from 40" tells of a new count where counts are made anew, else of a growth
        if kind is Kind.DATE and _precision(left.iso) != _precision(right.iso):
            continue
        if kind is Kind.DATE and not all(any(map(str.isdigit, draft.claim.figure.quote)) for draft in (one, other)):
            continue
        apart = one.claim.attribute and other.claim.attribute and one.claim.attribute != other.claim.attribute
        if apart:
            again = [draft for draft in (one, other) if draft.cue is not None and draft.cue.attribute.revised]
            if len(again) == 1:
                known = again[0]  # "raised" is of the reward that is counted anew, and of no funding
            elif one.claim.firm and other.claim.firm:
                continue
        for at in places:
            claim = replace(found[at].claim, revision=True, revises=clauses.sentence.span)
            if known is not None:
                claim = replace(
                    claim, attribute=known.claim.attribute, firm=known.claim.firm, subject=known.claim.subject
                )
            found[at] = replace(found[at], claim=claim, cue=found[at].cue or (known.cue if known else None), follows="")
    return found


def _two_of_a_unit(places: Sequence[int], drafts: Sequence[Draft]) -> Sequence[int]:
    """The places; of more than two those of one unit, if they are two: "100,000, now 250,000 euros, about $292,000"."""
    if len(places) < _THREE:
        return places
    units = [drafts[at].claim.figure.quantity.unit for at in places]
    return [at for at, unit in zip(places, units, strict=True) if unit and units.count(unit) == _THREE - 1]


_THREE = 3


def _may_be_revised(draft: Draft, kind: Kind) -> bool:
    quantity = draft.claim.figure.quantity
    return quantity.kind is kind and not quantity.is_vague and (quantity.iso is not None or quantity.value is not None)


def _precision(iso: str | None) -> str:
    """How precise a date is: "31 March" (--03-31) as much as "30 June 2027"."""
    return "day" if iso and iso.count("-") >= _TO_THE_DAY else "month" if iso and "-" in iso else "year"


_TO_THE_DAY = 2
