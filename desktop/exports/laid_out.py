"""Knows how the interchange document is laid out as a file."""

import json
from collections.abc import Mapping
from typing import Any

from desktop.core.analysis import Analysis
from desktop.exports.interchange import interchange


def in_rows(document: Mapping[str, Any]) -> str:
    """One row of each list on a line of its own, in ASCII: any terminal, pipe or tool can take it."""
    parts = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            rows = ",\n  ".join(map(json.dumps, value))
            parts.append(f'"{key}": [\n  {rows}]')
        else:
            parts.append(f'"{key}": {json.dumps(value)}')
    return "{" + ",\n ".join(parts) + "}\n"


def json_bytes(analysis: Analysis) -> bytes:
    """The interchange document as the terminal prints it."""
    return in_rows(interchange(analysis)).encode("ascii")
