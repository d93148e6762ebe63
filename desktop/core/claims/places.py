"""Finds the claims of one place in an article, without a look at all others: long articles have thousands."""

from bisect import bisect_left
from collections.abc import Sequence

from desktop.core.claims.claim import Claim
from desktop.core.text import Span


def of_sentence(claims: Sequence[Claim], sentence: Span) -> Sequence[Claim]:
    """The claims of a sentence. claims: those of one article, in the order of its text."""
    found = _between(claims, sentence.start, sentence.end)
    return [claim for claim in found if claim.sentence == sentence]


def around(claims: Sequence[Claim], middle: Claim, reach: int) -> Sequence[Claim]:
    """The claims whose figures begin less than `reach` characters from where the middle one's does, that one included.

    claims: those of one article, in the order of its text.
    """
    start = middle.figure.span.start
    return _between(claims, start - reach + 1, start + reach)


def _between(claims: Sequence[Claim], start: int, end: int) -> Sequence[Claim]:
    first = bisect_left(claims, start, key=_place)
    return claims[first : bisect_left(claims, end, first, key=_place)]


def _place(claim: Claim) -> int:
    return claim.figure.span.start
