"""Takes the time out of a PDF document that has none to tell; the compiler writes no archival document without one."""

import re

NO_MOMENT = 0
"""What such a document is compiled with, in seconds since 1970."""

_DATES = b"/ModDate(D:19700101000000Z)/CreationDate(D:19700101000000Z)>>"
_TRAILER = re.compile(rb"trailer\s*<<[^>]*/Info (\d+) 0 R")
_XMP = re.compile(rb"<((?:xmp|stEvt):\w+)>1970-01-01T00:00:00(?:Z|\+00:00)</\1>")


def without_time(data: bytes) -> bytes:
    """The document without a time of its making, neither in its Info nor in its XMP, each byte where it was.

    Blanks stand instead, which both may have anywhere between entries. No title can be taken for them: the Info ends
    with its dates, and in the XMP the sign that begins a tag is never written as it is.
    """
    trailers = _TRAILER.findall(data)
    start = data.rfind(b"\n%s 0 obj" % trailers[-1]) if trailers else -1
    end = data.find(b"\nendobj", max(start, 0))
    if start >= 0 and data[:end].endswith(_DATES):
        data = data[: end - len(_DATES)] + b">>".rjust(len(_DATES)) + data[end:]
    start = data.rfind(b"<?xpacket begin")
    end = data.find(b"<?xpacket end", max(start, 0))
    if start < 0 or end < 0:
        return data
    return data[:start] + _XMP.sub(lambda found: b" " * len(found[0]), data[start:end]) + data[end:]
