"""Whether what belongs together stays on one page, wherever the page ends."""

from dataclasses import replace

import pypdfium2
import pytest

from desktop.core.agreement import Status
from desktop.core.report import Answer, Draft, Item, Piece, Voice
from desktop.printing import pdf
from tests.report_items import NOTE, RULING, passage
from tests.reports import calm_report, rich_report

LINES = range(0, 24, 3)
"""How many lines stand before: each moves the ends of the pages."""


def texts(report):
    with pypdfium2.PdfDocument(pdf(report).data) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


def before(report, lines):
    return replace(report, disagreements=(), finding=("A line that moves what follows.",) * lines)


def page_of(words, told):
    (found,) = [number for number, page in enumerate(told) if words in page]
    return found


@pytest.mark.parametrize("lines", LINES)
def test_a_ruling_and_a_note_stay_with_who_made_them(lines):
    rulings = tuple(
        replace(
            RULING, words=f"Decided{place}.", by=f"Ruler{place}.", number=0, reason="Because it is so. " * (place % 9)
        )
        for place in range(30)
    )
    notes = tuple(
        replace(NOTE, text="Something to say. " * (place % 7) + f"Noted{place}.", by=f"Noter{place}.", answers=(
            Answer(f"Answered{place}.", f"Answerer{place}.", ""),
        ))
        for place in range(30)
    )  # fmt: skip
    told = texts(before(replace(calm_report(), rulings=rulings, other_notes=notes), lines))
    for place in range(30):
        of_ruling = [number for number, page in enumerate(told) if f"Decided{place}." in page]
        assert of_ruling[-1] == [number for number, page in enumerate(told) if f"Ruler{place}." in page][-1]
        assert page_of(f"Noted{place}.", told) == page_of(f"Noter{place}.", told)
        assert page_of(f"Answered{place}.", told) == page_of(f"Answerer{place}.", told)


@pytest.mark.parametrize("status", [Status.CONFLICT, Status.AGREE])
@pytest.mark.parametrize("lines", LINES)
def test_who_says_what_stays_with_the_first_of_what_is_quoted(status, lines):
    def voice(letter, place):
        quoted = passage(letter, "Words that fill a page.", 1)
        pieces = (Piece(f"Begun{place}{letter}. " + "A long sentence that was quoted in full. " * 22),)
        return Voice(letter, (f"Said{place}{letter}.",), passages=(replace(quoted, pieces=pieces), quoted))

    items = tuple(
        Item(place, status, "status", f"topic {place}", "", (voice("A", place), voice("B", place)), ("Why.",))
        for place in range(1, 9)
    )
    report = before(rich_report(), lines)
    report = replace(replace(report, agreeing=(), internal=()), **{_part(status): items})
    told = texts(report)
    for place in range(1, 9):
        for letter in "AB":
            words = f"{place}{letter}."
            assert page_of(f"Said{words}", told) == page_of(f"Begun{words}", told)


def _part(status):
    return "agreeing" if status is Status.AGREE else "disagreements"


@pytest.mark.parametrize("lines", range(24))
def test_a_line_of_arithmetic_and_numbers_of_a_draft_begin_no_page(lines):
    draft = Draft("A", "Harbor Ledger", ("It is so. " * 40,) * 2, (7,))
    report = before(rich_report(), lines)
    report = replace(report, agreeing=report.agreeing * 9, drafts=(draft,) * 9)
    for page in texts(report)[1:]:
        first = page.splitlines()[1:2]  # below the title
        assert not [line for line in first if line.startswith(("The arithmetic", "No. 7"))]
