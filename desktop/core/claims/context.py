"""Fills in what a sentence leaves to the sentences around it: attribute, parties, which of several events."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from desktop.core.claims.attributes import Cue
from desktop.core.claims.claim import CONTRACT, PAYMENT, Claim, Mark, Modality
from desktop.core.claims.naming import Namesakes, same_name
from desktop.core.claims.parties import Parties, main_parties
from desktop.core.quantities import Kind
from desktop.core.text import Span

_WEAK = 0.6
_NEVER = 9999
_NEXT = 12
"""How many characters may lie between a sentence and the next: blanks, line ends, quotation marks."""
_PER_YEAR = {"month": 12, "year": 1}


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as its own sentence gives it, and what the sentences around it may add.

    cue: what spoke for its attribute. follows: "bracket" or "compared" where it hangs on the figure before it.
    generic: whether it speaks of deals in general. opens_back: whether its sentence goes on about the one before
    ("It …", "The quake …"). given: what of "payer" and "payee" an editor gives.
    """

    claim: Claim
    cue: Cue | None
    parties: Parties
    opens_with_anaphor: bool
    behind_anaphor: bool
    generic: bool
    follows: str
    opens_back: bool = False
    given: frozenset[str] = frozenset()

    @property
    def is_of_an_event(self) -> bool:
        """Whether it tells what an accident or a crime did: to people, in money, or how strong a quake was."""
        attribute = None if self.cue is None else self.cue.attribute
        return attribute is not None and (attribute.person or attribute.revised)


def with_context(drafts: Sequence[Draft], published: date | None) -> tuple[Claim, ...]:
    """The claims, with what a sentence leaves to the sentences around it."""
    drafts = with_usual_names(drafts)
    main = main_parties(
        draft.parties
        for draft in drafts
        if draft.claim.attribute == PAYMENT and not draft.claim.figure.quantity.is_vague
    )
    claims: list[Claim] = []
    whole = _whole(drafts)
    latest = max((claim.claim.as_of[:4] for claim in drafts if claim.claim.as_of), default=None)
    for draft in drafts:
        claim = draft.claim
        if claims and draft.opens_back and _is_told_earlier(claims, claim):
            # "Earlier, a quake of 2.0 struck. It was one mile deep.": still the earlier one
            claim = replace(claim, marks=claim.marks | {Mark.EARLIER})
        if claims and draft.follows:
            claim = _like_the_one_before(claim, claims[-1], compared=draft.follows == "compared")
        elif _tells_of_old(claim, published, latest) or (
            draft.is_of_an_event and whole.years.get(claim.sentence, _NEVER) < _history(claim, published)
        ):
            claim = replace(claim, marks=claim.marks | {Mark.EARLIER})
        if claim.figure.quantity.kind is Kind.MONEY:
            if draft.opens_with_anaphor and (draft.cue is None or draft.cue.strength < 0.5):
                claim = _like_the_last(claim, claims)
            elif draft.cue is None or (draft.behind_anaphor and draft.cue.strength < 1):
                claim = _like_the_same_amount(claim, whole)
            elif _is_the_payment(draft, whole):
                claim = replace(claim, attribute=PAYMENT, subject=None)
        if draft.given:
            claim = _as_given(claim, draft, main)
        elif claim.attribute == PAYMENT and main is not None:
            claim = _with_parties(claim, draft, main)
        if claim.figure.quantity.kind is Kind.MAGNITUDE and claim.of is None and claims:
            # "The strongest, of magnitude 5.6, …" speaks of the aftershocks before it
            claim = replace(claim, of=_instance_before(claims))
        if claim.attribute == PAYMENT and not claim.payer and not claim.payee:
            known = draft.cue is not None and not draft.generic
            claim = replace(claim, attribute=CONTRACT if known else None, firm=False)
        claims.append(claim)
    return tuple(claims)


