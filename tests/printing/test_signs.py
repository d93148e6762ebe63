"""Whether every text can be printed, and what cannot be shown is replaced where all can see it."""

import json

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.errors import FileTrouble
from desktop.files.resources import resource
from desktop.printing.coverage import FONTS, characters, fonts
from desktop.printing.signs import BREAK, Signs


def signs(refused=()):
    return Signs(fonts(), refused)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words, “quoted” – $1.25 billion × 12 ≈ €15 bn ▲≈✓○ → ÷ −",
        '#import "x" $1^2$ @ref *b* _i_ <l> `raw` = h ~ \\n // /* <script>&amp;',
        "naïve Zürich Łódź Ελλάδα Москва",
        "e\u0301 and é",
        "שלום 15 عالم ١٢٣",
        "🛰 💸 👍🏽 🇩🇪",
        "👨\u200d👩\u200d👧 \u2060 a\u200cb \u200e",
    ],
)
def test_what_the_fonts_can_show_stays_as_it_is(text):
    made = signs()
    assert made.line(text) == text
    assert made.replaced == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("中", "[U+4E2D]"),
        ("中文 $15億", "[U+4E2D U+6587] $15[U+5104]"),
        ("a\0b", "a[U+0000]b"),
        ("x\ud83dy", "x[U+D83D]y"),
        ("$15\u202e000", "$15[U+202E]000"),
        ("\u2066a\u2069", "[U+2066]a[U+2069]"),
        ("\ue000\ufdd0\U0010ffff", "[U+E000 U+FDD0 U+10FFFF]"),
        ("x\u031fy", "x[U+031F]y"),
        ("e\u0301\u031f", "e[U+0301 U+031F]"),
        ("\x1b[31m", "[U+001B][31m"),
        ("\u0301", "[U+0301]"),
    ],
)
def test_what_they_cannot_show_is_named(text, shown):
    made = signs()
    assert made.line(text) == shown
    assert sum(sign.times for sign in made.replaced) > 0
    assert all(sign.sign in text for sign in made.replaced)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$1.25 bil\u00adlion", "$1.25 billion"),
        ("☺\ufe0f", "☺"),
        ("a\ufeffb", "a\u2060b"),
        ("a\tb", "a b"),
        ("one\r\ntwo\u2028three\x85four", "one two three four"),
    ],
)
def test_what_says_only_how_to_lay_out_is_left_to_the_page(text, shown):
    made = signs()
    assert made.line(text) == shown
    assert made.replaced == ()


def test_what_was_replaced_is_counted_and_named_in_order():
    made = signs()
    made.line("中文中")
    made.lines("\0\n中")
    assert [(sign.code, sign.name, sign.times) for sign in made.replaced] == [
        ("U+0000", "", 1),
        ("U+4E2D", "CJK UNIFIED IDEOGRAPH-4E2D", 3),
        ("U+6587", "CJK UNIFIED IDEOGRAPH-6587", 1),
    ]
    made.quiet("文")
    assert made.replaced[2].times == 1


def test_lines_stay_lines():
    assert signs().lines("one\r\ntwo\rthree\n\nfour") == "one\ntwo\nthree\n\nfour"


def test_many_line_ends_are_one_blank():
    signs = Signs(fonts())
    assert signs.line("Ann \n\n\r\n  Duarte,\u2028 Wire") == "Ann Duarte, Wire"
    assert signs.line("two  blanks") == "two  blanks"


def test_what_the_compiler_refused_is_replaced_as_well():
    made = signs({"b"})
    assert made.line("abc e\u0301") == "a[U+0062]c e\u0301"


def test_a_long_word_may_be_broken_and_loses_nothing():
    address = "https://www.example.org/a/very/long/address?with=many&parts=in-it#and-a-place"
    shown = signs().line(f"see {address} there")
    assert shown.count(BREAK) > 10
    assert shown.replace(BREAK, "") == f"see {address} there"
    assert BREAK not in signs().quiet(address)
    assert BREAK not in signs().lines(address, breakable=False)


@given(st.text(st.characters() | st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Co", "So"]), max_size=60))
def test_any_text_becomes_one_that_the_fonts_have(text):
    made = signs()
    shown = made.lines(text)
    known = frozenset().union(*fonts()) | frozenset("\n\u200b\u200c\u200d\u2060\u200e\u200f\u061c")
    assert known.issuperset(shown)
    assert "�" not in json.dumps(shown)
    shown.encode()
    for sign in made.replaced:
        assert sign.code in shown.replace(BREAK, "")


@pytest.mark.parametrize("name", FONTS)
def test_coverage_is_what_a_library_for_fonts_says(name):
    path = resource("fonts", name)
    with TTFont(path, lazy=True) as font:
        assert characters(path) == frozenset(map(chr, font.getBestCmap()))


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"wOF2" + bytes(40), b"\0\1\0\0\0\1" + bytes(60)])
def test_a_damaged_font_is_named(tmp_path, data):
    path = tmp_path / "Inter-Regular.otf"
    path.write_bytes(data)
    with pytest.raises(FileTrouble, match=r"Inter-Regular\.otf"):
        characters(path)


def test_a_missing_font_is_named(tmp_path):
    with pytest.raises(FileTrouble, match="Nothing"):
        characters(tmp_path / "Nothing.ttf")
