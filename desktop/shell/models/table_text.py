"""Says rows of a table as text that can be pasted elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# An amount may begin with a sign: then a currency, digits with their separators, a unit in letters or signs.
_AMOUNT = re.compile(
    r"[+-]?\s?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{3}\s)?\s?\d[\d.,'’\s]*[%°‰]?[^\W\d_\s%°]*(?:\s(?:%|[^\W\d_]+))*"
)
_STARTS = "=+-@"


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as lines of values with tabs between, as spreadsheets take them."""
    return "\n".join("\t".join(safe_cell(cell) for cell in row) for row in rows)


def safe_cell(words: str) -> str:
    """Words as one cell: on one line, and never taken for a formula by a spreadsheet.

    What begins as formulas do gets an apostrophe in front ("=1+1", "@home"), but for plain amounts ("-5 %").
    """
    plain = " ".join(words.split())
    if plain.startswith(tuple(_STARTS)) and not _AMOUNT.fullmatch(plain):
        return f"'{plain}"
    if plain.startswith('"'):
        doubled = plain.replace('"', '""')
        return f'"{doubled}"'
    return plain