def with_usual_names(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one name for each party: of "Acme" and "Acme Corp" the one that the article uses most."""
    counts = Counter(name for draft in drafts for name in (draft.claim.payer, draft.claim.payee) if name)
    alike = Namesakes(counts)

    @cache
    def usual(name: str | None) -> str | None:
        known = () if name is None else alike.of(name)
        return max(known, key=lambda other: (counts[other], -len(other), other), default=name)

    return [
        draft
        if not (draft.claim.payer or draft.claim.payee or draft.parties.payer or draft.parties.payee)
        else replace(
            draft,
            claim=replace(draft.claim, payer=usual(draft.claim.payer), payee=usual(draft.claim.payee)),
            parties=draft.parties._replace(payer=usual(draft.parties.payer), payee=usual(draft.parties.payee)),
        )
        for draft in drafts
    ]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the claims of an article as a whole say, in tables, so that each claim asks them once.

    amounts: the first two claims with an attribute that state an amount (value, unit). payments: the amounts of its
    payments as yearly rates (unit, rate). years: the latest year that each sentence names.
    """

    amounts: Mapping[tuple[Decimal, str | None], Sequence[Claim]]
    payments: frozenset[tuple[str | None, Decimal]]
    years: Mapping[Span, int]


def _whole(drafts: Sequence[Draft]) -> _Whole:
    amounts: dict[tuple[Decimal, str | None], list[Claim]] = {}
    payments: set[tuple[str | None, Decimal]] = set()
    years: dict[Span, int] = {}
    for draft in drafts:
        claim, quantity = draft.claim, draft.claim.figure.quantity
        if claim.attribute and quantity.value is not None:
            alike = amounts.setdefault((quantity.value, quantity.unit), [])
            if len(alike) < 2:
                alike.append(claim)
            if claim.attribute == PAYMENT and (yearly := _yearly(claim)) is not None:
                payments.add((quantity.unit, yearly))
        if quantity.kind is Kind.DATE and quantity.iso is not None and quantity.iso.isdecimal():
            years[claim.sentence] = max(int(quantity.iso), years.get(claim.sentence, 0))
    return _Whole(amounts, frozenset(payments), years)


def _is_told_earlier(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether the sentence before a claim's own went back in time as a whole."""
    before: Span | None = None
    for other in reversed(claims):
        if other.sentence == claim.sentence:
            continue
        before = before or other.sentence
        if other.sentence != before:
            break
        if Mark.EARLIER not in other.marks:
            return False
    return before is not None and 0 <= claim.sentence.start - before.end <= _NEXT


def _history(claim: Claim, published: date | None) -> int:
    """The year before which a sentence about victims tells of another accident than the article's."""
    return 0 if published is None or claim.headline else published.year - 1


def _instance_before(claims: Sequence[Claim]) -> str | None:
    before = claims[-1]
    if before.figure.quantity.kind is Kind.MAGNITUDE:
        return before.of
    return before.figure.quantity.unit if before.figure.quantity.unit in ("aftershock", "foreshock") else None


def _like_the_one_before(claim: Claim, before: Claim, *, compared: bool) -> Claim:
    """The claim about the same thing as the one before it; compared: at an earlier time."""
    marks = (before.marks - {Mark.CONVERTED}) | {Mark.EARLIER if compared else Mark.CONVERTED}
    as_of = claim.as_of if compared else before.as_of
    return replace(
        claim,
        attribute=before.attribute,
        subject=before.subject,
        payer=before.payer,
        payee=before.payee,
        marks=marks,
        as_of=as_of,
    )


def _tells_of_old(claim: Claim, published: date | None, latest: str | None) -> bool:
    """Whether a count is of a year well before the article's own time ("in 1987, when … killed 1,100 people")."""
    if claim.as_of is None or claim.figure.quantity.kind is not Kind.COUNT or not claim.as_of[:4].isdecimal():
        return False
    now = published.year if published is not None else int(latest or claim.as_of[:4])
    return int(claim.as_of[:4]) < now - 1


def _like_the_last(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    for other in reversed(earlier[-6:]):
        if other.figure.quantity.kind is Kind.MONEY and other.attribute is not None:
            return replace(claim, attribute=other.attribute, subject=other.subject)
    return claim


def _like_the_same_amount(claim: Claim, whole: _Whole) -> Claim:
    """A bare amount takes the attribute that the article gives the same amount elsewhere."""
    quantity = claim.figure.quantity
    if quantity.value is None or quantity.value < 1000:
        return claim
    for other in whole.amounts.get((quantity.value, quantity.unit), ()):
        if other.figure is not claim.figure:
            return replace(claim, attribute=other.attribute, subject=other.subject)
    return claim


def _is_the_payment(draft: Draft, whole: _Whole) -> bool:
    """Whether a rate with a weak cue ("the price", "new income") is the amount that the article tells as a payment."""
    yearly = _yearly(draft.claim)
    if draft.cue is None or yearly is None or draft.claim.attribute == PAYMENT:
        return False
    weak = draft.cue.strength < _WEAK or draft.cue.attribute.generic or not draft.cue.attribute.exclusive
    return weak and (draft.claim.figure.quantity.unit, yearly) in whole.payments


def _yearly(claim: Claim) -> Decimal | None:
    """An amount of money per month or year as one per year, None for any other."""
    quantity = claim.figure.quantity
    times = _PER_YEAR.get(quantity.per or "")
    return None if times is None or quantity.value is None else quantity.value * times


def _as_given(claim: Claim, draft: Draft, main: tuple[str, str] | None) -> Claim:
    """The claim with the parties that an editor gives; who is not given is whom the sentence or the article names."""
    read = draft.claim
    claim = replace(claim, payer=read.payer, payee=read.payee, parties_stated=True)
    if main is not None:
        claim = _with_parties(claim, draft, main)
    if claim.payer and claim.payee:
        claim = replace(claim, attribute=PAYMENT, subject=None, firm=True)
    return claim


def _with_parties(claim: Claim, draft: Draft, main: tuple[str, str]) -> Claim:
    """Payer and payee filled from the article's main payment, where the sentence names one of them or none."""
    payer, payee = main
    stated = draft.parties
    if (claim.payer and claim.payee) or stated.foreign:
        return claim
    if claim.payer or claim.payee:
        known, role = (claim.payer, "payer") if claim.payer else (claim.payee, "payee")
        if same_name(known, payer):
            other = payee
        elif same_name(known, payee):
            other = payer
        else:
            return claim
        return replace(claim, payer=known if role == "payer" else other, payee=other if role == "payer" else known)
    partner = any(same_name(name, known) for name in stated.partners for known in main)
    if draft.generic or (claim.figure.quantity.is_vague and not partner):
        return claim
    named = (*stated.partners, *stated.bystanders)
    if claim.modality is Modality.SPECULATED and not named:
        return claim
    foreign = [name for name in named if not any(same_name(name, known) for known in main)]
    if foreign and not any(same_name(name, known) for name in claim.names for known in main):
        return claim
    return replace(claim, payer=payer, payee=payee)
