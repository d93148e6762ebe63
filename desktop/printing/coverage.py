"""Knows which characters the bundled fonts can show, from the fonts themselves."""

import sys
from array import array
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import error as StructError
from struct import unpack_from

from desktop.core.language import say
from desktop.files.errors import FileTrouble, cause_of
from desktop.files.resources import resource

FONTS = (
    "SourceSerif4-Regular.ttf",
    "Inter-Regular.otf",
    "Inter-SemiBold.otf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoEmoji-Regular.ttf",
)
"""The files of the fonts that a page may use, in `resources/fonts`."""

_MOST_GLYPHS = 0x110000


@cache
def fonts() -> tuple[frozenset[str], ...]:
    """The characters of each font, in the order of FONTS; FileTrouble where one is missing or damaged."""
    return tuple(characters(resource("fonts", name)) for name in FONTS)


def characters(path: Path) -> frozenset[str]:
    """The characters that a TrueType or OpenType font has a glyph for; FileTrouble where it cannot be read.

    Reading the one table that says so takes a millisecond or two, a library for fonts a hundred to be imported.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileTrouble(path, cause_of(error)) from None
    try:
        return frozenset(map(chr, _mapped(data)))
    except (StructError, ValueError, IndexError):
        raise FileTrouble(path, say("is not a font that can be read; install Crossread again")) from None


def _mapped(data: bytes) -> Iterator[int]:
    """The code points in the largest Unicode subtable of `cmap` (OpenType 1.9, formats 4 and 12)."""
    tables = {data[place : place + 4]: place for place in range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)}
    if b"cmap" not in tables:
        raise ValueError("no table of characters")
    (start,) = unpack_from(">I", data, tables[b"cmap"] + 8)
    (count,) = unpack_from(">H", data, start + 2)
    subtables = [unpack_from(">HHI", data, start + 4 + 8 * number) for number in range(count)]
    formats = {unpack_from(">H", data, start + offset)[0]: start + offset for _, _, offset in subtables}
    if 12 in formats:
        return _segmented_coverage(data, formats[12])
    if 4 in formats:
        return _segment_mapping(data, formats[4])
    raise ValueError("no table of Unicode characters")


def _segmented_coverage(data: bytes, place: int) -> Iterator[int]:
    (groups,) = unpack_from(">I", data, place + 12)
    for group in range(groups):
        first, last, glyph = unpack_from(">III", data, place + 16 + 12 * group)
        if not first <= last < _MOST_GLYPHS:
            raise ValueError("a group out of range")
        yield from range(first + (glyph == 0), last + 1)


def _segment_mapping(data: bytes, place: int) -> Iterator[int]:
    _, length, _, doubled = unpack_from(">HHHH", data, place)
    words = array("H", data[place + 14 : place + length - length % 2])
    if sys.byteorder == "little":
        words.byteswap()
    count = doubled // 2
    ends, starts = words[:count], words[count + 1 : 2 * count + 1]
    deltas, offsets = words[2 * count + 1 : 3 * count + 1], words[3 * count + 1 : 4 * count + 1]
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if offset:
                glyph = words[3 * count + 1 + segment + offset // 2 + code - start]
            if (glyph and (glyph + delta) % 0x10000) if offset else (code + delta) % 0x10000:
                yield code
