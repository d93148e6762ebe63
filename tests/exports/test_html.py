"""Whether a report becomes one sound, complete and harmless HTML file."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from desktop.core.agreement import Status
from desktop.core.report import Count, Picture, Piece, Report, Timeline
from desktop.exports import html as module
from desktop.exports.html import SIGNS, html
from desktop.exports.visible import visible
from desktop.files.errors import FileTrouble
from tests.injections import AWKWARD
from tests.reports import calm_report, large_report, rich_report

SPACE = "{http://www.w3.org/1999/xhtml}"
LINK = f"{SPACE}a"
ELSEWHERE = {"script", "iframe", "object", "embed", "link", "base", "form", "img", "image", "use", "foreignObject"}
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!-- --> &amp; &#0; &nbsp",
    "\u202egnp.exe \u2067 \u200f",
    "a\0b\x1b[31m\ud83d\ufffe\r\nc",
    "🛰️ 中文 עברית العربية e\u0301",
)


def page(report):
    """The page as XML: whatever is not well-formed fails here."""
    return ElementTree.fromstring(html(report))


def read_out(element):
    return "".join(element.itertext())


def elements(root, *names):
    return [element for element in root.iter() if element.tag in {SPACE + name for name in names}]


def passages(report):
    for item in report.items:
        for voice in item.voices:
            yield from voice.passages
    for one in report.sums:
        yield one.passage


def printed(text, report):
    """The first passage of a report that says nothing but that text."""
    return visible(text, turns=True) * len(next(passages(report)).pieces)


def filled(value, text):
    """A value with that text in every field that holds words; pictures are the program's own."""
    if isinstance(value, Status | Picture | date | bool | int) or value is None:
        return value
    if isinstance(value, str):
        return text
    if is_dataclass(value):
        kept = {"language", "labels", "id"}
        names = [field.name for field in fields(value) if field.name not in kept]
        return replace(value, **{name: filled(getattr(value, name), text) for name in names})
    if isinstance(value, tuple):
        parts = [filled(part, text) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


@pytest.mark.parametrize("report", [rich_report(), calm_report(), large_report(20, 10)], ids=["rich", "calm", "large"])
class TestEveryReport:
    def test_it_is_one_sound_document(self, report):
        root = page(report)
        assert root.get("lang") == report.language
        assert len(elements(root, "h1")) == len(elements(root, "main")) == len(elements(root, "nav")) == 1
        assert len(elements(root, "header")) == len(elements(root, "footer")) == 1
        found = lxml_html.fromstring(html(report))
        assert found.findtext(".//title") == f"{report.title} – Comparison of figures"

    def test_headings_nest(self, report):
        levels = [int(element.tag[-1]) for element in elements(page(report), "h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(read_out(element).strip() for element in elements(page(report), "h1", "h2", "h3", "h4"))

    def test_ids_are_unique_and_every_link_leads_somewhere(self, report):
        root = page(report)
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        inside = [element.get("href")[1:] for element in elements(root, "a") if element.get("href").startswith("#")]
        named = [
            name
            for element in root.iter()
            for name in (element.get("aria-labelledby") or "").split()
        ]  # fmt: skip
        assert inside
        assert set(inside) | set(named) <= set(ids)

    def test_every_passage_stands_there_in_reading_order(self, report):
        quotes = [read_out(element) for element in elements(page(report), "blockquote")]
        in_order = [
            *(passage.text for item in (*report.disagreements, *report.internal) for passage in _of(item)),
            *(one.passage.text for one in report.sums),
            *(passage.text for item in (*report.close, *report.equivalent, *report.agreeing) for passage in _of(item)),
        ]
        assert quotes == in_order
        assert len(quotes) == len(list(passages(report)))

    def test_it_asks_for_nothing_and_runs_nothing(self, report):
        assert_harmless(page(report))

    def test_tables_have_captions_and_headings_with_a_scope(self, report):
        root = page(report)
        for table in elements(root, "table"):
            assert len(elements(table, "caption")) == 1
            assert all(cell.get("scope") in ("col", "row") for cell in elements(table, "th"))

    def test_it_is_the_same_every_time(self, report):
        assert html(report) == html(replace(report))


def _of(item):
    return [passage for voice in item.voices for passage in voice.passages]


def assert_harmless(root):
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        assert name not in ELSEWHERE
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on"), attribute
            assert attribute not in ("src", "srcset", "action", "formaction", "style", "data", "poster"), attribute
            if attribute == "href":
                assert re.match(r"#[a-z]+[a-z0-9_-]*$|https?://[^\s]+$", value, re.IGNORECASE), value
                if not value.startswith("#"):
                    assert element.get("rel") == "noreferrer noopener"
    policies = [one.get("content") for one in root.iter(SPACE + "meta") if one.get("http-equiv")]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    (style,) = root.iter(SPACE + "style")
    assert not re.search(r"url\(|@import|@font-face|expression", style.text)


def test_all_that_a_report_tells_stands_on_the_page():
    report = rich_report()
    root = page(report)
    told = " ".join(read_out(root).split())
    wanted = [
        *report.finding, *report.review, report.as_of, report.left_out, *report.by_editor, *report.method,
        *(one.words for one in report.counts), *(text for one in report.outliers for text in one[1:5]),
        report.more_outliers, report.editor, report.labels["singles_note"],
        *(text for one in report.rulings for text in (one.words, one.reason, one.by, one.at, one.on, one.then)),
        *(text for item in report.items for text in (item.topic, item.verdict, *item.reasons, *item.slips,
                                                     item.by_editor, item.status_words)),
        *(text for item in report.items for note in item.notes for text in (note.text, note.on, note.source, note.state,
          *note.tags, *(part for answer in note.answers for part in answer))),
        *(text for item in report.items for voice in item.voices
          for text in (*voice.sayings, voice.amount, voice.apart)),
        *(passage.about for passage in passages(report)),
        *(text for one in report.sums for text in (one.claimed, one.computation, one.words, one.status_words)),
        *(text for one in report.singles for text in (one.topic, *one.sayings)),
        *(cell for row in (report.timeline.headings, *report.timeline.rows) for cell in row), *report.timeline.notes,
        *(picture.alt for picture in report.timeline.pictures),
        *(text for asked in report.questions for text in (asked.to, *(one.text for one in asked.questions))),
        *(text for draft in report.drafts for text in draft.paragraphs), report.labels["draft_notice"],
        *(text for one in report.sources for text in (one.name, one.title, one.outlet, one.published_words, one.file,
          one.address, one.sha256, one.imported, one.notice)),
        *(part for one in report.sources for version in one.earlier for part in (version.sha256, version.imported)),
        *(" ".join("".join(piece.text for piece in text.pieces).split()) for text in report.texts),
        report.version,
    ]  # fmt: skip
    assert [text for text in wanted if " ".join(text.split()) not in told] == []


def test_the_head_says_what_is_compared_and_who_made_it_when():
    head = elements(page(rich_report()), "header")[0]
    assert "Last change 22 November 2026, 08:10 UTC · Prepared by Tomasz Hale" in read_out(head)
    sources = [" ".join(read_out(one).split()) for one in elements(head, "li")]
    assert sources == [
        "A Harbor Ledger 22 May 2026 A $1.25 Billion-a-Year Bet on Somebody Else's Machines",
        "B Quillmark Wire 22 May 2026 Anthropic to pay SpaceX $1.25 billion per month for computing, IPO papers show",
        "C Sparkfeed 🛰️ SpaceX’s $150B Second Act: Inside the Anthropic Contract",
    ]
    nobody = elements(page(replace(rich_report(), editor="", as_of="")), "header")[0]
    assert "Prepared" not in read_out(nobody)
    assert "Last change" not in read_out(nobody)


def test_who_is_out_of_line_is_quoted_as_the_report_quotes():
    root = page(rich_report())
    (part,) = [element for element in elements(root, "section") if element.get("id") == "outliers"]
    told = [" ".join(read_out(one).split()) for one in elements(part, "li")]
    assert told[2] == "Quillmark Wire and Sparkfeed number of sites: “two sites” or three · No. 2 A factor of 1.5."
    links = [[link.get("href") for link in elements(one, "a")] for one in elements(part, "li")]
    assert links[2:] == [["#item-2"], ["#source-3", "#item-8"]]
    # a browser would add signs of its own
    assert elements(root, "q") == []


def test_a_sum_is_called_by_what_is_claimed():
    root = page(rich_report())
    names = [read_out(element) for element in elements(root, "h3")]
    assert "8 Sparkfeed, “over 80%”: 150/18.7 - 1 = 7.02" in names
    assert "9 Quillmark Wire: 1.25*12 = 15" in names
    assert "8 Sparkfeed, “over 80%”: 150/18.7 - 1 = 7.02" in read_out(elements(root, "nav")[0])


def test_parts_come_in_the_order_in_which_they_are_read():
    root = page(rich_report())
    sections = [element.get("id") for element in elements(root, "section")]
    assert sections == [
        "finding", "counts", "outliers", "rulings", "disagreements", "internal", "sums", "close", "equivalent",
        "agreeing", "singles", "timeline", "by_editor", "other_notes", "questions", "drafts", "method", "sources",
        "appendix",
    ]  # fmt: skip
    contents = [element.get("href") for element in elements(*elements(root, "nav"), "a")]
    assert [f"#{section}" for section in sections] == [link for link in contents if not link.startswith("#item-")]


def test_two_that_simply_differ_are_named_together():
    report = rich_report()
    both = replace_outlier(report, source="", name="Harbor Ledger and Sparkfeed", said="“3” or “4”")
    (first, *_) = (each for each in page(both).iter() if each.get("class") == "outlying")
    assert " ".join("".join(first.itertext()).split()).startswith("Harbor Ledger and Sparkfeed payment rate")
    assert not elements(first, "q")


def replace_outlier(report: Report, **parts: str) -> Report:
    """The report with its first outlier otherwise."""
    first, *rest = report.outliers
    return replace(report, outliers=(first._replace(**parts), *rest))


def test_a_figure_is_marked_by_words_and_not_by_colour_alone():
    root = page(rich_report())
    words = {"conflict": "conflict", "approx": "close", "equivalent": "equivalent", "agree": "agree",
             "single": "only in one"}  # fmt: skip
    found = elements(root, "mark")
    assert {mark.get("class").split()[0] for mark in found} == set(words)
    assert all(mark.get("title") == words[mark.get("class").split()[0]] for mark in found)
    (style,) = root.iter(SPACE + "style")
    lines = {name: re.search(rf"\.{name} \{{[^}}]*--under: (\w+)", style.text)[1] for name in words}
    assert len(set(lines.values())) == len(words)
    for status, sign in SIGNS.items():
        if status is not None:
            assert f'mark.{status.value}::after {{ content: "\\2060\\{ord(sign):04X}"' in style.text


def test_topics_sources_and_full_texts_lead_to_one_another():
    report = rich_report()
    root = page(report)
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}

    def links(name):
        return [element.get("href") for element in elements(by_id[name], "a")]

    assert {"#source-1", "#source-2", "#source-3", "#figure-1", "#figure-6", "#figure-8"} <= set(links("item-1"))
    # the record of this figure is of a place without a mark
    assert "#text-2" in links("item-1")
    assert {"#item-1", "#item-2", "#item-3", "#text-2"} <= set(links("source-2"))
    assert "#item-1" in links("rulings")
    assert read_out(by_id["figure-6"]) == "$15 billion annually"
    assert links("figure-6") == ["#item-1"]
    assert links("figure-7") == []


def test_without_full_texts_passages_lead_nowhere():
    root = page(replace(rich_report(), texts=()))
    assert not any("figure-" in element.get("href") for element in elements(root, "a"))


def test_what_the_editor_left_out_is_not_denied():
    report = replace(rich_report(), disagreements=(), left_out="Left out by choice: what is “conflict”.")
    told = read_out(page(report))
    assert report.labels["no_disagreements"] not in told
    assert "Left out by choice" in told
    assert calm_report().labels["no_disagreements"] in read_out(page(calm_report()))


def test_where_nothing_was_compared_nothing_is_said_to_be_without_contradiction():
    report = replace(calm_report(), counts=(Count(Status.AGREE, 0, "agree"), Count(None, 3, "only in one")), finding=())
    told = read_out(page(report))
    assert report.labels["nothing_compared"] in told
    assert report.labels["no_disagreements"] not in told


@pytest.mark.parametrize("text", [*NASTY, *AWKWARD])
def test_no_text_breaks_out(text):
    report = filled(rich_report(), text)
    root = page(report)
    assert_harmless(root)
    plain = page(filled(rich_report(), "x" * len(text)))
    assert [one.tag for one in root.iter() if one.tag != LINK] == [one.tag for one in plain.iter() if one.tag != LINK]
    assert lxml_html.fromstring(html(report)).findtext(".//h1/bdi") == visible(text)
    assert [read_out(element) for element in elements(root, "blockquote")][0] == printed(text, report)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=30))
