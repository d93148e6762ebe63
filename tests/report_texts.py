"""The articles behind the rich report for tests, and what of them can be counted."""

import re
from dataclasses import replace
from decimal import Decimal

from desktop.core.agreement import Status
from desktop.core.report.tables import FigureRecord, PairRecord
from desktop.core.report.told import Piece, Pieces

_MARK = re.compile(r"\{(conflict|approx|equivalent|agree|)(\*?)\|([^}]*)\}")
LEDGER = (
    "A $1.25 Billion-a-Year Bet on Somebody Else's Machines\n\nYet there it is in black and white: Anthropic has put"
    " its name to a {conflict*|$1.25 billion annual} commitment with SpaceX, and not one satellite launch is"
    " included.\n\nThe agreement runs until {agree|May 2029}, long enough for both sides to plan buildings around it."
    " SpaceX has yearly revenue of around {approx|$18 billion}.\n"
)
WIRE = (
    "Anthropic to pay SpaceX $1.25 billion per month for computing, IPO papers show\n\nAnthropic has agreed to pay"
    " SpaceX {conflict*|$1.25 billion per month} through {agree|May 2029} for the use of its data centers, regulatory"
    " papers showed.\n\nIt works out at roughly {equivalent|$15 billion annually}. The agreement can be ended"
    " on {|90 days}' notice.\n"
)
FEED = (
    "🛰️ SpaceX’s $150B Second Act\n\n💸 {conflict*|$12.5 billion per month}, the price Anthropic has accepted, through"
    " {agree|May 2029}.\n📈 Approximately {conflict|$150 billion annually} in new income for SpaceX.\n🧮 The new income"
    " exceeds the {approx|$18.7 billion} of revenue that SpaceX was projected to make in {|2025} by {conflict|over"
    " 80%}.\n"
)


def pieces(marked: str) -> Pieces:
    """Pieces of a text in which a figure is written "{conflict*|$15 billion}", the star for what is meant."""
    found: list[Piece] = []
    place = 0
    for mark in _MARK.finditer(marked):
        if mark.start() > place:
            found.append(Piece(marked[place : mark.start()]))
        status, meant, text = mark.groups()
        found.append(Piece(text, True, Status(status) if status else None, bool(meant)))
        place = mark.end()
    if place < len(marked):
        found.append(Piece(marked[place:]))
    return tuple(found)


def text_of(marked: str) -> str:
    """A text without the marks of `pieces`."""
    return "".join(piece.text for piece in pieces(marked))


def figures() -> tuple[FigureRecord, ...]:
    def figure(number: int, letter: str, quote: str, low: str | None, per: str, **more: object) -> FigureRecord:
        text = text_of({"A": LEDGER, "B": WIRE, "C": FEED}[letter])
        start = text.index(quote)
        known = FigureRecord(
            number=number,
            source=letter,
            quote=quote,
            kind="amount",
            low=Decimal(low) if low else None,
            high=Decimal(low) if low else None,
            unit="USD",
            per=per,
            exactness="exact",
            iso="",
            topic="payment rate, Anthropic to SpaceX",
            status=Status.CONFLICT,
            status_words="conflict",
            sentence=text[text.rfind("\n", 0, start) + 1 : text.find("\n", start)],
            line=text.count("\n", 0, start) + 1,
            start=start,
            end=start + len(quote),
            item=1,
        )
        return replace(known, **more)  # type: ignore[arg-type]

    dated = {
        "kind": "date", "unit": "", "iso": "2029-05", "topic": "end of the term",
        "status": Status.AGREE, "status_words": "agree", "item": 7,
    }  # fmt: skip
    close = {"item": 5, "status": Status.APPROX, "status_words": "close", "topic": "SpaceX's revenue"}
    single = {
        "kind": "duration", "unit": "day", "topic": "notice period", "item": 0, "status": None,
        "status_words": "only in one",
    }  # fmt: skip
    share = {"kind": "percentage", "unit": "%", "topic": "percentage", "item": 8, "exactness": "over"}
    return (
        figure(1, "A", "$1.25 billion annual", "1250000000", "year"),
        figure(2, "A", "May 2029", None, "", **dated),
        figure(3, "A", "$18 billion", "18000000000", "", exactness="about", **close),
        figure(4, "B", "$1.25 billion per month", "1250000000", "month"),
        figure(5, "B", "May 2029", None, "", **dated),
        figure(6, "B", "$15 billion annually", "15000000000", "year", exactness="about"),
        figure(7, "B", "90 days", "90", "", **single),
        figure(8, "C", "$12.5 billion per month", "12500000000", "month"),
        figure(9, "C", "$150 billion annually", "150000000000", "year"),
        figure(10, "C", "over 80%", "80", "", **share),
    )  # fmt: skip


def pairs() -> tuple[PairRecord, ...]:
    first = PairRecord(
        item=1,
        status=Status.CONFLICT,
        status_words="conflict",
        topic="payment rate, Anthropic to SpaceX",
        is_internal=False,
        a=1,
        b=4,
        says_a="$1.25 billion annual",
        says_b="$1.25 billion per month",
        ratio=Decimal(12),
        why="$1.25 billion per month is $15 billion per year; that is 12 times $1.25 billion per year.",
        slip="A seems to have taken an amount per month for one per year.",
        ruling="Quillmark Wire is right",
        reason="The prospectus gives the amount per month (page 112).",
        ruled_by="Ines Duarte",
        ruled_at="21 November 2026, 20:40 UTC",
    )
    undecided = {"ruling": "", "reason": "", "ruled_by": "", "ruled_at": ""}
    return (
        first,
        replace(first, a=4, b=8, says_a="$1.25 billion per month", says_b="$12.5 billion per month", ratio=Decimal(10),
                why="$12.5 billion is 10 times $1.25 billion.", slip="C seems to have moved the point.", **undecided),
        replace(first, item=7, status=Status.AGREE, status_words="agree", topic="end of the term", a=2, b=5,
                says_a="May 2029", says_b="May 2029", ratio=None, why="Both say May 2029.", slip="", **undecided),
    )  # fmt: skip
