"""Whether the first page of the PDF says what was found, to whom and when, and has room for no more than it should."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from desktop.core.agreement import Status
from desktop.core.report.told import Single
from desktop.core.report.values import Count
from desktop.printing import pages, pdf
from tests.reports import calm_report, large_report, rich_report

MANY = 50


def texts(report):
    with pypdfium2.PdfDocument(pdf(report).data) as opened:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in opened]


def bookmarks(report):
    with pikepdf.open(io.BytesIO(pdf(report).data)) as document, document.open_outline() as outline:
        return {entry.title: [child.title for child in entry.children] for entry in outline.root}


def with_rulings(count, report=None):
    report = report or rich_report()
    one = report.rulings[0]
    rulings = tuple(
        replace(one, words=f"Ruling {place}", reason=f"Reason {place}.", is_contested=place == count - 1)
        for place in range(count)
    )
    return replace(report, rulings=rulings)


def test_it_says_who_made_it_and_when_something_last_changed():
    assert "Last change 22 November 2026, 08:10 UTC · Prepared by Tomasz Hale" in texts(rich_report())[0]
    assert "Prepared by Tomasz Hale" in texts(replace(calm_report(), editor="Tomasz Hale"))[0]
    assert "Prepared" not in "".join(texts(calm_report()))
    assert "Last change" not in "".join(texts(calm_report()))


def test_who_is_out_of_line_is_quoted_as_the_report_quotes():
    first = texts(rich_report())[0]
    assert "Harbor Ledger: “$1.25 billion annual” – payment rate, Anthropic to SpaceX (No. 1)" in first
    assert "Quillmark Wire and Sparkfeed: “two sites” or three – number of sites (No. 2)" in first
    assert "Sparkfeed: “over 80%” – its own arithmetic (No. 8)" in first
    assert "And 4 more, told at their topics." in first


def test_what_editors_ruled_stands_on_it_in_full_where_it_has_room():
    first, *rest = texts(rich_report())
    assert "Quillmark Wire is right – payment rate, Anthropic to SpaceX (No. 1) The prospectus gives" in first
    assert "A “$1.25 billion annual” / B “$1.25 billion per month” Ines Duarte · 21 November 2026" in first
    assert "What editors ruled" not in bookmarks(rich_report())
    assert "“$1.25 billion per month” Ines Duarte" in " ".join(rest)


def test_of_many_rulings_it_names_some_and_leads_to_all():
    report = with_rulings(MANY)
    first, *rest = texts(report)
    # what editors disagree on comes first
    assert [word for word in first.split("Ruling ")[1:] if word][0].startswith(f"{MANY - 1} ")
    assert first.count("Ruling ") < 10
    assert "Reason" not in first
    assert all(f"Ruling {place} " in " ".join(rest) and f"Reason {place}." in " ".join(rest) for place in range(MANY))
    page = next(number for number, told in enumerate(rest, start=2) if "Ruling 0 " in told and "Reason 0." in told)
    assert f"What editors ruled: Page {page}" in first
    assert "What editors ruled" in bookmarks(report)


def test_even_with_much_to_tell_it_begins_with_what_was_found():
    report = with_rulings(MANY)
    first = texts(replace(report, outliers=report.outliers * 4))[0]
    assert all(sentence in first for sentence in report.finding)
    assert "Who is out of line" in first
    assert first.count("12 times less") == 4


def test_contents_stand_on_it_where_it_has_room_for_them_and_else_nowhere():
    contents = rich_report().labels["contents"]
    assert contents in texts(rich_report())[0]
    assert "Disagreements" in texts(rich_report())[1]
    for sentences in range(4, 36, 4):
        told = texts(replace(rich_report(), finding=("Something was found, and it is told in a line.",) * sentences))
        assert contents not in " ".join(told[1:])
    # behind more than a page, disagreements follow at once
    assert "What editors ruled" in told[1]
    assert "1 payment rate, Anthropic to SpaceX" in told[1]


def test_in_a_long_report_contents_are_followed_at_once():
    finding = ("Something was found, and it is told in a line.",) * 34
    report = replace(large_report(60), finding=finding)
    with_contents = next(page for page in texts(report) if "Contents" in page)
    assert "1 payment rate of contract 1" in with_contents


def test_where_nothing_was_compared_nothing_is_said_to_be_without_contradiction():
    counts = (Count(Status.AGREE, 0, "agree"), Count(None, 3, "only in one"))
    told = " ".join(texts(replace(calm_report(), counts=counts, finding=(), agreeing=())))
    assert calm_report().labels["nothing_compared"] in told
    assert calm_report().labels["no_disagreements"] not in told


def test_a_sum_is_called_by_what_is_claimed():
    sums = bookmarks(rich_report())["Arithmetic inside the articles"]
    assert [" ".join(title.split()) for title in sums] == ["8 “over 80%”: 150/18.7 - 1 = 7.02", "9 1.25*12 = 15"]


def test_what_one_article_alone_says_is_told_with_what_that_means():
    report = replace(rich_report(), singles=(Single("B", "notice period", ("90 days",)),))
    assert f"{report.labels['singles']} {report.labels['singles_note']} B Quillmark Wire" in " ".join(texts(report))


@pytest.mark.parametrize("make", [rich_report, calm_report])
def test_pages_are_as_many_as_in_the_document(make):
    assert len(pages(make(), ppi=20)) == len(texts(make()))
