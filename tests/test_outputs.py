"""What is said of a file that goes out, where it is not as it should be."""

from dataclasses import replace

import pytest

from desktop import printing
from desktop.core.analysis import Analysis
from desktop.core.workspace import Workspace
from desktop.outputs import MOST_SIGNS, WORDS, Kind, make
from desktop.printing import Printed, Replaced
from tests.reports import calm_report


def remarks(report) -> tuple[str, ...]:
    return make(Kind.PDF, report, Analysis(), Workspace()).remarks


def test_a_sound_document_needs_no_word():
    assert remarks(calm_report()) == ()


def test_signs_that_no_font_has_are_told_by_their_numbers():
    (told,) = remarks(replace(calm_report(), title="中 and 文"))
    assert "U+4E2D" in told
    assert "U+6587" in told


def test_of_many_signs_some_are_told():
    (told,) = remarks(replace(calm_report(), title="".join(map(chr, range(0x4E00, 0x4E40)))))
    assert told.count("U+") == MOST_SIGNS
    assert "…" in told


@pytest.mark.parametrize(
    ("lacking", "told"), [({"is_archival": False}, "no PDF/A"), ({"has_pictures": False}, "told in words")]
)
def test_what_a_document_lacks_is_told(monkeypatch, lacking, told):
    printed = Printed(b"%PDF-", (Replaced("中", "U+4E2D", "CJK UNIFIED IDEOGRAPH-4E2D", 1),), **lacking)
    monkeypatch.setattr(printing, "pdf", lambda report, paper: printed)
    signs, said = remarks(calm_report())
    assert "U+4E2D" in signs
    assert told in said


@pytest.mark.parametrize("kind", Kind)
def test_every_sort_of_file_is_made_and_has_a_name(kind):
    assert make(kind, calm_report(), Analysis(), Workspace()).data
    assert WORDS[kind]
