"""Cites what articles say in their own words, with how an editor reads them where that is something else."""

from dataclasses import replace

from desktop.core.claims import Claim, Mark
from desktop.core.figures import Figure
from desktop.core.language import say
from desktop.core.quantities import Kind, Quantity
from desktop.core.wording.quantities import quantity


def says(claim: Claim) -> str:
    """What a claim says, in the article's own words: "37", "37, read as 39 by the editor"."""
    return _read(claim.figure, _in_own_words(claim))


def says_within(claim: Claim) -> str:
    """The same within a sentence: "37 (read as 39 by the editor)"."""
    words = _in_own_words(claim)
    if not claim.figure.is_reread:
        return words
    return say(
        "{words} (read as {amount} by the editor)",
        words=words,
        amount=reading(claim.figure.quantity, claim.figure.quote),
    )


def says_briefly(claim: Claim) -> str:
    """The same where there is little room: "37 → 39"."""
    words = _in_own_words(claim)
    return f"{words} → {reading(claim.figure.quantity, claim.figure.quote)}" if claim.figure.is_reread else words


def quoted_figure(figure: Figure) -> str:
    """The words of a figure on one line, in quotation marks: "“37”", "“37”, read as 39 by the editor"."""
    return _read(figure, say("“{quote}”", quote=" ".join(figure.quote.split())))


def reading(read: Quantity, quote: str) -> str:
    """What an editor reads these words as; a bare number without the noun, which stands in the text beside it."""
    if read.kind is Kind.COUNT and not any(map(str.isalpha, quote)):
        number = quantity(replace(read, unit=None))
        if number != quote:  # else it is the noun that is another
            return number
    return quantity(read)


def printed(figure: Figure) -> str:
    """A figure in the article's own words, with what softens it and what it is a rate of; a rate apart is set off
    ("$18 billion … annually")."""
    text = " ".join(figure.quote.split())
    if figure.hedge is not None:
        softener = " ".join(figure.softener.split())
        text = f"{softener} {text}" if figure.hedge < figure.core else f"{text} {softener}"
    if figure.rate and figure.period is not None:
        text = f"{figure.rate} … {text}" if figure.period < figure.core else f"{text} … {figure.rate}"
    return text


def _in_own_words(claim: Claim) -> str:
    text = printed(claim.figure)
    return say("{amount} in all", amount=text) if Mark.TOTAL in claim.marks else text


def _read(figure: Figure, words: str) -> str:
    if not figure.is_reread:
        return words
    return say("{words}, read as {amount} by the editor", words=words, amount=reading(figure.quantity, figure.quote))
