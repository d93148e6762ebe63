"""Bytes in, characters or a reason out."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.decoding import NoText, decode

PLAIN = "It costs €5 million — “about” 5.\r\nNext\rline\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PLAIN.encode(), PLAIN),
        (codecs.BOM_UTF8 + PLAIN.encode(), PLAIN),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), PLAIN),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), PLAIN),
        (codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"), PLAIN),
        (codecs.BOM_UTF32_BE + PLAIN.encode("utf-32-be"), PLAIN),
        ("It costs $5 million.".encode("utf-16-le"), "It costs $5 million."),
        ("It costs $5 million.".encode("utf-16-be"), "It costs $5 million."),
        (PLAIN.encode("cp1252"), PLAIN),
        (b"caf\xe9 sold 5 cups a day", "café sold 5 cups a day"),
        (b"one\0 NUL in 5 words is a slip", "one\0 NUL in 5 words is a slip"),
        ("🚀 \u2067$5\u2069 \u200bm".encode(), "🚀 \u2067$5\u2069 \u200bm"),
        (("Цена выросла на 5 процентов за год, сообщает министерство. " * 5).encode("cp1251"), "Цена"),
    ],
)
def test_what_is_text_is_read_as_it_stands(data: bytes, text: str):
    found = decode(data)
    assert found == text or (len(text) == 4 and found.startswith(text))


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"PK\x03\x04\x14\0\0\0[Content_Types].xml word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0\0\0notes", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"{\\rtf1\\ansi hello}", "an RTF document"),
        (b"  <!DOCTYPE html><html><p>5", "a web page"),
        (b"\0\0\0\0\0\0", "binary data"),
        (bytes(range(256)) * 20, "binary data"),
        (codecs.BOM_UTF16_LE + b"a\0b", "UTF-16"),
        (codecs.BOM_UTF16_LE + b"\0\xd8a\0", "UTF-16"),
        (codecs.BOM_UTF8 + b"caf\xe9", "UTF-8"),
        ("café crème déjà".encode() + b" \xe9", "damaged at byte 21"),
        (b"price \x81\x8d\x8f 5", "no character encoding"),
        (bytes(range(128, 256)) * 5, "no character encoding"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, cause: str):
    with pytest.raises(NoText, match=cause):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1))
def test_every_text_comes_back_from_each_unicode_encoding(text: str):
    assert decode(text.encode()) == text
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ):
        assert decode(mark + text.encode(codec)) == text


@given(st.binary())
def test_any_bytes_are_text_or_no_text(data: bytes):
    with contextlib.suppress(NoText):
        assert isinstance(decode(data), str)
