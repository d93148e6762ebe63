"""Says rows of a table as text that can be pasted elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.cells import set_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as lines of values with tabs between, as spreadsheets take them."""
    return "\n".join("\t".join(safe_cell(cell) for cell in row) for row in rows)


def safe_cell(words: str) -> str:
    """Words as one cell: on one line, and never taken for a formula by a spreadsheet.

    What begins as formulas do gets an apostrophe in front ("=1+1", "@home"), but for plain amounts ("-5 %").
    """
    plain = set_off(" ".join(words.split()))
    if plain.startswith('"'):
        doubled = plain.replace('"', '""')
        return f'"{doubled}"'
    return plain
