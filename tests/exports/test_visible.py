"""Whether characters that may not stand in a document are shown in it, and which addresses may be followed."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exports.visible import is_address, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$15 billion <b>&", "$15 billion <b>&"),
        ("a\0b\x07c\x1bd\x7fe", "a␀b␇c␛d␡e"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc", "a␋b␌c"),
        ("a\x85b\x9f", "a‹U+0085›b‹U+009F›"),
        ("\ud83d \udea2", "‹U+D83D› ‹U+DEA2›"),
        ("\ufffe\uffff\ufdd0\U0010ffff", "‹U+FFFE›‹U+FFFF›‹U+FDD0›‹U+10FFFF›"),
        ("🚢 中文 עברית e\u0301 \u200f", "🚢 中文 עברית e\u0301 \u200f"),
    ],
)
def test_what_may_not_stand_there_is_shown(text, shown):
    assert visible(text) == shown


def test_what_turns_the_direction_is_shown_unless_it_stands_by_itself():
    text = "Ledger\u202e says \u2067$15\u2069"
    assert visible(text) == "Ledger‹U+202E› says ‹U+2067›$15‹U+2069›"
    assert visible(text, turns=True) == text


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_becomes_one_that_can_be_written_and_read(text):
    shown = visible(text)
    shown.encode("utf-8")
    element = ElementTree.Element("p")
    element.text = shown
    assert ElementTree.fromstring(ElementTree.tostring(element)).text == (shown or None)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org",
        "http://example.org/a?b=1&c=2#d",
        "HTTPS://EXAMPLE.ORG/",
        "https://пример.example/путь",
        "https://example.org/it's(1)",
    ],
)
def test_an_address_may_be_followed(text):
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        " https://example.org",
        "java\nscript:alert(1)",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "https://example.org/\u202etxt.exe",
        "https://example.org/\ud83d",
        "https://example.org/\0",
        'https://example.org/"onclick=',
        "https://example.org/\\evil",
        "ftp://example.org",
        "file:///etc/passwd",
        "data:text/html,hello",
        "page 12 of https://example.org",
    ],
)
def test_what_is_none_may_not(text):
    assert not is_address(text)
