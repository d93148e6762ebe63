"""Reads how long payments go on: start, end, length of the term, and the start-up time."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.core.claims import Claim, of_sentence
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.core.timeline.schedule import Month, month_of

_MONTH = re.compile(r"\d{4}-\d\d")
_USUAL_TERM = 3
_LONGEST_TERM = 600
_LONGEST_RAMP = 36
_CLOSE = 120
"""How many characters may lie between the sentence of an amount and that of its term."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an article as a whole says of how long its payments go on; looked for once.

    end: the month that "until" and the like name most often. start: the first that "starting in" names. ramp: months
    of a slow start. term: the one length of time that it names, None where it names none, or several. is_bound: whether
    it speaks of a term or an end at all. has_notice: whether somebody can leave early.
    """

    end: Claim | None
    start: Claim | None
    ramp: tuple[Claim, ...]
    term: Claim | None
    is_bound: bool
    has_notice: bool


def terms_of(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> Terms:
    """How long the payments of an article go on, as far as it is told for all of them."""
    ends = _months(claims, "end_date")
    counts = Counter(month(claim) for claim in ends)
    lengths = [c for c in claims if c.attribute == "term" and months_of(c, lexicon) and _is_term(article, c, lexicon)]
    return Terms(
        end=max(ends, key=lambda claim: (counts[month(claim)], -claim.figure.span.start), default=None),
        start=next(iter(_months(claims, "start_date")), None),
        ramp=tuple(c for c in claims if c.attribute == "ramp" and c.figure.quantity.iso and not c.negated),
        term=lengths[0] if len({months_of(claim, lexicon) for claim in lengths}) == 1 else None,
        is_bound=any(claim.attribute in ("term", "end_date") for claim in claims),
        has_notice=any(claim.attribute == "notice" for claim in claims),
    )


def month(claim: Claim) -> Month:
    """The month of a claim that names one."""
    return (claim.figure.quantity.iso or "")[:7]


def _months(claims: Sequence[Claim], attribute: str) -> list[Claim]:
    """The claims of an attribute that name a month and its year."""
    return [c for c in claims if c.attribute == attribute and _MONTH.match(c.figure.quantity.iso or "")]


def is_open(article: Article, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether "until" leaves open that the last month is paid ("through" does not)."""
    before = article.text[max(0, figure.span.start - 12) : figure.span.start].lower().split()
    return bool(before) and before[-1] in lexicon.grammar["openness"]


def term_of(article: Article, claim: Claim, claims: Sequence[Claim], whole: Terms, lexicon: Lexicon) -> Claim | None:
    """How long the payment of a claim goes on: the time that its sentence spans, else the term beside it.

    A term of another sentence counts if it stands close by, alone of its kind in the article and without an amount of
    its own: "deals of some billions over five years" are others.
    """
    inside = [
        other
        for other in of_sentence(claims, claim.sentence)
        if months_of(other, lexicon) and _is_term(article, other, lexicon)
    ]
    if inside:
        return min(inside, key=lambda other: abs(other.figure.span.start - claim.figure.span.start))
    if whole.term is None or _distance(claim, whole.term) > _CLOSE:
        return None
    money = any(o.figure.quantity.kind is Kind.MONEY for o in of_sentence(claims, whole.term.sentence))
    return None if money else whole.term


def _distance(one: Claim, other: Claim) -> int:
    return max(one.sentence.start - other.sentence.end, other.sentence.start - one.sentence.end)


def _is_term(article: Article, claim: Claim, lexicon: Lexicon) -> bool:
    before = article.text[max(0, claim.figure.span.start - 30) : claim.figure.span.start].lower().split()
    if before and before[-1] in lexicon.grammar["part_times"]:
        return False  # "over the first six months"
    if claim.attribute == "term":
        return True
    behind = article.text[claim.figure.span.end : claim.figure.span.end + 12].lower().split()
    return bool(before) and before[-1] in lexicon.grammar["spans"] and not {"ago", "before"}.intersection(behind[:1])


def months_of(claim: Claim, lexicon: Lexicon) -> int | None:
    """How many months a stated time lasts, None where it is no whole number of them or more than fifty years."""
    quantity = claim.figure.quantity
    if quantity.kind is not Kind.DURATION or quantity.value is None or quantity.is_vague:
        return None
    factor = lexicon.period_months.get(quantity.unit or "")
    months = None if factor is None else Fraction(quantity.value) * factor
    return int(months) if months is not None and months.denominator == 1 and 1 < months <= _LONGEST_TERM else None


def ramp_of(
    article: Article, claims: Sequence[Claim], end: Month | None
) -> tuple[tuple[Month, Month] | None, tuple[str, ...]]:
    """The first and last month of a start-up time, with a year where the article gives none, and what was guessed.

    claims: those that name months of the start-up time.
    """
    isos = [claim.figure.quantity.iso or "" for claim in claims]
    whole = sorted(iso[:7] for iso in isos if len(iso) >= 7 and iso[0] != "-" and "Q" not in iso)
    if whole:
        return (whole[0], whole[-1]), ()
    bare = [int(iso[2:4]) for iso in isos if iso.startswith("--")]
    if not bare:
        return None, ()
    # Only months that follow one another are one start-up time ("in May and June").
    run = [bare[0]]
    for number in bare[1:]:
        if number == run[-1] % 12 + 1:
            run.append(number)
    if article.published is not None:
        year = article.published.year
        guess = "year_from_publication"
    elif end is not None:
        year = int(end[:4]) - _USUAL_TERM if run[0] <= int(end[5:7]) else int(end[:4]) - _USUAL_TERM - 1
        guess = "year_from_usual_term"
    else:
        return None, ()
    first = year * 12 + run[0] - 1
    return (month_of(first), month_of(first + len(run) - 1)), (guess,)


def ramp_time(article: Article, claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Claim, int] | None:
    """A start-up time of so many months ("payments ramp up over the first six months"), None where none is told."""
    cues = lexicon.attributes["ramp"].cues
    for claim in claims:
        months = months_of(claim, lexicon)
        if months is None or months > _LONGEST_RAMP:
            continue
        before = article.text[claim.sentence.start : claim.figure.span.start].lower().split()[-8:]
        if any(word.startswith(tuple(cues)) for word in before) and "first" in before:
            return claim, months
    return None
