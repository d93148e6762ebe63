"""Quotes the sentences that claims stand in, with their figures marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.core import by_editor
from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.cards import circumstances
from desktop.core.checks import Check
from desktop.core.claims import Claim, Modality
from desktop.core.figures import Figure
from desktop.core.language import say
from desktop.core.report.calling import Calling
from desktop.core.report.told import Passage, Piece, Pieces
from desktop.core.text import Span
from desktop.core.topics import Topic

LONGEST = 420
"""How much of a sentence is quoted, in characters; of a longer one, what stands around its figures."""
_AROUND = 140


def passage(
    claim: Claim, mentions: Iterable[Claim], status: Status, topic: Topic, analysis: Analysis, calling: Calling
) -> Passage:
    """The sentence of a claim. mentions: other claims whose figures are marked where they stand in it, too."""
    article = calling.article(claim.article)
    meant = [claim.figure, *(one.figure for one in mentions if one.article == claim.article)]
    inside = {figure: status for figure in meant if figure.span.overlaps(claim.sentence)}
    # by whom it is said, and with how many ifs, stands in the sentence itself
    told = replace(claim, attribution=None)
    if told.modality is Modality.SPECULATED:
        told = replace(told, modality=Modality.ASSERTED)
    if not claim.parties_stated and calling.tells_both_ways(claim):
        told = replace(told, payer=None, payee=None)
    about = list(circumstances(told, topic, by_editor.parties(analysis, claim.figure)))
    if claim.headline:
        about.insert(0, say("headline"))
    return Passage(
        source=calling.letters[article.id],
        pieces=_quoted(article.text, claim.sentence, claim.figure.span, inside),
        line=calling.line(article.id, claim.figure.span.start),
        about="; ".join(about),
        number=calling.number(claim.figure),
    )


def passage_of(check: Check, status: Status, analysis: Analysis, calling: Calling) -> Passage:
    """The sentence or sentences of a statement that is checked."""
    article = calling.article(check.article)
    figures = (check.claimed, *check.terms)
    sentences = [claim.sentence for claim in analysis.claims_of(article.id) if claim.figure in figures]
    near = [one for one in sentences if one.overlaps(check.span)] or [check.span]
    whole = Span(min(one.start for one in near), max(one.end for one in near))
    marked = {figure: status for figure in figures if figure.span.overlaps(whole)}
    return Passage(
        source=calling.letters[article.id],
        pieces=_quoted(article.text, whole, check.claimed.span, marked),
        line=calling.line(article.id, check.span.start),
        number=calling.number(check.claimed) if check.claimed in calling.figures else 0,
    )


def full_text(text: str, statuses: Mapping[Figure, Status | None]) -> Pieces:
    """A whole text with its figures marked."""
    return tuple(_pieces(text, Span(0, len(text)), statuses, is_meant=False)) if text else ()


def _quoted(text: str, sentence: Span, figure: Span, marked: Mapping[Figure, Status | None]) -> Pieces:
    """What is quoted of a sentence around a figure, in one line."""
    start, end = min(sentence.start, figure.start), max(sentence.end, figure.end)
    cut_start, cut_end = start, end
    if end - start > LONGEST:
        first = min((one.span.start for one in marked), default=figure.start)
        last = max((one.span.end for one in marked), default=figure.end)
        if last - first > LONGEST:
            first, last = figure.start, figure.end
        cut_start = max(start, first - _AROUND)
        cut_end = min(end, last + _AROUND)
        if cut_start > start:
            cut_start = _behind_blank(text, cut_start, first)
        if cut_end < end:
            cut_end = _before_blank(text, last, cut_end)
    shown = {one: status for one, status in marked.items() if cut_start <= one.span.start and one.span.end <= cut_end}
    pieces = _in_one_line(list(_pieces(text, Span(cut_start, cut_end), shown, is_meant=True)))
    if cut_start > start:
        pieces.insert(0, Piece("… "))
    if cut_end < end:
        pieces.append(Piece(" …"))
    return tuple(pieces)


def _pieces(text: str, span: Span, marked: Mapping[Figure, Status | None], *, is_meant: bool) -> Iterable[Piece]:
    reached = span.start
    for figure in sorted(marked, key=lambda figure: (figure.span.start, -figure.span.end)):
        if figure.span.start < reached:  # a figure inside one that is marked already
            continue
        if figure.span.start > reached:
            yield Piece(text[reached : figure.span.start])
        yield Piece(figure.span.of(text), is_figure=True, status=marked[figure], is_meant=is_meant)
        reached = figure.span.end
    if reached < span.end:
        yield Piece(text[reached : span.end])


def _in_one_line(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every run of white space made one blank, none at the ends."""
    found: list[Piece] = []
    ends_blank = True
    for piece in pieces:
        words = " ".join(piece.text.split())
        lead = "" if ends_blank or not piece.text[0].isspace() else " "
        tail = " " if words and piece.text[-1].isspace() else ""
        if lead or words:
            found.append(piece._replace(text=f"{lead}{words}{tail}"))
            ends_blank = found[-1].text.endswith(" ")
    if found and ends_blank:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip(" "))
    return [piece for piece in found if piece.text]


def _behind_blank(text: str, start: int, stop: int) -> int:
    at = text.find(" ", start, stop)
    return at + 1 if at >= 0 else start


def _before_blank(text: str, start: int, stop: int) -> int:
    at = text.rfind(" ", start, stop)
    return at if at >= 0 else stop