def test_any_text_is_kept_and_does_nothing(text):
    report = filled(rich_report(), text)
    root = page(report)
    assert_harmless(root)
    quote = elements(root, "blockquote")[0]
    assert read_out(quote) == printed(text, report)


def test_a_name_does_not_turn_the_sentence_that_it_stands_in():
    rich = rich_report()
    named = replace(rich.sources[0], name="Ledger\u202e")
    sentence = "Ledger\u202e says “$15 billion”"
    quoted = replace(rich.texts[0], pieces=(Piece("\u202eturned\u202c, and "), Piece("$15", is_figure=True)))
    root = page(replace(rich, sources=(named,), finding=(sentence,), texts=(quoted,)))
    told = read_out(root)
    assert "Ledger‹U+202E› says “$15 billion”" in told
    (text,) = [element for element in elements(root, "div") if element.get("class") == "text"]
    assert (read_out(text), text.get("dir")) == ("\u202eturned\u202c, and $15", "auto")
    assert "\u202e" not in told.replace(read_out(text), "")
    assert [mark.get("dir") for mark in elements(text, "mark")] == ["auto"]


def test_articles_in_another_language_than_the_report_say_so():
    root = page(replace(rich_report(), language="de"))
    assert root.get("lang") == "de"
    assert {element.get("lang") for element in elements(root, "blockquote")} == {"en"}
    assert {element.get("lang") for element in elements(page(rich_report()), "blockquote")} == {None}


