"""Whether a PDF says when something last changed, and nothing where nobody knows."""

import io
from dataclasses import replace

import pikepdf
import pytest

from desktop.printing import pdf
from desktop.printing.dates import without_time
from tests.reports import calm_report, rich_report


def document(report):
    made = pdf(report)
    assert made.is_archival
    return made.data, pikepdf.open(io.BytesIO(made.data))


def test_it_says_when_something_last_changed_and_what_made_it():
    data, opened = document(rich_report())
    assert opened.docinfo.CreationDate == opened.docinfo.ModDate == "D:20261122081000Z"
    assert opened.docinfo.Keywords == "Crossread 0.4.0"
    assert b"<xmp:CreateDate>2026-11-22T08:10:00" in data


@pytest.mark.parametrize("moment", ["", "nonsense", "1969-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00"])
def test_it_says_nothing_where_nobody_knows(moment):
    title = "A (/ModDate(D:19700101000000Z)/CreationDate(D:19700101000000Z)) <xmp:CreateDate>1970-01-01T00:00:00Z"
    data, opened = document(replace(calm_report(), as_of_iso=moment, title=title))
    assert set(opened.docinfo.keys()) == {"/Title", "/Keywords", "/Creator"}
    assert opened.docinfo.Title == title
    with opened.open_metadata() as told:
        assert not [name for name in told if "Date" in name]
        assert told["dc:title"] == title
        assert told["pdf:Keywords"] == opened.docinfo.Keywords
        assert (told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"]) == ("1", "2", "A")
    assert b":when" not in opened.Root.Metadata.read_bytes()


def test_what_is_no_such_document_stays_as_it_is():
    for data in (b"", b"%PDF", b"<?xpacket begin <xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"):
        assert without_time(data) == data
