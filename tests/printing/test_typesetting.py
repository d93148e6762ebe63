"""Whether any report at all becomes a document, nothing in it is taken for markup, and trouble is worked around."""

import io
import json
from dataclasses import replace
from functools import partial

import pikepdf
import pypdfium2
import pytest
import typst
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.core.agreement import Status
from desktop.core.report.told import Answer, Decided, Item, Passage, Piece, Remark, Single, Sum, Voice
from desktop.core.report.values import (
    Asked,
    Count,
    Draft,
    FullText,
    Outlier,
    Picture,
    Question,
    Report,
    Source,
    Timeline,
    Version,
)
from desktop.files.errors import FileTrouble
from desktop.printing import pages, pdf, typesetting
from desktop.printing.places import LONGEST_ADDRESS
from tests.reports import calm_report, rich_report

AWKWARD = (
    "",
    " ",
    "\0",
    "\ud83d",
    "\n",
    "a\n\nb",
    "中文",
    "e\u0301\u0351",
    "\u202e000,15$",
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd")',
    "#panic()",
    "$ x^2 $ @ref <label> *b* _i_ `raw` ~ \\ // /*",
    "<script>alert(1)</script>&lt;",
    "W" * 300,
    "🛰️👨\u200d👩\u200d👧",
    "שלום " * 40,
)
TEXTS = st.sampled_from(AWKWARD) | st.text(st.characters(), max_size=12)
STATUSES = st.none() | st.sampled_from(Status)
NUMBERS = st.integers(0, 4)


def tuples(of, most=2):
    return st.lists(of, max_size=most).map(tuple)


PIECES = tuples(st.builds(Piece, TEXTS, st.booleans(), STATUSES, st.booleans()), 3)
LETTERS = st.sampled_from("ABC") | TEXTS
PASSAGES = st.builds(Passage, LETTERS, PIECES, st.integers(-1, 5), TEXTS, NUMBERS)
VOICES = st.builds(Voice, LETTERS, tuples(TEXTS), TEXTS, TEXTS, st.booleans(), tuples(PASSAGES))
RULINGS = st.builds(Decided, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, NUMBERS, TEXTS, TEXTS, st.booleans())
NOTES = st.builds(
    Remark, TEXTS, TEXTS, TEXTS, TEXTS, tuples(TEXTS), TEXTS, TEXTS, tuples(st.builds(Answer, TEXTS, TEXTS, TEXTS), 1)
)
ITEMS = st.builds(
    Item, NUMBERS, st.sampled_from(Status), TEXTS, TEXTS, TEXTS, tuples(VOICES, 5), tuples(TEXTS), NUMBERS,
    tuples(TEXTS), tuples(RULINGS, 1), tuples(NOTES, 1), TEXTS,
)  # fmt: skip
SOURCES = st.builds(
    Source, LETTERS, TEXTS, TEXTS, TEXTS, st.none(), TEXTS, TEXTS, TEXTS | st.just("https://example.org/ü"), TEXTS,
    TEXTS, NUMBERS, TEXTS, tuples(st.builds(Version, TEXTS, TEXTS), 1),
)  # fmt: skip
PICTURES = st.builds(Picture, TEXTS, TEXTS | st.just("<svg>"), TEXTS, NUMBERS, NUMBERS)
TIMELINES = st.builds(Timeline, tuples(PICTURES, 1), tuples(TEXTS, 12), tuples(tuples(TEXTS)), tuples(TEXTS))
REPORTS = st.builds(
    partial(Report, labels=calm_report().labels),
    title=TEXTS,
    language=st.sampled_from(["en", "de"]),
    version=TEXTS,
    sources=tuples(SOURCES, 3),
    as_of=TEXTS,
    as_of_iso=TEXTS,
    finding=tuples(TEXTS),
    counts=tuples(st.builds(Count, STATUSES, NUMBERS, TEXTS)),
    outliers=tuples(st.builds(Outlier, LETTERS, TEXTS, TEXTS, TEXTS, TEXTS, NUMBERS)),
    review=tuples(TEXTS),
    rulings=tuples(RULINGS),
    disagreements=tuples(ITEMS),
    internal=tuples(ITEMS, 1),
    sums=tuples(st.builds(Sum, NUMBERS, st.sampled_from(Status), TEXTS, LETTERS, TEXTS, TEXTS, PASSAGES), 1),
    agreeing=tuples(ITEMS, 1),
    singles=tuples(st.builds(Single, LETTERS, TEXTS, tuples(TEXTS), NUMBERS)),
    left_out=TEXTS,
    by_editor=tuples(TEXTS),
    other_notes=tuples(NOTES, 1),
    timeline=st.none()
    | st.builds(Timeline, tuples(PICTURES, 1), tuples(TEXTS, 12), tuples(tuples(TEXTS)), tuples(TEXTS)),
    questions=tuples(st.builds(Asked, TEXTS, tuples(st.builds(Question, TEXTS, NUMBERS))), 1),
    drafts=tuples(st.builds(Draft, LETTERS, TEXTS, tuples(TEXTS), tuples(NUMBERS)), 1),
    method=tuples(TEXTS),
    texts=tuples(st.builds(FullText, LETTERS, PIECES)),
)


