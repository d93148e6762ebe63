"""Knows how the bytes of a text file become characters, and which bytes are no text at all."""

import codecs
import re

from desktop.core.language import phrase, say

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", phrase("a PDF document")),
    (b"{\\rtf", phrase("an RTF document")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", phrase("an old Microsoft Office document")),
    (b"\x89PNG\r\n\x1a\n", phrase("a PNG picture")),
    (b"\xff\xd8\xff", phrase("a JPEG picture")),
    (b"GIF87a", phrase("a GIF picture")),
    (b"GIF89a", phrase("a GIF picture")),
    (b"\x1f\x8b", phrase("a gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", phrase("a 7-Zip archive")),
    (b"Rar!\x1a\x07", phrase("a RAR archive")),
    (b"SQLite format 3\0", phrase("an SQLite database")),
    (b"\x7fELF", phrase("a program")),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", phrase("a Word document (.docx)")),
    (b"xl/", phrase("an Excel workbook (.xlsx)")),
    (b"ppt/", phrase("a PowerPoint file (.pptx)")),
    (b"application/epub+zip", phrase("an EPUB book")),
    (b"application/vnd.oasis.opendocument", phrase("an OpenDocument file")),
)
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)

# The longer mark first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf0[\x90-\xbf][\x80-\xbf]{2}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
# What an English text in a one-byte Western code page has beyond ASCII.
_WESTERN = re.compile(r"[\x00-\x7f€‚„…‘’“”•–—™¡-ÿŒœŠšŽžŸ]*")


class NoText(ValueError):
    """Bytes that are no text Crossread can read; its message says what they are instead."""


def decode(data: bytes) -> str:
    """The characters of `data`, line ends kept, a byte-order mark not counted; NoText where they are no text.

    A mark decides; else strict UTF-8; else a Western code page where all characters fit one; else what
    charset-normalizer is sure of.
    """
    for mark, marked, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], marked, name)
    what = _signature(data)
    if what:
        cause = phrase("is {what}, which Crossread cannot read yet; save its text as plain text (.txt) first")
        raise NoText(say(cause, what=say(what)))
    if (codec := _unmarked_utf16(data)) is not None:
        return _strictly(data, codec, "UTF-16")
    if _is_binary(data):
        raise NoText(say("is no text but binary data"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _from_code_page(data, error)


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        cause = phrase("is marked as {name} but cannot be decoded (byte {number} of the text)")
        raise NoText(say(cause, name=name, number=error.start + 1)) from error


def _signature(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return next((what for part, what in _ZIPPED if part in data), phrase("a ZIP archive"))
    if _WEB_PAGE.match(data[:4096]):
        return phrase("a web page (HTML)")
    return next((what for start, what in _SIGNATURES if data.startswith(start)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """The codec of Latin text in UTF-16 without a mark: every second byte is NUL, and only every second."""
    if len(data) < 4 or len(data) % 2:
        return None
    half = len(data) // 2
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """Whether control characters are more than slips in a text; a lone NUL is such a slip."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls * 10 > len(data) * 3 or (controls > 16 and controls * 50 > len(data))


def _from_code_page(data: bytes, error: UnicodeDecodeError) -> str:
    cause = phrase("cannot be decoded: it is in no character encoding that Crossread knows (byte {number})")
    unknown = NoText(say(cause, number=error.start + 1))
    beyond = len(_BEYOND_ASCII.findall(data))
    sound = sum(map(len, _UTF8_CHARACTER.findall(data)))
    if sound and sound >= beyond - sound:
        cause = phrase("cannot be decoded: it is UTF-8 but damaged at byte {number}")
        raise NoText(say(cause, number=error.start + 1)) from error
    western = _western(data) if beyond * 10 <= len(data) else None
    if western is not None:
        return western
    # Some 50 ms to import, and nearly every article is UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data, threshold=0.1).best()
    # Fewer than some dozens of bytes tell nothing about a code page; a guess would alter figures unseen.
    if best is None or beyond < 24 or best.percent_coherence < 10:
        raise unknown from error
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        raise unknown from error


def _western(data: bytes) -> str | None:
    """The text in the Western code page, if all its characters are such as an English text has."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if _WESTERN.fullmatch(text) else None
