"""Whether the PDF of a report is what an archive and a screen reader need, and says what the report says."""

import hashlib
import io
import subprocess
import sys
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from desktop.printing import PAPERS, pages, pdf
from tests.reports import calm_report, large_report, rich_report


@pytest.fixture(scope="module")
def data():
    return pdf(rich_report()).data


@pytest.fixture(scope="module")
def document(data):
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def texts(data):
    with pypdfium2.PdfDocument(data) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


def flat(data):
    """All text without spaces and line ends, which a page puts where it wants."""
    return "".join("".join(texts(data)).split())


def elements(document):
    """All elements of the structure tree, in reading order."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            walk(node.get("/K", None))

    walk(document.Root.StructTreeRoot.get("/K"))
    return found


def kinds(document):
    return [str(element.S) for element in elements(document)]


def test_it_declares_what_it_is(document):
    assert document.Root.MarkInfo.Marked
    assert document.Root.Lang == "en"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    with document.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert told["dc:title"] == "Compute deal"


def test_its_language_is_that_of_the_report():
    with pikepdf.open(io.BytesIO(pdf(replace(calm_report(), language="de")).data)) as document:
        assert document.Root.Lang == "de"


def test_its_parts_are_tagged_as_what_they_are(document):
    found = kinds(document)
    for kind in ("/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/Link", "/TOC"):
        assert kind in found, kind
    levels = [int(kind[2]) for kind in found if kind[:2] == "/H" and kind[2:].isdigit()]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_a_list_is_one_list(document):
    found = [str(one.S) for one in elements(document)]
    report = rich_report()
    lists = [report.method, report.by_editor, *(asked.questions for asked in report.questions)]
    assert found.count("/L") == len(lists)
    assert found.count("/LI") == sum(map(len, lists))


def test_what_articles_say_is_in_their_language():
    with pikepdf.open(io.BytesIO(pdf(replace(rich_report(), language="de")).data)) as german:
        assert german.Root.Lang == "de"
        quoted = [one for one in elements(german) if one.get("/Lang") == "en"]
        passages = [passage for item in rich_report().items for voice in item.voices for passage in voice.passages]
        assert len(quoted) >= len(passages)


def test_every_table_begins_with_header_cells(document):
    tables = [element for element in elements(document) if element.S == "/Table"]
    assert len(tables) >= 1 + len(rich_report().sources)
    for table in tables:
        row = next(element for element in _below(table) if element.S == "/TR")
        assert {str(cell.S) for cell in _below(row) if cell.S in ("/TH", "/TD")} == {"/TH"}


def _below(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def test_pictures_are_drawn_and_told_in_words(document):
    figures = [element for element in elements(document) if element.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == [picture.alt for picture in rich_report().timeline.pictures]
    assert not any(item.get("/Subtype") == "/Image" for item in document.objects if isinstance(item, pikepdf.Stream))


def test_all_fonts_are_embedded(document):
    described = [
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    assert len(described) >= 3
    for font in described:
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()), font.FontName


def test_nothing_in_it_acts(document):
    actions = {"/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/SubmitForm", "/GoToR"}
    for item in document.objects:
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            assert not actions & set(item.keys())
            if item.get("/Type") == "/Action":
                assert item.S == "/URI"


def links(document):
    return [note for page in document.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]


def test_every_link_leads_somewhere(document):
    places = {page.obj.objgen for page in document.pages}
    inside = [note for note in links(document) if "/Dest" in note or note.A.S == "/GoTo"]
    assert len(inside) > 40
    for note in inside:
        target = note.Dest if "/Dest" in note else note.A.D
        if isinstance(target, (pikepdf.String, pikepdf.Name)):
            target = _named(document, target)
        assert target[0].objgen in places
    addresses = {str(note.A.URI) for note in links(document) if "/A" in note and note.A.S == "/URI"}
    report = rich_report()
    assert addresses == {source.address for source in report.sources if source.address} | {
        item.notes[0].source for item in report.disagreements if item.notes
    }


def _named(document, name):
    tree = pikepdf.NameTree(document.Root.Names.Dests)
    found = tree[str(name)]
    return found.D if isinstance(found, pikepdf.Dictionary) else found


def test_its_outline_names_parts_and_topics(document):
    with document.open_outline() as outline:
        parts = {entry.title: [child.title for child in entry.children] for entry in outline.root}
    assert list(parts)[:3] == ["What was found", "Disagreements", "Contradictions inside one article"]
    assert [title.split()[0] for title in parts["Disagreements"]] == ["1", "2", "3"]
    assert parts["Disagreements"][0].endswith("payment rate, Anthropic to SpaceX")


def test_everything_that_is_said_can_be_found_in_reading_order(data):
    report, found = rich_report(), flat(data)
    said = [report.title, *report.finding]
    for item in report.items:
        said += [item.verdict, *item.reasons, *item.slips]
        said += [passage.text for voice in item.voices for passage in voice.passages]
    said += [single.topic for single in report.singles] + list(report.method)
    said += [question.text for asked in report.questions for question in asked.questions]
    said += [source.sha256 for source in report.sources] + [source.address for source in report.sources]
    said += [paragraph for draft in report.drafts for paragraph in draft.paragraphs]
    for words in said:
        assert "".join(words.replace("\ufe0f", "").split()) in found, words
    places = [
        found.index("".join(heading.split()))
        for heading in report.finding + tuple(item.verdict for item in report.disagreements)
    ]
    assert places == sorted(places)


def test_the_full_texts_are_there_line_by_line(data):
    found = flat(data)
    for text in rich_report().texts:
        for line in "".join(piece.text for piece in text.pieces).splitlines():
            assert "".join(line.replace("\ufe0f", "").split()) in found


def test_a_page_says_what_it_belongs_to_and_how_many_there_are(data):
    told = texts(data)
    for number, page in enumerate(told, start=1):
        assert f"Page {number} of {len(told)}" in page
        assert "Compute deal" in page


def test_where_nothing_is_contradicted_it_says_so_and_leaves_empty_parts_out():
    found = texts(pdf(calm_report()).data)
    whole = "\n".join(found)
    assert calm_report().labels["no_disagreements"] in whole
    for slug in ("internal", "close", "timeline", "questions", "drafts", "appendix", "replaced", "outliers"):
        assert calm_report().labels[slug] not in whole


def test_where_disagreements_are_left_out_it_does_not_say_that_there_are_none():
    left_out = replace(rich_report(), disagreements=(), left_out="Conflicts are left out.")
    whole = "\n".join(texts(pdf(left_out).data))
    assert left_out.left_out in whole
    assert left_out.labels["no_disagreements"] not in whole


def test_the_same_report_has_the_same_bytes_in_every_process(data):
    assert pdf(rich_report()).data == data
    code = (
        "import hashlib; from desktop.printing import pdf; from tests.reports import rich_report;"
        "print(hashlib.sha256(pdf(rich_report()).data).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {hashlib.sha256(data).hexdigest().encode() + b"\n"}


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_both_papers(paper, size):
    with pypdfium2.PdfDocument(pdf(calm_report(), paper).data) as opened:
        assert tuple(round(side) for side in opened[0].get_size()) == size
    assert paper in PAPERS


def test_another_paper_is_refused():
    with pytest.raises(ValueError, match="a5"):
        pdf(calm_report(), "a5")


def test_pages_are_pictures_of_the_same_pages():
    shown = pages(calm_report(), "letter", ppi=36)
    with pypdfium2.PdfDocument(pdf(calm_report(), "letter").data) as opened:
        assert len(shown) == len(opened)
    for picture in shown:
        assert picture.startswith(b"\x89PNG")
        assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (306, 396)


def test_many_disagreements_of_many_sources():
    with pypdfium2.PdfDocument(pdf(large_report(20, 10)).data) as opened:
        assert len(opened) > 10