def words(data):
    with pypdfium2.PdfDocument(data) as opened:
        return "\n".join(page.get_textpage().get_text_bounded() for page in opened)


# To shrink a report that fails would take longer than a test may.
@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
@given(REPORTS)
def test_any_report_becomes_a_document(report):
    made = pdf(report)
    assert made.is_archival
    with pikepdf.open(io.BytesIO(made.data)) as document:
        assert len(document.pages) > 0
        assert document.Root.Lang == report.language


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_stand_there_as_they_are(text):
    made = pdf(replace(calm_report(), title=text, method=(text,), left_out=text, review=(text,)))
    found = "".join(words(made.data).split())
    if text.isascii() and "\0" not in text:
        assert "".join(text.split()) in found
    for sign in made.replaced:
        assert sign.code in found
    with pikepdf.open(io.BytesIO(made.data)) as document, document.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"


@pytest.mark.parametrize("blank", ["", "  ", "\u200d", "\ufeff\n"])
def test_what_has_no_name_that_is_seen_leaves_an_archival_document(blank):
    report = rich_report()
    report = replace(
        report,
        title=blank,
        sources=tuple(replace(one, name=blank, title=blank) for one in report.sources),
        disagreements=tuple(replace(one, topic=blank) for one in report.disagreements),
        sums=tuple(replace(one, computation=blank) for one in report.sums),
        questions=tuple(replace(one, to=blank) for one in report.questions),
        drafts=tuple(replace(one, name=blank) for one in report.drafts),
    )
    with pikepdf.open(io.BytesIO(pdf(report).data)) as document:
        assert b"pdfuaid:part" in document.Root.Metadata.read_bytes()
        assert "/Figure" in {one.get("/S") for one in document.objects if isinstance(one, pikepdf.Dictionary)}


def test_an_address_that_is_too_long_for_a_link_is_printed():
    report = calm_report()
    long = "https://www.example.org/" + "a" * LONGEST_ADDRESS
    for address, links in ((long[:LONGEST_ADDRESS], 1), (long, 0)):
        made = pdf(replace(report, sources=(replace(report.sources[0], address=address),), agreeing=()))
        document = pikepdf.open(io.BytesIO(made.data))
        leading = [one for page in document.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {})]
        assert bool(leading) is bool(links)
        text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.data))
        assert text.count("a" * 10) > LONGEST_ADDRESS // 100


def test_what_is_replaced_is_listed_at_the_end():
    made = pdf(replace(calm_report(), title="中文 and 中"))
    assert [(sign.code, sign.times) for sign in made.replaced] == [("U+4E2D", 2), ("U+6587", 1)]
    end = words(made.data).split(calm_report().labels["replaced"])[-1]
    assert "U+4E2D cjk unified ideograph-4e2d 2" in end