def test_only_addresses_on_the_web_are_led_to():
    rich = rich_report()
    source = replace(rich.sources[0], address="javascript:alert(1)")
    root = page(replace(rich, sources=(source,)))
    outside = [element for element in elements(root, "a") if not element.get("href").startswith("#")]
    assert {element.get("href") for element in outside} == {"https://www.example.org/prospectus.pdf#page=112"}
    assert "javascript:alert(1)" in read_out(root)


def test_two_pictures_do_not_share_their_names():
    root = page(rich_report())
    pictures = [element for element in root.iter() if element.tag.endswith("}svg")]
    assert len(pictures) == 2
    assert all(picture.get("role") == "img" for picture in pictures)
    assert len({picture.get("aria-labelledby") for picture in pictures}) == 2


def test_a_timeline_without_pictures_is_a_table():
    timeline = Timeline((), ("Source", "Per month"), (("A", "$1"),))
    assert len(elements(page(replace(rich_report(), timeline=timeline)), "table")) == 2


def test_an_empty_report_is_a_page_all_the_same():
    rich = rich_report()
    root = page(Report(title="", language="en", labels=rich.labels, version="", sources=()))
    assert read_out(elements(root, "h1")[0]) == rich.labels["kicker"]


def test_a_missing_template_is_named(monkeypatch, tmp_path):
    def missing(*parts):
        raise FileTrouble(tmp_path.joinpath(*parts), "is missing")

    monkeypatch.setattr(module, "resource", missing)
    module._page.cache_clear()  # noqa: SLF001
    with pytest.raises(FileTrouble, match=r"report\.html"):
        html(rich_report())
