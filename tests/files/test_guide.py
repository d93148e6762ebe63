"""Whether the guide is whole: every page there, each link and picture leading somewhere, languages falling back."""

import re
import runpy
from html import unescape

import pytest

from desktop.core.language import speaking
from desktop.files.errors import FileTrouble
from desktop.files.guide import PLACE, control, page_about, pages, picture
from desktop.files.languages import catalogue, codes

NAMES = [page.name for page in pages()]
POINTED_OUT = re.compile(r"<(b|i|span)\b[^>]*>([^<]*)</\1>|“([^”]*)”|„([^“]*)“")
"""What is bold, has a class of its own, or stands in quotation marks."""
FROM_ARTICLES = {"About", "about", "over", "under", "payment"}
"""Words that the guide cites from articles, and that the window happens to say too."""


@pytest.fixture(scope="module")
def said(root) -> set[str]:
    """All phrases that the window says, as the catalogues have them."""
    strings = runpy.run_path(str(root / "build_spec" / "strings.py"))
    return set(strings["collected"](root))


def make_guide(folder, contents: str, **files: str):
    """A guide of its own: the contents, and files by language and name, "_" between."""
    for name, html in files.items():
        path = folder / "resources" / "guide" / f"{name.replace('_', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    (folder / "resources" / "guide" / "contents.toml").write_text(contents, encoding="utf-8")
    return folder


@pytest.mark.parametrize("page", pages(), ids=NAMES)
def test_a_page_has_a_title_and_leads_nowhere_in_vain(page):
    assert page.title != page.name
    assert page.text.startswith(page.title)
    assert len(page.text) > 200
    assert set(re.findall(r'href="guide:([^"]*)"', page.html)) <= set(NAMES)
    assert not re.findall(r'(?:href|src)="(?!guide:|picture:|sign:)', page.html)
    for name in re.findall(r'src="picture:([^"]*)"', page.html):
        assert picture(name).stat().st_size < 400_000


@pytest.mark.parametrize("language", codes()[1:])
@pytest.mark.parametrize("page", pages(), ids=NAMES)
def test_a_page_in_another_language_says_no_less(language, page):
    other = next(each for each in pages(language) if each.name == page.name)
    assert other.html != page.html
    assert other.text.startswith(other.title)
    for kind in ("{key:", "{say:", "guide:", "picture:", "sign:"):
        told, wanted = (sorted(re.findall(rf'{kind}[^"}}]+', each.html)) for each in (other, page))
        assert told == wanted


@pytest.mark.parametrize("language", codes())
def test_the_window_says_every_name_that_the_guide_gives_a_control(language, said):
    named = {name for page in pages(language) for name in PLACE.findall(page.html)}
    assert {"Pair", "All", "Unreviewed", "Find", "&Conflicts only", "Month", "Cumulative", "Year", "Log"} <= named
    assert named <= said


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_control_is_written_out(language, name, said):
    page = next(page for page in pages(language) if page.name == name)
    with speaking(catalogue(language)):
        controls = {unescape(control(words)) for words in said}
    shown = (next(filter(None, found[1:]), "") for found in POINTED_OUT.findall(page.html))
    written = {unescape(words).strip(".,:; \xa0").replace(" ", "\xa0") for words in shown}
    assert written & controls <= FROM_ARTICLES


def test_a_name_is_that_of_the_language_spoken():
    page = next(page for page in pages("de") if page.name == "claims")
    with speaking(catalogue("de")):
        german = page.said()
    assert "<b>Nur\N{NO-BREAK SPACE}Widersprüche</b>" in german.html
    assert "Nur Widersprüche" in german.text
    assert "Conflicts only" in page.said().text
    assert "{say:" not in german.html + german.text


def test_the_first_page_and_the_limits_are_there():
    assert NAMES[0] == "first-minute"
    assert "5 %" in next(page.text for page in pages() if page.name == "limits")


@pytest.mark.parametrize(
    ("part", "page"),
    [("panes", "reading"), ("claims", "claims"), ("payments", "payments"), ("review", "review"), ("?", "first-minute")],
)
def test_which_page_is_about_a_part(part, page):
    assert page_about(part) == page
    assert page in NAMES


def test_all_pictures_together_are_small(root):
    assert sum(path.stat().st_size for path in (root / "resources" / "guide" / "pictures").iterdir()) < 1_500_000


def test_a_language_that_lacks_a_page_gives_the_english_one(tmp_path):
    guide = make_guide(
        tmp_path,
        'pages = ["a", "b"]\n[about]\n',
        en_a="<h1>First</h1><p>one</p>",
        en_b="<h1>Second</h1>",
        de_a="<h1>Erste</h1><p>eins &amp; zwei</p>",
    )
    assert [(page.title, page.text) for page in pages("de", guide)] == [
        ("Erste", "Erste eins & zwei"),
        ("Second", "Second"),
    ]
    assert [page.title for page in pages("xx", guide)] == ["First", "Second"]


def test_a_page_that_is_missing_is_named(tmp_path):
    with pytest.raises(FileTrouble, match=r"b\.html"):
        pages("en", make_guide(tmp_path, 'pages = ["a", "b"]\n[about]\n', en_a="<h1>First</h1>"))