class Stubborn:
    """A compiler that refuses whatever holds one of some signs, or everything for as long as it is to be archived."""

    def __init__(self, compiler, refused="", *, names_them=True, pictures=True, archival=True):
        self.compiler, self.refused, self.names_them = compiler, refused, names_them
        self.pictures, self.archival = pictures, archival
        self.asked = 0

    def compile_with_warnings(self, **inputs):
        self.asked += 1
        held = json.dumps(json.loads(inputs["sys_inputs"]["report"]), ensure_ascii=False)
        for sign in self.refused:
            if sign in held:
                raise typst.TypstError(f'the text `"{sign}"` could not be displayed' if self.names_them else "no")
        if not self.pictures and "<svg" in held:
            raise typst.TypstError("failed to parse SVG")
        if not self.archival and inputs["pdf_standards"]:
            raise typst.TypstError("something is not archival")
        return self.compiler.compile_with_warnings(**inputs)


@pytest.fixture
def stubborn(monkeypatch):
    def make(*args, **more):
        made = Stubborn(typesetting._compiler(), *args, **more)  # noqa: SLF001
        monkeypatch.setattr(typesetting, "_compiler", lambda: made)
        return made

    return make


def test_signs_that_the_compiler_names_are_replaced_and_nothing_else(stubborn):
    stubborn("→")
    made = pdf(replace(rich_report(), method=("a → b ≈ c",)))
    assert [sign.code for sign in made.replaced] == ["U+2192"]


def test_where_it_names_none_only_plain_letters_stay(stubborn):
    stubborn("≈", names_them=False)
    made = pdf(replace(calm_report(), method=("about ≈ Łódź",)))
    assert [sign.code for sign in made.replaced] == ["U+2248"]
    assert "about [U+2248] Łódź" in words(made.data)


def test_a_drawing_that_cannot_be_set_is_told_in_words(stubborn):
    stubborn(pictures=False)
    made = pdf(rich_report())
    assert "".join(rich_report().timeline.pictures[0].alt.split()) in "".join(words(made.data).split())
    assert made.replaced == ()
    assert not made.has_pictures
    assert made.is_archival


def test_a_broken_drawing_ends_nothing():
    broken = replace(rich_report().timeline, pictures=(Picture("Payments", "<svg", "A pays B.", 10, 10),))
    assert "A pays B." in words(pdf(replace(rich_report(), timeline=broken)).data)


def test_at_the_worst_it_is_a_plain_document(stubborn):
    compiler = stubborn(archival=False)
    made = pdf(calm_report())
    assert calm_report().title in words(made.data)
    assert not made.is_archival
    assert compiler.asked < 8


def test_the_same_moment_whatever_it_is_called():
    for moment in ("", "nonsense", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"):
        report = replace(calm_report(), as_of_iso=moment)
        assert pdf(report).data == pdf(report).data


def test_pages_and_document_replace_alike():
    report = replace(calm_report(), title="中")
    assert len(pages(report, ppi=20)) == len(pypdfium2.PdfDocument(pdf(report).data))


@pytest.mark.parametrize("missing", ["report", "fonts"])
def test_a_missing_file_is_named(monkeypatch, tmp_path, missing):
    def gone(*parts):
        raise FileTrouble(tmp_path.joinpath(*parts), "belongs to Crossread and is missing")

    real = typesetting.resource
    monkeypatch.setattr(typesetting, "resource", lambda *parts: gone(*parts) if parts[0] == missing else real(*parts))
    typesetting._compiler.cache_clear()  # noqa: SLF001
    try:
        with pytest.raises(FileTrouble, match=missing):
            pdf(calm_report())
    finally:
        typesetting._compiler.cache_clear()  # noqa: SLF001
