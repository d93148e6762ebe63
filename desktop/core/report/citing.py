"""Cites what an article says in its own words, as one does to those who wrote it: never as somebody else reads it."""

import re
from dataclasses import replace

from desktop.core import wording
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.language import say
from desktop.core.quantities import Exactness, Kind, is_fraction
from desktop.core.report.calling import Calling
from desktop.core.text import Span

_AROUND = 48
"""How much of a sentence is cited before and behind a figure that does not speak for itself, in characters."""
_PER = re.compile(r"\b(?:an?|each|every)\s+(?=\w+$)")
_NOUGHTS = re.compile(r"(\d\.\d*?)0+\b")


def cited(figure: Figure) -> str:
    """The words of a figure in quotation marks, and how an editor reads them where that is something else."""
    words = say("“{quote}”", quote=wording.printed(figure))
    if not figure.is_reread:
        return words
    return say("{words} (which we read as {amount})", words=words, amount=wording.quantity(figure.quantity))


def as_said(claim: Claim) -> str:
    """What a claim says, its words in quotation marks where they are printed so: "“$15 billion” in all"."""
    words = wording.printed(claim.figure)
    if words == " ".join(claim.figure.quote.split()):
        told = say("“{quote}”", quote=words)
    else:
        # Translators: words of an article that do not stand side by side in it, as "annual … about $18 billion"
        told = say("{words}", words=words)
    return wording.says(claim).replace(words, told, 1)


def cited_in_full(claim: Claim, calling: Calling, *, is_told_by_itself: bool = True) -> str:
    """The same with what stands around the figure, where it does not speak for itself ("37", "in May").

    is_told_by_itself: whether an amount of money does.
    """
    figure = claim.figure
    if (
        (is_told_by_itself and figure.quantity.kind is Kind.MONEY)
        or figure.is_reread
        or not claim.sentence.covers(figure.span)
    ):
        return cited(figure)
    return say("“{quote}”", quote=_excerpt(calling.article(claim.article).text, claim.sentence, figure.span))


def read_as(claim: Claim) -> str:
    """What a figure is read as, "" where that says nothing that its words do not: dates, times, parts of a whole, sizes
    without an end, and what only repeats the words."""
    quantity = claim.figure.quantity
    if quantity.kind in (Kind.DATE, Kind.TIME) or is_fraction(quantity) or quantity.high is None:
        return ""
    figure, read = claim.figure, wording.quantity(quantity)
    if figure.is_reread:
        return read
    amount, bare = figure.quote, replace(quantity, exactness=Exactness.EXACT)
    if figure.period is not None:  # "annually" needs no "per year" beside it
        amount, bare = _without_period(figure), replace(bare, per=None)
    number = replace(bare, unit=None) if quantity.kind is Kind.COUNT else bare  # its noun stands in the sentence
    told = {_plain(wording.quantity(known)) for known in (quantity, bare, number)}
    return "" if told.intersection(map(_plain, (amount, figure.quote, wording.printed(figure)))) else read


def _without_period(figure: Figure) -> str:
    start = figure.span.start
    return figure.quote[max(0, figure.core.start - start) : figure.core.end - start]


def _plain(words: str) -> str:
    """Words without what a reader does not see as a difference: large letters, joining marks, "a" for "per"."""
    words = _PER.sub("per ", _NOUGHTS.sub(r"\1", words.casefold()))
    return "".join(letter for letter in words if letter.isalnum() or letter in "$€£¥₹.%")


def _excerpt(text: str, sentence: Span, figure: Span) -> str:
    start, end = max(sentence.start, figure.start - _AROUND), min(sentence.end, figure.end + _AROUND)
    before, behind = text[start : figure.start], text[figure.end : end]
    if start > sentence.start:
        before = "… " + before.partition(" ")[2] if " " in before else "…" + before
    if end < sentence.end:
        behind = behind.rpartition(" ")[0] + " …" if " " in behind else behind + "…"
    else:
        behind = behind.removesuffix(".")
    return " ".join(f"{before}{figure.of(text)}{behind}".split())
