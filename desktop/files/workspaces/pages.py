"""Reads rows out of a database's pages without SQLite, which gives up where a page it needs is broken.

The form of the pages is that of https://www.sqlite.org/fileformat2.html, and of the log beside a file the same.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Row = tuple[int, tuple[bytes | None, ...]]
"""Its number, and its values: the bytes of texts and blobs, None for all else. Of the last, the end may be missing."""

_TABLE_LEAF = 13
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LONGEST = 1 << 30


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file by number, from 1. size: in bytes. missing: how many the file should have and has not."""

    pages: Mapping[int, bytes]
    size: int
    missing: int


def pages_of(file: bytes, log: bytes = b"") -> Pages:
    """The pages of a file, and of the write-ahead log beside it what was written whole."""
    size = _page_size(file, log)
    pages = {at // size + 1: file[at : at + size].ljust(size, b"\0") for at in range(0, len(file), size)}
    (told,) = struct.unpack_from(">I", file.ljust(100, b"\0"), 28)
    pending: dict[int, bytes] = {}
    salts = log[16:24]
    for at in range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number, length = struct.unpack_from(">II", log, at)
        if log[at + 8 : at + 16] != salts:
            break  # left over from before the log was begun anew
        pending[number] = log[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        if length:  # the last of a transaction
            pages.update(pending)
            pending.clear()
            told = length
    missing = told - max(pages, default=0)
    return Pages(pages, size, missing if 0 < missing < 1 << 24 else 0)


def rows_in(pages: Pages) -> Iterator[Row]:
    """Every row of every table that stands on a page in use; nothing on what cannot be read as one."""
    free = _free(pages)
    for number, page in pages.pages.items():
        start = 100 if number == 1 else 0
        if page[start] != _TABLE_LEAF or number in free:
            continue
        (count,) = struct.unpack_from(">H", page, start + 3)
        for place in range(min(count, pages.size // 4)):
            try:
                (at,) = struct.unpack_from(">H", page, start + 8 + 2 * place)
                yield _row(pages, page, at)
            except (IndexError, struct.error, ValueError):
                continue


def _page_size(file: bytes, log: bytes) -> int:
    """As the file says, else as the log says, else the usual one."""
    for data, form, at in ((file, ">H", 16), (log, ">I", 8)):
        if len(data) >= 100:
            (size,) = struct.unpack_from(form, data, at)
            size = 65536 if size == 1 else size
            if 512 <= size <= 65536 and size & (size - 1) == 0:
                return int(size)
    return 4096


def _free(pages: Pages) -> set[int]:
    """The numbers of pages that are not in use; what stands on them was removed."""
    found: set[int] = set()
    (trunk,) = struct.unpack_from(">I", pages.pages.get(1, b"").ljust(100, b"\0"), 32)
    while trunk in pages.pages and trunk not in found:
        page = pages.pages[trunk]
        found.add(trunk)
        trunk, count = struct.unpack_from(">II", page)
        leaves = min(count, pages.size // 4 - 2)
        found.update(struct.unpack_from(f">{leaves}I", page, 8))
    return found


def _row(pages: Pages, page: bytes, at: int) -> Row:
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    if length > _LONGEST or number >= 1 << 63:
        raise ValueError("no row")
    most = pages.size - 35
    least = (pages.size - 12) * 32 // 255 - 23
    local = length
    if length > most:
        local = least + (length - least) % (pages.size - 4)
        local = local if local <= most else least
    payload = [page[at : at + local]]
    if local < length:
        payload += _overflow(pages, struct.unpack_from(">I", page, at + local)[0], length - local)
    return number, tuple(_values(b"".join(payload)))


def _overflow(pages: Pages, number: int, length: int) -> Iterator[bytes]:
    """The rest of a long row, as far as its chain of pages leads."""
    seen = set()
    while length > 0 and number in pages.pages and number not in seen:
        seen.add(number)
        page = pages.pages[number]
        part = page[4 : 4 + min(length, pages.size - 4)]
        yield part
        length -= len(part)
        (number,) = struct.unpack_from(">I", page)


def _values(payload: bytes) -> Iterator[bytes | None]:
    end, at = _varint(payload, 0)
    if not 1 < end <= 200:
        raise ValueError("no row")
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    for kind in kinds:
        length = (kind - 12) // 2 if kind >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]
        yield payload[at : at + length] if kind >= 12 else None
        at += length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9
